"""Whether one keeps at it, at a glance: the streak, the consistency, and how tightness moves."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.looking_back import Keeping, Trend
from hamstring_gui.ui.controls.labels import Facts, Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.dates import written
from hamstring_gui.ui.theme import LEAST_LETTER, SMALL, SNUG
from hamstring_gui.ui.wording import percent

translate = QCoreApplication.translate

FIGURE = 30


class KeepingFigures(QWidget):
    """Two figures with their words, and a line."""

    def __init__(self) -> None:
        super().__init__()
        self.streak = Text(size=FIGURE, weight=700, name="streak")
        self.streak_words = Text(size=LEAST_LETTER, quiet=True, name="streak_words", wrap=True)
        self.share = Text(size=FIGURE, weight=700, name="consistency")
        self.share_words = Text(size=LEAST_LETTER, quiet=True, name="consistency_words", wrap=True)
        self.tightness = Facts(size=SMALL, quiet=True, name="tightness_moves", wrap=True)
        self.tightness.hide()
        figures = row(
            (column(self.streak, self.streak_words, None), 1), (column(self.share, self.share_words, None), 1),
            gap=SNUG,
        )  # fmt: skip
        column(figures, self.tightness, gap=SNUG, inside=self)

    def show_keeping(self, keeping: Keeping, today: date) -> None:
        self.streak.show_text(QLocale().toString(keeping.in_a_row))
        self.streak_words.show_text(_in_a_row(keeping.in_a_row))
        self.share.show_text(percent(keeping.share))
        self.share_words.show_text(_over(keeping.weeks))
        self.tightness.show_text(tightness_moves(keeping.left, keeping.right, today))
        self.tightness.setVisible(bool(self.tightness.text()))


def _in_a_row(n: int) -> str:
    """What stands below the number, in the form that it asks for, and without it."""
    words = translate("today", "%n week(s) in a row", "below the number, so without it: weeks in a row", n)
    return " ".join(words.replace(str(n), "").split())


def _over(n: int) -> str:
    """The weeks that the consistency speaks of."""
    if not n:
        return translate("today", "no full week yet")
    return translate("today", "over %n week(s)", None, n)


def tightness_moves(left: Trend | None, right: Trend | None, today: date) -> str:
    """`Tightness 6 → 4 since August`, where both legs say the same; else each for itself; nothing without a trend."""
    known = [trend for trend in (left, right) if trend is not None]
    if not known:
        return ""
    since = since_when(min(trend.since for trend in known), today)
    if left is None or right is None:
        leg = _left(known[0]) if left is not None else _right(known[0])
        return translate("today", "Tightness {leg} since {since}").format(leg=leg, since=since)
    if _move(left) == _move(right):
        return translate("today", "Tightness {move} since {since}").format(move=_move(left), since=since)
    return translate("today", "Tightness {left} · {right} since {since}").format(
        left=_left(left), right=_right(right), since=since
    )


def _left(trend: Trend) -> str:
    return translate("today", "L {move}").format(move=_move(trend))


def _right(trend: Trend) -> str:
    return translate("today", "R {move}").format(move=_move(trend))


def _move(trend: Trend) -> str:
    """`6 → 4`; a rating is a whole number, and so is what is said of several."""
    before, now = (int(value + 0.5) for value in (trend.before, trend.now))
    return translate("today", "{before} → {now}").format(before=before, now=now)


def since_when(day: date, today: date) -> str:
    """`August`; `August 2025` where that is another one; `2 November` in the month that runs."""
    if (day.year, day.month) == (today.year, today.month):
        return written(day, "d MMMM")
    return written(day, "MMMM", today.year)
