"""The card that offers the ways out: the weeks of a PDF are chosen on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hamstring_gui.ui import file_dialogs
from hamstring_gui.ui.history.export_card import ExportCard
from tests.ui.conftest import Desk


def test_the_weeks_of_the_pdf_are_chosen(
    open_desk: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    desk.click("History")
    wanted: list[int] = []
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_: tmp_path / "out.pdf")
    monkeypatch.setattr(desk.parts.history.exchange, "write", lambda way, path, chart, weeks: wanted.append(weeks))
    for words in ("4 weeks", "26 weeks", "52 weeks", None):
        desk.click("Export…")
        if words:
            card = desk.window.findChild(ExportCard)
            next(button for button in card.period.buttons if button.text() == words).click()
        desk.click("PDF summary")
        desk.window.findChild(ExportCard).setParent(None)
    assert wanted == [4, 26, 52, 12]
