"""What several devices know of the same things, brought together: the newest change wins, field by field.

A thing is an *entry*: its fields, each with a value and the stamp of the change that gave it that value. Merging takes
the newer of two for each field, by stamp and, where these are equal, by value: a total order, so that it makes no
difference who merges what, in which order and how often (a join-semilattice).

A stamp is a wall clock's milliseconds since 1970 and a count. A change has a later stamp than whatever it takes the
place of, whatever the clock says: a clock that is wrong can only win over changes that were made without knowing of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Stamp = tuple[int, int]
Value = Any
"""What JSON can say."""
Register = tuple[Stamp, Value]
Entry = Mapping[str, Register]
Key = tuple[str, str]
"""The kind of a thing, and its id."""
State = Mapping[Key, Entry]

HERE = "here"
"""The field that says whether a thing is there, or was deleted."""
MOST_MS = 7_258_118_400_000
"""The beginning of the year 2200."""
MOST_COUNT = 1_000_000_000


def newer(one: Register, other: Register) -> Register:
    """The register whose change is the newer one."""
    if one[0] != other[0]:
        return max(one, other, key=lambda register: register[0])
    return one if one[1] is other[1] else max(one, other, key=lambda register: _weight(register[1]))


def _weight(value: Value) -> tuple[bool, str]:
    """An order of values, in which nothing is less than something."""
    text = json.dumps(value, sort_keys=True)
    return text not in ("null", '""', "[]"), text


def merged(one: Entry, other: Entry) -> Entry:
    """What both know of a thing."""
    both = dict(one)
    for field, register in other.items():
        both[field] = newer(both[field], register) if field in both else register
    return both


def values_of(entry: Entry) -> dict[str, Value]:
    return {field: value for field, (_, value) in entry.items()}


def stamp_after(now_ms: int, overwritten: Entry) -> Stamp:
    """The stamp of a change that is made now and takes the place of these registers."""
    time, count = max((stamp for stamp, _ in overwritten.values()), default=(-1, 0))
    now = min(max(now_ms, 0), MOST_MS)
    if now > time:
        return now, 0
    return (time, count + 1) if count < MOST_COUNT else (time + 1, 0)


def changes(known: Entry, values: Mapping[str, Value], now_ms: int, began_ms: int) -> Entry:
    """The registers that are new in a thing which has these values here and now.

    What is seen for the first time is as old as the thing itself, which `began_ms`: any change that anybody has made to
    it is newer.
    """
    first = (min(max(began_ms, 0), max(now_ms, 0), MOST_MS), 0)
    found = {field: (first, value) for field, value in values.items() if field not in known}
    different = [field for field, value in values.items() if field in known and known[field][1] != value]
    if HERE not in known:
        seen = {field: (first, values[field]) for field in different}
        return found | {field: one for field, one in seen.items() if newer(known[field], one) is one}
    stamp = stamp_after(now_ms, {field: known[field] for field in different})
    return found | {field: (stamp, values[field]) for field in different}
