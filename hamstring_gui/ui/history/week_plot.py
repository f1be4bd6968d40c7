"""The plot that the chart of the weeks stands in: pyqtgraph's scale, axes and mapping, with our picture as its item.

pyqtgraph takes half a second to import, so that happens in here, when the first plot is made.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hamstring_gui.ui.history import wording
from hamstring_gui.ui.history.chart_painting import paint_picture
from hamstring_gui.ui.history.weeks_drawn import NOTHING, Picture, labels_that_fit, years_that_fit
from hamstring_gui.ui.theme import LEAST_LETTER, LIGHT, Theme, letters

OFFSET = 8
LABEL_HEIGHT = 24
LINE = 1.25
"""How high a line of words is, in letters' sizes."""
OVERHANG = 200
"""How far (px) words may reach out over an axis: we have chosen ours so that they don't get into each other's way."""


class WeekPlot:
    """Shows a picture of weeks in `widget`, which hears no mouse and no keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        import pyqtgraph

        self.widget: Any = pyqtgraph.PlotWidget(parent, enableMenu=False)
        self.widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot = self.widget.getPlotItem()
        self._plot.hideButtons()
        self._plot.setMouseEnabled(False, False)
        self._plot.disableAutoRange()
        self._plot.setContentsMargins(0, 0, 0, 0)
        self._plot.showAxis("right")
        self._axes = {side: self._plot.getAxis(side) for side in ("left", "bottom", "right")}
        for axis in self._axes.values():
            axis.setStyle(tickLength=0, tickAlpha=0, tickTextOffset=OFFSET, autoExpandTextSpace=False)
            axis.setStyle(hideOverlappingLabels=OVERHANG)
        self._item = _Weeks()
        self._view = self._plot.getViewBox()
        self._view.addItem(self._item, ignoreBounds=True)
        self._view.sigResized.connect(self._on_resized)
        self._scale = 1.0
        self.set_theme(LIGHT)

    # -- what is shown -----------------------------------------------------------------------------------------------
    def show_picture(self, picture: Picture, theme: Theme) -> None:
        self._item.show_picture(picture)
        self._view.setRange(xRange=(-0.5, len(picture.bars) - 0.5), yRange=(0, picture.ceiling), padding=0)
        if theme is not self._item.theme:
            self.set_theme(theme)
        self._make_room()

    def set_theme(self, theme: Theme) -> None:
        """pyqtgraph keeps the colours it was given: it is given them again with every theme."""
        self.widget.setBackground(theme.card)
        self._item.theme = theme
        self._item.update()
        for side, axis in self._axes.items():
            axis.setPen(QPen(Qt.PenStyle.NoPen))
            axis.setTextPen(QPen(theme.hold if side == "right" else theme.quiet))

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self._make_room()

    def point_at(self, current: int, chosen: int) -> None:
        """The places that are looked at and chosen; -1 for none."""
        self._item.point_at(current, chosen)

    # -- the axes ----------------------------------------------------------------------------------------------------
    def _make_room(self) -> None:
        """Give the words beside the plot as much room as they need, and write those under it where there is some."""
        font = letters(LEAST_LETTER * self._scale)
        numbers = [(float(step), QLocale().toString(step)) for step in self._item.picture.steps]
        self._write_beside("left", font, numbers)
        self._axes["bottom"].setTickFont(font)
        self._axes["bottom"].setHeight(round(LABEL_HEIGHT * self._scale))
        self._write_marks()
        self._plot.layout.activate()
        self._write_labels()

    def _on_resized(self) -> None:
        self._write_marks()
        self._write_labels()

    def _write_marks(self) -> None:
        """The words at the lines' right ends: fewer where the lines are near each other."""
        picture, size = self._item.picture, LEAST_LETTER * self._scale
        marks = wording.marks(picture, self._view.height() / picture.ceiling, size * LINE)
        last_label = 0.0 if picture.monthly else _width(letters(size), wording.this_week())
        self._write_beside("right", letters(size, 600), marks, last_label / 2)

    def _write_beside(self, side: str, font: QFont, words: list[tuple[float, str]], least: float = 0.0) -> None:
        widest = max((_width(font, word) for _, word in words), default=0.0) + OFFSET + 2
        self._axes[side].setTickFont(font)
        self._axes[side].setTicks([words])
        self._axes[side].setWidth(round(max(widest, least)))

    def _write_labels(self) -> None:
        """As many words under the places as there is room for."""
        picture, font = self._item.picture, letters(LEAST_LETTER * self._scale)
        places, left, width_of = len(picture.bars), self._axes["left"].width(), partial(_width, font)
        pitch = self._view.width() / places
        if picture.monthly:
            labels = years_that_fit(picture, pitch, width_of)
        else:
            labels = labels_that_fit(places, pitch, partial(wording.place_named, picture), width_of, left)
        self._axes["bottom"].setTicks([labels])

    # -- where a place lies ------------------------------------------------------------------------------------------
    def place_at(self, x: float) -> int:
        """The place under `x` px from the widget's left end, or -1."""
        place = round(self._view.mapSceneToView(QPointF(x, 0.0)).x())
        return place if 0 <= place < len(self._item.picture.bars) else -1

    def top_of(self, place: int) -> QPointF:
        """The upper end of a place's bar, in px of the widget."""
        return QPointF(self._view.mapViewToScene(QPointF(place, self._item.picture.height_at(place))))

    def column_of(self, place: int) -> QRect:
        """Where a place's bar stands, up to where the highest of all ends, in px of the widget."""
        picture = self._item.picture
        highest = max(range(len(picture.bars)), key=picture.height_at)
        pitch, top = self._view.width() / len(picture.bars), self.top_of(highest).y()
        base = self._view.mapViewToScene(QPointF(place, 0.0))
        return QRectF(base.x() - pitch / 2, top, pitch, base.y() - top).toAlignedRect()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint the plot in a size of its own, without showing it: for a file."""
        self.widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.widget.show()
        self.widget.resize(box.size().toSize())
        self._plot.layout.activate()
        self.widget.render(painter, box, self.widget.viewport().rect(), Qt.AspectRatioMode.IgnoreAspectRatio)
        self.widget.close()


class _Weeks(QGraphicsItem):
    """The picture in the plot's own coordinates: places across, the measure's unit up."""

    def __init__(self) -> None:
        super().__init__()
        self.picture, self.theme = NOTHING, LIGHT
        self._pointed = (-1, -1)

    def show_picture(self, picture: Picture) -> None:
        self.prepareGeometryChange()
        self.picture = picture

    def point_at(self, current: int, chosen: int) -> None:
        if (current, chosen) != self._pointed:
            self._pointed = current, chosen
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-0.5, 0, len(self.picture.bars), self.picture.ceiling)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        to_scene = self.sceneTransform()  # whose unit is a pixel of the widget
        painter.setTransform(to_scene.inverted()[0] * painter.worldTransform())
        paint_picture(painter, to_scene, self.picture, self.theme, *self._pointed)


def _width(font: QFont, words: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(words)
