"""Asking where a file is, or where it should go: the system's own dialog, with our colours where there is none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(parent: QWidget, title: str, patterns: str, folder: Path | None = None) -> Path | None:
    """The file that was chosen, or `None`. `patterns` as in Qt: `Pictures (*.png *.svg)`. It begins in a folder that
    is there, or among the documents."""
    begin = str(folder) if folder is not None and folder.is_dir() else _documents()
    name, _ = QFileDialog.getOpenFileName(parent, title, begin, patterns)
    return Path(name) if name else None


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    """The folder that was chosen, or `None`."""
    name = QFileDialog.getExistingDirectory(parent, title, str(Path.home()))
    return Path(name) if name else None


def ask_where_to(parent: QWidget, title: str, suggested: str, patterns: str) -> Path | None:
    """The file to write, or `None`; asks before it replaces one. `suggested` is a file name with its ending."""
    dialog = QFileDialog(parent, title, _documents(), patterns)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))  # so it is the whole name that is asked about
    dialog.filterSelected.connect(lambda pattern: dialog.setDefaultSuffix(pattern.rpartition("*.")[2].rstrip(")")))
    dialog.selectFile(suggested)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _documents() -> str:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place if Path(place).is_dir() else str(Path.home())
