"""A figure at rest that breathes: what stands still is painted once and kept, as far as shirt and muscle reach over it.

Shirt and muscle are all that change, several times a second through a whole hold. The shirt is painted anew; of the
muscle, whose colours go evenly from one to another, the whole dim and the whole bright are mixed.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from hamstring_gui.domain.exercise import Pose, Scene
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure import body
from hamstring_gui.figure.look import Look
from hamstring_gui.figure.muscles import lit_muscle
from hamstring_gui.figure.picture import BREATHED_IN, Frame, paint_over, paint_under, place_in, placed

EDGE_PX = 2
"""Beyond what moves."""


@dataclass(frozen=True, slots=True)
class AtRest:
    """A pose that stays, and where and how it is painted."""

    target: QRectF
    frame: Frame
    pose: Pose
    scene: Scene
    mirrored: bool
    lit: float

    def box(self) -> QRect:
        """All that changes with a breath, in the target's pixels."""
        pose, muscle = placed(self.pose, self.scene), self.scene.muscle
        moving = body.shirt_of(pose, 0.0).boundingRect() | body.shirt_of(pose, 1.0).boundingRect()
        if self.lit > 0.0 and muscle is not None:
            for one in (muscle, *body.HELPERS.get(muscle, ())):
                moving |= lit_muscle(pose, one).rim.boundingRect()
        edges = place_in(self.target, self.frame, mirrored=self.mirrored).mapRect(moving).toAlignedRect()
        return edges.adjusted(-EDGE_PX, -EDGE_PX, EDGE_PX, EDGE_PX)


class Breathing:
    """Paints what a breath changes of a figure at rest, on a device whose pixels lie as those of the first one."""

    def __init__(self, painter: QPainter, rest: AtRest, look: Look) -> None:
        self._device, self._rest, self._look = painter.deviceTransform(), rest, look
        self._pose = placed(rest.pose, rest.scene)
        area = self._device.mapRect(QRectF(rest.box())).toAlignedRect()
        self._corner, self._size = area.topLeft(), area.size()
        self._under, self._dim, self._bright, self._mixed = (self._blank() for _ in range(4))
        with self._in_cm(self._under) as under:
            paint_under(under, rest.frame, self._pose, rest.scene, look)
        for image, breath in ((self._dim, 1.0), (self._bright, 0.0)):
            with self._in_cm(image) as over:
                paint_over(over, self._pose, rest.scene, look, rest.lit, rest.lit * (1.0 - BREATHED_IN * breath))

    def is_of(self, painter: QPainter, rest: AtRest, look: Look) -> bool:
        return (painter.deviceTransform(), rest, look) == (self._device, self._rest, self._look)

    def paint(self, painter: QPainter, breath: float) -> None:
        """Paint a moment: as `picture.paint` does, within the box and nowhere else."""
        with QPainter(self._mixed) as mixed:
            mixed.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            mixed.drawImage(0, 0, self._dim)
            mixed.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
            mixed.setOpacity(1.0 - breath)
            mixed.drawImage(0, 0, self._bright)
        points = painter.worldTransform()
        of_pixels = self._device.inverted()[0] * points
        painter.save()
        painter.setTransform(of_pixels)
        painter.drawImage(self._corner, self._under)
        painter.setTransform(points)
        self._set_up(painter)
        body.paint_shirt(painter, self._pose, self._look.person, breath)
        painter.setTransform(of_pixels)
        painter.drawImage(self._corner, self._mixed)
        painter.restore()

    def _blank(self) -> QImage:
        image = QImage(self._size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        return image

    def _in_cm(self, image: QImage) -> QPainter:
        painter = QPainter(image)
        painter.setTransform(self._device * QTransform.fromTranslate(-self._corner.x(), -self._corner.y()))
        self._set_up(painter)
        return painter

    def _set_up(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = place_in(self._rest.target, self._rest.frame, mirrored=self._rest.mirrored)
        painter.setTransform(place, combine=True)
