"""What the end-to-end tests of the screen share: the sample edition, and where on the screen one looks."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.terminal import Terminal, environment, installed

BEHIND = "Rail strike called off after a night of talks"
"""The sample's article that is one story with a better one."""


@dataclass(frozen=True)
class Story:
    """An article as the commands give it."""

    id: int
    title: str
    text: str
    sentences: tuple[str, ...]
    """Of its summary."""

    @property
    def opening(self) -> str:
        """The first words of the text."""
        return " ".join(self.text.split()[:4])


def command(home: Path, *arguments: str) -> str:
    """What a command prints."""
    done = subprocess.run(
        [*installed(), *arguments], env=environment(home), capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def stories(home: Path, count: int) -> list[Story]:
    """The first `count` articles of the sample edition that have a row of their own, in the order of the list."""
    listed = json.loads(command(home, "--demo", "list", "--json"))
    rows = [record["id"] for record in listed if record["title"] != BEHIND][:count]
    return [story(json.loads(command(home, "--demo", "show", str(id_), "--json"))) for id_ in rows]


def story(record: dict[str, object]) -> Story:
    summary = record["summary"]
    assert isinstance(summary, dict)
    sentences = tuple(str(sentence["text"]) for sentence in summary["sentences"])
    return Story(int(str(record["id"])), str(record["title"]), str(record["text"]), sentences)


def demo(home: Path, columns: int = 120, lines: int = 40, **more: str) -> Terminal:
    """The reader on the sample edition."""
    return Terminal([*installed(), "--demo"], env=environment(home, **more), columns=columns, lines=lines)


def pane(terminal: Terminal) -> str:
    """The article pane's text as one line of words: all that stands below or above the rule of its header."""
    rules = [found.start() for line in terminal.screen.display if (found := re.search("[─━]{5}", line))]
    left = rules[0] if rules else 0
    return " ".join(re.sub("[▌▎]", " ", " ".join(line[left:] for line in terminal.screen.display)).split())


def in_pane(terminal: Terminal, *texts: str) -> bool:
    seen = pane(terminal)
    return all(" ".join(text.split()) in seen for text in texts)


def wait_in_pane(terminal: Terminal, *texts: str) -> None:
    terminal.wait_until(lambda: in_pane(terminal, *texts), f"{texts!r} in the article pane")
