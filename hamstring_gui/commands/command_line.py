"""The command line: what was asked for is understood, and refused where it must be, before Qt is imported.

Everything is imported where it is needed: `export` runs without Qt, TOML or the platform's folders. Exit status: 0
done, 1 a problem (one sentence on standard error), 2 something was asked for that makes no sense, 130 interrupted, 141
whoever read the output went away.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from hamstring_gui import __version__
from hamstring_gui.commands.qt import explaining_qt
from hamstring_gui.storage.errors import StorageError, plain, tell
from hamstring_gui.storage.paths import UNFINISHED, Paths

PROBLEM, USAGE, INTERRUPTED, READER_GONE = 1, 2, 130, 141
if TYPE_CHECKING:
    from hamstring_gui.storage.changeover import Mended

COMMANDS = ("export", "import", "stats", "figure", "backup", "restore", "share", "doctor")
THEMES = ("light", "dark", "system")
BODIES = ("teal", "plum", "moss")
_OFFERED = object()


class _Refusal(Exception):
    """Something was asked for that makes no sense."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _Refusal(f"{message}; see hamstring-gui --help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; gives the exit status."""
    try:
        with _printing():
            asked = _asked(sys.argv[1:] if arguments is None else arguments)
        if asked.command is None:
            return _open_window(asked)
        gc.enable()  # see `__main__`
        match asked.command:
            case "export":
                return _export(asked)
            case "import":
                return _import(asked)
            case "stats":
                return _stats(asked)
            case "backup":
                return _back_up(asked)
            case "restore":
                return _restore(asked)
            case "share":
                return _share(asked)
            case "doctor":
                return _doctor(asked)
            case _:
                return _draw_figure(asked)
    except _Refusal as refusal:
        return _said(str(refusal), USAGE)
    except StorageError as error:
        return _said(str(error), PROBLEM)
    except BrokenPipeError:
        return READER_GONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    """What the arguments mean. The commands are described only where one could be meant, or something is wrong."""
    if not {*COMMANDS, "-h", "--help"}.intersection(arguments):
        with suppress(_Refusal):
            return _parser().parse_args(arguments, argparse.Namespace(command=None))
    parser = _parser()
    _add_commands(parser)
    return parser.parse_args(arguments)


def _in_english(text: str) -> str:
    return text


argparse._ = _in_english  # type: ignore[attr-defined]  # as all words here are; nobody need look for translations


def _parser() -> _Parser:
    parser = _Parser(
        prog="hamstring-gui",
        description="Guided stretching, offline. Without a command, the window opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--data-dir", metavar="DIR", type=_folder, help="keep data, settings and logs under DIR")
    parser.add_argument(
        "--start",
        metavar="ROUTINE",
        nargs="?",
        const=_OFFERED,
        help="begin at once: the id or name of a routine, or the path of a routine file; "
        "without ROUTINE, the one that Today offers",
    )
    parser.add_argument("--fullscreen", action="store_true", help="fill the screen")
    parser.add_argument("--theme", choices=THEMES, help="colours, for this run")
    parser.add_argument("--version", action="version", version=f"hamstring-gui {__version__}")
    return parser


def _add_commands(parser: _Parser) -> None:
    from hamstring_gui.commands.figure_arguments import add_figure_command
    from hamstring_gui.commands.history_arguments import add_history_commands, add_share_command

    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    folder = _Parser(add_help=False)
    folder.add_argument(
        "--data-dir", metavar="DIR", type=_folder, default=argparse.SUPPRESS, help="where data are kept"
    )
    add_history_commands(commands, folder)
    add_share_command(commands, folder)
    add_figure_command(commands, folder, BODIES)
    commands.add_parser(
        "doctor", help="tell what may be wrong: versions, sizes, the history, the last errors; nothing personal",
        parents=[folder], allow_abbrev=False,
    )  # fmt: skip


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("DIR must not be empty")
    return Path(text)


def _paths(asked: argparse.Namespace) -> Paths:
    try:
        return Paths.standard() if asked.data_dir is None else Paths.under(asked.data_dir)
    except OSError as error:  # a relative folder, and the working folder is gone
        raise StorageError(f"{asked.data_dir}: {plain(error)}") from error


def _mended(paths: Paths) -> Mended | None:
    """End what was interrupted while one's data gave way to other data. Raises `StorageError`."""
    try:
        if not any(name.startswith(UNFINISHED) for name in os.listdir(paths.data)):
            return None
    except OSError:  # whoever reads there says so
        return None
    from hamstring_gui.storage.changeover import mend

    return mend(paths.data)


def _open_window(asked: argparse.Namespace) -> int:
    gc.disable()  # `app` enables it once the window stands
    from hamstring_gui.program.opening import Opening
    from hamstring_gui.storage.shelf import read_shelf

    paths = _paths(asked)
    try:
        found = _mended(paths)
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
            start = find_routine(asked.start, startable, shelf.exercises)
        except StorageError as error:
            raise _Refusal(str(error)) from error
    with explaining_qt("the window can't be opened"):
        from hamstring_gui import app
    return app.run(Opening(paths, shelf, start, asked.start is not None, asked.fullscreen, asked.theme, found))


def _paths_of_data(asked: argparse.Namespace) -> Paths:
    """The paths, once nothing there is half done."""
    paths = _paths(asked)
    if found := _mended(paths):
        what = "deleting everything" if found.deleting else "restoring a backup"
        done = "deleted" if found.deleting else "as they were restored"
        now = "as they were before" if found.outcome != "done" else done
        _said(f"{paths.data}: {what} was interrupted; the data are {now}", 0)
    return paths


def _refuse_what_is_the_windows(asked: argparse.Namespace) -> None:
    if asked.start is not None or asked.fullscreen or asked.theme is not None:
        raise _Refusal(f"--start, --fullscreen and --theme belong to the window, not to {asked.command}")


def _draw_figure(asked: argparse.Namespace) -> int:
    _refuse_what_is_the_windows(asked)
    from hamstring_gui.storage import library
    from hamstring_gui.storage.own_exercises import OwnExercises

    paths = _paths(asked)
    _refuse_own(asked.output, paths)
    exercises, problems = library.load_all(paths.assets, OwnExercises(paths.exercises))
    for problem in problems:
        tell(problem)
    with explaining_qt("the figure can't be drawn"):
        from hamstring_gui.commands import figure as figure_command
    try:
        wish = figure_command.understood(
            exercises, asked.exercise, asked.step, asked.side == "left", asked.figure_theme == "dark",
            asked.size, asked.output, asked.body, asked.frame,
        )  # fmt: skip
    except StorageError as error:
        raise _Refusal(str(error)) from error
    figure_command.draw(wish)
    return 0


def _export(asked: argparse.Namespace) -> int:
    _refuse_what_is_the_windows(asked)
    from hamstring_gui.commands.history import write_export
    from hamstring_gui.commands.history_arguments import format_meant

    _refuse_own(asked.output, _paths(asked))
    try:
        form = format_meant(asked.format, asked.output)
    except ValueError as error:
        raise _Refusal(str(error)) from error
    paths = _paths_of_history(asked)
    if form == "pdf":
        return _export_summary(asked, paths)
    if asked.weeks is not None:
        raise _Refusal("--weeks is for --format pdf: JSON and CSV are of the whole history")
    with _output(asked.output) as out:
        write_export(paths.database, form, out)
    if asked.format is None and Path(asked.output or "").suffix.lower() not in ("", f".{form}"):
        _said(f"{asked.output}: written as {form.upper()}", 0)
    return 0


def _export_summary(asked: argparse.Namespace, paths: Paths) -> int:
    if asked.output in (None, "-"):
        raise _Refusal("--format pdf: give a file with -o FILE")
    from hamstring_gui.commands.history import summary_of

    with explaining_qt("the summary can't be drawn"):
        data = summary_of(paths, asked.weeks)
    with _output(asked.output) as out:
        out.buffer.write(data)
    return 0


def _import(asked: argparse.Namespace) -> int:
    _refuse_what_is_the_windows(asked)
    from hamstring_gui.commands.history import import_file

    paths = _paths_of_data(asked)
    try:
        with _output(None) as out:
            import_file(Path(asked.file), paths, out, dry_run=asked.dry_run, habits=asked.habits)
    except ValueError as error:
        raise _Refusal(str(error)) from error
    return 0


def _doctor(asked: argparse.Namespace) -> int:
    """Nothing is mended on the way: it is looked at as it is."""
    _refuse_what_is_the_windows(asked)
    from hamstring_gui.program.doctor import report

    found = report(_paths(asked))
    with _output(None) as out:
        out.write(found.text)
    return 0 if found.is_well else PROBLEM


def _stats(asked: argparse.Namespace) -> int:
    _refuse_what_is_the_windows(asked)
    from hamstring_gui.commands.history import StatsWish, stats, write_stats

    paths = _paths_of_history(asked)
    found = stats(paths, StatsWish(asked.weeks, asked.today, asked.first_day, asked.goal))
    with _output(None) as out:
        write_stats(found, out, as_json=asked.as_json)
    return 0


def _back_up(asked: argparse.Namespace) -> int:
    _refuse_what_is_the_windows(asked)
    from hamstring_gui.commands.backup import back_up, file_meant

    try:
        file = file_meant(asked.output)
    except ValueError as error:
        raise _Refusal(str(error)) from error
    if file is not None:
        _refuse_own(str(file), _paths(asked))
    with _output(None) as out:
        back_up(_paths_of_data(asked), file, out)
    return 0


def _restore(asked: argparse.Namespace) -> int:
    _refuse_what_is_the_windows(asked)
    from hamstring_gui.commands.backup import can_ask, restore

    if not (asked.yes or can_ask()):
        raise _Refusal("restore: nobody can be asked here whether everything is to be replaced; say so with --yes")
    with _output(None) as out:
        return 0 if restore(Path(asked.file), _paths_of_data(asked), out, sure=asked.yes) else PROBLEM


def _share(asked: argparse.Namespace) -> int:
    _refuse_what_is_the_windows(asked)
    from hamstring_gui.commands import share

    paths = _paths_of_data(asked)
    with _output(None) as out:
        if asked.for_window:
            share.share_for_window(paths, out, changed_here=asked.for_window == "all")
        elif asked.stop:
            share.stop(paths)
        elif asked.folder is not None:
            share.set_folder(paths, Path(asked.folder))
        elif asked.now:
            share.share_now(paths, out)
        else:
            share.tell(paths, out)
    return 0


def _paths_of_history(asked: argparse.Namespace) -> Paths:
    """The paths, for reading; a folder that was named and isn't there is worth a word."""
    paths = _paths_of_data(asked)
    if asked.data_dir is not None and not paths.data.exists():
        _said(f"{paths.data}: there is no such folder, so the history is empty", 0)
    return paths


def _refuse_own(name: str | None, paths: Paths) -> None:
    """Nothing is written over the history, or another file of the program's own."""
    from hamstring_gui.storage.own_files import why_not

    if name not in (None, "-") and (reason := why_not(Path(name or ""), paths)):
        raise _Refusal(reason)


@contextmanager
def _output(name: str | None) -> Iterator[TextIO]:
    """Standard output, or the file of that name, written whole or not at all."""
    if name is None or name == "-":
        if sys.stdout is None:
            raise StorageError("there is no standard output; give a file with -o FILE")
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        with _printing():
            yield sys.stdout
        return
    from hamstring_gui.storage.replacing import replacing

    try:
        with replacing(Path(name)) as out:
            yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StorageError(f"{name}: {plain(error)}") from error


@contextmanager
def _printing() -> Iterator[None]:
    """Say what is wrong with standard output now, and keep the interpreter from saying it again when it ends."""
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except OSError as error:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise StorageError(f"standard output: {plain(error)}") from error


def _said(sentence: str, status: int) -> int:
    tell(sentence)
    return status
