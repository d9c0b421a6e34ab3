"""What goes between the reader and its processes: a length and pickled data, read back with mistrust."""

import io
import pickle
from typing import IO, Any

ROOT = __name__.partition(".")[0]
"""The package whose own classes may come back from a process."""

_LENGTH = 8


def send(stream: IO[bytes], data: bytes, *, bare: bool = False) -> None:
    stream.write(data if bare else len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """One message. Raises EOFError when the other end is gone."""
    length = stream.read(_LENGTH)
    data = stream.read(int.from_bytes(length, "big")) if len(length) == _LENGTH else b""
    if len(length) < _LENGTH or len(data) < int.from_bytes(length, "big"):
        raise EOFError
    return bytes(data)


def pack(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpack_trusted(data: bytes) -> Any:
    """For the process, which trusts the reader."""
    return pickle.loads(data)


def unpack(data: bytes) -> Any:
    """For the reader. Raises ValueError when `data` is anything but plain data and this package's own records."""
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError) as error:
        raise ValueError(str(error)) from error


class _Unpickler(pickle.Unpickler):
    """Takes from a process, which has handled hostile bytes, only plain data and this package's own classes."""

    _PLAIN = frozenset(
        {
            ("array", "array"),
            ("array", "_array_reconstructor"),
            ("builtins", "bytearray"),
            ("builtins", "complex"),
            ("builtins", "frozenset"),
            ("builtins", "set"),
            ("builtins", "slice"),
            ("copyreg", "_reconstructor"),
            ("builtins", "object"),
            ("datetime", "date"),
            ("datetime", "datetime"),
            ("datetime", "timedelta"),
            ("datetime", "timezone"),
        }
    )

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in self._PLAIN:
            return super().find_class(module, name)
        if module.partition(".")[0] == ROOT and isinstance(found := super().find_class(module, name), type):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is not expected")
