"""The number between − and +, and the choice of words: by mouse, wheel, keys, typing and a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hamstring_gui.domain.durations import read_seconds
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.hover_card import HoverCard
from hamstring_gui.ui.controls.stepper import Counting, Stepper
from hamstring_gui.ui.routines.item import OF_A_REST

Key = Qt.Key
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def show(application: QApplication) -> Iterator[Callable[[QWidget], None]]:
    """Puts a widget into a window of its own, under one that can take the keyboard away from it."""
    windows: list[QWidget] = []

    def show_(widget: QWidget) -> None:
        window = QWidget()
        column = QVBoxLayout(window)
        column.addWidget(widget)
        windows.append(window)
        window.show()
        assert QTest.qWaitForWindowExposed(window, 30_000)

    yield show_
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def stepper(show: Callable[[QWidget], None]) -> Stepper:
    """A hold of 30 s, in fives."""
    stepper = Stepper("Hold", 1, 3600, Counting(5.0, write=lambda value: f"{value:g} s", read=read_seconds))
    stepper.show_value(30)
    show(stepper)
    return stepper


def edits(stepper: Stepper) -> list[tuple[float, int]]:
    told: list[tuple[float, int]] = []
    stepper.edited.connect(lambda value, gesture: told.append((value, gesture)))
    return told


def spin(stepper: Stepper, notches: float, modifier: Qt.KeyboardModifier = NONE, at_ms: int = 0) -> bool:
    middle, turned = QPointF(stepper.rect().center()), QPoint(0, round(120 * notches))
    event = QWheelEvent(
        middle, stepper.mapToGlobal(middle), QPoint(), turned, Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.setTimestamp(at_ms)
    QApplication.sendEvent(stepper, event)
    return event.isAccepted()


def test_showing_a_value_is_not_an_edit(stepper: Stepper) -> None:
    told = edits(stepper)
    stepper.show_value(90)
    assert (stepper.value(), stepper.text(), told) == (90, "90 s", [])


def test_buttons(stepper: Stepper) -> None:
    told = edits(stepper)
    QTest.mouseClick(stepper.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(stepper.less, Qt.MouseButton.LeftButton, SHIFT)
    assert [value for value, _ in told] == [35, 34]
    assert told[0][1] != told[1][1], "two clicks are two gestures"


def test_a_button_that_is_held_down_goes_on_and_that_is_one_gesture(stepper: Stepper, qtbot) -> None:
    told = edits(stepper)
    stepper.more.setAutoRepeatDelay(1)
    stepper.more.setAutoRepeatInterval(1)
    QTest.mousePress(stepper.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(told) >= 3)
    QTest.mouseRelease(stepper.more, Qt.MouseButton.LeftButton)
    assert told[2][0] == 45
    assert len({gesture for _, gesture in told}) == 1


@pytest.mark.parametrize(
    ("key", "modifier", "value"),
    [
        (Key.Key_Up, NONE, 35),
        (Key.Key_Down, NONE, 25),
        (Key.Key_Up, SHIFT, 31),
        (Key.Key_PageUp, NONE, 60),
        (Key.Key_PageDown, SHIFT, 24),
        (Key.Key_Up, Qt.KeyboardModifier.AltModifier, 30),
    ],
)
def test_keys(stepper: Stepper, key: Key, modifier: Qt.KeyboardModifier, value: float) -> None:
    QTest.keyClick(stepper, key, modifier)
    assert stepper.value() == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("45", 45), ("1:30", 90), ("1 min 30 s", 90), ("2m", 120), ("99999", 3600), ("0", 1), ("soon", 30), ("", 30)],
)
def test_typing(stepper: Stepper, typed: str, value: float) -> None:
    told = edits(stepper)
    QTest.mouseClick(stepper.lineEdit(), Qt.MouseButton.LeftButton)
    QTest.keyClick(stepper, Key.Key_Delete)
    QTest.keyClicks(stepper, typed)
    assert told == [], "not before it is typed to its end"
    QTest.keyClick(stepper, Key.Key_Return)
    assert (stepper.value(), stepper.text()) == (value, f"{value:g} s")
    assert [one for one, _ in told] == ([value] if value != 30 else [])


def test_a_number_is_written_as_it_is_typed_in_the_language(application) -> None:
    counting = Counting()
    for language, words in (("en_GB", "1.5"), ("de_DE", "1,5")):
        QLocale.setDefault(QLocale(language))
        assert (counting.write(1.5), counting.write(1000.0), counting.write(30)) == (words, "1000", "30")
        assert counting.read(words) == 1.5


def test_escape_forgets_what_is_half_typed(stepper: Stepper) -> None:
    QTest.keyClicks(stepper, "7")
    QTest.keyClick(stepper, Key.Key_Escape)
    QTest.keyClick(stepper, Key.Key_Return)
    assert (stepper.value(), stepper.text()) == (30, "30 s")


def focus(stepper: Stepper) -> None:
    stepper.window().activateWindow()
    assert QTest.qWaitForWindowActive(stepper.window(), 30_000)
    stepper.setFocus()


def test_the_wheel(stepper: Stepper) -> None:
    told = edits(stepper)
    focus(stepper)
    assert spin(stepper, 1, at_ms=1000)
    assert spin(stepper, 1, at_ms=1100)
    assert spin(stepper, -1, SHIFT, at_ms=5000)
    assert [value for value, _ in told] == [35, 40, 39]
    assert told[0][1] == told[1][1] != told[2][1], "one spin is one gesture"


def test_the_wheel_changes_no_number_in_passing(stepper: Stepper) -> None:
    stepper.window().activateWindow()
    assert QTest.qWaitForWindowActive(stepper.window(), 30_000)
    stepper.clearFocus()
    assert not spin(stepper, 1), "it is the page's"
    assert stepper.value() == 30


def test_small_turns_add_up_to_a_notch(stepper: Stepper) -> None:
    """A touch pad tells a brush of two fingers in dozens of small turns."""
    focus(stepper)
    for n in range(20):
        assert spin(stepper, -0.1, at_ms=1000 + 10 * n)
    assert stepper.value() == 20
    spin(stepper, -0.9, at_ms=3000)
    spin(stepper, -0.9, at_ms=5000)
    assert stepper.value() == 20, "what was not a notch is forgotten"


def test_a_value_below_the_usual_least_can_be_shown_and_left(show: Callable[[QWidget], None]) -> None:
    stepper = Stepper("Rest", 0, 100, Counting(5.0))
    show(stepper)
    stepper.show_value(-1)
    assert stepper.value() == -1
    QTest.keyClick(stepper, Key.Key_Up)
    assert (stepper.value(), stepper.minimum()) == (0, 0)


def test_a_screen_reader_sees_a_spin_box_with_its_value_and_can_change_it(stepper: Stepper) -> None:
    told = edits(stepper)
    seen = QAccessible.queryAccessibleInterface(stepper)
    assert (seen.role(), seen.text(QAccessible.Text.Name)) == (QAccessible.Role.SpinBox, "Hold")
    value = seen.valueInterface()
    assert (value.currentValue(), value.minimumValue(), value.maximumValue()) == (30, 1, 3600)
    value.setCurrentValue(45.0)
    assert [one for one, _ in told] == [45]
    assert stepper.less.accessibleName() == "Less, Hold"


def test_a_choice_by_keys_and_by_showing(show: Callable[[QWidget], None]) -> None:
    choice = Choice("Sides", (("one", "One leg, then the other"), ("turn", "In turn")))
    show(choice)
    spy = QSignalSpy(choice.chosen)
    choice.show_value("turn")
    assert (choice.value, spy.count()) == ("turn", 0)
    QTest.keyClick(choice, Key.Key_Up)
    assert (choice.value, spy.count()) == ("one", 1)
    QTest.keyClicks(choice, "I")
    assert (choice.value, spy.count()) == ("turn", 2)
    choice.show_value("nothing known")
    assert (choice.value, choice.words, spy.count()) == (None, "", 2)


def test_a_choice_opens_with_enter_in_rows_that_a_finger_can_hit(show: Callable[[QWidget], None]) -> None:
    choice = Choice("Sides", (("one", "One leg, then the other"), ("turn", "In turn")))
    show(choice)
    spy = QSignalSpy(choice.chosen)
    QTest.keyClick(choice, Key.Key_Return)
    assert choice.list.isVisible()
    assert choice.list.actionGeometry(choice.list.actions()[1]).height() >= 44
    QTest.keyClick(choice.list, Key.Key_Down)
    QTest.keyClick(choice.list, Key.Key_Return)
    assert (choice.value, spy.count()) == ("turn", 1)
    assert not choice.list.isVisible()


def test_a_screen_reader_is_told_the_name_of_a_choice_and_what_is_chosen(
    show: Callable[[QWidget], None], qtbot
) -> None:
    choice = Choice("Sides", (("one", "One leg, then the other"), ("turn", "In turn")))
    show(choice)
    seen = QAccessible.queryAccessibleInterface(choice)
    assert seen.text(QAccessible.Text.Name) == "Sides"
    assert seen.text(QAccessible.Text.Description) == "One leg, then the other"
    seen.actionInterface().doAction("Press")
    qtbot.waitUntil(choice.list.isVisible)
    choice.list.actions()[1].trigger()
    assert seen.text(QAccessible.Text.Description) == "In turn"


def test_long_words_take_two_lines(show: Callable[[QWidget], None]) -> None:
    choice = Choice("Sides", (("one", "One leg, then the other"), ("turn", "In turn")))
    show(choice)
    assert choice.minimumSizeHint().width() < choice.sizeHint().width() - 30


@pytest.mark.parametrize(("value", "less", "more"), [(1, False, True), (2, True, True), (10, True, False)])
def test_at_its_ends_a_number_goes_no_further(qtbot, value: int, less: bool, more: bool) -> None:
    stepper = Stepper("Sets", 1, 10)
    qtbot.addWidget(stepper)
    stepper.show_value(value)
    assert (stepper.less.isEnabled(), stepper.more.isEnabled()) == (less, more)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", "This can be from 1 s to 3600 s.\nIt is 1 s now."),
        ("99999", "This can be from 1 s to 3600 s.\nIt is 3600 s now."),
        ("soon", "This can be from 1 s to 3600 s.\nIt stays at 30 s."),
        ("1", ""), ("3600", ""), ("30", ""),
    ],
)  # fmt: skip
def test_what_can_not_be_is_told_with_the_bounds(stepper: Stepper, typed: str, said: str) -> None:
    stepper.selectAll()
    QTest.keyClicks(stepper, typed)
    assert told_by(stepper) == "", "not before it is typed to its end"
    stepper.interpretText()
    assert told_by(stepper) == said
    QTest.keyClicks(stepper, "4")
    assert told_by(stepper) == "", "who types on has seen it"


def told_by(stepper: Stepper) -> str:
    """What a stepper says beside it."""
    cards = [card for card in stepper.window().findChildren(HoverCard) if card.isVisible()]
    return "\n".join(f"{card.title.text()}\n{card.lines.text()}" for card in cards)


def test_the_bounds_are_told_as_people_say_them(show: Callable[[QWidget], None]) -> None:
    """A dash, which stands for no rest, is no bound; and what is hidden says nothing."""
    rest = Stepper("Rest", 0, 600, OF_A_REST)
    show(rest)
    rest.lineEdit().setText("700")
    rest.interpretText()
    assert told_by(rest) == "This can be from 0 s to 10 min.\nIt is 10 min now."
    rest.show_value(40)
    assert told_by(rest) == "", "it is another one now"
    rest.hide()
    rest.lineEdit().setText("-700")
    rest.interpretText()
    assert told_by(rest) == ""
