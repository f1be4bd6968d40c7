"""A key means what is printed on it, whichever layout the keyboard has, also when it is the only one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui import printed_keys, questions
from hamstring_gui.ui.controls.stepper import Stepper
from hamstring_gui.ui.printed_keys import printed_key
from hamstring_gui.ui.session.commands import BY_KEY
from tests.ui.conftest import Desk
from tests.ui.keyboard import Hand

pytestmark = pytest.mark.thorough

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
Open = Callable[..., Desk]


def pressed(sign: str | int, place: int = 0, virtual: int = 0, modifiers: Qt.KeyboardModifier = NONE) -> int:
    """What is printed on a key that gives `sign`."""
    key = ord(sign) if isinstance(sign, str) else sign
    return printed_key(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place, virtual, 0))


@pytest.fixture(autouse=True)
def x11(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Says what an X server's layouts are, of those that follow here; it has none to begin with."""

    def has(*layouts: dict[int, str]) -> None:
        def signs(code: int) -> tuple[int, ...]:
            there = [layout.get(code, "") for layout in layouts]
            return tuple(ord(sign) if sign else 0 for sign in (*there, "", "", "", "")[:4]) if layouts else ()

        monkeypatch.setattr(printed_keys, "_x11_signs", signs)

    has()
    return has


US, AZERTY, GREEK = {38: "a", 24: "q", 47: ";"}, {38: "q", 24: "a", 47: "m"}, {38: "α", 24: ";"}
HEBREW, BULGARIAN = {38: "ש", 24: "/"}, {38: "ь", 24: ","}
X11_PLACES = {"P": 33, "M": 58, "B": 56, "Z": 52, "Y": 29, "Q": 24, "F": 41, "R": 27, "D": 40, "S": 39, ".": 60}
LAYOUTS = {
    "Russian": {"P": "З", "M": "Ь", "B": "И", "Z": "Я", "Y": "Н", "Q": "Й", "F": "А", "R": "К", ".": "Ю"},
    "Ukrainian": {"P": "З", "M": "Ь", "B": "И", "Z": "Я", "Y": "Н", "Q": "Й", "F": "А", "S": "І", "D": "В"},
    "Greek": {"P": "Π", "M": "Μ", "B": "Β", "Z": "Ζ", "Y": "Υ", "F": "Φ", "R": "Ρ"},
    "Hebrew": {"P": "פ", "M": "צ", "B": "נ", "Z": "ז", "Y": "ט", "F": "כ", ".": "ץ"},
    "Arabic": {"P": "ح", "M": "ة", "Z": "ئ", "Y": "غ", "Q": "ض", "F": "ب"},
    "Armenian": {"P": "Պ", "M": "Մ", "B": "Բ"},
    "Georgian": {"P": "პ", "M": "მ", "B": "ბ", "Z": "ზ"},
    "Thai": {"P": "ย", "M": "ท", "B": "ิ", "Z": "ผ"},
}


@pytest.mark.parametrize(
    ("layout", "printed", "sign"), [(name, key, sign) for name, keys in LAYOUTS.items() for key, sign in keys.items()]
)
@pytest.mark.parametrize("modifiers", [NONE, CONTROL, CONTROL | SHIFT])
def test_a_letter_of_another_script(layout: str, printed: str, sign: str, modifiers: Qt.KeyboardModifier) -> None:
    assert pressed(sign, X11_PLACES[printed], modifiers=modifiers) == ord(printed), layout


@pytest.mark.parametrize(
    ("layout", "place", "sign"),
    [
        ("AZERTY", 24, "A"), ("AZERTY", 38, "Q"), ("AZERTY", 52, "W"), ("AZERTY", 47, "M"), ("AZERTY", 58, ","),
        ("QWERTZ", 29, "Z"), ("QWERTZ", 52, "Y"), ("QWERTZ", 47, "Ö"), ("Dvorak", 33, "L"), ("Dvorak", 27, "P"),
        ("Dvorak", 57, "B"), ("Dvorak", 26, "."), ("Dvorak", 24, "'"), ("Dvorak", 52, ";"), ("Colemak", 27, "P"),
        ("Turkish F", 38, "U"), ("Czech", 11, "Ě"), ("Polish", 24, "Q"), ("Vietnamese", 57, "Ạ"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("modifiers", [NONE, CONTROL])
def test_a_latin_layout_prints_what_it_gives(
    x11: Callable[..., None], layout: str, place: int, sign: str, modifiers: Qt.KeyboardModifier
) -> None:
    x11(US)  # which stands for any that has a Latin letter on A
    if sign == "Ě" and modifiers:
        assert pressed(sign, place, modifiers=modifiers) == Key.Key_2, "it prints the digit that Shift gives"
    else:
        assert pressed(sign, place, modifiers=modifiers) == ord(sign), layout


@pytest.mark.parametrize(("sign", "digit"), [("&", 1), ("É", 2), ('"', 3), ("'", 4), ("(", 5)])
def test_digits_that_need_shift_choose_pages_without_it(x11, sign: str, digit: int) -> None:
    x11(AZERTY)
    assert pressed(sign, 9 + digit, modifiers=CONTROL) == ord(str(digit))
    assert pressed(sign, 9 + digit) == ord(sign)


@pytest.mark.parametrize("layout", [GREEK, HEBREW, BULGARIAN])
def test_q_prints_q_where_it_gives_a_sign(x11, layout: dict[int, str]) -> None:
    x11(layout)
    assert pressed(layout[24], 24, modifiers=CONTROL) == Key.Key_Q
    assert pressed(layout[24], 24) == ord(layout[24])


def test_a_keyboard_of_two_layouts_prints_the_latin_one(x11) -> None:
    """Whoever writes Greek on an AZERTY keyboard finds M right of L, and A where Q is elsewhere."""
    x11(AZERTY, GREEK)
    assert pressed("Μ", 47) == Key.Key_M
    assert pressed("Α", 38, modifiers=CONTROL) == Key.Key_Q
    event = QKeyEvent(QEvent.Type.KeyPress, ord(";"), CONTROL, 24, 0, 1 << 13)
    assert printed_key(event) == Key.Key_A


@pytest.mark.parametrize(
    ("sign", "place", "modifiers", "printed"),
    [
        (",", 91, KEYPAD, Key.Key_Period), ("٫", 91, KEYPAD, Key.Key_Period), (".", 91, KEYPAD, Key.Key_Period),
        (",", 59, NONE, Key.Key_Comma), (Key.Key_Delete, 91, KEYPAD, Key.Key_Delete), ("+", 86, KEYPAD, Key.Key_Plus),
        (Key.Key_Enter, 104, KEYPAD, Key.Key_Enter), ("٣", 12, NONE, Key.Key_3), (0, 33, NONE, Key.Key_P),
        (Key.Key_unknown, 33, NONE, Key.Key_P), (Key.Key_unknown, 0, NONE, Key.Key_unknown),
        (Key.Key_Escape, 9, NONE, Key.Key_Escape), (Key.Key_Right, 114, KEYPAD, Key.Key_Right),
        ("{", 16, CONTROL | ALT, ord("{")), ("З", 29, CONTROL, Key.Key_Z), ("З", 0, CONTROL, ord("З")),
    ],
)  # fmt: skip
def test_other_keys(sign: str | int, place: int, modifiers: Qt.KeyboardModifier, printed: int) -> None:
    """The numpad's decimal key, digits of other scripts, AltGr, a Serbian Z, a key that nobody knows."""
    assert pressed(sign, place, modifiers=modifiers) == printed


@pytest.mark.parametrize(
    ("platform", "sign", "place", "virtual", "modifiers", "printed"),
    [
        ("win32", "З", 25, 0x50, NONE, "P"), ("win32", "Я", 44, 0x5A, CONTROL, "Z"),
        ("win32", "/", 16, 0x51, CONTROL, "Q"), ("win32", "'", 16, 0xDE, CONTROL, "'"),
        ("win32", "&", 2, 0x31, CONTROL, "1"), ("win32", "З", 21, 0x5A, CONTROL, "Z"),
        ("win32", "Ю", 52, 0xBE, NONE, "."), ("win32", ",", 83, 0x6E, KEYPAD, "."), ("win32", "A", 16, 0x41, NONE, "A"),
        ("win32", "{", 8, 0x37, CONTROL | ALT, "{"),
        ("darwin", "З", 1, 35, NONE, "P"), ("darwin", "Ь", 1, 46, NONE, "M"),
        ("darwin", "И", 1, 11, NONE, "B"), ("darwin", "Я", 1, 6, CONTROL, "Z"), ("darwin", "Q", 1, 12, CONTROL, "Q"),
        ("darwin", ",", 1, 65, KEYPAD, "."), ("darwin", "Ю", 1, 47, NONE, "."), ("darwin", "A", 1, 12, NONE, "A"),
    ],
)  # fmt: skip
def test_other_systems(
    monkeypatch: pytest.MonkeyPatch, platform: str, sign: str, place: int, virtual: int,
    modifiers: Qt.KeyboardModifier, printed: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "platform", platform)
    assert pressed(sign, place, virtual, modifiers) == ord(printed)


def test_a_us_keyboard_is_written_down_without_a_slip() -> None:
    assert {sign: 8 + place for place, sign in printed_keys._BY_PLACE.items() if sign in X11_PLACES} == X11_PLACES
    assert sorted(printed_keys._MAC.replace("\0", "")) == sorted(printed_keys._BY_PLACE.values())


ASK = """
from PySide6.QtGui import QGuiApplication
from hamstring_gui.ui.printed_keys import _x11_signs
application = QGuiApplication([])
print(*_x11_signs(24))
"""


@pytest.mark.skipif(shutil.which("setxkbmap") is None, reason="nothing here changes an X server's layout")
@pytest.mark.parametrize(("layouts", "signs"), [("gr", [0x3B]), ("fr,ru", [0x61, 0x06CA]), ("us", [0x71])])
def test_an_x_server_is_asked_for_its_layouts(qapp, layouts: str, signs: list[int]) -> None:
    if QGuiApplication.platformName() != "xcb":
        pytest.skip("there is no X server")
    subprocess.run(["setxkbmap", "-layout", layouts], check=True)
    try:
        asked = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True, timeout=60)
    finally:
        subprocess.run(["setxkbmap", "-layout", "us"], check=True)
    assert [int(sign) for sign in asked.stdout.split()][: len(signs)] == signs


# -- in the program --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("layout", ["Russian", "Ukrainian", "Greek", "Hebrew"])
def test_a_session_by_the_keys_of_a_layout(open_desk: Open, quick: Routine, layout: str) -> None:
    desk = open_desk(start=quick)
    hand = Hand(desk.window)
    signs = LAYOUTS[layout]
    hand.key(ord(signs["B"]), signs["B"].lower(), place=X11_PLACES["B"])
    assert not desk.hamstring.preferences.settings.breathing_words
    hand.key(ord(signs["M"]), signs["M"].lower(), place=X11_PLACES["M"])
    assert desk.hamstring.preferences.settings.muted
    hand.key(ord(signs["P"]), signs["P"].lower(), place=X11_PLACES["P"])
    assert desk.window.asking == "pain"


def test_the_numpads_comma_stops_for_pain(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    Hand(desk.window).key(Key.Key_Comma, ",", modifiers=KEYPAD, place=91)
    assert desk.window.asking == "pain"


def test_undo_redo_and_quit_on_a_cyrillic_layout(open_desk: Open) -> None:
    desk = open_desk()
    hand, hold = Hand(desk.window), desk.window.findChild(Stepper)
    before = hold.value()
    hand.click(hold.more)
    desk.pages.today().setFocus()
    hand.key(ord("Я"), "я", modifiers=CONTROL, place=52)
    assert hold.value() == before
    hand.key(ord("Я"), "я", modifiers=CONTROL | SHIFT, place=52)
    assert hold.value() == before + 5
    hand.key(ord("Я"), "я", modifiers=CONTROL, place=52)
    hand.key(ord("Н"), "н", modifiers=CONTROL, place=29)
    assert hold.value() == before + 5
    hand.key(ord("Й"), "й", modifiers=CONTROL, place=24)
    assert not desk.window.isVisible()


def test_what_is_typed_stays_as_it_is_typed(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Settings")
    field = desk.pages.settings().search
    field.setFocus()
    hand = Hand(desk.window)
    for sign, place in (("з", 33), ("в", 40), ("у", 26), ("к", 27)):
        hand.key(ord(sign.upper()), sign, place=place)
    assert field.text() == "звук"
    hand.key(ord("Ф"), "ф", modifiers=CONTROL, place=38)
    hand.key(ord("Ч"), "ч", modifiers=CONTROL, place=53)
    assert field.text() == "", "Ctrl+A and Ctrl+X are those of every text"


def test_a_word_that_has_to_be_typed_can_be(open_desk: Open) -> None:
    desk = open_desk()
    desk.window.ask(questions.to_delete_everything(lambda: None))
    hand = Hand(desk.window)
    for sign, place in (("в", 40), ("у", 26), ("д", 46), ("у", 26), ("е", 28), ("у", 26)):
        hand.key(ord(sign.upper()), sign, place=place)
    assert desk.button("Delete everything for good").isEnabled()


def test_every_key_of_a_session_is_one_that_can_be_told_by_its_print() -> None:
    letters = [key for key in BY_KEY if 0x41 <= key < 0x5B]
    assert {chr(key) for key in letters} <= set(printed_keys._BY_PLACE.values())
    assert letters
