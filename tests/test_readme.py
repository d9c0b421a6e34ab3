"""The README's commands: each one is known, understood by the program, and run here or by .ci/run."""

import re
import shlex
from pathlib import Path

import click
import pytest

from tui_reader import config
from tui_reader.cli import run
from tui_reader.cli.session import Session
from tui_reader.cli.start import tui_reader
from tui_reader.ui.keys import key_table

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PROGRAMS = ("tui-reader", ".venv/bin/tui-reader", "python -m tui_reader", ".venv/bin/python -m tui_reader")

RUN_BY_CI = (
    "python3 -m venv .venv",
    ".venv/bin/pip install",
    ".venv/bin/pytest",
    ".venv/bin/ruff",
    ".venv/bin/mypy",
    ".ci/run",
)
"""What .ci/run runs, as it stands in the README or in a form of its own."""

ELSEWHERE = {
    r"git clone \S+( \S+)?": "CI begins with a clone",
    r"cd [\w./-]+": "and in its folder",
    r"(pipx|uv tool) install (\.|tui-reader)": "the same wheel that CI installs and runs",
    r"uv (venv|sync|run|pip install) .*": "the same packages by another installer",
    r"(\.venv/bin/)?pip install .*": "CI installs the wheel the same way",
    r"(\.venv/bin/)?python -m tests\.(screenshots|bench\.\w+).*": "makes figures, run by hand",
    r"eval \"\$\(_TUI_READER_COMPLETE=(bash|zsh)_source tui-reader\)\"": "test_completion_is_offered",
    r"_TUI_READER_COMPLETE=fish_source tui-reader.*": "test_completion_is_offered",
    r"(cat|curl|pbpaste|xclip|wl-paste)\b.*": "a source of text for a pipe",
    r"\.venv/bin/lint-imports": "test_architecture.py",
}
"""Other commands that the README may have, and why that is all right."""

OFFLINE = {"list", "feeds", "show", "search", "brief", "export", "doctor"}
"""Commands that need no network."""


def blocks(text: str) -> list[str]:
    return re.findall(r"^ *```(?:sh|bash|shell|console)\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[str]:
    """The simple commands in the shell blocks of a Markdown text."""
    found = []
    for block in blocks(text):
        for line in block.replace("\\\n", " ").splitlines():
            line = re.sub(r"^\s*\$ |\s+# .*$|^\s*#.*$", "", line).strip()
            found += [part.strip() for part in re.split(r"&&|\|\||[|;]", line) if part.strip()]
    return found


def words_of(command: str) -> list[str] | None:
    """The arguments when `command` runs this program, else None."""
    for program in PROGRAMS:
        if command == program or command.startswith(program + " "):
            return [word for word in shlex.split(command[len(program) :]) if word != "&"]
    return None


def is_known(command: str) -> bool:
    if words_of(command) is not None:
        return True
    if command.startswith(RUN_BY_CI):
        return True
    return any(re.fullmatch(pattern, command) for pattern in ELSEWHERE)


def understood(arguments: list[str]) -> None:
    """Raises click.UsageError when the program does not take these arguments."""
    if arguments in (["--version"], ["--help"]):
        return
    with tui_reader.make_context("tui-reader", list(arguments), obj=Session()) as context:
        if rest := [*context._protected_args, *context.args]:
            name, command, left = tui_reader.resolve_command(context, rest)
            assert command is not None
            assert name is not None
            command.make_context(name, left, parent=context).close()


def test_the_reading_of_the_readme() -> None:
    text = "x\n```sh\n$ git clone u d && cd d\n# note\nuv run \\\n  x  # why\n```\n```python\nimport x\n```\n"
    assert commands(text) == ["git clone u d", "cd d", "uv run    x"]
    assert not is_known("rm -rf x")
    assert is_known("tui-reader list")
    understood(["--demo", "list", "--limit", "3"])
    for wrong in (["lists"], ["list", "--nope"], ["show"], ["--nope"]):
        with pytest.raises(click.UsageError):
            understood(wrong)


def test_every_command_is_known() -> None:
    found = commands(README.read_text("utf-8"))
    assert found
    assert [command for command in found if not is_known(command)] == []


def test_every_call_of_the_program_is_understood() -> None:
    for command in commands(README.read_text("utf-8")):
        if (arguments := words_of(command)) is not None:
            try:
                understood(arguments)
            except click.UsageError as error:
                pytest.fail(f"{command}: {error.format_message()}")


def test_the_settings_are_as_the_program_takes_them() -> None:
    (block,) = re.findall(r"^```toml\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    settings, problems = config.parse(block.encode())
    assert problems == []
    assert config.parse(re.sub(r"(?m)^\[keys\]\n.*\n", "", block).encode())[0].network == settings.network
    for name in (*config.SETTINGS, "[keys]", "[network]"):
        assert re.search(rf"(?m)^{re.escape(name)}\b|^{re.escape(name)}$", block), name


def test_the_commands_that_need_no_network_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    for name in ("TUI_READER_LIBRARY", "TUI_READER_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    for command in commands(README.read_text("utf-8")):
        arguments = words_of(command) or []
        if not set(arguments) & OFFLINE or "export" in arguments[:-1]:
            continue
        if "show" in arguments:
            arguments = [re.sub(r"^(\d+|ID)$", "1", argument) for argument in arguments]
        assert run(["--demo", *(argument for argument in arguments if argument != "--demo")]) == 0, command


def test_the_table_of_keys_is_the_programs() -> None:
    """`python -m tests.readme_keys` writes it."""
    text = README.read_text("utf-8")
    begin, end = text.index("<!-- keys:"), text.index("<!-- /keys -->")
    assert text[begin:end].partition("-->\n")[2].strip() == key_table().strip()


def test_ci_runs_the_readmes_way_to_the_tests() -> None:
    line = next(line for line in "".join(blocks(README.read_text("utf-8"))).splitlines() if line.endswith("pytest"))
    assert re.match(
        r"python3 -m venv \.venv && \.venv/bin/pip install -e '\.\[dev\]' && \.venv/bin/pytest$", line.strip()
    )
