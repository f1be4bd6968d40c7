"""The calendar with the choice of its year, what its shades mean, and the day that is looked at or chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.dates import EARLIEST
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.legend import Legend
from hamstring_gui.ui.controls.stepper import Counting, Stepper
from hamstring_gui.ui.history import wording
from hamstring_gui.ui.history.calendar import Calendar
from hamstring_gui.ui.history.legends import calendar_legend
from hamstring_gui.ui.history.words_and_wish import WordsAndWish
from hamstring_gui.ui.theme import BODY, LOW_CARD_MARGINS, SMALL, SNUG, STRONG, WIDE_GAP


class CalendarCard(Card):
    """Shows the last 12 months, or any year before. `add_requested` carries a day on which a session is to be added."""

    add_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._weeks: tuple[Week, ...] = ()
        self._today = date.min
        self._year = 0
        self.calendar = Calendar()
        self.heading = Text(self.tr("Last 12 months"), STRONG, 600, name="calendar_title")
        self.year = Stepper(
            self.tr("Year"), EARLIEST.year, EARLIEST.year, Counting(write=lambda year: f"{year:.0f}", widest=2000.0)
        )
        self.legend = Legend()
        self.words = Text(size=BODY, name="day_words", wrap=True)
        self.add = KeyButton(self.tr("Add a session on this day"))
        self.add.setObjectName("add_on_day")
        self.add.set_letter_px(SMALL)
        self.year.edited.connect(lambda year, _: self._show_year(round(year)))
        self.calendar.year_requested.connect(self._show_year)
        self.calendar.looked_elsewhere.connect(self.describe)
        self.add.clicked.connect(self._on_add_clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        policy = self.add.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.add.setSizePolicy(policy)
        column(
            row((self.heading, 1), self.year, gap=WIDE_GAP), self.calendar, self.legend,
            WordsAndWish(self.words, self.add),
            gap=SNUG, margins=LOW_CARD_MARGINS, inside=self,
        )  # fmt: skip

    def show_history(self, weeks: tuple[Week, ...], today: date) -> None:
        """Show these weeks, oldest first; a year that was chosen stays."""
        follows = self._year in (0, self._today.year)
        self._weeks, self._today = weeks, today
        self.year.setMaximum(today.year)
        self._show_year(today.year if follows else self._year)

    def _show_year(self, year: int) -> None:
        self._year = year
        self.year.show_value(year)
        self.heading.show_text(wording.calendar_named(year, self._today))
        self.calendar.show_year(self._weeks, self._today, year)
        self.legend.show_entries(calendar_legend(self.calendar.cells))
        self.calendar.leave_what_is_not_shown()
        self.describe()

    def describe(self) -> None:
        """Say what is known of the day that is looked at, of the chosen one, or of today; an empty one that was chosen
        can be filled."""
        day, chosen = self.calendar.current, self.calendar.chosen
        told = self.tr("Choose a day to see its sessions, or to add one.")
        if day is not None:
            told = wording.day_told(day, self._today.year)
        if day is not None and day == chosen and day.sessions:
            told = self.tr("{day}. Its sessions stand below.").format(day=told)
        self.words.show_text(told)
        self.add.setVisible(chosen is not None and chosen == day and not chosen.sessions)

    def _on_add_clicked(self) -> None:
        if self.calendar.chosen is not None:
            self.add_requested.emit(self.calendar.chosen.date)
