"""What a lesson may name of the tables."""

from dataclasses import dataclass
from functools import lru_cache

from data.drafts import articles
from data.tables import Tables


@dataclass(frozen=True)
class Known:
    """The ids that hold, and how a sentence calls them."""

    ids: frozenset[str]
    expected: str


@lru_cache(maxsize=8)
def one_of_tables(tables: Tables) -> dict[str, Known]:
    """By field of a stop that names one row or, empty, none."""
    return {
        "statement": Known(frozenset({"", *tables.statements["id"]}), "the id of a statement"),
        "country": Known(frozenset({"", *tables.units["unit"]}), "the id of a country, such as POL"),
        "draft": Known(frozenset({"", *(article.id for article in articles(tables))}), "the id of a draft article"),
    }


@lru_cache(maxsize=8)
def many_of_tables(tables: Tables) -> dict[str, Known]:
    """By field of a stop that lists rows."""
    countries = Known(frozenset(tables.units["unit"]), "ids of countries, such as POL")
    return {
        "focus": countries,
        "names": countries,
        "sources": Known(frozenset(tables.sources["id"]), "ids of sources"),
    }
