"""The journal that a device keeps in the shared folder: one JSON object a line, the first about the device.

Each other line is one change of one thing (docs/file-formats.md). Only its own device writes a journal, and only at its
end, unless it writes all of it anew; then the first line is another one. What is read may be half there, or anybody's.
"""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from hamstring_gui.domain.registers import MOST_COUNT, MOST_MS, Entry, Key, Stamp, State, Value, merged
from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.digests import sha256
from hamstring_gui.storage.history_rows import MISFITS
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.storage.shared_kinds import KINDS, known_fields

log = logging.getLogger(__name__)

FORMAT = "hamstring-journal"
VERSION = 1
MOST_BYTES = 64_000_000
MOST_LINES = 100_000
LONGEST_LINE = 4_000_000
AT_ONCE = 4_000_001
"""Bytes: of what is longer, what was read is taken in before the rest is read."""
LONGEST_DEVICE = 60
TAIL = 256
_NAME = re.compile(r"(?![.~]).*hamstring-.*\.jsonl.*", re.IGNORECASE | re.DOTALL)
"""Whatever the programs that sync make of it: `hamstring-1 (conflicted copy).jsonl`; but none that is half there."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far a journal was read, of which device, and what tells whether that part of it is still the same."""

    size: int
    mtime_ns: int
    offset: int
    digest: str
    device: str
    owner: str
    newer: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a journal said since it was read last. `bad` lines are none of ours; there is `more` where only a part was
    read, whose position is that of a file which has grown since."""

    state: State
    position: Position
    bad: int = 0
    more: bool = False


class NoJournal(Exception):
    """This file is something else."""


def own_name(device: str) -> str:
    return f"hamstring-{device}.jsonl"


def journals(folder: Path) -> dict[str, os.stat_result]:
    """The files in a folder that may be journals, by name; copies that are made of conflicts too. Raises `OSError`."""
    found: dict[str, os.stat_result] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if _NAME.fullmatch(entry.name):
                with suppress(OSError):
                    if entry.is_file():
                        found[entry.name] = entry.stat()
    return found


# -- reading -----------------------------------------------------------------------------------------------------------
def read_journal(path: Path, known: Position | None = None) -> Reading:
    """What is in a journal, or what was added to it since it was read up to `known`: the first part of it.

    A last line that has no end yet is left for later. Raises `OSError`, and `NoJournal`.
    """
    with path.open("rb") as file:
        found = os.fstat(file.fileno())
        if found.st_size > MOST_BYTES:
            raise NoJournal(f"{path.name} is larger than any journal")
        first = file.readline(LONGEST_LINE)
        head = _head(first)
        if head["version"] > VERSION:
            position = Position(found.st_size, found.st_mtime_ns, 0, "", head["device"], head["name"], True)
            return Reading({}, position)
        goes_on = known is not None and _is_as_known(file, first, known)
        offset = known.offset if known is not None and goes_on else len(first)
        if _lines_from(file, offset) > MOST_LINES:
            raise NoJournal(f"{path.name} has more lines than any journal")
        added, length, more = _part(file, offset)
        offset += length
        state, bad, newer = _state_of(added)
        if bad:
            log.warning("%s: %d lines can't be read and are passed over", path, bad)
        newer = newer or (known is not None and goes_on and known.newer)
        position = Position(
            0 if more else found.st_size, found.st_mtime_ns, offset, _digest(file, first, offset), head["device"],
            head["name"], newer,
        )  # fmt: skip
    return Reading(state, position, bad, more)


def _lines_from(file: BinaryIO, offset: int) -> int:
    file.seek(offset)
    return sum(block.count(b"\n") for block in iter(partial(file.read, 1 << 20), b""))


def _part(file: BinaryIO, offset: int) -> tuple[bytes, int, bool]:
    """Whole lines from an offset on, how many bytes they are, and whether there are more of them. Of a line that is
    longer than any, only its beginning is given."""
    file.seek(offset)
    added = file.read(AT_ONCE)
    whole = added.rfind(b"\n") + 1
    if whole or len(added) < AT_ONCE:
        return added[:whole], whole, len(added) == AT_ONCE
    added += file.readline(LONGEST_LINE)
    length = len(added)
    while not added.endswith(b"\n"):
        rest = file.readline(LONGEST_LINE)
        if not rest:
            return b"", 0, False
        added, length = added[:TAIL] + rest[-1:], length + len(rest)
    return added, length, True


def _head(line: bytes) -> dict[str, Any]:
    """What the first line says. Raises `NoJournal`."""
    try:
        head = json.loads(line) if line.endswith(b"\n") else None
    except (ValueError, RecursionError):
        head = None
    if type(head) is not dict or head.get("format") != FORMAT:
        raise NoJournal("its first line is that of no journal")
    device, name, version = head.get("device"), head.get("name", ""), head.get("version")
    if type(device) is not str or type(name) is not str or type(version) is not int or not device:
        raise NoJournal("its first line says of no device that it is its own")
    return {"device": device[:LONGEST_DEVICE], "name": _plain(name), "version": version}


def _plain(name: str) -> str:
    return "".join(one for one in name if one.isprintable())[:LONGEST_DEVICE]


def _is_as_known(file: BinaryIO, first: bytes, known: Position) -> bool:
    return known.offset >= len(first) and _digest(file, first, known.offset) == known.digest


def _digest(file: BinaryIO, first: bytes, offset: int) -> str:
    """Of the first line, and of the last bytes before `offset`: another one when all was written anew."""
    file.seek(max(0, offset - TAIL))
    tail = file.read(min(TAIL, offset))
    return sha256(b"%d\n" % offset + first + tail).hexdigest()


def _state_of(lines: bytes) -> tuple[dict[Key, Entry], int, bool]:
    """What the lines say, how many say nothing that can be understood, and whether one is of a newer program."""
    state: dict[Key, Entry] = {}
    bad, newer = 0, False
    for line in lines.split(b"\n"):
        if not line.strip():
            continue
        try:
            key, entry, known = understood(line)
        except MISFITS:
            bad += 1
            continue
        newer = newer or not known
        if entry:
            state[key] = merged(state[key], entry) if key in state else entry
    return state, bad, newer


def understood(line: bytes) -> tuple[Key, Entry, bool]:
    """One change, and whether this program knows all of it. What is none raises one of `MISFITS`."""
    if len(line) > LONGEST_LINE:
        raise ValueError("too long")
    try:
        change = json.loads(line, parse_constant=_refuse)
        if b"\\u" in line:  # half of a surrogate pair can't be stored
            change = json.loads(json.dumps(change, ensure_ascii=False).encode("utf-8", "replace"))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    kind, thing, fields = change["kind"], change["id"], change["set"]
    stamp = _stamp(change["at"])
    if not (type(kind) is str and type(thing) is str and type(fields) is dict):
        raise TypeError("no change")
    if kind not in KINDS:
        return (kind, thing), {}, False
    KINDS[kind].check_id(thing)
    read = known_fields(KINDS[kind], fields)
    if not read and fields.keys() <= KINDS[kind].FIELDS:
        raise ValueError("nothing fits")
    return (kind, thing), {field: (stamp, value) for field, value in read.items()}, fields.keys() <= KINDS[kind].FIELDS


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _stamp(at: Any) -> Stamp:
    time, count = at
    if not (type(time) is int is type(count) and 0 <= time <= MOST_MS + 1 and 0 <= count <= MOST_COUNT):
        raise ValueError("no stamp")
    return time, count


# -- writing -----------------------------------------------------------------------------------------------------------
def lines_of(key: Key, entry: Entry) -> Iterator[str]:
    """A line for each change: for what has the same stamp."""
    by_stamp: dict[Stamp, dict[str, Value]] = {}
    for field, (stamp, value) in entry.items():
        by_stamp.setdefault(stamp, {})[field] = value
    for stamp in sorted(by_stamp):
        change = {"kind": key[0], "id": key[1], "at": stamp, "set": by_stamp[stamp]}
        yield json.dumps(change, separators=(",", ":"), ensure_ascii=False)


def write_anew(path: Path, device: str, name: str, lines: Iterable[str]) -> Position:
    """Write a whole journal in the place of the one that is there. Raises `OSError`."""
    head = {"format": FORMAT, "version": VERSION, "device": device, "name": name, "from": os.urandom(6).hex()}
    with replacing(path) as out:
        for line in (json.dumps(head, ensure_ascii=False), *lines):
            out.write(line + "\n")
    return position_at_end(path, device, name)


def append(path: Path, device: str, name: str, lines: Iterable[str]) -> Position:
    """Put lines behind what is there, on disk: all of them, or as good as none. Raises `OSError`."""
    text = "".join(f"{line}\n" for line in lines).encode()
    with path.open("r+b") as file:
        end = file.seek(0, os.SEEK_END)
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                os.truncate(path, end)
            raise
    return position_at_end(path, device, name)


def position_at_end(path: Path, device: str, name: str) -> Position:
    with path.open("rb") as file:
        found = os.fstat(file.fileno())
        first = file.readline(LONGEST_LINE)
        return Position(
            found.st_size, found.st_mtime_ns, found.st_size, _digest(file, first, found.st_size), device, name
        )


def is_held_by(state: Mapping[Key, Entry], known: Mapping[Key, Entry]) -> bool:
    """Whether nothing in a state is news."""
    return all(merged(known.get(key, {}), entry) == known.get(key) for key, entry in state.items())
