"""summarize, extract: a text or a page from anywhere, without the library."""

import click

from .output import note, say, say_json
from .plain import markdown, plain_text
from .session import Failure, Session, command
from .show import say_summary, summary_record
from .sources import is_address, looks_like_html, read_source, text_of


@command("summarize", short_help="Print the sentences that matter most in a text.")
@click.argument("source", metavar="FILE|URL|-")
@click.option(
    "--sentences", type=click.IntRange(1, 100), metavar="N", help="This many [as suits its length, or as configured]."
)
@click.option("--words", type=click.IntRange(1, 10_000), metavar="N", help="As many sentences as make about N words.")
@click.option("--title", default="", metavar="TEXT", help="The text's headline, when the text does not give it.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
def summarize_command(
    session: Session, source: str, sentences: int | None, words: int | None, title: str, as_json: bool
) -> None:
    """Print the sentences that matter most in a text: its own, in its own order.

    HTML and plain text are told apart; - reads standard input. Made on this machine; only a URL is fetched.
    """
    from .. import summary

    config = session.settings_with_notes()
    count = sentences or config.summary_sentences
    if is_address(source) or looks_like_html(page := read_source(source)):
        from .extracting import extraction_at, extraction_of

        found = extraction_at(source, config.network) if is_address(source) else extraction_of(page)
        title = title or found.title
        made = summary.summarize_document(found.document, title=title, sentences=count, words=words)
    else:
        made = summary.summarize_text(text_of(page), title=title, sentences=count, words=words)
    if as_json:
        say_json(summary_record(made))
    elif made.sentences:
        say_summary(made)
    if not made.sentences:
        raise Failure(f"{source}: no text was found to summarise")


@command("extract", short_help="Print the article that a web page holds.")
@click.argument("source", metavar="FILE|URL|-")
@click.option("--base", default="", metavar="URL", help="The page's address, for its links, when it comes from a file.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print Markdown.")
def extract_command(session: Session, source: str, base: str, as_json: bool, as_markdown: bool) -> None:
    """Print the article that a web page holds, without what stands around it.

    What is missing (a paywall, a page built by scripts) is said on standard error; the exit status is 1 when no text
    was found at all.
    """
    from .extracting import extraction_at, extraction_of, extraction_of_text

    config = session.settings_with_notes()
    if is_address(source):
        extraction = extraction_at(source, config.network)
    elif looks_like_html(page := read_source(source)):
        extraction = extraction_of(page, base)
    else:
        extraction = extraction_of_text(text_of(page))
    document = extraction.document
    if as_json:
        record = {
            "title": extraction.title,
            "byline": extraction.byline,
            "published": extraction.published,
            "language": extraction.language or document.language,
            "site": extraction.site,
            "image": extraction.image,
            "status": extraction.status.value,
            "reason": extraction.reason,
            "steps": list(extraction.steps),
            "words": document.words(),
            "text": document.text(),
            "links": list(document.links),
        }
        say_json(record)
    elif document.text():
        if extraction.title:
            say(("# " if as_markdown else "") + extraction.title)
            say()
        say(markdown(document) if as_markdown else plain_text(document))
    if not document.text():
        raise Failure(f"{source}: {extraction.reason or 'no article was found in it'}")
    if extraction.reason and not as_json:
        note(f"tui-reader: {source}: {extraction.reason}")
