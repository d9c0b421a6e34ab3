"""The screen. The only package that imports textual."""

import gc
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..reader import Reader


def run(reader: "Reader", problems: Sequence[str] = ()) -> int:
    """Show the reader until the user leaves it; its exit status. `problems`: clean lines to show at the start.

    Raises the error that ended it when nobody foresaw it, the terminal being as it was before.
    """
    gc.disable()  # nothing that is made while it starts is garbage; once painted, the screen turns it on again
    from .app import ReaderApp

    app = ReaderApp(reader, problems)
    app.run()
    app.raise_fault()
    return app.return_code or 0
