"""Rendered speech becomes clips: trimmed, levelled, without clicks; a folder of them is brought up to date."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from hamstring_gui.desktop.clip_making import (
    CEILING_DBFS,
    KEPT_AFTER_S,
    KEPT_BEFORE_S,
    LONGEST_PAUSE_S,
    RATE,
    TARGET_LUFS,
    WAVE,
    Renderer,
    bring_up_to_date,
    doubled,
    faded,
    file_name,
    levelled,
    loudness_lufs,
    peak_dbfs,
    said_as,
    trimmed,
    without_long_pauses,
)
from hamstring_gui.desktop.clips import MANIFEST, Clips, entries_in

if TYPE_CHECKING:
    from hamstring_gui.desktop.clip_making import Samples


def tone(seconds: float, level: float = 0.3, hertz: float = 997.0, rate: int = RATE) -> Samples:
    wave: Samples = level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)
    return wave


def silence(seconds: float, rate: int = RATE) -> Samples:
    return np.zeros(round(seconds * rate))


def test_loudness_is_as_bs_1770_measures_it() -> None:
    assert loudness_lufs(tone(3, level=1.0)) == pytest.approx(-3.01, abs=0.05), "a full sine of 997 Hz"
    assert loudness_lufs(tone(3, level=0.1)) == pytest.approx(-23.01, abs=0.05)
    assert loudness_lufs(np.concatenate([tone(2), silence(4), tone(2)])) == pytest.approx(
        loudness_lufs(tone(4)), abs=0.5
    )
    assert loudness_lufs(tone(0.1)) == pytest.approx(loudness_lufs(tone(1)), abs=0.3), "also of what is short"


@pytest.mark.parametrize("level", [0.003, 0.05, 0.9])
def test_everything_becomes_equally_loud(level: float) -> None:
    noise = np.random.default_rng(1).standard_normal(RATE)
    peaky = noise * np.exp(
        -6 * (np.arange(RATE) % 12_000) / 12_000
    )  # as peaky as speech, which the limiter has to meet
    result = levelled(level * peaky / np.abs(peaky).max())
    assert loudness_lufs(result) == pytest.approx(TARGET_LUFS, abs=0.5)
    assert peak_dbfs(result) <= CEILING_DBFS + 0.01


def test_silence_around_goes_but_for_a_little() -> None:
    result = trimmed(np.concatenate([silence(0.4), tone(0.5), silence(0.7)]), RATE)
    assert len(result) / RATE == pytest.approx(0.5 + KEPT_BEFORE_S + KEPT_AFTER_S, abs=0.011)
    for nothing in (silence(1), silence(0)):
        with pytest.raises(ValueError, match="nothing"):
            trimmed(nothing, RATE)


@pytest.mark.parametrize(
    ("pause_s", "left_s"), [(0.1, 0.1), (0.3, 0.3), (0.8, LONGEST_PAUSE_S), (3.0, LONGEST_PAUSE_S)]
)
def test_pauses_are_short(pause_s: float, left_s: float) -> None:
    hum = tone(pause_s, level=0.002, hertz=137.7)
    parts = [faded(tone(0.4)), hum, faded(tone(0.4)), hum, faded(tone(0.4))]
    result = without_long_pauses(np.concatenate(parts), RATE)
    assert len(result) / RATE == pytest.approx(1.2 + 2 * left_s, abs=0.05)
    edges = [round(place * RATE) for place in (0.41, 0.38 + left_s)]
    assert np.abs(np.diff(result[edges[0] : edges[1]])).max() < 0.0002, "no click"


def test_doubling_keeps_the_wave() -> None:
    for length in (24_000, 24_001):
        low = tone(2, rate=24_000)[:length]
        assert len(doubled(low)) == 2 * length
        assert np.abs(doubled(low)[4000:-4000] - tone(3)[4000 : 2 * length - 4000]).max() < 0.01


def test_fades_begin_and_end_with_nothing() -> None:
    for seconds in (1.0, 0.01):
        result = faded(np.ones(round(seconds * RATE)))
        assert (result[0], result[-1]) == (0.0, 0.0)
        assert np.abs(np.diff(result)).max() < 0.01


def test_names_of_files_are_readable_and_each_is_another() -> None:
    assert file_name("Right leg.", ".opus") == file_name("Right leg.", ".opus")
    names = [
        file_name(text, ".wav") for text in ("Right leg.", "right leg", "Ünïcode!", "漢字", "…", "a" * 500, "a" * 501)
    ]
    assert names[0].startswith("right-leg-")
    assert names[2].startswith("unicode-")
    assert len({*names}) == 7
    assert all(name.isascii() and len(name) < 60 and "/" not in name for name in names)


def test_a_word_is_told_right_wherever_it_stands() -> None:
    assert said_as("Tingling, and tingling.") == "[tingling](/tˈɪŋɡlɪŋ/), and [tingling](/tˈɪŋɡlɪŋ/)."
    assert said_as("Set two of ten.") == "Set two [of](/ˈʌv/) ten."
    assert said_as("The back of tension. Hold.") == "The back of tension. Hold."


class Tones(Renderer):
    """Renders tones, and remembers what."""

    def __init__(self) -> None:
        super().__init__()
        self.rendered: list[str] = []
        self.version = "1"

    @property
    def made_with(self) -> dict[str, str]:
        return {"engine": "tones", "engine_version": self.version, "voice": "sine"}

    def render(self, text: str) -> Samples:
        self.rendered.append(text)
        if text == "?":
            raise ValueError("nothing of this can be said")
        return faded(levelled(tone(0.2)))


def test_only_what_is_missing_or_changed_is_made(tmp_path: Path) -> None:
    renderer = Tones()

    def rendered(*texts: str, anew: bool = False) -> list[str]:
        renderer.rendered.clear()
        bring_up_to_date(tmp_path / "voice", texts, WAVE, renderer, anew=anew)
        return list(renderer.rendered)

    assert rendered("a", "b", "a") == ["a", "b"]
    assert rendered("a", "b") == []
    assert rendered("b", "c") == ["c"]
    clips = Clips(tmp_path / "voice")
    assert clips.texts == ("b", "c")
    assert len(list((tmp_path / "voice").iterdir())) == 3, "what nobody says went"
    gone = clips.find("b")
    assert gone is not None
    gone.unlink()
    assert rendered("b", "c") == ["b"]
    assert rendered("b", "c", anew=True) == ["b", "c"]
    renderer.version = "2"
    assert rendered("b", "c") == ["b", "c"]
    (tmp_path / "voice" / MANIFEST).write_text("{")
    assert rendered("b", "c") == ["b", "c"]
    entry = entries_in(tmp_path / "voice")["b"]
    assert entry["engine"] == "tones"
    assert entry["loudness_lufs"] == pytest.approx(TARGET_LUFS, abs=0.5)
    assert clips.length_s("b") == entry["duration_s"] == pytest.approx(0.2)


def test_what_can_not_be_said_is_left_out_and_told(tmp_path: Path) -> None:
    faults: dict[str, str] = {}
    bring_up_to_date(tmp_path, ["a", "?", "b"], WAVE, Tones(), tell_fault=faults.__setitem__)
    assert faults == {"?": "nothing of this can be said"}
    assert Clips(tmp_path).texts == ("a", "b")


def test_what_was_made_before_an_end_is_not_made_again(tmp_path: Path) -> None:
    renderer = Tones()

    def end(told: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_up_to_date(tmp_path, ["a", "b"], WAVE, renderer, tell=end)
    bring_up_to_date(tmp_path, ["a", "b"], WAVE, renderer)
    assert renderer.rendered in (["a", "a", "b"], ["a", "b"])
    assert json.loads((tmp_path / MANIFEST).read_text("utf-8"))["clips"].keys() == {"a", "b"}
    assert not math.isnan(entries_in(tmp_path)["a"]["peak_dbfs"])
