"""Which key was pressed, by what is printed on it in Latin letters, whichever layout the keyboard has.

On a Latin layout that is what the layout says: AZERTY and Dvorak move letters about, and print them where they are. On
a Russian, Greek or Hebrew one it is the Latin letter that is printed beside the other: the one of a US keyboard.
"""

from __future__ import annotations

import ctypes
import sys
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

Key = Qt.Key
Modifier = Qt.KeyboardModifier

_ROWS = {2: "1234567890-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'`", 43: "\\ZXCVBNM,./"}
"""A US keyboard's keys by their place: Windows' scan codes, X11's and Wayland's less 8."""
_MAC = "ASDFHGZXCV\0BQWERYT123465=97-80]OU[IP\0LJ'K;\\,/NM.\0\0`"
"""A US keyboard's keys by a Mac's virtual keys, from 0 on."""
_BY_PLACE = {first + n: sign for first, row in _ROWS.items() for n, sign in enumerate(row)}
_SERBIAN = {(21, 0x0417): "Z", (44, 0x0405): "Y"}
"""Serbian keyboards are the Cyrillic ones on which Y and Z change places, as on German ones."""
_NUMPAD_DECIMAL = {"darwin": 65, "win32": 83}
_A = 38
"""X11's code of the key that is a letter on every layout."""


def printed_key(event: QKeyEvent) -> int:
    """The key that the Latin print of a keyboard says; `event.key()` for all that are no letters, digits or signs."""
    key = event.key()
    if event.modifiers() & Modifier.KeypadModifier:
        return Key.Key_Period if _is_numpad_decimal(event, key) else key
    foreign = _is_foreign(key)
    if not foreign and not (_is_sign(key) and commands(event.modifiers())):
        return key
    sign = _sign_at(event)
    return ord(sign) if sign and (foreign or _is_hidden(event, key, sign)) else key


def commands(modifiers: Qt.KeyboardModifier) -> bool:
    """Whether Ctrl is held; together with Alt it is AltGr, which types."""
    return modifiers & (Modifier.ControlModifier | Modifier.AltModifier) == Modifier.ControlModifier


def _is_sign(key: int) -> bool:
    return 0x20 <= key < 0x0100_0000


def _is_foreign(key: int) -> bool:
    """Whether it is a letter of another script than Latin, or a sign that Qt has no word for."""
    return key in (0, Key.Key_unknown) or 0x0370 <= key < 0x1E00 or 0x1F00 <= key < 0x0100_0000


def _is_numpad_decimal(event: QKeyEvent, key: int) -> bool:
    """The key between the numpad's 0 and Enter, be a comma or an Arabic sign on it; not while it deletes."""
    place = event.nativeVirtualKey() if sys.platform == "darwin" else _place(event)
    return key == Key.Key_Comma or (_is_sign(key) and place == _NUMPAD_DECIMAL.get(sys.platform, 83))


def _place(event: QKeyEvent) -> int:
    return event.nativeScanCode() - (0 if sys.platform == "win32" else 8)


def _sign_at(event: QKeyEvent) -> str:
    """What a US keyboard prints on the key, or nothing where it prints no sign."""
    virtual = event.nativeVirtualKey()
    if sys.platform == "darwin":
        return _MAC[virtual].strip("\0") if event.nativeScanCode() and virtual < len(_MAC) else ""
    if sys.platform == "win32" and _is_letter_or_digit(virtual):
        return chr(virtual)
    place = _place(event)
    return _on_another_layout(event) or _SERBIAN.get((place, event.key()), _BY_PLACE.get(place, ""))


def _on_another_layout(event: QKeyEvent) -> str:
    """The Latin letter or digit that a key has on another of the user's layouts: a French keyboard that writes Greek,
    too, prints what it gives in French."""
    return next((chr(sign).upper() for sign in _x11_signs(event.nativeScanCode()) if _is_plain(sign)), "")


def _is_plain(sign: int) -> bool:
    return sign < 0x80 and chr(sign).isalnum()


def _is_hidden(event: QKeyEvent, key: int, sign: str) -> bool:
    """Whether a layout gives something else than a letter or digit that its keyboard prints.

    French and Czech keyboards need Shift for their digits. Greek, Hebrew and Bulgarian ones have `;`, `/` or `,` where
    they print a Latin Q; Dvorak has them there too, and nothing else is printed.
    """
    if _is_plain(key):
        return False
    return sign.isdigit() or (sign.isalpha() and key < 0x80 and not _layout_is_latin(event))


def _layout_is_latin(event: QKeyEvent) -> bool:
    if sys.platform == "win32":
        return not _is_letter_or_digit(event.nativeVirtualKey())
    signs = _x11_signs(_A)
    return not signs or signs[event.nativeModifiers() >> 13 & 3] < 0x0250


def _is_letter_or_digit(virtual: int) -> bool:
    """Whether Windows knows what Latin letter is printed there."""
    return virtual < 0x5B and chr(virtual).isalnum()


def _x11_signs(code: int) -> tuple[int, ...]:
    """What an X server has on a key in each of its four layouts; nothing where there is none that can be asked."""
    if QGuiApplication.platformName() != "xcb":
        return ()
    try:
        x11 = _x11()
        display = x11.XOpenDisplay(None)
        if not display:
            return ()
        signs = tuple(x11.XkbKeycodeToKeysym(display, code, group, 0) for group in range(4))
        x11.XCloseDisplay(display)
    except (OSError, AttributeError):
        return ()
    return signs


@lru_cache
def _x11() -> ctypes.CDLL:
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    x11.XkbKeycodeToKeysym.restype = ctypes.c_ulong
    x11.XkbKeycodeToKeysym.argtypes = [ctypes.c_void_p, ctypes.c_ubyte, ctypes.c_uint, ctypes.c_uint]
    return x11
