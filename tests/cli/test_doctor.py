"""doctor: the settings that only the screen knows, pictures, the version of the tables."""

import json
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tui_reader.cli import equipment
from tui_reader.config import Config
from tui_reader.store.schema import SCHEMA_VERSION
from tui_reader.ui.checking import problems

WRONG = """
theme = "tartan"
[keys]
sumary = "s"
star = "m"
"""


def test_themes_and_keys_that_mean_nothing(cli: Cli, home: Path) -> None:
    (home / "c.toml").write_text(WRONG)
    result = cli("--config", home / "c.toml", "doctor", "--json")
    assert result.status == 1
    found = [one["found"] for one in json.loads(result.out) if one["state"] == "wrong"]
    assert len(found) == 3
    assert found[0].startswith("theme: there is none called “tartan”; there are ")
    assert "tui-reader-dark" in found[0]
    assert found[1:] == [
        "keys: there is no action “sumary”",
        "keys: m is “star” now, and “toggle_read” needs another key",
    ]
    assert [*problems("tartan", {"sumary": "s", "star": "m"})] == found


def test_themes_and_keys_that_are_right(cli: Cli, home: Path) -> None:
    (home / "c.toml").write_text('theme = "nord"\n[keys]\nstar = ["v", "w"]\nopen_browser = "o"\n')
    result = cli("--config", home / "c.toml", "doctor")
    assert f"ok    settings: {home / 'c.toml'}" in result.lines
    assert result.status == 0


def test_a_look_that_fails_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(equipment, "_CHECK", "raise RuntimeError('no such\\x1b[2J thing')")
    (finding,) = equipment.screen_settings(Config(theme="nord"))
    assert finding.found == "theme and keys could not be looked at: no such[2J thing"
    monkeypatch.setattr(equipment, "_CHECK", "print('no JSON')")
    (finding,) = equipment.screen_settings(Config(keys={"star": "m"}))
    assert finding.found.startswith("theme and keys could not be looked at: ")
    assert list(equipment.screen_settings(Config())) == []


def test_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = {"pillow": "12.1.0"}
    monkeypatch.setattr(equipment, "version", versions.__getitem__)
    assert equipment.pictures(Config()).found == "drawn when asked for, with Pillow 12.1.0"
    assert equipment.pictures(Config(images=False)).found == "off, by the setting images"

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(equipment, "version", missing)
    finding = equipment.pictures(Config())
    assert (finding.state, finding.found) == ("hint", "none are drawn: Pillow is not installed")
    assert 'pip install "tui-reader[images]"' in finding.do


def test_the_version_of_the_tables(cli: Cli, home: Path) -> None:
    cli("--library", home / "library.db", "feeds")
    result = cli("--library", home / "library.db", "doctor")
    assert f"its check found nothing wrong; version {SCHEMA_VERSION} of its tables" in result.out
