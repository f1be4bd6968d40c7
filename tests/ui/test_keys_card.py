"""The list of all keys is put away by what goes on, and by nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.keys_card import KeysCard

Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "closes"),
    [
        (Key.Key_F1, True), (Key.Key_Escape, True), (Key.Key_Return, True), (Key.Key_Enter, True),
        (Key.Key_Space, True), (Key.Key_MediaPlay, True), (Key.Key_MediaNext, False), (Key.Key_Down, False),
        (Key.Key_P, False), (Key.Key_F11, False),
    ],
)  # fmt: skip
def test_which_keys_close_it(qtbot, key: Key, closes: bool) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    card, closed = KeysCard([("In a session", [("Space", "Pause")])], page), list[int]()
    card.answered.connect(lambda *_: closed.append(1))
    QTest.keyClick(card, key)
    assert bool(closed) is closes
