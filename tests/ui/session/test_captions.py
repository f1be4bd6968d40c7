"""What is said, in words: where it can't be heard, in letters for the mat, and without anything moving for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.routine import Routine, read_routine, unroll
from hamstring_gui.domain.session import Session
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.ui.controls.fitted import FittedText
from hamstring_gui.ui.session.page import SessionPage
from hamstring_gui.ui.session.spoken import all_sentences
from tests.domain.samples import HandClock
from tests.pixels import pixels
from tests.ui.conftest import Desk

Open = Callable[..., Desk]
SIZES = [
    (900, 510), (1920, 1080), *(pytest.param(size, marks=pytest.mark.nightly) for size in ((1092, 614), (1080, 1920)))
]  # fmt: skip


def places(page: SessionPage) -> dict[str, object]:
    return {
        one.objectName(): (one.geometry(), one.isHidden())
        for one in page.findChildren(QWidget)
        if one.objectName() and one is not page.caption
    }


@pytest.mark.parametrize("far", [False, True], ids=["close", "far"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_sentence_can_be_read_and_nothing_moves(application, exercises, size: tuple[int, int], far: bool) -> None:
    routine = read_routine("r", {"name": "R", "items": [{"exercise": "band-hamstring-stretch"}]}, exercises)
    session = Session(routine, unroll(routine, exercises), HandClock())
    page = SessionPage()
    page.show_exercises(exercises)
    page.resize(*size)
    page.set_distance_view(not far)
    page.set_distance_view(far)
    page.show_moment(session.moment())
    before = places(page)
    least = (0.08 if far else 0.03) * min(size)
    kinds = sorted(all_sentences(exercises.values()), key=len)[::5]
    for sentence in (*kinds, max(all_sentences(exercises.values()), key=len), page.step.text()):
        page.show_caption(sentence)
        caption: FittedText = page.caption
        assert not caption.isHidden()
        assert caption.text() == sentence
        assert caption.letter_px >= least - 1, sentence
        assert caption._fits(caption._fitted) or len(sentence) > 60, sentence
        assert page.rect().contains(caption.geometry())
        for other in (page.countdown, page.ring, page.phase, page.controls if not far else page.phase):
            assert not caption.geometry().intersects(other.geometry()), (sentence, other.objectName())
    assert places(page) == before
    page.show_caption("")
    assert page.caption.isHidden()


@pytest.mark.parametrize("twice", ["step", "leg"])
def test_nothing_is_read_twice_at_once(application, exercises, twice: str) -> None:
    """Also where the step comes a moment after its sentence."""
    routine = read_routine("r", {"name": "R", "items": [{"exercise": "band-hamstring-stretch"}]}, exercises)
    clock = HandClock()
    session = Session(routine, unroll(routine, exercises), clock)
    page = SessionPage()
    page.show_exercises(exercises)
    page.resize(1180, 760)
    for far in (True, False):
        page.set_distance_view(far)
    page.show_moment(session.moment())
    coming = exercises["band-hamstring-stretch"].steps[1].text
    page.show_caption(coming if twice == "step" else f"{page.side.text()}.")
    clock.pass_time(session.moment().length_s / 4)
    session.tick()
    page.show_moment(session.moment())
    assert page.step.text() == coming
    assert page.caption.geometry().contains((page.step if twice == "step" else page.side).geometry())
    for far in (True, False):
        page.set_distance_view(far)
        there = page.caption.geometry()
        covered = pixels(page.grab(there).toImage())
        for beneath in (page.step, page.side):
            beneath.hide()
        assert (pixels(page.grab(there).toImage()) == covered).all(), "nothing shines through"
        page.caption.hide()
        assert pixels(page.grab(there).toImage())[0, 0] == covered[0, 0], "on the same ground"
        for one in (page.step, page.side, page.caption):
            one.show()


@pytest.fixture
def short(exercises) -> Routine:
    """One hold of 10 s on each leg."""
    item = {"exercise": "band-hamstring-stretch", "sets": 1, "hold_s": 10}
    return read_routine("short", {"name": "S", "setup_s": 2, "switch_s": 2, "items": [item]}, exercises)


def test_what_cannot_be_heard_is_read(open_desk: Open, short: Routine, qtbot) -> None:
    desk = open_desk(start=short)
    desk.pass_time(2.5)
    assert desk.services.voice.said == ["Hold. Right leg. Feel it in the back of your thigh. Breathe."]
    assert not desk.pages.session().caption.isVisible()
    desk.parts.preferences.change(muted=True)
    desk.pass_time(12)
    assert desk.text("caption") == "Hold."
    assert len(desk.services.voice.said) == 1
    desk.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.pages.session().caption.text() == "Paused.")
    desk.parts.preferences.change(captions="off", muted=False)
    desk.services.voice.mute = True
    desk.press(Qt.Key.Key_Space)
    assert not desk.pages.session().caption.isVisible()


def test_a_session_is_led_by_voice_to_its_end(open_desk: Open, short: Routine) -> None:
    desk = open_desk(start=short)
    desk.pass_time(24.5)
    assert desk.pages.finish().isVisible()
    desk.parts.hearing.speaker._later_timer.timeout.emit()
    assert desk.services.voice.said == [
        "Hold. Right leg. Feel it in the back of your thigh. Breathe.",
        "Hold. Left leg.",
        "Well done. That is one of one day.",
    ]
    desk.parts.begin(short)
    desk.pass_time(8)
    desk.parts.conductor.player.command("end")
    assert desk.pages.finish().isVisible()
    assert not desk.parts.hearing.speaker._later_timer.isActive(), "who ends early is not praised"


def test_steps_are_said_in_the_first_two_sessions(open_desk: Open, exercises) -> None:
    item = {"exercise": "legs-up-the-wall", "hold_s": 8}
    wall = read_routine("wall", {"name": "W", "setup_s": 20, "items": [item]}, exercises)
    desk = open_desk()
    told = []
    for _ in range(3):
        desk.parts.begin(wall)
        QCoreApplication.processEvents()
        desk.services.voice.said.clear()
        desk.pass_time(28.5, step=0.5)
        told.append("Lie back, arms by your sides." in desk.services.voice.said)
    assert told == [True, True, False]


def test_the_voice_is_made_ready_also_where_the_history_can_not_be_read(
    open_desk: Open, quick: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    made_ready: list[object] = []
    desk.services.voice.prepare = lambda *values: made_ready.append(values)  # type: ignore[method-assign]

    def refuse(*_: object, **__: object) -> None:
        raise StorageError("history.sqlite3: the history is damaged")

    monkeypatch.setattr(desk.store, "times_held", refuse)
    desk.parts.conductor.begin(quick)
    QCoreApplication.processEvents()
    assert made_ready
