"""A helper that goes without a process of its own where another one's runs: each process is 9 MB."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hamstring_gui.desktop.helper import Helper


class Guest(QObject):
    """In the `host`'s process, if that runs when it is started, otherwise in one of its `own`; also after it `ended`
    in the host's, until it is closed. Its lines, in and out, are JSON objects, which no other lines of the host's are.
    The first one carries `begins_with` and a number, by which the host says which one has ended unasked (see
    `bus_beside`)."""

    line_read = Signal(str)
    failed = Signal()
    ended = Signal()

    def __init__(self, own: Helper, host: Callable[[], Helper], begins_with: dict[str, str]) -> None:
        super().__init__()
        self._own, self._host_of, self._begins_with = own, host, begins_with
        self._host: Helper | None = None
        self._lodges = self._wary = False
        self._lodging = 0
        own.line_read.connect(self.line_read)
        own.failed.connect(self.failed)
        own.ended.connect(self.ended)

    @property
    def is_running(self) -> bool:
        return self._lodges or self._own.is_running

    def start(self) -> None:
        if self.is_running:
            return
        if not self._wary and self._find_host().is_running:
            self._lodges = True
            self._lodging += 1
            self.send(json.dumps({"do": "begin", "lodging": self._lodging, **self._begins_with}))
        else:
            self._own.start()

    def _find_host(self) -> Helper:
        host = self._host_of()
        if host is not self._host:
            self._host = host
            host.line_read.connect(self._on_line_read)
            host.ended.connect(self._on_host_ended)
            host.closed.connect(self._on_host_closed)
        return host

    def send(self, line: str) -> None:
        """Goes nowhere if there is no process."""
        if self._lodges and self._host is not None:
            self._host.send(line)
        else:
            self._own.send(line)

    def close(self) -> None:
        """Harmless when done twice."""
        if self._lodges:
            self.send('{"do": "rest"}')
        self._lodges = self._wary = False
        self._own.close()

    def _on_line_read(self, line: str) -> None:
        if not (self._lodges and line.startswith("{")):
            return
        if line.startswith('{"gone"'):
            if json.loads(line)["gone"] == self._lodging:
                self._on_host_ended()
        else:
            self.line_read.emit(line)

    def _on_host_ended(self) -> None:
        if self._lodges:
            self._lodges, self._wary = False, True
            self.ended.emit()

    def _on_host_closed(self) -> None:
        """On purpose, which is no trouble: the next one begins anew."""
        self._lodges = False
