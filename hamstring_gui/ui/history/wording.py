"""Sentences about weeks and days, for the History page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from hamstring_gui.domain.consistency import WEEKS_COUNTED, Day, Legs, Week, goals_met, weeks_counted
from hamstring_gui.ui.dates import written
from hamstring_gui.ui.durations import duration
from hamstring_gui.ui.history.spans import Days, Span, spans_of
from hamstring_gui.ui.history.weeks_drawn import Measure, Picture
from hamstring_gui.ui.wording import both_legs, enumerated, shares

translate = QCoreApplication.translate

MONTHS_FROM = 60
"""More places than this are labelled with months and years: a day would be taken for one of this year."""


def this_week() -> str:
    return translate("history", "this week")


def week_named(week: Week, year: int) -> str:
    """`Week of 16 November`; with its year where that isn't `year`."""
    day = written(week.start, "d MMMM", year)
    return translate("history", "Week of {day}").format(day=day)


def active_days(week: Week) -> str:
    """`3 active days, goal 3, met`: what is so far, for the running week, and what was, for others."""
    n = week.active_days
    if week.rest:
        return translate("history", "%n active day(s), rest week", None, n)
    if week.met:
        return translate("history", "%n active day(s), goal {goal}, met", None, n).format(goal=week.goal)
    if week.running:
        return translate("history", "%n active day(s) so far, goal {goal}", None, n).format(goal=week.goal)
    return translate("history", "%n active day(s), goal {goal}, below it", None, n).format(goal=week.goal)


def partial_sessions(n: int) -> str:
    return translate("history", "%n partial session(s)", None, n)


def minutes_per_leg(week: Week) -> str:
    """`left leg 4 min 30 s, right leg 4 min 0 s`, and what of it both were stretched at once."""
    left, right = duration(week.stretched.left), duration(week.stretched.right)
    if week.both_s >= 0.5:
        words = translate("history", "left leg {left}, right leg {right}, {both} of it both at once")
        return words.format(left=left, right=right, both=duration(week.both_s))
    return translate("history", "left leg {left}, right leg {right}").format(left=left, right=right)


def tightness(week: Week | Span) -> str:
    """`tightness left 4.5, right 5`, or that there is none."""
    left, right = (None if leg is None else QLocale().toString(float(leg), "g", 2) for leg in week.tightness)
    if left is None and right is None:
        return translate("history", "tightness not rated")
    if left is None:
        return translate("history", "tightness right {right}").format(right=right)
    if right is None:
        return translate("history", "tightness left {left}").format(left=left)
    return translate("history", "tightness left {left}, right {right}").format(left=left, right=right)


def week_told(week: Week, measure: Measure, year: int) -> str:
    """One week in words: `week of 16 November: 3 active days, goal 3, met`."""
    facts = {"active days": active_days, "minutes held": minutes_per_leg, "tightness": tightness}[measure](week)
    if measure == "active days" and week.partial:
        facts = translate("history", "{one}, {other}").format(one=facts, other=partial_sessions(week.partial))
    day = written(week.start, "d MMMM", year)
    return translate("history", "week of {day}: {facts}").format(day=day, facts=facts)


def weeks_told(weeks: Sequence[Week], measure: Measure) -> str:
    """The shown weeks in words, or the months that they show as, oldest first."""
    if not weeks:
        return translate("history", "There are no weeks yet.")
    year = weeks[-1].days[-1].date.year
    return translate("history", "; ").join(span_told(span, measure, year) for span in spans_of(weeks))


def weeks_in_short(weeks: Sequence[Week], measure: Measure) -> str:
    """How many weeks, or months, the chart shows and what the last one was, and how to hear of each."""
    spans = spans_of(weeks)
    if not spans:
        return translate("history", "There are no weeks yet.")
    n, last = len(spans), span_told(spans[-1], measure, weeks[-1].days[-1].date.year)
    if spans[-1].month is None:
        line = translate("history", "%n week(s); the last, {week}.", None, n).format(week=last)
        return f"{line} {translate('history', 'The arrow keys go from week to week.')}"
    line = translate("history", "%n month(s); the last, {month}.", None, n).format(month=last)
    return f"{line} {translate('history', 'The arrow keys go from month to month.')}"


# -- places of the chart: weeks, or months ---------------------------------------------------------------------------
def span_named(span: Span, year: int) -> str:
    """`Week of 16 November`, with its year where that isn't `year`; `November 2024`."""
    return week_named(span.weeks[0], year) if span.month is None else written(span.month, "MMMM yyyy")


def span_told(span: Span, measure: Measure, year: int) -> str:
    """One place in words: `week of 16 November: 3 active days, goal 3, met`."""
    if span.month is None:
        return week_told(span.weeks[0], measure, year)
    facts = {"active days": active_days_of_month, "minutes held": minutes_of_month, "tightness": tightness}[measure]
    month = written(span.month, "MMMM yyyy")
    return translate("history", "{month}: {facts}").format(month=month, facts=facts(span))


def span_in_full(span: Span, year: int) -> str:
    """All that is known of a place, on one line: it is said."""
    facts = translate("wording", ", ").join(span_lines(span))
    return translate("history", "{week}: {facts}").format(week=span_named(span, year), facts=facts)


def span_lines(span: Span) -> tuple[str, ...]:
    """All that is known of a place, a line each."""
    if span.month is None:
        return week_lines(span.weeks[0])
    lines = [active_days_of_month(span)]
    if span.stretched.left or span.stretched.right:
        lines.append(minutes_of_month(span))
    own = (
        (translate("history", "other stretches {time} a week"), "other_stretches_s"),
        (translate("history", "strength {time} a week"), "strength_s"),
        (translate("history", "massage {time} a week"), "massage_s"),
        (translate("history", "rest poses {time} a week"), "resting_s"),
        (translate("history", "exercises no longer known {time} a week"), "unknown_s"),
    )
    means = ((words, round(span.mean_of(part))) for words, part in own)
    lines += [words.format(time=duration(seconds)) for words, seconds in means if seconds]
    if span.tightness != (None, None):
        lines.append(tightness(span))
    return tuple(line[:1].upper() + line[1:] for line in lines)


def active_days_of_month(span: Span) -> str:
    """`2.5 active days a week, goal met in 3 of 4 weeks`."""
    if span.rest:
        return translate("history", "rest weeks")
    n = len(span.counted)
    words = translate("history", "{days} active days a week, goal met in {met} of %n week(s)", None, n)
    return words.format(days=QLocale().toString(span.active_days, "g", 2), met=sum(week.met for week in span.counted))


def minutes_of_month(span: Span) -> str:
    """`left leg 4 min 30 s, right leg 4 min 0 s a week`, and what of it both were stretched at once."""
    left, right = duration(round(span.stretched.left)), duration(round(span.stretched.right))
    if both_s := round(span.mean_of("both_s")):
        words = translate("history", "left leg {left}, right leg {right} a week, {both} of it both at once")
        return words.format(left=left, right=right, both=duration(both_s))
    return translate("history", "left leg {left}, right leg {right} a week").format(left=left, right=right)


def days_named(days: Days, year: int) -> str:
    """Days that were chosen: `Friday 20 November`, `Week of 16 November`, `November 2024`."""
    first, last = days
    if first == last:
        return written(first, "dddd d MMMM", year)
    if first.day == 1 and last.month == first.month and last.day > 27:
        return written(first, "MMMM yyyy")
    return translate("history", "Week of {day}").format(day=written(first, "d MMMM", year))


def week_lines(week: Week) -> tuple[str, ...]:
    """All that is known of a week, a line each; what was held in it, by what it was."""
    lines = [active_days(week)]
    if week.partial:
        lines.append(partial_sessions(week.partial))
    if week.stretched.left or week.stretched.right:
        lines.append(minutes_per_leg(week))
    own = (
        (translate("history", "other stretches {time}"), week.other_stretches_s),
        (translate("history", "strength {time}"), week.strength_s),
        (translate("history", "massage {time}"), week.massage_s),
        (translate("history", "rest poses {time}"), week.resting_s),
        (translate("history", "exercises no longer known {time}"), week.unknown_s),
    )
    lines += [words.format(time=duration(seconds)) for words, seconds in own if seconds >= 0.5]
    if week.tightness != (None, None):
        lines.append(tightness(week))
    return tuple(line[:1].upper() + line[1:] for line in lines)


def day_told(day: Day, year: int) -> str:
    """`16 November: 2 sessions, 6 min 0 s held`, or that there was none."""
    name, n = written(day.date, "d MMMM", year), day.sessions
    if not n:
        return translate("history", "{day}: no session").format(day=name)
    if day.partial:
        line = translate("history", "{day}: %n partial session(s), {time} held", None, n)
    elif day.more:
        line = translate("history", "{day}: %n session(s), {time} held, more than planned", None, n)
    else:
        line = translate("history", "{day}: %n session(s), {time} held", None, n)
    return line.format(day=name, time=duration(day.held_s))


def calendar_named(year: int, today: date) -> str:
    """`Last 12 months`, or the year's number."""
    return translate("history", "Last 12 months") if year == today.year else str(year)


def year_in_short(days: Sequence[Day], year: int) -> str:
    """The days of a year, or of the last 12 months, in one sentence, and how to hear of each."""
    shown, held = days[-1].date.year, [day for day in days if day.sessions]
    past, n = days[0].date.year == shown < year, len(held)
    if not held and past:
        return translate("history", "No sessions in {year}.").format(year=shown)
    if not held:
        return translate("history", "No sessions in the last 12 months.")
    if past:
        line = translate("history", "%n day(s) with a session in {year}; the last was {day}.", None, n)
    else:
        line = translate("history", "%n day(s) with a session in the last 12 months; the last was {day}.", None, n)
    hint = translate("history", "The arrow keys go from day to day.")
    return f"{line.format(year=shown, day=day_told(held[-1], year))} {hint}"


def place_named(picture: Picture, place: int) -> str:
    """The words under a place of the chart: weeks before the first one have a date as well."""
    if place == len(picture.bars) - 1:
        return this_week()
    return written(picture.start_of(place), "MMM yyyy" if len(picture.bars) > MONTHS_FROM else "d MMM")


def marks(picture: Picture, unit: float, apart: float) -> list[tuple[float, str]]:
    """The words at the right end of the chart's lines, each with its height; one for lines that are nearer to each
    other than `apart`. The measure's unit is `unit` high."""
    if picture.goal:
        goal = picture.spans[-1].weeks[-1].goal if picture.spans else picture.goal[-1]
        return [(picture.goal[-1], translate("history", "goal {goal}").format(goal=goal))]
    name = translate("history", "{minutes} min a leg")
    if len(picture.doses) == 2 and (picture.doses[1] - picture.doses[0]) * unit < apart:
        low, high = picture.doses
        both = enumerated(map(str, picture.doses))
        return [((low + high) / 2, name.format(minutes=both))]
    return [(minutes, name.format(minutes=minutes)) for minutes in picture.doses]


def weeks_in_a_row(n: int) -> str:
    return translate("history", "%n week(s)", None, n)


def days_of_goal(week: Week) -> str:
    """`2 of 3 days`; nothing is asked of a rest week."""
    if week.rest:
        n = week.active_days
        return translate("history", "Rest week · %n day(s)", None, n) if n else translate("history", "Rest week")
    n = week.goal
    return translate("history", "{active} of %n day(s)", None, n).format(active=week.active_days)


def days_a_week(n: int) -> str:
    return translate("history", "%n day(s)", None, n)


def minutes_both(legs: Legs) -> str:
    """`L 4.5 · R 4.5`, in minutes."""
    left, right = (QLocale().toString(seconds / 60, "f", 1) for seconds in (legs.left, legs.right))
    return both_legs(left, right)


def balance(left_share: float | None) -> str:
    """`L 52 · R 48 %`."""
    if left_share is None:
        return translate("history", "–")
    left = round(100 * left_share)
    return shares(left, 100 - left)


def rest_wish(week: Week | Span) -> str:
    """What can be done with a week: make it a rest week, or an ordinary one again."""
    if week.rest:
        return translate("history", "No rest week after all")
    return translate("history", "Mark as a rest week")


def verdict(weeks: Sequence[Week], since: date | None) -> str:
    """Whether one is keeping at it, in a sentence; nothing before the first week is over."""
    met, n = goals_met(weeks, since)
    if n < 2:
        return _only_week(weeks_counted(weeks, since)[0], weeks[-1].days[-1].date.year) if n else ""
    if met == n:
        return translate("wording", "You met your goal in each of the last %n complete weeks.", None, n)
    if not met:
        return translate("wording", "You met your goal in none of the last %n complete weeks.", None, n)
    return translate("wording", "You met your goal in {met} of the last %n complete weeks.", None, n).format(met=met)


def _only_week(week: Week, year: int) -> str:
    day = written(week.start, "d MMMM", year)
    if week.met:
        return translate("wording", "You met your goal in the week of {day}.").format(day=day)
    n = week.goal
    told = translate("wording", "In the week of {day} you had {active} of %n active day(s).", None, n)
    return told.format(day=day, active=week.active_days)


def consistency_explained(n: int) -> str:
    """What the consistency is the mean of; `n` weeks, or none yet."""
    if not n:
        return translate(
            "history", "How much of the goal was done, on average, once a first week is over: two days of three "
            "count 67 %.",
        )  # fmt: skip
    return translate(
        "history", "How much of the goal was done over %n complete week(s), on average: two days of three count 67 %. "
        "12 weeks are the most, and rest weeks are left out.", None, n,
    )  # fmt: skip


def balance_explained(weeks: Sequence[Week]) -> str:
    """What the balance is the share of: the running week, and up to 12 before it."""
    n = min(len(weeks), WEEKS_COUNTED + 1)
    return translate(
        "history", "How the time held is shared between the left and the right leg, over %n week(s) with this one.",
        None, n,
    )  # fmt: skip
