"""The tables with one statement's words in the language in which they were spoken, whatever the project's have."""

from dataclasses import replace

from data.tables import Tables, current_tables

MUNICH = "2007-02-10-putin-munich"
TRANSLATION = "it represents a serious provocation that reduces the level of mutual trust"
SPOKEN = "это серьёзно провоцирующий фактор, снижающий уровень взаимного доверия"


def with_words(id_: str, **cells: str) -> Tables:
    """The project's tables with other cells in a statement."""
    tables = current_tables()
    rows = tables.statements.copy()
    rows.loc[rows["id"] == id_, list(cells)] = list(cells.values())
    return replace(tables, statements=rows)


TWO_LANGUAGES = with_words(
    MUNICH,
    quote=TRANSLATION,
    quote_language="translated-from-ru",
    original=SPOKEN,
    original_language="ru",
)
ONE_LANGUAGE = with_words(MUNICH, quote=TRANSLATION, original="", original_language="")
