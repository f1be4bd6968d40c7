"""The log: warnings go to standard error, and to a small file that is made when there is something to write."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

MOST_BYTES = 200_000
OLDER_FILES = 2
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_logging(log_file: Path) -> None:
    """Log warnings and worse from now on. A log file that can't be written is said once; the program goes on."""
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    for handler in (logging.StreamHandler(), _LogFile(log_file)):
        handler.setFormatter(logging.Formatter(_FORM))
        root.addHandler(handler)


class _LogFile(logging.Handler):
    """A rotating file whose folder, and whose code (10 ms to import), are fetched with the first record."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self._file is None:
                self._file = self._opened()
            self._file.emit(record)
        except OSError as error:
            self._give_up(error)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        class Rotating(RotatingFileHandler):
            def handleError(self, record: logging.LogRecord) -> None:
                error = sys.exc_info()[1]
                if isinstance(error, OSError):
                    raise error
                super().handleError(record)

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = Rotating(self._path, maxBytes=MOST_BYTES, backupCount=OLDER_FILES, encoding="utf-8")
        file.setFormatter(self.formatter)
        return file

    def _give_up(self, error: OSError) -> None:
        self.setLevel(logging.CRITICAL + 1)
        logging.getLogger(__name__).warning("%s can't be written (%s); going on without it", self._path, error)
