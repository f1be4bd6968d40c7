"""After a session every key works at once, wherever the focus is: ratings, an offer, a note, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import Tightness
from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui.controls.pressed_keys import key_name
from hamstring_gui.ui.controls.way_out import WayOut
from hamstring_gui.ui.qt_setup import set_text_size
from hamstring_gui.ui.session.finish import FinishPage
from hamstring_gui.ui.theme import FAR_CORNER
from tests.ui.cases import in_one_window
from tests.ui.conftest import Desk
from tests.ui.room import settle
from tests.ui.session.test_finish import endings

Key = Qt.Key
Open = Callable[..., Desk]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def keys_of(typed: str) -> list[Key]:
    return [Key.Key_Backspace if one == "<" else Key(Key.Key_0 + int(one)) for one in typed]


@pytest.mark.parametrize(("typed", "left", "right"), [
    ("3", 3, None), ("35", 3, 5), ("0", 0, None), ("10", 10, None), ("100", 10, 0), ("101", 10, 1), ("1010", 10, 10),
    ("710", 7, 10), ("11", 1, 1), ("110", 1, 10), ("356", 6, 5), ("3567", 6, 7), ("35<", 3, None), ("35<6", 3, 6),
    ("3<<", None, None), ("1<0", 0, None), ("<4", 4, None),
])  # fmt: skip
def test_digits_rate_the_left_leg_then_the_right(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise], typed: str, left: int | None,
    right: int | None,
) -> None:  # fmt: skip
    page = FinishPage()
    qtbot.addWidget(page)
    page.show_over(dict(endings(exercises))["complete"])
    rated: list[tuple[object, str]] = []
    page.rated.connect(lambda *values: rated.append(values))
    for key in keys_of(typed):
        QTest.keyClick(page, key)
    assert (page.tightness_left.rating, page.tightness_right.rating) == (left, right)
    assert rated[-1][0] == (None if left is None and right is None else Tightness(left, right))


@pytest.mark.parametrize(("typed", "left", "right"), [
    ("1l40", 4, 0), ("l46", 4, 6), ("3r56", 6, 5), ("35l7<", 7, 5), ("1r0", 1, 0), ("1r50", 0, 5), ("3l<6", 6, None),
    ("l4<", 4, None),
])  # fmt: skip
def test_what_a_scale_is_given_by_itself_is_heard_of(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise], typed: str, left: int | None,
    right: int | None,
) -> None:  # fmt: skip
    """`l4`: the left scale has the keyboard for a 4."""
    page = FinishPage()
    qtbot.addWidget(page)
    page.show_over(dict(endings(exercises))["complete"])
    on: QWidget = page
    for one in typed:
        if one in "lr":
            on = {"l": page.tightness_left, "r": page.tightness_right}[one]
        else:
            QTest.keyClick(on, *keys_of(one))
            on = page
    assert (page.tightness_left.rating, page.tightness_right.rating) == (left, right)


def test_backspace_brings_back_what_was_rated_before(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise]
) -> None:
    page = FinishPage()
    qtbot.addWidget(page)
    over = dict(endings(exercises))["complete"]
    page.show_over(replace(over, session=replace(over.session, tightness=Tightness(7, 8))))
    for typed, left, right in (("3", 3, 8), ("<", 7, 8), ("<", 7, 8), ("105", 10, 5), ("<<", 7, 8), ("21<3", 2, 3)):
        for key in keys_of(typed):
            QTest.keyClick(page, key)
        assert (page.tightness_left.rating, page.tightness_right.rating) == (left, right), typed


def test_each_session_begins_with_the_left_leg(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise]
) -> None:
    page = FinishPage()
    qtbot.addWidget(page)
    for typed in (3, 4):
        page.show_over(dict(endings(exercises))["complete"])
        QTest.keyClick(page, Key(Key.Key_0 + typed))
        assert (page.tightness_left.rating, page.tightness_right.rating) == (typed, None)


def test_commands_are_no_ratings(qtbot, application: QApplication, exercises: Mapping[str, Exercise]) -> None:
    page = FinishPage()
    qtbot.addWidget(page)
    page.show_over(dict(endings(exercises))["complete"])
    for modifier in (CONTROL, ALT):
        QTest.keyClick(page, Key.Key_3, modifier)
    assert page.tightness_left.rating is None
    QTest.keyClick(page, Key.Key_3, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    assert page.tightness_left.rating == 3


@pytest.fixture
def desk(open_desk: Open, quick: Routine) -> Desk:
    desk = open_desk(start=quick)
    desk.pass_time(24)
    return desk


@in_one_window("key", [Key.Key_Escape, Key.Key_MediaStop, Key.Key_Return, Key.Key_Enter, Key.Key_PageDown])
def test_what_was_typed_is_kept_whatever_leads_back(desk: Desk, key: Key) -> None:
    if desk.shows("Start"):
        again = replace(desk.store.sessions()[-1], tightness=None, note="")
        desk.parts.conductor.session_over.emit(again)
    for pressed in (Key.Key_3, Key.Key_R, Key.Key_5, Key.Key_N):
        desk.press(pressed)
    QTest.keyClicks(desk.window.focusWidget(), f"felt {key.name} 7")
    assert desk.parts.conductor._rating_timer.interval() >= 300, "not with every letter"
    desk.press(key)
    assert desk.shows("Start")
    session = desk.store.sessions()[-1]
    assert (session.tightness, session.note) == (Tightness(3, 5), f"felt {key.name} 7")


def test_an_offer_is_taken_or_left_by_its_key(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise]
) -> None:
    page = FinishPage()
    qtbot.addWidget(page)
    page.setUpdatesEnabled(False)
    page.show()
    taken: list[tuple[object, ...]] = []
    page.hold_change_requested.connect(lambda *values: taken.append(values))
    page.show_over(dict(endings(exercises))["complete"])
    QTest.keyClick(page, Key.Key_Y)
    for key in (Key.Key_K, Key.Key_Y):
        page.show_over(dict(endings(exercises))["offer"])
        assert [one._key for one in (page.offer.take, page.offer.leave)] == ["Y", "K"]
        QTest.keyClick(page, key)
        QTest.keyClick(page, key)
    assert taken == [("daily-band-stretch", 0, 15.0)]


def test_esc_that_was_meant_for_the_last_second_leaves_the_page(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hamstring_gui.ui.session.finish.LOOK_MS", 60_000)
    for key in (Key.Key_Escape, Key.Key_MediaStop, Key.Key_PageDown):
        desk.press(key)
    assert desk.shows("Done")


def test_a_key_given_to_the_end_leads_back_too(desk: Desk) -> None:
    desk.hamstring.preferences.change(given_keys=(("F13", "end"), ("F14", "toggle"), ("F15", "on")))
    assert desk.parts.pedals is not None
    desk.press(Key.Key_F15)
    assert desk.shows("Done")
    desk.press(Key.Key_F13)
    assert desk.shows("Start")
    desk.press(Key.Key_F13)
    assert desk.shows("Start")


KNOWN = [
    *(Key(Key.Key_0 + n) for n in range(10)),
    *(Key[f"Key_{one}"] for one in ("L", "R", "N", "Y", "K", "Backspace")),
]


def test_a_key_that_the_page_knows_is_no_pedals(desk: Desk) -> None:
    given = (("1", "end"), ("2", "toggle"), *((key_name(key), "end") for key in KNOWN[3:]), ("Right", "end"))
    desk.hamstring.preferences.change(given_keys=given)
    assert desk.parts.pedals is not None
    page = desk.pages.finish()
    for key in (*KNOWN, Key.Key_L, Key.Key_1, Key.Key_Right):
        page.setFocus()
        if key == Key.Key_Right:
            desk.press(Key.Key_L)
        desk.press(key)
        assert desk.shows("Done"), key.name
    assert (page.tightness_left.rating, page.tightness_right.rating) == (9, 1)
    page.setFocus()
    desk.press(Key.Key_Right)
    assert desk.shows("Start")


def test_what_is_said_lies_above_the_page_and_nothing_on_it(desk: Desk, qtbot) -> None:
    page, notice = desk.pages.finish(), desk.window.notice
    top = page.mapTo(desk.window, page.title.geometry().topLeft()).y()
    desk.parts.deeds.say("The history is somewhere else now. " * 4)
    settle()
    assert page.geometry().height() < desk.window.height()
    assert page.mapTo(desk.window, page.rect().topLeft()).y() >= notice.geometry().bottom()
    notice.close_button.click()
    settle()
    assert page.mapTo(desk.window, page.title.geometry().topLeft()).y() == top
    desk.parts.deeds.say("Once more.")
    desk.press(Key.Key_Escape)
    settle()
    today = desk.pages.today()
    assert today.mapTo(desk.window, today.rect().topLeft()).y() == 0, "it gives way to nothing"
    assert not desk.parts.leads


@pytest.mark.parametrize(("size", "far", "least_px"), [
    ((1366, 768), True, 25), ((1920, 1080), True, 36), ((900, 510), True, 16), ((900, 510), False, 13),
    ((1920, 1080), False, 17),
])  # fmt: skip
def test_the_way_out_of_full_screen_is_as_large_as_its_corner(
    qtbot, application: QApplication, size: tuple[int, int], far: bool, least_px: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*size)
    way_out = WayOut(window)
    way_out.place(0, 60, far=far)
    place = way_out.geometry()
    assert way_out.letter_px >= least_px
    assert place.height() >= 44
    assert window.rect().contains(place)
    assert place.top() > 60
    assert not far or place.left() >= (1 - FAR_CORNER) * size[0]


@pytest.mark.parametrize("beside", [0, 184, 300])
def test_the_way_out_of_full_screen_is_as_large_as_the_users_letters(
    qtbot, application: QApplication, beside: int
) -> None:
    """As far as the side bar has room for that."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 510)
    way_out = WayOut(window)
    sizes = []
    for text_size in (100, 150):
        set_text_size(application, text_size)
        way_out.place(beside, 0, far=False)
        sizes.append(way_out.letter_px)
        assert window.rect().contains(way_out.geometry())
        assert way_out.width() >= way_out.width_with(False)
    assert sizes[1] > (1.05 if beside == 184 else 1.45) * sizes[0]
