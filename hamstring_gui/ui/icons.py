"""Our own icons (`assets/icons/*.svg`), drawn sharp at any size in any colour."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_FOLDER = "hamstring_icons"


def set_icons(application: QCoreApplication, folder: Path) -> None:
    """Where they lie. The application knows it, as its palette knows the theme."""
    application.setProperty(_FOLDER, str(folder))


@lru_cache(maxsize=64)
def icon_pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The icon `size` device-independent pixels wide, its black strokes in `colour` (`#RRGGBB`)."""
    renderer = QSvgRenderer(_file(name).read_text("utf-8").replace("#000000", colour).encode())
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def paint_icon(painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
    ratio = painter.device().devicePixelRatio()
    size = round(min(rect.width(), rect.height()))
    pixmap = icon_pixmap(name, colour.name(), size, ratio)
    painter.drawPixmap(round(rect.center().x() - size / 2), round(rect.center().y() - size / 2), pixmap)


def set_window_icon() -> None:
    """Give all windows the program's icon, now and later."""
    from PySide6.QtGui import QIcon  # which brings a hundred names of theme icons

    QGuiApplication.setWindowIcon(QIcon(str(_file("hamstring"))))


def _file(name: str) -> Path:
    application = QCoreApplication.instance()
    assert application is not None
    return Path(str(application.property(_FOLDER)), f"{name}.svg")
