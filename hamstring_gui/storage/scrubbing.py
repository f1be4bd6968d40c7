"""What may leave this computer: paths and lines of the log without names of people, computers, folders or routines."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path, PurePath

from hamstring_gui.storage.errors import all_reasons
from hamstring_gui.storage.examining import MOST_S, untouched
from hamstring_gui.storage.paths import HISTORY, Paths

HIDDEN = "…"
SHORTEST_NAME = 3
"""Letters of a name that is looked for inside of words, too."""
MOST_OF_THE_LOG = 100_000
LONGEST = 300
"""Letters of a message."""
_OURS = {
    HISTORY, f"{HISTORY}-wal", f"{HISTORY}-shm", "settings.toml", "exercise.toml", "hamstring.log", "tables.json",
    "routines", "exercises", "backups", "cache", "logs",
}  # fmt: skip
_BEGINNING = re.compile(r"(?<![\w.…])(?:<(?:data|config|logs)>|[A-Za-z]:[\\/]|~?[\\/])")
_END = ": |; |$"
_FILE = re.compile(
    rf".*\.(?:toml|sqlite3|zip|json|jsonl|csv|hamstring|png|jpe?g|webp|gif|svg|pdf|log|txt|opus|wav|py)(?={_END})",
    re.IGNORECASE,
)
"""Up to the last name of a file that is in a text: names of folders and files may have what else ends them."""
_GOES_ON = re.compile(r"[^\s>][\\/]")
_QUOTED = re.compile(r"\".*\"|(?<!\w)'.*'(?!\w)|“.*”|‘.*’|«.*»|„.*“")
_LINE = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d+ (WARNING|ERROR|CRITICAL) ([\w.]+): (.*)")
_PLACE = re.compile(r'  File ".*(hamstring_gui[\\/][\w\\/]+\.py)", line (\d+), in (\w+)')
_KIND = re.compile(r"([A-Za-z_][\w.]*)(?::.*)?")


class Scrub:
    """Knows what is personal: whose computer this is, and what routines and exercises are called."""

    def __init__(self, paths: Paths) -> None:
        self._homes = sorted(_homes(), key=len, reverse=True)
        self._whose = _pattern(_whose())
        self._names = _pattern(_named_by_the_user(paths), whole_words=True)
        places = {paths.data: "data", paths.config: "config", paths.logs: "logs"}
        self._places = [(_as_in_the_log(path), f"<{name}>") for path, name in places.items()]

    def path(self, path: PurePath) -> str:
        """With `~` for the home, and `…` for names in it."""
        text = os.fsencode(path).decode("utf-8", "replace")
        for home in self._homes:
            if text == home or text.startswith((f"{home}/", f"{home}\\")):
                text = f"~{text[len(home) :]}"
                break
        return self.without_names(text)

    def without_names(self, text: str) -> str:
        """Of the user and the computer."""
        return self._whose.sub(HIDDEN, text)

    def text(self, text: str) -> str:
        """Paths by where they begin, nothing that was quoted, and no name."""
        for path, place in sorted(self._places, reverse=True):
            text = text.replace(path, place)
        text = self._names.sub(HIDDEN, "".join(_without_paths(text)))
        return self.without_names(_QUOTED.sub(f'"{HIDDEN}"', text))

    def last_of_the_log(self, file: Path, most: int) -> tuple[str, ...]:
        """The last warnings and errors; of tracebacks the places that are ours, and the kind of error."""
        with suppress(OSError):
            if file.is_file():
                with file.open("rb") as opened:
                    opened.seek(max(0, os.fstat(opened.fileno()).st_size - MOST_OF_THE_LOG))
                    lines = opened.read(MOST_OF_THE_LOG).decode("utf-8", "replace").splitlines()
                return tuple(self._told(lines))[-most:]
        return ()

    def _told(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            if found := _LINE.fullmatch(line):
                when, level, where, what = found.groups()
                yield f"{when} {level} {where}: {self.text(what)[:LONGEST]}"
            elif found := _PLACE.match(line):
                yield f"    {found[1]}:{found[2]} in {found[3]}"
            elif (found := _KIND.fullmatch(line)) and found[1].endswith(("Error", "Exception", "Interrupt", "Exit")):
                yield f"    {found[1]}"


def _without_paths(text: str) -> Iterator[str]:
    while found := _BEGINNING.search(text):
        path = text[found.start() :]
        yield text[: found.start()] + _short(re.split(_END, path)[0])
        text = path[_length(path) :]
    yield text


def _length(path: str) -> int:
    """Of the path that a text begins with. Where nobody can tell what is a name and what is said of it, all is."""
    file = _FILE.match(path)
    if file is not None and not _GOES_ON.search(path, file.end()):
        return file.end()
    reason = _reasons().search(path)
    return reason.start() if reason is not None else len(path)


@cache
def _reasons() -> re.Pattern[str]:
    """What is said of paths, by us and by the system."""
    said = {*all_reasons(), *map(os.strerror, errno.errorcode)}
    return re.compile(f"(?:: |; )(?:{'|'.join(map(re.escape, sorted(said, key=len, reverse=True)))})")


def _short(path: str) -> str:
    """A path that begins with one of our places, with the names in it that are ours."""
    place, *parts = re.split(r"[\\/]", path)
    if not place.startswith("<"):
        return HIDDEN
    return "/".join((place, *(part if part in _OURS else HIDDEN for part in parts)))


def _as_in_the_log(path: PurePath) -> str:
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _homes() -> set[str]:
    found = {os.path.expanduser("~"), os.environ.get("HOME", ""), os.environ.get("USERPROFILE", "")}
    with suppress(ImportError, KeyError, OSError):
        import pwd

        found.add(pwd.getpwuid(os.getuid()).pw_dir)
    found |= {os.path.realpath(home) for home in found if home}
    return {home.rstrip("/\\") for home in found} - {"", "~"}


def _whose() -> Iterator[str]:
    """Names of the user and of the computer."""
    import platform

    yield from (os.environ.get(name, "") for name in ("USER", "LOGNAME", "USERNAME", "COMPUTERNAME", "HOSTNAME"))
    yield from (PurePath(home).name for home in _homes())
    with suppress(ImportError, KeyError, OSError):
        import pwd

        whose = pwd.getpwuid(os.getuid())
        yield from (whose.pw_name, *re.split(r"[\s,]+", whose.pw_gecos))
    yield platform.node()
    yield platform.node().partition(".")[0]


def _named_by_the_user(paths: Paths) -> Iterator[str]:
    """What routines and exercises are called, here and in the history, as far as that can be read at a glance."""
    for folder in (paths.routines, paths.exercises):
        with suppress(OSError):
            for name in os.listdir(folder):
                yield PurePath(name).stem
                yield from _quoted_names(folder / name)
    with suppress(sqlite3.Error, OSError, ValueError), untouched(paths.database) as connection:
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        end = time.monotonic() + MOST_S
        connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
        for table, column in (("session", "routine"), ("session", "routine_name"), ("hold", "exercise")):
            yield from (str(name) for (name,) in connection.execute(f"SELECT DISTINCT {column} FROM {table}"))


def _quoted_names(path: Path) -> Iterator[str]:
    file = path / "exercise.toml" if path.is_dir() else path
    with suppress(OSError):
        if file.is_file() and file.stat().st_size < MOST_OF_THE_LOG:
            yield from re.findall(r'(?m)^name\s*=\s*"(.*)"', file.read_text("utf-8", "replace"))


def _pattern(names: Iterable[str], whole_words: bool = False) -> re.Pattern[str]:
    """Finds any of them, the longest first; short ones only as words, or half of every text would be hidden."""
    found = sorted({name.strip() for name in names if len(name.strip()) > 1}, key=len, reverse=True)
    inside = [re.escape(name) for name in found if len(name) >= SHORTEST_NAME and not whole_words]
    words = [re.escape(name) for name in found if whole_words or len(name) < SHORTEST_NAME]
    both = [*inside, *(rf"(?<!\w){word}(?!\w)" for word in words)]
    return re.compile("|".join(both) or r"(?!)", re.IGNORECASE)
