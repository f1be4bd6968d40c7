"""What the finish page says of a session: praise is for each leg's dose, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import HoldRecord, SessionOutcome, SessionRecord, full_dose
from hamstring_gui.domain.looking_back import WeekSoFar
from hamstring_gui.domain.offers import Offer
from hamstring_gui.ui.qt_setup import set_text_size
from hamstring_gui.ui.session.finish import LOOK_MS, FinishPage, Over
from tests.domain.samples import EXERCISES, START
from tests.ui.room import settle

R, L, B = "right", "left", "both"


def record(number: int, side: str, planned_s: float, held_s: float, exercise: str = "band") -> HoldRecord:
    outcome = "held" if held_s >= planned_s else "ended early" if held_s else "skipped"
    return HoldRecord(number, exercise, side, 1, planned_s, held_s, outcome, START)  # type: ignore[arg-type]


def of(*seconds: tuple[str, float, float]) -> tuple[HoldRecord, ...]:
    return tuple(record(n, side, planned, held) for n, (side, planned, held) in enumerate(seconds))


@pytest.mark.parametrize(
    ("holds", "full"),
    [
        (of((R, 30, 30), (L, 30, 30)), True),
        (of((R, 30, 60), (L, 30, 0)), False),
        (of((R, 30, 50), (L, 30, 29)), False),
        (of((R, 30, 20), (R, 30, 40), (L, 30, 30), (L, 30, 30)), True),
        (of((B, 180, 180)), True),
        (of((B, 180, 170)), False),
        ((record(0, R, 30, 40), record(1, R, 30, 20, "wall"), record(2, L, 30, 30)), False),
        ((), False),
    ],
)
def test_no_leg_makes_up_for_the_other(holds: Sequence[HoldRecord], full: bool) -> None:
    assert full_dose(holds) == full


def titles(page: FinishPage, holds: tuple[HoldRecord, ...], outcome: SessionOutcome) -> tuple[str, bool]:
    planned_s = sum(hold.planned_s for hold in holds)
    session = SessionRecord(
        "1", "sample", "Sample", START, START + timedelta(minutes=5), START.date(), outcome, planned_s, holds
    )
    page.show_over(Over(session, None, EXERCISES))
    return page.title.text(), bool(page.hint.text())


@pytest.mark.parametrize(
    ("holds", "outcome", "title", "hint"),
    [
        (of((R, 30, 30), (L, 30, 30)), "finished", "Well done", False),
        (of((R, 30, 90), (L, 30, 0)), "finished", "Done for today", False),
        (of((R, 30, 30), (L, 30, 4)), "finished", "Done for today", False),
        (of((R, 30, 30), (L, 30, 4)), "ended early", "Ended early", True),
        (of((R, 30, 30), (L, 30, 30)), "ended early", "Well done", False),
    ],
)
def test_praise_is_for_each_legs_dose(
    qtbot, application, holds: tuple[HoldRecord, ...], outcome: SessionOutcome, title: str, hint: bool
) -> None:
    page = FinishPage()
    qtbot.addWidget(page)
    assert titles(page, holds, outcome) == (title, hint)


@pytest.mark.parametrize("outcome", ["finished", "ended early"])
def test_who_lies_in_a_rest_pose_is_told_how_to_get_up(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise], outcome: SessionOutcome
) -> None:
    page = FinishPage()
    qtbot.addWidget(page)
    wall, band = "legs-up-the-wall", "band-hamstring-stretch"
    for last, held_s, told in ((wall, 30, True), (wall, 0, False), (band, 30, False)):
        holds = (record(0, R, 30, 30, "band-hamstring-stretch"), record(1, B, 30, held_s, last))
        session = SessionRecord(
            "1", "sample", "Sample", START, START + timedelta(minutes=5), START.date(), outcome, 60, holds
        )
        page.show_over(Over(session, None, exercises))
        assert ("Roll to one side" in page.hint.text()) == told


# -- seen at once ------------------------------------------------------------------------------------------------------
MONDAY = START.date() - timedelta(days=START.weekday())
WEEK = Week(tuple(Day(MONDAY + timedelta(days=n), n < 3, False) for n in range(7)), goal=3, held_s=600.0, running=True)
MET = WeekSoFar(WEEK, in_a_row=2, met_now=True)
ASKED = Offer("daily-band-stretch", 0, "band-hamstring-stretch", 30, 15, "left")
LOW_WINDOW = (900, 510)


def endings(exercises: Mapping[str, Exercise]) -> Iterator[tuple[str, Over]]:
    """Sessions that went to their end, or were ended early or for pain, with and without news and an offer."""
    band = [record(n, R if n < 3 else L, 30, 30, "band-hamstring-stretch") for n in range(6)]
    early = [band[0], record(1, R, 30, 12, "band-hamstring-stretch")]
    pain = [band[0], replace(early[1], outcome="stopped for pain"), band[5]]
    week = [record(n, (R, L)[n % 2], 30, 30, "wall-calf-stretch") for n in range(14)]
    week.append(record(14, B, 180, 180, "legs-up-the-wall"))
    for name, holds, outcome, offer, so_far in (
        ("complete", band, "finished", None, None), ("news", band, "finished", None, MET),
        ("offer", band, "finished", ASKED, MET), ("stopped", early, "ended early", None, replace(MET, met_now=False)),
        ("pain", pain, "ended early", None, MET), ("weekly", week, "finished", None, MET),
    ):  # fmt: skip
        session = SessionRecord(
            "1", "sample", "Sample", START, START + timedelta(minutes=5), START.date(), outcome,
            sum(hold.planned_s for hold in holds), tuple(holds),
        )  # fmt: skip
        yield name, Over(session, offer, exercises, so_far)


def unseen(page: FinishPage) -> list[str]:
    """What has to be scrolled to, of what one wants to know, and say, at once."""
    parts = [page.title, page.summary, page.hint, page.tightness_left, page.tightness_right, page.done_button]
    parts += [] if page.far else [page.note]
    foot = page.sheet.mapTo(page, page.sheet.rect().bottomLeft()).y()
    found = []
    for part in (one for one in parts if one.isVisible()):
        place = part.rect().translated(part.mapTo(page, QPoint()))
        low = page.sheet.isAncestorOf(part) and place.bottom() > foot
        if low or not page.rect().contains(place):
            found.append(part.objectName() or part.accessibleName())
    return found


def shown(qtbot, over: Over, size: tuple[int, int], far: bool = False) -> FinishPage:
    """The page as a first session's end makes it."""
    page = FinishPage()
    qtbot.addWidget(page)
    page.setUpdatesEnabled(False)
    page.resize(*size)
    page.set_far(far)
    page.show_over(over)
    page.show()
    settle()
    return page


@pytest.mark.parametrize(
    ("far", "text_size"), [(False, 100), (True, 100), pytest.param(False, 150, marks=pytest.mark.nightly)]
)
def test_in_a_low_window_what_was_held_and_how_it_feels_are_seen_at_once(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise], far: bool, text_size: int
) -> None:
    set_text_size(application, text_size)
    found = list[str]()
    for name, over in endings(exercises):
        page = shown(qtbot, over, LOW_WINDOW, far)
        found += [f"{name}: {one}" for one in unseen(page)]
        found += (
            [f"{name}: Done where full screen is left"] if far and page.done_button.geometry().right() > 720 else []
        )
        found += [f"{name}: the week"] if not far and over.week and "week_told" not in seen_texts(page) else []
    assert found == []


def test_in_the_smallest_window_the_rating_is_seen_as_well(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise]
) -> None:
    for name in ("complete", "stopped"):
        assert unseen(shown(qtbot, dict(endings(exercises))[name], (540, 480))) == [], name


def test_who_writes_a_note_goes_on_where_it_goes_beside_done(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise]
) -> None:
    page = shown(qtbot, dict(endings(exercises))["offer"], (1180, 1100))
    assert page.sheet.isAncestorOf(page.note)
    page.note.setFocus()
    page.resize(900, 510)
    settle()
    assert not page.sheet.isAncestorOf(page.note)
    assert page.focusWidget() is page.note
    assert abs(page.note.geometry().center().y() - page.done_button.geometry().center().y()) <= 1
    page.resize(1180, 1100)
    settle()
    assert page.sheet.isAncestorOf(page.note)
    assert page.focusWidget() is page.note


def places(page: FinishPage) -> list[QRect]:
    return [part.rect().translated(part.mapTo(page, QPoint())) for part in page.findChildren(QWidget)]


@pytest.mark.parametrize(
    ("text_size", "size", "ending"),
    [
        (125, (1180, 760), "news"), (125, (1280, 800), "stopped"), (150, (1920, 1080), "pain"),
        (150, (1600, 900), "news"), (200, (1600, 900), "offer"),
    ],
)  # fmt: skip
def test_with_large_letters_it_has_its_places_the_first_time_and_they_stay(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise], text_size: int, size: tuple[int, int],
    ending: str,
) -> None:  # fmt: skip
    set_text_size(application, text_size)
    page = shown(qtbot, dict(endings(exercises))[ending], size)
    before = places(page)
    assert unseen(page) == []
    application.processEvents()
    assert places(page) == before, "it goes on by itself"
    application.sendEvent(page, QResizeEvent(page.size(), page.size()))
    settle()
    assert places(page) == before, "it would be another in a window that had that size before"


def seen_texts(page: FinishPage) -> list[str]:
    foot = page.sheet.mapTo(page, page.sheet.rect().bottomLeft()).y()
    texts = page.findChildren(QLabel)
    return [
        one.objectName() for one in texts if one.isVisible() and one.mapTo(page, one.rect().bottomLeft()).y() <= foot
    ]


def test_tab_goes_through_it_as_it_stands(qtbot, application: QApplication, exercises: Mapping[str, Exercise]) -> None:
    page = FinishPage()
    qtbot.addWidget(page)
    page.show_over(dict(endings(exercises))["offer"])
    page.show()
    for height in (760, 510):
        page.resize(900, height)
        settle()
        stops, stop = list[QWidget](), page.nextInFocusChain()
        while stop is not page:
            stops += [stop] if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisible() else []
            stop = stop.nextInFocusChain()
        places = [(stop.mapTo(page, QPoint()).y(), stop.mapTo(page, QPoint()).x()) for stop in stops]
        assert places[:-1] == sorted(places[:-1]), height
        assert stops[-1] is page.done_button, "pinned below what is scrolled"


@pytest.mark.parametrize("size", [(900, 550), (1000, 600), (1920, 1080)])
def test_from_the_mat_done_keeps_out_of_the_corner_and_stays_in_sight_afterwards(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise], size: tuple[int, int]
) -> None:
    for name, over in endings(exercises):
        page = shown(qtbot, over, size, far=True)
        done = QRect(page.done_button.mapTo(page, QPoint()), page.done_button.size())
        assert done.right() < page.width() - 190 or done.top() > 60, name
        page.resize(size[0] - 6, size[1] - 24)
        page.set_far(False)
        settle()
        assert page.done_button.visibleRegion().boundingRect() == page.done_button.rect(), name


def test_a_page_that_has_just_come_stays_for_a_second_and_takes_a_long_note(qtbot, application) -> None:
    assert LOOK_MS >= 1000, "longer than it takes to see that it has come"
    page = FinishPage()
    qtbot.addWidget(page)
    assert page.note.maxLength() == 1000
