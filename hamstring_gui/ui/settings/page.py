"""The Settings page: every setting with what it does, found by words, and the user's data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.finding import matches
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.field import SearchField
from hamstring_gui.ui.controls.head import Head
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.settings.described import Group, searched_in
from hamstring_gui.ui.settings.row import SettingRow
from hamstring_gui.ui.settings.rows import groups
from hamstring_gui.ui.theme import BLOCK, BODY, CARD_OF_ROWS_MARGINS, GAP, HEADING, PAGE_MARGINS, TITLE

WIDTH = 900


class SettingsPage(QWidget):
    """`setting_changed` carries a row's field and the value chosen, `pressed` the field of a row with a button.
    `cover_requested` carries a topic and the card that is to lie over the window, `key_given` what is told on the one
    for pedals: a key's name and the command that it is given, "" for none."""

    setting_changed = Signal(str, object)
    pressed = Signal(str)
    cover_requested = Signal(str, object)
    key_given = Signal(str, str)
    _keys_shown = Signal(object, str)

    def __init__(self, languages: Sequence[str] = ()) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title = Text(self.tr("Settings"), TITLE, 700, name="settings_title")
        self.setAccessibleName(self.title.text())
        self.search = SearchField(self.tr("Search settings"))
        self.search.textChanged.connect(self._on_search_changed)
        self.cards = [GroupCard(group) for group in groups(languages)]
        self.rows = {row.row.field: row for card in self.cards for row in card.rows}
        for field, line in self.rows.items():
            line.changed.connect(lambda value, field=field: self.setting_changed.emit(field, value))
            line.pressed.connect(lambda field=field: self.pressed.emit(field))
        self.nothing = Text(
            self.tr("No setting goes by these words. Try fewer."), BODY, quiet=True, name="no_setting_found", wrap=True
        )
        self.show_all = KeyButton(self.tr("Show all settings"), self.tr("Esc"))
        self.show_all.clicked.connect(self.search.clear)
        self._lay_out()
        self.nothing.hide()
        self.show_all.hide()

    def _lay_out(self) -> None:
        content = QWidget()
        head = Head(self.title, (self.search, 1))
        column(
            head, *self.cards, self.nothing, row(self.show_all, None), None,
            gap=BLOCK, margins=PAGE_MARGINS, inside=content,
        )  # fmt: skip
        self.sheet = Sheet(content, WIDTH)
        column(self.sheet, inside=self)

    # -- showing -----------------------------------------------------------------------------------------------------
    def show_settings(self, values: Mapping[str, object], usual: Mapping[str, object]) -> None:
        """Show what is set; `usual` are the values that a reset goes back to. Both by the rows' fields."""
        for field, value in values.items():
            if field in self.rows:
                self.rows[field].show_value(value, usual[field])

    def show_folder(self, folder: str) -> None:
        """Show where the user's data lies."""
        self.rows["folder"].show_path(folder)

    def show_backups(self, folder: str, last: str) -> None:
        """Show where backups lie that are made by themselves, and when the `last` one was made, if one was."""
        line = self.rows["backups"]
        line.show_path(folder, "backups_folder")
        told = self.tr("The last one: {time}.").format(time=last) if last else self.tr("There is none yet.")
        line.explanation.show_text(f"{line.row.explanation} {told}")

    def show_sharing(self, folder: str, sentence: str) -> None:
        """Show through which folder the history is shared, and what is to be said of that; "" where it isn't."""
        line = self.rows["shared"]
        line.show_value(bool(folder), bool(folder))  # there is no usual one
        line.show_path(folder, "data_shared")
        line.show_trouble(sentence)

    def show_synced_by_itself(self, sentence: str) -> None:
        """Say of the folder of the user's data what is wrong with where it lies."""
        self.rows["folder"].show_trouble(sentence)

    def show_no_tone(self, why: str) -> None:
        """Say beside the tone that can be asked for why it would not be heard; nothing where it would."""
        self.rows["tone"].show_trouble(why)

    def show_no_voice(self, why: str) -> None:
        """The same beside the sentence that can be asked for."""
        self.rows["say"].show_trouble(why)

    def show_reminder_put_off(self, sentence: str) -> None:
        """Say beside the reminder's time what quiet hours make of it; nothing where they leave it as it is."""
        self.rows["reminder_at"].show_trouble(sentence)

    def show_no_tray(self, why: str) -> None:
        """Say beside the setting why no icon shows in the system tray; nothing where one would."""
        self.rows["tray"].show_trouble(why)

    # -- the card of pedals ------------------------------------------------------------------------------------------
    def show_pedals_card(
        self, commands: Sequence[tuple[str, str]], usual: Mapping[str, str], given: Iterable[tuple[str, str]]
    ) -> None:
        """Lay the card over the window on which keys are given commands; see `PedalsCard`."""
        from hamstring_gui.ui.settings.pedals import PedalsCard

        card = PedalsCard(commands, usual, self.window())
        card.given.connect(self.key_given)
        self._keys_shown.connect(card.show_given)
        card.show_given(given)
        self.cover_requested.emit("pedals", card)

    def show_given_keys(self, given: Iterable[tuple[str, str]], why_not: str) -> None:
        """Show on that card which keys have which commands, and why the last one couldn't be given one."""
        self._keys_shown.emit(given, why_not)

    def _on_search_changed(self) -> None:
        found = [card.show_found(self.search.text()) for card in self.cards]
        self.nothing.setVisible(not any(found))
        self.show_all.setVisible(not any(found))

    # -- hands -------------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whoever types, searches."""
        if event.key() == Qt.Key.Key_Escape:
            self.search.clear()
        elif not self.search.takes(event):
            super().keyPressEvent(event)


class GroupCard(Card):
    """The rows of one group under its name."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self._group = group
        self.rows = [SettingRow(row) for row in group.rows]
        column(Text(group.name, HEADING - 2, 700), GAP, *self.rows, margins=CARD_OF_ROWS_MARGINS, inside=self)

    def show_found(self, query: str) -> bool:
        """Show the rows that a search finds, and nothing at all where there are none."""
        for line in self.rows:
            line.setVisible(matches(query, searched_in(self._group, line.row)))
        any_found = any(not line.isHidden() for line in self.rows)
        self.setVisible(any_found)
        return any_found
