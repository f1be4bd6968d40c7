"""Own exercises become clips where hibari-tts is installed, and go with their exercise."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QObject, QTimer, Signal

from hamstring_gui.desktop.clip_making import Renderer
from hamstring_gui.domain.values import replace
from hamstring_gui.program import own_voice
from hamstring_gui.program.library import Library
from hamstring_gui.program.own_voice import OwnVoice, is_english, render_own
from hamstring_gui.program.recordings import clips_of
from hamstring_gui.storage.backup import left_out, write_backup
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.shelf import read_shelf
from tests.program.engine import install_engine
from tests.storage.making import draw, own_exercise


class ErrandHere(QObject):
    """Does in this process, a moment later, what is done in one beside it."""

    done = Signal(bytes)

    def __init__(self, most_s: float, parent: QObject) -> None:
        super().__init__(parent)
        self.is_running = False
        self.started = 0

    def start(self, arguments: Sequence[str]) -> None:
        assert list(arguments[:3]) == ["say", "--own", "--data-dir"]
        self.is_running, self.started = True, self.started + 1
        QTimer.singleShot(0, self, lambda: self._do(Path(arguments[3])))

    def _do(self, folder: Path) -> None:
        if not self.is_running:
            return
        out = io.StringIO()
        render_own(Paths.under(folder), out)
        self.is_running = False
        self.done.emit(out.getvalue().encode())

    def close(self) -> None:
        self.is_running = False


class Program:
    def __init__(self, folder: Path) -> None:
        self.paths, self.busy, self.language = Paths.under(folder), False, "en"
        self.parent = QObject()
        self.library = Library(read_shelf(self.paths), draw, self.parent)
        self.voice = OwnVoice(self.paths, self.library, lambda: self.language, lambda: self.busy, self.parent)

    @property
    def started(self) -> int:
        started: int = self.voice._errand.started
        return started

    def says(self, text: str) -> bool:
        return clips_of(self.paths).find(text) is not None


@pytest.fixture
def program(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(own_voice, "SOON_MS", 0)
    monkeypatch.setattr(own_voice, "Errand", ErrandHere)
    monkeypatch.setattr("os.nice", lambda _: 0)
    monkeypatch.syspath_prepend(install_engine(tmp_path / "engine"))
    monkeypatch.delitem(sys.modules, "hibari", raising=False)
    program = Program(tmp_path / "data")
    yield program
    program.voice.end()
    sys.modules.pop("hibari", None)


def test_a_saved_exercise_is_said_until_it_is_deleted(qtbot, program: Program) -> None:
    saved = program.library.save_exercise(own_exercise("Towel stretch"))
    qtbot.waitUntil(lambda: program.says("Towel stretch."))
    step = saved.steps[0]
    assert clips_of(program.paths).length_s("Towel stretch.") == pytest.approx(0.0125 * 14 + 0.08, abs=0.03)
    assert program.says("Next: Towel stretch.")
    assert not (program.paths.own_clips / "en" / "right-leg.wav").exists(), (
        "what comes with the program is said by that"
    )

    changed = replace(saved, steps=(replace(step, text="Wring the towel."), *saved.steps[1:]))
    program.library.save_exercise(changed)
    qtbot.waitUntil(lambda: program.says("Wring the towel."))

    program.library.delete_exercise(saved.id)
    qtbot.waitUntil(lambda: not list(program.paths.own_clips.rglob("*.wav")))
    program.library.bring_back(saved.id)
    qtbot.waitUntil(lambda: program.says("Wring the towel."))


@pytest.mark.nightly
def test_what_is_missing_is_made_after_the_next_start(qtbot, program: Program) -> None:
    program.voice.end()
    program.library.save_exercise(own_exercise("Towel stretch"))
    program.voice.end()
    later = Program(program.paths.data)
    qtbot.waitUntil(lambda: later.says("Towel stretch."))
    later.voice.end()


def test_never_in_a_session_and_only_in_english(qtbot, program: Program) -> None:
    program.busy = True
    program.library.save_exercise(own_exercise("Towel stretch"))
    qtbot.wait(1)
    assert program.started == 0
    program.busy, program.language = False, "de"
    qtbot.waitUntil(lambda: not program.voice._timer.isActive())
    assert program.started == 0
    assert [is_english(language) for language in ("en", "en_GB", "de", "pt_BR")] == [True, True, False, False]


def test_a_session_ends_the_rendering_which_goes_on_after_it(
    qtbot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as slow:
        slow.setattr(ErrandHere, "_do", lambda *_: None)
        program.library.save_exercise(own_exercise("Towel stretch"))
        qtbot.waitUntil(lambda: program.started == 1)
    program.busy = True
    program.voice.make_room()
    assert not program.voice._errand.is_running
    qtbot.wait(5)
    assert (program.started, program.says("Towel stretch.")) == (1, False)
    program.busy = False
    program.voice.soon()
    qtbot.waitUntil(lambda: program.says("Towel stretch."))


def test_what_can_not_be_said_is_one_line_and_not_tried_again(qtbot, program: Program, caplog) -> None:
    caplog.set_level(logging.INFO)
    program.library.save_exercise(own_exercise("unsayable"))
    qtbot.waitUntil(lambda: any("no voice" in record.message for record in caplog.records))
    assert program.says("And rest.")
    assert "unsayable" not in caplog.text, "what somebody wrote stands in no log"
    program.library.changed.emit()
    qtbot.waitUntil(lambda: not program.voice._timer.isActive())
    assert program.started == 1
    assert len([record for record in caplog.records if record.levelno >= logging.WARNING]) == 1


def test_an_engine_that_breaks_is_one_line(qtbot, program: Program, caplog, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Renderer, "render", fail)
    program.library.save_exercise(own_exercise("Towel stretch"))
    qtbot.waitUntil(lambda: bool(caplog.records))
    assert [record.message.partition(":")[0] for record in caplog.records] == ["Own exercises have no voice"]


def test_clips_are_in_no_backup(qtbot, program: Program, tmp_path: Path) -> None:
    HistoryStore.open(program.paths.database).close()
    program.library.save_exercise(own_exercise("Towel stretch"))
    qtbot.waitUntil(lambda: program.says("Towel stretch."))
    write_backup(program.paths, tmp_path / "b.zip")
    with ZipFile(tmp_path / "b.zip") as backup:
        assert not [name for name in backup.namelist() if "voice" in name or name.endswith(".wav")]
    assert left_out(program.paths) == ()
