"""The command line: what was asked for is understood, and refused where it must be, before Qt is imported.

Each command has its module, `…_command.py`: what it can be told, and `run`. Everything is imported where it is needed:
`export` runs without Qt, TOML or the platform's folders.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from contextlib import suppress

from hamstring_gui import __version__
from hamstring_gui.commands.asked import (
    INTERRUPTED,
    PROBLEM,
    READER_GONE,
    USAGE,
    Parser,
    Refusal,
    folder,
    mended,
    paths_of,
    printing,
    said,
)
from hamstring_gui.commands.qt import explaining_qt
from hamstring_gui.storage.errors import StorageError

COMMANDS = ("export", "import", "stats", "figure", "backup", "restore", "share", "doctor", "say", "remind")
THEMES = ("light", "dark", "system")
_OFFERED = object()


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; gives the exit status."""
    try:
        with printing():
            asked = _asked(sys.argv[1:] if arguments is None else arguments)
        if asked.command is None:
            return _open_window(asked)
        gc.enable()  # see `__main__`
        status: int = asked.run(asked)
        return status
    except Refusal as refusal:
        return said(str(refusal), USAGE)
    except StorageError as error:
        return said(str(error), PROBLEM)
    except BrokenPipeError:
        return READER_GONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    """What the arguments mean. The commands are described only where one could be meant, or something is wrong."""
    if not {*COMMANDS, "-h", "--help"}.intersection(arguments):
        with suppress(Refusal):
            return _parser().parse_args(arguments, argparse.Namespace(command=None))
    parser = _parser()
    _add_commands(parser)
    return parser.parse_args(arguments)


def _in_english(text: str) -> str:
    return text


argparse._ = _in_english  # type: ignore[attr-defined]  # as all words here are; nobody need look for translations


def _parser() -> Parser:
    parser = Parser(
        prog="hamstring-gui",
        description="Guided stretching, offline. Without a command, the window opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--data-dir", metavar="DIR", type=folder, help="keep data, settings and logs under DIR")
    parser.add_argument(
        "--start",
        metavar="ROUTINE",
        nargs="?",
        const=_OFFERED,
        help="begin at once: the id or name of a routine or a part of it, or the path of a routine file; "
        "without ROUTINE, the one that Today offers",
    )
    parser.add_argument("--fullscreen", action="store_true", help="fill the screen")
    parser.add_argument("--theme", choices=THEMES, help="colours, for this run")
    parser.add_argument("--version", action="version", version=f"hamstring-gui {__version__}")
    return parser


def _add_commands(parser: Parser) -> None:
    from hamstring_gui.commands.backup_commands import add_backup_commands
    from hamstring_gui.commands.doctor_command import add_doctor_command
    from hamstring_gui.commands.figure_command import add_figure_command
    from hamstring_gui.commands.history_commands import add_history_commands
    from hamstring_gui.commands.remind_command import add_remind_command
    from hamstring_gui.commands.say_command import add_say_command
    from hamstring_gui.commands.share_command import add_share_command

    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    common = Parser(add_help=False)
    common.add_argument("--data-dir", metavar="DIR", type=folder, default=argparse.SUPPRESS, help="where data are kept")
    for add in (
        add_history_commands, add_backup_commands, add_share_command, add_figure_command, add_doctor_command,
        add_say_command, add_remind_command,
    ):  # fmt: skip
        add(commands, common)


def _open_window(asked: argparse.Namespace) -> int:
    gc.disable()  # `app` enables it once the window stands
    from hamstring_gui.program.opening import Opening
    from hamstring_gui.storage.shelf import read_shelf

    paths = paths_of(asked)
    try:
        found = mended(paths)
    except StorageError as error:
        with explaining_qt("the window can't be opened"):
            from hamstring_gui import app
        return app.refuse_to_open(paths, str(error))
    shelf = read_shelf(paths)
    start = None
    if isinstance(asked.start, str):
        from hamstring_gui.storage.library import find_routine

        startable = {key: routine for key, routine in shelf.routines.items() if routine.items}
        try:
            start = find_routine(asked.start, startable, shelf.exercises, shelf.tables.read)
        except StorageError as error:
            raise Refusal(str(error)) from error
    with explaining_qt("the window can't be opened"):
        from hamstring_gui import app
    return app.run(Opening(paths, shelf, start, asked.start is not None, asked.fullscreen, asked.theme, found))
