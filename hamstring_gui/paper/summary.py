"""The history on one or two pages, for a physiotherapist: weeks, exercises, minutes per leg, tightness,
pain stops, notes.

Painted with QtGui alone, black on white, so that it needs no display; words stay words that can be selected.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from hamstring_gui.domain.consistency import Week, first_day
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.exercises_done import exercises_done, pain_stops
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.values import dataclass
from hamstring_gui.paper import wording
from hamstring_gui.paper.chart import CHART_HEIGHT, paint_weeks
from hamstring_gui.paper.sheet import BODY, MARGIN, SMALL, Paper
from hamstring_gui.ui.qt_setup import choose_language

WEEKS = 12
MOST_ROWS = 13
"""Of the table of weeks: of a longer time, each row is several weeks."""
MOST_EXERCISES = 10
MOST_PAIN_STOPS = 10
LETTER = {QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico, QLocale.Country.Philippines,
          QLocale.Country.Chile, QLocale.Country.Colombia, QLocale.Country.Venezuela}  # fmt: skip
WEEK_COLUMNS = (0.0, 0.22, 0.45, 0.59, 0.73, 0.87)
EXERCISE_COLUMNS = (0.0, 0.36, 0.55, 0.67)
"""Where the columns of a table begin, as shares of the width."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the pages say, all of it of the same `weeks`. `sessions` are those of the weeks, oldest first."""

    today: date
    weeks: tuple[Week, ...]
    sessions: tuple[SessionRecord, ...]
    since: date | None
    """The day of the first session that there ever was."""

    @property
    def notes(self) -> list[SessionRecord]:
        """The sessions with a note that no stop for pain brings with it, the latest first."""
        told = {session.id for group in pain_stops(self.sessions) for session, _ in group.stops}
        return [session for session in reversed(self.sessions) if session.note.strip() and session.id not in told]


def summed_up(
    today: date, every_week: Sequence[Week], sessions: Sequence[SessionRecord], count: int = WEEKS
) -> Summary:
    """What there is to say of the last `count` weeks. All are oldest first; the weeks end with the running one."""
    weeks = tuple(every_week[-count:])
    within = tuple(session for session in sessions if weeks[0].start <= session.day <= today)
    since = first_day(today, sessions)
    return Summary(today, weeks, within, since)


def pdf_of(summary: Summary, exercises: Mapping[str, Exercise], assets: Path) -> bytes:
    """The pages as a PDF file."""
    application = _application(assets)
    data = _painted(summary, exercises)
    del application
    return data


def _application(assets: Path) -> object:
    """The window's application; or one for painting only, in our letters, which leaves a display alone."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(lambda *_: None)
    application = QGuiApplication(["hamstring-gui"])
    for font in sorted((assets / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(font))
    choose_language(application, assets / "translations")
    return application


def _painted(summary: Summary, exercises: Mapping[str, Exercise]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    letter = QLocale.system().territory() in LETTER
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setResolution(720)
    writer.setTitle(wording.title())
    writer.setCreator("Hamstring")
    painter = QPainter(writer)
    paper = Paper(writer, painter, wording.footer())
    _head(paper, summary)
    _numbers(paper, summary)
    _chart(paper, summary)
    _exercises(paper, summary, exercises)
    _weeks(paper, summary.weeks)
    _pain(paper, summary, exercises)
    _notes(paper, summary)
    paper.finish()
    painter.end()
    return bytes(buffer.data().data())


# -- the parts, from top to bottom -----------------------------------------------------------------------------------
def _head(paper: Paper, summary: Summary) -> None:
    paper.line(wording.title(), 22, 700, below=4)
    paper.line(wording.period(summary.weeks, summary.today), BODY, below=2)
    paper.line(wording.made_on(summary.today), SMALL, quiet=True, below=4)
    paper.to_fill_in(wording.name(), BODY, below=10)


def _numbers(paper: Paper, summary: Summary) -> None:
    """The four figures, each over the words that say what it is."""
    figures = wording.figures(summary.weeks, summary.since)
    width = paper.width / len(figures)
    for number, (figure, meaning) in enumerate(figures):
        paper.words(figure, number * width, 17, 700, width - 8, 24)
        paper.block(meaning, number * width, SMALL, width - 14, down=27)
    paper.skip(27 + 24 + 10)


def _chart(paper: Paper, summary: Summary) -> None:
    paper.heading(wording.chart_title())
    paint_weeks(paper.painter, paper.room(CHART_HEIGHT), summary.weeks)
    paper.skip(CHART_HEIGHT + 14)


def _exercises(paper: Paper, summary: Summary, exercises: Mapping[str, Exercise]) -> None:
    done = exercises_done(summary.sessions)
    if not done:
        return
    paper.heading(wording.exercises_title())
    _row(paper, wording.exercises_head(), EXERCISE_COLUMNS, quiet=True)
    for one in done[:MOST_EXERCISES]:
        _row(paper, wording.exercises_row(one, exercises), EXERCISE_COLUMNS)
    if len(done) > MOST_EXERCISES:
        paper.line(wording.and_more(len(done) - MOST_EXERCISES), SMALL, quiet=True)
    paper.skip(4)
    paper.paragraph(wording.other_kinds(summary.weeks), SMALL)
    paper.skip(14)


def _weeks(paper: Paper, weeks: Sequence[Week]) -> None:
    """A row for each week, or for several: as many as fit on a page, the running week in the first."""
    each = -(-len(weeks) // MOST_ROWS)
    paper.heading(wording.weeks_title())
    _row(paper, wording.weeks_head(each), WEEK_COLUMNS, quiet=True)
    for end in range(len(weeks), 0, -each):
        _row(paper, wording.weeks_row(weeks[max(0, end - each) : end]), WEEK_COLUMNS)
    paper.skip(4)
    paper.paragraph(wording.tightness_trend(weeks), SMALL)
    paper.skip(14)


def _row(paper: Paper, cells: Sequence[str], columns: Sequence[float], quiet: bool = False) -> None:
    height = 14.0
    paper.need(height)
    for begin, end, cell in zip(columns, (*columns[1:], 1.0), cells, strict=True):
        room = (end - begin) * paper.width - 4
        paper.words(cell, begin * paper.width, SMALL, 600 if quiet else 400, room, height, quiet=quiet)
    paper.skip(height)
    paper.rule()


def _pain(paper: Paper, summary: Summary, exercises: Mapping[str, Exercise]) -> None:
    paper.heading(wording.pain_title())
    groups = pain_stops(summary.sessions)
    if not groups:
        paper.line(wording.no_pain(), BODY, below=12)
        return
    left = MOST_PAIN_STOPS
    for group in groups:
        paper.need(30)
        paper.line(wording.pain_group(group, exercises), BODY, 600, below=1)
        for session, hold in group.stops[:left]:
            paper.paragraph(wording.pain_stop(session, hold), BODY, below=2)
        if more := len(group.stops[left:]):
            paper.line(wording.and_more(more), SMALL, quiet=True)
        left = max(1, left - len(group.stops))
        paper.skip(5)
    paper.skip(7)


def _notes(paper: Paper, summary: Summary) -> None:
    """As many notes as the second page has room for."""
    notes = summary.notes
    if not notes:
        return
    paper.heading(wording.notes_title())
    for number, session in enumerate(notes):
        day, note = wording.note(session)
        if paper.height_left(paper.height_of(note, BODY)) < MARGIN / 2:
            paper.line(wording.and_more(len(notes) - number), SMALL, quiet=True)
            return
        paper.need(12 + 2 + paper.height_of(note, BODY))
        paper.line(day, SMALL, 600, below=1)
        paper.paragraph(note, BODY, below=7)
