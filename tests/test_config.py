"""What the server tells and takes: `.streamlit/config.toml`."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from data.gate.limits import MEGABYTE, MOST_OWN_BYTES, MOST_SAVED_MEGABYTES
from data.gate.limits import MOST_TOML_BYTES as MOST_BYTES

CONFIG = tomllib.loads((Path(__file__).parent.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("client.showErrorDetails", "none"),
        ("server.maxUploadSize", MOST_SAVED_MEGABYTES),
        ("server.maxMessageSize", 5),
        ("browser.gatherUsageStats", False),
        ("server.disconnectedSessionTTL", 60),
    ],
)
def test_a_stranger_is_told_little_and_may_send_little(option: str, value: Any) -> None:
    section, name = option.split(".")
    assert CONFIG[section].get(name) == value


def test_no_visitor_waits_until_every_module_is_watched() -> None:
    assert CONFIG["server"]["fileWatcherType"] == "none"


def test_every_lesson_that_the_gate_lets_in_can_be_uploaded() -> None:
    assert CONFIG["server"]["maxUploadSize"] * MEGABYTE > MOST_BYTES


def test_a_table_of_any_size_that_is_taken_fits_into_one_message_of_the_browser() -> None:
    as_letters = MOST_OWN_BYTES * 4 / 3
    assert as_letters < CONFIG["server"]["maxMessageSize"] * 1_000_000
