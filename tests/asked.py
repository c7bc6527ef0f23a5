"""Much asked of a page in one go, passed to and fro as one text: the driver would wrap each value by itself."""

import json
from typing import Any

from playwright.sync_api import Locator, Page


def asked(of: Page | Locator, script: str, given: object = None) -> Any:
    """What a function of the page gives for plain values; of an element, which it gets first, where one is asked."""
    element = "element, " if isinstance(of, Locator) else ""
    call = f"async ({element}text) => JSON.stringify((await ({script})({element}JSON.parse(text))) ?? null)"
    return json.loads(of.evaluate(call, json.dumps(given)))
