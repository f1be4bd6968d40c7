"""Whether what a page says has the room that it needs: measured on what is really painted, not on what it promises.

Each widget is painted onto nothing by an engine that only notes the pieces of text, and where they lie. A piece must
lie within its widget, the widget within what it stands in (down to what scrolls), and no two pieces on each other. What
is cut short with … is told whole to the mouse or a screen reader, and no text is a column of single words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from hamstring_gui.ui.controls.figure_view import FigureView

WIDE = 0.75
"""A text that has so much of the page's width has all the room that there is."""
SLACK = 2.0
"""Px by which a text may reach over: letters bear more room above and below than they use."""


@dataclass(frozen=True)
class Piece:
    """A piece of text as it is painted, and its box in px of its widget."""

    text: str
    box: QRectF


class _Noting(QPaintEngine):
    """Paints nothing and notes every piece of text."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.pieces: list[Piece] = []
        self._transform: Any = None

    def begin(self, device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        self._transform = state.transform()

    def drawTextItem(self, point: QPointF, item: QTextItem) -> None:
        box = QRectF(0, -item.ascent(), item.width(), item.ascent() + item.descent())
        self.pieces.append(Piece(item.text(), self._transform.mapRect(box.translated(point))))

    def _nothing(self, *_: object) -> None: ...

    drawPixmap = drawImage = drawPath = drawPolygon = drawLines = drawRects = drawEllipse = _nothing


class _Paper(QPaintDevice):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Noting()
        metric = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            metric.PdmWidth: size.width(), metric.PdmHeight: size.height(), metric.PdmDepth: 32,
            metric.PdmDevicePixelRatio: 1, metric.PdmNumColors: 1 << 24,
            **dict.fromkeys((metric.PdmDpiX, metric.PdmDpiY, metric.PdmPhysicalDpiX, metric.PdmPhysicalDpiY), 96),
        }  # fmt: skip

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(metric, 65536)


def painted(widget: QWidget) -> list[Piece]:
    """The pieces of text that a widget itself paints."""
    paper = _Paper(widget.size())
    widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return [piece for piece in paper.engine.pieces if piece.text.strip()]


def settle(rounds: int = 6) -> None:
    """Nested layouts take a few rounds until every text has its height."""
    for _ in range(rounds):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


def lacking(root: QWidget, *, columns: bool = True) -> list[str]:
    """What on a page, or card, has not the room that it needs; `columns` of single words are a fault."""
    found, boxes = [], defaultdict[QWidget, list[tuple[QWidget, str, QRectF]]](list)
    for widget in _shown(root):
        pieces = painted(widget)
        if not pieces:
            continue
        name = f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}".strip()
        if outside := _outside(widget, root):
            found.append(f"{name}: {outside}: {pieces[0].text}")
        if columns and widget.width() < WIDE * root.width() and _is_a_column(widget, pieces):
            found.append(f"{name}: a column of words: {' / '.join(piece.text for piece in pieces)}")
        for piece in pieces:
            if "…" in piece.text and not _told_whole(widget, piece.text):
                found.append(f"{name}: cut short: {piece.text}")
            if not _within(widget, piece):
                found.append(f"{name}: no room for: {piece.text} {_numbers(piece.box)} in {widget.size().toTuple()}")
            sheet = _sheet_of(widget, root)
            boxes[sheet].append((widget, piece.text, piece.box.translated(QPointF(widget.mapTo(sheet, QPoint())))))
    return found + [one for together in boxes.values() for one in _overlapping(together)]


def _sheet_of(widget: QWidget, root: QWidget) -> QWidget:
    """What a widget is scrolled with, or all of the page."""
    while widget is not root and not isinstance(widget.parentWidget().parentWidget(), QAbstractScrollArea):
        widget = widget.parentWidget()
    return widget


def _numbers(box: QRectF) -> str:
    return " ".join(f"{n:.0f}" for n in (box.left(), box.top(), box.right(), box.bottom()))


def _shown(root: QWidget) -> Iterator[QWidget]:
    """What paints texts that are ours to make room for: no charts, no figures, and nothing that is written in."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or not widget.width() or not widget.height():
            continue
        inside = widget.parentWidget()
        if isinstance(widget, FigureView | QGraphicsView | QLineEdit | QPlainTextEdit) or isinstance(
            inside, QGraphicsView | QPlainTextEdit
        ):
            continue
        yield widget


def _within(widget: QWidget, piece: Piece) -> bool:
    """Letters use three fifths of the height that they bear."""
    room = QRectF(widget.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    box = piece.box.adjusted(0, piece.box.height() * 0.2, 0, -piece.box.height() * 0.2)
    if isinstance(widget.parentWidget(), QAbstractItemView):
        return room.left() <= box.left() and box.right() <= room.right()
    return room.contains(box)


def _is_a_column(widget: QWidget, pieces: list[Piece]) -> bool:
    """Whether words stand below each other, with fewer than two in a line. What is in other letters is another text."""
    texts = defaultdict[int, list[Piece]](list)
    for piece in pieces:
        if any(map(str.isalpha, piece.text)):
            texts[round(piece.box.height())].append(piece)
    for one in texts.values():
        lines = {round(piece.box.center().y()) for piece in one}
        words = sum(len(piece.text.replace("-", " ").split()) for piece in one)
        if len(lines) > 2 and words < 2 * len(lines):
            return not isinstance(widget.parentWidget(), QAbstractItemView)
    return False


def scrolled(root: QWidget) -> list[str]:
    """What in a page, or card, doesn't show its top."""
    areas = [area for area in root.findChildren(QAbstractScrollArea) if area.isVisible()]
    return [f"{type(area).__name__} opens scrolled" for area in areas if area.verticalScrollBar().value()]


def _told_whole(widget: QWidget, text: str) -> bool:
    """Whether what begins like this is told elsewhere; a table tells it for each cell."""
    if isinstance(widget.parentWidget(), QAbstractItemView):
        return True
    words = widget.text() if isinstance(widget, QLabel) else ""
    told = widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), words
    return any(text.partition("…")[0].strip() in one for one in told)


def _outside(widget: QWidget, root: QWidget) -> str:
    """In what of what it stands in it doesn't lie; what scrolls has room enough up and down."""
    box, inside = widget.rect(), widget
    while inside is not root:
        around = inside.parentWidget()
        assert around is not None
        box = box.translated(inside.pos())
        scrolls = isinstance(around.parentWidget(), QAbstractScrollArea)
        room = around.rect()
        if box.left() < room.left() - 1 or box.right() > room.right() + 1:
            return f"beside {type(around).__name__}"
        if not scrolls and (box.top() < room.top() - 1 or box.bottom() > room.bottom() + 1):
            return f"above or below {type(around).__name__}"
        if scrolls:
            box = room
        inside = around
    return ""


def _overlapping(boxes: list[tuple[QWidget, str, QRectF]]) -> list[str]:
    found = []
    inner = [
        (widget, text, box.adjusted(SLACK, box.height() * 0.25, -SLACK, -box.height() * 0.25))
        for widget, text, box in boxes
    ]
    for number, (widget, text, box) in enumerate(inner):
        for other, words, place in inner[number + 1 :]:
            if other is not widget and box.intersects(place):
                found.append(f"on each other: {text} / {words}")
    return found
