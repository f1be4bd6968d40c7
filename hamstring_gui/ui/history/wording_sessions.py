"""The sentences of the sessions table, its cards and the summary: a session in words, and in a few characters."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.adding import Part
from hamstring_gui.domain.durations import whole_seconds
from hamstring_gui.domain.exercise import Exercise, unit_of
from hamstring_gui.domain.history import BY_HAND, HoldRecord, SessionRecord, Tightness
from hamstring_gui.ui.dates import clock, which_day, written, written_out
from hamstring_gui.ui.durations import duration
from hamstring_gui.ui.wording import both_legs, held_in_all, of_file, sets_counted, side, tightness_line

translate = QCoreApplication.translate

LONGEST_SHOWN = 2000
LONGEST_LINE = 200
LONGEST_WORD = 24
INVISIBLE = ("Cc", "Cs", "Co", "Cn")


# -- texts of unknown origin -----------------------------------------------------------------------------------------
def plain(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Any text, fit to be shown in lines: no control characters, no endless words, no more than `longest` characters.

    What turns the direction of writing is closed at the end of the text.
    """
    if len(text) > longest:
        text = text[: longest - 1].rstrip() + "…"
    lines = ("".join(_shown(character) for character in line) for line in text.splitlines())
    joined = "\n".join(lines).strip()
    return re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", "\\1\u200b", joined)


def one_line(text: str, longest: int = LONGEST_LINE) -> str:
    """Any text as one line."""
    return " ".join(plain(text[: 4 * longest], longest).split())


def _shown(character: str) -> str:
    kind = unicodedata.category(character)
    if kind in INVISIBLE:
        return " "
    return "" if character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" else character


# -- days ------------------------------------------------------------------------------------------------------------
def short_day(day: date, today: date, brief: bool = False) -> str:
    """`Friday 20 Nov`, or `Fri 20 Nov`; with its year where that isn't this one."""
    return written(day, "ddd d MMM" if brief else "dddd d MMM", today.year)


def day_described(day: date, today: date) -> str:
    """`Friday 20 November 2026, 3 days ago`."""
    shown, n = written_out(day), (today - day).days
    if n < 0:
        return translate("sessions", "{day}: still to come").format(day=shown)
    if n == 0:
        return translate("sessions", "{day}: today").format(day=shown)
    if n == 1:
        return translate("sessions", "{day}: yesterday").format(day=shown)
    return translate("sessions", "{day}: %n day(s) ago", None, n).format(day=shown)


# -- the columns -----------------------------------------------------------------------------------------------------
def when(session: SessionRecord, today: date, brief: bool = False) -> str:
    """`Friday 20 Nov, 19:42`. What this program didn't lead has a day only."""
    if session.source:
        return short_day(session.day, today, brief)
    at = session.started_at
    return translate("sessions", "{day}, {time}").format(day=short_day(at.date(), today, brief), time=clock(at))


def routine(session: SessionRecord) -> str:
    return one_line(of_file(session.routine_name)) or translate("sessions", "Stretched")


def hurt(session: SessionRecord) -> bool:
    return any(hold.outcome == "stopped for pain" for hold in session.holds)


def completed(session: SessionRecord, exercises: Mapping[str, Exercise]) -> str:
    """`6 of 6 holds`, `Stopped for pain`, `Partial: 2 of 6 sets`, `Partial: 1 hold cut short`; of one that was
    interrupted, `Interrupted after 2 holds`: how many there were to be is on no record."""
    if hurt(session):
        return translate("sessions", "Stopped for pain")
    if session.source == BY_HAND:
        return translate("sessions", "Added by hand")
    if session.source:
        return translate("sessions", "Imported")
    if not session.holds:
        return translate("sessions", "Nothing held")
    unit = unit_of((hold.exercise for hold in session.holds), exercises)
    n = sum(hold.outcome == "held" for hold in session.holds)
    if session.outcome == "interrupted" and n:
        if unit == "holds":
            return translate("sessions", "Interrupted after %n hold(s)", None, n)
        return translate("sessions", "Interrupted after %n set(s)", None, n)
    sets = sets_counted(session.holds, unit, briefly=True)
    return sets if session.counts else translate("sessions", "Partial: {sets}").format(sets=sets)


def time_held(session: SessionRecord) -> str:
    """`3 min 20 s`; a dash where nobody knows."""
    if session.source and not session.holds:
        return "–"
    return held_in_all(session.holds)


def tightness(session: SessionRecord) -> str:
    """`L 5 · R 4`, or nothing where it was not rated."""
    rated = session.tightness or Tightness()
    return both_legs(*("" if leg is None else str(leg) for leg in (rated.left, rated.right)))


def state(session: SessionRecord, today: date, exercises: Mapping[str, Exercise]) -> str:
    """What became of it; of one that is not to have been yet, that."""
    return translate("sessions", "Still to come") if session.day > today else completed(session, exercises)


# -- what a session is found by --------------------------------------------------------------------------------------
def days_of(session: SessionRecord) -> tuple[date, ...]:
    """The day that it counts for, and the one that its row shows."""
    return (session.day,) if session.source else (session.day, session.started_at.date())


def searched(
    session: SessionRecord, today: date, exercises: Mapping[str, Exercise], kinds: Mapping[str, tuple[str, str]]
) -> tuple[str, ...]:
    """The texts that a session is found by, beside its day: names, note, kinds of exercise, and what became of it.

    No numbers but those that somebody wrote: what is told of minutes and holds is found as a whole, see `state`.
    """
    of = {hold.exercise for hold in session.holds}
    known = {one: kinds[one][0] for one in of if one in kinds} | {
        one: exercises[one].kind for one in of if one in exercises
    }
    done = {kind for hold in session.holds if (kind := hold.kind or known.get(hold.exercise))}
    return (
        routine(session),
        session.note,
        *(exercise_name(one, exercises) for one in of if one in exercises or not one),
        *map(of_file, done),
        *{outcome(hold) for hold in session.holds},
        re.sub(r"\d", "", state(session, today, exercises)),
        _ended(session),
        "" if session.counts else translate("sessions", "Partial"),
        *(which_day(day, today) for day in days_of(session) if 0 <= (today - day).days <= 1),
    )


def _ended(session: SessionRecord) -> str:
    match session.outcome:
        case "finished":
            return translate("sessions", "Finished") if session.counts else translate("sessions", "Partial")
        case "interrupted":
            return translate("sessions", "Interrupted")
        case "ended early":
            return translate("sessions", "Ended early")


# -- a session that is added -----------------------------------------------------------------------------------------
def minutes_typed(seconds: float) -> str:
    """Minutes as one would type them: `3`, `1:30`; nothing for none."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}" if rest else str(minutes or "")


def counted_as(parts: Sequence[Part], exercises: Mapping[str, Exercise]) -> str:
    """What the minutes of a leg are, on the card that asks for them."""
    others = [part for part in parts if not part.asked]
    if others:
        time = duration(math.fsum(part.seconds * (2 if part.each_side else 1) for part in others))
        return translate(
            "sessions",
            "These are minutes of hamstring stretches; {time} of other exercises are added, as the routine has them.",
        ).format(time=time)
    known = [exercises[part.exercise] for part in parts if part.exercise]
    if all(one.stretches_hamstring for one in known):
        return translate("sessions", "These are minutes of hamstring stretches.")
    match {one.kind for one in known}:
        case kinds if kinds == {"rest pose"}:
            return translate("sessions", "These count as rest poses, not as minutes of stretching a leg.")
        case kinds if kinds == {"strength"}:
            return translate("sessions", "These count as strength, not as minutes of stretching a leg.")
        case kinds if kinds == {"massage"}:
            return translate("sessions", "These count as massage, not as minutes of stretching a leg.")
        case _:
            return translate("sessions", "None of these are minutes of hamstring stretches.")


# -- an opened session -----------------------------------------------------------------------------------------------
def exercise_name(exercise_id: str, exercises: Mapping[str, Exercise]) -> str:
    """The name of an exercise; one that is no longer known goes by its id."""
    if not exercise_id:
        return translate("sessions", "Stretching")
    known = exercises.get(exercise_id)
    return of_file(known.name) if known else one_line(exercise_id)


def rows_of(holds: Sequence[HoldRecord], exercises: Mapping[str, Exercise], most: int) -> list[tuple[str, ...]]:
    """The cells of the first sets of a session; all of them share its seconds."""
    first = zip(holds[:most], whole_seconds(holds)[:most], strict=True)
    return [hold_cells(hold, held_s, exercises) for hold, held_s in first]


def in_a_row(cells: Sequence[str]) -> str:
    """The cells of a set on one line: it is read out."""
    return translate("wording", ", ").join(cells)


def hold_cells(hold: HoldRecord, held_s: int, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """Exercise, leg, set, seconds, outcome."""
    return (
        exercise_name(hold.exercise, exercises),
        side(hold.side),
        translate("sessions", "Set {number}").format(number=hold.set),
        _held(held_s, planned_beside(held_s, hold)),
        outcome(hold),
    )


def planned_beside(held_s: int, hold: HoldRecord) -> int:
    """What was planned for a set, in whole seconds that never contradict those held: all of it is all of it."""
    if hold.held_s == hold.planned_s:
        return held_s
    planned_s = round(hold.planned_s)
    return max(held_s, planned_s) if hold.held_s < hold.planned_s else min(held_s, planned_s)


def _held(held_s: int, planned_s: int) -> str:
    """`12 s of 30 s`; all of it needs one figure only."""
    held, planned = duration(held_s), duration(planned_s)
    return held if held == planned else translate("sessions", "{held} of {planned}").format(held=held, planned=planned)


def outcome(hold: HoldRecord) -> str:
    match hold.outcome:
        case "held":
            return translate("sessions", "Held")
        case "ended early":
            return translate("sessions", "Ended early")
        case "skipped":
            return translate("sessions", "Skipped")
        case "stopped for pain":
            return translate("sessions", "Stopped for pain")


def remarks(session: SessionRecord, today: date) -> tuple[str, ...]:
    """Whole sentences about a session that its columns have no room for."""
    said = []
    if session.day > today:
        said.append(translate("sessions", "Its day is still to come: until then it counts for nothing."))
    if session.source == BY_HAND:
        said.append(translate("sessions", "You added this session yourself."))
    elif session.source and session.holds:
        said.append(translate("sessions", "This session was imported from another program."))
    elif session.source:
        said.append(translate("sessions", "This day was imported from another program; no more is known of it."))
    elif session.started_at.date() != session.day:
        said.append(translate("sessions", "It counts for {day}.").format(day=short_day(session.day, today)))
    if session.outcome == "interrupted":
        said.append(translate("sessions", "It was interrupted; what is on record is shown."))
    elif session.outcome == "ended early":
        said.append(translate("sessions", "It was ended early."))
    if not session.counts:
        said.append(
            translate("sessions", "Less than half of the planned time was held, so it doesn’t count as active.")
        )
    if rated := tightness_line(session):
        said.append(translate("sessions", "{rating}.").format(rating=rated))
    return tuple(said)


def described(session: SessionRecord, today: date) -> str:
    """The session as the end of a sentence: `Daily band stretch, Friday 20 Nov, 19:42`."""
    return translate("sessions", "{routine}, {when}").format(routine=routine(session), when=when(session, today))
