"""The command `remind`: reminders while the program is closed, and what they would say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from hamstring_gui.domain.consistency import DAYS, Week
from hamstring_gui.domain.history import day_of
from hamstring_gui.domain.reminding import Words
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program.reminding import Found, found
from hamstring_gui.storage.paths import Paths


def now() -> datetime:
    return datetime.now().astimezone()


def wait(paths: Paths, given: Sequence[str]) -> int:
    """Wait until reminders are turned off, or the user logs out. Raises `StorageError`."""
    from hamstring_gui.program import reminding_alone

    return reminding_alone.wait(paths, given)


def looked(paths: Paths) -> str:
    """For the process that waits."""
    from hamstring_gui.program import reminding_alone

    return reminding_alone.answer_to_waiter(paths, now())


def tell(paths: Paths, given: Sequence[str]) -> None:
    """Raises `StorageError`."""
    from hamstring_gui.program import reminding_alone

    reminding_alone.tell(paths, given, now, words_of)


def words_of(week: Week) -> Words:
    """In English, as all that is said without a window."""
    done = f"{_of_days(week)} so far this week."
    return Words("Time to stretch", done, "Start now", "Not today", "Open Hamstring")


def _of_days(week: Week) -> str:
    return f"{week.active_days} of {week.goal} {'day' if week.goal == 1 else 'days'}"


def checked(paths: Paths) -> str:
    """What a reminder would say now, in one line; or why there would be none."""
    return in_words(found(paths, now()), now())


def in_words(at_hand: Found, at: datetime) -> str:
    """One line about what was found."""
    if at_hand.trouble:
        return f"Nothing: the history can't be read ({_one_line(at_hand.trouble)})."
    wrong = f" ({_one_line(at_hand.wrong[0])})" if at_hand.wrong else ""
    return f"{_verdict(at_hand, at)}{wrong}"


def _verdict(at_hand: Found, at: datetime) -> str:
    look, week, settings = at_hand.look, at_hand.week, at_hand.settings
    if look.verdict == "off" or week is None:
        return "Nothing: reminders are off; they are in Settings, under Reminder."
    if look.verdict == "no day":
        return "Nothing: reminders are on, but on no day of the week."
    words = words_of(week)
    say = f"“{words.title}. {words.text}” with {words.start} and {words.not_today}"
    if look.verdict == "now":
        return say
    next_one = ""
    if look.again is not None:
        next_one = f"{_day_in_words(look.again, at_hand.today, at, settings)} at {look.again:%H:%M}"
    match look.verdict:
        case "later":
            return f"Nothing yet: {next_one} it would say {say}."
        case "quiet" | "running":
            why = "a session runs"
            if look.verdict == "quiet":
                why = f"it is quiet from {settings.quiet_from} until {settings.quiet_until}"
            if look.at is None:
                why = f"the reminder's time, {settings.reminder_at}, is among the quiet hours"
            return f"Nothing now: {why}; the next look is {next_one}." if next_one else f"Nothing: {why}."
    why = {
        "told": "the reminder of today is over",
        "other day": f"there is none on {at_hand.today:%A}s",
        "rest week": "this is a rest week",
        "done today": "there was a session today",
        "goal met": f"this week's goal is met, with {_of_days(week)}",
    }[look.verdict]
    return f"Nothing today: {why}; the next look is {next_one}." if next_one else f"Nothing: {why}."


def _day_in_words(again: datetime, today: date, at: datetime, settings: Settings) -> str:
    """By the calendar, as a clock time stands beside it; before the day is over for us, the next one is tonight."""
    away = (again.date() - at.date()).days
    if away == 0:
        return "today"
    if day_of(again, settings.day_starts) == today:
        return "tonight"
    return f"on {again:%A}" if away < DAYS else f"on {again:%A} {again.day} {again:%B}"


def _one_line(text: str) -> str:
    """As a terminal may be shown it."""
    return "".join(letter if letter.isprintable() else " " for letter in text)[:300]
