"""Desktop notifications with buttons, by D-Bus: shown, taken back, and what became of them.

jeepney and the standard library only: a process without Qt uses it as well as `bus_helper`.
"""

from __future__ import annotations

from jeepney import DBusAddress, Message

from hamstring_gui.desktop.bus_line import BusError, BusLine, is_signal
from hamstring_gui.domain.values import dataclass

INTERFACE = "org.freedesktop.Notifications"
SERVER = DBusAddress("/org/freedesktop/Notifications", INTERFACE, INTERFACE)
PROGRAM, DESKTOP_FILE = "Hamstring", "hamstring"
DEFAULT = "default"
"""The action of a click on the notification itself."""
AS_THE_SERVER_LIKES = -1


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be shown: plain text. `actions` are (key, words on its button), those of `DEFAULT` on none."""

    title: str
    text: str = ""
    actions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of the notification with this number: the key of the action chosen, "" where it was closed without.

    `token` lets a window come to the front, where the desktop gives one.
    """

    number: int
    action: str
    token: str = ""


class Notifications:
    """On a line to the session bus."""

    def __init__(self, line: BusLine) -> None:
        """Raises `BusError`."""
        self._line = line
        self._tokens: dict[int, str] = {}
        line.listen_to(f"type='signal',interface='{INTERFACE}'")

    def capabilities(self) -> frozenset[str]:
        """Raises `BusError`, as where nobody shows any."""
        return frozenset(map(str, self._line.call(SERVER, "GetCapabilities")[0]))

    def show(self, notice: Notice, *, instead_of: int = 0) -> int:
        """Show it, in the place of another one maybe; gives its number. Raises `BusError`."""
        hints = {"desktop-entry": ("s", DESKTOP_FILE), "category": ("s", "presence")}
        title, text, actions = as_shown(notice, self.capabilities())
        (number,) = self._line.call(
            SERVER, "Notify", "susssasa{sv}i",
            PROGRAM, instead_of, DESKTOP_FILE, title, text, actions, hints, AS_THE_SERVER_LIKES,
        )  # fmt: skip
        return int(number)

    def withdraw(self, number: int) -> None:
        """Raises `BusError`; one that is gone already is none."""
        try:
            self._line.call(SERVER, "CloseNotification", "u", number)
        except BusError as error:
            if "org.freedesktop.DBus.Error" in str(error) and "ServiceUnknown" not in str(error):
                return
            raise

    def heard(self, message: Message) -> Answer | None:
        """What a signal says about a notification, if that is what it is; of other programs' ones, too."""
        if is_signal(message, INTERFACE, "ActivationToken"):
            number, token = message.body
            self._tokens[int(number)] = str(token)
        elif is_signal(message, INTERFACE, "ActionInvoked"):
            number, action = message.body
            return Answer(int(number), str(action), self._tokens.pop(int(number), ""))
        elif is_signal(message, INTERFACE, "NotificationClosed"):
            self._tokens.pop(int(message.body[0]), None)
            return Answer(int(message.body[0]), "")
        return None


def as_shown(notice: Notice, capabilities: frozenset[str]) -> tuple[str, str, list[str]]:
    """Title, text and actions for a server that can do this much."""
    from html import escape  # with all the names of letters there are

    title, text = notice.title, notice.text
    if "body" not in capabilities:
        title, text = " ".join(filter(None, (title, text))), ""
    elif "body-markup" in capabilities:
        text = escape(text, quote=False)
    actions = notice.actions if "actions" in capabilities else ()
    return title, text, [word for action in actions for word in action]
