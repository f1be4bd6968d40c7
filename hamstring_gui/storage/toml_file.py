"""TOML files: reading one that a person may have written, where whatever is wrong is a `StorageError`; and writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hamstring_gui.domain.reading import ReadingError
from hamstring_gui.storage.database_file import opened
from hamstring_gui.storage.errors import StorageError, plain

MOST_BYTES = 1_000_000
MOST_DOTS = 20
"""In one key: the time that reading it takes grows with their square."""
MOST_KEYS = 20_000
"""Keys and tables of one file; the largest of ours has 300."""
DEEPEST = 100
"""Lists and tables in one another: `tomllib` calls itself for each."""

_MARK = r"""["'#.,=\n\[\]{}]"""
_UNSEEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
_HIDDEN = rf"\\[bfruUx]|{_UNSEEN}"
_END_OF_LINE_TEXT = {'"': r'["\\\n]', "'": r"['\n]"}


def read_text(path: Path) -> str:
    """The text of a regular file of at most `MOST_BYTES` in UTF-8, without a byte order mark. Raises `StorageError`."""
    try:
        if path.exists() and not path.is_file():
            raise StorageError(f"{path}: this is not a file")
        with opened(path) as file:
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
    import tomllib

    _check_shape(text, path)
    if text.count("=") + text.count("\n[") > MOST_KEYS:
        raise StorageError(f"{path}: this is too much; at most {MOST_KEYS} keys and tables are read")
    try:
        tables = tomllib.loads(text)
        return {key: _seen(value) for key, value in tables.items()} if re.search(_HIDDEN, text) else tables
    except RecursionError:
        raise StorageError(f"{path}: this is nested too deeply") from None
    except ValueError as error:  # TOMLDecodeError, and a number of more digits than Python reads
        raise StorageError(f"{path}: this is not TOML: {error}") from error


def _seen(value: Any) -> Any:
    """The same without what nobody sees in a text and what turns the direction of what is written beside it."""
    if isinstance(value, str):
        return re.sub(_UNSEEN, "", value)
    if isinstance(value, list):
        return [_seen(one) for one in value]
    return {key: _seen(one) for key, one in value.items()} if isinstance(value, dict) else value


def _check_shape(text: str, path: Path | str) -> None:
    """Refuse keys of very many parts, and deep nesting, before anything is parsed.

    Each character is looked at once, by no more than searches for single characters: what `re` and `tomllib` do with
    hostile text differs between releases of Python. Text that is no TOML is for the parser to refuse.
    """
    if text.count("[") + text.count("{") <= DEEPEST and max(map(_dots, text.split("\n"))) <= MOST_DOTS:
        return
    depth = dots = at = key = 0
    marks = re.compile(_MARK)
    while found := marks.search(text, at):
        mark, at = found[0], found.end()
        if mark in _END_OF_LINE_TEXT:
            at = _after_text(text, found.start(), mark)
        elif mark == "#":
            at = _or_end(text, text.find("\n", at))
        elif mark == ".":
            dots += 1
        else:
            dots, key = 0, at
            depth += (mark in "[{") - (mark in "]}")
        if dots > MOST_DOTS:
            shown = " ".join(text[key : key + 40].split())
            raise StorageError(f"{path}: this is nested too deeply: {shown}… has more than {MOST_DOTS} dots")
        if depth > DEEPEST:
            raise StorageError(f"{path}: this is nested too deeply")


def _dots(line: str) -> int:
    return line.count(".")


def _after_text(text: str, begin: int, quote: str) -> int:
    """Where a text in quotes, which begins at `begin`, is over; the end of the file if it never is."""
    if text.startswith(3 * quote, begin):
        end = begin + 3
        while (end := text.find(3 * quote, end)) >= 0:
            if quote == "'" or not _is_escaped(text, end):
                return end + 3 + text.startswith(quote, end + 3) + text.startswith(2 * quote, end + 3)
            end += 1
        return len(text)
    end = begin + 1
    marks = re.compile(_END_OF_LINE_TEXT[quote])
    while (found := marks.search(text, end)) and found[0] == "\\":
        end = found.end() + 1
    return found.end() if found else len(text)


def _is_escaped(text: str, at: int) -> bool:
    backslashes = at
    while text[backslashes - 1] == "\\":
        backslashes -= 1
    return (at - backslashes) % 2 == 1


def _or_end(text: str, at: int) -> int:
    return at if at >= 0 else len(text)


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of the TOML file at `path`. Raises `StorageError`."""
    return parse(read_text(path), path)


def toml_text(tables: Mapping[str, Any]) -> str:
    """The text of a file of these values, in their order."""
    import tomlkit  # 17 ms that only writing pays

    document = tomlkit.document()
    for key, value in tables.items():
        document[key] = value
    return document.as_string()


def plain_number(number: float) -> float:
    """Whole numbers without a point, as a person writes them."""
    return int(number) if number == int(number) else number
