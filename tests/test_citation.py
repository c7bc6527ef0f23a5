"""A citation names the title first, the edition, the address and the days, in both styles."""

from datetime import date

import pytest

from data.citation import WORK, apa, iso690, title_of

AS_OF, ACCESSED = date(2026, 3, 3), date(2026, 11, 24)
ADDRESS = "https://example.org/?year=2004&country=POL"
TITLE = title_of("Poland in 2004", "units/POL")


def test_the_apas_style() -> None:
    assert apa(TITLE, "1.0", AS_OF, ADDRESS, ACCESSED) == (
        "Poland in 2004 [cited row: units/POL], in Eastward: an atlas of NATO's enlargement and Russia's red lines "
        "(Version 1.0) [Interactive map]. (2026). Facts as of March 3, 2026. Retrieved November 24, 2026, "
        "from https://example.org/?year=2004&country=POL"
    )


def test_iso_690() -> None:
    assert iso690(TITLE, "1.0", AS_OF, ADDRESS, ACCESSED) == (
        "Poland in 2004 [cited row: units/POL], in Eastward: an atlas of NATO's enlargement and Russia's red lines "
        "[online]. Version 1.0, facts as of 3 March 2026 [viewed 24 November 2026]. "
        "Available from: https://example.org/?year=2004&country=POL"
    )


def test_without_a_row_the_part_stands_alone() -> None:
    assert title_of("Europe in 1949") == f"Europe in 1949, in {WORK}"


@pytest.mark.parametrize("hostile", ["{address}", "{0}", "{", "<b>", "%s"])
@pytest.mark.parametrize("form", [apa, iso690])
def test_braces_in_what_is_cited_stay_as_they_are(form, hostile: str) -> None:  # type: ignore[no-untyped-def]
    assert form(title_of(hostile), "1.0", AS_OF, ADDRESS, ACCESSED).startswith(f"{hostile}, in Eastward")
