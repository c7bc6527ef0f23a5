"""The atlas in Firefox."""

from engine_checks import EngineChecks


class TestFirefox(EngineChecks):
    """Every check of an engine."""

    name = "firefox"
