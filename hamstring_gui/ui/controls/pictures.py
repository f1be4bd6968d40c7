"""Pictures from files, for exercises of people's own: read once per size, and painted as large as they fit."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from unicodedata import normalize

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImageIOHandler, QImageReader, QPainter, QPainterPath, QPixmap, QTransform

from hamstring_gui.ui.icons import paint_icon
from hamstring_gui.ui.theme import LIGHT, Theme, letters

ROUND = 10
FORMATS = (b"png", b"jpeg", b"webp")
USUAL_SHAPE = QSizeF(3, 2)
ICON, DISC, INITIAL = 0.32, 0.56, 0.5
"""What stands for a picture, an icon or a disc, over the lesser side of its room; the letter's size over the disc's."""
MOST_PIXELS = 24_000_000
"""Of a picture that somebody put into the folder by hand; those that are taken in have a tenth of it."""
MOST_KEPT = 64_000_000
"""Bytes of pictures that are kept as they were painted."""
_pixmaps: dict[tuple[str, int, int, int, bool], QPixmap | None] = {}
"""By path, time of the file, size in pixels and whether mirrored, in the order of their last use."""


def shape_of(path: str) -> QSizeF:
    """A picture's width and height in its own units; that of a usual photo where it can't be read."""
    return _shape(path, _stamp(path))


def paint_picture(painter: QPainter, target: QRectF, path: str, theme: Theme, *, mirrored: bool) -> None:
    """Paint the picture into the middle of `target`, as large as it fits; an icon where it can't be read."""
    size = shape_of(path).scaled(target.size(), Qt.AspectRatioMode.KeepAspectRatio).toSize()
    pixmap = _kept(path, size * painter.device().devicePixelRatio(), mirrored)
    if pixmap is None:
        paint_without(painter, target, theme)
        return
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(target.center())
    place.moveTopLeft(place.topLeft().toPoint().toPointF())
    edge = QPainterPath()
    edge.addRoundedRect(place, ROUND, ROUND)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    if pixmap.hasAlphaChannel():
        painter.fillPath(edge, LIGHT.card)  # in a dark theme too: what can be seen through is drawn for paper
    painter.setClipPath(edge)
    painter.drawPixmap(place.toRect(), pixmap)
    painter.restore()


def paint_without(painter: QPainter, target: QRectF, theme: Theme, name: str = "") -> None:
    """An exercise of words alone: what its name begins with, on a disc in the middle; without a name, a quiet icon."""
    side = min(target.width(), target.height()) * (DISC if name else ICON)
    place = QRectF(0, 0, side, side)
    place.moveCenter(target.center())
    if not name:
        paint_icon(painter, "picture", theme.hint, place)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.chip)
    painter.drawEllipse(place)
    painter.setPen(theme.chip_ink)
    painter.setFont(letters(side * INITIAL, 600))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, initial_of(name))
    painter.restore()


def initial_of(name: str) -> str:
    """The first letter or digit of a name, large; of a name without any, the first sign."""
    signs = normalize("NFC", name.strip())
    return next(filter(str.isalnum, signs), signs[:1]).upper()[:1]


def _stamp(path: str) -> int:
    """When the file was written: a picture that was replaced is read again."""
    try:
        return Path(path).stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=256)
def _shape(path: str, stamp: int) -> QSizeF:
    reader = _reader(path)
    size = QSizeF(_upright(reader, reader.size())) if reader is not None else QSizeF()
    return size if size.width() > 0 and size.height() > 0 else USUAL_SHAPE


def _kept(path: str, pixels: QSize, mirrored: bool) -> QPixmap | None:
    """The picture in so many pixels, or in fewer where it has no more; the ones used last are kept."""
    key = path, _stamp(path), pixels.width(), pixels.height(), mirrored
    if key not in _pixmaps:
        _pixmaps[key] = _pixmap(path, pixels.expandedTo(QSize(1, 1)), mirrored)
        while len(_pixmaps) > 1 and sum(map(_bytes, _pixmaps.values())) > MOST_KEPT:
            del _pixmaps[next(iter(_pixmaps))]
    _pixmaps[key] = _pixmaps.pop(key)
    return _pixmaps[key]


def _bytes(pixmap: QPixmap | None) -> int:
    return pixmap.width() * pixmap.height() * 4 if pixmap is not None else 0


def _pixmap(path: str, pixels: QSize, mirrored: bool) -> QPixmap | None:
    reader = _reader(path)
    if reader is None:
        return None
    reader.setAutoTransform(True)
    wanted = _upright(reader, pixels)
    if reader.size().width() > wanted.width():
        reader.setScaledSize(wanted)
    image = reader.read()
    if image.isNull():
        return None
    pixmap = QPixmap.fromImage(image)
    return pixmap.transformed(QTransform.fromScale(-1, 1)) if mirrored else pixmap


def _upright(reader: QImageReader, size: QSize) -> QSize:
    """Before a photo is turned upright that a camera held on its side, it is as wide as it will be high."""
    on_its_side = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    return size.transposed() if on_its_side else size


def _reader(path: str) -> QImageReader | None:
    """What reads the picture, if its kind and size are read here: no SVG, whatever its name (docs/adr/0011)."""
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()) not in FORMATS:
        return None
    size = reader.size()
    return reader if size.width() * size.height() <= MOST_PIXELS else None
