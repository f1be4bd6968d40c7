"""The process that has Speech Dispatcher speak, until its standard input ends; its lines: `speech_lines`.

Run by `system_voice.SystemVoice` on Linux. Standard library only. Whatever the daemon does, only this process waits.
"""

from __future__ import annotations

import queue
import signal
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

if __name__ == "__main__":  # whatever Python it is, and wherever it was started
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from hamstring_gui.desktop import ssip
from hamstring_gui.desktop.speech import tell
from hamstring_gui.desktop.speech_lines import NO_VOICE, Manner, Saying, of_language, utf_8_lines

AGAIN_S = 3.0
"""Who didn't answer is asked again so much later at the soonest."""
LATER_S = 15.0
"""So often that is tried of itself."""


class Speaker:
    """Commands are done in order, in a thread that may wait for the daemon; of what says or hushes, only the last."""

    now = staticmethod(time.monotonic)

    def __init__(self) -> None:
        self._todo: queue.SimpleQueue[tuple[str, str, int]] = queue.SimpleQueue()
        self._newest = 0
        self._manner = Manner()
        self._known: list[tuple[str, str]] | None = None
        self._connection: ssip.Connection | None = None
        self._again_at, self._why = 0.0, ""
        self._again_s: float | None = None
        self._said: Saying | None = None
        self._message = ""
        self._thread = threading.Thread(target=self._work, daemon=True)

    def obey(self, lines: Iterable[str]) -> None:
        self._thread.start()
        self._todo.put(("prepare", "", 0))
        for line in lines:
            command, _, argument = line.rstrip("\r\n").partition(" ")
            if command in ("say", "hush"):
                self._newest += 1
            self._todo.put((command, argument, self._newest))
        self._todo.put(("end", "", 0))
        self._thread.join(ssip.ANSWER_S)

    def _work(self) -> None:
        while True:
            try:
                command, argument, turn = self._todo.get(timeout=self._again_s)
            except queue.Empty:
                command, argument, turn = "prepare", "", 0
            try:
                if command == "end":
                    return self._end()
                self._do(command, argument, turn)
            except ssip.SilentError as error:
                self._lose(str(error))

    def _end(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _do(self, command: str, argument: str, turn: int) -> None:
        if command == "say":
            self._say(Saying.read(argument), turn)
        elif command == "hush":
            self._hush()
        elif command == "event":
            self._hear(argument)
        elif command == "voices":
            self._tell_whether_it_speaks()
        elif command == "prepare":
            self._connected()
        else:
            self._manner = self._manner.changed(command, argument)
            if self._connection is not None:
                self._set(self._connection, self._manner)
            if command == "language":
                self._tell_whether_it_speaks()

    def _connected(self) -> ssip.Connection:
        if self._connection is None:
            if self.now() < self._again_at:
                raise ssip.SilentError(self._why)
            self._connection = ssip.Connection(lambda *event: self._todo.put(("event", " ".join(event), 0)))
            self._connection.ask("SET self NOTIFICATION ALL on")
            self._set(self._connection, self._manner)
            self._again_s = None
            threading.Thread(target=self._list, daemon=True).start()
        return self._connection

    def _list(self) -> None:
        """On a connection of its own: it takes a second, in which something may have to be said."""
        try:
            with closing(ssip.Connection()) as connection:
                self._known = ssip.voices(connection)
        except ssip.SilentError:
            return
        self._todo.put(("voices", "", 0))

    def _tell_whether_it_speaks(self) -> None:
        if self._known is not None:
            tell("speaks" if of_language(self._known, self._manner.language) else f"speechless: {NO_VOICE}")

    def _set(self, connection: ssip.Connection, manner: Manner) -> None:
        connection.ask(f"SET self LANGUAGE {manner.language.replace('_', '-').lower()}")
        connection.ask(f"SET self RATE {round(100 * manner.pace)}")
        connection.ask(f"SET self VOLUME {round(200 * manner.volume) - 100}")

    def _say(self, saying: Saying, turn: int) -> None:
        spoken = ""
        try:
            self._hush()
            if turn == self._newest and self.now() <= saying.latest:
                connection = self._connected()
                if turn == self._newest and self.now() <= saying.latest:
                    spoken = connection.speak(saying.text)
        finally:
            if spoken:
                self._said, self._message = saying, spoken
            else:
                tell(f"dropped {saying.number}")

    def _hush(self) -> None:
        if self._said is not None and self._connection is not None:
            said, self._said = self._said, None
            tell(f"said {said.number}")
            self._connection.ask("CANCEL self")

    def _hear(self, event: str) -> None:
        number, message = event.split(" ", 1)
        if number == ssip.GONE and self._connection is not None:
            raise ssip.SilentError(ssip.NO_ANSWER)
        if self._said is None or message != self._message:
            return
        if number == ssip.BEGUN:
            if self.now() > self._said.latest and self._connection is not None:
                said, self._said = self._said, None
                self._connection.ask("CANCEL self")
                tell(f"dropped {said.number}")
            else:
                tell(f"saying {self._said.number}")
        elif number in (ssip.ENDED, ssip.CUT):
            said, self._said = self._said, None
            tell(f"said {said.number}")

    def _lose(self, reason: str) -> None:
        self._again_at, self._why = self.now() + AGAIN_S, reason
        self._again_s = None if reason == ssip.NOT_INSTALLED else LATER_S
        self._end()
        if self._said is not None:
            tell(f"dropped {self._said.number}")
            self._said = None
        tell(f"speechless: {reason}")


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is the program's to answer
    with utf_8_lines() as lines:
        Speaker().obey(lines)


if __name__ == "__main__":
    main()
