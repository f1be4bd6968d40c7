"""What the command line says about the history: the arguments of `export`, `import`, `stats` and `share`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import Any

from hamstring_gui.domain.reading import day_from
from hamstring_gui.storage.endings import FORMATS, contradicts, ending_of

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
    stats.add_argument("--weeks", metavar="N", type=_whole(1, MOST_WEEKS), default=12, help="how many; usually 12")
    stats.add_argument("--json", dest="as_json", action="store_true", help="for other programs")
    stats.add_argument("--today", metavar="DATE", type=_day, help="as if it were that day, like 2026-11-22")
    stats.add_argument("--first-day", choices=FIRST_DAYS, help="that weeks start on")
    stats.add_argument("--goal", metavar="N", type=_whole(1, 7), help="active days per week, for all weeks")
    backup = command("backup", "put everything into one zip: history, settings, exercises and routines of one's own")
    backup.add_argument("-o", "--output", metavar="FILE", help="write FILE.zip, which is not there yet; without it, "
                        "the backup goes to the others in the folder of the data, and its path is printed")  # fmt: skip
    restore = command("restore", "put a backup in the place of everything, which is backed up first")
    restore.add_argument("file", metavar="FILE", help="a backup, or a history (.sqlite3) alone")
    restore.add_argument("--yes", action="store_true", help="don't ask")


def add_share_command(commands: Any, common: argparse.ArgumentParser) -> None:
    share = commands.add_parser(
        "share", help="share the history with other devices, through a folder that another program syncs",
        parents=[common], allow_abbrev=False,
    )  # fmt: skip
    ways = share.add_mutually_exclusive_group()
    ways.add_argument("--now", action="store_true", help="bring the history and the folder together now")
    ways.add_argument("--folder", metavar="FOLDER", help="share through FOLDER from now on")
    ways.add_argument("--stop", action="store_true", help="share no more; what is in the folder stays there")
    ways.add_argument("--for-window", choices=("all", "folder"), help=argparse.SUPPRESS)


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
