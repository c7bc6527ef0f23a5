"""One side's words: each loaded word was said, is explained, and changes nothing but the caption."""

import re
from pathlib import Path

import pytest
from each import for_each

from data.captions import CAPTIONS, KINDS, VOICES, CaptionError, Voice, caption, kind_on, read_voices, voices
from data.checks import HEADLINE_SUMMARY, HEADLINE_TITLE
from data.headlines import headline
from data.tables import FOLDER, current_tables
from data.timeline import picture_day
from data.vocabulary import Confidence, Side

TABLES = current_tables()
STATEMENTS = {row.id: row for row in TABLES.statements.itertuples()}
SIDES = {
    "nato": {Side.NATO, Side.US, Side.MEMBER, Side.OTHER_WESTERN},
    "moscow": {Side.SOVIET, Side.RUSSIAN},
}
PLAIN = {"enlargement", "whether"}
"""Loaded in a caption, plain elsewhere: the field's own word for what the atlas is about, and a conjunction."""
YEARS = range(TABLES.first_year, TABLES.last_year + 1)
TEXT = CAPTIONS.read_text(encoding="utf-8")

each_voice = pytest.mark.parametrize("voice", voices(TABLES), ids=VOICES)


@each_voice
def test_every_loaded_word_was_said_by_its_side(voice: Voice) -> None:
    for loaded in voice.loaded:
        row = STATEMENTS[loaded.statement]
        assert loaded.word.lower() in f"{row.quote}\n{row.paraphrase}".lower(), loaded
        assert loaded.quoted == (loaded.word.lower() in row.quote.lower())
        assert row.side in SIDES[voice.id], loaded
        assert loaded.used_by in row.speaker, loaded
        assert row.confidence != Confidence.CONTESTED, loaded


@each_voice
def test_what_stands_in_quotation_marks_is_quoted_and_explained(voice: Voice) -> None:
    quoted = {loaded.word.lower() for loaded in voice.loaded if loaded.quoted}
    for template in voice.templates.values():
        for text in (template.title, template.detail):
            assert {found.lower() for found in re.findall("“(.*?)”", text)} <= quoted, text


@each_voice
def test_every_loaded_word_is_used_and_explained_once(voice: Voice) -> None:
    used = [loaded for kind in KINDS for loaded in voice.used_in(kind)]
    assert set(used) == set(voice.loaded)
    assert len({loaded.word for loaded in voice.loaded}) == len(voice.loaded)
    assert voice.used_in("other") == ()


@each_voice
def test_words_of_another_year_say_of_which(voice: Voice) -> None:
    for kind in set(KINDS) - {"founding"}:
        template = voice.templates[kind]
        years = {str(STATEMENTS[loaded.statement].day.year) for loaded in voice.used_in(kind)}
        assert years == set(re.findall(r"\b\d{4}\b", template.title + template.detail)), kind
    assert {STATEMENTS[loaded.statement].day.year for loaded in voice.used_in("founding")} == {1949}


@each_voice
@for_each("year", YEARS)
def test_a_caption_fits_and_leaves_no_field_open(voice: Voice, year: int) -> None:
    line = caption(voice, picture_day(year, TABLES), TABLES)
    assert 0 < len(line.title) <= HEADLINE_TITLE
    assert 0 < len(line.detail) <= HEADLINE_SUMMARY
    assert not re.search(r"[{}]", line.title + line.detail)
    if kind_on(picture_day(year, TABLES), TABLES) == "other":
        assert line == headline(year, TABLES)


@for_each(
    "year, kind",
    [(1949, "founding"), (1951, "invited"), (1952, "joined"), (1962, "other"), (1970, "quiet"), (1990, "other"),
     (1997, "invited"), (2004, "eastward"), (2022, "other"), (2024, "joined")],
)  # fmt: skip
def test_kinds_of_years(year: int, kind: str) -> None:
    assert kind_on(picture_day(year, TABLES), TABLES) == kind


def test_both_sides_say_the_same_of_who_joined() -> None:
    nato, moscow = (caption(voice, picture_day(2004, TABLES), TABLES).title for voice in voices(TABLES))
    assert nato == "“Open door”: seven countries join"
    assert moscow == "“Eastward expansion”: seven countries join"


def test_the_years_of_the_words_are_those_of_their_statements() -> None:
    for voice in voices(TABLES):
        said = [STATEMENTS[loaded.statement].day.year for loaded in voice.loaded]
        assert voice.years == (min(said), max(said))


def own_voice() -> list[str]:
    """What the atlas says itself, without what it quotes: events, lines, notes on ground, lesson and words."""
    rows = [TABLES.events[["title", "summary"]], TABLES.line_phases[["title", "text"]], TABLES.disputed[["note"]]]
    texts = [str(cell) for frame in rows for column in frame for cell in frame[column]]
    texts += [
        path.read_text(encoding="utf-8") for path in [FOLDER / "lesson.toml", *(FOLDER / "words").rglob("*.toml")]
    ]
    return [re.sub("“.*?”", "", text) for text in texts]


def test_the_atlas_itself_uses_no_loaded_word() -> None:
    loaded = {loaded.word.lower() for voice in voices(TABLES) for loaded in voice.loaded} - PLAIN
    assert not [(word, text[:80]) for text in own_voice() for word in loaded if word in text.lower()]


# ---------------------------------------------------------------------- a file that does not hold together


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2022-01-10-sherman-open-door", "nobody", r"\[nato\] loaded 1: statement 'nobody' is not in statements.csv"),
        ("[moscow.quiet]", "[moscow.silent]", r"\[moscow\]: no quiet; unknown silent; expected name, explanation"),
        ("{members} members", "{allies} members", r"\[nato\] eastward: .*expected only the fields n, names"),
        ('used_by = "Wendy Sherman"\n', "", r"\[nato\] loaded 1: no used_by; expected word, meaning"),
        ('name = "In NATO’s words"', 'name = " "', r"\[nato\]: name is ' '; expected text"),
        ("[moscow]", "[moscow", "expected TOML in UTF-8"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = tmp_path / "captions.toml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CaptionError, match=told):
        read_voices(TABLES, path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaptionError, match=r"captions\.toml: not found"):
        read_voices(TABLES, tmp_path / "captions.toml")
