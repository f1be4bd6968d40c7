"""Bringing the history and the shared folder together, once: what is new here goes out, what is new there comes in.

Each device writes one file there, its journal, and reads all others. Nothing here waits for anybody, but the folder may
be one that never answers: the window lets a process of its own do this, and gives it a time.
"""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path

from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.storage.alone import alone, sharing_alone
from hamstring_gui.storage.errors import FOLDER_REASONS, plain
from hamstring_gui.storage.journal import (
    NoJournal,
    Position,
    Reading,
    append,
    journals,
    own_name,
    position_at_end,
    read_journal,
    write_anew,
)
from hamstring_gui.storage.library import own_kinds
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

    What is wrong with the folder is told; raises `StorageError` where the history can't be read or written, where it
    is another one by now, and where another program shares it.
    """
    if not load_sharing(paths).is_on:
        return Shared(fault=_NOT_SHARED)
    with sharing_alone(paths.data), ExitStack() as stack:
        with alone(paths.data):  # or it may be deleted in between, and would come back from the folder
            sharing = load_sharing(paths)
            if not sharing.is_on:
                return Shared(fault=_NOT_SHARED)
            store = stack.enter_context(closing(SharedHistory.open(paths.database, used=True)))
            store.kinds = own_kinds(paths)
        run = _Run(paths, sharing, clock, store)
        run.begin(changed_here)
        try:
            run.look()
            run.take_in()
        except OSError as error:
            return Shared(fault=run.fault_of(error))
        try:
            run.write()
        except OSError as error:
            run.faults.append(run.fault_of(error))
        return run.end()


class _Run:
    """The steps, in their order: some ask the history, `alone`, others the folder; that lock is not held meanwhile."""

    def __init__(self, paths: Paths, sharing: Sharing, clock: Callable[[], datetime], store: SharedHistory) -> None:
        self._paths, self._sharing, self._clock, self._store = paths, sharing, clock, store
        self._folder = Path(sharing.folder)
        self._positions: dict[str, Position] = {}
        self._files: dict[str, os.stat_result] = {}
        self._waiting: dict[int, str] = {}
        self._known = ""  # our journal's name, where nothing in it is news
        self._is_first = not sharing.read_at  # through this folder
        self._anew = self._is_first
        self._ours = sharing.device
        self._new: frozenset[str] = frozenset()
        self._changed: frozenset[str] = frozenset()
        self.faults: list[str] = []

    def fault_of(self, error: OSError) -> str:
        reason = FOLDER_REASONS.get(error.errno or 0, plain(error))
        return f"{self._folder}: {reason}; it is tried again"

    @contextmanager
    def _history(self) -> Iterator[SharedHistory]:
        with alone(self._paths.data):
            self._store.check_that_it_is_there()
            yield self._store

    def begin(self, changed_here: bool) -> None:
        """Find what was changed here, wherever the folder is."""
        with self._history() as store:
            if changed_here:
                store.note_changes(self._clock())
            if self._is_first:
                store.claim_all()
            self._positions = store.positions() if not self._is_first else {}

    # -- from the folder ---------------------------------------------------------------------------------------------
    def look(self) -> None:
        """See which journals are there, and whose ours is. Raises `OSError`."""
        disk = os.stat(self._folder).st_dev
        self._files = dict(islice(sorted(journals(self._folder).items()), MOST_FILES))
        if not self._files and self._sharing.disk not in (0, disk):
            raise OSError(errno.ENODEV, "it is empty, and on another disk than before: something is not connected")
        self._sharing = replace(self._sharing, disk=disk)
        self._look_at_ours()

    def _parts(self, name: str, known: Position | None) -> Iterator[Reading]:
        """What was added to a journal, one part after the other; nothing of a file that is none. Raises `OSError`."""
        more = True
        while more:
            try:
                reading = read_journal(self._folder / name, known)
            except NoJournal as error:
                log.info("%s: %s", self._folder / name, error)
                return
            more, known = reading.more, reading.position
            yield reading

    @contextmanager
    def _going_on(self, name: str) -> Iterator[None]:
        """Where one journal can't be read, the others can."""
        try:
            yield
        except OSError as error:
            self.faults.append(f"{self._folder / name}: {plain(error)}; it is tried again")

    def _look_at_ours(self) -> None:
        """Whether our journal is as we left it. If not, it has to be written anew; and if it has news, somebody else
        writes under our id, from a copy of our data: then we are another device from now on."""
        name = own_name(self._ours)
        try:
            if _token(position_at_end(self._folder / name, "", "")) == self._sharing.written:
                return
        except FileNotFoundError:
            self._anew = True
            return
        self._anew = True
        for reading in self._parts(name, None):
            with self._history() as store:
                held = store.holds(reading.state)
            if not held:
                log.warning("another device writes as %s; this one is another device now", self._ours)
                self._sharing = replace(self._sharing, device=new_device())
                return
        self._known = name

    # -- into the history --------------------------------------------------------------------------------------------
    def take_in(self) -> None:
        """Merge what was added to the journals, each part as soon as it is read, and remember how far that is."""
        gone = self._positions.keys() - self._files.keys()
        self._positions = {name: at for name, at in self._positions.items() if name not in gone}
        for name, found in self._files.items():
            known = self._positions.get(name)
            if name != self._known and (known is None or _is_other(known, found)):
                with self._going_on(name):
                    for reading in self._parts(name, known):
                        self._merge(name, reading)
        with self._history() as store:
            store.keep_positions({}, gone)
            self._waiting = store.waiting()

    def _merge(self, name: str, reading: Reading) -> None:
        ours = reading.position.device == self._ours
        with self._history() as store:
            taken = store.take_in(reading.state, self._clock(), own=ours)
            if self._is_first and not ours:
                store.leave_to_others(reading.state)
            store.keep_positions({name: reading.position})
        self._new |= frozenset() if ours else taken.new
        self._changed |= taken.changed | (taken.new if ours else frozenset())
        self._positions[name] = reading.position

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
        with self._history():
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


def _is_other(known: Position, found: os.stat_result) -> bool:
    return (known.size, known.mtime_ns) != (found.st_size, found.st_mtime_ns)


_NOT_SHARED = "the history is not shared"
