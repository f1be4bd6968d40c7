"""The program's sentences that are put together from values: whole sentences, ready for translation.

Text of the exercises and routines themselves comes from their files and is looked up under the context "exercise".
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.durations import credited_s, whole_seconds
from hamstring_gui.domain.exercise import Exercise, Side, Unit, unit_of
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.domain.routine import Item, Phases, Routine, needed, total_s
from hamstring_gui.ui.dates import weekdays_listed, written
from hamstring_gui.ui.durations import duration, length, seconds_of

if TYPE_CHECKING:
    pass

translate = QCoreApplication.translate

SIDES: tuple[Side, ...] = ("left", "right", "both")
"""The order of the legs wherever both show."""


def of_file(text: str) -> str:
    """A name or a step from an exercise's or routine's file, translated where a translation is known."""
    return translate("exercise", text) if text else ""


def headline(text: str) -> str:
    """A word or words of an exercise's file (a region, a piece of equipment) as they stand alone: `Band or strap`."""
    words = of_file(text)
    return words[:1].upper() + words[1:]


def side(side: Side) -> str:
    match side:
        case "left":
            return translate("wording", "Left leg")
        case "right":
            return translate("wording", "Right leg")
        case "both":
            return translate("wording", "Both legs")


def reps(n: int) -> str:
    return translate("wording", "%n rep(s)", None, n)


def item_dose(item: Item) -> str:
    """`3 × 30 s`, `2 × 10 reps`."""
    dose = reps(item.dose.reps) if item.dose.reps else seconds_of(item.dose.hold_s)
    return translate("wording", "{sets} × {dose}").format(sets=item.dose.sets, dose=dose)


def about(phases: Phases) -> str:
    return translate("wording", "about {minutes} min").format(minutes=max(1, round(total_s(phases) / 60)))


def what_it_takes(routine: Routine, phases: Phases, exercises: Mapping[str, Exercise]) -> str:
    """`Both legs · 3 × 30 s · about 4 min`, or `3 exercises · about 9 min`."""
    minutes = about(phases)
    if (n := len(routine.items)) > 1:
        return translate("wording", "%n exercise(s) · {time}", None, n).format(time=minutes)
    item = routine.items[0]
    if exercises[item.exercise].each_side:
        return translate("wording", "Each leg · {dose} · {time}").format(dose=item_dose(item), time=minutes)
    return translate("wording", "{dose} · {time}").format(dose=item_dose(item), time=minutes)


def listed(texts: Iterable[str]) -> str:
    """`mat, band or strap`; nothing where there are none."""
    return translate("wording", ", ").join(map(of_file, texts))


def enumerated(texts: Iterable[str]) -> str:
    """`a, b and c`, as the language writes it."""
    return QLocale().createSeparatedList([*texts])


def facts(texts: Iterable[str]) -> str:
    """`Each leg · 3 × 30 s · about 4 min`: what there is to tell, side by side."""
    return between_facts().join(filter(None, texts))


def between_facts() -> str:
    return translate("wording", " · ")


def you_need(routine: Routine, exercises: Mapping[str, Exercise]) -> str:
    """What has to be at hand before it begins, and what is good to have."""
    must, may = needed(routine, exercises)
    if not must and not may:
        return translate("wording", "You need nothing but room to lie or stand.")
    things, more = listed(must), listed(may)
    if not may:
        return translate("wording", "You need: {things}.").format(things=things)
    if not must:
        return translate("wording", "If you like: {more}.").format(more=more)
    return translate("wording", "You need: {things}. If you like: {more}.").format(things=things, more=more)


def asked_first(routine: Routine, exercises: Mapping[str, Exercise]) -> str:
    """Who should ask a doctor before which of its exercises: a line each; an only exercise needs no name."""
    coming = (exercises[item.exercise] for item in routine.items if item.exercise in exercises)
    notes = {one.name: one.ask_first for one in coming if one.ask_first}
    if len(routine.items) == 1:
        return "".join(map(of_file, notes.values()))
    line = translate("wording", "{exercise}: {note}")
    return "\n".join(line.format(exercise=of_file(name), note=of_file(note)) for name, note in notes.items())


def credited(phases: Phases, exercises: Mapping[str, Exercise]) -> str:
    """What History credits of it: `1 min 30 s of stretching a leg, 3 min other`."""
    leg_s, others = credited_s(phases, exercises)
    other = length(math.fsum(others.values()))
    if leg_s and others:
        line = translate("wording", "{leg} of stretching a leg, {other} other")
        return line.format(leg=length(leg_s), other=other)
    if leg_s:
        return translate("wording", "{leg} of stretching a leg").format(leg=length(leg_s))
    match list(others):
        case ["rest pose"]:
            return translate("wording", "{other} of rest poses").format(other=other)
        case ["strength"]:
            return translate("wording", "{other} of strength").format(other=other)
        case ["massage"]:
            return translate("wording", "{other} of massage").format(other=other)
        case ["stretch"]:
            return translate("wording", "{other} of other stretches").format(other=other)
        case _:
            return translate("wording", "{other} other, no hamstring stretch").format(other=other)


def introduction_page(number: int) -> str:
    """`1 of 3`."""
    return translate("wording", "{number} of {pages}").format(number=number, pages=3)


def greeting(now: datetime) -> str:
    if 4 <= now.hour < 12:
        return translate("wording", "Good morning")
    return translate("wording", "Good afternoon") if 12 <= now.hour < 18 else translate("wording", "Good evening")


def today_line(week: Week, today: date) -> str:
    """The date, and how far the goal is: as a wish while it can still be met this week, as a fact otherwise."""
    day, n = written(today, "dddd d MMMM"), week.goal - week.active_days
    if week.rest:
        return translate("wording", "{day} · this is a rest week").format(day=day)
    if n <= 0:
        return translate("wording", "{day} · this week’s goal is met").format(day=day)
    if n > sum(one.date >= today and not one.active for one in week.days):
        n = week.goal
        line = translate("wording", "{day} · {active} of %n day(s) this week", None, n)
        return line.format(day=day, active=week.active_days)
    return translate("wording", "{day} · %n more day(s) meet(s) this week’s goal", None, n).format(day=day)


def week_line(week: Week) -> str:
    if week.rest:
        n = week.active_days
        line = translate("wording", "Rest week · %n day(s) · {time} held", None, n)
        return line.format(time=duration(week.held_s)) if n else translate("wording", "Rest week")
    n = week.goal
    line = translate("wording", "{active} of %n day(s) · {time} held", None, n)
    return line.format(active=week.active_days, time=duration(week.held_s))


def week_described(week: Week) -> str:
    """This week's dots in words."""
    days = [day.date.isoweekday() for day in week.days if day.active]
    active = weekdays_listed(days) if days else translate("wording", "none yet")
    if week.rest:
        described = translate("wording", "A rest week. Active days: {days}.").format(days=active)
    elif week.spared:
        described = translate("wording", "Active days: {days}. Goal of this first week: {goal}.").format(
            days=active, goal=week.goal
        )
    else:
        described = translate("wording", "Active days: {days}. Goal: {goal} a week.").format(
            days=active, goal=week.goal
        )
    if any(day.partial for day in week.days):
        described += " " + translate("wording", "A half dot: less than half of the planned time was held.")
    return described


def sets_counted(holds: Sequence[HoldRecord], unit: Unit, *, briefly: bool = False) -> str:
    """`6 of 6 holds`, `4 of 6 holds, 1 cut short`, `1 hold cut short`: what was begun and is no whole one is told, too,
    `briefly` only where there is no whole one."""
    held, n = sum(hold.outcome == "held" for hold in holds), len(holds)
    whole = _whole_of(held, n, unit)
    n = sum(hold.outcome != "held" and hold.held_s > 0 for hold in holds)
    if n and not held:
        if unit == "holds":
            return translate("wording", "%n hold(s) cut short", None, n)
        return translate("wording", "%n set(s) cut short", None, n)
    return translate("wording", "{sets}, %n cut short", None, n).format(sets=whole) if n and not briefly else whole


def _whole_of(held: int, n: int, unit: Unit) -> str:
    """`4 of 6 holds`, `2 of 2 sets`."""
    if unit == "holds":
        return translate("wording", "{held} of %n hold(s)", None, n).format(held=held)
    return translate("wording", "{held} of %n set(s)", None, n).format(held=held)


def what_was_held(holds: Sequence[HoldRecord], seconds: int, unit: Unit, *, briefly: bool = False) -> str:
    """`6 of 6 holds, 3 min 0 s`, `2 of 2 sets, 1 min 20 s`, `2 min 0 s of massage`."""
    if unit == "massage":
        return translate("wording", "{time} of massage").format(time=duration(seconds))
    sets = sets_counted(holds, unit, briefly=briefly)
    return translate("wording", "{sets}, {time}").format(sets=sets, time=duration(seconds))


def last_held(session: SessionRecord, exercises: Mapping[str, Exercise]) -> str:
    """What was held in a session, and whether it hurt; of one that was interrupted, only what is on record is known.
    What this program didn't lead has no sets, and maybe no time."""
    if session.source:
        return held_in_all(session.holds) if session.holds else ""
    unit = unit_of((hold.exercise for hold in session.holds), exercises)
    hurt = any(hold.outcome == "stopped for pain" for hold in session.holds)
    if session.outcome == "interrupted":
        held = _interrupted_after(session.holds, unit)
    else:
        held = what_was_held(session.holds, sum(whole_seconds(session.holds)), unit, briefly=hurt)
    return translate("wording", "{held}, stopped for pain").format(held=held) if hurt else held


def _interrupted_after(holds: Sequence[HoldRecord], unit: Unit) -> str:
    time = held_in_all(holds)
    n = sum(hold.outcome == "held" for hold in holds)
    if not n or unit == "massage":
        return translate("wording", "interrupted after {time}").format(time=time)
    if unit == "holds":
        return translate("wording", "interrupted after %n hold(s), {time}", None, n).format(time=time)
    return translate("wording", "interrupted after %n set(s), {time}", None, n).format(time=time)


def held_in_all(holds: Sequence[HoldRecord]) -> str:
    """`3 min 41 s`."""
    return duration(sum(whole_seconds(holds)))


def side_held(of_side: Side, held: str) -> str:
    match of_side:
        case "left":
            return translate("wording", "Left leg: {held}").format(held=held)
        case "right":
            return translate("wording", "Right leg: {held}").format(held=held)
        case "both":
            return translate("wording", "Both legs: {held}").format(held=held)


def summary(session: SessionRecord, exercises: Mapping[str, Exercise]) -> str:
    """What was held in all and, where the legs took turns, per leg: one line each, the left leg before the right. What
    was cut short is told once, of its leg."""
    holds, whole = session.holds, whole_seconds(session.holds)
    unit = unit_of((hold.exercise for hold in holds), exercises)
    sides = [one for one in SIDES if any(hold.side == one for hold in holds)]
    shown = sides if sides != ["both"] else []
    lines = [what_was_held(holds, sum(whole), unit, briefly=bool(shown))]
    for one in shown:
        of_side = tuple(hold for hold in holds if hold.side == one)
        seconds = sum(held for hold, held in zip(holds, whole, strict=True) if hold.side == one)
        lines.append(side_held(one, what_was_held(of_side, seconds, unit)))
    return "\n".join(lines)


def both_legs(left: str, right: str) -> str:
    """`L 3.0 · R 3.0`: the left leg stands before the right one everywhere. A leg without a figure is left out."""
    if left and right:
        return translate("wording", "L {left} · R {right}").format(left=left, right=right)
    if left:
        return translate("wording", "L {left}").format(left=left)
    return translate("wording", "R {right}").format(right=right) if right else ""


def tightness_line(session: SessionRecord) -> str:
    """`Tightness: left 4, right 5`, or nothing where it was not rated."""
    rated = session.tightness
    if rated is None or (rated.left is None and rated.right is None):
        return ""
    if rated.left is None:
        return translate("wording", "Tightness: right {right}").format(right=rated.right)
    if rated.right is None:
        return translate("wording", "Tightness: left {left}").format(left=rated.left)
    return translate("wording", "Tightness: left {left}, right {right}").format(left=rated.left, right=rated.right)


def percent(share: float | None) -> str:
    """`83 %`, or a dash where there is no figure yet."""
    return translate("wording", "–") if share is None else percent_of(QLocale().toString(round(100 * share)))


def shares(left: object, right: object) -> str:
    """`L 52 · R 48 %`."""
    return translate("wording", "L {left} · R {right} %").format(left=left, right=right)


def percent_of(figure: object) -> str:
    return translate("wording", "{percent} %").format(percent=figure)


def first_legs() -> tuple[tuple[object, str], ...]:
    """The rules for the leg that begins."""
    return (
        ("left", translate("settings", "Left")),
        ("right", translate("settings", "Right")),
        ("alternate", translate("settings", "By turns")),
        ("tighter", translate("settings", "The tighter one")),
    )


def why_no_tone(silent: bool, muted: bool, volume: int) -> str:
    """What keeps a tone that is asked for from being heard, or nothing."""
    if silent:
        return translate("wording", "No sound on this computer: no tone can be heard.")
    if muted:
        return translate("wording", "The tones are muted.")
    return "" if volume else translate("wording", "The volume of the tones is at 0 %.")


def why_not_standing() -> str:
    """The name of the answer to where the standing toe touch is."""
    return translate("wording", "Why we don’t reach for the toes standing")
