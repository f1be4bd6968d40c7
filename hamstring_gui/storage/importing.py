"""Taking in a file: a plan of what it would bring, to be looked at first, and carrying the plan out.

Sessions are told apart by their ids. What is here stays as it is, also where the file says otherwise; so a second
import of the same file brings nothing, and an older export never undoes what was edited since. If anything in a file
can't be understood, nothing of it is imported.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, TextIO

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.storage.database_file import opened
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.exchange_csv import is_ours, read_csv
from hamstring_gui.storage.exchange_json import read_json
from hamstring_gui.storage.found import Found, TooMuch
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.loop import LoopReader, delimiter_of_loop
from hamstring_gui.storage.loop_days import Habits, sessions_of, usually_chosen
from hamstring_gui.storage.loop_zip import Unpacked, habit_of_folder, is_zip, loop_files, read_loop_zip
from hamstring_gui.storage.pulse import Cancelled, Pulse, no_pulse, paced
from hamstring_gui.storage.spread import encoding_of, head_of, lines_of

MOST_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class Import:
    """What a file would bring.

    `new` sessions, oldest first, and how many are `already_here`; `goals` and `rest_weeks` (Mondays) are the new ones.
    `problems` are sentences that begin with their place (`line 7, held_s: must be …`): if there are any, the plan can't
    be carried out. `left_out` names keys or columns that are not known here. `habits` are those of Loop Habit Tracker,
    with their days: each day on which one of the `chosen` was done is a session, unless it is `active` here already, or
    among the ids that are `here`.
    """

    path: Path
    new: tuple[SessionRecord, ...] = ()
    already_here: int = 0
    goals: tuple[Goal, ...] = ()
    rest_weeks: frozenset[date] = frozenset()
    problems: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    habits: Habits = MappingProxyType({})
    chosen: tuple[str, ...] = ()
    active: frozenset[date] = frozenset()
    here: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing new in it."""
        return not (self.new or self.goals or self.rest_weeks)

    def choosing(self, habits: Collection[str]) -> Import:
        """What the file would bring when these of its habits are stretching; the same where it has none."""
        if not self.habits:
            return self
        found = tuple(sessions_of(self.habits, habits))
        new = tuple(one for one in found if one.day not in self.active and one.id not in self.here)
        chosen = tuple(name for name in self.habits if name in habits)
        return replace(self, new=new, already_here=len(found) - len(new), chosen=chosen)

    def ahead_of(self, today: date) -> int:
        """How many of the new sessions are of days still to come."""
        return sum(session.day > today for session in self.new)


def plan_import(path: Path, store: HistoryStore, pulse: Pulse = no_pulse, unpacked: Unpacked = loop_files) -> Import:
    """Read the file (our JSON or CSV, or Checkmarks.csv or zip of Loop Habit Tracker) and compare it with the history.

    Of Loop's habits, those that are likely meant are chosen. Changes nothing. Raises `StorageError` when the file can't
    be read, or is another kind of file. A zip is `unpacked` here or elsewhere.
    """
    found = Found(store.session_ids(), pulse=pulse)
    with _explained(path):
        _find(path, found, unpacked)
    goals_here = _days_with_goals(store)
    mondays = {day - timedelta(days=day.weekday()) for day in found.rest_weeks}
    plan = Import(
        path=path,
        new=tuple(sorted(found.new.values(), key=lambda session: session.started_at)),
        already_here=found.already_here,
        goals=tuple(goal for goal in found.goals if goal.since not in goals_here),
        rest_weeks=frozenset(mondays - store.rest_weeks()),
        problems=tuple(found.problems),
        left_out=tuple(found.unknown),
    )
    if not found.habits:
        return plan
    active = frozenset(session.day for session in paced(store.each_session(), pulse) if session.counts)
    loops = replace(plan, habits=MappingProxyType(found.habits), active=active, here=found.here)
    return loops.choosing(usually_chosen(found.habits))


def carry_out(plan: Import, store: HistoryStore, pulse: Pulse = no_pulse) -> Import:
    """Put what is new on record, all of it or nothing; gives what was put, for `take_back`: there may be more on record
    than when it was planned. Raises `StorageError`, also when the plan has problems."""
    if plan.problems:
        raise StorageError(refusal(plan))
    goals_here, brought = _days_with_goals(store), list[SessionRecord]()
    goals = tuple(goal for goal in plan.goals if goal.since not in goals_here)
    rest_weeks = plan.rest_weeks - store.rest_weeks()

    def coming() -> Iterator[SessionRecord]:
        here = store.session_ids()  # from now on nobody else writes there
        for session in plan.new:
            if session.id not in here:
                brought.append(session)
                yield session

    store.put_all(paced(coming(), pulse, len(plan.new)), goals, rest_weeks)
    already_here = plan.already_here + len(plan.new) - len(brought)
    return replace(plan, new=tuple(brought), already_here=already_here, goals=goals, rest_weeks=rest_weeks)


def _days_with_goals(store: HistoryStore) -> set[date]:
    return {goal.since for goal in store.goals()}


def take_back(brought: Import, store: HistoryStore) -> None:
    """Take off the record what `carry_out` has put there, all of it or nothing. Raises `StorageError`."""
    store.remove_all((session.id for session in brought.new), brought.goals, brought.rest_weeks)


def refusal(plan: Import) -> str:
    """The sentence for a plan with problems."""
    more = f" (and {len(plan.problems) - 1} more)" if len(plan.problems) > 1 else ""
    return f"{plan.path}: nothing was imported: {plan.problems[0]}{more}"


def _find(path: Path, found: Found, unpacked: Unpacked) -> None:
    """Find out what kind of file it is, by its beginning, and read it."""
    with _opened(path) as raw:
        beginning = raw.read(4)
        if is_zip(beginning):
            return read_loop_zip(path, found, unpacked)
        raw.seek(0)
        with io.TextIOWrapper(raw, encoding=encoding_of(beginning), newline="") as file:
            return _read(path, file, found)


def _read(path: Path, file: TextIO, found: Found) -> None:
    beginning = file.read(1 << 16)
    file.seek(0)
    if not beginning.strip():
        raise StorageError("there is nothing in it")
    if beginning.lstrip()[:1] == "{":
        return read_json(file, found)
    head = head_of(beginning)
    if is_ours(head.columns):
        return read_csv(file, found, head.delimiter)
    if delimiter := delimiter_of_loop(head.line):
        reader = LoopReader(found)
        reader.read(lines_of(file), delimiter, habit_of_folder(path.absolute().parent.name)[1])
        return reader.finish()
    raise StorageError(
        "this is neither a history of Hamstring (JSON or CSV) nor the Checkmarks.csv or zip of Loop Habit Tracker"
    )


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    if path.exists() and not path.is_file():
        raise StorageError("this is not a file")
    with opened(path) as raw:
        if raw.seek(0, io.SEEK_END) > MOST_BYTES:
            raise StorageError(f"this is too large; at most {MOST_BYTES // 1_000_000} MB are read")
        raw.seek(0)
        yield raw


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Say what is wrong with the file, and which it is."""
    try:
        yield
    except FileNotFoundError:
        raise StorageError(f"{path}: there is no such file") from None
    except OSError as error:
        raise StorageError(f"{path}: {plain(error)}") from error
    except UnicodeDecodeError:
        raise StorageError(
            f"{path}: this is not UTF-8 text; a spreadsheet program can save it as “CSV UTF-8”"
        ) from None
    except RecursionError:
        raise StorageError(f"{path}: this is nested too deeply") from None
    except csv.Error as error:
        raise StorageError(f"{path}: this is not CSV: {error}") from error
    except Cancelled:
        raise
    except (StorageError, TooMuch) as error:
        raise StorageError(str(error) if str(error).startswith(f"{path}: ") else f"{path}: {error}") from error
