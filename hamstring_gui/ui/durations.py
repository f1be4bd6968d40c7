"""Lengths of time as the user's language writes them; `domain/durations.py` reads them back."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

from hamstring_gui.domain.durations import in_minutes

translate = QCoreApplication.translate

LEAST_ON_A_CLOCK = 100
LONGEST_UNBROKEN = 20
_NUMBER = r"\d(?:[\d.,:–-]{0,8}\d)?"
_AMOUNT = re.compile(
    rf"(?:\b[A-Z] |× )?{_NUMBER}(?: ×(?: {_NUMBER})?| → {_NUMBER})?(?: [^\W\d_]{{1,3}} {_NUMBER})?"
    r"(?: (?:%|[^\W\d_]{1,14}\b))?"
)
"""`30 s`, `2 sets`, `1 min 30 s`, `7 of 10 days`, `3 × 30 s`, `L 0.7`, `R 6 → 4`: two numbers with words at most, so
that what others write is never one piece."""
_NAMED_NUMBER = re.compile(rf"([,;·] [^\W\d_]{{1,14}}) (?={_NUMBER}(?:[,;.]|$| ·))")
"""`…, goal 4`: a word and its number between two commas."""
_ALONE = (
    r"[!-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0556\u0561-\u0587\u05d0-\u05ea\u10a0-\u10ff\u1e00-\u1fff"
    r"\u2010-\u2027]"
)
"""Letters and signs that stand for themselves: they join nothing, and Qt finds no line's end between most of them.
Others do, or are broken where their language has words."""
_ENDLESS = re.compile(rf"(?:{_ALONE}[\u0300-\u036f]*){{24}}(?={_ALONE})")


def duration(seconds: float) -> str:
    """What was held, to the second: `3 min 41 s`, `41 s`, `1 h 5 min`."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if minutes >= 60:
        return translate("wording", "{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
    if minutes:
        return translate("wording", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
    return translate("wording", "{seconds} s").format(seconds=rest)


def on_a_clock(seconds: int) -> str:
    """What a countdown shows: `57`, and from 100 s on `1:57`, `59:58`, `1:00:00`."""
    minutes, rest = divmod(seconds, 60)
    if seconds < LEAST_ON_A_CLOCK:
        return str(seconds)
    return f"{minutes}:{rest:02}" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def length(seconds: float) -> str:
    """What is planned, as it was set: `45 s`, `1.5 s`, `60 s`, `1 min 30 s`, `2 min`."""
    minutes, rest = in_minutes(seconds)
    if seconds <= 60:
        return seconds_of(float(seconds))
    if not rest:
        return translate("wording", "{minutes} min").format(minutes=minutes)
    shown = QLocale().toString(rest, "g", 4)
    return translate("wording", "{minutes} min {seconds} s").format(minutes=minutes, seconds=shown)


def seconds_of(value: float) -> str:
    """`90 s`, `1.5 s`."""
    return translate("wording", "{seconds} s").format(seconds=QLocale().toString(value, "g", 4))


def unbroken(text: str) -> str:
    """A text for painting: no line of it ends within an amount, and a word that is longer than any of ours may go on in
    the next line, but no letter. It is as wide as before.

    Only what lays words out in lines has it: what is read out, looked up or copied has spaces.
    """
    return _ENDLESS.sub("\\g<0>\u200b", _NAMED_NUMBER.sub("\\1\u00a0", _AMOUNT.sub(_in_one_piece, text)))


def _in_one_piece(amount: re.Match[str]) -> str:
    """One that is too long ends behind its first word."""
    words = amount[0]
    if len(words) <= LONGEST_UNBROKEN:
        return words.replace(" ", "\u00a0")
    first, space, rest = words.partition(" ")
    return first + space + unbroken(rest)
