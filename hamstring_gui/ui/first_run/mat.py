"""The third page of the introduction: can it be read and heard from the mat, and is there one?"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.demonstration import posed
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.picture import Frame, paint_shown
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.figure_view import body_of
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.options import OptionButton, Options
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.first_run.leaf import Leaf
from hamstring_gui.ui.theme import (
    BODY,
    CARD_RADIUS,
    CLEAR,
    FAR_DIGITS,
    FAR_LEAST,
    FAR_ROW,
    FAR_WORDS,
    HAIR,
    INNER_RADIUS,
    LOW_LEAF_MARGINS,
    SMALL,
    SNUG,
    STRONG,
    WIDE_GAP,
    Theme,
    far_px,
    letters,
    screen_of,
    text_scale,
    theme_of,
)

FIRST_TONE_MS, NEXT_TONE_MS, TONES = 1000, 4000, 20
"""It sounds while one walks to the mat and lies down there: a little more than a minute."""
NEAR, FAR = "desk", "mat"
PERSON = {NEAR: ("chair-hamstring-stretch", 0), FAR: ("band-hamstring-stretch", -1)}
"""Who shows each place: an exercise, and the number of its step."""
ROOM_CM = Frame(-100.0, -2.0, 300.0, 140.0)
WIDTH, HEIGHT, WORDS, FRAME = 206, 120, 28, 5


class MatPage(Leaf):
    """`tone_due` comes every few seconds while the page shows, for a while."""

    tone_due = Signal()
    fills = True

    def __init__(self) -> None:
        super().__init__(
            3, self.tr("Go to your mat and look back"), self.tr("All set"), width=1180, margins=LOW_LEAF_MARGINS
        )
        self.question = Text(size=BODY, quiet=True, name="mat_question", wrap=True)
        self.tone = KeyButton(self.tr("Play a tone"))
        self.no_tone = Text(size=BODY, weight=600, name="no_tone", wrap=True)
        asked = column(None, self.question, self.no_tone, None, gap=HAIR)
        self.column.addLayout(row((asked, 1), self.tone, gap=WIDE_GAP))
        self.picture = FarPicture()
        self.column.addWidget(self.picture, 1)
        question = self.tr("Where will you be in a session?")
        why = self.tr(
            "On the mat a session fills the screen, with letters as large as these. F11 switches at any time."
        )
        words = column(
            None, Text(question, STRONG, 600, wrap=True), Text(why, SMALL, quiet=True, wrap=True), None, gap=SNUG
        )
        self.seen_from = Places(question, [(NEAR, self.tr("At a desk")), (FAR, self.tr("On a mat"))])
        self.column.addLayout(row((words, 1), self.seen_from, gap=WIDE_GAP))
        self.end()
        self.show_no_tone("")
        self._tones_left = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tone_due)

    def show_no_tone(self, why: str) -> None:
        """Say why no tone can be heard, if so; then nobody is asked about it."""
        both = self.tr("Can you read this from there, and hear the tone that comes every few seconds?")
        self.question.show_text(self.tr("Can you read this from there?") if why else both)
        self.no_tone.show_text(why)
        self.no_tone.setVisible(bool(why))

    @property
    def told(self) -> str:
        return " ".join(text.text() for text in (self.question, self.no_tone) if text.text())

    def _on_tone_due(self) -> None:
        self._tones_left -= 1
        self._timer.start(NEXT_TONE_MS) if self._tones_left else self._timer.stop()
        self.tone_due.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tones_left = TONES
        self._timer.start(FIRST_TONE_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


class FarPicture(Scaled, QWidget):
    """What a session looks like in distance view, in its real size: the phase, the leg, and as much of the digits as
    there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Hold, left leg, 28"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(640, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(320, round(2 * self._px(FAR_ROW)))

    def _px(self, share: float) -> float:
        """A size of the distance view, which fills the screen."""
        return far_px(share, screen_of(self).size())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_panel(painter, box, theme.paper, theme.line, CARD_RADIUS)
        row_height, pad = self._px(FAR_ROW), self._px(FAR_ROW) / 4
        hold, leg = self.tr("HOLD"), self.tr("LEFT LEG")
        font = letters(self._px(FAR_WORDS), 700)
        widest = max(QFontMetricsF(font).horizontalAdvance(words) for words in (hold, leg))
        if widest > box.width() - 2 * pad:  # a small window on a large screen
            font = letters(self._px(FAR_WORDS) * (box.width() - 2 * pad) / widest, 700)
        upper = QRectF(box.left() + pad, box.center().y() - row_height, box.width() - 2 * pad, row_height)
        painter.setFont(font)
        for words, colour, place in ((hold, theme.far_hold, upper), (leg, theme.ink, upper.translated(0, row_height))):
            painter.setPen(colour)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        left = upper.left() + widest + 2 * pad
        self._paint_digits(painter, QRectF(left, box.top(), box.right() - pad - left, box.height()), theme)

    def _paint_digits(self, painter: QPainter, place: QRectF, theme: Theme) -> None:
        """As large as they are in a session where there is room for that; not at all where there is little."""
        size = self._px(FAR_DIGITS)
        metrics = QFontMetricsF(letters(size, 700, tabular=True))
        fits = min(place.width() / metrics.horizontalAdvance("28"), place.height() * 0.9 / metrics.capHeight(), 1.0)
        if size * fits >= self._px(FAR_LEAST):
            painter.setPen(theme.ink)
            painter.setFont(letters(size * fits, 700, tabular=True))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "28")


class PlaceButton(OptionButton):
    """Somebody at a desk, or on a mat, before the same laptop, over the words for it."""

    letter_px = BODY

    def sizeHint(self) -> QSize:
        """The picture grows with the window, its words with the user's letters too."""
        scale = self.scale / text_scale()
        return QSize(round(WIDTH * scale), round((HEIGHT - WORDS) * scale) + self.px(WORDS))

    def box(self) -> QRectF:
        return QRectF(self.rect())

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        words = self.px(WORDS)
        picture = self.box().adjusted(FRAME, FRAME, -FRAME, -words)
        paint_panel(painter, picture, theme.paper, CLEAR, INNER_RADIUS)
        around = self.parent()
        exercise = around.exercises.get(PERSON[str(self.value)][0]) if isinstance(around, Places) else None
        if exercise is not None:
            number = PERSON[str(self.value)][1] % len(exercise.steps)
            look = look_for(theme.dark, body_of(self))
            paint_shown(painter, picture, exercise, posed(exercise, number), look, mirrored=False, frame=ROOM_CM)
        paint_laptop(painter, picture, theme, on_desk=self.value == NEAR)
        self.paint_words(painter, self.rect().adjusted(0, self.height() - words - 2, 0, -2), ink)


class Places(Options):
    """Two pictures of the same size, of which none is chosen until somebody chooses."""

    made = PlaceButton
    exercises: Mapping[str, Exercise] = {}

    def show_exercises(self, exercises: Mapping[str, Exercise]) -> None:
        """The exercises, out of which the pictures are made."""
        self.exercises = exercises
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def paint_laptop(painter: QPainter, place: QRectF, theme: Theme, *, on_desk: bool) -> None:
    """A laptop, on a desk before somebody who sits, or on the floor two metres away."""
    scale = min(place.width() / ROOM_CM.w, place.height() / ROOM_CM.h)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.center().x(), place.bottom())
    painter.scale(scale, -scale)
    painter.translate(-ROOM_CM.x - ROOM_CM.w / 2, -ROOM_CM.y)
    x, y = (66.0, 76.0) if on_desk else (158.0, 2.0)
    lines = [(QLineF(x, y, x + 30, y), 3.0), (QLineF(x + 30, y, x + 39, y + 22), 3.0)]
    if on_desk:
        lines += [(QLineF(44, 73, 140, 73), 4.0), (QLineF(132, 73, 132, 0), 4.0)]
    for number, (line, width) in enumerate(lines):
        painter.setPen(QPen(theme.ink if number < 2 else theme.outline, width, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(line)
    painter.restore()
