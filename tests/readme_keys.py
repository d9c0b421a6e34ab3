"""Writes the table of keys into the README: python -m tests.readme_keys"""

import re
from pathlib import Path

from tui_reader.ui.keys import key_table

README = Path(__file__).parents[1] / "README.md"


def main() -> None:
    text = README.read_text("utf-8")
    written = re.sub(
        r"(?s)(<!-- keys:.*?-->\n).*?(<!-- /keys -->)",
        lambda found: found[1] + "\n" + key_table() + "\n" + found[2],
        text,
    )
    README.write_text(written, "utf-8")


if __name__ == "__main__":
    main()
