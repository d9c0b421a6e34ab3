"""From the arguments to a sub-command, and from whatever went wrong to one line and an exit status."""

import errno
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from .. import __version__
from .output import note
from .session import Failure, NoTerminal, Session, shared_options

COMMANDS = {
    "open": "screen",
    "add": "feeds",
    "remove": "feeds",
    "feeds": "feeds",
    "set": "settings",
    "refresh": "refreshing",
    "list": "articles",
    "show": "articles",
    "search": "articles",
    "brief": "briefs",
    "summarize": "texts",
    "extract": "texts",
    "import": "transfer",
    "export": "transfer",
    "doctor": "doctor",
}
"""Sub-command -> the module that has it, loaded when it is called."""

HELP = """The news, in a terminal, for people with no time.

Without a command, opens the reader. The commands do one thing each with the same library, and need no terminal:
tables for people, plain text in a pipe, --json where they list."""

EPILOG = """\b
Exit status: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
Tab completion, for bash (zsh and fish likewise):
  eval "$(_TUI_READER_COMPLETE=bash_source tui-reader)"
"""


class Commands(click.Group):
    """A group whose commands are imported one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".{COMMANDS[cmd_name]}", __package__)
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=Commands,
    help=HELP,
    epilog=EPILOG,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@shared_options(hidden=False)
@click.version_option(__version__, message="tui-reader %(version)s")
@click.pass_context
def tui_reader(context: click.Context) -> object:
    if context.invoked_subcommand is not None:
        return None
    command = tui_reader.get_command(context, "open")
    assert command is not None
    return context.invoke(command)


def run(arguments: Sequence[str]) -> int:
    """Runs the reader with the command line's `arguments` (without the program's name); gives the exit status."""
    _forgive_encodings()
    if "_TUI_READER_COMPLETE" in os.environ:
        tui_reader.main(list(arguments), prog_name="tui-reader")
    session = Session()
    try:
        with tui_reader.make_context("tui-reader", list(arguments), obj=session) as context:
            status = tui_reader.invoke(context)
        _flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as stop:
        _flush()
        return stop.exit_code
    except (KeyboardInterrupt, click.Abort):
        note("Interrupted.")
        return 130
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "tui-reader"
        advice = "" if isinstance(error, NoTerminal) else f" See: {path} --help"
        note(f"{path}: {_sentence(error.format_message())}{advice}")
        return 2
    except Failure as error:
        note(f"tui-reader: {error.message}")
        return 1
    except BrokenPipeError:
        _abandon_output()
        return 0
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            return _fault(error, session)
        note(f"tui-reader: the output could not be written: {error.strerror}")
        _abandon_output()
        return 1
    except Exception as error:  # the last line of defence: never a traceback on the terminal
        return _fault(error, session)


def _fault(error: Exception, session: Session) -> int:
    from .trouble import report

    return report(error, session.paths.log_file)


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", ")")) else text + "."


def _forgive_encodings() -> None:
    """A terminal that knows no Unicode gets "?" for what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _abandon_output() -> None:
    """Who read our output has gone: what is still buffered goes nowhere, without a word at exit."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
