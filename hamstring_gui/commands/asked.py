"""What all commands share: how one refuses, which folders are meant, where the output goes.

Exit status: 0 done, 1 a problem (one sentence on standard error), 2 something was asked for that makes no sense, 130
interrupted, 141 whoever read the output went away.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from hamstring_gui.storage.errors import StorageError, plain, tell
from hamstring_gui.storage.paths import UNFINISHED, Paths

if TYPE_CHECKING:
    from hamstring_gui.storage.changeover import Mended

PROBLEM, USAGE, INTERRUPTED, READER_GONE = 1, 2, 130, 141


class Refusal(Exception):
    """Something was asked for that makes no sense."""


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Refusal(f"{message}; see hamstring-gui --help")


def folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("DIR must not be empty")
    return Path(text)


def paths_of(asked: argparse.Namespace) -> Paths:
    try:
        return Paths.standard() if asked.data_dir is None else Paths.under(asked.data_dir)
    except OSError as error:  # a relative folder, and the working folder is gone
        raise StorageError(f"{asked.data_dir}: {plain(error)}") from error


def mended(paths: Paths) -> Mended | None:
    """End what was interrupted while one's data gave way to other data. Raises `StorageError`."""
    try:
        if not any(name.startswith(UNFINISHED) for name in os.listdir(paths.data)):
            return None
    except OSError:  # whoever reads there says so
        return None
    from hamstring_gui.storage.changeover import mend

    return mend(paths.data, paths.config, paths.logs)


def paths_of_data(asked: argparse.Namespace) -> Paths:
    """The paths, once nothing there is half done."""
    paths = paths_of(asked)
    if found := mended(paths):
        what = "deleting everything" if found.deleting else "restoring a backup"
        done = "deleted" if found.deleting else "as they were restored"
        if found.anew:
            what, done = "keeping the history aside", f"as in the new history, and the one before is in {found.aside}"
        now = "as they were before" if found.outcome != "done" else done
        said(f"{paths.data}: {what} was interrupted; the data are {now}", 0)
    return paths


def paths_of_history(asked: argparse.Namespace) -> Paths:
    """The paths, for reading; a folder that was named and isn't there is worth a word."""
    paths = paths_of_data(asked)
    if asked.data_dir is not None and not paths.data.exists():
        said(f"{paths.data}: there is no such folder, so the history is empty", 0)
    return paths


def refuse_what_is_the_windows(asked: argparse.Namespace) -> None:
    if asked.start is not None or asked.fullscreen or asked.theme is not None:
        raise Refusal(f"--start, --fullscreen and --theme belong to the window, not to {asked.command}")


def refuse_own(name: str | None, paths: Paths) -> None:
    """Nothing is written over the history, or another file of the program's own."""
    from hamstring_gui.storage.own_files import why_not

    if name not in (None, "-") and (reason := why_not(Path(name or ""), paths)):
        raise Refusal(reason)


@contextmanager
def output(name: str | None) -> Iterator[TextIO]:
    """Standard output, or the file of that name, written whole or not at all."""
    if name is None or name == "-":
        if sys.stdout is None:
            raise StorageError("there is no standard output; give a file with -o FILE")
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        with printing():
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
def printing() -> Iterator[None]:
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


def said(sentence: str, status: int) -> int:
    tell(sentence)
    return status
