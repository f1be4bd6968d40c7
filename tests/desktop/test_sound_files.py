"""The shipped tones are what the script makes, can be told apart, and neither click nor clip."""

from __future__ import annotations

import array
import itertools
import wave
from pathlib import Path

import pytest

from tests.spread import some
from tools import make_sounds

NAMES = sorted(make_sounds.TONES)


def shipped(assets: Path, name: str) -> array.array[int]:
    with wave.open(str(assets / "sounds" / f"{name}.wav")) as file:
        assert file.getparams()[:3] == (1, 2, 48_000)
        return array.array("h", file.readframes(file.getnframes()))


def pitch(samples: array.array[int]) -> float:
    """Rising zero crossings a second."""
    crossings = sum(1 for a, b in itertools.pairwise(samples) if a < 0 <= b)
    return crossings * make_sounds.RATE / len(samples)


def loudness(samples: array.array[int]) -> float:
    """Root mean square, 0..1, of the loudest tenth of a second."""
    window = make_sounds.RATE // 10
    squares = [
        sum(sample * sample for sample in samples[start : start + window]) / window
        for start in range(0, max(1, len(samples) - window), window // 4)
    ]
    return max(squares) ** 0.5 / 32768


def test_no_tone_is_missing_or_left_over(assets: Path) -> None:
    files = sorted((assets / "sounds").iterdir())
    assert [file.stem for file in files] == NAMES
    assert sum(file.stat().st_size for file in files) < 400_000


@pytest.mark.parametrize("name", some(NAMES, 3))
def test_is_what_the_script_makes(assets: Path, name: str) -> None:
    made, there = make_sounds.samples(make_sounds.TONES[name]), shipped(assets, name)
    assert len(made) == len(there)
    furthest = max(abs(a - b) for a, b in zip(made, there, strict=True))
    assert furthest <= 1, "run tools/make_sounds.py (1 is left for another system's sine)"


@pytest.mark.parametrize("name", NAMES)
def test_neither_clicks_nor_clips_and_carries_across_a_room(assets: Path, name: str) -> None:
    samples = shipped(assets, name)
    assert (samples[0], samples[-1]) == (0, 0)
    assert max(map(abs, samples)) < 0.95 * 32768
    assert 500 <= pitch(samples) <= 2000
    assert loudness(samples) > 0.12


def test_the_start_of_a_hold_rises_and_its_end_falls(assets: Path) -> None:
    start, end = shipped(assets, "hold-start"), shipped(assets, "hold-end")
    assert pitch(start[-14_400:]) > 1.3 * pitch(start[:5_760])
    assert pitch(end[-14_400:]) < 0.75 * pitch(end[:8_640])
    assert pitch(start) > 1.5 * pitch(end)
