"""The process that keeps the screen awake until its standard input ends. Run by `awake.Awake`, to which it says how.

It is for systems without D-Bus, and takes the place of `bus_helper` where that fails. The desktop's service is asked
first; on X11 without one, the X server itself.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import ctypes
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial

KEPT, NOT_KEPT = "kept awake by", "can't be kept awake"
_SUSPENDS_FROM = (1, 1)


def main() -> None:
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)  # Ctrl+C in the terminal is the program's to answer
    from wakepy import keep

    with keep.presenting(on_fail="pass") as mode:
        if mode.active and mode.method:
            print(KEPT, mode.method.name, flush=True)
        else:
            print(f"{KEPT} XScreenSaverSuspend" if x_screen_suspended() else NOT_KEPT, flush=True)
        sys.stdin.buffer.read()


def x_screen_suspended() -> Callable[[], object] | None:
    """Have the X server suspend its screen saver and power saving, until what is given is called, or this process ends;
    `None` where it doesn't.

    Under Wayland there may be an X server, too, which says yes and has no say.
    """
    if os.environ.get("WAYLAND_DISPLAY") or not os.environ.get("DISPLAY"):
        return None
    with suppress(OSError, AttributeError):  # a library is not there, or is another one
        return _suspended(ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1"))
    return None


def _suspended(x11: ctypes.CDLL, xss: ctypes.CDLL) -> Callable[[], object] | None:
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    if not display:
        return None
    let_go = partial(x11.XCloseDisplay, display)
    one, other = ctypes.c_int(), ctypes.c_int()
    if not xss.XScreenSaverQueryExtension(display, ctypes.byref(one), ctypes.byref(other)):
        let_go()
        return None
    knows = xss.XScreenSaverQueryVersion(display, ctypes.byref(one), ctypes.byref(other))
    if not knows or (one.value, other.value) < _SUSPENDS_FROM:
        let_go()
        return None
    xss.XScreenSaverSuspend(display, True)
    x11.XSync(display, False)
    return let_go


if __name__ == "__main__":
    main()
