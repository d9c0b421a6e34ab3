"""Settings: what a file gives, and what is said about one that is wrong."""

from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader import config
from tui_reader.config import Config, NetworkConfig
from tui_reader.domain.text import clean_line
from tui_reader.paths import Paths


def parse(text: str) -> tuple[Config, list[str]]:
    return config.parse(text.encode())


def test_no_file_gives_the_defaults_without_a_word(tmp_path: Path) -> None:
    assert config.load(tmp_path / "none.toml") == (Config(), [])


def test_every_setting_is_read(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        """
theme = "ansi-dark"
mark_read_after = -1
summary_sentences = 5
column = 80
open_full_text = "open"
images = "ssh"
image_style = "kitty"
browser = "firefox --new-tab"
refresh_on_start = false
refresh_minutes = 30
[network]
proxy = "http://127.0.0.1:3128"
contact = "reader@example.org"
workers = 4
connect_seconds = 5
idle_seconds = 7.5
total_seconds = 90
[keys]
summary = "x"
down = ["j", "down"]
"""
    )
    network = NetworkConfig(
        proxy="http://127.0.0.1:3128",
        contact="reader@example.org",
        workers=4,
        connect_seconds=5,
        idle_seconds=7.5,
        total_seconds=90,
    )
    loaded, problems = config.load(file)
    assert problems == []
    assert dict(loaded.keys) == {"summary": "x", "down": "j,down"}
    assert loaded.network == network
    assert loaded == Config(
        theme="ansi-dark",
        mark_read_after=-1.0,
        summary_sentences=5,
        column=80,
        open_full_text="open",
        images="ssh",
        image_style="kitty",
        browser=("firefox", "--new-tab"),
        refresh_on_start=False,
        refresh_minutes=30,
        keys=loaded.keys,
        network=network,
    )


def test_the_tables_of_settings_name_the_fields_of_the_records() -> None:
    assert set(config.SETTINGS) | {"keys", "network"} == set(Config.__dataclass_fields__)
    assert set(config.NETWORK_SETTINGS) == set(asdict(NetworkConfig()))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("colunm = 80", ("line 1", "no setting colunm", "column")),
        ("\ncolumn = 'wide'", ("line 2", "column must be", "50 to 100", "'wide'")),
        ("column = 80.5", ("column must be", "whole")),
        ("column = true", ("column must be",)),
        ("mark_read_after = nan", ("mark_read_after must be",)),
        ("open_full_text = 'always'", ("open_full_text must be", '"never", "open", "refresh"')),
        ("images = 'always'", ("images must be", 'true, false or "ssh"')),
        ("images = 1", ("images must be",)),
        ("summary_sentences = 'long'", ("summary_sentences must be", '"auto" or a whole number from 1 to 9')),
        ("summary_sentences = 10", ("summary_sentences must be",)),
        ("summary_sentences = true", ("summary_sentences must be",)),
        ("refresh_minutes = 3", ("refresh_minutes must be", "15 to 1440")),
        ("refresh_on_start = 'yes'", ("refresh_on_start must be", "true or false")),
        ("browser = 'firefox \"'", ("browser must be", "a command")),
        ("browser = [1]", ("browser must be", "a command")),
        ("theme = 3", ("theme must be",)),
        ("[network]\nproxy = 'socks'", ("line 2", "network.proxy must be")),
        ("[network]\nworkers = 0", ("line 2", "network.workers must be", "1 to 100")),
        ("[network]\nworker = 5", ("line 2", "no setting network.worker", "workers")),
        ("network = 3", ("line 1", "network must be a table", "[network]")),
        ("column = 60\n[keys]\nsummary = 3", ("line 3", "keys.summary must be a key")),
        ("[keys]\nsummary = 'ctrl f'", ("line 2", "keys.summary must be a key")),
        ("keys = 's'", ("line 1", "keys must be a table")),
        ("[colours]\nred = 1", ("line 1", "no setting colours")),
        ("network.workers = 0", ("line 1", "network.workers")),
        ("column = 80\ncolumn = x", ("no valid TOML", "line 2")),
        ("column = 0x" + "f" * 9000, ("column must be", "very many digits")),
        ("column = " + "9" * 9000, ("no valid TOML",)),
        ("x = " + "[" * 5000 + "]" * 5000, ("",)),
    ],
)
def test_what_is_wrong_is_said_in_one_line_and_left_out(text: str, parts: tuple[str, ...]) -> None:
    loaded, problems = parse(text)
    assert len(problems) == 1
    for part in parts:
        assert part in problems[0]
    assert problems[0].startswith((":", ", line"))
    assert loaded == Config() or loaded == Config(column=60)


def test_the_length_of_a_summary_is_a_number_or_the_articles_own() -> None:
    for text, expected in (("", None), ("summary_sentences = 'auto'", None), ("summary_sentences = 9", 9)):
        loaded, problems = parse(text)
        assert (loaded.summary_sentences, problems) == (expected, [])


def test_one_wrong_setting_leaves_the_others_alone() -> None:
    loaded, problems = parse("column = 1\nsummary_sentences = 4\n[network]\nworkers = 'x'\nidle_seconds = 9")
    assert (loaded.column, loaded.summary_sentences) == (72, 4)
    assert (loaded.network.workers, loaded.network.idle_seconds) == (20, 9.0)
    assert len(problems) == 2


def test_what_is_no_readable_text_is_reported(tmp_path: Path) -> None:
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"column = 80\n\xff\xfe")
    assert config.load(binary) == (Config(), [f"{binary}, line 2: not UTF-8 text; using the defaults"])
    folder, problems = config.load(tmp_path)
    assert folder == Config()
    assert "cannot be read" in problems[0]
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * 2_000_000)
    assert "too large" in config.load(large)[1][0]
    marked = tmp_path / "marked.toml"
    marked.write_bytes(b"\xef\xbb\xbfcolumn = 80")
    assert config.load(marked) == (Config(column=80), [])


def test_no_escape_gets_from_the_file_into_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_text('"\\u001b]0;x\\u0007" = 1\ntheme = "\\u001b[31m"\n')
    loaded, problems = config.load(file)
    assert loaded == Config()
    assert len(problems) == 2
    assert not any("\x1b" in problem or "\x07" in problem for problem in problems)


_values = st.one_of(
    st.integers(), st.floats(), st.booleans(), st.text(max_size=5), st.lists(st.text(max_size=3), max_size=3)
)


@given(
    name=st.sampled_from([*sorted(config.SETTINGS), "keys.x", "network.workers", "y"]),
    value=_values,
    junk=st.binary(max_size=20),
)
def test_any_file_gives_settings_and_clean_lines(name: str, value: object, junk: bytes) -> None:
    text = f"{name} = {str(value).lower() if isinstance(value, bool) else value!r}\n".encode("utf-8", "replace")
    for data in (text, text + junk, junk):
        loaded, problems = config.parse(data)
        assert isinstance(loaded, Config)
        assert 50 <= loaded.column <= 100
        assert 1 <= loaded.network.workers <= 100
        assert all(problem == clean_line(problem) or len(problem) > 500 for problem in problems)


def test_paths_follow_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TUI_READER_CONFIG", str(tmp_path / "a.toml"))
    monkeypatch.setenv("TUI_READER_LIBRARY", "~/b.db")
    monkeypatch.setenv("HOME", str(tmp_path))
    paths = Paths()
    assert paths.config_file == tmp_path / "a.toml"
    assert paths.library_file == tmp_path / "b.db"
    monkeypatch.delenv("TUI_READER_CONFIG")
    monkeypatch.delenv("TUI_READER_LIBRARY")
    paths = Paths()
    assert paths.config_file.name == "config.toml"
    assert paths.library_file.name == "library.db"
    assert paths.demo_library not in (paths.library_file, paths.config_file)
    assert list(tmp_path.iterdir()) == []
