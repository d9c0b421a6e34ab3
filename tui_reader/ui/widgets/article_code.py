"""Colours for code, by Pygments, which is imported when the first code is seen.

Code comes from strangers and a lexer is a set of regular expressions: only lexers of a list are used, on short blocks.
"""

from ...domain.document import Block
from .article_paint import Mark

SIZE_LIMIT = 20_000
LINE_LIMIT = 500

_LEXERS = {
    "bash": "BashLexer",
    "c": "CLexer",
    "c++": "CppLexer",
    "cpp": "CppLexer",
    "css": "CssLexer",
    "diff": "DiffLexer",
    "go": "GoLexer",
    "html": "HtmlLexer",
    "ini": "IniLexer",
    "java": "JavaLexer",
    "javascript": "JavascriptLexer",
    "js": "JavascriptLexer",
    "json": "JsonLexer",
    "kotlin": "KotlinLexer",
    "lua": "LuaLexer",
    "php": "PhpLexer",
    "py": "PythonLexer",
    "python": "PythonLexer",
    "python3": "PythonLexer",
    "rb": "RubyLexer",
    "rs": "RustLexer",
    "ruby": "RubyLexer",
    "rust": "RustLexer",
    "sh": "BashLexer",
    "shell": "BashLexer",
    "sql": "SqlLexer",
    "swift": "SwiftLexer",
    "toml": "TOMLLexer",
    "ts": "TypeScriptLexer",
    "typescript": "TypeScriptLexer",
    "xml": "XmlLexer",
    "yaml": "YamlLexer",
    "yml": "YamlLexer",
}


def can_colour(block: Block) -> bool:
    """Whether `colour` would do anything for a block of code."""
    return block.language.lower() in _LEXERS and sum(len(span.text) for span in block.spans) <= SIZE_LIMIT


def colour(block: Block) -> list[Mark]:
    """What to set off in a block of code; nothing for a language that is not on the list, or very long lines."""
    text = block.text()
    name = _LEXERS.get(block.language.lower(), "")
    if not name or len(text) > SIZE_LIMIT or max(map(len, text.split("\n")), default=0) > LINE_LIMIT:
        return []
    import pygments.lexers as lexers
    from pygments.token import Token

    kinds = (
        (Token.Keyword, "key-name"),
        (Token.Operator.Word, "key-name"),
        (Token.Comment, "comment"),
        (Token.Literal, "literal"),
        (Token.Name.Function, "name"),
        (Token.Name.Class, "name"),
        (Token.Name.Tag, "key-name"),
        (Token.Name.Attribute, "name"),
        (Token.Generic.Inserted, "literal"),
        (Token.Generic.Deleted, "comment"),
    )
    marks: list[Mark] = []
    for start, token, value in getattr(lexers, name)().get_tokens_unprocessed(text):
        if kind := next((kind for parent, kind in kinds if token in parent), ""):
            marks.append(Mark(start, start + len(value), kind))
    return marks
