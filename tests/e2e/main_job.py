"""The reader's main job, for .ci/run. Fails loudly.

python -m tests.e2e.main_job COMMAND         lists the sample edition, prints a summary, opens the screen, reads, quits
python -m tests.e2e.main_job --readme FOLDER does what the README tells a newcomer, in a clone of the repository there
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.e2e.terminal import Terminal, environment


def main(command: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        env = environment(home)
        env.pop("PYTHONPATH", None)
        env.pop("VIRTUAL_ENV", None)

        def run(*arguments: str, text: str | None = None) -> str:
            done = subprocess.run(
                [command, *arguments],
                env=env,
                cwd=home,
                input=text,
                capture_output=True,
                text=True,
                check=False,
                timeout=120,
            )
            print(f"$ tui-reader {' '.join(arguments)}  ({done.returncode})")
            assert done.returncode == 0, done.stderr
            assert "\x1b" not in done.stdout
            return done.stdout

        assert run("--version").startswith("tui-reader ")
        articles = json.loads(run("--demo", "list", "--json"))
        assert len(articles) >= 10, f"the sample edition has {len(articles)} articles"
        longest = max(articles, key=lambda article: int(article["words"]))
        shown = run("--demo", "show", str(longest["id"]), "--summary")
        print(shown)
        assert longest["title"] in shown
        assert "Summary: 3 of " in shown
        article = json.loads(run("--demo", "show", str(longest["id"]), "--json"))
        assert all(sentence["text"] in article["text"] for sentence in article["summary"]["sentences"])
        assert json.loads(run("summarize", "-", "--json", text=article["text"]))["state"] == "summary"
        run("--demo", "doctor")
        screen([command, "--demo"], env, home, articles[0]["title"][:25])


def readme(folder: Path) -> None:
    text = (folder / "README.md").read_text("utf-8")
    found = re.search(r"(?m)^ *(?:\$ )?(python3 -m venv .* \S*tui-reader --demo)$", text)
    assert found, "README.md has no line that sets up and opens the reader"
    print(f"$ {found[1]}", flush=True)
    with tempfile.TemporaryDirectory() as home:
        files = {name: value for name, value in environment(Path(home)).items() if name.startswith("XDG_DATA")}
        env = dict(os.environ) | files | {"TERM": "xterm-256color", "XDG_CACHE_HOME": home, "LANG": "C.UTF-8"}
        screen(["bash", "-c", found[1]], env, folder, "Start here", seconds=600)


def screen(command: list[str], env: dict[str, str], folder: Path, title: str, seconds: float = 60) -> None:
    begun = time.monotonic()
    with Terminal(command, env=env, cwd=folder) as terminal:
        terminal.wait_for(title, seconds=seconds)
        print(f"$ tui-reader --demo  (painted after {time.monotonic() - begun:.2f} s)")
        terminal.press("j", "enter", "s")
        terminal.wait_for("Summary:", "sentences")
        print(terminal.text)
        terminal.press("ctrl+q")
        status = terminal.wait_exit()
        assert status == 0, status
        assert b"\x1b[?1049l" in terminal.raw, "the terminal was not given back"
    print("The screen was opened, read in, and left.")


if __name__ == "__main__":
    if sys.argv[1] == "--readme":
        readme(Path(sys.argv[2]))
    else:
        main(sys.argv[1])
