"""What files of a history are called, in the window as at a terminal: which ending belongs to which format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

FORMATS = ("json", "csv", "pdf")
OF_FORMATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {**{form: (form,) for form in FORMATS}, "picture": ("png", "svg")}
)
"""The endings of each, the usual one first; "picture" is that of the chart."""
OTHERS = ("gif", "hamstring", "htm", "html", "jpeg", "jpg", "ods", "sqlite3", "toml", "webp", "xls", "xlsx", "zip")
"""What people, or this program, would open with something that can't read any of the formats."""


def ending_of(name: str | PurePath) -> str:
    """`json` for `History.JSON`; nothing for a name without an ending."""
    return PurePath(name).suffix.lower().removeprefix(".")


def contradicts(form: str, name: str | PurePath) -> bool:
    """Whether a file's name ends as those of another kind do than the format it is written in."""
    known = {ending for endings in OF_FORMATS.values() for ending in endings} | {*OTHERS}
    return ending_of(name) in known - set(OF_FORMATS[form])
