"""What speaks D-Bus for the program, until its lines end: a process, run by `bus.Bus`, or a thread (`bus_beside`).

Lines in and out are JSON objects; when those in end, what was begun is put back. In, by `do`: `play` (what plays, see
`mpris.Playing`), `stop`, `sleep` (what was to be done before the computer sleeps is done), `watch` (presence), `light`
(the screen stays lit while `on`), `notify` and `withdraw` (by the program's own `key`). Out, by what they have: `wish`
(and `value`), `happening`, `lit` by whom ("" where nobody keeps it so), `key` with `action` and `token`, and `silent`
with the reason why something can't be done here.

Run by Python with -I -S and where jeepney lies: what isn't imported takes no memory, all through a session.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import json
import os
import selectors
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Protocol

if __name__ == "__main__":
    sys.path = [os.path.realpath(f"{__file__}/../../.."), *sys.path[1:], *sys.argv[1:]]

from jeepney import DBusAddress, Message, MessageFlag, MessageType, new_error, new_method_return, new_signal

from hamstring_gui.desktop import mpris
from hamstring_gui.desktop.bus_line import BUS, BusError, BusLine, Fields
from hamstring_gui.desktop.headphones import Headphones
from hamstring_gui.desktop.lit_screen import LitScreen
from hamstring_gui.desktop.notifications import Notice, Notifications
from hamstring_gui.desktop.presence_watch import Sleep, listen_to_screensavers, locked_by_screensaver

DO_NOT_QUEUE, OURS = 4, 1
_saying = threading.Lock()


def say(**what: object) -> None:
    with _saying, suppress(OSError):
        sys.stdout.write(f"{json.dumps(what)}\n")
        sys.stdout.flush()


class Remote:
    """The player on the session bus, while something plays."""

    def __init__(self, line: BusLine) -> None:
        self._line = line
        self._playing: mpris.Playing | None = None
        self._name = ""

    def play(self, playing: mpris.Playing) -> None:
        """Raises `BusError`."""
        before, self._playing = self._playing, playing
        if before is None:
            self._take_a_name()
            return
        if changed := mpris.changed_properties(before, playing):
            self._tell(mpris.PROPERTIES, "PropertiesChanged", "sa{sv}as", (mpris.PLAYER, changed, []))
        if (position := mpris.jumped_to(before, playing, time.monotonic())) is not None:
            self._tell(mpris.PLAYER, "Seeked", "x", (position,))

    def _take_a_name(self) -> None:
        for name in (mpris.NAME, f"{mpris.NAME}.instance{os.getpid()}"):
            if self._line.call(BUS, "RequestName", "su", name, DO_NOT_QUEUE)[0] == OURS:
                self._name = name
                return

    def stop(self) -> None:
        """Raises `BusError`."""
        self._playing = None
        if self._name:
            self._line.call(BUS, "ReleaseName", "s", self._name)
            self._name = ""

    def _tell(self, interface: str, member: str, signature: str, body: tuple[Any, ...]) -> None:
        self._line.send(new_signal(DBusAddress(mpris.PATH, interface=interface), member, signature, body))

    def hear(self, message: Message) -> None:
        """Answer a call. Raises `BusError`."""
        if message.header.message_type != MessageType.method_call:
            return
        fields, idle = message.header.fields, mpris.Playing("Paused", "none", "", "")
        try:
            reply = mpris.answer(
                fields.get(Fields.path, ""), fields.get(Fields.interface, ""), fields.get(Fields.member, ""),
                fields.get(Fields.signature, ""), message.body, self._playing or idle, time.monotonic(),
            )  # fmt: skip
        except mpris.Refused as refused:
            answer = new_error(message, refused.name, "s", (refused.sentence,))
        else:
            answer = new_method_return(message, reply.signature or None, reply.body)
            if reply.wish and self._playing is not None:
                say(wish=reply.wish, value=reply.value)
        if not message.header.flags & MessageFlag.no_reply_expected:
            self._line.send(answer)


class Notices:
    """Notifications by the keys that the program knows them by."""

    def __init__(self, line: BusLine) -> None:
        self._notifications = Notifications(line)
        self._numbers: dict[str, int] = {}

    def show(self, key: str, notice: Notice) -> None:
        """Raises `BusError`."""
        self._numbers[key] = self._notifications.show(notice, instead_of=self._numbers.get(key, 0))

    def withdraw(self, key: str) -> None:
        """Raises `BusError`."""
        if key in self._numbers:
            self._notifications.withdraw(self._numbers[key])

    def hear(self, message: Message) -> None:
        answer = self._notifications.heard(message)
        key = next((one for one, number in self._numbers.items() if answer and number == answer.number), None)
        if answer is not None and key is not None:
            if not answer.action:
                del self._numbers[key]
            say(key=key, action=answer.action, token=answer.token)


class Lines(Protocol):
    """What is asked for: by `fileno` one can wait for some to `come`, `None` once they have ended."""

    def fileno(self) -> int: ...

    def come(self) -> list[str] | None: ...


class Typed:
    """The lines of the standard input."""

    def __init__(self) -> None:
        self._begun = b""

    def fileno(self) -> int:
        return sys.stdin.fileno()

    def come(self) -> list[str] | None:
        typed = os.read(self.fileno(), 65536)
        *lines, self._begun = (self._begun + typed).split(b"\n")
        return [line.decode() for line in lines] if typed else None


class Desk:
    """Does what lines ask for, each part beginning when it is first wanted; what can't be is said once, and left."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._selector = selectors.DefaultSelector()
        self._selector.register(lines.fileno(), selectors.EVENT_READ, self._read)
        self._over = False
        self._session: BusLine | None = None
        self._system: BusLine | None = None
        self._remote: Remote | None = None
        self._notices: Notices | None = None
        self._sleep: Sleep | None = None
        self._headphones: Headphones | None = None
        self._screen = LitScreen(self._on_session_bus)

    def run(self) -> None:
        """Until the lines end, or something fails that isn't foreseen; also then all is put back."""
        try:
            while not self._over:
                for key, _ in self._selector.select():
                    key.data()
                self._listen()
        finally:
            self._put_back()

    def _put_back(self) -> None:
        for part in (self._screen.let_dark, self._let_sleep, self._leave_headphones):
            with suppress(Exception):  # whatever it is, the others are put back
                part()
        for line in (self._session, self._system):
            if line is not None:
                line.close()
        self._selector.close()

    def _read(self) -> None:
        lines = self._lines.come()
        self._over = lines is None
        for line in lines or ():
            self._obey(json.loads(line))

    def _listen(self) -> None:
        """What came on the buses; also what came while an answer was waited for."""
        for line, hear in ((self._session, self._hear_session), (self._system, self._hear_system)):
            if line is not None:
                try:
                    for message in line.come():
                        with suppress(IndexError, KeyError, TypeError, ValueError, AttributeError):  # a stranger's
                            hear(message)
                except BusError as error:
                    self._lose(line, error)

    def _lose(self, line: BusLine, error: BusError) -> None:
        say(silent=f"the bus went away: {error}")
        self._selector.unregister(line.fileno())
        line.close()
        if line is self._session:
            self._session = self._remote = self._notices = None
            if self._screen.is_lit:
                self._screen.let_dark()
                say(lit=self._screen.keep())
        else:
            if self._sleep is not None:
                self._sleep.let_sleep()  # logind may still be there, and would wait for nobody
            self._system = self._sleep = None

    # -- lines -------------------------------------------------------------------------------------------------------
    def _obey(self, asked: dict[str, Any]) -> None:
        does: Mapping[str, Callable[..., None]] = {
            "play": self._play, "stop": self._stop, "watch": self._watch, "sleep": self._let_sleep,
            "light": self._light, "notify": self._notify, "withdraw": self._withdraw,
        }  # fmt: skip
        try:
            does[asked.pop("do")](**asked)
        except BusError as error:
            say(silent=str(error))

    def _on_session_bus(self) -> BusLine:
        if self._session is None:
            self._session = line = BusLine("SESSION")
            self._selector.register(line.fileno(), selectors.EVENT_READ, lambda: None)
        return self._session

    def _play(self, **what: Any) -> None:
        if self._remote is None:
            self._remote = Remote(self._on_session_bus())
        self._remote.play(mpris.Playing(**what))

    def _stop(self) -> None:
        self._leave_headphones()
        if self._sleep is not None:
            self._sleep.stop()
        if self._remote is not None:
            self._remote.stop()

    def _watch(self, headphones: bool) -> None:
        if headphones and self._headphones is None:
            self._headphones = Headphones(lambda: say(happening="unplugged"))
            self._headphones.watch()
        try:
            listen_to_screensavers(self._on_session_bus())
        finally:
            if self._sleep is None:
                self._system = line = BusLine("SYSTEM", descriptors=True)
                self._selector.register(line.fileno(), selectors.EVENT_READ, lambda: None)
                self._sleep = Sleep(line, lambda happening: say(happening=happening))
            self._sleep.watch()

    def _let_sleep(self) -> None:
        if self._sleep is not None:
            self._sleep.let_sleep()

    def _leave_headphones(self) -> None:
        if self._headphones is not None:
            self._headphones.close()
            self._headphones = None

    def _light(self, on: bool) -> None:
        if on:
            say(lit=self._screen.keep())
        else:
            self._screen.let_dark()

    def _notify(self, key: str, title: str, text: str, actions: list[tuple[str, str]]) -> None:
        try:
            if self._notices is None:
                self._notices = Notices(self._on_session_bus())
            self._notices.show(key, Notice(title, text, tuple((one, words) for one, words in actions)))
        except BusError:
            say(key=key, action="unshown", token="")
            raise

    def _withdraw(self, key: str) -> None:
        if self._notices is not None:
            self._notices.withdraw(key)

    # -- buses -------------------------------------------------------------------------------------------------------
    def _hear_session(self, message: Message) -> None:
        if self._remote is not None:
            self._remote.hear(message)
        if self._notices is not None:
            self._notices.hear(message)
        if (locked := locked_by_screensaver(message)) is not None:
            say(happening="locked" if locked else "unlocked")

    def _hear_system(self, message: Message) -> None:
        if self._sleep is not None:
            self._sleep.hear(message)


def main() -> None:
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)  # Ctrl+C in the terminal is the program's to answer
    Desk(Typed()).run()


if __name__ == "__main__":
    main()
