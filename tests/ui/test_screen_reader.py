"""A screen reader hears a session and what comes over a page; and where Orca is too old for that, it hears it too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
import shiboken6
from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from hamstring_gui.desktop import screen_reader
from hamstring_gui.desktop.screen_reader import OrcaAsked, is_deaf
from hamstring_gui.domain.announced import Announced
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.domain.spoken import Repeated, SetOf, Working
from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.announce import AS_DESCRIPTION, announce, announce_as_description
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.tightness import TightnessScale
from hamstring_gui.ui.session.announced import told
from tests.ui.conftest import Desk
from tests.ui.history.histories import weeks_of
from tests.ui.screen_reader import untold

Open = Callable[..., Desk]
Key = Qt.Key


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What is announced, and whether at once."""
    found: list[tuple[str, bool]] = []

    def note(widget: QWidget, words: str, *, assertive: bool = False) -> None:
        found.append((words, assertive))

    monkeypatch.setattr("PySide6.QtGui.QAccessible", Mock(isActive=lambda: True))
    for module in ("ui.controls.announce", "program.announcing", "ui.session.page"):
        monkeypatch.setattr(f"hamstring_gui.{module}.announce", note)
    return found


def test_a_session_is_heard_from_its_start_to_its_end(
    open_desk: Open, quick: Routine, heard: list[tuple[str, bool]]
) -> None:
    desk = open_desk()
    desk.services.voice.mute = True
    desk.parts.begin(quick)
    assert heard[-1][0].startswith("Supine band hamstring stretch. Get ready. Right leg. Set one of two. ")
    assert heard[-1][1]
    desk.pass_time(2)
    assert heard[-1] == ("Hold. Right leg. Set one of two. Feel it in the back of your thigh. Breathe.", True)
    desk.press(Key.Key_Space)
    assert heard[-1] == ("Paused.", False)
    desk.press(Key.Key_Space)
    assert heard[-1][0].startswith("Going on. Get ready. Right leg. ")
    desk.pass_time(40)
    assert heard[-1] == ("Well done.", False)
    page = desk.pages.finish()
    assert (page.accessibleName(), desk.window.focusWidget()) == ("Well done", page)
    assert page.accessibleDescription().startswith("4 of 4 holds")


def test_what_the_voice_says_is_not_said_over_it(
    open_desk: Open, exercises: dict[str, Exercise], heard: list[tuple[str, bool]]
) -> None:
    items = [{"exercise": "band-hamstring-stretch", "sets": 1, "hold_s": 30}]
    long = read_routine("long", {"name": "Long", "setup_s": 5, "switch_s": 5, "items": items}, exercises)
    desk = open_desk(start=long)
    desk.pass_time(20, step=1.0)
    assert any("Hold." in words for words in desk.services.voice.said)
    assert not any("Hold." in words for words, _ in heard)
    desk.parts.hearing.lose_sound()
    assert heard[-1][0].startswith("Hold. Right leg. "), "and was not heard"
    desk.press(Key.Key_Right)
    desk.pass_time(5, step=1.0)
    assert heard[-1][0].startswith("Hold. Left leg. ")


def test_questions_are_dialogs_with_their_whole_text(open_desk: Open) -> None:
    desk = open_desk()
    before = desk.button("Start")
    before.setFocus()
    desk.window.ask(questions.about_toes())
    question = desk.window._question
    assert question is not None
    told = QAccessible.queryAccessibleInterface(question)
    assert (told.role(), told.text(QAccessible.Text.Name)) == (QAccessible.Role.Dialog, desk.text("question_title"))
    assert told.text(QAccessible.Text.Description) == desk.text("question_text")
    assert desk.window.focusWidget() is question
    desk.press(Key.Key_Escape)
    assert desk.window.focusWidget() is before


def test_notices_are_announced(open_desk: Open, heard: list[tuple[str, bool]]) -> None:
    desk = open_desk()
    desk.window.notice.show_notice("It is done.")
    assert heard == [("It is done.", False)]


def test_pages_and_pictures_say_in_short_what_they_show(open_desk: Open, quick: Routine) -> None:
    desk = open_desk()
    page = desk.pages.today()
    assert page.accessibleDescription() == desk.text("date_line")
    dots = page.week.dots
    assert dots.accessibleName() == "This week"
    assert dots.accessibleDescription() == dots.toolTip() == "Active days: none yet. Goal: 3 a week."
    desk.parts.begin(quick)
    desk.pass_time(25)
    told = desk.pages.finish().accessibleDescription()
    assert told == f"{desk.text('summary')}\n{desk.text('week_told')}"


def test_what_the_arrow_keys_come_to_and_a_session_says_is_told(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch, heard: list[tuple[str, bool]]
) -> None:
    desk = open_desk()
    weeks_of(desk.store, 2, 1)
    desk.click("History")
    page = desk.pages.history()
    for picture, expected in (
        (page.chart, "Week of 16 November: 1 active day"),
        (page.calendar, "22 November: no session"),
    ):
        module = type(picture).__module__
        monkeypatch.setattr(f"{module}.announce", lambda _, words, *, assertive: heard.append((words, assertive)))
        picture.setFocus()
        desk.press(Key.Key_Left)
        desk.press(Key.Key_Right)
        words, at_once = heard.pop()
        assert (words[: len(expected)], at_once) == (expected, True)
    desk.pages.session().say("Paused while the computer slept.")
    assert heard[-1][0] == "Paused while the computer slept."


def test_a_new_place_in_a_routine_is_told(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk()
    heard: list[str] = []
    desk.click("Routines")
    monkeypatch.setattr("hamstring_gui.ui.routines.item_list.announce", lambda _, words: heard.append(words))
    desk.pages.routines().choose("three-daily-habits")
    handle = desk.pages.routines().editor.items.items[0].handle
    handle.setFocus()
    desk.press(Key.Key_Down)
    assert heard == ["Moved to place 2 of 6."]


@pytest.mark.parametrize(
    ("saying", "words"),
    [
        (Working("both"), "Both legs."),
        (SetOf(2, 3), "Set two of three."),
        (SetOf(12, 50), "Set 12 of 50."),
        (Repeated(50), "50 repetitions."),
    ],
)
def test_a_screen_reader_has_words_where_the_voice_has_none(application, saying: object, words: str) -> None:
    assert told(Announced((saying,))) == words


# -- controls ----------------------------------------------------------------------------------------------------------
def test_a_rating_that_is_not_there_is_no_number(application) -> None:
    scale = TightnessScale("Tightness left")
    value = QAccessible.Text.Value
    assert QAccessible.queryAccessibleInterface(scale).text(value) == "not rated"
    scale.setValue(7)
    assert QAccessible.queryAccessibleInterface(scale).text(value) == "7"


def test_a_rating_is_told_as_it_changes(qtbot, application, monkeypatch: pytest.MonkeyPatch) -> None:
    scale, heard = TightnessScale("Tightness left"), []
    qtbot.addWidget(scale)
    monkeypatch.setattr("hamstring_gui.ui.controls.tightness.announce", lambda _, words: heard.append(words))
    scale.rate(4)
    scale.show()
    scale.activateWindow()
    assert QTest.qWaitForWindowActive(scale, 30_000)
    scale.setFocus()
    QTest.keyClick(scale, Key.Key_Right)
    QTest.keyClick(scale, Key.Key_Delete)
    assert heard == ["5", "not rated"]


def test_what_is_told_wrongly_is_found(qtbot, application) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    unnamed, wrong = QWidget(), QPushButton("Save")
    unnamed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    wrong.setAccessibleName("Delete")
    for one in (unnamed, wrong, Options("Range", ((1, "One"), (2, "Two")))):
        row.addWidget(one)
    page.show()
    assert untold(page) == [
        "QWidget '': no name", "QWidget '': is a Client", "QPushButton 'Delete': shows 'Save' and is named 'Delete'",
    ]  # fmt: skip


# -- a screen reader without announcements -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("version", "deaf"),
    [("43.1\n", True), ("3.38.2", True), ("45.0", False), ("46.1", False), ("orca 44.1", True), ("", False)],
)
def test_an_old_orca_hears_no_announcements(version: str, deaf: bool) -> None:
    assert is_deaf(version) == deaf


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="needs a shell")
def test_orca_is_asked_once_and_only_where_somebody_looks_on(
    application, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orca = tmp_path / "orca"
    orca.write_text("#!/bin/sh\necho 43.1\n")
    orca.chmod(0o755)
    monkeypatch.setattr(screen_reader.shutil, "which", lambda _: str(orca))
    told: list[bool] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = OrcaAsked(lambda: told.append(True), parent)
    asked.ask()
    assert not asked.children(), "nobody looks on"
    monkeypatch.setattr(screen_reader, "QAccessible", type("Active", (), {"isActive": staticmethod(lambda: True)}))
    asked.ask()
    asked.ask()
    qtbot.waitUntil(lambda: told == [True])


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="needs a shell")
def test_who_ends_while_orca_is_asked_is_told_nothing(
    application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtlog
) -> None:
    orca = tmp_path / "orca"
    orca.write_text("#!/bin/sh\nexec sleep 60\n")
    orca.chmod(0o755)
    monkeypatch.setattr(screen_reader.shutil, "which", lambda _: str(orca))
    monkeypatch.setattr(screen_reader, "QAccessible", type("Active", (), {"isActive": staticmethod(lambda: True)}))
    told: list[bool] = []
    parent = QWidget()
    asked = OrcaAsked(lambda: told.append(True), parent)
    asked.ask()
    (process,) = asked.findChildren(QProcess)
    assert process.waitForStarted()
    with qtlog.disabled():  # Qt says that it ends the process
        shiboken6.delete(parent)
    assert told == []


def test_an_old_orca_hears_descriptions(application: QApplication, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    one, other = QPushButton("One", window), QPushButton("Other", window)
    one.setAccessibleDescription("What one is for.")
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 30_000)
    one.setFocus()
    announce(window, "Hold.")
    assert one.accessibleDescription() == "What one is for.", "a new one hears announcements"
    announce_as_description()
    try:
        announce(window, "Hold.")
        assert one.accessibleDescription() == "Hold."
        announce(window, "Hold.")
        assert one.accessibleDescription() == "Hold. ", "the same words again are news"
        other.setFocus()
        assert one.accessibleDescription() == "Hold. ", "it would be said again"
        qtbot.waitUntil(lambda: one.accessibleDescription() == "What one is for.")
    finally:
        application.setProperty(AS_DESCRIPTION, None)


def test_a_session_that_begins_with_the_window_speaks_once_that_shows(
    open_desk: Open, quick: Routine, heard: list[tuple[str, bool]]
) -> None:
    desk = open_desk(start=quick, ready=False)
    conductor = desk.parts.conductor
    assert (heard, conductor.player._timer.isActive()) == ([], False), "no time passes for anybody before"
    desk.hamstring.get_session_ready()
    assert conductor.player._timer.isActive()
    assert heard[0][0].startswith("Supine band hamstring stretch. Get ready."), "nothing of it is left out"
