"""The numbers of the History page: each a figure with its name, and on demand a line that explains it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hamstring_gui.domain.consistency import Week, consistency, left_share, streak, weeks_counted
from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.controls.buttons import SignButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.stepper import Counting, Stepper
from hamstring_gui.ui.history import wording
from hamstring_gui.ui.theme import GAP, LEAST_LETTER, LOW_CARD_MARGINS, SMALL, SNUG, TIGHT, WIDE_GAP
from hamstring_gui.ui.wording import percent

MOST_DAYS = 7
FEWEST = 2
LEAST_TILE = 92
FIGURE = 19


class Numbers(Scaled, Card):
    """`goal_requested` carries the active days a week that are wanted from now on."""

    goal_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._columns = 0
        self.this_week = self._tile(
            "this_week", self.tr("This week"),
            self.tr("Active days of this week, and the goal. A day is active with a session of which at least half "
                    "of the planned time was held. In your first week the goal is at most the days that it still had."),
        )  # fmt: skip
        self.streak = self._tile(
            "streak", self.tr("Streak"),
            self.tr("Weeks in a row that met their goal. This week adds to it once its goal is met, and never breaks "
                    "it; rest weeks are stepped over."),
        )  # fmt: skip
        self.consistency = self._tile("consistency", self.tr("Consistency"))
        self.minutes = self._tile(
            "minutes_per_leg", self.tr("Minutes a leg"),
            self.tr("Minutes of hamstring stretches held this week with each leg. Studies found more range of motion "
                    "with 5 to 10 minutes a leg and week."),
        )  # fmt: skip
        self.balance = self._tile("balance", self.tr("Balance"))
        in_days = Counting(write=lambda days: wording.days_a_week(round(days)))
        self.steps = Stepper(self.tr("Goal a week"), 1, MOST_DAYS, in_days)
        self.steps.edited.connect(lambda days, _: self.goal_requested.emit(round(days)))
        self.goal = self._tile(
            "goal", self.tr("Goal a week"),
            self.tr("Active days wanted a week. A new goal is in force from this week on; past weeks keep theirs."),
            figure=self.steps,
        )  # fmt: skip
        self._lay_out()

    def _lay_out(self) -> None:
        self.explanation = Text(size=SMALL, quiet=True, name="explanation", wrap=True)
        self.explanation.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(WIDE_GAP)
        column(self._grid, self.explanation, gap=GAP, margins=LOW_CARD_MARGINS, inside=self)

    @property
    def _tiles(self) -> tuple[_Tile, ...]:
        return self.this_week, self.streak, self.consistency, self.minutes, self.balance, self.goal

    def _tile(self, name: str, words: str, explanation: str = "", figure: QWidget | None = None) -> _Tile:
        tile = _Tile(words, figure or Text(size=FIGURE, weight=700, name=name), self)
        tile.explanation = explanation
        tile.ask.setAccessibleName(self.tr("What does “{name}” mean?").format(name=words))
        tile.ask.clicked.connect(lambda: self._on_asked(tile))
        return tile

    def show_weeks(self, weeks: Sequence[Week], since: date | None) -> None:
        """Show the numbers of these weeks, the running one last; `since`: the day of the first session."""
        running = weeks[-1]
        self.this_week.show_text(wording.days_of_goal(running))
        self.streak.show_text(wording.weeks_in_a_row(streak(weeks)))
        self.consistency.show_text(percent(consistency(weeks, since)))
        self.minutes.show_text(wording.minutes_both(running.stretched))
        self.balance.show_text(wording.balance(left_share(weeks)))
        self.steps.show_value(running.wanted)
        self.consistency.explanation = wording.consistency_explained(len(weeks_counted(weeks, since)))
        self.balance.explanation = wording.balance_explained(weeks)
        for tile in self._tiles:
            if tile.ask.lit:
                self._explain(tile)
        self._flow()

    def _on_asked(self, asked: _Tile) -> None:
        """Show the line that explains a number, or put it away."""
        shown = not asked.ask.lit
        for tile in self._tiles:
            tile.ask.set_lit(tile is asked and shown, self.tr("Its meaning stands below."))
        self._explain(asked)
        self.explanation.setVisible(shown)
        if shown:
            announce(self, asked.explanation)

    def _explain(self, asked: _Tile) -> None:
        self.explanation.show_text(asked.explanation)

    def rescaled(self) -> None:
        self._flow()

    def minimumSizeHint(self) -> QSize:
        """With as few columns as can be: what it has now must not keep it from having fewer."""
        width = self._width_of(FEWEST) + LOW_CARD_MARGINS[0] + LOW_CARD_MARGINS[2]
        return QSize(width, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """A number became longer, or shorter."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._flow()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        """Six side by side, or three, or two, as there is room."""
        room = self.width() - LOW_CARD_MARGINS[0] - LOW_CARD_MARGINS[2]
        columns = next((number for number in (6, 3) if self._width_of(number) <= room), FEWEST)
        if columns == self._columns:
            return
        self._columns = columns
        for number in range(6):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)

    def _width_of(self, columns: int) -> int:
        widths = [max(self.px(LEAST_TILE), tile.minimumSizeHint().width()) for tile in self._tiles]
        return sum(max(widths[number::columns]) for number in range(columns)) + GAP * (columns - 1)


class _Tile(QWidget):
    """A figure over its name. `ask` asks what it means, which `explanation` tells."""

    explanation = ""

    def show_text(self, text: str) -> None:
        if isinstance(self.figure, Text):
            self.figure.show_text(text)

    def __init__(self, words: str, figure: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.figure = figure
        self.ask = SignButton("?", words, 22)
        lower = row(Text(words, LEAST_LETTER, quiet=True), self.ask, None, gap=SNUG)
        column(self.figure, lower, gap=TIGHT, inside=self).setAlignment(Qt.AlignmentFlag.AlignTop)
