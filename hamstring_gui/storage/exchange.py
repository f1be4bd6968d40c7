"""The history as a JSON document, for other programs and for our own import (`hamstring-gui export`).

After the sessions come `rest_weeks`, the Monday of each, and `goals`, active days a week and since when. A session that
this program didn't lead says its `source`. A hold of an exercise that doesn't come with the program says the `kind` and
`region` of it: they say what its seconds count as, on a computer that doesn't know the exercise, too.

Seconds are rounded to milliseconds, instants are ISO 8601 with offset, to the millisecond where they have one. A
session that was never rated has `tightness` null; a leg that wasn't rated is null in it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import TextIO

from hamstring_gui.domain.consistency import Goal, Kinds
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness

FORMAT = "hamstring-history"
VERSION = 1


def write_history(
    sessions: Iterable[SessionRecord],
    out: TextIO,
    rest_weeks: Iterable[date] = (),
    goals: Iterable[Goal] = (),
    kinds: Kinds | None = None,
) -> None:
    """Write the document session by session, as `json.dumps(document, indent=2)` would. `kinds` are those of the user's
    own exercises.

    The texts of sessions are put together here: `json` with an indent takes four times as long before Python 3.13.
    """
    frame = json.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "sessions": [],
            "rest_weeks": [monday.isoformat() for monday in sorted(rest_weeks)],
            "goals": [{"since": goal.since.isoformat(), "days": goal.days} for goal in goals],
        },
        indent=2,
    )
    before, _, after = frame.partition("]")
    out.write(before)
    separator = "\n"
    for session in sessions:
        out.write(separator + _session(session, kinds or {}))
        separator = ",\n"
    out.write("" if separator == "\n" else "\n  ")
    out.write(f"]{after}\n")


def _session(session: SessionRecord, kinds: Kinds) -> str:
    held_s = math.fsum(round(hold.held_s, 3) for hold in session.holds)
    holds = ",\n".join([_hold(hold, kinds) for hold in session.holds])
    listed = f"[\n{holds}\n      ]" if holds else "[]"
    source = f'\n      "source": {quoted(session.source)},' if session.source else ""
    return f"""\
    {{
      "id": {quoted(session.id)},
      "routine": {quoted(session.routine)},
      "routine_name": {quoted(session.routine_name)},
      "started_at": "{instant_text(session.started_at)}",
      "ended_at": "{instant_text(session.ended_at)}",
      "day": "{session.day.isoformat()}",
      "outcome": "{session.outcome}",
      "planned_s": {_seconds(session.planned_s)},
      "held_s": {_seconds(held_s)},
      "tightness": {_tightness(session.tightness)},
      "note": {quoted(session.note)},{source}
      "holds": {listed}
    }}"""


def kind_of(hold: HoldRecord, kinds: Kinds) -> tuple[str, str]:
    """The kind and region that a file says of a hold: of an exercise that comes with the program, none."""
    return (hold.kind, hold.region) if hold.kind else kinds.get(hold.exercise, ("", ""))


def _hold(hold: HoldRecord, kinds: Kinds) -> str:
    kind, region = kind_of(hold, kinds)
    of_kind = f',\n          "kind": {quoted(kind)},\n          "region": {quoted(region)}' if kind else ""
    return f"""\
        {{
          "exercise": {quoted(hold.exercise)},
          "side": "{hold.side}",
          "set": {hold.set},
          "planned_s": {_seconds(hold.planned_s)},
          "held_s": {_seconds(hold.held_s)},
          "outcome": "{hold.outcome}",
          "started_at": "{instant_text(hold.started_at)}"{of_kind}
        }}"""


def _tightness(tightness: Tightness | None) -> str:
    if tightness is None or (tightness.left is None and tightness.right is None):
        return "null"
    left, right = ("null" if leg is None else str(leg) for leg in (tightness.left, tightness.right))
    return f'{{\n        "left": {left},\n        "right": {right}\n      }}'


@lru_cache(maxsize=1024)
def _seconds(seconds: float) -> str:
    return repr(round(float(seconds), 3))


def instant_text(instant: datetime) -> str:
    return instant.isoformat(timespec="milliseconds" if instant.microsecond >= 1000 else "seconds")
