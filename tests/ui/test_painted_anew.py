"""What looks different is painted anew: where a change of values changes pixels, Qt is told to paint again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QColor, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import Shown
from hamstring_gui.domain.looking_back import WeekSoFar
from hamstring_gui.domain.values import replace
from hamstring_gui.ui.controls.buttons import FilterChip, IconButton, KeyButton, NavButton
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.drop_place import DropPlace, Fall
from hamstring_gui.ui.controls.figure_view import FigureView, set_body
from hamstring_gui.ui.controls.fitted import Chip, Digits, FittedText
from hamstring_gui.ui.controls.legend import Legend
from hamstring_gui.ui.controls.level import Level
from hamstring_gui.ui.controls.stepper import Stepper
from hamstring_gui.ui.controls.switch import Switch
from hamstring_gui.ui.controls.text_area import TextArea
from hamstring_gui.ui.controls.ticks import TickBox
from hamstring_gui.ui.controls.tightness import TightnessScale
from hamstring_gui.ui.controls.waiting import ProgressBar
from hamstring_gui.ui.history.calendar import Calendar
from hamstring_gui.ui.history.legends import calendar_legend
from hamstring_gui.ui.session.countdown import ProgressStrip, Ring, SetDots
from hamstring_gui.ui.session.headed_text import HeadedText
from hamstring_gui.ui.session.week_told import WeekTold
from hamstring_gui.ui.today.week_dots import WeekDots
from tests.domain.samples import HandClock, play, routine, session
from tests.goldens import shades_apart
from tests.ui.conftest import exposed

MONDAY = date(2026, 11, 16)
SIZE = 360, 120
SEEN = 24
"""By so many shades (of 255) a pixel has changed."""
Changes = tuple[Callable[[], object], ...]
Made = tuple[QWidget, Changes]
pytestmark = pytest.mark.painted


class Painted(QObject):
    """Looks on where a widget, and what is in it, is painted: `where` that was since the last change."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._widget: QWidget | None = None
        self.where = QRegion()
        application.installEventFilter(self)

    def look_on(self, widget: QWidget, change: Callable[[], object]) -> None:
        """What was to be painted before is of no interest."""
        self._widget = None
        QApplication.processEvents()
        self._widget, self.where = widget, QRegion()
        change()
        QApplication.processEvents()

    def picture(self, widget: QWidget) -> QImage:
        """What it would look like; that is painted for us alone."""
        looked_at, self._widget = self._widget, None
        image = widget.grab().toImage()
        self._widget = looked_at
        return image

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        around = self._widget
        if around is None or not (isinstance(event, QPaintEvent) and isinstance(watched, QWidget)):
            return False
        if watched is around or around.isAncestorOf(watched):
            self.where |= event.region().translated(watched.mapTo(around, QPoint()))
        return False


def day(number: int, *, active: bool = False, partial: bool = False) -> Day:
    return Day(MONDAY + timedelta(days=number), active, partial, 60.0 * active, int(active), 60.0)


def week(active: int, *, rest: bool = False, partial: int = 7) -> Week:
    return Week(tuple(day(n, active=n < active, partial=n == partial) for n in range(7)), 0.0, rest=rest, running=True)


def ring(as_bar: bool = False) -> Made:
    one = Ring()
    one.set_as_bar(as_bar)
    steps = [(0.75, "hold", False), (0.74, "hold", False), (0.5, "hold", False), (0.49, "rest", False),
             (0.49, "rest", True), (0.0, "rest", True)]  # fmt: skip
    return one, (*(partial(one.show_share, *step) for step in steps), partial(one.set_as_bar, not as_bar))


def dots() -> Made:
    one = SetDots()
    steps = [((0.0, 0.0, 0.0), 1, False), ((0.0, 0.0, 0.0), 1, True),
             ((1.0, 0.0, 0.0), 2, False), ((1.0, 0.4, 0.0), 2, False), ((1.0, 0.4, 0.0, 0.0), 2, False),
             ((1.0, 0.4, 0.0, 0.0), 3, False)]  # fmt: skip
    return one, tuple(partial(one.show_sets, *step) for step in steps)


def strip() -> Made:
    one, clock = ProgressStrip(), HandClock()
    running = session(routine(sets=2), clock)

    def go_on(seconds: float) -> None:
        play(running, clock, seconds)
        one.show_phases(running.moment().phases, running.moment().shares_done())

    return one, tuple(partial(go_on, seconds) for seconds in (5, 10, 5, 20, 12, 30))


def week_dots() -> Made:
    one = WeekDots()
    shown = [(week(1), 1), (week(2), 1), (week(2), 3), (week(2, partial=4), 3), (week(2, rest=True), 3)]
    return one, tuple(partial(one.show_week, known, MONDAY + timedelta(days=today)) for known, today in shown)


def week_told() -> Made:
    one = WeekTold()
    told = [WeekSoFar(week(1), 0, False), WeekSoFar(week(2), 0, False), WeekSoFar(week(3), 1, True)]
    return one, tuple(partial(one.show_week, so_far) for so_far in told)


def calendar() -> Made:
    one = Calendar()
    today, other = MONDAY + timedelta(days=4), MONDAY - timedelta(days=40)
    return one, (
        partial(one.show_year, [week(2)], today, 2026), partial(one.show_year, [week(3)], today, 2026),
        partial(one.choose, other), partial(one.choose, None), partial(one._look_at, other), one.look_away,
        partial(one.show_year, [week(3)], today, 2025),
    )  # fmt: skip


def legend() -> Made:
    one, entries = Legend(), calendar_legend(())
    one.show_entries(entries)
    paints = [paint for _, paint in entries]
    return one, (partial(one.show_entries, list(zip(dict(entries), reversed(paints), strict=True))),)


def figure(exercises: Mapping[str, Exercise]) -> Made:
    one, known = FigureView(), exercises["band-hamstring-stretch"]
    start, end = known.steps[0].pose, known.held.pose
    shown = Shown(known.held, start, end, 0.2)
    later, there = replace(shown, progress=0.5), replace(shown, progress=1.0)
    return one, (
        *(partial(one.show_figure, known, at) for at in (shown, later, there, replace(there, lit=1.0))),
        *(partial(one.show_figure, known, replace(there, lit=1.0, breath=breath)) for breath in (0.5, 1.0)),
        partial(one.show_figure, known, there, mirrored=True),
        partial(one.show_figure, known, replace(there, breath=1.0), mirrored=True),
        lambda: set_body(one.window(), "plum"), partial(one.show_at_ease, known), partial(one.show_held, known),
    )  # fmt: skip


def text(one: FittedText | HeadedText, *words: str) -> Made:
    return one, tuple(partial(one.show_text, each) for each in words)


def fitted() -> Made:
    one = FittedText("name")
    one.setWordWrap(True)
    _, shown = text(one, "Short", "Some longer words that take two lines", "Other")
    return one, (*shown, partial(one.set_colour, QColor("red")), partial(one.set_sizes, 20, 40))


def button() -> Made:
    one = KeyButton("Go on", "Enter")
    return one, (partial(one.set_words, "Stop"), partial(one.set_key_shown, False), partial(one.setDown, True),
                 partial(one.set_lit, True), partial(one.setEnabled, False), partial(one.set_veiled, True),
                 partial(one.set_veiled, False))  # fmt: skip


def chip() -> Made:
    one = Chip("side")
    return one, (partial(one.show_text, "Left leg"), partial(one.set_bare, True), partial(one.set_bare, False))


def waits() -> Made:
    one = ProgressBar()
    one.show_share(0.2)
    return one, tuple(partial(one.show_share, share) for share in (0.5, 0.9))


def values(one: QWidget, *shown: object, by: str = "show_value") -> Made:
    return one, tuple(partial(getattr(one, by), value) for value in shown)


def icon() -> Made:
    one = IconButton("Mute", "sound", "M")
    return one, (partial(one.show_icon, "Mute", "muted"),)


def entry() -> Made:
    one = NavButton("Today", "today")
    return one, (partial(one.set_lit, True), partial(one.set_lit, False))


def fall(sheet: QWidget) -> Made:
    one = DropPlace(sheet)
    return one, tuple(partial(one.show_fall, Fall("Here", useful), sheet.rect()) for useful in (True, False))


def lines() -> Made:
    one = TextArea("Steps", 3, numbered=True)
    return one, (partial(one.show_text, "Lie down.\nRaise the leg."), partial(one.show_text, "Lie down.\n\n\nHold."))


def tick(sheet: QWidget) -> Made:
    one = TickBox("Daily", sheet)
    one.resize(*SIZE)
    one.show()
    return values(one, True, False, by="setChecked")


MADE: Mapping[str, Callable[[], Made]] = {
    "ring": ring, "bar": partial(ring, True), "dots": dots, "strip": strip, "days of a week": week_dots,
    "what a session did": week_told, "calendar": calendar, "legend": legend, "chip": chip, "words": fitted,
    "digits": lambda: text(Digits("countdown"), "30", "29", "1:30", "1:29"),
    "headline": lambda: text(HeadedText("summary", 20, 14), "Six holds\nLeft", "Five holds\nRight"),
    "button": button, "icon": icon, "entry": entry, "progress": waits, "lines": lines,
    "chip of a filter": lambda: values(FilterChip("Calf"), True, False, by="setChecked"),
    "switch": lambda: values(Switch("On"), True, False), "level": lambda: values(Level("Loud"), 70, 20),
    "stepper": lambda: values(Stepper("Hold", 1, 90), 30, 1, 90), "tightness": lambda: values(
        TightnessScale("Left"), 4, 10, None, by="rate"),
    "choice": lambda: values(Choice("Theme", (("a", "Light"), ("b", "Dark"))), "b", "none"),
}  # fmt: skip


@pytest.fixture(scope="module")
def sheet(qapp: QApplication) -> Iterator[QWidget]:
    """A window for all of them: to open one takes longer than to look at ten."""
    sheet = QWidget()
    sheet.resize(600, 400)
    sheet.show()
    assert exposed(sheet.windowHandle())
    yield sheet
    sheet.close()
    sheet.deleteLater()


@pytest.fixture
def painted(application: QApplication) -> Iterator[Painted]:
    painted = Painted(application)
    yield painted
    application.removeEventFilter(painted)


@pytest.fixture
def made(request: pytest.FixtureRequest, sheet: QWidget, exercises: Mapping[str, Exercise]) -> Iterator[Made]:
    one, changes = {
        "figure": partial(figure, exercises),
        "place to drop": partial(fall, sheet),
        "tick": partial(tick, sheet),
        **MADE,
    }[request.param]()
    if one.parentWidget() is None:
        one.setParent(sheet)
        one.resize(*SIZE)
        one.show()
    yield one, changes
    one.hide()
    one.deleteLater()


@pytest.mark.parametrize("made", [*MADE, "figure", "place to drop", "tick"], indirect=True)
def test_each_change_that_shows(made: Made, painted: Painted, qtbot: QtBot) -> None:
    widget, changes = made
    for number, change in enumerate(changes):
        before = painted.picture(widget)
        painted.look_on(widget, change)
        after = painted.picture(widget)
        if before.size() == after.size():
            changed = np.argwhere(shades_apart(before, after) > SEEN)
            assert len(changed), f"change {number} is none"
            qtbot.waitUntil(partial(all_painted, painted, changed, f"change {number}"))


def all_painted(painted: Painted, changed: np.ndarray, change: str) -> None:
    stay = [(x, y) for y, x in changed[::7].tolist() if not painted.where.contains(QPoint(x, y))]
    assert not stay, f"{change}: 7 × {len(stay)} of {len(changed)} pixels stay as they were"
