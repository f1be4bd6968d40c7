"""The commands `backup` and `restore`: what they can be told, and doing it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from hamstring_gui.commands.asked import (
    PROBLEM,
    Refusal,
    output,
    paths_of,
    paths_of_data,
    refuse_own,
    refuse_what_is_the_windows,
)


def add_backup_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    backup = commands.add_parser(
        "backup",
        help="put everything into one zip: history, settings, exercises and routines of one's own",
        parents=[common],
        allow_abbrev=False,
    )
    backup.add_argument("-o", "--output", metavar="FILE", help="write FILE.zip, which is not there yet; without it, "
                        "the backup goes to the others in the folder of the data, and its path is printed")  # fmt: skip
    restore = commands.add_parser(
        "restore",
        help="put a backup in the place of everything, which is backed up first",
        parents=[common],
        allow_abbrev=False,
    )
    restore.add_argument("file", metavar="FILE", help="a backup, or a history (.sqlite3) alone")
    restore.add_argument("--yes", action="store_true", help="don't ask")
    backup.set_defaults(run=_back_up)
    restore.set_defaults(run=_restore)


def _back_up(asked: argparse.Namespace) -> int:
    refuse_what_is_the_windows(asked)
    from hamstring_gui.commands.backup import back_up, file_meant

    try:
        file = file_meant(asked.output)
    except ValueError as error:
        raise Refusal(str(error)) from error
    if file is not None:
        refuse_own(str(file), paths_of(asked))
    with output(None) as out:
        back_up(paths_of_data(asked), file, out)
    return 0


def _restore(asked: argparse.Namespace) -> int:
    refuse_what_is_the_windows(asked)
    from hamstring_gui.commands.backup import can_ask, restore

    if not (asked.yes or can_ask()):
        raise Refusal("restore: nobody can be asked here whether everything is to be replaced; say so with --yes")
    with output(None) as out:
        return 0 if restore(Path(asked.file), paths_of_data(asked), out, sure=asked.yes) else PROBLEM
