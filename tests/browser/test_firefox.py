"""The atlas in Firefox."""

from engine_checks import EngineChecks


class TestFirefox(EngineChecks):
    name = "firefox"
