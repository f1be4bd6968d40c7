"""What speaks D-Bus, in a thread of the process that plays the tones: one process less, all through a session.

A bus that hangs holds up this thread, and neither tones nor speech.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from contextlib import suppress

from hamstring_gui.desktop.speech import tell

CLOSING_S = 0.3
GONE = '{"gone": true}'
"""What is told when it is over unasked."""


class BusBeside:
    """Hands lines on to a `bus_helper.Desk`. The first one says where jeepney lies."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._into = -1

    def take(self, line: str) -> None:
        if self._thread is None or not self._thread.is_alive():
            self.close()
            out_of, self._into = os.pipe()
            os.set_blocking(self._into, False)
            self._thread = threading.Thread(target=_live, args=(line, out_of), daemon=True)
            self._thread.start()
        with suppress(OSError):  # the thread has just ended, or has read nothing for so long that there is no room
            os.write(self._into, line.encode())

    def close(self) -> None:
        """Let it put everything back, for a moment at most."""
        if self._thread is not None:
            os.close(self._into)
            self._thread.join(CLOSING_S)


def _live(first: str, out_of: int) -> None:
    try:
        sys.path.append(json.loads(first)["jeepney"])
        from hamstring_gui.desktop.bus_helper import Desk

        Desk(out_of).run()
    except Exception:  # whatever a bus or a library may do: the program is told, and knows what to do without
        tell(GONE)
    finally:
        os.close(out_of)
