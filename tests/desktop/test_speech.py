"""Speech in the sound helper: when it begins, what cuts it, what is dropped. With a sound server of the test's own."""

from __future__ import annotations

import array
import math
import queue
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hamstring_gui.desktop import mixing, speech
from hamstring_gui.desktop.speech import Speech, Utterance

RATE = 1000
PIECE = 10
LEAD = 200
CLIP = Path("clip.opus")
LOUD = 10_000
LATER = 100.0


class Server:
    """Takes samples at once, remembers them, and does something when so many pieces have come."""

    def __init__(self) -> None:
        self.opened: list[int] = []
        self.closed = 0
        self.heard = array.array("h")
        self.at: dict[int, Callable[[], None]] = {}
        self.while_opening: Callable[[], object] = lambda: None
        self.there = True
        self._pieces = 0

    def __call__(self, rate: int) -> Server:
        if not self.there:
            raise OSError("nobody answers")
        self.opened.append(rate)
        self.while_opening()
        return self

    def write(self, samples: array.array[int]) -> None:
        if not samples:
            raise OSError("PulseAudio's error 3")
        self.heard.extend(samples)
        self._pieces += 1
        self.at.pop(self._pieces, lambda: None)()

    def close(self) -> None:
        self.closed += 1


class Room:
    """A Speech, its server, its clock, and what it answers; a stream stays open however long the machine takes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.server, self.now, self.tone = Server(), 0.0, 0.0
        self.answers: queue.Queue[str] = queue.Queue()
        self.clips = {CLIP: array.array("h", [LOUD] * 300)}
        monkeypatch.setattr(speech, "tell", self.answers.put)
        monkeypatch.setattr(speech, "LINGER_S", 600.0)
        monkeypatch.setattr(speech, "CLOSING_S", 60.0)
        self.speech = Speech(self.server, self._load, lambda: self.tone, lambda: self.now)
        self.speech.gain = 1.0

    def _load(self, clip: Path) -> tuple[array.array[int], int]:
        if clip not in self.clips:
            raise OSError(f"{clip} can't be read")
        return self.clips[clip], RATE

    def say(self, number: int, latest: float = LATER, *clips: Path) -> None:
        self.speech.say(Utterance(number, latest, clips or (CLIP,)))

    def answer(self) -> str:
        return self.answers.get(timeout=60)


def until(happened: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    end = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.001)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    room = Room(monkeypatch)
    yield room
    room.speech.close()


def test_the_first_one_has_silence_ahead_and_the_next_one_not(room: Room) -> None:
    for number in (1, 2):
        room.say(number)
        assert [room.answer(), room.answer()] == [f"saying {number}", f"said {number}"]
    assert room.server.opened == [RATE]
    assert list(room.server.heard) == [0] * LEAD + [LOUD] * 600


def test_what_has_to_begin_soon_has_less_silence_ahead(room: Room) -> None:
    room.say(1, 0.05)
    assert [room.answer(), room.answer()] == ["saying 1", "said 1"]
    assert list(room.server.heard) == [0] * 50 + [LOUD] * 300


def test_what_is_late_is_not_heard(room: Room) -> None:
    room.now = 5.0
    room.say(1, 4.9)
    assert room.answer() == "dropped 1"
    assert room.server.opened == []


def test_what_becomes_late_while_it_waits_is_not_heard(room: Room) -> None:
    def pass_time() -> None:
        room.now = 6.0

    room.server.at[1] = pass_time
    room.say(1, 5.0)
    assert room.answer() == "dropped 1"
    assert not any(room.server.heard)


def test_hush_fades_within_a_piece(room: Room) -> None:
    room.server.at[1 + 5] = room.speech.hush
    room.say(1)
    assert [room.answer(), room.answer()] == ["saying 1", "said 1"]
    heard = list(room.server.heard[LEAD:])
    assert heard[: 5 * PIECE] == [LOUD] * 5 * PIECE
    assert heard[5 * PIECE :] == pytest.approx([LOUD - n * LOUD // PIECE for n in range(PIECE)], abs=1)


def test_a_new_one_cuts_the_old_one(room: Room) -> None:
    room.clips[Path("other")] = array.array("h", [-LOUD] * 20)
    room.server.at[1 + 5] = lambda: room.say(2, LATER, Path("other"))
    room.say(1)
    assert [room.answer() for _ in range(4)] == ["saying 1", "said 1", "saying 2", "said 2"]
    assert list(room.server.heard[LEAD + 6 * PIECE :]) == [-LOUD] * 20


def test_of_several_that_wait_only_the_last_is_said(room: Room) -> None:
    def all_at_once() -> None:
        for number in (2, 3, 4):
            room.say(number)

    room.server.at[1 + 5] = all_at_once
    room.say(1)
    answers = [room.answer() for _ in range(6)]
    assert answers == ["saying 1", "dropped 2", "dropped 3", "said 1", "saying 4", "said 4"]


def test_hushing_before_it_began_drops_it(room: Room) -> None:
    room.server.at[1] = room.speech.hush
    room.say(1)
    assert room.answer() == "dropped 1"
    assert not any(room.server.heard)


def test_speech_goes_down_nine_decibels_under_a_tone_and_comes_back(room: Room) -> None:
    def sound(peak: float) -> Callable[[], None]:
        return lambda: setattr(room, "tone", peak)

    room.clips[CLIP] = array.array("h", [LOUD] * 600)
    room.server.at = {1 + 10: sound(0.3), 1 + 30: sound(0.0)}
    room.say(1)
    assert [room.answer(), room.answer()] == ["saying 1", "said 1"]
    levels = [20 * math.log10(max(1, sample) / LOUD) for sample in room.server.heard[LEAD:]]
    assert levels[10 * PIECE - 1] == 0
    assert levels[11 * PIECE : 30 * PIECE] == pytest.approx([-9.0] * 19 * PIECE, abs=0.01)
    assert levels[46 * PIECE :] == [0] * 14 * PIECE
    assert max(abs(b - a) for a, b in zip(levels[30 * PIECE :], levels[30 * PIECE + 1 :], strict=False)) < 0.1


def test_it_is_as_loud_as_it_was_told_and_no_louder_than_the_limit(room: Room) -> None:
    room.clips[CLIP] = array.array("h", [32_767] * 100)
    for number, gain in enumerate((1.0, 0.5)):
        room.speech.gain = gain
        room.say(number)
        assert [room.answer(), room.answer()] == [f"saying {number}", f"said {number}"]
    peaks = [room.server.heard[LEAD], room.server.heard[LEAD + 100]]
    assert [peak / 32_768 for peak in peaks] == pytest.approx([mixing.LIMIT, 0.5], abs=0.001)


def test_sentences_are_joined(room: Room) -> None:
    room.clips[Path("b")] = array.array("h", [5] * 10)
    room.say(1, LATER, CLIP, Path("b"))
    assert [room.answer(), room.answer()] == ["saying 1", "said 1"]
    assert list(room.server.heard[LEAD:]) == [LOUD] * 300 + [0] * round(RATE * mixing.GAP_S) + [5] * 10


def test_a_stream_that_is_kept_open_needs_no_silence_ahead(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "OPUS_RATE", RATE)
    monkeypatch.setattr(speech, "LINGER_S", 0.001)
    room.speech.keep(True)
    until(lambda: bool(room.server.opened))
    room.say(1)
    assert [room.answer(), room.answer()] == ["saying 1", "said 1"]
    assert list(room.server.heard) == [LOUD] * 300
    assert room.server.closed == 0
    room.speech.keep(False)
    until(lambda: bool(room.server.closed))


def test_a_server_that_hangs_holds_up_nobody_and_is_told_of(room: Room) -> None:
    goes_on = threading.Event()

    def hang() -> None:
        goes_on.wait(60)

    room.server.at[1] = hang
    room.say(1)
    until(lambda: bool(room.server.heard))
    room.now = 3.0
    room.say(2)
    room.say(3, 3.5)
    assert [room.answer(), room.answer()] == ["speechless: the sound server doesn't answer", "dropped 2"]
    room.now = 50.0
    goes_on.set()
    assert [room.answer(), room.answer()] == ["dropped 1", "dropped 3"]
    room.say(4)
    assert [room.answer() for _ in range(3)] == ["saying 4", "speaking", "said 4"]


def test_without_a_server_it_says_so_once_and_when_there_is_one_again(room: Room) -> None:
    room.server.there = False
    room.say(1)
    assert [room.answer(), room.answer()] == ["dropped 1", "speechless: nobody answers"]
    room.say(2)
    assert room.answer() == "dropped 2"
    room.server.there = True
    room.say(3)
    assert [room.answer() for _ in range(3)] == ["saying 3", "speaking", "said 3"]


def test_a_clip_that_can_not_be_read_is_dropped_and_told_of(room: Room) -> None:
    room.say(1, LATER, CLIP, Path("gone"))
    assert [room.answer(), room.answer()] == ["dropped 1", "speechless: gone can't be read"]
    assert not room.server.heard
    room.clips[Path("odd")] = array.array("d", [0.5])
    room.say(2, LATER, Path("odd"))
    assert room.answer() == "dropped 2"
    room.say(3)
    assert [room.answer() for _ in range(3)] == ["saying 3", "speaking", "said 3"]


def test_closing_fades_what_is_said(room: Room) -> None:
    closing = threading.Thread(target=room.speech.close)

    def close() -> None:
        closing.start()
        until(lambda: bool(room.speech._cut.is_set()))

    room.server.at[1 + 5] = close
    room.say(1)
    assert [room.answer(), room.answer()] == ["saying 1", "said 1"]
    closing.join()
    assert room.server.heard[-1] == pytest.approx(LOUD // PIECE, abs=1)
    assert room.server.closed == 1


def test_a_stream_that_opens_at_the_last_moment_speaks_at_once(room: Room) -> None:
    room.server.while_opening = lambda: setattr(room, "now", LATER)
    room.say(1)
    assert [room.answer(), room.answer()] == ["saying 1", "said 1"]
