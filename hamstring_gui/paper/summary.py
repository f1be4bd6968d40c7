"""The history on one or two pages, for a physiotherapist: weeks, minutes per leg, tightness, pain stops, notes.

Painted with QtGui alone, black on white, so that it needs no display; words stay words that can be selected.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from hamstring_gui.domain.consistency import Week, consistency, first_day, streak, weeks_counted
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.domain.values import dataclass
from hamstring_gui.paper import wording
from hamstring_gui.paper.chart import CHART_HEIGHT, paint_weeks
from hamstring_gui.paper.sheet import BODY, MARGIN, SMALL, Paper
from hamstring_gui.ui.qt_setup import choose_language

WEEKS = 12
MOST_PAIN_STOPS = 10
LETTER = {QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico, QLocale.Country.Philippines,
          QLocale.Country.Chile, QLocale.Country.Colombia, QLocale.Country.Venezuela}  # fmt: skip
COLUMNS = (0.0, 0.25, 0.40, 0.54, 0.68, 0.82)
"""Where the columns of the table of weeks begin, as shares of the width."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the pages say. `sessions` are those of the `weeks`, oldest first; `steady` is the consistency, 0 to 1, over
    `steady_weeks`."""

    today: date
    weeks: tuple[Week, ...]
    sessions: tuple[SessionRecord, ...]
    steady: float | None
    steady_weeks: int
    in_a_row: int

    @property
    def pain_stops(self) -> list[tuple[SessionRecord, HoldRecord]]:
        """The latest first."""
        stops = [(one, hold) for one in self.sessions for hold in one.holds if hold.outcome == "stopped for pain"]
        return stops[::-1]

    @property
    def notes(self) -> list[SessionRecord]:
        """The sessions with a note, the latest first."""
        return [session for session in reversed(self.sessions) if session.note.strip()]


def summed_up(
    today: date, every_week: Sequence[Week], sessions: Sequence[SessionRecord], count: int = WEEKS
) -> Summary:
    """What there is to say of the last `count` weeks. All are oldest first; the weeks end with the running one."""
    weeks = tuple(every_week[-count:])
    within = tuple(session for session in sessions if weeks[0].start <= session.day <= today)
    since = first_day(today, sessions)
    return Summary(
        today, weeks, within, consistency(every_week, since), len(weeks_counted(every_week, since)), streak(every_week)
    )


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
    _table(paper, summary.weeks)
    _pain(paper, summary, exercises)
    _notes(paper, summary)
    paper.finish()
    painter.end()
    return bytes(buffer.data().data())


# -- the parts, from top to bottom -----------------------------------------------------------------------------------
def _head(paper: Paper, summary: Summary) -> None:
    paper.line(wording.title(), 22, 700, below=4)
    paper.line(wording.period(summary.weeks, summary.today), BODY, below=2)
    paper.line(wording.made_on(summary.today), SMALL, quiet=True, below=16)


def _numbers(paper: Paper, summary: Summary) -> None:
    """The four figures, each over the words that say what it is."""
    figures = wording.figures(summary.weeks, summary.steady, summary.steady_weeks, summary.in_a_row)
    width = paper.width / len(figures)
    for number, (figure, meaning) in enumerate(figures):
        paper.words(figure, number * width, 20, 700, width - 10, 26)
        paper.block(meaning, number * width, SMALL, width - 14, down=27)
    paper.skip(27 + 24 + 16)


def _chart(paper: Paper, summary: Summary) -> None:
    paper.heading(wording.chart_title())
    paint_weeks(paper.painter, paper.room(CHART_HEIGHT), summary.weeks)
    paper.skip(CHART_HEIGHT + 14)


def _table(paper: Paper, weeks: Sequence[Week]) -> None:
    paper.heading(wording.table_title())
    _row(paper, wording.table_head(), quiet=True)
    for week in reversed(weeks):
        _row(paper, wording.table_row(week))
    paper.skip(4)
    paper.paragraph(wording.tightness_trend(weeks), SMALL)
    paper.skip(14)


def _row(paper: Paper, cells: Sequence[str], quiet: bool = False) -> None:
    height = 15.0
    paper.need(height)
    for n, cell in enumerate(cells):
        end = COLUMNS[n + 1] if n + 1 < len(COLUMNS) else 1.0
        room = (end - COLUMNS[n]) * paper.width - 4
        paper.words(cell, COLUMNS[n] * paper.width, SMALL, 600 if quiet else 400, room, height, quiet=quiet)
    paper.skip(height)
    paper.rule()


def _pain(paper: Paper, summary: Summary, exercises: Mapping[str, Exercise]) -> None:
    paper.heading(wording.pain_title())
    stops = summary.pain_stops
    if not stops:
        paper.line(wording.no_pain(), BODY, below=12)
        return
    for session, hold in stops[:MOST_PAIN_STOPS]:
        paper.paragraph(wording.pain_stop(session, hold, exercises), BODY, below=2)
    if len(stops) > MOST_PAIN_STOPS:
        paper.line(wording.and_more(len(stops) - MOST_PAIN_STOPS), SMALL, quiet=True)
    paper.skip(12)


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
