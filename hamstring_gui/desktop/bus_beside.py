"""What speaks D-Bus, in threads of the process that plays the tones: one process less, all through a session.

A bus that hangs holds up such a thread, and neither tones nor speech.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections import deque
from contextlib import suppress

from hamstring_gui.desktop.speech import tell

CLOSING_S = 0.3
PUT_BACK_S = 5.0
"""So long the next one waits for the one before it, which has the player's name yet."""


class Handed:
    """Lines from one thread to another; who hands them never waits. The pipe only wakes who takes them."""

    def __init__(self) -> None:
        self._lines: deque[str] = deque()
        self._out_of, self._into = os.pipe()
        os.set_blocking(self._into, False)

    def hand(self, line: str) -> None:
        self._lines.append(line)
        with suppress(OSError):  # full, and so it wakes; or nobody takes them any more
            os.write(self._into, b"\n")

    def end(self) -> None:
        os.close(self._into)

    def fileno(self) -> int:
        return self._out_of

    def come(self) -> list[str] | None:
        """Waits for some; `None` once they have ended."""
        ended = not os.read(self._out_of, 4096)
        lines = [self._lines.popleft() for _ in range(len(self._lines))]
        return None if ended and not lines else lines

    def close(self) -> None:
        os.close(self._out_of)


class BusBeside:
    """As a process is started, `begin` starts a thread, and `rest` ends its lines. What comes when there is none was
    meant for one that is over."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._handed: Handed | None = None

    def take(self, line: str) -> None:
        asked = json.loads(line)
        if asked["do"] == "begin":
            self._rest()
            self._handed = Handed()
            how = self._handed, self._thread, asked["jeepney"], asked["lodging"]
            self._thread = threading.Thread(target=_live, args=how, daemon=True)
            self._thread.start()
        elif asked["do"] == "rest":
            self._rest()
        elif self._handed is not None:
            self._handed.hand(line)

    def _rest(self) -> None:
        if self._handed is not None:
            self._handed.end()
            self._handed = None

    def close(self) -> None:
        """Let it put everything back, for a moment at most."""
        self._rest()
        if self._thread is not None:
            self._thread.join(CLOSING_S)


def _live(handed: Handed, before: threading.Thread | None, jeepney: str, lodging: int) -> None:
    try:
        if before is not None:
            before.join(PUT_BACK_S)
        if jeepney not in sys.path:
            sys.path.append(jeepney)
        from hamstring_gui.desktop.bus_helper import Desk

        Desk(handed).run()
    except Exception:  # whatever a bus or a library may do: the program is told, and knows what to do without
        tell(json.dumps({"gone": lodging}))
    finally:
        handed.close()
