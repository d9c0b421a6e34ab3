"""What the house is made of: who imports whom, how large a part may get, what is loaded when, what is never called."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "tui_reader"
MODULE_LINES = 300
FUNCTION_LINES = 50


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def helpers() -> list[Path]:
    """What the tests share; a file of tests may be as long as its subject needs."""
    return sorted(path for path in (ROOT / "tests").rglob("*.py") if not path.name.startswith("test_"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_imports_go_one_way() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_modules_stay_small() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in [*sources(), *helpers()]}
    assert {name: lines for name, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_functions_stay_small() -> None:
    long = {}
    for path in [*sources(), *helpers()]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                lines = node.end_lineno - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long[f"{named(path)}:{node.lineno} {node.name}"] = lines
    assert long == {}


def test_no_module_bears_the_name_of_what_its_package_exports() -> None:
    clashes = []
    for init in PACKAGE.rglob("__init__.py"):
        modules = {path.stem for path in init.parent.iterdir() if path.suffix == ".py" or path.is_dir()}
        for node in ast.parse(init.read_text("utf-8")).body:
            if isinstance(node, ast.ImportFrom) and node.module and node.level == 1:
                names = {alias.asname or alias.name for alias in node.names}
                clashes += [f"{named(init)}: {name}" for name in names & modules]
    assert clashes == []


BANNED_IMPORTS = {"webbrowser", "feedparser", "multiprocessing", "requests"}
"""A shell-prone opener, a parser that can be hung, what fails under a running Textual app, what has no limits."""

BANNED_CALLS = {"os.system", "os.popen", "eval", "exec", "Content.from_markup", "Text.from_markup", "markup.escape"}


def test_nothing_dangerous_is_used() -> None:
    found = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            found += [f"{named(path)}:{getattr(node, 'lineno', 0)} {what}" for what in dangers(node)]
    assert found == []


def dangers(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name.partition(".")[0] in BANNED_IMPORTS)
    elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        if node.module.partition(".")[0] in BANNED_IMPORTS:
            yield node.module
        if node.module == "textual.widgets":
            yield from (alias.name for alias in node.names if alias.name in {"Markdown", "MarkdownViewer"})
    elif isinstance(node, ast.Call):
        if (name := ast.unparse(node.func)) in BANNED_CALLS:
            yield name
        for keyword in node.keywords:
            if keyword.arg == "shell" and not (
                isinstance(keyword.value, ast.Constant) and keyword.value.value is False
            ):
                yield "shell="


def tracked() -> list[Path]:
    if (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]
    return [*sources(), *helpers(), *(ROOT / "tests").rglob("test_*.py")]


def test_no_path_of_a_machine_stands_in_the_project() -> None:
    roots = [f"/{folder}/".encode() for folder in ("work", "root", "farm")]
    found = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data:
            found += [f"{named(path)}: {root.decode()}" for root in roots if root in data]
    assert found == []


LOADED = """
import sys
sys.argv = ["tui-reader", *sys.argv[1:]]
from tui_reader.__main__ import main
status = main()
sys.stdout.flush()
sys.stderr.write("\\nLOADED " + " ".join(sorted(name for name in sys.modules if "." not in name)))
sys.exit(status)
"""


def loaded_by(tmp_path: Path, *arguments: str) -> set[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TUI_READER")}
    environment |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    environment |= {"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("LOADED ")[2].split())


def test_the_version_is_told_with_nothing_loaded(tmp_path: Path) -> None:
    assert not loaded_by(tmp_path, "--version") & {"click", "rich", "sqlite3", "asyncio", "textual", "httpx", "lxml"}


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["--help"], {"textual", "httpx", "rich", "trafilatura", "lxml", "sqlite3"}),
        (["list"], {"textual", "httpx", "rich", "trafilatura", "pygments"}),
        (["list", "--json"], {"textual", "httpx", "rich", "trafilatura"}),
        (["feeds"], {"textual", "httpx", "trafilatura"}),
        (["refresh"], {"textual", "trafilatura"}),
        (["doctor"], {"textual", "httpx", "trafilatura"}),
        (["--demo", "list"], {"textual", "httpx", "trafilatura"}),
    ],
)
def test_commands_load_only_what_they_need(tmp_path: Path, arguments: list[str], unneeded: set[str]) -> None:
    assert not loaded_by(tmp_path, *arguments) & unneeded
