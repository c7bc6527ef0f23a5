"""The articles of December 2021: the rules give the recorded lists, and follow the tables on any other day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from recorded import AS_RECORDED

from data.drafts import DRAFT_DAY, FOUNDING_ACT_DAY, RULES, affected, articles
from data.tables import Tables
from data.timeline import picture_day, segment_on
from data.vocabulary import Status, Touched

TABLES = AS_RECORDED
IDS = [article.id for article in articles(TABLES)]
EACH = pytest.mark.parametrize("article", articles(TABLES), ids=lambda article: article.id)
FOUNDING = date(1949, 12, 31)


def test_articles_4_to_7_of_both_drafts_are_there_and_each_has_a_rule() -> None:
    expected = [f"{document}-{number}" for document in ("us", "nato") for number in (4, 5, 6, 7)]
    assert expected == IDS
    assert set(RULES) == set(Touched)


@EACH
def test_on_its_own_day_an_article_touches_the_recorded_states(article) -> None:  # type: ignore[no-untyped-def]
    touched = affected(article.id, DRAFT_DAY, TABLES)
    assert set(touched) == set(article.recorded_units)
    assert len(touched) == article.recorded_count


@EACH
def test_the_states_come_in_the_order_of_the_units(article) -> None:  # type: ignore[no-untyped-def]
    order = list(TABLES.units["unit"])
    touched = affected(article.id, TABLES.as_of, TABLES)
    assert list(touched) == sorted(touched, key=order.index)


def test_the_line_of_1997_falls_between_old_and_later_members() -> None:
    assert len(affected("nato-4", DRAFT_DAY, TABLES)) == 14
    assert len(affected("nato-4", TABLES.as_of, TABLES)) == 16
    assert affected("nato-4", FOUNDING_ACT_DAY, TABLES) == ()
    assert set(affected("nato-4", date(1999, 3, 12), TABLES)) == {"CZE", "HUN", "POL"}


@pytest.mark.parametrize("id_", ["us-4", "nato-7"])
def test_former_soviet_republics_count_once_the_soviet_union_has_ended(id_: str) -> None:
    assert affected(id_, date(1991, 12, 25), TABLES) == ()
    assert len(affected(id_, date(1991, 12, 26), TABLES)) == 14
    joined = date(2004, 3, 29)
    gone = set(affected(id_, joined - timedelta(days=1), TABLES)) - set(affected(id_, joined, TABLES))
    assert gone == {"EST", "LVA", "LTU"}
    assert "RUS" not in affected(id_, TABLES.as_of, TABLES)


def test_members_are_touched_from_the_day_they_join() -> None:
    assert len(affected("nato-5", FOUNDING, TABLES)) == 12
    assert len(affected("nato-5", TABLES.as_of, TABLES)) == 32
    for id_ in ("us-5", "us-6"):
        assert set(affected("nato-5", FOUNDING, TABLES)) - set(affected(id_, FOUNDING, TABLES)) == {"USA"}
    assert "DZA" not in affected("nato-5", picture_day(1955, TABLES), TABLES)


def test_reported_hosts_count_while_they_are_members() -> None:
    assert set(affected("us-7", FOUNDING, TABLES)) == {"BEL", "ITA", "NLD"}
    assert set(affected("us-7", picture_day(1955, TABLES), TABLES)) == {"BEL", "DEU", "ITA", "NLD", "TUR"}


def test_a_stop_to_enlargement_touches_those_on_a_path_and_since_the_draft_those_that_joined() -> None:
    before = DRAFT_DAY - timedelta(days=1)
    assert set(affected("nato-6", before, TABLES)) == {"BIH", "GEO", "UKR"}
    assert set(affected("nato-6", TABLES.as_of, TABLES)) == {"BIH", "GEO", "UKR", "FIN", "SWE"}
    for year in range(1950, 2021):
        day = picture_day(year, TABLES)
        statuses = {segment_on(TABLES, unit, day).status for unit in affected("nato-6", day, TABLES)}
        assert statuses <= {Status.INVITEE, Status.ASPIRANT}, year


# ---------------------------------------------------------------------- the tables decide


def with_accession(iso3: str, day: date) -> Tables:
    accessions = TABLES.accessions.copy()
    chosen = accessions["iso3"] == iso3
    accessions.loc[chosen, "joined_on"] = day.isoformat()
    accessions["joined_day"] = [day if one else old for one, old in zip(chosen, accessions["joined_day"], strict=True)]
    return replace(TABLES, accessions=accessions)


def test_an_edited_accession_changes_the_numbers() -> None:
    later = with_accession("MKD", date(2022, 3, 27))
    assert len(affected("nato-4", DRAFT_DAY, later)) == 13
    assert len(affected("nato-5", DRAFT_DAY, later)) == 29
    assert "MKD" in affected("nato-6", DRAFT_DAY, later)
    assert len(affected("us-4", DRAFT_DAY, with_accession("LVA", date(2022, 3, 29)))) == 12


def test_an_edited_row_changes_what_is_taken_from_it() -> None:
    drafts = TABLES.draft_treaties.copy()
    drafts["affected_iso3_2021"] = [("BEL", "SWE")] * len(drafts)
    edited = replace(TABLES, draft_treaties=drafts)
    assert affected("us-7", DRAFT_DAY, edited) == ("BEL",)
    assert articles(edited)[0].recorded_units == ("BEL", "SWE")
    assert affected("nato-5", DRAFT_DAY, edited) == affected("nato-5", DRAFT_DAY, TABLES)


# ---------------------------------------------------------------------- what is asked wrongly


@pytest.mark.parametrize("unknown", ["nato-8", "NATO-4", "", "__proto__"])
def test_an_unknown_article_is_named_with_the_known_ones(unknown: str) -> None:
    with pytest.raises(ValueError, match=rf"'{unknown}' is no article .* us-4, .*nato-7"):
        affected(unknown, DRAFT_DAY, TABLES)


@pytest.mark.parametrize("day", [date(1948, 12, 31), TABLES.as_of + timedelta(days=1)])
def test_a_day_outside_the_tables_is_refused(day: date) -> None:
    with pytest.raises(ValueError, match="outside the tables"):
        affected("nato-4", day, TABLES)


def test_an_article_is_counted_by_its_word_whatever_its_number_and_document_are_called() -> None:
    drafts = TABLES.draft_treaties.copy()
    drafts.loc[drafts.index[-1] + 1] = drafts.iloc[-1]
    drafts.loc[drafts.index[-1], ["article", "touched"]] = ["9", Touched.MEMBERS]
    drafts["document"] = "A draft"
    edited = replace(TABLES, draft_treaties=drafts)
    assert articles(edited)[-1].id == "nato-9"
    assert affected("nato-9", DRAFT_DAY, edited) == affected("nato-5", DRAFT_DAY, TABLES)
