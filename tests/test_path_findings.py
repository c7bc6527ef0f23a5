"""What is said over the path of one country that has none to membership."""

from data.path_findings import paths_finding
from data.paths import paths
from data.tables import current_tables

TABLES = current_tables()


def test_every_country_has_a_finding_of_its_own() -> None:
    for path in paths(TABLES):
        assert path.name in paths_finding([path.unit], TABLES)


def test_a_country_without_a_path_is_told_what_it_has_instead() -> None:
    assert paths_finding(["RUS"], TABLES) == (
        "First in touch with NATO 34.5 years ago, Russia is neither a member nor on a path to membership"
    )
    assert paths_finding(["BEL"], TABLES) == "Belgium is a founder of NATO"
    assert paths_finding(["CYP"], TABLES).startswith("Cyprus has had no contact with NATO’s formats")
