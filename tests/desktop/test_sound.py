"""Tones: what the program says to its helper, what the helper does with it, and real sound where a server can run."""

from __future__ import annotations

import logging
import math
import sys
import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hamstring_gui.desktop import sound_helper
from hamstring_gui.desktop.sound import Sounds
from hamstring_gui.desktop.sound_helper import Speaker
from hamstring_gui.program.conductor import BETWEEN_CUES_MS
from tests.desktop.recording import Recorder, needs_a_server
from tests.spread import some

pytestmark = pytest.mark.thorough


def test_the_first_tone_starts_the_helper_at_the_volume(said: list[str]) -> None:
    sounds = Sounds(Path("folder"), 0.5, muted=False)
    sounds.play("hold-start")
    sounds.play("hold-end")
    assert said == ["start", "gain 0.177828", "play hold-start", "play hold-end"]


@pytest.mark.parametrize(("volume", "gain"), [(0.0, 0.0), (0.8, 0.501187), (1.0, 1.0), (7.0, 1.0), (-1.0, 0.0)])
def test_the_volume_is_an_ears(said: list[str], volume: float, gain: float) -> None:
    Sounds(Path("folder"), 0.5, muted=False).set_volume(volume)
    assert float(said[-1].removeprefix("gain ")) == pytest.approx(gain)


def loudest_db(said: list[str], volume: float, path: Path) -> float:
    """The largest sample that the helper would play at a volume, in decibels below the largest that there can be."""
    Sounds(path.parent, 1.0, muted=False).set_volume(volume)
    samples, _ = sound_helper.samples_of(path, float(said[-1].removeprefix("gain ")))
    return 20 * math.log10(max(map(abs, samples)) / 32768)


@pytest.mark.parametrize("name", some(["count", "done", "half", "hold-end", "hold-start", "pause", "ten"], 3))
def test_every_volume_is_heard_and_none_clips(said: list[str], assets: Path, name: str) -> None:
    """From the lowest step of the slider to the highest, in steps that an ear takes for the same."""
    path = assets / "sounds" / f"{name}.wav"
    levels = [loudest_db(said, percent / 100, path) for percent in range(5, 101, 5)]
    assert levels[0] > -36
    assert levels[-1] < -0.5
    assert [later - earlier for earlier, later in pairwise(levels)] == pytest.approx([1.5] * 19, abs=0.1)


@pytest.mark.parametrize("after", ["hold-start", "done"])
def test_the_end_of_a_hold_and_what_follows_it_do_not_clip_together(assets: Path, after: str) -> None:
    first, second = (sound_helper.samples_of(assets / "sounds" / f"{name}.wav", 1.0)[0] for name in ("hold-end", after))
    begins = BETWEEN_CUES_MS * 48
    together = [
        (first[n] if n < len(first) else 0) + (second[n - begins] if n >= begins else 0)
        for n in range(begins + len(second))
    ]
    assert max(map(abs, together)) < 32768


def test_muted_says_nothing_and_silences_what_sounds(said: list[str]) -> None:
    sounds = Sounds(Path("folder"), 1.0, muted=True)
    sounds.play("count")
    assert said == []
    sounds.set_muted(False)
    sounds.play("count")
    sounds.set_muted(True)
    sounds.play("count")
    assert said[-2:] == ["play count", "silence"]


@pytest.mark.parametrize(("volume", "muted"), [(1.0, True), (0.0, False)])
def test_who_wants_no_tones_is_not_told_that_there_are_none(
    said: list[str], caplog: pytest.LogCaptureFixture, volume: float, muted: bool
) -> None:
    told: list[str] = []
    sounds = Sounds(Path("folder"), volume, muted, lambda: told.append("silent"), lambda: told.append("sounding"))
    for line in ("silent: no server", "sounding", "silent: no server again"):
        sounds._on_line_read(line)
    assert (told, caplog.messages) == ([], [])
    sounds.set_muted(False)
    sounds.set_volume(0.5)
    sounds.set_muted(True)
    sounds.set_muted(False)
    assert (told, caplog.messages) == (["silent"], ["No tones: no server again"])
    sounds._on_line_read("sounding")
    assert told == ["silent", "sounding"]


class Player:
    """Stands in for a sound server: tones last until they are stopped, or the test is over."""

    def __init__(self) -> None:
        self._over = False
        self._sounding: list[threading.Event] = []
        self.started = threading.Semaphore(0)
        self.played: list[tuple[str, float]] = []
        self.stopped = threading.Semaphore(0)

    def __call__(self, path: Path, gain: float, stopped: threading.Event) -> None:
        self._sounding.append(stopped)
        self.played.append((path.name, gain))
        self.started.release()
        if not self._over:
            stopped.wait()
        self.stopped.release()

    def wait_for(self, many: int) -> None:
        assert all(self.started.acquire(timeout=60) for _ in range(many))

    def end(self) -> None:
        self._over = True
        for stopped in self._sounding:
            stopped.set()


@pytest.fixture
def player() -> Iterator[Player]:
    player = Player()
    yield player
    player.end()


def test_the_helper_plays_at_the_gain_it_was_told_and_stops_when_told(player: Player) -> None:
    speaker = Speaker(Path("folder"), player)
    speaker.obey(["gain 0.25\n", "play count\n", "nonsense\n", "\n"])
    player.wait_for(1)
    assert player.played == [("count.wav", 0.25)]
    assert not player.stopped.acquire(blocking=False)
    speaker.obey(["silence\n"])
    assert player.stopped.acquire(timeout=60)


def test_a_server_that_hangs_holds_up_nobody_and_gathers_no_heap(
    capsys: pytest.CaptureFixture[str], qtbot: QtBot, player: Player
) -> None:
    speaker = Speaker(Path("folder"), player)
    speaker.obey(["play count\n"] * 50)
    player.wait_for(sound_helper.AT_ONCE)
    assert len(player.played) == sound_helper.AT_ONCE
    speaker.silence()
    qtbot.waitUntil(lambda: "sounding" in capsys.readouterr().out)


def test_complains_once(capsys: pytest.CaptureFixture[str]) -> None:
    speaker = Speaker(Path("no-such-folder"), lambda path, gain, stopped: path.open().close(), again_s=0.01)
    for _ in range(3):
        speaker._sound("count", 1.0, threading.Event())
    assert capsys.readouterr().out.count("silent:") == 1
    speaker._say_sounding()  # else it would try for ever


class Server:
    """A sound server that comes and goes."""

    there = False

    def __call__(self, path: Path, gain: float, stopped: threading.Event) -> None:
        if not self.there:
            raise OSError("nobody answers")


def test_it_says_when_it_is_silent_and_when_it_sounds_again(capsys: pytest.CaptureFixture[str], qtbot: QtBot) -> None:
    server, said = Server(), list[str]()
    speaker = Speaker(Path("folder"), server, again_s=0.01)

    def hears(line: str) -> bool:
        said.extend(capsys.readouterr().out.splitlines())
        return said[-1:] == [line]

    for _ in range(2):
        server.there = False
        speaker.obey(["play count\n", "play count\n"])
        qtbot.waitUntil(lambda: hears("silent: nobody answers"))
        qtbot.waitUntil(lambda: not speaker._sounding)  # a tone that is late would be silent once more
        server.there = True
        qtbot.waitUntil(lambda: hears("sounding"))
    assert said == ["silent: nobody answers", "sounding"] * 2


def test_a_server_that_hangs_is_silence_until_it_answers(
    capsys: pytest.CaptureFixture[str], qtbot: QtBot, player: Player
) -> None:
    speaker = Speaker(Path("folder"), player)
    speaker.obey(["play count\n"] * (sound_helper.AT_ONCE + 2))
    assert capsys.readouterr().out == "silent: the sound server doesn't answer\n"
    speaker.silence()
    qtbot.waitUntil(lambda: capsys.readouterr().out == "sounding\n")


def test_the_program_hears_of_both(said: list[str]) -> None:
    heard: list[str] = []
    sounds = Sounds(Path("folder"), 1.0, False, lambda: heard.append("silence"), lambda: heard.append("sound"))
    for line in ("sounding", "silent: no card", "silent: no card", "sounding", "sounding", "silent: again"):
        sounds._helper.line_read.emit(line)
    assert heard == ["silence", "sound", "silence"]


def test_a_helper_that_can_not_be_started_is_silence(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    heard: list[str] = []
    sounds = Sounds(Path("folder"), 1.0, False, lambda: heard.append("silence"))
    sounds.play("count")
    qtbot.waitUntil(lambda: heard == ["silence"])


def test_warns_once_also_when_a_second_helper_complains(said: list[str], caplog: pytest.LogCaptureFixture) -> None:
    sounds = Sounds(Path("folder"), 1.0, muted=False)
    for _ in range(2):
        sounds._helper.line_read.emit("silent: no card")
    assert [record.message for record in caplog.records] == ["No tones: no card"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere this would be heard")
def test_without_a_sound_server_there_is_one_warning(
    qtbot: QtBot, assets: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sounds = Sounds(assets / "sounds", 1.0, muted=False)
    with caplog.at_level(logging.WARNING):
        for name in ("count", "count", "hold-start"):
            sounds.play(name)
        qtbot.waitUntil(lambda: len(caplog.records) > 0)
        sounds.play("hold-end")
        helper_gone = sounds._helper._child.gone
        with qtbot.waitSignal(helper_gone):
            sounds.close()
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "No tones" in caplog.text


@needs_a_server
def test_a_tone_is_heard_to_its_end(qtbot: QtBot, recorder: Recorder, assets: Path) -> None:
    sounds = Sounds(assets / "sounds", 1.0, muted=False)
    sounds.play("hold-start")
    qtbot.waitUntil(lambda: recorder.hears() and recorder.seconds_of_sound > 0.65)
    qtbot.waitUntil(recorder.hears_silence_again)
    assert recorder.seconds_of_sound == pytest.approx(0.70, abs=0.05)
    with qtbot.waitSignal(sounds._helper._child.gone):
        sounds.close()


@needs_a_server
def test_muting_cuts_a_tone_short(qtbot: QtBot, recorder: Recorder, assets: Path) -> None:
    sounds = Sounds(assets / "sounds", 1.0, muted=False)
    for _ in range(5):  # a busy machine may hear of it when the tone is over
        del recorder.samples[:]
        sounds.set_muted(False)
        sounds.play("done")
        qtbot.waitUntil(recorder.hears)
        sounds.set_muted(True)
        qtbot.waitUntil(recorder.hears_silence_again)
        if recorder.seconds_of_sound < 0.9:
            break
    assert recorder.seconds_of_sound < 0.9
    with qtbot.waitSignal(sounds._helper._child.gone):
        sounds.close()
