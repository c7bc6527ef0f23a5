"""The atlas in WebKit."""

from engine_checks import EngineChecks


class TestWebKit(EngineChecks):
    """Every check of an engine."""

    name = "webkit"
