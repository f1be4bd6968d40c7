"""The second and third page of the introduction: the habit, and what can be read and heard from the mat."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card, paint_panel
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.controls.switch import Switch
from hamstring_gui.ui.theme import (
    BODY,
    CARD_RADIUS,
    EVEN_MARGINS,
    GAP,
    HAIR,
    LEAF_MARGINS,
    LEAST_LETTER,
    SMALL,
    SNUG,
    STRONG,
    TIGHT,
    TITLE,
    WIDE_GAP,
    letters,
    theme_of,
)


class IntroductionPage(QStackedWidget):
    """`setting_changed` carries a setting's field and what was chosen, `left` says that this is over."""

    setting_changed = Signal(str, object)
    tone_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.habit, self.mat = HabitPage(), MatPage()
        self._chosen: dict[str, Options | Switch] = {
            "goal": self.habit.goal, "first_leg": self.habit.first_leg, "distance_view": self.mat.distance_view
        }  # fmt: skip
        for field, control in self._chosen.items():
            control.chosen.connect(lambda value, field=field: self.setting_changed.emit(field, value))
        self.mat.tone.clicked.connect(self.tone_requested)
        for page in (self.habit, self.mat):
            page.next.clicked.connect(self._on_next_clicked)
            page.skip.clicked.connect(self.left)
            self.addWidget(page)

    def begin(self) -> None:
        """Be on the first of the two."""
        self.setCurrentWidget(self.habit)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show what is set, by the settings' fields."""
        for field, control in self._chosen.items():
            control.show_value(values[field])

    def _on_next_clicked(self) -> None:
        if self.currentWidget() is self.mat:
            self.left.emit()
        else:
            self.setCurrentWidget(self.mat)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._on_next_clicked()
        elif event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Leaf(QWidget):
    """A card with its number, a title, what is asked, and the ways on."""

    def __init__(self, number: int, title: str, on: str) -> None:
        super().__init__()
        self.next = KeyButton(on, self.tr("Enter"), "primary")
        self.next.set_letter_px(19)
        self.skip = KeyButton(self.tr("Skip"), self.tr("Esc"))
        self.skip.set_letter_px(17)
        card = Card()
        self.column = column(
            Text(wording.introduction_page(number), SMALL, quiet=True), Text(title, TITLE, 700, wrap=True),
            gap=GAP, margins=LEAF_MARGINS, inside=card,
        )  # fmt: skip
        self._row = row(self.next, self.skip, None, gap=GAP)
        sheet = QWidget()
        column(None, card, None, margins=EVEN_MARGINS, inside=sheet)
        self.sheet = Sheet(sheet, 760)
        column(self.sheet, inside=self)

    def _ask(self, question: str, answer: QWidget) -> None:
        self.column.addWidget(Text(question, STRONG, 600, wrap=True))
        self.column.addWidget(answer)
        self.column.addSpacing(SNUG)

    def _end(self) -> None:
        self.column.addSpacing(TIGHT)
        self.column.addLayout(self._row)


class HabitPage(_Leaf):
    """How often, and which leg first."""

    def __init__(self) -> None:
        super().__init__(2, self.tr("Little and often"), self.tr("Next"))
        text = self.tr("A few minutes on several days do more than one long session. A week off breaks nothing.")
        self.column.addWidget(Text(text, BODY, quiet=True, wrap=True))
        self.column.addSpacing(GAP)
        name = self.tr("Goal")
        self.goal = Options(name, [(days, str(days)) for days in range(1, 8)])
        self._ask(self.tr("How many days a week would you like to stretch?"), self.goal)
        self.first_leg = Options(self.tr("First leg"), wording.first_legs())
        self._ask(self.tr("Which leg goes first?"), self.first_leg)
        text = self.tr("Both can be changed at any time, in Settings.")
        self.column.addWidget(Text(text, SMALL, quiet=True, wrap=True))
        self._end()


class MatPage(_Leaf):
    """Whether it can be read and heard from the mat."""

    def __init__(self) -> None:
        super().__init__(3, self.tr("Go to your mat and look back"), self.tr("All set"))
        self.column.addWidget(Text(self.tr("Can you read this, and hear the tone?"), BODY, quiet=True, wrap=True))
        self.column.addSpacing(TIGHT)
        self.picture = FarPicture()
        self.column.addWidget(self.picture, 1)
        self.tone = KeyButton(self.tr("Play a tone"))
        self.column.addLayout(row(self.tone, None))
        question = self.tr("Start sessions in distance view")
        self.distance_view = Switch(question)
        why = self.tr("Fills the whole screen with letters as large as these. F11 switches at any time.")
        words = column(Text(question, STRONG, 600, wrap=True), Text(why, SMALL, quiet=True, wrap=True), gap=HAIR)
        self.column.addLayout(row((words, 1), self.distance_view, gap=WIDE_GAP))
        self._end()


class FarPicture(Scaled, QWidget):
    """What a session looks like in distance view: the phase, the leg, and the digits as large as they are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Hold, left leg, 28"))

    def sizeHint(self) -> QSize:
        return QSize(self.px(500), self.px(230))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 170)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_panel(painter, box, theme.paper, theme.line, CARD_RADIUS)
        hold, leg = self.tr("HOLD"), self.tr("LEFT LEG")
        words = box.adjusted(box.width() * 0.06, box.height() * 0.14, -box.width() * 0.53, -box.height() * 0.14)
        size = box.height() * 0.24
        while size > LEAST_LETTER and QFontMetricsF(letters(size, 700)).horizontalAdvance(leg) > words.width():
            size -= 1
        upper, lower = QRectF(words), QRectF(words)
        upper.setBottom(words.center().y())
        lower.setTop(words.center().y())
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(letters(size, 700))
        painter.setPen(theme.far_hold)
        painter.drawText(upper, centre, hold)
        painter.setPen(theme.ink)
        painter.drawText(lower, centre, leg)
        painter.setFont(letters(min(box.height() * 0.98, box.width() * 0.34), 700, tabular=True))
        painter.drawText(box.adjusted(box.width() * 0.5, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, "28")
