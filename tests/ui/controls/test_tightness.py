"""How tight a leg feels, by keys and as a screen reader reads it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hamstring_gui.ui.controls.tightness import TightnessScale

Key = Qt.Key


@pytest.fixture
def scale(qtbot) -> TightnessScale:
    scale = TightnessScale("Tightness left")
    qtbot.addWidget(scale)
    scale.show()
    return scale


@pytest.mark.parametrize(("rating", "read"), [(None, "not rated"), (0, "0"), (7, "7"), (10, "10")])
def test_what_a_screen_reader_reads(scale: TightnessScale, rating: int | None, read: str) -> None:
    scale.rate(3)
    scale.rate(rating)
    interface = QAccessible.queryAccessibleInterface(scale)
    assert interface.text(QAccessible.Text.Name) == "Tightness left"
    assert interface.text(QAccessible.Text.Value) == read
    assert interface.textInterface().text(0, 20) == read
    assert "10 is very tight" in interface.text(QAccessible.Text.Description)


@pytest.mark.parametrize(
    ("begins", "keys", "rating"),
    [
        (None, [Key.Key_4], 4),
        (None, [Key.Key_1, Key.Key_0], 10),
        (4, [Key.Key_0], 0),
        (None, [Key.Key_Right], 0),
        (3, [Key.Key_Left], 2),
        (3, [Key.Key_Up], 4),
        (10, [Key.Key_Right], 10),
        (0, [Key.Key_Left], None),
        (3, [Key.Key_Home], 0),
        (None, [Key.Key_End], 10),
        (3, [Key.Key_Delete], None),
        (3, [Key.Key_Backspace], None),
        (3, [Key.Key_A], 3),
        (None, [Key.Key_Minus], None),
    ],
)
def test_keys(scale: TightnessScale, begins: int | None, keys: list[Key], rating: int | None) -> None:
    scale.rate(begins)
    for key in keys:
        QTest.keyClick(scale, key)
    assert scale.rating == rating


def test_digits_that_need_shift_or_are_of_another_script(scale: TightnessScale) -> None:
    """AZERTY has its digits above; Persian ones are told by their place (see `printed_key`)."""
    QTest.keyClick(scale, Key.Key_3, Qt.KeyboardModifier.ShiftModifier)
    assert scale.rating == 3
    QApplication.sendEvent(scale, QKeyEvent(QEvent.Type.KeyPress, Key.Key_7, Qt.KeyboardModifier.NoModifier, "۷"))
    assert scale.rating == 7


def test_a_digit_with_control_is_no_rating(scale: TightnessScale) -> None:
    QTest.keyClick(scale, Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert scale.rating is None


@pytest.mark.parametrize(("share", "rating"), [(0.02, 0), (0.98, 0), (3.02, 3), (3.98, 3), (10.02, 10), (10.98, 10)])
def test_a_click_anywhere_in_a_cell_rates_it(scale: TightnessScale, share: float, rating: int) -> None:
    scale.resize(550, 44)
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(int(share * 50), 22))
    assert scale.rating == rating
