"""Reading a TOML file that a person may have written: whatever is wrong with it is a `StorageError`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hamstring_gui.domain.reading import ReadingError
from hamstring_gui.storage.errors import StorageError, plain

MOST_BYTES = 1_000_000
MOST_DOTS = 20
"""In one key: the time that reading it takes grows with their square."""

_TEXTS = re.compile(
    r'''"""(?:\\.?|"(?!"")|[^"\\])*+(?:"{3,5}|\Z)|"(?:\\[^\n]?|[^"\\\n])*+"?|'''
    r"""'{3}.*?(?:'{3,5}|\Z)|'[^'\n]*+'?|#[^\n]*+""",
    re.DOTALL,
)
"""What stands in quotes, and comments; what isn't closed reaches to the end, so that nothing is looked at twice."""
_KEY = re.compile(r"[\w\-.\" \t]+")


def read_text(path: Path) -> str:
    """The text of a regular file of at most `MOST_BYTES` in UTF-8, without a byte order mark. Raises `StorageError`."""
    try:
        if path.exists() and not path.is_file():
            raise StorageError(f"{path}: this is not a file")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise StorageError(f"{path}: there is no such file") from None
    except OSError as error:
        raise StorageError(f"{path}: {plain(error)}") from error
    if len(raw) > MOST_BYTES:
        raise StorageError(f"{path}: this is too large; at most {MOST_BYTES // 1000} kB are read")
    return decoded(raw, path)


def decoded(raw: bytes, path: Path | str) -> str:
    """UTF-8 as text, without a byte order mark; `path` is named in what is wrong. Raises `StorageError`."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StorageError(f"{path}: this is not UTF-8 text (byte {error.start + 1})") from error


@contextmanager
def explained_reading(path: Path | str) -> Iterator[None]:
    """Turn everything that reading values from tables raises into a `StorageError`: `FILE: KEY: reason`."""
    try:
        yield
    except ReadingError as error:
        raise StorageError(f"{path}: {error}") from error
    except OverflowError as error:
        raise StorageError(f"{path}: holds a number that is too large") from error
    except RecursionError:
        raise StorageError(f"{path}: this is nested too deeply") from None


def parse(text: str, path: Path | str) -> dict[str, Any]:
    """The tables of a TOML text; `path` is named in what is wrong. Raises `StorageError`."""
    _check_keys(text, path)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise StorageError(f"{path}: this is nested too deeply") from None
    except ValueError as error:  # TOMLDecodeError, and a number of more digits than Python reads
        raise StorageError(f"{path}: this is not TOML: {error}") from error


def _check_keys(text: str, path: Path | str) -> None:
    """Refuse keys of very many parts before they are read."""
    for key in _KEY.finditer(_TEXTS.sub('""', text)):
        if key[0].count(".") > MOST_DOTS:
            raise StorageError(
                f"{path}: this is nested too deeply: {key[0].strip()[:40]}… has {key[0].count('.')} dots"
            )


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of the TOML file at `path`. Raises `StorageError`."""
    return parse(read_text(path), path)
