"""Run as a script: the whole program in a process that the kernel ends as soon as it makes a socket to elsewhere.

`local_only.py probe` makes such a socket, to show that this holds; otherwise the first word is the buttons to press
(`Exercises|Settings`), and the others are the program's.
"""

from __future__ import annotations

import ctypes
import platform
import socket
import struct
import sys

CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""What the kernel calls the machine, and the number of `socket` on it."""
_LOAD, _JUMP_IF, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _END = 0x7FFF0000, 0x80000000
_ARCHITECTURE, _NUMBER, _FAMILY = 4, 0, 16
_NO_NEW_RIGHTS, _FILTER_CALLS = 38, 22


def forbid_other_sockets() -> None:
    """Only local sockets, and those that ask the kernel, from now on: anything else ends the process (SIGSYS)."""
    architecture, number = CALLS[platform.machine()]
    local = (socket.AF_UNIX, 16)
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE), (_JUMP_IF, 1, 0, architecture), (_RETURN, 0, 0, _ALLOW),
        (_LOAD, 0, 0, _NUMBER), (_JUMP_IF, 1, 0, number), (_RETURN, 0, 0, _ALLOW),
        (_LOAD, 0, 0, _FAMILY), (_JUMP_IF, 1, 0, local[0]), (_JUMP_IF, 0, 1, local[1]), (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _END),
    ]  # fmt: skip
    program = ctypes.create_string_buffer(b"".join(struct.pack("<HBBI", *step) for step in steps))
    described = ctypes.create_string_buffer(struct.pack("<HxxxxxxQ", len(steps), ctypes.addressof(program)))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0) or libc.prctl(_FILTER_CALLS, 2, described, 0, 0):
        sys.exit("the kernel has no such filter")


def walk(window: object, pages: list[str]) -> None:
    """Press one button after the other, by name, and rest on whatever has a tip; then leave."""
    from PySide6.QtCore import QEvent, QPoint, QTimer
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QApplication, QPushButton, QWidget

    def step(names: list[str]) -> None:
        for widget in window.findChildren(QWidget):  # type: ignore[attr-defined]
            if widget.toolTip() and widget.isVisible():
                middle = QPoint(widget.rect().center())
                QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, middle, widget.mapToGlobal(middle)))
        if not names:
            print("walked", flush=True)
            QApplication.exit(0)
            return
        buttons = window.findChildren(QPushButton)  # type: ignore[attr-defined]
        next(one for one in buttons if one.accessibleName() == names[0] and one.isVisible()).click()
        QTimer.singleShot(50, lambda: step(names[1:]))

    QTimer.singleShot(300, lambda: step(pages))


def main() -> None:
    forbid_other_sockets()
    socket.socketpair()[0].close()
    if sys.argv[1:] == ["probe"]:
        socket.socket(socket.AF_INET).close()
        return
    pages = sys.argv.pop(1).split("|")
    from hamstring_gui.ui.window import Window

    shown = Window.show

    def show(window: Window) -> None:
        shown(window)
        walk(window, pages)

    Window.show = show  # type: ignore[method-assign]
    from hamstring_gui.commands.command_line import main as program

    sys.exit(program(sys.argv[1:]))


if __name__ == "__main__":
    main()
