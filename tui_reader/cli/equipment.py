"""What doctor says of pictures, and of the settings that only the screen knows."""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from ..config import Config
from ..domain.text import clean_line
from .finding import Finding, State

SECONDS = 30.0

_CHECK = """
import json, sys
sys.path[:], theme, keys = json.load(sys.stdin)
from tui_reader.ui.checking import problems
print(json.dumps(problems(theme, keys)))
"""


def pictures(config: Config) -> Finding:
    """Whether pictures can be drawn."""
    if config.images is False:
        return Finding(State.OK, "pictures", "off, by the setting images")
    try:
        found = version("pillow")
    except PackageNotFoundError:
        do = 'Install it with the reader: pip install "tui-reader[images]"'
        return Finding(State.HINT, "pictures", "none are drawn: Pillow is not installed", do)
    return Finding(State.OK, "pictures", f"drawn when asked for, with Pillow {found}")


def screen_settings(config: Config) -> Iterator[Finding]:
    """What is wrong with the theme and the keys. A process of its own looks: no command loads the screen."""
    if not config.theme and not config.keys:
        return
    asked = json.dumps([sys.path, config.theme, dict(config.keys)])
    command = [sys.executable, "-P", "-c", _CHECK]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, text=True, timeout=SECONDS, check=True)
        found = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        why = clean_line(getattr(error, "stderr", "") or str(error)).rpartition("Error: ")[2]
        yield Finding(State.HINT, "settings", f"theme and keys could not be looked at: {why}")
        return
    for problem in found:
        yield Finding(State.WRONG, "settings", clean_line(problem), "Correct or delete the setting")
