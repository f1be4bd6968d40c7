"""The sessions table: what it shows of thousands of sessions, and how it is walked on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QVBoxLayout, QWidget

from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.history.sessions_cells import LEAST_WIDTHS, column_widths, is_tight
from hamstring_gui.ui.history.sessions_model import BATCH, BRIEF_ROLE, COMPLETED, TIME_HELD, SessionsModel
from hamstring_gui.ui.history.sessions_table import SessionsTable
from hamstring_gui.ui.history.spans import Days
from hamstring_gui.ui.theme import GAP, SMALL, letters
from tests.spread import late

TODAY = date(2026, 11, 23)
WEEK = (date(2026, 11, 16), date(2026, 11, 22))
Key = Qt.Key


def sessions(count: int) -> tuple[SessionRecord, ...]:
    """One a day, the last one today, oldest first."""
    start = datetime(2026, 11, 23, 19, 42, tzinfo=UTC)
    found = []
    for n in range(count):
        at = start - timedelta(days=count - 1 - n)
        hold = HoldRecord(0, "band-hamstring-stretch", "right", 1, 30.0, 30.0, "held", at)
        name = "Dehnübung" if n % 2 else "Daily band stretch"
        found.append(
            SessionRecord(f"s{n}", "r", name, at, at, at.date(), "finished", 30.0, (hold,), Tightness(5, 4), "")
        )
    return tuple(found)


class Page:
    """The table in a page that scrolls, and hands."""

    def __init__(self, exercises) -> None:
        self.exercises = exercises
        self.table = SessionsTable()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(self.table)
        column.addStretch()
        self.sheet = Sheet(inside, 1200)
        self.sheet.resize(900, 640)
        self.sheet.show()

    def show(self, count: int) -> SessionsTable:
        self.table.show_sessions(sessions(count), self.exercises, TODAY)
        self.settle()
        return self.table

    @staticmethod
    def settle() -> None:
        for _ in range(5):
            QApplication.processEvents()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.table.view, key)
        self.settle()

    def seen(self, widget: QWidget) -> bool:
        """Whether any of it is inside the page's window."""
        return bool(widget.isVisible() and not widget.visibleRegion().isEmpty())


@pytest.fixture
def page(application, exercises) -> Iterator[Page]:
    page = Page(exercises)
    page.sheet.activateWindow()
    assert QTest.qWaitForWindowActive(page.sheet, 30_000)
    yield page
    page.sheet.deleteLater()


# -- rows ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "days", "found"),
    [
        ("", None, 30), ("dehnubung", None, 15), ("DEHNÜB", None, 15), ("band 2026-11-2", None, 2),
        ("nothing", None, 0), ("", WEEK, 7), ("band", WEEK, 4), ("nov", None, 23),
        ("", (date(2027, 1, 4), date(2027, 1, 10)), 0), ("", (TODAY, TODAY), 1),
        ("", (date(2026, 11, 1), date(2026, 11, 30)), 23),
    ],
)  # fmt: skip
def test_search_and_days(application, query: str, days: Days | None, found: int) -> None:
    model = SessionsModel()
    model.show_sessions(sessions(30), TODAY)
    model.search(query, days)
    assert (model.found, model.rowCount()) == (found, found)


def hold(exercise: str, outcome: str = "held", number: int = 0) -> HoldRecord:
    return HoldRecord(number, exercise, "right", 1, 30.0, 30.0 if outcome == "held" else 10.0, outcome, AT)


AT = datetime(2020, 2, 29, 20, 24, tzinfo=UTC)
KEPT = {
    "band": (hold("band-hamstring-stretch"), "Evening"),
    "ball": (hold("ball-hamstring-release"), "Mine"),
    "bridge": (hold("glute-bridge"), "Mine"),
    "wall": (hold("legs-up-the-wall"), "Mine"),
    "gone": (hold("own-thing"), "Mine"),
    "hurt": (hold("wall-calf-stretch", "stopped for pain"), "Mine"),
    "short": (hold("wall-calf-stretch", "ended early"), "Mine"),
    "left out": (hold("wall-calf-stretch", "skipped"), "Mine"),
}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("massage", {"ball"}), ("Strength", {"bridge", "gone"}), ("rest pose", {"wall"}), ("lacrosse", {"ball"}),
        ("pain", {"hurt"}), ("skipped", {"left out"}), ("skip", {"left out"}), ("ended early", {"short"}),
        ("ended early wall calf", {"short"}), ("stretch evening", {"band"}), ("partial", {"hurt", "short", "left out"}),
        ("29 February 2020", set(KEPT)), ("29/02/2020", set(KEPT)), ("29.2.", set(KEPT)), ("Saturday", set(KEPT)),
        ("February pain", {"hurt"}), ("24", set()), ("20:24", set()), ("20", set()), ("24.2.", set()),
        ("interrupted", set()), ("1 of 1 hold", {"band", "wall", "gone"}),
        ("1 of 1 set", {"ball", "bridge"}), ("1", set()),
    ],
)  # fmt: skip
def test_found_by_kind_outcome_and_day_and_not_by_a_time(application, exercises, query: str, ids: set[str]) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    kept = tuple(
        SessionRecord(name, "r", routine, AT, AT, AT.date(), "finished", 30.0, (one,))
        for name, (one, routine) in KEPT.items()
    )
    model = SessionsModel()
    model.show_sessions(kept, TODAY, exercises, {"own-thing": ("strength", "hip")})
    model.search(query, None)
    assert {model.session_at(row).id for row in range(model.rowCount())} == ids


def test_today_and_yesterday_are_days_too(application) -> None:
    model = SessionsModel()
    model.show_sessions(sessions(5), TODAY)
    for query, found in (("today", "s4"), ("yesterday", "s3")):
        model.search(query, None)
        assert [model.session_at(row).id for row in range(model.rowCount())] == [found]


def test_what_is_still_to_come_says_so(page: Page) -> None:
    page.table.show_sessions(sessions(3), page.exercises, TODAY - timedelta(days=1))
    told = [page.table.model.index(row, COMPLETED).data() for row in range(3)]
    assert told == ["Still to come", "1 of 1 hold", "1 of 1 hold"]
    page.table.go_to("s2")
    assert page.table.details.remarks.text().startswith("Its day is still to come")
    page.table.search.setText("to come")
    assert page.table.model.found == 1


def test_newest_first_and_in_batches(application) -> None:
    model = SessionsModel()
    model.show_sessions(sessions(250), TODAY)
    assert model.session_at(0).id == "s249"
    assert (model.rowCount(), model.found) == (BATCH, 250)
    while model.has_more:
        model.fetch(model.rowCount() + BATCH)
    assert model.session_at(model.rowCount() - 1).id == "s0"
    model.show_sessions(sessions(249), TODAY)
    assert model.rowCount() == 249, "what was scrolled to stays"


@pytest.mark.parametrize("width", [300, 630, 910, 1600, 2400])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.2])
def test_columns_fill_the_width(width: int, scale: float) -> None:
    widths = column_widths(width, scale)
    assert sum(widths) == width
    assert min(widths) > 0
    if width > 650 * scale:
        assert all(one >= least * scale - 1 for one, least in zip(widths, LEAST_WIDTHS, strict=True))


def test_a_time_of_minutes_and_seconds_is_never_cut(application: QApplication) -> None:
    metrics = QFontMetrics(letters(SMALL))
    words = max(metrics.horizontalAdvance(f"{one} min {one} s") for one in range(10, 60))
    assert words + GAP <= LEAST_WIDTHS[TIME_HELD]


# -- keys and clicks -------------------------------------------------------------------------------------------------
def arrow(table: SessionsTable, row: int) -> QImage:
    """As it is painted at the end of a row."""
    view = table.view
    return view.viewport().grab(QRect(view.width() - 40, view.rowViewportPosition(row) + 8, 30, 26)).toImage()


def test_a_row_opens_in_place_by_keys(page: Page) -> None:
    table = page.show(5)
    table.view.setFocus()
    before = table.view.height()
    page.press(Key.Key_Down)
    closed = arrow(table, 1)
    page.press(Key.Key_Return)
    assert table.view.open_id == "s3"
    assert arrow(table, 1) != closed, "it points up"
    assert table.details.isVisible()
    assert table.view.height() > before + table.details.height() - 2
    assert "Supine band hamstring stretch" in table.details.holds.text()
    page.press(Key.Key_Left)
    assert (table.view.open_id, table.details.isVisible(), table.view.height()) == ("", False, before)
    page.press(Key.Key_Right, Key.Key_Right)
    assert table.view.open_id == "s3", "right never closes"
    page.press(Key.Key_Escape)
    assert table.view.open_id == ""


def test_a_click_opens_and_the_next_one_closes_the_other(page: Page) -> None:
    table = page.show(5)
    for row in (1, 3):
        place = table.view.visualRect(table.model.index(row, 1))
        QTest.mouseClick(
            table.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 10, place.top() + 10)
        )
        page.settle()
        assert table.view.open_id == table.model.session_at(row).id
    assert table.view.rowHeight(1) == table.view.row_height


@pytest.mark.parametrize("row", [late(1), 7, late(30)])
def test_the_first_click_opens_what_it_is_on(page: Page, row: int) -> None:
    """As a mouse does it: down and up at one place of the screen, wherever the page has gone in between."""
    table = page.show(60)
    page.sheet.verticalScrollBar().setValue(table.view.y() + table.view.rowViewportPosition(row) - 5)
    page.settle()
    if row == 7:
        table.view.setFocus()
        table.view.clearFocus()
    top = table.view.rowViewportPosition(row) + table.view.row_height - 4
    spot = table.view.viewport().mapTo(page.sheet, QPoint(30, top))
    assert page.sheet.rect().contains(spot)
    window = page.sheet.windowHandle()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=spot)
    page.settle()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=spot)
    page.settle()
    assert table.view.open_id == table.model.session_at(row).id


def test_end_goes_to_the_oldest_of_ten_thousand_and_the_page_follows(page: Page) -> None:
    table = page.show(10_000)
    table.view.setFocus()
    page.press(Key.Key_End)
    assert table.view.currentIndex().row() == 9_999
    row = table.view.visualRect(table.view.currentIndex())
    assert table.view.viewport().visibleRegion().boundingRect().contains(row.center())
    page.press(Key.Key_PageUp)
    assert 9_900 < table.view.currentIndex().row() < 9_999
    page.press(Key.Key_Home)
    assert table.view.currentIndex().row() == 0
    assert page.sheet.verticalScrollBar().value() < 200


def test_scrolling_down_brings_more_rows(page: Page, qtbot) -> None:
    table = page.show(350)
    assert table.model.rowCount() == BATCH
    bar = page.sheet.verticalScrollBar()
    for count in (2 * BATCH, 3 * BATCH, 350):
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda count=count: table.model.rowCount() == count)
        page.settle()


def test_delete_and_edit_by_key_and_by_button(page: Page) -> None:
    table, wished = page.show(3), []
    table.delete_requested.connect(lambda one: wished.append(("delete", one)))
    table.edit_requested.connect(lambda one: wished.append(("edit", one)))
    table.view.setFocus()
    page.press(Key.Key_Delete, Key.Key_F2, Key.Key_Return)
    for button in (table.details.edit_button, table.details.delete_button):
        assert page.seen(button)
        button.click()
    assert wished == [("delete", "s2"), ("edit", "s2"), ("edit", "s2"), ("delete", "s2")]


def test_what_is_typed_on_a_row_is_searched_for_and_esc_shows_all(page: Page) -> None:
    table = page.show(6)
    table.view.setFocus()
    QTest.keyClicks(table.view, "d")
    QTest.keyClicks(table.search, "ehnub")
    assert (table.model.found, table.count.text()) == (3, "3 sessions")
    QTest.keyClick(table.search, Key.Key_Escape)
    assert table.model.found == 6
    table.search.setText("no such")
    assert not table.view.isVisible()
    assert "No session goes by these words" in table.nothing.text()


def test_the_chip_of_a_week_leads_back_to_all(page: Page, qtbot) -> None:
    table = page.show(30)
    table.show_days(WEEK)
    assert (table.days_chip.text(), table.model.found) == ("Week of 16 November", 7)
    with qtbot.waitSignal(table.days_left):
        table.days_chip.click()
    table.show_days(None)
    assert (table.model.found, table.days_chip.isVisible()) == (30, False)


@pytest.mark.parametrize(
    "note",
    ["x" * 10_000, "long words " * 1000, "\u202ertl \u0000\u0007\x1b[31m" * 50, "👩‍👩‍👧‍👦" * 500, "\n" * 5000 + "end"],
)
def test_no_note_breaks_a_row_or_the_page(page: Page, note: str) -> None:
    hostile = tuple(replace(one, note=note, routine_name=note) for one in sessions(3))
    page.table.show_sessions(hostile, page.exercises, TODAY)
    page.table.go_to("s1")
    page.settle()
    assert page.table.view.rowHeight(0) == page.table.view.row_height
    assert page.table.width() <= page.sheet.viewport().width()
    assert page.table.details.width() == page.table.view.width()
    assert page.table.details.height() < 2500
    assert page.seen(page.table.details)


def test_shown_again_what_is_open_stays_open(page: Page) -> None:
    table = page.show(5)
    table.go_to("s2")
    table.show_sessions(sessions(5)[1:], page.exercises, TODAY)
    page.settle()
    assert table.view.open_id == "s2"
    assert table.details.isVisible()
    table.show_sessions(tuple(one for one in sessions(5) if one.id != "s2"), page.exercises, TODAY)
    page.settle()
    assert not table.details.isVisible()
    assert {table.view.rowHeight(row) for row in range(4)} == {table.view.row_height}, "no hole is left"


def test_where_there_is_little_room_columns_are_as_wide_as_they_need_be() -> None:
    needed = [230, 180, 150, 110, 120]
    assert is_tight(840, 1.5)
    widths = column_widths(840, 1.5, needed)
    assert all(width >= least for width, least in zip(widths, needed, strict=True))
    assert sum(widths) == 840
    needed[1] = 400
    widths = column_widths(840, 1.5, needed)
    assert (widths[0], widths[1], sum(widths)) == (230, 230, 840), "a long name gives way"


def test_with_large_letters_nothing_is_cut_off_while_there_is_room(page: Page) -> None:
    view = page.show(5).view
    view.set_scale(1.5)
    view.resize(880, view.height())
    page.settle()
    option = QStyleOptionViewItem()
    for column in range(view.model().columnCount()):
        index = view.model().index(0, column)
        option.rect = view.visualRect(index)
        assert view._cells._cut(option, index) == index.data(BRIEF_ROLE)
