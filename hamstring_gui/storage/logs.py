"""The log: warnings go to standard error, and to a small file that is made when there is something to write."""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 200_000
OLDER_FILES = 2


class _Writable(logging.Formatter):
    """Names of files that are not UTF-8 are in a message as halves of surrogate pairs, which no file takes."""

    def format(self, record: logging.LogRecord) -> str:
        return super().format(record).encode("utf-8", "backslashreplace").decode("utf-8")


_FORM = _Writable("%(asctime)s %(levelname)s %(name)s: %(message)s")


def start_logging(log_file: Path) -> None:
    """Log warnings and worse from now on. A log file that can't be made is said once; the program goes on."""
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    for handler in (logging.StreamHandler(), _ToBeMade(log_file)):
        handler.setFormatter(_FORM)
        root.addHandler(handler)


class _ToBeMade(logging.Handler):
    """Makes a rotating file with the first record and gives way to it: few starts need it and its 10 ms of imports."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        from logging.handlers import RotatingFileHandler

        class UntilItFails(RotatingFileHandler):
            """On a disk that is full, a sentence instead of logging's own traceback."""

            def handleError(self, record: logging.LogRecord) -> None:
                error = sys.exc_info()[1]
                if isinstance(error, OSError):
                    _go_on_without(self, self.baseFilename, error)
                else:
                    super().handleError(record)

        root = logging.getLogger()
        root.handlers = [one for one in root.handlers if one is not self]  # anew: the others hear this record too
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = UntilItFails(self._path, maxBytes=MOST_BYTES, backupCount=OLDER_FILES, encoding="utf-8")
        except OSError as error:
            _go_on_without(self, self._path, error)
            return
        file.setFormatter(_FORM)
        root.addHandler(file)
        file.handle(record)


def _go_on_without(handler: logging.Handler, path: Path | str, error: OSError) -> None:
    logging.getLogger().removeHandler(handler)
    with suppress(OSError):
        handler.close()
    logging.getLogger(__name__).warning("%s can't be written (%s); going on without it", path, error)
