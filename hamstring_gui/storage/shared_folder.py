"""Bringing the history and the shared folder together, once: what is new here goes out, what is new there comes in.

Each device writes one file there, its journal, and reads all others. Nothing here waits for anybody, but the folder may
be one that never answers: the window lets a process of its own do this, and gives it a time.
"""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import reduce
from itertools import islice
from pathlib import Path

from hamstring_gui.domain.registers import merge
from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.errors import plain
from hamstring_gui.storage.journal import (
    NoJournal,
    Position,
    Reading,
    append,
    is_held_by,
    journals,
    own_name,
    position_at_end,
    read_journal,
    write_anew,
)
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.shared_history import SharedHistory
from hamstring_gui.storage.sharing import Sharing, load_sharing, name_of_machine, new_device, save_sharing

log = logging.getLogger(__name__)

MOST_FILES = 500
GROWN = 1_000_000
"""Bytes: a journal that is twice as long as it need be, and longer by this, is written anew."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What came of it. `new` and `changed` are ids of sessions, `devices` the names of the others, `newer` of those
    that a newer program writes; `fault` is a sentence about what could not be done."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()
    fault: str = ""


def share(paths: Paths, clock: Callable[[], datetime], *, changed_here: bool = True) -> Shared:
    """Do it. Without `changed_here`, nothing was changed in the history, and nobody need look for it.

    What is wrong with the folder is told; raises `StorageError` where the history can't be read or written.
    """
    sharing = load_sharing(paths)
    if not sharing.is_on:
        return Shared(fault="the history is not shared")
    with closing(SharedHistory.open(paths.database, used=True)) as store:
        run = _Run(paths, sharing, clock, store)
        run.begin(changed_here)
        try:
            run.read()
        except OSError as error:
            return Shared(fault=run.fault_of(error))
        run.take_in()
        try:
            run.write()
        except OSError as error:
            run.faults.append(run.fault_of(error))
        return run.end()


class _Run:
    """The steps, in their order: some ask the history, `alone`, others the folder; no lock is held meanwhile."""

    def __init__(self, paths: Paths, sharing: Sharing, clock: Callable[[], datetime], store: SharedHistory) -> None:
        self._paths, self._sharing, self._clock, self._store = paths, sharing, clock, store
        self._folder = Path(sharing.folder)
        self._positions: dict[str, Position] = {}
        self._read: dict[str, Reading] = {}
        self._files: dict[str, os.stat_result] = {}
        self._waiting: dict[int, str] = {}
        self._is_first = not sharing.read_at  # through this folder
        self._anew = self._is_first
        self._ours = sharing.device
        self._new: frozenset[str] = frozenset()
        self._changed: frozenset[str] = frozenset()
        self.faults: list[str] = []

    def fault_of(self, error: OSError) -> str:
        reason = _REASONS.get(error.errno or 0, plain(error))
        return f"{self._folder}: {reason}; it is tried again"

    @contextmanager
    def _history(self) -> Iterator[SharedHistory]:
        with alone(self._paths.data):
            yield self._store

    def begin(self, changed_here: bool) -> None:
        """Find what was changed here, wherever the folder is."""
        with self._history() as store:
            if changed_here:
                store.note_changes(self._clock())
            self._positions = store.positions() if not self._is_first else {}

    # -- from the folder ---------------------------------------------------------------------------------------------
    def read(self) -> None:
        """Read what was added to the journals. Raises `OSError`."""
        disk = os.stat(self._folder).st_dev
        self._files = dict(islice(sorted(journals(self._folder).items()), MOST_FILES))
        if not self._files and self._sharing.disk not in (0, disk):
            raise OSError(errno.ENODEV, "it is empty, and on another disk than before: something is not connected")
        self._sharing = replace(self._sharing, disk=disk)
        for name, found in self._files.items():
            known = self._positions.get(name)
            if known is None or (known.size, known.mtime_ns) != (found.st_size, found.st_mtime_ns):
                self._read_one(name, known)
        self._look_at_ours()

    def _read_one(self, name: str, known: Position | None) -> None:
        try:
            self._read[name] = read_journal(self._folder / name, known)
        except NoJournal as error:
            log.info("%s: %s", self._folder / name, error)
        except OSError as error:
            self.faults.append(f"{self._folder / name}: {plain(error)}; it is tried again")

    def _look_at_ours(self) -> None:
        """Whether our journal is as we left it. If not, it has to be written anew; and if it has news, somebody else
        writes under our id, from a copy of our data: then we are another device from now on."""
        path = self._folder / own_name(self._ours)
        try:
            if _token(position_at_end(path, "", "")) == self._sharing.written:
                return
            found = read_journal(path)
        except (FileNotFoundError, NoJournal):
            found = None
        self._anew = True
        if found is None:
            return
        with self._history() as store:
            held = is_held_by(found.state, store.known())
        if not held:
            log.warning("another device writes as %s; this one is another device now", self._ours)
            self._sharing = replace(self._sharing, device=new_device())
        else:
            self._read.pop(path.name, None)

    # -- into the history --------------------------------------------------------------------------------------------
    def take_in(self) -> None:
        """Merge what was read, and remember how far that was."""
        gone = self._positions.keys() - self._files.keys()
        self._positions = {name: at for name, at in self._positions.items() if name not in gone}
        with self._history() as store:
            for name, reading in self._read.items():
                ours = reading.position.device == self._ours
                taken = store.take_in(reading.state, self._clock(), own=ours)
                self._new |= frozenset() if ours else taken.new
                self._changed |= taken.changed | (taken.new if ours else frozenset())
                self._positions[name] = reading.position
                store.keep_positions({name: reading.position})
            if gone:
                store.keep_positions({}, gone)
            if self._is_first:
                said = (one.state for one in self._read.values() if one.position.device != self._ours)
                store.claim(reduce(merge, said, {}))
            self._waiting = store.waiting()

    # -- into the folder ---------------------------------------------------------------------------------------------
    def write(self) -> None:
        """Put into our journal what it lacks. Raises `OSError`."""
        name, device = own_name(self._sharing.device), self._sharing.device
        path, owner = self._folder / name, name_of_machine()
        size = self._files[name].st_size if name in self._files else 0
        if self._anew or size > 2 * self._sharing.whole + GROWN:
            with self._history() as store:
                lines = list(store.own_lines())
            position = write_anew(path, device, owner, lines)
            self._sharing = replace(self._sharing, whole=position.size)
        elif self._waiting:
            position = append(path, device, owner, self._waiting.values())
        else:
            return
        self._positions[name] = position
        self._sharing = replace(self._sharing, written=_token(position))
        with self._history() as store:
            store.written(self._waiting)
            store.keep_positions({name: position})

    def end(self) -> Shared:
        now = load_sharing(self._paths)
        if (now.folder, now.device) == (self._sharing.folder, self._ours):  # nobody has stopped it meanwhile
            at = self._clock().isoformat(timespec="seconds")
            save_sharing(self._paths, replace(self._sharing, read_at=at))
        others = {at.device: at for at in self._positions.values() if at.device != self._sharing.device}
        names = sorted(at.owner or at.device for at in others.values())
        newer = sorted(at.owner or at.device for at in others.values() if at.newer)
        fault = self.faults[0] if self.faults else ""
        return Shared(tuple(sorted(self._new)), tuple(sorted(self._changed)), tuple(names), tuple(newer), fault)


def _token(position: Position) -> str:
    return f"{position.size}-{position.digest}"


_REASONS = {
    errno.ENOENT: "the folder is not there",
    errno.ENOTDIR: "the folder is not there",
    errno.EACCES: "this may not be read, or not be written",
    errno.EROFS: "nothing can be written there",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
}
