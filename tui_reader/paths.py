"""Where the reader's files live: the habits of the system, or what the environment says."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

_NAME = "tui-reader"


def _config_file() -> Path:
    return _from_environment("TUI_READER_CONFIG") or platformdirs.user_config_path(_NAME) / "config.toml"


def _library_file() -> Path:
    return _from_environment("TUI_READER_LIBRARY") or platformdirs.user_data_path(_NAME) / "library.db"


def _log_file() -> Path:
    return platformdirs.user_log_path(_NAME) / "tui-reader.log"


def _cache_dir() -> Path:
    return platformdirs.user_cache_path(_NAME)


def _from_environment(name: str) -> Path | None:
    value = os.environ.get(name, "")
    return Path(value).expanduser() if value else None


@dataclass(frozen=True, slots=True)
class Paths:
    """The reader's files. Nothing is made or read by asking; `Paths()` takes the environment as it is now.

    `TUI_READER_CONFIG` and `TUI_READER_LIBRARY` name other files than the usual ones.
    """

    config_file: Path = field(default_factory=_config_file)
    library_file: Path = field(default_factory=_library_file)
    log_file: Path = field(default_factory=_log_file)
    cache_dir: Path = field(default_factory=_cache_dir)

    @property
    def demo_library(self) -> Path:
        """The library of the sample edition, apart from the user's own."""
        return self.cache_dir / "sample.db"
