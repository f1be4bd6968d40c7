"""How what takes long lets the rest of the program live, and can be called off.

Whoever reads or writes much calls a `Pulse` again and again, with how much of it is done (0 to 1) where that is known.
The window paints and answers in between; `Cancelled` comes out of it when nobody wants the rest any more.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from hamstring_gui.storage.errors import StorageError

LOOKED_AT_S = 0.02

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


def beside(work: Callable[[Pulse], T], pulse: Pulse) -> T:
    """Do in a thread what can't be paused for a pulse; what comes out of it, comes out here.

    `work` is given a pulse of its own, out of which `Cancelled` comes once it was called off here; then nobody waits
    for it.
    """
    outcome: list[T] = []
    fault: list[BaseException] = []
    off = threading.Event()

    def heed(_: float | None) -> None:
        if off.is_set():
            raise Cancelled("nobody wants this any more")

    def run() -> None:
        try:
            outcome.append(work(heed))
        except BaseException as error:
            fault.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(LOOKED_AT_S)
            pulse(None)
    except BaseException:
        off.set()
        raise
    for error in fault:
        raise error
    return outcome[0]
