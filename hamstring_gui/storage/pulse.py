"""How what takes long lets the rest of the program live, and can be called off.

Whoever reads or writes much calls a `Pulse` again and again, with how much of it is done (0 to 1) where that is known.
The window paints and answers in between; `Cancelled` comes out of it when nobody wants the rest any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from hamstring_gui.storage.errors import StorageError

Pulse = Callable[[float | None], None]
T = TypeVar("T")


class Cancelled(StorageError):
    """Somebody called it off: nothing of it was done, and nothing is wrong."""


def no_pulse(_: float | None) -> None:
    """Where nobody waits at a window."""


def paced(things: Iterable[T], pulse: Pulse, of: int = 0) -> Iterator[T]:
    """The things, with a pulse before each; `of` is how many there are, where that is known."""
    for number, thing in enumerate(things):
        pulse(number / of if of > number else None)
        yield thing
