"""One line of the Settings page: what a setting is called and does, its control, and the way back to the usual."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from hamstring_gui.ui.controls import layouts
from hamstring_gui.ui.controls.buttons import KeyButton, QuietButton
from hamstring_gui.ui.controls.keys import is_left
from hamstring_gui.ui.controls.labels import Text, set_tip
from hamstring_gui.ui.controls.level import Level
from hamstring_gui.ui.controls.menu import open_writing_menu
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.pressable import paint_ring
from hamstring_gui.ui.controls.scaled import Scaled, scale_around
from hamstring_gui.ui.controls.several import Several
from hamstring_gui.ui.controls.switch import Switch
from hamstring_gui.ui.settings.body_options import BodyOptions
from hamstring_gui.ui.settings.described import (
    Flag,
    OneOf,
    Percent,
    Pictured,
    Press,
    Row,
    SomeOf,
    TimeOfDay,
    usual_in_words,
)
from hamstring_gui.ui.settings.time_field import TimeField
from hamstring_gui.ui.theme import BODY, GAP, HAIR, INNER_RADIUS, RING_ROOM, SMALL, SNUG, WIDE_GAP, letters, theme_of

LEAST_WORDS_WIDTH = 300
"""With less room (px) for the words beside the control, the control goes below them."""

ControlWidget = Switch | Level | Options | TimeField | KeyButton


class SettingRow(Scaled, QWidget):
    """`changed` carries the value that the user chose, `pressed` says that the row's button was pressed."""

    changed = Signal(object)
    pressed = Signal()

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row
        self._usual: object = None
        self.setObjectName(f"row_{row.field}")
        self.name = Text(row.name, BODY, 600, wrap=True)
        self.explanation = Text(row.explanation, SMALL, quiet=True, wrap=True)
        if not row.explanation:
            self.explanation.hide()  # never shown before it has a parent: it would be a window for a moment
        self.path: PathLine | None = None
        self.control = self._made(row)
        self.control.setParent(self)  # Tab comes to it first, then to the reset
        self.reset = ResetButton(row.name, self)
        self.reset.clicked.connect(self._on_reset_clicked)
        self._words = layouts.column(None, self.name, self.explanation, None, gap=HAIR)
        self._hands = layouts.row(gap=GAP)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, GAP, 0, GAP)
        self._box.addLayout(self._words, 1)
        self._box.addLayout(self._hands)
        self._below: bool | None = None
        self._arrange()

    def _made(self, row: Row) -> ControlWidget:
        control: ControlWidget
        match row.control:
            case Flag():
                control = Switch(row.name)
            case Percent():
                control = Level(row.name)
            case Pictured(values):
                control = BodyOptions(row.name, values)
            case OneOf(values):
                control = Options(row.name, values)
            case SomeOf(values):
                control = Several(row.name, values)
            case TimeOfDay():
                control = TimeField(row.name)
            case Press(words):
                control = KeyButton(words)
                control.clicked.connect(self.pressed)
                control.setAccessibleDescription(row.name)
        if not isinstance(control, KeyButton):
            control.chosen.connect(self.changed)
            told = row.explanation
            if isinstance(control, Level):
                told = self.tr("{explanation} In percent.").format(explanation=told)
            control.setAccessibleDescription(told)
        control.setObjectName(row.field)
        return control

    def show_value(self, value: object, usual: object) -> None:
        """Show what is set; where that isn't the usual value, the way back shows too."""
        self._usual = usual
        if isinstance(self.control, Options) and isinstance(self.row.control, OneOf):
            self.control.show_value(value, self.row.control.in_words(value))
        elif not isinstance(self.control, KeyButton):
            self.control.show_value(value)
        self.reset.show_usual(usual_in_words(self.row.control, usual), differs=value != usual)

    def show_trouble(self, trouble: str) -> None:
        """Say in the place of the explanation what keeps this from working, if something does."""
        self.explanation.show_text(trouble or self.row.explanation)
        self.explanation.setVisible(bool(trouble or self.row.explanation))

    def show_path(self, path: str, name: str = "data_folder") -> None:
        """Show a path below the name, to be selected and copied; nothing if empty. `name` is its objectName."""
        if self.path is None:
            if not path:
                return
            self.path = PathLine(self.row.name, name, self)
            self._words.insertWidget(self._words.count() - 1, self.path)
            self.setTabOrder(self.control, self.path)
            self.setTabOrder(self.path, self.control)  # it stands before the control
        self.path.setText(path)
        self.path.setCursorPosition(0)
        self.path.setVisible(bool(path))

    def _on_reset_clicked(self) -> None:
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self._usual)

    def rescaled(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The width that it can do with when the control is below, wherever it is now: else it would flicker."""
        width = max(self.control.minimumSizeHint().width(), self.px(LEAST_WORDS_WIDTH / 2))
        return QSize(width, self._box.totalMinimumSize().height())

    def _arrange(self) -> None:
        """The control beside the words, or below them, where it can begin new lines."""
        beside = LEAST_WORDS_WIDTH * self.scale + WIDE_GAP + self.control.sizeHint().width()
        beside += 0 if isinstance(self.control, KeyButton) else self.reset.sizeHint().width() + self._hands.spacing()
        below = self.width() < beside
        if below == self._below:
            return
        self._below = below
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(SNUG if below else WIDE_GAP)
        while self._hands.takeAt(0) is not None:
            pass
        if not below and not isinstance(self.control, KeyButton):
            self._hands.addWidget(self.reset)
        self._hands.addWidget(self.control, 1000 if below and isinstance(self.control, Options) else 0)
        if below:
            self._hands.addStretch(1)
            if not isinstance(self.control, KeyButton):
                self._hands.addWidget(self.reset)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, theme_of(self.palette()).line)


class PathLine(Scaled, QLineEdit):
    """A path that can be selected but not changed. One that is too long for its place can be moved through."""

    def __init__(self, name: str, object_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setObjectName(object_name)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setTextMargins(RING_ROOM - 2, 0, RING_ROOM, 0)  # Qt adds 2 of its own
        self.set_scale(scale_around(parent))

    def rescaled(self) -> None:
        self.setFont(letters(SMALL * self.scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_left(event, self):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_writing_menu(self.createStandardContextMenu(), self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_ring(QPainter(self), QRectF(self.rect()), theme_of(self.palette()).focus, INNER_RADIUS)


class ResetButton(QuietButton):
    """Beside a setting that isn't as usual; its place is kept while it doesn't show."""

    def __init__(self, setting: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setText(self.tr("Reset"))
        self.setAccessibleName(self.tr("Reset “{setting}”").format(setting=setting))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_usual(self, usual: str, differs: bool) -> None:
        words = self.tr("Usually: {value}").format(value=usual)
        set_tip(self, words)
        self.setAccessibleDescription(words)
        self.setVisible(differs)
