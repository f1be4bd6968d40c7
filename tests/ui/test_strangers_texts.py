"""Texts that come from strangers' files are shown letter by letter: none is read as HTML, as a key, or as a picture."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit, QToolTip, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.domain.routine import just
from hamstring_gui.storage.bundle import read_bundle
from hamstring_gui.storage.exercise_text import write_exercise
from hamstring_gui.storage.own_exercises import draw_nothing
from hamstring_gui.storage.routine_files import write_routine
from hamstring_gui.ui.controls.drag_handle import DragHandle
from hamstring_gui.ui.controls.labels import LONGEST_TIP, Text, harmless, tip_of
from hamstring_gui.ui.controls.notice import Notice
from hamstring_gui.ui.controls.pressable import Pressable
from tests.conftest import ROOT
from tests.domain.samples import START
from tests.storage.making import zipped
from tests.ui.conftest import Desk

HOSTILE = "Calf <img src='/dev/zero'> &Up"
NAMES = [
    HOSTILE,
    "<a href='http://127.0.0.1:9/x'>Calf</a>",
    "&lt;b&gt;Calf",
    "<!DOCTYPE html><p>Calf",
    "<?xml version='1.0'?><html>Calf",
    "  \n <table><tr><td>Calf",
    "Calf\n<b>second</b>",
    "<\u202eb>Calf",
    "<IMG\tSRC=x>",
    "<b" * 30_000 + ">",
    "Calf \x00\x1b[31m\u202e\ud800",
]


@pytest.mark.parametrize("name", NAMES)
def test_no_tip_is_html(name: str) -> None:
    from PySide6 import QtGui

    tip = tip_of(name)
    assert not QtGui.Qt.mightBeRichText(tip)
    assert len(tip) < 2 * LONGEST_TIP + 50
    tip.encode()


@pytest.mark.parametrize("plain", ["Calf", "Move “Tom & Jerry”", "5 > 4", "Line\nbelow it"])
def test_a_harmless_tip_stays_as_it_is(plain: str) -> None:
    assert tip_of(plain) == plain


@pytest.mark.parametrize("ours", ["4 × 30 s · about 4 min\n1 min 30 s of stretching a leg", "4\u00a0min", "Calf"])
def test_nothing_is_looked_for_in_texts_as_ours_are(ours: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """To make what looks would take 4 million instructions of every start."""
    monkeypatch.setattr("hamstring_gui.ui.controls.labels.re", None)
    assert harmless(ours) == ours


def test_no_label_turns_its_neighbours_and_no_button_takes_a_key(qapp: QApplication) -> None:
    label, button = Text("a\u202eb\x07"), Pressable("Tom &Jerry")
    label.show_text("c\u2066d\ud83d")
    button.setText("&Tom")
    assert (label.text(), button.text(), button.shortcut()) == ("cd", "&Tom", QKeySequence())


_RICH = re.compile(
    r"setToolTip\(|setStatusTip\(|setWhatsThis\(|setHtml\(|RichText|AutoText|MarkdownText|QMessageBox|QTextDocument"
    r"|QTextBrowser|QTextEdit\b|showText\((?!.*tip_of\()|ToolTipRole"
)


def _looked_at_for_html(text: str) -> list[str]:
    """Where a text of a source file would be looked at for HTML."""
    text = text.replace("widget.setToolTip(tip_of(text))", "")
    return [f"{n}: {line.strip()}" for n, line in enumerate(text.splitlines(), 1) if _RICH.search(line)]


def test_there_is_one_way_to_give_anything_a_tip() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{where}"
        for path in sorted((ROOT / "hamstring_gui").rglob("*.py"))
        for where in _looked_at_for_html(path.read_text("utf-8"))
    ]
    assert found == [], "texts come from strangers' files: use controls.labels (set_tip, tip_of, Text)"


@pytest.mark.parametrize(
    ("text", "rich"),
    [
        ("self.setToolTip(name)", True),
        ("QToolTip.showText(event.globalPos(), index.data(), view)", True),
        ("self.setTextFormat(Qt.TextFormat.RichText)", True),
        ("case Qt.ItemDataRole.ToolTipRole:", True),
        ("QToolTip.showText(event.globalPos(), tip_of(index.data()), view)", False),
        ("set_tip(self, name)", False),
    ],
)
def test_the_rule_of_plain_texts_sees(text: str, rich: bool) -> None:
    assert bool(_looked_at_for_html(text)) == rich


def _hostile(exercise: Exercise) -> Exercise:
    """An exercise of which every text is a stranger's."""
    step = replace(exercise.steps[0], text=HOSTILE, pose=None)
    return replace(
        exercise, name=HOSTILE, region="calf", steps=(step, step), between=step, switch=step, resume=2,
        resume_switched=2, equipment=(f"{HOSTILE} 2",), muscles=(HOSTILE,), cautions=(HOSTILE,), ask_first=HOSTILE,
        source=HOSTILE, held_motion=None, own=True,
    )  # fmt: skip


@pytest.fixture
def desk(open_desk: Callable[..., Desk], tmp_path: Path, exercises: dict[str, Exercise]) -> Desk:
    """A window whose exercises, routines and history are a stranger's."""
    folder = tmp_path / "exercises" / "own-calf"
    folder.mkdir(parents=True)
    hostile = _hostile(exercises["band-hamstring-stretch"])
    (folder / "exercise.toml").write_text(write_exercise(hostile))
    routine = replace(just(replace(hostile, id="own-calf")), name=HOSTILE)
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "calf.toml").write_text(write_routine(routine))
    desk = open_desk()
    hold = HoldRecord(0, HOSTILE, "left", 1, 30.0, 30.0, "held", START)
    desk.store.put_all(
        [SessionRecord("x", HOSTILE, HOSTILE, START, START, START.date(), "finished", 30.0, (hold,), note=HOSTILE,
                       source=HOSTILE)],
        (), (),
    )  # fmt: skip
    return desk


def test_a_notice_has_few_lines_and_none_is_long(qapp: QApplication) -> None:
    window = QWidget()
    window.resize(900, 600)
    notice = Notice(window)
    notice.show_notice("\n".join(["x" * 100_000, *(f"{n}.toml: this is not TOML" for n in range(5000))]))
    first, *others = notice.text.text().split("\n")
    assert (len(first), len(others), others[-1]) == (600, 8, "and 4993 more")
    notice.show_notice("a\nb")
    assert notice.text.text() == "a\nb"
    window.deleteLater()


def _read_as_html(window: QWidget) -> Iterator[str]:
    """What of a window would be read as something else than its letters."""
    from PySide6 import QtGui

    for widget in (window, *window.findChildren(QWidget)):
        told = (widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.windowTitle())
        yield from (f"{widget}: {text}" for text in told if QtGui.Qt.mightBeRichText(text))
        tip = widget.objectName() == "qtooltip_label" and not QtGui.Qt.mightBeRichText(widget.text())
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText and not tip:
            yield f"{widget}: {widget.text()}"
        if isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty():
            yield f"{widget}: the key {widget.shortcut().toString()}"
        if isinstance(widget, QTextEdit):
            yield f"{widget}: reads HTML"


def _look(desk: Desk, where: str, *, named: bool = True) -> None:
    QApplication.processEvents()
    assert (HOSTILE in _said(desk.window)) == named, where
    assert list(_read_as_html(desk.window)) == [], where


def test_what_is_dragged_and_chosen_by_a_strangers_name(desk: Desk) -> None:
    desk.click("Exercises")
    _look(desk, "Exercises")
    desk.click(HOSTILE)
    _look(desk, "the exercise")
    desk.click("Routines")
    desk.click(HOSTILE)
    _look(desk, "Routines")
    _hover(desk.window.findChildren(DragHandle)[0])
    assert "Calf <\u2060img" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.nightly
def test_every_page_shows_strangers_texts_as_letters(
    desk: Desk, tmp_path: Path, exercises: dict[str, Exercise]
) -> None:
    _look(desk, "Today")
    desk.click("Exercises")
    desk.click(HOSTILE)
    desk.click("Edit")
    _look(desk, "its editor", named=False)
    desk.press(Qt.Key.Key_Escape)
    desk.click("History")
    _look(desk, "History", named=False)
    file = tmp_path / f"{HOSTILE.replace('/', '_')}.json"
    file.write_text(json.dumps({"sessions": [{"day": "2026-11-01", HOSTILE: 1, "held_s": HOSTILE}]}))
    assert desk.drop(file)
    _look(desk, "the question about an import")
    desk.press(Qt.Key.Key_Escape)
    bundle = tmp_path / "<b>calf.hamstring"
    text = write_exercise(replace(_hostile(exercises["band-hamstring-stretch"]), source="another"))
    bundle.write_bytes(zipped([("exercise.toml", text.encode())]))
    assert read_bundle(bundle, draw_nothing).exercise.name == HOSTILE
    assert desk.drop(bundle)
    _look(desk, "what was taken in")
    desk.click("Settings")
    _look(desk, "Settings", named=False)


def _said(window: QWidget) -> str:
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, *(one.text() for one in window.findChildren(QAbstractButton) if one.isVisible())])


def _hover(widget: QWidget) -> None:
    middle = widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(middle), widget.mapToGlobal(middle)))
