"""The plot that the chart of the weeks stands in: pyqtgraph's scale and axes, our bars, letters and colours.

pyqtgraph takes half a second to import, so that happens in here, when the first plot is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hamstring_gui.domain.consistency import Week
from hamstring_gui.ui.dates import written
from hamstring_gui.ui.history import chart_painting as painting
from hamstring_gui.ui.history import wording
from hamstring_gui.ui.history.weeks_drawn import Measure, Picture, labels_that_fit, picture_of
from hamstring_gui.ui.theme import LEAST_LETTER, Theme, letters

OFFSET = 8
LABEL_HEIGHT = 24
MONTHS_FROM = 60
"""More places than this are labelled with months and years: a day would be taken for one of this year."""
OVERHANG = 200
"""How far (px) words may reach out over an axis: we have chosen ours so that they don't get into each other's way."""
HEADROOM = 0.04
"""Of the scale, over its top: a ring over the highest bar has room there."""


class WeekPlot:
    """Paints a picture of weeks into `widget`, which hears no mouse and no keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        import pyqtgraph

        self.widget: Any = pyqtgraph.PlotWidget(parent)
        self.widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot = self.widget.getPlotItem()
        self._plot.hideButtons()
        self._plot.setMenuEnabled(False)
        self._plot.setMouseEnabled(False, False)
        self._plot.disableAutoRange()
        self._plot.setContentsMargins(0, 0, 0, 0)
        self._axes = {side: self._plot.getAxis(side) for side in ("left", "bottom", "right")}
        self._plot.showAxis("right")
        for axis in self._axes.values():
            axis.setStyle(tickLength=0, tickAlpha=0, tickTextOffset=OFFSET, autoExpandTextSpace=False)
            axis.setStyle(hideOverlappingLabels=OVERHANG)
        self._item = _Weeks()
        self._plot.getViewBox().addItem(self._item, ignoreBounds=True)
        self._weeks: tuple[Week, ...] = ()
        self._picture: Picture | None = None
        self._scale = 1.0
        self.reference_lines = True
        """Whether the weeks that are shown next have lines for the doses of studies."""

    def show_weeks(self, weeks: Sequence[Week], measure: Measure, places: int, theme: Theme) -> None:
        """Show these weeks, oldest first, at the right end of at least so many places."""
        picture = picture_of(weeks, measure, places)
        self._weeks, self._picture = tuple(weeks), picture if self.reference_lines else replace(picture, doses=())
        self._item.show_picture(self._picture, theme)
        top = self._picture.top * (1 + HEADROOM)
        self._plot.setRange(xRange=(-0.5, len(self._picture.bars) - 0.5), yRange=(0, top), padding=0)
        self.set_theme(theme)
        self.lay_out()

    def _label_of(self, place: int) -> str:
        """The words under a place: weeks before the first one have a date as well."""
        places = len(self._picture.bars) if self._picture else 0
        if not self._weeks or place == places - 1:
            return wording.this_week()
        start = self._weeks[-1].start - timedelta(weeks=places - 1 - place)
        return written(start, "MMM yyyy" if places > MONTHS_FROM else "d MMM")

    def _marks(self, picture: Picture) -> list[tuple[float, str]]:
        """Words at the right end, with their heights."""
        if picture.goal:
            return [(picture.goal[-1], wording.goal_named(picture.goal[-1]))]
        return [(height, wording.dose_named(minutes)) for minutes, height in picture.doses]

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.lay_out()

    def set_theme(self, theme: Theme) -> None:
        """pyqtgraph keeps the colours it was given: it is given them again with every theme."""
        self.widget.setBackground(theme.card)
        self._item.set_theme(theme)
        for side, axis in self._axes.items():
            axis.setPen(QPen(Qt.PenStyle.NoPen))
            axis.setTextPen(QPen(theme.hold if side == "right" else theme.quiet))

    def point_at(self, current: int, chosen: int) -> None:
        """The places that are looked at and chosen; -1 for none."""
        self._item.point_at(current, chosen)

    def lay_out(self) -> None:
        """Give the words as much room as they need, and write as many of them as there is room for."""
        if self._picture is None:
            return
        font = letters(LEAST_LETTER * self._scale)
        bold = letters(LEAST_LETTER * self._scale, 600)
        width_of = QFontMetricsF(font).horizontalAdvance
        numbers = [(step, QLocale().toString(step)) for step in self._picture.steps]
        left = max(width_of(text) for _, text in numbers) + OFFSET + 2
        marks = self._marks(self._picture)
        right = max((QFontMetricsF(bold).horizontalAdvance(text) for _, text in marks), default=0.0) + OFFSET + 2
        last = self._label_of(len(self._picture.bars) - 1)
        right = max(right, width_of(last) / 2)
        for axis in self._axes.values():
            axis.setTickFont(font)
        self._axes["right"].setTickFont(bold)
        self._axes["left"].setWidth(round(left))
        self._axes["right"].setWidth(round(right))
        self._axes["bottom"].setHeight(round(LABEL_HEIGHT * self._scale))
        places = len(self._picture.bars)
        pitch = (self.widget.width() - round(left) - round(right)) / places
        labels = labels_that_fit(places, pitch, self._label_of, width_of, left)
        self._axes["left"].setTicks([numbers])
        self._axes["right"].setTicks([marks])
        self._axes["bottom"].setTicks([labels])

    def place_at(self, x: float) -> int:
        """The place under `x` px from the widget's left end, or -1."""
        if self._picture is None:
            return -1
        box = self.plot_box()
        place = int((x - box.left()) // (box.width() / len(self._picture.bars))) if box.width() > 0 else -1
        return place if 0 <= place < len(self._picture.bars) else -1

    def plot_box(self) -> QRectF:
        """Where the bars are, in px of the widget."""
        return QRectF(self._plot.getViewBox().sceneBoundingRect())

    def top_of(self, place: int) -> tuple[float, float]:
        """The upper end of a place's bar, in px of the widget."""
        box, picture = self.plot_box(), self._picture
        if picture is None:
            return 0.0, 0.0
        ends = [line[place] or 0.0 for line in picture.lines] or [picture.bars[place].height]
        share = max(ends) / (picture.top * (1 + HEADROOM))
        return box.left() + (place + 0.5) * box.width() / len(picture.bars), box.bottom() - share * box.height()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint the plot in a size of its own, without showing it: for a file."""
        self.widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.widget.show()
        self.resize(box.size().toSize())
        self._plot.layout.activate()
        self.widget.render(painter, box, self.widget.viewport().rect(), Qt.AspectRatioMode.IgnoreAspectRatio)
        self.widget.close()

    def resize(self, size: QSize) -> None:
        self.widget.resize(size)
        self.lay_out()


class _Weeks(QGraphicsItem):
    """Everything between the axes, in one item: it paints in pixels, wherever the plot's scale has put them."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._theme: Theme | None = None
        self._current = self._chosen = -1

    def show_picture(self, picture: Picture, theme: Theme) -> None:
        self.prepareGeometryChange()
        self._picture = picture
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def point_at(self, current: int, chosen: int) -> None:
        if (current, chosen) != (self._current, self._chosen):
            self._current, self._chosen = current, chosen
            self.update()

    def boundingRect(self) -> QRectF:
        if self._picture is None:
            return QRectF()
        return QRectF(-0.5, 0, len(self._picture.bars), self._picture.top * (1 + HEADROOM))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        picture, theme = self._picture, self._theme
        if picture is None or theme is None:
            return
        to_scene = self.sceneTransform()  # whose unit is a pixel of the widget
        box = to_scene.mapRect(self.boundingRect())
        unit = box.height() / (picture.top * (1 + HEADROOM))
        frame = painting.Frame(box.left(), box.width() / len(picture.bars), box.bottom(), unit, box.top(), box.right())
        painter.save()
        painter.setTransform(to_scene.inverted()[0] * painter.worldTransform())
        painting.paint_columns(painter, frame, picture, theme, self._current, self._chosen)
        painting.paint_scale(painter, frame, picture, theme)
        painting.paint_bars(painter, frame, picture, theme)
        painting.paint_goal(painter, frame, picture, theme)
        painting.paint_lines(painter, frame, picture, theme)
        painter.restore()
