"""The commands `export`, `import` and `stats`: what they can be told, and doing it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from hamstring_gui.commands.asked import (
    Refusal,
    output,
    paths_of,
    paths_of_data,
    paths_of_history,
    refuse_own,
    refuse_what_is_the_windows,
    said,
)
from hamstring_gui.commands.qt import explaining_qt
from hamstring_gui.domain.reading import day_from
from hamstring_gui.storage.endings import FORMATS, contradicts, ending_of
from hamstring_gui.storage.paths import Paths

MOST_WEEKS = 5200
FIRST_DAYS = ("monday", "sunday", "saturday")


def add_history_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add them to the subparsers; `common` are the arguments that all of them take."""

    def command(name: str, what: str) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = commands.add_parser(name, help=what, parents=[common], allow_abbrev=False)
        return parser

    export = command("export", "print the history as JSON or CSV, or write a summary as PDF")
    export.add_argument("--format", choices=FORMATS,
                        help="json is complete, csv for a table, pdf a summary (needs -o FILE); "
                        "without it, what FILE ends with says it, and otherwise it is json")  # fmt: skip
    export.add_argument("--weeks", metavar="N", type=_whole(1, MOST_WEEKS), help="that the pdf is of; usually 12")
    export.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    take_in = command("import", "take in a history: JSON, CSV, or the zip or Checkmarks.csv of Loop Habit Tracker")
    take_in.add_argument("file", metavar="FILE")
    take_in.add_argument("--dry-run", action="store_true", help="say what FILE would bring, and change nothing")
    take_in.add_argument("--habit", metavar="NAME", dest="habits", action="append", default=[],
                         help="of Loop Habit Tracker: one that is stretching; may be given again")  # fmt: skip
    stats = command("stats", "print the last weeks, streak and consistency")
    stats.description = (
        "Print the last weeks, streak and consistency. The sessions are those that count: at least half of the planned "
        "seconds were held. What was held in the others is among the minutes of the legs."
    )
    stats.add_argument("--weeks", metavar="N", type=_whole(1, MOST_WEEKS), default=12, help="how many; usually 12")
    stats.add_argument("--json", dest="as_json", action="store_true", help="for other programs")
    stats.add_argument("--today", metavar="DATE", type=_day, help="as if it were that day, like 2026-11-22")
    stats.add_argument("--first-day", choices=FIRST_DAYS, help="that weeks start on")
    stats.add_argument("--goal", metavar="N", type=_whole(1, 7), help="active days per week, for all weeks")
    export.set_defaults(run=_export)
    take_in.set_defaults(run=_import)
    stats.set_defaults(run=_stats)


def format_meant(chosen: str | None, output: str | None) -> str:
    """The format of an export: what was chosen, or what the file's name ends with. Raises `ValueError` for both, when
    they contradict each other, and for a file of another kind. Of an ending that nothing is known of it is JSON."""
    ending = ending_of(output or "")
    if ending not in FORMATS:
        if contradicts(FORMATS[0], output or ""):
            listed = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
            raise ValueError(f"{output}: an export is written as {listed}, not {ending}")
        return chosen or FORMATS[0]
    if chosen not in (None, ending):
        raise ValueError(f"{output}: --format says {chosen} and the file's name says {ending}; leave out one of them")
    return ending


def _whole(least: int, most: int) -> Callable[[str], int]:
    def whole(text: str) -> int:
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
        if number is None or not least <= number <= most:
            raise argparse.ArgumentTypeError(f"give a whole number from {least} to {most}, not {text!r}")
        return number

    return whole


def _day(text: str) -> date:
    try:
        return day_from(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"give a date like 2026-11-22, not {text!r}") from None


def _export(asked: argparse.Namespace) -> int:
    refuse_what_is_the_windows(asked)
    from hamstring_gui.commands.history import write_export

    refuse_own(asked.output, paths_of(asked))
    try:
        form = format_meant(asked.format, asked.output)
    except ValueError as error:
        raise Refusal(str(error)) from error
    paths = paths_of_history(asked)
    if form == "pdf":
        return _export_summary(asked, paths)
    if asked.weeks is not None:
        raise Refusal("--weeks is for --format pdf: JSON and CSV are of the whole history")
    with output(asked.output) as out:
        write_export(paths, form, out)
    if asked.format is None and Path(asked.output or "").suffix.lower() not in ("", f".{form}"):
        said(f"{asked.output}: written as {form.upper()}", 0)
    return 0


def _export_summary(asked: argparse.Namespace, paths: Paths) -> int:
    if asked.output in (None, "-"):
        raise Refusal("--format pdf: give a file with -o FILE")
    from hamstring_gui.commands.history import summary_of

    with explaining_qt("the summary can't be drawn"):
        data = summary_of(paths, asked.weeks)
    with output(asked.output) as out:
        out.buffer.write(data)
    return 0


def _import(asked: argparse.Namespace) -> int:
    refuse_what_is_the_windows(asked)
    from hamstring_gui.commands.history import import_file

    paths = paths_of_data(asked)
    try:
        with output(None) as out:
            import_file(Path(asked.file), paths, out, dry_run=asked.dry_run, habits=asked.habits)
    except ValueError as error:
        raise Refusal(str(error)) from error
    return 0


def _stats(asked: argparse.Namespace) -> int:
    refuse_what_is_the_windows(asked)
    from hamstring_gui.commands.stats import StatsWish, stats, write_stats

    paths = paths_of_history(asked)
    found = stats(paths, StatsWish(asked.weeks, asked.today, asked.first_day, asked.goal))
    with output(None) as out:
        write_stats(found, out, as_json=asked.as_json)
    return 0
