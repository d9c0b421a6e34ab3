"""No text from outside is ever read as markup or given to a shell: a look at the syntax tree of every module."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "tui_reader"
MODULES = sorted(PACKAGE.rglob("*.py"))
UI = [path for path in MODULES if path.is_relative_to(PACKAGE / "ui")]

TAKES_MARKUP = {"Static", "Label", "Button", "Option", "Selection", "Collapsible", "TabPane", "notify", "update"}
"""What reads a `str` as markup unless told otherwise. `update` is a Static's."""

SAFE = {"Content", "Text", "assemble", "styled", "join", "render"}
"""What makes a value that is not read as markup."""

BANNED_NAMES = {"webbrowser", "from_markup", "Markdown", "MarkdownViewer", "feedparser"}
TITLES = {"border_title", "border_subtitle", "tooltip"}


def name_of(node: ast.expr) -> str:
    """The last part of a name: "update" for `self.query_one(Static).update`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript):
        return name_of(node.value)
    return node.id if isinstance(node, ast.Name) else ""


def is_plain(value: ast.expr, safe_names: set[str]) -> bool:
    """Whether a value can be seen to be a Content or Text, or a literal of ours without brackets."""
    if isinstance(value, ast.Constant):
        return not (isinstance(value.value, str) and "[" in value.value)
    if isinstance(value, ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp | ast.List | ast.Dict | ast.Set):
        return True
    if isinstance(value, ast.IfExp):
        return is_plain(value.body, safe_names) and is_plain(value.orelse, safe_names)
    if isinstance(value, ast.Name):
        return value.id in safe_names
    return isinstance(value, ast.Call) and name_of(value.func) in SAFE


def safe_names(tree: ast.AST) -> set[str]:
    """Names that are only ever given plain values."""
    given: dict[str, list[bool]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    given.setdefault(target.id, []).append(is_plain(node.value, set()))
    return {name for name, plain in given.items() if all(plain)}


def faults(source: str) -> Iterator[str]:
    """Each place of `source` where a string could be read as markup, or a link or a shell be opened."""
    tree = ast.parse(source)
    plain_names = safe_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = name_of(node.func)
            keywords = {keyword.arg: keyword.value for keyword in node.keywords}
            literal = keywords.get("markup")
            off = isinstance(literal, ast.Constant) and literal.value is False
            if name in TAKES_MARKUP and node.args and not off and not is_plain(node.args[0], plain_names):
                yield f"line {node.lineno}: {name}() is given a string that is read as markup"
            shell = keywords.get("shell")
            if shell is not None and not (isinstance(shell, ast.Constant) and shell.value is False):
                yield f"line {node.lineno}: a shell"
            if name == "system":
                yield f"line {node.lineno}: a shell"
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                named = isinstance(target, ast.Attribute) and target.attr in TITLES
                if named and not is_plain(node.value, plain_names):
                    yield f"line {node.lineno}: a title that is read as markup"
        if isinstance(node, ast.Name | ast.Attribute) and name_of(node) in BANNED_NAMES:
            yield f"line {node.lineno}: {name_of(node)}"
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name.split(".")[0] for alias in node.names} | {getattr(node, "module", "") or ""}
            if names & BANNED_NAMES:
                yield f"line {node.lineno}: imports {', '.join(names & BANNED_NAMES)}"


@pytest.mark.parametrize("path", UI, ids=lambda path: path.stem)
def test_the_screen_reads_no_foreign_text_as_markup(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", [p for p in MODULES if p not in UI], ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_shell_and_no_other_parser_anywhere(path: Path) -> None:
    found = [fault for fault in faults(path.read_text(encoding="utf-8")) if "markup" not in fault]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "Static(title)",
        "Static(f'{title}')",
        "Static(article.title, markup=True)",
        "self.query_one(Static).update(str(error))",
        "app.notify(reason)",
        "panel.border_title = feed.title",
        "yield Option(title, id='x')",
        "Selection[int](name, 1)",
        "Static('[b]' )",
        "title = feed.title\nStatic(title)",
        "import webbrowser",
        "from textual.widgets import Markdown",
        "Content.from_markup(title)",
        "subprocess.run(command, shell=True)",
        "os.system(command)",
    ],
)
def test_the_look_finds_what_it_is_for(source: str) -> None:
    assert list(faults(source))


@pytest.mark.parametrize(
    "source",
    [
        "Static(Content(title))",
        "Static(title, markup=False)",
        "title = Content(feed.title)\nStatic(title)",
        "Static(Content('a').join(parts), classes='text')",
        "Static(classes='problem')",
        "panel.border_title = Content(title)",
        "subprocess.run([command], shell=False)",
    ],
)
def test_the_look_lets_pass_what_is_safe(source: str) -> None:
    assert not list(faults(source))
