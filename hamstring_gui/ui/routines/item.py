"""One exercise of a routine in the editor: its picture, its name, and a control for each number of its dose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.durations import read_seconds
from hamstring_gui.domain.exercise import LONGEST_HOLD_S, LONGEST_REP_S, MOST_REPS, MOST_SETS, Exercise
from hamstring_gui.domain.routine import LONGEST_GAP_S, ORDERS, Item
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import CrossButton
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.drag_handle import DragHandle
from hamstring_gui.ui.controls.figure_view import FigureView, panel_of
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.stepper import IN_SECONDS, Counting, Stepper
from hamstring_gui.ui.durations import length
from hamstring_gui.ui.routines import wording as wording_routines
from hamstring_gui.ui.theme import (
    BODY,
    BUTTON_RADIUS,
    CLEAR,
    INNER_RADIUS,
    INSET,
    LEAST_CONTROL,
    LEAST_LETTER,
    RING,
    SNUG,
    theme_of,
)

HANDLE, PICTURE, HIGH = 24, 102, 0.88
LABEL = 21
NARROW = 520
"""An item narrower than this (px) has a smaller picture."""
FEW = Counting(widest=10.0)
OF_A_REP = Counting(fine=0.5, write=length, read=read_seconds, widest=2.5)
OF_A_REST = Counting(5.0, write=wording_routines.gap, read=wording_routines.read_gap, widest=55.0, tell=length)


def columns_for(widths: Sequence[int], room: int, gap: int) -> int:
    """In how many columns fields of these least widths fit: all side by side, else in the fewest rows that do."""
    for rows in range(1, len(widths) + 1):
        columns = -(-len(widths) // rows)
        needed = sum(widths) if columns == len(widths) else max(widths) * columns
        if needed + gap * (columns - 1) <= room:
            return columns
    return 1


def shared(least: Sequence[int], wanted: Sequence[int], room: int, columns: int, gap: int) -> list[int]:
    """The columns' widths: equal in several rows; in one, what is needed and a share of what is wanted beyond it."""
    room -= gap * (columns - 1)
    if columns < len(least):
        return [room // columns] * columns
    missing = sum(wanted) - sum(least)
    share = max(0.0, min(1.0, (room - sum(least)) / missing)) if missing > 0 else 0.0
    return [int(width + (best - width) * share) for width, best in zip(least, wanted, strict=True)]


class RoutineItem(Scaled, QWidget):
    """`changed` carries a field's name (`sets`, `hold`, `reps`, `rep_s`, `rest`, `order`), its value, the gesture."""

    changed = Signal(str, object, int)
    remove_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields = ["sets"]
        self._picture = QRect()
        self.lifted = False
        self.figure = FigureView(self)
        self.title = Text(size=BODY, weight=600, name="item_title", wrap=True, parent=self)
        self.sets = Stepper("", 1, MOST_SETS, FEW, self)
        self.hold = Stepper("", 1, LONGEST_HOLD_S, IN_SECONDS, self)
        self.reps = Stepper("", 1, MOST_REPS, FEW, self)
        self.rep_s = Stepper("", 0.5, LONGEST_REP_S, OF_A_REP, self)
        self.rest = Stepper("", 0, LONGEST_GAP_S, OF_A_REST, self)
        self.order = Choice("", ((value, wording_routines.order(value)) for value in ORDERS), self)
        self.together = Text(self.tr("Together"), BODY - 1, 600, name="together", parent=self)
        self.handle = DragHandle(self)
        self.remove = CrossButton("", self)
        self._connect()

    def _connect(self) -> None:
        for name, stepper in self._steppers().items():
            stepper.edited.connect(lambda value, gesture, field=name: self.changed.emit(field, value, gesture))
        self.order.chosen.connect(lambda value: self.changed.emit("order", value, 0))
        self.remove.clicked.connect(self.remove_requested)
        words = {
            "sets": self.tr("Sets"), "hold": self.tr("Hold"), "reps": self.tr("Reps"), "rep_s": self.tr("A rep"),
            "rest": self.tr("Rest"), "order": self.tr("Sides"), "together": self.tr("Sides"),
        }  # fmt: skip
        self._words = words
        self._labels = {name: Text(text, LEAST_LETTER, quiet=True, parent=self) for name, text in words.items()}

    def _steppers(self) -> dict[str, Stepper]:
        return {name: getattr(self, name) for name in ("sets", "hold", "reps", "rep_s", "rest")}

    # -- showing -----------------------------------------------------------------------------------------------------
    def show_item(self, item: Item, exercise: Exercise, several: bool) -> None:
        """Show an exercise and its dose; where there are `several`, every control is named with its exercise."""
        name = wording.of_file(exercise.name)
        self.figure.show_held(exercise)
        self.title.show_text(name)
        self._fields = self._wanted(item, exercise)
        for field, label in self._labels.items():
            label.setVisible(field in self._fields)
            self._control(field).setVisible(field in self._fields)
        for field, stepper in self._steppers().items():
            stepper.set_name(self._named(field, name, several))
        self.order.setAccessibleName(self._named("order", name, several))
        self.handle.set_words(self.tr("Move {exercise}").format(exercise=name))
        self.remove.set_words(self.tr("Remove {exercise}").format(exercise=name))
        self._show_dose(item, exercise)
        self._arrange()

    def _show_dose(self, item: Item, exercise: Exercise) -> None:
        dose = item.dose
        self.sets.show_value(dose.sets)
        self.hold.show_value(dose.hold_s)
        self.reps.show_value(dose.reps)
        self.rep_s.show_value(dose.rep_s)
        in_turn = exercise.each_side and item.order == "in turn"
        rests = dose.sets > 1 and not in_turn
        self.rest.setEnabled(rests)
        self.rest.show_value(0.0 if not rests else wording_routines.WAIT if item.rest_s is None else item.rest_s)
        self.order.show_value(item.order)

    def _wanted(self, item: Item, exercise: Exercise) -> list[str]:
        dose = ["reps", "rep_s"] if item.dose.reps else ["hold"]
        return ["sets", *dose, "rest", "order" if exercise.each_side else "together"]

    def _named(self, field: str, exercise: str, several: bool) -> str:
        words = self._words[field]
        return self.tr("{field}, {exercise}").format(field=words, exercise=exercise) if several else words

    def _control(self, field: str) -> QWidget:
        control: QWidget = getattr(self, field)
        return control

    @property
    def controls(self) -> list[QWidget]:
        """In the order in which Tab goes through them."""
        return [*(self._control(field) for field in self._fields if field != "together"), self.remove, self.handle]

    # -- arranging ---------------------------------------------------------------------------------------------------
    def rescaled(self) -> None:
        for part in self.findChildren(QWidget):
            if isinstance(part, Scaled):
                part.set_scale(self.scale)
        self._arrange()

    def height_for(self, width: int) -> int:
        """The height (px) that it needs at a width."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(self.px(600), self.height_for(self.px(600)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._place(self.width(), move=True)

    def _place(self, width: int, move: bool) -> int:
        pad, gap, label = self.px(INSET), self.px(SNUG), self.px(LABEL)
        picture = self.px(PICTURE if width >= self.px(NARROW) else 0.72 * PICTURE)
        left = beside = self.px(HANDLE) + picture + pad
        title_width = width - left - self.px(LEAST_CONTROL)
        title = max(self.px(24), self.title.heightForWidth(title_width))
        top, control = pad + title + self.px(5), self.px(LEAST_CONTROL)
        widths = [self._control(field).minimumSizeHint().width() for field in self._fields]
        columns = columns_for(widths, width - left - pad, gap)
        if columns == 1:  # the picture is beside the title only
            left, top = self.px(HANDLE), max(top, pad + round(picture * HIGH) + gap)
            columns = columns_for(widths, width - left - pad, gap)
        room = width - left - pad
        rows = -(-len(self._fields) // columns)
        height = top + rows * (label + control) + (rows - 1) * gap + pad
        if move:
            self._picture = QRect(self.px(HANDLE), pad, picture, min(height - 2 * pad, round(picture * HIGH)))
            self.figure.setGeometry(self._picture.adjusted(4, 4, -4, -4))
            self.title.setGeometry(beside, pad, title_width, title)
            self.remove.setGeometry(width - self.px(LEAST_CONTROL) - 2, 2, self.px(LEAST_CONTROL), self.px(40))
            self.handle.setGeometry(0, 0, self.px(HANDLE), height)
            wanted = [self._control(field).sizeHint().width() for field in self._fields]
            across = shared(widths, wanted, room, columns, gap)
            for number, field in enumerate(self._fields):
                row, column = divmod(number, columns)
                x = left + sum(across[:column]) + column * gap
                y = top + row * (label + control + gap)
                self._labels[field].setGeometry(x, y, across[column], label)
                self._control(field).setGeometry(x, y + label, across[column], control)
        return height

    # -- hands -------------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+↑ and Alt+↓ move the exercise; with the handle in hand, the arrows alone do."""
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if way is not None and (alt or self.window().focusWidget() is self.handle):
            self.move_requested.emit(way)
        else:
            super().keyPressEvent(event)

    def set_lifted(self, lifted: bool) -> None:
        """Drawn as if it lay above the others, while it is dragged."""
        self.lifted = lifted
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        line = theme.focus if self.lifted else theme.line
        paint_panel(painter, QRectF(self.rect()), theme.card, line, BUTTON_RADIUS, RING if self.lifted else 1.0)
        paint_panel(painter, self._picture.toRectF(), panel_of(theme), CLEAR, INNER_RADIUS)
