"""How loud speech is, piece by piece: as arithmetic on samples."""

from __future__ import annotations

import array
import math
import random

import pytest

from hamstring_gui.desktop import mixing


def db(factor: float) -> float:
    return 20 * math.log10(factor)


@pytest.mark.parametrize(
    ("gain", "peak", "tone", "expected_db"),
    [
        (1.0, 0.5, 0.0, 0.0),
        (0.5, 0.5, 0.0, -6.02),
        (1.0, 0.0, 0.0, 0.0),
        (1.0, 1.0, 0.0, -1.0),
        (1.0, 0.5, 0.3, -9.0),
        (0.5, 0.5, 0.3, -15.02),
        (1.0, 1.0, 0.3, -9.0),
        (1.0, 0.5, 1e-6, -9.0),
    ],
)
def test_the_gain_of_a_piece(gain: float, peak: float, tone: float, expected_db: float) -> None:
    assert db(mixing.needed(gain, peak, tone)) == pytest.approx(expected_db, abs=0.01)


@pytest.mark.parametrize("tone", [0.1, 0.32, 0.5, 0.7, 0.9])
@pytest.mark.parametrize("peak", [0.05, 0.5, 1.0])
def test_speech_and_tone_never_clip_together(tone: float, peak: float) -> None:
    gain = mixing.needed(1.0, peak, tone)
    assert gain > 0
    assert gain * peak + tone <= 1.0


def test_it_falls_at_once_and_rises_in_a_sixth_of_a_second() -> None:
    down = mixing.next_gain(1.0, 0.355, 0.355)
    assert down == 0.355
    gains = [down]
    while gains[-1] < 1:
        gains.append(mixing.next_gain(gains[-1], 1.0, 1.0))
    assert len(gains) - 1 == pytest.approx(15, abs=1)
    assert gains == sorted(gains)


def test_out_of_nothing_it_rises() -> None:
    gain = 0.0
    for _ in range(80):
        gain = mixing.next_gain(gain, 1.0, 1.0)
    assert gain == 1.0


def test_no_piece_is_louder_than_the_limit_whatever_comes() -> None:
    """Also where a loud piece follows a quiet one, and the line of the gain goes from one to the other."""
    dice = random.Random(1)
    pieces = [
        array.array("h", (dice.randint(-loud, loud) for _ in range(50)))
        for loud in (dice.choice((300, 32767)) for _ in range(60))
    ]
    peaks = [*map(mixing.peak_of, pieces), 0.0]
    gain = mixing.needed(1.0, peaks[0], 0.0)
    for number, piece in enumerate(pieces):
        end = mixing.next_gain(gain, *(mixing.needed(1.0, peak, 0.0) for peak in peaks[number : number + 2]))
        assert mixing.peak_of(mixing.faded(piece, gain, end)) <= mixing.LIMIT
        gain = end


def test_a_fade_goes_evenly_and_full_gain_changes_nothing() -> None:
    piece = array.array("h", [1000] * 100)
    assert mixing.faded(piece, 1.0, 1.0) == piece
    faded = mixing.faded(piece, 1.0, 0.0)
    assert (faded[0], faded[50], faded[99]) == (1000, 500, 10)


def test_clips_are_joined_with_a_gap_at_the_higher_rate() -> None:
    low, high = array.array("h", [100, 200]), array.array("h", [7, 7, 7])
    joined, rate = mixing.joined([(low, 1000), (high, 2000)])
    assert rate == 2000
    assert list(joined) == [100, 150, 200, 200] + [0] * round(2000 * mixing.GAP_S) + [7, 7, 7]


@pytest.mark.parametrize(("samples", "peak"), [([], 0.0), ([0, 0], 0.0), ([-32768, 5], 1.0), ([-1, 16384], 0.5)])
def test_the_peak_of_a_piece(samples: list[int], peak: float) -> None:
    assert mixing.peak_of(array.array("h", samples)) == peak
