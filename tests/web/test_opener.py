"""Opening links: what reaches the browser, and that nothing else does."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.web import OpenError, browser_command, is_text_browser, open_link
from tui_reader.web.opener import safe_argument

SCRIPT = """#!{python}
import json, os, sys
with open({log!r}, "a") as log:
    print(json.dumps(sys.argv[1:]), file=log)
sys.exit({status})
"""


class Browser:
    """A program that notes its arguments."""

    def __init__(self, folder: Path, name: str = "browser", status: int = 0) -> None:
        self.log = folder / f"{name}.log"
        self.path = folder / name
        self.path.write_text(SCRIPT.format(python=sys.executable, log=str(self.log), status=status))
        self.path.chmod(0o755)

    def lines(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(tmp_path)


def test_the_address_is_the_last_argument(browser: Browser) -> None:
    open_link("https://news.example/a?b=c#part", [str(browser.path), "--new-tab"], patience=20)
    assert browser.lines() == ['["--new-tab", "https://news.example/a?b=c#part"]']


@pytest.mark.parametrize("place", ["%s", "{url}", "{}"])
def test_or_stands_where_the_command_wants_it(browser: Browser, place: str) -> None:
    open_link("https://news.example/", [str(browser.path), place, "--app=" + place, f"'{place}'"], patience=20)
    assert browser.lines() == [f'["https://news.example/", "--app=https://news.example/", "\'{place}\'"]']


@pytest.mark.parametrize(
    "url",
    ["", "--version", "-x", "file:///etc/passwd", "javascript:alert(1)", "%66ile:///etc/passwd", "data:text/html,x",
     "news.example",
     "mailto:a@b.example", "http://-x.example/", "https:// x.example/", "http://a\x00b/", "http://\ud800/", "vscode://x"],
)  # fmt: skip
def test_nothing_else_is_opened(browser: Browser, url: str) -> None:
    with pytest.raises(OpenError) as caught:
        open_link(url, [str(browser.path)], patience=20)
    assert "\x00" not in str(caught.value)
    assert browser.lines() == []


@pytest.mark.parametrize(
    ("url", "argument"),
    [
        ("https://x.example/$(touch pwned)`id`", "https://x.example/%24%28touch%20pwned%29%60id%60"),
        ("https://x.example/?q=';rm -rf ~;'", "https://x.example/?q=%27;rm%20-rf%20~;%27"),
        ('https://x.example/"|cat<>^', "https://x.example/%22%7Ccat%3C%3E%5E"),
        ("https://x.example/\x1b]0;PWNED\x07", "https://x.example/%1B]0;PWNED%07"),
        ("https://x.example/100%", "https://x.example/100%25"),
        ("https://x.example/%zz%41", "https://x.example/%25zz%41"),
        ("https://name:secret@x.example/", "https://x.example/"),
        ("HTTPS://BÜCHER.example/ä#ö", "https://xn--bcher-kva.example/%C3%A4#%C3%B6"),
        ("http://x.example\n--evil", "http://x.example--evil/"),
    ],
)
def test_addresses_are_written_anew(url: str, argument: str) -> None:
    assert safe_argument(url) == argument


@given(st.text(max_size=60), st.sampled_from(["https://x.example/", "http://", "https:", ""]))
def test_no_argument_is_ever_dangerous(text: str, before: str) -> None:
    with contextlib.suppress(OpenError):
        argument = safe_argument(before + text)
        assert argument.startswith(("http://", "https://"))
        assert argument.isascii()
        assert argument.isprintable()
        assert not set(argument) & set(" '\"`$()|<>^\\{}")
        assert not argument.partition("://")[2].startswith("-")
        assert safe_argument(argument) == argument


def test_a_browser_that_is_not_there() -> None:
    with pytest.raises(OpenError, match="the browser no-such-browser is not installed"):
        open_link("https://news.example/", ["no-such-browser"])


def test_a_browser_that_fails_at_once(tmp_path: Path) -> None:
    failing = Browser(tmp_path, "failing", status=4)
    with pytest.raises(OpenError, match=r"could not open the link \(status 4\)"):
        open_link("https://news.example/", [str(failing.path)], patience=20)


def test_a_browser_that_stays_open_is_not_waited_for() -> None:
    open_link("https://news.example/", [sys.executable, "-c", "import time; time.sleep(2)"])


def test_the_reader_steps_aside_for_a_browser_of_the_terminal(tmp_path: Path) -> None:
    w3m = Browser(tmp_path, "w3m")
    steps: list[str] = []

    @contextlib.contextmanager
    def suspend() -> Iterator[None]:
        steps.append(f"aside {len(w3m.lines())}")
        yield
        steps.append(f"back {len(w3m.lines())}")

    with pytest.raises(OpenError, match="needs this terminal for itself"):
        open_link("https://news.example/", [str(w3m.path)])
    open_link("https://news.example/", [str(w3m.path)], suspend=suspend)
    assert steps == ["aside 0", "back 1"]
    assert is_text_browser(["/usr/bin/lynx", "-x"])
    assert not is_text_browser(["firefox"])
    assert not is_text_browser([])


def test_which_browser_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("mine", "xdg-open", "gio", "w3m"):
        Browser(tmp_path, name)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert browser_command(["x", "y"], {}) == ("x", "y")
    assert browser_command((), {"BROWSER": f"missing{os.pathsep}mine --tab"}) == ("mine", "--tab")
    assert browser_command((), {"BROWSER": "'unclosed", "DISPLAY": ":0"}) == ("xdg-open",)
    assert browser_command((), {"WAYLAND_DISPLAY": "w"}) == ("xdg-open",)
    assert browser_command((), {}) == ("w3m",)
    (tmp_path / "xdg-open").unlink()
    assert browser_command((), {"DISPLAY": ":0"}) == ("gio", "open")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert browser_command((), {"DISPLAY": ":0"}) == ()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert browser_command((), {}) == ("open",)
    monkeypatch.setattr(sys, "platform", "win32")
    assert browser_command((), {})[0] == "rundll32"


def test_no_browser_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(OpenError, match="no browser was found"):
        open_link("https://news.example/")
