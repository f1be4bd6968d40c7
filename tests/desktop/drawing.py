"""Draws pictures as `draw_picture` would, each in a process of its own with its limits, forked from one that knows Qt:
what an interpreter and Qt take to start is two thirds of it.

Run as a script: on standard input how many bytes the picture has, how wide it is wanted, and the picture; on standard
output what the process ended with, and how many bytes it said on its standard output and error, and those.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from hamstring_gui.desktop import draw_picture


class Drawing:
    """Stands in for `subprocess.run`, of `draw_picture`'s command only."""

    def __init__(self) -> None:
        command = [sys.executable, "-P", __file__]
        environment = os.environ | draw_picture._ENVIRONMENT
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment)

    def __call__(
        self, command: list[str], *, input: bytes, capture_output: bool, timeout: float, env: dict[str, str]
    ) -> subprocess.CompletedProcess[bytes]:
        python, safe, file, longest_side = command
        assert (python, safe, file) == (sys.executable, "-P", draw_picture.__file__)
        assert env == os.environ | draw_picture._ENVIRONMENT
        asked, said = self._process.stdin, self._process.stdout
        assert asked is not None
        assert said is not None
        asked.write(f"{len(input)} {longest_side}\n".encode() + input)
        asked.flush()
        status, *lengths = map(int, said.readline().split())
        return subprocess.CompletedProcess(command, status, *map(said.read, lengths))

    def close(self) -> None:
        self._process.communicate()


def _drawn(picture: bytes, longest_side: str) -> tuple[int, bytes, bytes]:
    """What `python draw_picture.py` ends with, and says. It may write no file, so that goes through pipes."""
    with tempfile.TemporaryFile() as given:
        given.write(picture)
        given.seek(0)
        (out, out_end), (err, err_end) = os.pipe(), os.pipe()
        pid = os.fork()
        if not pid:
            _be_the_drawer(longest_side, [given.fileno(), out_end, err_end])
    os.close(out_end)
    os.close(err_end)
    with open(out, "rb") as said, open(err, "rb") as complained:
        texts = said.read(), complained.read()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), *texts


def _be_the_drawer(longest_side: str, streams: list[int]) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    sys.argv[1:] = [longest_side]
    status: object = 1
    try:
        draw_picture.main()
    except SystemExit as end:
        status = end.code
    finally:
        sys.stderr.flush()
        os._exit(status if isinstance(status, int) else 1)


def main() -> None:
    from xml.etree import ElementTree  # noqa: F401

    from PySide6 import QtGui, QtSvg  # noqa: F401

    from hamstring_gui.desktop import plain_svg  # noqa: F401

    while asked := sys.stdin.buffer.readline().split():
        length, longest_side = asked
        status, *texts = _drawn(sys.stdin.buffer.read(int(length)), longest_side.decode())
        sys.stdout.buffer.write(b" ".join(b"%d" % n for n in (status, *map(len, texts))) + b"\n" + b"".join(texts))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
