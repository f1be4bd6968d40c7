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
from hamstring_gui.domain.durations import credited_s
from hamstring_gui.domain.exercise import Exercise, Side
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
    notes = {one.name: one.ask_first for one in (exercises[item.exercise] for item in routine.items) if one.ask_first}
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


def holds_held(holds: Sequence[HoldRecord]) -> str:
    """`6 of 6 holds, 3 min 0 s`."""
    held = sum(hold.outcome == "held" for hold in holds)
    n = len(holds)
    line = translate("wording", "{held} of %n hold(s), {time}", None, n)
    return line.format(held=held, time=duration(whole_seconds(holds)))


def whole_seconds(holds: Sequence[HoldRecord]) -> int:
    """The seconds held, each leg rounded for itself, so that what is shown adds up."""
    sides = {hold.side for hold in holds}
    return sum(round(math.fsum(hold.held_s for hold in holds if hold.side == side)) for side in sides)


def last_held(session: SessionRecord) -> str:
    """What was held in a session, and whether it hurt; of one that was interrupted, only what is on record is known."""
    held = holds_held(session.holds)
    if session.outcome == "interrupted":
        n = sum(hold.outcome == "held" for hold in session.holds)
        line = translate("wording", "interrupted after %n hold(s), {time}", None, n)
        held = line.format(time=duration(whole_seconds(session.holds)))
    if any(hold.outcome == "stopped for pain" for hold in session.holds):
        return translate("wording", "{held}, stopped for pain").format(held=held)
    return held


def held_in_all(holds: Sequence[HoldRecord]) -> str:
    """`3 min 41 s`."""
    return duration(whole_seconds(holds))


def side_held(of_side: Side, holds: Sequence[HoldRecord]) -> str:
    match of_side:
        case "left":
            return translate("wording", "Left leg: {held}").format(held=holds_held(holds))
        case "right":
            return translate("wording", "Right leg: {held}").format(held=holds_held(holds))
        case "both":
            return translate("wording", "Both legs: {held}").format(held=holds_held(holds))


def summary(session: SessionRecord) -> str:
    """What was held in all and, where the legs took turns, per leg: one line each, the left leg before the right."""
    lines = [holds_held(session.holds)]
    of_side = {one: tuple(hold for hold in session.holds if hold.side == one) for one in SIDES}
    shown = [one for one in SIDES if of_side[one]]
    if shown != ["both"]:
        lines += [side_held(one, of_side[one]) for one in shown]
    return "\n".join(lines)


def both_legs(left: str, right: str) -> str:
    """`L 3.0 · R 3.0`: the left leg stands before the right one everywhere. A leg without a figure is left out."""
    legs = []
    if left:
        legs.append(translate("wording", "L {left}").format(left=left))
    if right:
        legs.append(translate("wording", "R {right}").format(right=right))
    return " · ".join(legs)


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
