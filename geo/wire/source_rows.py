"""Sources as the browser reads them."""

from collections.abc import Iterable
from typing import Any

from data.tables import Tables
from data.vocabulary import Seen
from geo.wire.strict_json import Json


def sources_told(rows: Iterable[Json], tables: Tables) -> Json:
    """The sources that rows name under `sources`, by id: whoever reads those rows meets no others."""
    used = {source for row in rows for source in row["sources"]}
    return {row.id: _source(row) for row in tables.sources.itertuples() if row.id in used}


def _source(row: Any) -> Json:
    return {
        "producer": row.producer,
        "title": row.title,
        "url": row.url,
        "date": row.date_published,
        "memory": row.seen == Seen.MEMORY,
    }
