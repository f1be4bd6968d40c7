"""The commands about the history: `export` and `import`; but for the PDF, without Qt."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from hamstring_gui.domain.consistency import (
    kinds_of,
    weeks_until,
)
from hamstring_gui.domain.history import day_of
from hamstring_gui.domain.settings import FIRST_WEEKDAYS, FirstDay, Settings
from hamstring_gui.domain.system_week import system_first_weekday
from hamstring_gui.storage.errors import DAMAGE, StorageError, sqlite_code, tell
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.missing import refuse_missing
from hamstring_gui.storage.paths import Paths

if TYPE_CHECKING:
    from hamstring_gui.storage.importing import Import


@contextmanager
def without_looking_for_garbage() -> Iterator[None]:
    """A third of the time of reading a large history is spent looking for garbage that isn't there."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def telling_what_is_unfit(database: Path) -> Iterator[HistoryStore]:
    """The history, to read. What of it can't be read is named on standard error."""
    with _saying_what_is_wrong(database):
        refuse_missing(database)
        store = HistoryStore.open_to_read(database)
    with store:
        with _saying_what_is_wrong(database, DAMAGE):
            yield store
        for what, why in store.unfit.items():
            tell(f"{database}: {what} can't be read and is left out: {why}")


@contextmanager
def _saying_what_is_wrong(database: Path, codes: frozenset[int] | None = None) -> Iterator[None]:
    """Find out what is the matter with the file, where it can't be opened, or SQLite says one of these."""
    try:
        yield
    except StorageError as error:
        if codes is not None and sqlite_code(error) not in codes:
            raise
        from hamstring_gui.storage.trouble import diagnosed, plainly

        raise StorageError(plainly(database, diagnosed(database, error))) from error


# -- export ------------------------------------------------------------------------------------------------------------
@without_looking_for_garbage()
def write_export(paths: Paths, form: str, out: TextIO) -> None:
    """Write the whole history as "json" or "csv". Raises `StorageError`."""
    from hamstring_gui.storage.library import own_kinds

    kinds = own_kinds(paths)
    with telling_what_is_unfit(paths.database) as store, closing(store.each_session()) as sessions:
        if form == "csv":
            from hamstring_gui.storage.exchange_csv import write_csv

            write_csv(sessions, out, kinds)
        else:
            from hamstring_gui.storage.exchange import write_history

            write_history(sessions, out, store.rest_weeks(), store.goals(), kinds)


def summary_of(paths: Paths, count: int | None) -> bytes:
    """The last `count` weeks, or as many as usual, as PDF, which needs Qt. Raises `StorageError`."""
    from hamstring_gui.paper.summary import WEEKS, pdf_of, summed_up
    from hamstring_gui.storage.library import load_all
    from hamstring_gui.storage.own_exercises import OwnExercises

    settings, own = settings_of(paths), OwnExercises(paths.exercises)
    exercises, _ = load_all(paths.assets, own)
    today = today_of(settings)
    with telling_what_is_unfit(paths.database) as store:
        sessions = store.sessions()
        weeks = weeks_until(
            today, sessions, first_weekday=first_weekday_of(settings.first_day), goals=store.goals(),
            rest_weeks=store.rest_weeks(), kinds=kinds_of(exercises, own.known_kinds()),
        )  # fmt: skip
    return pdf_of(summed_up(today, weeks, sessions, count or WEEKS), exercises, paths.assets)


# -- import ------------------------------------------------------------------------------------------------------------
@without_looking_for_garbage()
def import_file(path: Path, paths: Paths, out: TextIO, *, dry_run: bool, habits: Sequence[str]) -> None:
    """Bring what is new in the file, unless it is a dry run, and say what that was. `habits` are those that are
    stretching.

    Raises `StorageError`, also for a file in which something can't be understood: nothing of it is imported then; and
    `ValueError` where it has several habits and none was named, or another one.
    """
    from hamstring_gui.storage.alone import alone
    from hamstring_gui.storage.importing import carry_out, plan_import, refusal

    with _saying_what_is_wrong(paths.database):
        refuse_missing(paths.database)
    with HistoryStore.open_to_read(paths.database) as store:
        plan = _with_habits(plan_import(path, store), habits)
    if not (dry_run or plan.problems or plan.is_empty):
        with alone(paths.data), HistoryStore.open(paths.database) as store, _nothing_imported(path):
            plan = carry_out(plan, store)
    for line in _told(plan, dry_run, today_of(settings_of(paths))):
        out.write("".join(letter if letter.isprintable() else "?" for letter in line) + "\n")
    out.flush()
    if plan.problems:
        raise StorageError(refusal(plan))


@contextmanager
def _nothing_imported(path: Path) -> Iterator[None]:
    try:
        yield
    except StorageError as error:
        raise StorageError(f"{path}: nothing was imported: {error}") from error


def _with_habits(plan: Import, named: Sequence[str]) -> Import:
    """The plan with the habits of those names, in any case."""
    if plan.problems or not (plan.habits or named):
        return plan
    from hamstring_gui.storage.found import MOST_NAMES

    known: dict[str, list[str]] = {}
    for name in plan.habits:
        known.setdefault(name.casefold(), []).append(name)
    listed = ", ".join(f'"{name[:60]}"' for name in list(plan.habits)[:MOST_NAMES])
    if len(plan.habits) > MOST_NAMES:
        listed += ", …"
    if not named:
        if len(plan.habits) > 1:
            raise ValueError(
                f"{plan.path}: this has several habits: {listed}; say which are stretching, each with --habit"
            )
        return plan
    if not plan.habits:
        raise ValueError(f"--habit: {plan.path} is no file of Loop Habit Tracker, and has no habits")
    wanted = [name.strip() for name in named]
    for name in wanted:
        if name not in plan.habits and name.casefold() not in known:
            raise ValueError(f'--habit "{name}": there is no such habit in {plan.path}; it has {listed}')
    return plan.choosing(
        [one for name in wanted for one in ([name] if name in plan.habits else known[name.casefold()])]
    )


def _told(plan: Import, dry_run: bool, today: date) -> list[str]:
    counts = [f"{len(plan.new)} new", f"{plan.already_here} already here"]
    if plan.problems:
        counts.append(f"{len(plan.problems)} not understood:")
    lines = [", ".join(counts), *(f"  {problem}" for problem in plan.problems)]
    if ahead := plan.ahead_of(today):
        lines.append(f"of days still to come: {ahead}")
    if plan.goals or plan.rest_weeks:
        lines.append(f"new goals: {len(plan.goals)}, new rest weeks: {len(plan.rest_weeks)}")
    if plan.chosen:
        lines.append(f"a day is active when any of these was done: {', '.join(plan.chosen)}")
    if plan.left_out:
        lines.append(f"not known here and left out: {', '.join(plan.left_out)}")
    if dry_run:
        lines.append("nothing was changed: this was a dry run")
    elif plan.problems:
        lines.append("nothing was changed: all of the file has to be understood first")
    return lines


# -- what the commands about the history need --------------------------------------------------------------------------
def settings_of(paths: Paths) -> Settings:
    """The settings; what is wrong with their file is the window's to say."""
    from hamstring_gui.storage.settings import SettingsStore

    return SettingsStore(paths.settings).load()[0]


def today_of(settings: Settings) -> date:
    return day_of(datetime.now().astimezone(), settings.day_starts)


def first_weekday_of(first_day: FirstDay) -> int:
    return system_first_weekday(os.environ) if first_day == "system" else FIRST_WEEKDAYS[first_day]
