"""set: how one feed is called, filed and fetched."""

import re
import sys
from typing import TYPE_CHECKING

import click

from .output import is_terminal, say
from .session import Failure, Session, command, one_feed

if TYPE_CHECKING:
    from ..domain.fetching import FetchState
    from ..domain.models import Feed

_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+: *[\x21-\x7e][\x20-\x7e]*")
_NAMES = {
    "title": "its title",
    "folder": "its folder",
    "full_text": "when its pages are fetched",
    "user_agent": "its User-Agent",
    "header": "its header",
    "auth_user": "its user",
    "secret_command": "its password command",
}


@command("set")
@click.argument("feed", metavar="FEED")
@click.option("--title", metavar="TITLE", help='Call it so; "" for its own title.')
@click.option("--folder", metavar="NAME", help='File it under this name only; "" for none.')
@click.option(
    "--full-text",
    type=click.Choice(["never", "open", "refresh"]),
    help="Fetch the pages of its teasers: only when asked, on opening, or ahead at each refresh.",
)
@click.option("--user-agent", metavar="TEXT", help="Tell its server another User-Agent.")
@click.option("--header", metavar="'NAME: VALUE'", help="Send its server one more header.")
@click.option("--user", "auth_user", metavar="NAME", help="Its server wants a name and a password.")
@click.option("--password-command", "secret_command", metavar="COMMAND", help="What prints the password, each time.")
@click.option("--ask-password", is_flag=True, help="Type the password now; it is kept in the system's keyring.")
def set_command(session: Session, feed: str, ask_password: bool, **given: str | None) -> None:
    """Change how a feed is called, filed and fetched.

    FEED is its number, its address, or (part of) its title. A password is never kept in the library.
    """
    changes = {name: value for name, value in given.items() if value is not None}
    if not changes and not ask_password:
        raise click.UsageError("nothing to change was given")
    if changes.get("header") and not _HEADER.fullmatch(changes["header"]):
        raise Failure("a header is a name, a colon and a value, such as 'X-Token: abc'")
    with session.reader() as reader:
        found = one_feed(reader, feed)
        if not found.url:
            raise Failure(f"{found.title} is the reader's own and has nothing to set")
        if ask_password:
            _keep_password(found, changes.get("auth_user") or _user(reader.library.fetch_states([found.id])))
        reader.library.set_feed(found.id, **changes)
        changed = [_NAMES[name] for name in changes] + ["its password"] * ask_password
        say(f"{found.title}: changed {', '.join(changed)}")


def _user(states: "list[FetchState]") -> str:
    return states[0].auth_user if states else ""


def _keep_password(feed: "Feed", user: str) -> None:
    from ..web import FetchError, secrets

    if not user:
        raise Failure("name the user as well, with --user NAME")
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise Failure("a password is typed on a terminal; elsewhere use --password-command")
    password = click.prompt("Password", hide_input=True, err=True)
    try:
        secrets.store_in_keyring(feed.url, user, password)
    except FetchError as error:
        raise Failure(error.reason) from None
