"""The words of the printed summary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from hamstring_gui.domain.consistency import Week, consistency, streak, weeks_counted
from hamstring_gui.domain.durations import whole_seconds
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.exercises_done import ExerciseDone, PainStops
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.ui.dates import written
from hamstring_gui.ui.durations import duration, length
from hamstring_gui.ui.history.wording_sessions import exercise_name, one_line, planned_beside, routine
from hamstring_gui.ui.wording import percent, reps, side

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
        "Minutes per leg are those of hamstring stretches; strength, massage and rest poses are not in them. "
        "A set is done when it was held to its end. The days of rest weeks are not in the days that the goals ask for.",
    )


def name() -> str:
    """Before a line to write on by hand: the program knows nobody's name."""
    return translate("summary", "Name")


def figures(weeks: Sequence[Week], since: date | None) -> tuple[tuple[str, str], ...]:
    """Four figures, each with what it means; `since` is the day of the first session that there ever was."""
    n = sum(week.sessions for week in weeks)
    sessions = translate("summary", "%n session(s)", None, n)
    counting = translate("summary", "%n session(s) that count", "below “3 sessions”, so without them: that count", n)
    n = sum(week.partial for week in weeks)
    partly = translate("summary", "that count, and %n partial", "below “3 sessions”; %n are others", n)
    steady, full = consistency(weeks, since, len(weeks)), len(weeks_counted(weeks, since, len(weeks)))
    n = full
    kept = translate("summary", "consistency over %n full week(s)", None, n)
    n = streak(weeks)
    row = translate(
        "summary", "%n week(s) in a row met the goal", "below “2 weeks”, so without them: in a row met the goal", n
    )
    return (
        (sessions, partly if any(week.partial for week in weeks) else counting),
        (_days_of_goals(weeks), translate("summary", "active days of those that the goals ask for")),
        (percent(steady), kept if full else _no_full_week()),
        (translate("summary", "%n week(s)", None, n), row),
    )


def _no_full_week() -> str:
    return translate("summary", "consistency: no full week yet")


def _days_of_goals(weeks: Sequence[Week]) -> str:
    """`38 of 44`: active days, and what the goals ask for. A rest week's days are in neither."""
    counted = [week for week in weeks if not week.rest]
    active, wanted = sum(week.active_days for week in counted), sum(week.goal for week in counted)
    return translate("summary", "{days} of {goal}").format(days=active, goal=wanted)


def chart_title() -> str:
    return translate("summary", "Active days a week")


def exercises_title() -> str:
    return translate("summary", "Exercises")


def exercises_head() -> tuple[str, ...]:
    return (
        translate("summary", "Exercise"),
        translate("summary", "Dose"),
        translate("summary", "Sets done"),
        translate("summary", "Time held"),
    )


def exercises_row(done: ExerciseDone, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """`Supine band hamstring stretch`, `Each leg · 3 × 30 s`, `30 of 36`, `Left 7 min 30 s, right 7 min 0 s`."""
    sets = translate("summary", "{done} of {planned}").format(done=done.done, planned=done.planned)
    return (
        exercise_name(done.exercise, exercises),
        _dose(done, exercises.get(done.exercise)),
        sets if done.planned else "–",
        _time_held(done),
    )


def _dose(done: ExerciseDone, exercise: Exercise | None) -> str:
    """As the exercise counts: in repetitions where the set is a whole number of them."""
    if not done.sets:
        return "–"
    rep_s = exercise.dose.rep_s if exercise is not None else 0.0
    count = done.set_s / rep_s if rep_s else 0.0
    one = reps(round(count)) if count and abs(count - round(count)) < 1e-6 else length(done.set_s)
    dose = translate("wording", "{sets} × {dose}").format(sets=done.sets, dose=one)
    return translate("wording", "Each leg · {dose}").format(dose=dose) if done.each_leg else dose


def _time_held(done: ExerciseDone) -> str:
    left, right = duration(done.left_s + done.both_s), duration(done.right_s + done.both_s)
    if not done.each_leg:
        return duration(done.both_s)
    return translate("summary", "Left {left}, right {right}").format(left=left, right=right)


def other_kinds(weeks: Sequence[Week]) -> str:
    """`Strength: 12 min 0 s. Massage: 3 min 0 s.`: what the minutes of stretching don't have in them; and before that,
    what they have twice."""
    twice = translate("summary", "Stretched with both legs at once, which is in each leg's minutes: {time}.")
    sums = (
        (twice, sum(week.both_s for week in weeks)),
        (translate("summary", "Other stretches: {time}."), sum(week.other_stretches_s for week in weeks)),
        (translate("summary", "Strength: {time}."), sum(week.strength_s for week in weeks)),
        (translate("summary", "Massage: {time}."), sum(week.massage_s for week in weeks)),
        (translate("summary", "Rest poses: {time}."), sum(week.resting_s for week in weeks)),
        (translate("summary", "Exercises no longer known: {time}."), sum(week.unknown_s for week in weeks)),
    )
    return " ".join(words.format(time=duration(seconds)) for words, seconds in sums if seconds >= 0.5)


def weeks_title() -> str:
    return translate("summary", "Minutes held per leg, and tightness (0 loose to 10 very tight)")


def weeks_head(each: int) -> tuple[str, ...]:
    n = each
    return (
        translate("summary", "Week of") if each == 1 else translate("summary", "%n weeks from", None, n),
        translate("summary", "Active days"),
        translate("summary", "Left leg"),
        translate("summary", "Right leg"),
        translate("summary", "Tight left"),
        translate("summary", "Tight right"),
    )


def weeks_row(weeks: Sequence[Week]) -> tuple[str, ...]:
    """What one week came to, or several together."""
    left_s, right_s = sum(week.stretched.left for week in weeks), sum(week.stretched.right for week in weeks)
    return (
        written(weeks[0].start, WHOLE),
        _active(weeks),
        duration(left_s) if left_s else "–",
        duration(right_s) if right_s else "–",
        _rating(_mean(week.tightness[0] for week in weeks)),
        _rating(_mean(week.tightness[1] for week in weeks)),
    )


def _active(weeks: Sequence[Week]) -> str:
    """`3 of 3`, `6 of 9, 1 rest week`."""
    n = sum(week.rest for week in weeks)
    if n == 0:
        return _days_of_goals(weeks)
    if n == len(weeks):
        days = sum(week.active_days for week in weeks)
        return translate("summary", "{days}, %n rest week(s)", None, n).format(days=days)
    return translate("summary", "{days_of_goal}, %n rest week(s)", None, n).format(days_of_goal=_days_of_goals(weeks))


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


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


def pain_group(group: PainStops, exercises: Mapping[str, Exercise]) -> str:
    """`Supine band hamstring stretch, Left leg: 3 times`."""
    n = len(group.stops)
    return translate("summary", "{exercise}, {leg}: %n time(s)", None, n).format(
        exercise=exercise_name(group.exercise, exercises), leg=side(group.side)
    )


def pain_stop(session: SessionRecord, hold: HoldRecord) -> str:
    """`19 November 2026, after 12 s of 30 s`, and the session's note."""
    held_s = whole_seconds(session.holds)[session.holds.index(hold)]
    said = translate("summary", "{day}, after {held} of {planned}").format(
        day=written(session.day, WHOLE), held=duration(held_s), planned=duration(planned_beside(held_s, hold))
    )
    if not session.note.strip():
        return said
    return translate("summary", "{stop}: {note}").format(stop=said, note=shortened(session.note))


def notes_title() -> str:
    return translate("summary", "Notes")


def note(session: SessionRecord) -> tuple[str, str]:
    """The day and routine, and the note."""
    day = translate("summary", "{day}, {routine}").format(day=written(session.day, WHOLE), routine=routine(session))
    return day, shortened(session.note)


def shortened(note: str) -> str:
    """A note on one line, cut at a word where it is long."""
    text = one_line(note, 4 * LONGEST_NOTE)
    if len(text) > LONGEST_NOTE:
        text = text[:LONGEST_NOTE].rsplit(" ", 1)[0].rstrip(" ,;:.…") + "…"
    return text


def and_more(n: int) -> str:
    return translate("summary", "and %n more", None, n)
