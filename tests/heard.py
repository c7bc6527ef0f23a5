"""What axe finds in a page, by the rules of accessibility: it is told to each document once, and only what fails."""

from collections.abc import Iterable
from typing import Any

from asked import asked
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe().axe_script
RUN = """async ([context, options]) => {
  const whole = Object.getOwnPropertyDescriptor(Element.prototype, 'outerHTML');
  const long = '<'.padEnd(999);
  Object.defineProperty(Element.prototype, 'outerHTML',
    {...whole, get() { return this.firstElementChild ? long : whole.get.call(this); }});
  try {
    return (await axe.run(context ?? document, options)).violations;
  } finally {
    Object.defineProperty(Element.prototype, 'outerHTML', whole);
  }
}"""
"""To tell of a place axe writes out all that is in it, maps and scripts, and keeps its tag alone where that is long."""
GRAVE = {"serious", "critical"}


def faults(
    page: Page, *, context: object = None, without: Iterable[str] = (), only: Iterable[str] = (), grave: bool = False
) -> list[str]:
    """What breaks a rule, a line for each place; all rules but those named, or `only` those, or only `grave` faults."""
    has_axe, opacity = page.evaluate("['axe' in globalThis, getComputedStyle(document.documentElement).opacity]")
    assert opacity == "1", "axe tries what is painted: ask for a page with `painted=True`"
    if not has_axe:
        page.evaluate(AXE)
    options = {"resultTypes": ["violations"], "rules": {rule: {"enabled": False} for rule in without}}
    if rules := [*only]:
        options["runOnly"] = {"type": "rule", "values": rules}
    found: list[dict[str, Any]] = asked(page, RUN, [context, options])
    return [
        f"{each['id']}: {node['target']} {node['html'][:90]}"
        for each in found
        if not grave or each["impact"] in GRAVE
        for node in each["nodes"]
    ]
