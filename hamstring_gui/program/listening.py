"""A local socket that answers lines: by Qt on Windows, elsewhere by Python's own, since QtNetwork takes 3 MB."""

from __future__ import annotations

import logging
import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QSocketNotifier

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

log = logging.getLogger(__name__)

MOST_BYTES = 1_000_000
Hear = Callable[[bytes, Callable[[bytes], object]], None]
"""Gets a line, and what sends an answer."""


class UnixListener(QObject):
    """Where `QLocalSocket` looks for one of that name; only this user can say anything to it."""

    def __init__(self, name: str, hear: Hear, parent: QObject) -> None:
        super().__init__(parent)
        self._path = name if os.path.isabs(name) else f"{QDir.tempPath()}/{name}"
        self._hear = hear
        self._callers: set[_Caller] = set()
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_called)
        try:
            with suppress(FileNotFoundError):
                os.unlink(self._path)  # left behind by one that crashed
            self._socket.bind(self._path)
            os.chmod(self._path, 0o600)  # nobody can call before it listens
            self._socket.setblocking(False)
            self._socket.listen()
        except OSError as error:
            log.warning("later starts can't be heard: %s", error)
            self._stop()

    def _on_called(self) -> None:
        with suppress(OSError):  # whoever called has gone again
            caller = _Caller(self._socket.accept()[0], self._hear, self)
            caller.over = lambda: self._callers.discard(caller)
            self._callers.add(caller)

    def _stop(self) -> None:
        self._notifier.setEnabled(False)
        self._socket.close()

    def close(self) -> None:
        """Harmless when done twice."""
        for caller in tuple(self._callers):
            caller.close()
        if self._socket.fileno() >= 0:
            self._stop()
            with suppress(OSError):
                os.unlink(self._path)


class _Caller:
    """Whoever called, until it goes, or says too much."""

    def __init__(self, connection: socket.socket, hear: Hear, parent: QObject) -> None:
        self._connection, self._hear = connection, hear
        self._said = b""
        self.over: Callable[[], None] = lambda: None
        connection.setblocking(False)
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, parent)
        self._notifier.activated.connect(self._on_ready)

    def _on_ready(self) -> None:
        try:
            said = self._connection.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            said = b""
        *lines, self._said = (self._said + said).split(b"\n")
        for line in lines:
            self._hear(line, self._send)
        if not said or len(self._said) > MOST_BYTES:
            self.close()

    def _send(self, answer: bytes) -> None:
        with suppress(OSError):
            self._connection.sendall(answer)

    def close(self) -> None:
        """Harmless when done twice, as when what was heard ends it all."""
        if self._connection.fileno() < 0:
            return
        self._notifier.setEnabled(False)
        self._notifier.deleteLater()
        self._connection.close()
        self.over()


class QtListener(QObject):
    """The same by Qt."""

    def __init__(self, name: str, hear: Hear, parent: QObject) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._hear = hear
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(name)  # left behind by one that crashed
        if not self._server.listen(name):
            log.warning("later starts can't be heard: %s", self._server.errorString())

    def _on_connection(self) -> None:
        while caller := self._server.nextPendingConnection():
            caller.readyRead.connect(lambda one=caller: self._on_ready(one))
            caller.disconnected.connect(caller.deleteLater)
            self._on_ready(caller)

    def _on_ready(self, caller: QLocalSocket) -> None:
        if caller.bytesAvailable() > MOST_BYTES:
            caller.abort()
        elif caller.canReadLine():
            self._hear(
                bytes(caller.readLine(MOST_BYTES).data()), lambda answer: caller.write(answer) and caller.flush()
            )

    def close(self) -> None:
        self._server.close()


LISTENER: type[UnixListener] | type[QtListener] = QtListener if sys.platform == "win32" else UnixListener
