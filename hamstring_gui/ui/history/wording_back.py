"""Three sentences that look back: the longest streak, this time against the time before, weekdays that are skipped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.looking_back import Compared, Run, Skipped, compared, longest_run, skipped_weekdays
from hamstring_gui.ui.dates import weekdays_listed, written

translate = QCoreApplication.translate


def looking_back(weeks: Sequence[Week], since: date | None, most: int) -> str:
    """What there is to say, a sentence a line. Periods of up to `most` weeks are compared."""
    year = weeks[-1].days[-1].date.year
    run, periods, skipped = longest_run(weeks), compared(weeks, since, most), skipped_weekdays(weeks, since)
    said = (run and streak_told(run, year), periods and periods_told(periods), skipped and weekdays_told(skipped))
    return "\n".join(sentence for sentence in said if sentence)


def streak_told(run: Run, year: int) -> str:
    """`Your longest streak was 9 weeks, from the week of 3 August to that of 5 October.`"""
    first, last, n = written(run.first.start, "d MMMM", year), written(run.last.start, "d MMMM", year), run.weeks
    if run.goes_on:
        told = translate(
            "history", "Your longest streak is the one that you are in: %n weeks, from that of {first} on.", None, n
        )  # fmt: skip
        return told.format(first=first)
    told = translate("history", "Your longest streak was %n weeks, from that of {first} to that of {last}.", None, n)
    return told.format(first=first, last=last)


def periods_told(periods: Compared) -> str:
    """`In the last 12 weeks you were active on 2.6 days a week, in the 12 weeks before on 2.1.`"""
    now, before = (QLocale().toString(days, "f", 1) for days in (periods.now, periods.before))
    n = periods.weeks
    if now == before:
        told = translate(
            "history", "In the last %n weeks you were active on {now} days a week, as in the %n weeks before.", None, n
        )
        return told.format(now=now)
    told = translate(
        "history", "In the last %n weeks you were active on {now} days a week, in the %n weeks before on {before}.",
        None, n,
    )  # fmt: skip
    return told.format(now=now, before=before)


def weekdays_told(skipped: Skipped) -> str:
    """`Over 12 weeks, Sunday is the day that you skip most: you were active on 1 of 12.`"""
    days = weekdays_listed(day + 1 for day in skipped.weekdays)
    n = skipped.weeks
    if len(skipped.weekdays) == 1 and not skipped.active:
        told = translate("history", "Over %n weeks you were active on no {days}.", None, n)
    elif len(skipped.weekdays) == 1:
        told = translate(
            "history", "Over %n weeks, {days} is the day that you skip most: you were active on {active} of %n.",
            None, n,
        )  # fmt: skip
    elif not skipped.active:
        told = translate("history", "Over %n weeks you were never active on these days: {days}.", None, n)
    else:
        told = translate(
            "history",
            "Over %n weeks, {days} are the days that you skip most: you were active on {active} of %n each.",
            None, n,
        )  # fmt: skip
    return told.format(days=days, active=skipped.active)
