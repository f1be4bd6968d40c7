"""Asking where to: no file is replaced unasked, also where its ending was not typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QMessageBox, QWidget

from hamstring_gui.ui import file_dialogs


def then(*steps: Callable[[QWidget], object]) -> None:
    """Do each step on the dialog that shows at the time."""

    def do(left: list[Callable[[QWidget], object]]) -> None:
        step, dialog = left[0], QApplication.activeModalWidget()
        if len(left) > 1:
            QTimer.singleShot(0, lambda: do(left[1:]))  # a step may open a dialog of its own, and stay in it
        assert dialog is not None
        step(dialog)

    QTimer.singleShot(0, lambda: do(list(steps)))


def typed(words: str) -> Callable[[QWidget], object]:
    return lambda dialog: dialog.findChild(QLineEdit).setText(words)


def accept(dialog: QWidget) -> None:
    assert isinstance(dialog, QFileDialog)
    dialog.accept()


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, application: QApplication) -> Path:
    monkeypatch.setattr(file_dialogs, "_documents", lambda: str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(("answer", "replaced"), [("No", False), ("Yes", True)])
def test_a_name_without_its_ending_is_asked_about_with_it(qtbot, tmp_path: Path, answer: str, replaced: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    (tmp_path / "mine.zip").write_text("older")
    asked: list[str] = []

    def answered(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.button(getattr(QMessageBox.StandardButton, answer)).click()

    then(typed("mine"), accept, answered, *(() if replaced else (lambda dialog: dialog.reject(),)))
    found = file_dialogs.ask_where_to(parent, "Back up", "hamstring.zip", "Backups (*.zip)")
    assert found == (tmp_path / "mine.zip" if replaced else None)
    assert "mine.zip" in asked[0]


def test_the_ending_follows_the_kind_that_is_chosen(qtbot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def choose_svg(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        box = dialog.findChild(QComboBox, "fileTypeCombo")
        box.setCurrentIndex(1)
        box.textActivated.emit(box.currentText())

    then(choose_svg, typed("chart"), accept)
    assert file_dialogs.ask_where_to(parent, "Export", "c.png", "PNG (*.png);;SVG (*.svg)") == tmp_path / "chart.svg"
