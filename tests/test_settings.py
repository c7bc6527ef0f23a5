"""What a deployer sets: used as it stands, or refused in a sentence."""

from collections.abc import Callable

import pytest

from data.settings import LONGEST, SettingError, address, report
from data.tables import current_tables
from geo.wire.assets import edition_digest
from geo.wire.broken import BROKEN, sentence


@pytest.fixture
def setting(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Set one, and leave the other unset."""
    for name in ("EASTWARD_URL", "EASTWARD_REPORT"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch.setenv


@pytest.mark.parametrize("text", ["", "  "])
def test_what_is_not_set_is_off(setting: Callable[..., None], text: str) -> None:
    setting("EASTWARD_URL", text)
    setting("EASTWARD_REPORT", text)
    assert (address(), report()) == ("", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://atlas.example.org", "https://atlas.example.org/"),
        ("https://atlas.example.org/", "https://atlas.example.org/"),
        (" http://school.example/maps/eastward ", "http://school.example/maps/eastward/"),
        ("http://10.0.0.7:8501/", "http://10.0.0.7:8501/"),
    ],
)
def test_an_address_ends_with_a_slash(setting: Callable[..., None], text: str, found: str) -> None:
    setting("EASTWARD_URL", text)
    assert address() == found


WEB = ["ftp://x.example/", "javascript:alert(1)", "x.example", "//x.example", "https://", "https://x.example/?year=2004",
       "https://x.example/#a", "https://u:p@x.example/", "https://x.example/ y", "https://x.example/é", "https://x.example/\n",
       "https://x.example:port/", "https://[x/", 'https://x.example/"', "https://x.example/{", "https://x.example/?",
       f"https://x.example/{'a' * LONGEST}"]  # fmt: skip
HERE = ["http://localhost:8501/", "http://127.0.0.1/", "http://[::1]:8501/", "http://0.0.0.0:8501", "http://x.localhost/",
        "http://LOCALHOST/"]  # fmt: skip


@pytest.mark.parametrize("text", [text for text in WEB if text.strip() == text] + HERE)
def test_an_address_that_leads_nowhere_is_refused(setting: Callable[..., None], text: str) -> None:
    setting("EASTWARD_URL", text)
    with pytest.raises(SettingError, match=r"EASTWARD_URL: .*; expected an address"):
        address()


@pytest.mark.parametrize(
    "text", ["mailto:atlas@school.example", "https://github.com/owner/name/issues/new", "mailto:a.b+c@x-y.example.org"]
)
def test_a_place_to_report_to(setting: Callable[..., None], text: str) -> None:
    setting("EASTWARD_REPORT", text)
    assert report() == text


MAIL = ["mailto:", "mailto:nobody", "mailto:a@b", "mailto:a@x.example?cc=b@x.example", "mailto:a@x.example,b@x.example",
        "mailto:a@x.example%0Abcc:b@x.example", "mailto:é@x.example", f"mailto:a@{'x' * LONGEST}.example"]  # fmt: skip


@pytest.mark.parametrize("text", [*(text for text in WEB if text.strip() == text), *MAIL])
def test_a_place_that_is_none_is_refused(setting: Callable[..., None], text: str) -> None:
    setting("EASTWARD_REPORT", text)
    with pytest.raises(SettingError, match=r"EASTWARD_REPORT: .*; expected mailto:"):
        report()


def test_a_faulty_setting_is_told_as_one(setting: Callable[..., None]) -> None:
    setting("EASTWARD_URL", "http://localhost:8501/")
    with pytest.raises(BROKEN) as caught:
        address()
    told = sentence(caught.value)
    assert told.startswith("The atlas cannot be shown: a setting of this instance cannot be used.")
    assert "EASTWARD_URL: 'http://localhost:8501/'" in told


def test_files_kept_for_a_year_have_another_name_with_other_settings(setting: Callable[..., None]) -> None:
    tables = current_tables()
    before = edition_digest(tables)
    setting("EASTWARD_URL", "https://atlas.example.org/")
    addressed = edition_digest(tables)
    setting("EASTWARD_REPORT", "mailto:atlas@school.example")
    assert len({before, addressed, edition_digest(tables)}) == 3
