"""A picture in its parts, from below to above, and as SVG."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from geo.drawing.key import Row
from geo.drawing.sheet import Sheet
from geo.drawing.svg import FONT, element


@dataclass(frozen=True)
class Drawn:
    """A picture on a sheet; each part is a row of elements of SVG.

    Attributes
    ----------
    title
        What it shows, for those who hear it.
    page
        The colour of the sheet.
    place
        How many px a unit of the view takes, and where the view's corner lies, in px.
    defs
        The patterns.
    ground
        The sea, in px.
    units
        Fills and lines, in units of the view.
    ink
        Names and marks on the map, in px.
    around
        What covers the map's margins and stands there, in px.
    key
        The rows of what explains the map.
    notes
        What has to be said under the fills of the key.
    source
        Where the picture comes from.
    numbered
        The names for which numbers stand on the map, from 1.
    """

    sheet: Sheet
    title: str
    page: str
    place: tuple[float, float, float]
    defs: str
    ground: tuple[str, ...]
    units: tuple[str, ...]
    ink: tuple[str, ...]
    around: tuple[str, ...]
    key: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""
    numbered: tuple[str, ...] = ()

    def svg(self) -> str:
        """The whole picture."""
        sheet = self.sheet
        title = element("title", escape(self.title))
        view, parts = (0, 0, sheet.width, sheet.height), (*self.ground, self.map(self.units), *self.ink, *self.around)
        return self.framed(view, (sheet.width, sheet.height), (title, *parts))

    def map(self, units: tuple[str, ...]) -> str:
        """Elements in units of the view, put in their place on the sheet."""
        k, x, y = self.place
        return f'<g transform="matrix({k:.6f} 0 0 {k:.6f} {x:.3f} {y:.3f})">{"".join(units)}</g>'

    def framed(self, view: tuple[float, float, float, float], size: tuple[int, int], inside: tuple[str, ...]) -> str:
        """Elements over the page, as SVG of a part of the sheet."""
        x, y, width, height = view
        page = element("rect", x=x, y=y, width=width, height=height, fill=self.page)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:g} {y:g} {width:g} {height:g}" '
            f'width="{size[0]}" height="{size[1]}" font-family="{FONT}, sans-serif" role="img">'
            f"<defs>{self.defs}</defs>{page}{''.join(inside)}</svg>"
        )
