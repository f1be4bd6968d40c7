"""The filter of the whole application, and how to make what it is not to hear of.

A scrolling area has a gesture manager, a class of Qt's own. To tell a filter in Python of it, PySide looks for the
nearest class that it knows, and makes all of Qt's classes for that: 4 MB of which a session and Today need nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QObject

_filters: list[QObject] = []


def listen(listener: QObject) -> None:
    """Have a filter hear of all events of the application, until it is to `listen_no_more`."""
    _filters.append(listener)
    _application().installEventFilter(listener)


def listen_no_more(listener: QObject) -> None:
    """Harmless when done twice."""
    if listener in _filters:
        _filters.remove(listener)
        _application().removeEventFilter(listener)


@contextmanager
def unheard() -> Iterator[None]:
    """Nobody hears of what comes to be in here."""
    for listener in _filters:
        _application().removeEventFilter(listener)
    try:
        yield
    finally:
        for listener in _filters:
            _application().installEventFilter(listener)


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application
