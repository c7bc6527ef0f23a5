"""The atlas in WebKit."""

from engine_checks import EngineChecks


class TestWebKit(EngineChecks):
    name = "webkit"
