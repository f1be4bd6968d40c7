"""Pictures that are seen again and again, a repetition's or a breath's: each is painted once, and kept.

Of the first one all is kept; of the others, what differs from it, and packed: so much of that is even that a twentieth
of the room holds it. To unpack it takes a twentieth of the time that painting does.
"""

from __future__ import annotations

import zlib

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBitmap, QColor, QImage, QPainter, QRegion, QTransform

from hamstring_gui.domain.exercise import Pose, Scene
from hamstring_gui.domain.guidance import Shown
from hamstring_gui.domain.moving import blend
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure.look import Look
from hamstring_gui.figure.picture import Frame, box_in, paint

MOST_BYTES, MOST_PICTURES = 12_000_000, 2
"""All that is kept takes no more than that, or than so many pictures take that aren't packed. What doesn't go in any
more is painted each time, and nothing else is done with it."""
QUICKLY, NO_CHECKSUM = 3, -15
"""How zlib packs."""
PACKED = QImage.Format.Format_ARGB32_Premultiplied
SAME = QColor("black").rgb()

Key = tuple[int, int, float, float, float]


@dataclass(frozen=True, slots=True)
class Seen:
    """All that the pictures of a figure have in common: where and how they are painted, on what ground."""

    target: QRectF
    frame: Frame
    scene: Scene
    mirrored: bool
    look: Look
    ground: QColor


@dataclass(frozen=True, slots=True)
class Part:
    """Where a picture differs from the first one, in points; what is there, packed, and where in pixels that goes."""

    points: QRect
    packed: bytes
    at: QPoint
    width: int
    height: int


class Kept:
    """The pictures that were painted until now, for a device whose pixels lie as those of the first painter.

    `points` is where they are, and cover all.
    """

    def __init__(self, painter: QPainter, seen: Seen) -> None:
        self._device, self._seen = painter.deviceTransform(), seen
        self._back = self._device.inverted()[0]
        self.points = box_in(seen.target, seen.frame)
        area = self._device.mapRect(QRectF(self.points)).toAlignedRect()
        self._corner, self._size = area.topLeft(), area.size()
        self._first: QImage | None = None
        self._poses: dict[int, tuple[int, Pose]] = {}
        self._parts: dict[Key, Part] = {}
        self._is_full = False
        self._left = max(MOST_BYTES, MOST_PICTURES * 4 * area.width() * area.height())

    def lies_as(self, painter: QPainter) -> bool:
        """Whether pixels are where they are for a painter."""
        return painter.deviceTransform() == self._device

    def find(self, shown: Shown) -> Part | None:
        """What a moment's picture has of its own, if it is kept."""
        return self._parts.get(self._key(shown))

    def put(self, painter: QPainter, part: Part) -> None:
        """Paint a picture that is kept, with a painter that painted nothing yet and paints nothing more."""
        assert self._first is not None
        painter.setTransform(self._back)
        painter.drawImage(self._corner, self._first)
        if part.packed:
            width, height = part.width, part.height
            pixels = zlib.decompress(part.packed, NO_CHECKSUM, 4 * width * height)
            painter.drawImage(part.at, QImage(pixels, width, height, 4 * width, PACKED))

    def paint(self, painter: QPainter, shown: Shown) -> None:
        """Paint a moment, as `picture.paint` does, where its ground is; and keep it, if there is room."""
        if self._is_full:
            self._paint_moment(painter, shown)
            return
        image = self._paint_anew(shown)
        self._keep(self._key(shown), image)
        painter.setTransform(self._back)
        painter.drawImage(self._corner, image)

    def _key(self, shown: Shown) -> Key:
        """What a picture depends on; the way back is the way there."""
        assert shown.start is not None
        assert shown.end is not None
        start, end = self._number(shown.start), self._number(shown.end)
        progress = shown.progress
        if progress in (0.0, 1.0):
            start, end, progress = (end, end, 1.0) if progress else (start, start, 1.0)
        elif start > end:
            start, end, progress = end, start, 1.0 - progress
        return start, end, round(progress, 4), shown.lit, shown.breath

    def _number(self, pose: Pose) -> int:
        """To compare poses by what they are takes long. Those that are known stay, and no other is where they are."""
        return self._poses.setdefault(id(pose), (len(self._poses), pose))[0]

    def _paint_anew(self, shown: Shown) -> QImage:
        image = QImage(self._size, QImage.Format.Format_RGB32)
        image.fill(self._seen.ground)
        with QPainter(image) as painter:
            painter.setTransform(self._device * QTransform.fromTranslate(-self._corner.x(), -self._corner.y()))
            self._paint_moment(painter, shown)
        return image

    def _paint_moment(self, painter: QPainter, shown: Shown) -> None:
        seen = self._seen
        assert shown.start is not None
        assert shown.end is not None
        pose = blend(shown.start, shown.end, shown.progress)
        paint(
            painter, seen.target, seen.frame, pose, seen.scene, seen.look,
            mirrored=seen.mirrored, lit=shown.lit, breath=shown.breath,
        )  # fmt: skip

    def _keep(self, key: Key, image: QImage) -> None:
        if self._first is None:
            self._first = image
            self._left -= image.sizeInBytes()
        box, differing = _differing(self._first, image)
        packing = zlib.compressobj(QUICKLY, wbits=NO_CHECKSUM)
        packed = packing.compress(differing.constBits()) + packing.flush() if not box.isEmpty() else b""
        self._is_full = len(packed) > self._left
        if not self._is_full:
            self._left -= len(packed)
            points = self._back.mapRect(QRectF(box.translated(self._corner))).toAlignedRect()
            self._parts[key] = Part(points, packed, self._corner + box.topLeft(), box.width(), box.height())


def _differing(first: QImage, other: QImage) -> tuple[QRect, QImage]:
    """What of another picture differs from the first one, as large: the box round it, all else in that is clear."""
    both = first.copy()
    with QPainter(both) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(0, 0, other)
    box = QRegion(QBitmap.fromImage(both.createMaskFromColor(SAME, Qt.MaskMode.MaskInColor))).boundingRect()
    mask = both.copy(box).createMaskFromColor(SAME, Qt.MaskMode.MaskOutColor)
    mask.setColorTable([QColor("black").rgb(), QColor("white").rgb()])
    differing = other.copy(box).convertToFormat(PACKED)
    differing.setAlphaChannel(mask.convertToFormat(QImage.Format.Format_Grayscale8))
    return box, differing
