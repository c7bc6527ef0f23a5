"""The list of all that lies under `/data/`: as a small page with its description for search engines, and as JSON."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from data.citation import edition_name
from data.copy_lines import copy_lines
from data.croissant import dataset
from data.dates import WHOLE_DATE, spelled
from data.export import LICENCE, LICENCE_URL
from data.package import as_json
from data.panel import PANEL_COLUMNS
from data.schema import SCHEMA
from data.tables import Tables
from data.vocabulary import Status
from data.words import phrase, words
from geo.wire.maps import LAYER, TOLERANCE_DEGREES
from geo.wire.offers import JSON, OFFERS, TABLES, Asks, Offer

HTML = "text/html"
EXAMPLE_DAY = "2008-04-03"
EXAMPLE_TABLE = "accessions.csv"

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)


@dataclass(frozen=True)
class Listed:
    """One address below the folder, as a pattern and as an example, with its form and what it gives."""

    address: str
    example: str
    media_type: str
    says: str


def listed(tables: Tables) -> list[Listed]:
    """Every address, the tables as one."""
    said = words()["downloads"]["says"]
    values = {"tables": ", ".join(SCHEMA), "tolerance": TOLERANCE_DEGREES, "layer": LAYER}
    first = TABLES[EXAMPLE_TABLE]
    found = [Listed("{table}.csv", first.file, first.media_type, said[first.name].format(**values))]
    for offer in (*OFFERS, INDEX):
        asked, example = (f"?date={day}" if offer.asks is Asks.DAY else "" for day in (WHOLE_DATE, EXAMPLE_DAY))
        says = said[offer.name].format(**values)
        found.append(Listed(f"{offer.file}{asked}", f"{offer.file}{example}", offer.media_type, says))
    return found


def _index(tables: Tables, base: str) -> bytes:
    named = words()["downloads"]
    addresses = [
        {"address": f"{base}{each.address}", "example": f"{base}{each.example}", "media_type": each.media_type}
        | {"says": each.says}
        for each in listed(tables)
    ]
    told: dict[str, Any] = {"title": named["title"], "version": tables.version, "as_of": str(tables.as_of)}
    told |= {"first_day": str(tables.first_day), "last_day": str(tables.as_of), "licence": LICENCE}
    return as_json({**told, "tables": list(SCHEMA), "addresses": addresses}).encode()


def _page(tables: Tables, base: str) -> bytes:
    days = {"as_of": spelled(tables.as_of), "first": spelled(tables.first_day), "last": spelled(tables.as_of)}
    named = words()["downloads"]
    described = dataset(tables, base, [(each.example, each.media_type.partition(";")[0]) for each in listed(tables)])
    page = _ENVIRONMENT.get_template("data_page.html").render(
        named=named,
        why=named["why"].format(edition=edition_name(tables), **days),
        listed=listed(tables),
        columns=[(name, phrase("panel_column", name, statuses=", ".join(Status))) for name in PANEL_COLUMNS],
        copied=copy_lines(base),
        licence_url=LICENCE_URL,
        described=json.loads(json.dumps(described, allow_nan=False)),
    )
    return page.encode()


INDEX = Offer("index", "index.json", JSON, _index, Asks.ADDRESS)
PAGE = Offer("index", "", HTML, _page, Asks.ADDRESS)
