"""The words of the printed summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.ui.dates import written
from hamstring_gui.ui.durations import duration
from hamstring_gui.ui.history.wording_sessions import exercise_name, one_line, routine
from hamstring_gui.ui.wording import side

translate = QCoreApplication.translate

WHOLE = "d MMMM yyyy"
"""The fields of a date."""

LONGEST_NOTE = 280
TREND_WEEKS = 4


def title() -> str:
    return translate("summary", "Hamstring stretching: summary")


def period(weeks: Sequence[Week], today: date) -> str:
    n = len(weeks)
    line = translate("summary", "{first} to {last} · %n week(s), the running one included", None, n)
    return line.format(first=written(weeks[0].start, WHOLE), last=written(today, WHOLE))


def made_on(today: date) -> str:
    return translate("summary", "Made with Hamstring on {day}. Times are what was held by the clock.").format(
        day=written(today, WHOLE)
    )


def footer() -> str:
    return translate(
        "summary",
        "A session counts when at least half of its planned time was held; an active day has a session that counts. "
        "Minutes are those of hamstring stretches, for each leg; strength, massage and rest poses are not in them.",
    )


def figures(
    weeks: Sequence[Week], steady: float | None, steady_weeks: int, in_a_row: int
) -> tuple[tuple[str, str], ...]:
    """Four figures, each with what it means."""
    sessions, partial = sum(week.sessions for week in weeks), sum(week.partial for week in weeks)
    n = partial
    counted = translate("summary", "sessions, and %n partial", None, n) if n else translate("summary", "sessions")
    n = sum(week.goal for week in weeks if not week.rest)
    active = translate("summary", "active days; the goals ask for %n", None, n)
    percent = QLocale().percent() if steady is not None else ""
    share = f"{round(steady * 100)} {percent}" if steady is not None else "–"
    n = steady_weeks
    over = (
        translate("summary", "consistency over %n full week(s)", None, n) if n else translate("summary", "consistency")
    )
    row = translate("summary", "weeks in a row met their goal")
    if in_a_row == 1:
        row = translate("summary", "week in a row met its goal")
    return (
        (QLocale().toString(sessions), counted),
        (QLocale().toString(sum(week.active_days for week in weeks)), active),
        (share, over),
        (QLocale().toString(in_a_row), row),
    )


def chart_title() -> str:
    return translate("summary", "Active days a week")


def table_title() -> str:
    return translate("summary", "Minutes held per leg, and tightness (0 loose to 10 very tight)")


def table_head() -> tuple[str, ...]:
    return (
        translate("summary", "Week of"),
        translate("summary", "Active days"),
        translate("summary", "Left leg"),
        translate("summary", "Right leg"),
        translate("summary", "Tight left"),
        translate("summary", "Tight right"),
    )


def table_row(week: Week) -> tuple[str, ...]:
    goal = translate("summary", "{days} of {goal}").format(days=week.active_days, goal=week.goal)
    if week.rest:
        goal = translate("summary", "{days}, rest week").format(days=week.active_days)
    left, right = week.tightness
    return (
        written(week.start, WHOLE),
        goal,
        duration(week.stretched.left) if week.stretched.left else "–",
        duration(week.stretched.right) if week.stretched.right else "–",
        _rating(left),
        _rating(right),
    )


def _rating(value: float | None) -> str:
    return "–" if value is None else QLocale().toString(value, "f", 1)


def tightness_trend(weeks: Sequence[Week]) -> str:
    """How the last weeks with a rating compare with the first ones; nothing where there are too few."""
    said = []
    for leg in (0, 1):
        rated = [value for week in weeks if (value := week.tightness[leg]) is not None]
        if len(rated) < 2 * TREND_WEEKS:
            continue
        first, last = sum(rated[:TREND_WEEKS]) / TREND_WEEKS, sum(rated[-TREND_WEEKS:]) / TREND_WEEKS
        words = (
            translate("summary", "Tightness left: {first} in the first 4 rated weeks, {last} in the last 4.")
            if leg == 0
            else translate("summary", "Tightness right: {first} in the first 4 rated weeks, {last} in the last 4.")
        )
        said.append(words.format(first=_rating(first), last=_rating(last)))
    return " ".join(said)


def pain_title() -> str:
    return translate("summary", "Stopped for pain")


def no_pain() -> str:
    return translate("summary", "Not once in this time.")


def pain_stop(session: SessionRecord, hold: HoldRecord, exercises: Mapping[str, Exercise]) -> str:
    """`19 November 2026: Supine band hamstring stretch, Left leg, after 12 s of 30 s`."""
    return translate("summary", "{day}: {exercise}, {leg}, after {held} of {planned}").format(
        day=written(session.day, WHOLE),
        exercise=exercise_name(hold.exercise, exercises),
        leg=side(hold.side),
        held=duration(hold.held_s),
        planned=duration(hold.planned_s),
    )


def notes_title() -> str:
    return translate("summary", "Notes")


def note(session: SessionRecord) -> tuple[str, str]:
    """The day and routine, and the note, shortened at a word where it is long."""
    text = one_line(session.note, 4 * LONGEST_NOTE)
    if len(text) > LONGEST_NOTE:
        text = text[:LONGEST_NOTE].rsplit(" ", 1)[0].rstrip(" ,;:.…") + "…"
    day = translate("summary", "{day}, {routine}").format(day=written(session.day, WHOLE), routine=routine(session))
    return day, text


def and_more(n: int) -> str:
    return translate("summary", "and %n more", None, n)
