"""The clips that come with the program against the texts that are said: whoever changes a text is told what to run."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from hamstring_gui.desktop import opus
from hamstring_gui.desktop.clip_making import RATE, TARGET_LUFS, file_name, loudness_lufs, made_as
from hamstring_gui.desktop.clips import MANIFEST, Entry, entries_in
from hamstring_gui.storage.library import load_exercises
from hamstring_gui.ui.session.spoken import all_sentences
from tests.conftest import ROOT

ASSETS = ROOT / "assets"
FOLDER = ASSETS / "voice" / "en"
TO_RUN = "run: pip install -e .[voice-build] && python tools/make_voice.py"
MOST_BYTES = 2_000_000
LONGEST_S = 6.0
EDGE_S, QUIET_DBFS, PEAK_DBFS = 0.005, -40.0, -1.0


@pytest.fixture(scope="module")
def clips() -> dict[str, Entry]:
    return entries_in(FOLDER)


def test_every_sentence_has_a_clip_and_every_clip_a_sentence(clips: dict[str, Entry]) -> None:
    texts = all_sentences(load_exercises(ASSETS).values())
    missing = [text for text in texts if text not in clips]
    assert not missing, f"no clip says {missing[:5]}; {TO_RUN}"
    assert not clips.keys() - {*texts}, f"nobody says {sorted(clips.keys() - {*texts})[:5]} any more; {TO_RUN}"


def test_every_clip_is_made_as_it_would_be_now(clips: dict[str, Entry]) -> None:
    other = [text for text, entry in clips.items() if entry["recipe"] != made_as(text)]
    assert not other, f"these were made in another way: {other[:5]}; {TO_RUN}"
    assert {(entry["engine"], entry["engine_version"], entry["voice"]) for entry in clips.values()} == {
        ("hibari-tts", "0.2.1", "heart")
    }


def test_the_folder_holds_what_the_manifest_names(clips: dict[str, Entry]) -> None:
    assert {path.name for path in FOLDER.iterdir()} == {MANIFEST, *(entry["file"] for entry in clips.values())}, TO_RUN
    assert all(entry["file"] == file_name(text, ".opus") for text, entry in clips.items())
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES


def test_lengths_are_as_the_manifest_says(clips: dict[str, Entry]) -> None:
    lengths = {text: opus.length_s(FOLDER / entry["file"]) for text, entry in clips.items()}
    wrong = {text: length for text, length in lengths.items() if abs(length - clips[text]["duration_s"]) > 0.002}
    assert not wrong, TO_RUN
    assert max(lengths.values()) < LONGEST_S


def test_all_are_as_loud_as_each_other(clips: dict[str, Entry]) -> None:
    assert {text for text, entry in clips.items() if abs(entry["loudness_lufs"] - TARGET_LUFS) > 1.5} == set()
    assert {text for text, entry in clips.items() if entry["peak_dbfs"] > PEAK_DBFS} == set()


@pytest.mark.parametrize("every", [40, pytest.param(1, marks=pytest.mark.nightly)])
def test_what_is_heard_is_as_the_manifest_says_and_does_not_click(every: int, clips: dict[str, Entry]) -> None:
    if not can_decode():
        pytest.skip("libsndfile, which decodes Opus, is not installed")
    for text, entry in list(clips.items())[::every]:
        decoded, rate = opus.decoded(FOLDER / entry["file"])
        samples = np.array(decoded) / 32767
        edge = round(EDGE_S * RATE)
        assert rate == RATE
        assert len(samples) / rate == pytest.approx(entry["duration_s"], abs=0.002), text
        assert loudness_lufs(samples) == pytest.approx(entry["loudness_lufs"], abs=0.2), text
        assert db(np.abs(samples).max()) == pytest.approx(entry["peak_dbfs"], abs=0.2), text
        assert db(np.abs(samples[:edge]).max()) < QUIET_DBFS, text
        assert db(np.abs(samples[-edge:]).max()) < QUIET_DBFS, text


def can_decode() -> bool:
    try:
        opus.decoded(next(FOLDER.glob("*.opus")))
    except OSError:
        return False
    return True


def db(level: float) -> float:
    return 20 * math.log10(max(level, 1e-6))


@pytest.mark.parametrize("data", [b"", b"OggS", b"RIFF" + bytes(200), b"OggS" + bytes(300), b"OggS" + b"OpusHead"])
def test_what_is_no_opus_has_no_length(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.opus").write_bytes(data)
    with pytest.raises(OSError, match=r"a\.opus"):
        opus.length_s(tmp_path / "a.opus")


def test_what_can_not_be_decoded_is_an_error_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.opus").write_bytes(b"OggS" + bytes(3000))
    for path in (tmp_path / "a.opus", tmp_path / "none.opus"):
        with pytest.raises(OSError, match=r"\.opus can't be decoded|libsndfile"):
            opus.decoded(path)
