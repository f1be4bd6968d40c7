"""The pictures of "Your hamstrings": somebody who stands, and two pelves in profile with what is to be seen named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.pelvis import PULLED, UPRIGHT, WORLD, Marks, Posture, marks, paint_pelvis
from hamstring_gui.figure.standing import WORLD as STANDING_WORLD
from hamstring_gui.figure.standing import paint_standing
from hamstring_gui.ui.controls.buttons import WRAP_FROM_TOP
from hamstring_gui.ui.controls.figure_view import FigureView, body_of
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import BODY, GAP, SMALL, TIGHT, letters, theme_of

STANDING_WIDTH, SITTING = 84, (150, 200)
WIDEST_BODY, LEAST_BODY = 240, 120
"""Px of somebody who stands, and of a pelvis at most and at least."""
LINE, DOT, ROUND = 1.2, 2.0, 1.2
"""Px of the lines that lead to what is named, of their ends, and of the ground round both: they lie on bones too."""
LABELS_SHARE = 0.23
"""Of the width, what the words on each side have; px between words and picture, and between words."""

Told = tuple[QPointF, str]


class StandingFigure(Scaled, QWidget):
    """Somebody with the hamstring lit, or with the line along the back of the body."""

    def __init__(self, shows: Literal["hamstring", "line"]) -> None:
        super().__init__()
        self._shows = shows
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self.px(STANDING_WIDTH)
        return QSize(width, round(width * STANDING_WORLD.height() / STANDING_WORLD.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_for(theme_of(self.palette()).dark, body_of(self))
        painter, shows = QPainter(self), self._shows
        paint_standing(painter, QRectF(self.rect()), look, lit=shows == "hamstring", line=shows == "line")


class Sitting(Scaled, FigureView):
    """An exercise's figure in little room."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.px(SITTING[0]), self.px(SITTING[1]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def apart(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Where things of these heights begin, each as near to where it is wanted as the others, and the room, allow."""
    tops: list[float] = []
    for top in wanted:
        tops.append(max(top, tops[-1] + heights[len(tops) - 1] + TIGHT if tops else 0.0, 0.0))
    below = room
    for number in reversed(range(len(tops))):
        tops[number] = min(tops[number], below - heights[number])
        below = tops[number] - TIGHT
    return tops


class Pelves(Scaled, QWidget):
    """An upright pelvis beside one that is pulled backward; each under its name, and words that name what is seen."""

    def __init__(self) -> None:
        super().__init__()
        self._room = 10_000
        self.setObjectName("pelves")
        self.setAccessibleName(self.tr("Two pelves in profile"))
        self.setAccessibleDescription(
            self.tr(
                "On the left an upright pelvis: the low back keeps its curve. On the right one that tight hamstrings "
                "pull backward at the sit bone: the low back is flat. The hamstring runs from the sit bone to below "
                "the knee."
            )
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(self.px(560), self.heightForWidth(self.px(560)))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 200)

    def heightForWidth(self, width: int) -> int:
        _, across = self._widths(width)
        return round(self._titles_height(across, width) + across * WORLD.height() / WORLD.width())

    def set_room(self, height: int) -> None:
        """Be no higher than what shows at once (px): spine and sit bone are to be seen together."""
        if height != self._room:
            self._room = height
            self.updateGeometry()
            self.update()

    def _widths(self, width: float) -> tuple[float, float]:
        """Of the words on each side, and of each picture."""
        words = width * LABELS_SHARE
        across = min(self.px(WIDEST_BODY), (width - 2 * words - 3 * GAP) / 2)
        for _ in range(2):  # its title may take more lines then
            high = self._room - self._titles_height(across, width)
            across = min(across, max(LEAST_BODY, high * WORLD.width() / WORLD.height()))
        return words, across

    def _titles(self) -> tuple[str, str]:
        return self.tr("Upright: the low back keeps its curve"), self.tr("Pulled backward: the low back is flat")

    def _titles_height(self, across: float, width: float) -> float:
        return self._highest_title(self._title_room(across, width)) + GAP

    def _title_room(self, across: float, width: float) -> float:
        """As wide as its picture, or as half of it all where its lines would be of single words."""
        two_lines = 2.1 * QFontMetricsF(letters(BODY * self.scale, 600)).lineSpacing()
        return across if self._highest_title(across) <= two_lines else (width - GAP) / 2

    def _highest_title(self, across: float) -> float:
        metrics, room = QFontMetricsF(letters(BODY * self.scale, 600)), QRectF(0, 0, across, 10_000)
        return max(metrics.boundingRect(room, WRAP_FROM_TOP, title).height() for title in self._titles())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        look = look_for(theme.dark, body_of(self))
        words, across = self._widths(self.width())
        top, middle = self._titles_height(across, self.width()), self.width() / 2
        title_room = self._title_room(across, self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = QRectF(middle - GAP / 2 - across, top, across, self.height() - top)
        right = left.translated(across + GAP, 0)
        for place, posture, title in zip((left, right), (UPRIGHT, PULLED), self._titles(), strict=True):
            paint_pelvis(painter, place, posture, look)
            painter.setPen(theme.ink)
            painter.setFont(letters(BODY * self.scale, 600))
            flags = Qt.AlignmentFlag.AlignHCenter.value | WRAP_FROM_TOP
            under = place.left() if title_room == across else 0.0 if place is left else middle + GAP / 2
            painter.drawText(QRectF(under, 0, title_room, top), flags, title)
        self._name(painter, self._parts(left, UPRIGHT), left.left() - GAP - words, words, left=True)
        self._name(painter, self._pulled(right, PULLED), right.right() + GAP, words, left=False)

    def _parts(self, place: QRectF, posture: Posture) -> Sequence[Told]:
        at: Marks = marks(place, posture)
        return (
            (at.spine, self.tr("Lumbar vertebrae")), (at.crest, self.tr("Iliac crest")),
            (at.sacrum, self.tr("Sacrum")), (at.sit_bone, self.tr("Sit bone")),
            (at.hamstring, self.tr("Hamstring")), (at.fibula, self.tr("Its end below the knee")),
        )  # fmt: skip

    def _pulled(self, place: QRectF, posture: Posture) -> Sequence[Told]:
        at: Marks = marks(place, posture)
        return (
            (at.curve, self.tr("The low back bears more")),
            (at.front, self.tr("The pelvis tips backward")),
            (at.hip, self.tr("Hip joint")), (at.belly, self.tr("The tight hamstring pulls at the sit bone")),
        )  # fmt: skip

    def _name(self, painter: QPainter, told: Sequence[Told], x: float, width: float, *, left: bool) -> None:
        """Words in a column beside the picture, each at the height of what it names, or below the words before."""
        theme = theme_of(self.palette())
        font = letters(SMALL * self.scale)
        metrics = QFontMetricsF(font)
        side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        flags = side.value | Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
        heights = [metrics.boundingRect(QRectF(0, 0, width, 10_000), flags, words).height() for _, words in told]
        wanted = [at.y() - height / 2 for (at, _), height in zip(told, heights, strict=True)]
        tops = apart(wanted, heights, self.height())
        for (at, words), top, height in zip(told, tops, heights, strict=True):
            edge = QPointF(x + width + 3 if left else x - 3, top + height / 2)
            self.lead(painter, edge, at)
            painter.setFont(font)
            painter.setPen(theme.ink)
            painter.drawText(QRectF(x, top, width, height + 1), flags, words)

    def lead(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        """Paint a line to what is named."""
        theme = theme_of(self.palette())
        for ink, more in ((look_for(theme.dark).room.panel, ROUND), (theme.ink, 0.0)):
            painter.setPen(QPen(ink, (LINE + 2 * more) * self.scale))
            painter.drawLine(start, end)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            radius = (DOT + LINE / 2 + more) * self.scale
            painter.drawEllipse(end, radius, radius)
