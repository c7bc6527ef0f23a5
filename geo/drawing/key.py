"""The key of a picture: what its fills, patterns and lines mean, with the number of states of each status."""

from collections.abc import Generator, Iterator, Sequence
from typing import Any

from data.dates import spelled
from data.forces import camp_of, force_rows, sign_of
from data.picture import Picture
from data.vocabulary import Camp, ForceSign, Status
from data.words import words
from geo.drawing.force_signs import force_sign
from geo.drawing.palette import HATCHES, PRINTED, THEMES, Theme
from geo.drawing.svg import element, pattern, text_at, wrapped

LINES = ((5, "front_russia"), (2.5, "front_bloc"))
"""The front lines: their width in px and their words."""


class Key:
    """The key beside a map; `k` is how many px of the sheet a unit of the view takes."""

    def __init__(self, facts: Picture, layers: Sequence[str], theme: Theme, k: float) -> None:
        self.facts, self.layers, self.theme, self.k = facts, layers, theme, k

    def draw(self, x: float, y: float) -> Iterator[str]:
        """The key from its left upper corner."""
        theme, counts, named = self.theme, self.facts.counts, words()
        heading = named["panel"]["states_of"].format(day=spelled(self.facts.day))
        yield text_at(heading, x, y, 23, theme.text, font_weight=700)
        y += 20
        for status, ink in theme.statuses.items():
            yield element("rect", x=x, y=y + 6, width=36, height=24, rx=3, fill=ink.fill, stroke=theme.rule)
            count = str(counts[status] or "–")
            yield text_at(count, x + 346, y + 25, 21, theme.text, text_anchor="end", font_weight=700)
            y = yield from self._row(named["status"][status]["label"], x, y)
        for told in self.facts.not_recognised:
            y = yield from self._note(told, x, y)
        for name in (layer for layer in self.layers if layer in HATCHES):
            yield element("rect", x=x, y=y + 6, width=36, height=24, fill=theme.raised, stroke=theme.rule)
            yield self._swatch(name, x, y + 6)
            y = yield from self._row(named["layer"][name], x, y)
        if "forces" in self.layers:
            y = yield from self._forces(x, y)
        if "front" in self.layers:
            for width, key in LINES:
                yield element("rect", x=x, y=y + 18 - width / 2, width=36, height=width, fill=theme.front)
                y = yield from self._row(named["layer"][key], x, y)

    def _forces(self, x: float, y: float) -> Generator[str, None, float]:
        """The signs of forces that the day has, then whose they are; gives where the next row begins."""
        rows = [force_rows(self.facts.tables)[id_] for id_ in self.facts.forces]
        signs = [sign for sign in ForceSign if sign in map(sign_of, rows)]
        camps = [camp for camp in Camp if camp in map(camp_of, rows)]
        named = words()["force"]
        shown: list[tuple[ForceSign, Camp | None, str]] = [(sign, None, named["sign"][sign]) for sign in signs]
        shown += [(signs[0], camp, named["bar"][camp]) for camp in camps]
        for sign, camp, label in shown:
            drawn = force_sign(sign, camp, self.theme)
            yield element("g", drawn, transform=f"translate({x + 18} {y + 18}) scale(1.4)")
            y = yield from self._row(label, x, y)
        return y

    def _row(self, label: str, x: float, y: float) -> Generator[str, None, float]:
        """The words of a row; gives where the next begins."""
        lines = wrapped(label, 21, 268)
        for i, line in enumerate(lines):
            yield text_at(line, x + 50, y + 25 + i * 25, 21, self.theme.text)
        return y + 36 + 25 * (len(lines) - 1)

    def _note(self, told: str, x: float, y: float) -> Generator[str, None, float]:
        """A sentence under the fills; gives where the next row begins."""
        lines = wrapped(told, 18, 346)
        for i, line in enumerate(lines):
            yield text_at(line, x, y + 22 + i * 22, 18, self.theme.quiet_text)
        return y + 12 + 22 * len(lines)

    def _swatch(self, name: str, x: float, y: float) -> str:
        """A swatch of a pattern: the pattern itself, at its size on the sheet."""
        rect = element("rect", width=36 / self.k, height=24 / self.k, fill=f"url(#hatch-{name})")
        return element("g", rect, transform=f"translate({x} {y}) scale({self.k})")


def printed_swatch(status: Status, theme: str = "light") -> str:
    """A swatch of a printed map as SVG: the fill of a status with its pattern."""
    size: dict[str, Any] = {"width": 36, "height": 26}
    inks = THEMES[theme]
    inside = [element("rect", fill=inks.statuses[status].fill, **size)]
    if status in PRINTED:
        inside = [element("defs", pattern(status, PRINTED[status], inks, 1)), *inside]
        inside += [element("rect", fill=f"url(#hatch-{status})", **size)]
    inside += [element("rect", x=0.75, y=0.75, width=34.5, height=24.5, fill="none", stroke=inks.border_core)]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 26" width="36" height="26">{"".join(inside)}</svg>'
