"""Phones of a class in a browser: their sizes, their fingers, and a network that can be taken from them."""

import re

from playwright.sync_api import Page, WebSocketRoute
from rested import middle_of

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ON_ITS_SIDE = {"viewport": {"width": 640, "height": 360}, "has_touch": True, "is_mobile": True}


class Network:
    """The lines of a page to its room, which can be cut and kept out."""

    def __init__(self, page: Page) -> None:
        self.is_there = True
        self.lines: list[WebSocketRoute] = []
        page.route_web_socket(re.compile("/room$"), self.let)

    def let(self, line: WebSocketRoute) -> None:
        if not self.is_there:
            line.close()
            return
        line.connect_to_server()
        self.lines.append(line)

    def cut(self) -> None:
        self.is_there = False
        while self.lines:
            self.lines.pop().close()


def tap(page: Page, unit: str) -> None:
    """Tap the middle of a unit's shape, once the map has taken its room beside what came to stand there."""
    page.touchscreen.tap(*middle_of(page.locator(f"path[data-unit={unit}]")))
