"""Pictures, shared files and zips of strangers, read in a process of its own that has little time and memory.

The program calls `picture_of`, `shared_in` and `loop_files`; those run this file as a script, which reads the file
by its path and writes what was in it, made harmless, to its standard output: pieces, each of a line of JSON and the
bytes that it announces. It has `MOST_CPU_SECONDS` for each picture, may not write, and SVGs are drawn in yet another
process (`desktop.draw_picture`). Meanwhile the program lives (`storage.pulse`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from hamstring_gui.desktop.draw_picture import draw, limit_process
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.exercise_file import read_exercise
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage import loop_zip
from hamstring_gui.storage.bundle import SharedExercise, read_bundle
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.exercise_text import write_exercise
from hamstring_gui.storage.pictures import Picture, take_in
from hamstring_gui.storage.pulse import Pulse, no_pulse, paced
from hamstring_gui.storage.routine_bundle import is_routine_bundle, read_routine_parts, routine_of
from hamstring_gui.storage.toml_file import explained_reading, parse

MOST_CPU_SECONDS = 2
"""For each picture."""
MOST_SILENT_SECONDS = 20.0
"""Without a piece, on a machine that is busy with other things."""
MOST_DATA = 180_000_000
"""Bytes of its own; libraries take 15 MB more."""
MOST_ADDRESSES = 700_000_000
MOST_OUT = 150_000_000
TOO_MUCH = "this takes too much time or memory to be read"
_ROOT = str(Path(__file__).absolute().parents[2])

Piece = tuple[dict[str, Any], bytes]
Shared = tuple[Routine | None, tuple[SharedExercise, ...]]


def picture_of(path: Path, pulse: Pulse = no_pulse) -> Picture:
    """The picture of a file of somebody's, ready to be stored. Raises `StorageError`."""
    ((head, data),) = _pieces("picture", path, pulse)
    return Picture(data, head["ending"])


def shared_in(path: Path, exercises: Mapping[str, Exercise], pulse: Pulse = no_pulse) -> Shared:
    """The exercise of a shared file; or its routine, with those that come with it. Raises `StorageError`.

    `exercises` are those that are known here.
    """
    texts: dict[str, bytes] = {}
    pictures: dict[str, dict[str, Picture]] = {}
    sent: dict[str, dict[str, str]] = {}
    routine = None
    for head, data in _pieces("shared", path, pulse):
        key = head.get("exercise")
        if key is None:
            routine = data
        elif "picture" in head:
            pictures[key][head["picture"]] = Picture(data, head["ending"])
            sent[key][head["picture"]] = head["as_sent"]
        else:
            texts[key], pictures[key], sent[key] = data, {}, {}
    shared = []
    for key, text in texts.items():
        with explained_reading(path):
            exercise = read_exercise("", parse(text.decode(), path))
        shared.append(SharedExercise(key, exercise, pictures[key], sent[key]))
    return None if routine is None else routine_of(routine, shared, exercises, path), tuple(shared)


def loop_files(path: Path, pulse: Pulse = no_pulse) -> Iterator[tuple[str, bytes]]:
    """The files of a zip of Loop's, those of them that are read. Raises `StorageError`."""
    for head, data in _pieces("loop", path, pulse):
        yield head["name"], data


def _pieces(what: str, path: Path, pulse: Pulse) -> list[Piece]:
    """All that the process says of a file. Raises `StorageError`."""
    command = [sys.executable, "-P", __file__, what, str(path.absolute()), str(path)]
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": _ROOT},
        )  # fmt: skip
    except (OSError, ValueError) as error:
        raise StorageError(f"{path}: this can't be read: {getattr(error, 'strerror', None) or error}") from error
    hearer = _Hearer(process)
    try:
        while hearer.is_alive():
            hearer.join(0.02)
            pulse(hearer.share)
            if time.monotonic() > hearer.heard_at + MOST_SILENT_SECONDS:
                raise StorageError(f"{path}: {TOO_MUCH}")
    finally:
        process.kill()
        process.wait()
        hearer.join()
    if hearer.refusal is None:
        raise StorageError(f"{path}: {TOO_MUCH}")
    if hearer.refusal:
        raise StorageError(hearer.refusal)
    return hearer.pieces


class _Hearer(threading.Thread):
    """Takes in what the process says while it works. `refusal` is why it gave up; `None` while that isn't known."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        assert process.stdout is not None
        self._out: IO[bytes] = process.stdout
        self.pieces: list[Piece] = []
        self.share: float | None = None
        self.refusal: str | None = None
        self.heard_at = time.monotonic()
        self.start()

    def run(self) -> None:
        with self._out, suppress(ValueError, KeyError, OSError):
            self._listen()

    def _listen(self) -> None:
        left = MOST_OUT
        while line := self._out.readline(100_000):
            head = json.loads(line)
            self.heard_at = time.monotonic()
            if "share" in head:
                self.share = head["share"]
            elif "refusal" in head:
                self.refusal = head["refusal"]
                return
            else:
                size = head.pop("size")
                left -= size
                data = self._out.read(size) if left >= 0 else b""
                if len(data) < size:
                    return
                self.pieces.append((head, data))


# -- in the process of its own -----------------------------------------------------------------------------------------
def main() -> None:
    what, path, called = sys.argv[1:]
    out = sys.stdout.buffer
    refusal = ""
    _breathe(None)
    try:
        for head, data in _JOBS[what](Path(path)):
            out.write(json.dumps(head | {"size": len(data)}).encode() + b"\n" + data)
    except StorageError as error:
        refusal = str(error).replace(path, called)
    except MemoryError:
        refusal = f"{called}: {TOO_MUCH}"
    _say(refusal=refusal)


def _breathe(share: float | None) -> None:
    """Say how much is done, and have time for one picture more."""
    _say(share=share)
    limit_process(MOST_ADDRESSES, MOST_DATA, int(time.process_time()) + 1 + MOST_CPU_SECONDS, hard_cpu=False)


def _say(**head: object) -> None:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n")
    sys.stdout.buffer.flush()


def _picture(path: Path) -> Iterator[Piece]:
    picture = take_in(path, draw)
    yield {"ending": picture.ending}, picture.data


def _shared(path: Path) -> Iterator[Piece]:
    if is_routine_bundle(path):
        routine, shared = read_routine_parts(path, draw, _breathe)
        yield {}, routine
    else:
        shared = (read_bundle(path, draw, _breathe),)
    for one in shared:
        yield {"exercise": one.id}, write_exercise(one.exercise).encode()
        for name, picture in one.pictures.items():
            about = {"exercise": one.id, "picture": name, "ending": picture.ending, "as_sent": one.as_sent[name]}
            yield about, picture.data


def _loop(path: Path) -> Iterator[Piece]:
    for name, data in paced(loop_zip.loop_files(path), _breathe):
        yield {"name": name}, data


_JOBS = {"picture": _picture, "shared": _shared, "loop": _loop}


if __name__ == "__main__":
    main()
