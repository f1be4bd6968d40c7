"""Which file says a sentence: the manifest, whole and damaged, and clips in several folders."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import pytest

from hamstring_gui.desktop.clips import LARGEST_MANIFEST, MANIFEST, Clips


def make(folder: Path, **lengths: float) -> Path:
    """A folder with a clip for each text, which its file is named after."""
    folder.mkdir(parents=True, exist_ok=True)
    clips = {text: {"file": f"{text}.opus", "duration_s": length} for text, length in lengths.items()}
    (folder / MANIFEST).write_text(json.dumps({"clips": clips}), "utf-8")
    for text in lengths:
        (folder / f"{text}.opus").write_bytes(b"")
    return folder


def test_the_text_is_the_key(tmp_path: Path) -> None:
    folder = make(tmp_path, Hold=0.7, Rest=1.25)
    clips = Clips(folder)
    assert clips.find("Rest") == folder / "Rest.opus"
    assert clips.length_s("Rest") == 1.25
    assert clips.texts == ("Hold", "Rest")
    for other in ("rest", "Rest.", "", "nothing"):
        assert (clips.find(other), clips.length_s(other)) == (None, None)


def test_of_two_folders_the_first_says_it(tmp_path: Path) -> None:
    ours, own = make(tmp_path / "a", Hold=0.7), make(tmp_path / "b", Hold=9.0, Mine=1.0)
    clips = Clips(ours, own)
    assert clips.find("Hold") == ours / "Hold.opus"
    assert clips.find("Mine") == own / "Mine.opus"


def test_a_file_that_is_gone_says_nothing(tmp_path: Path) -> None:
    clips = Clips(make(tmp_path, Hold=0.7))
    (tmp_path / "Hold.opus").unlink()
    assert (clips.find("Hold"), clips.length_s("Hold")) == (None, None)


def test_clips_that_come_later_are_found(tmp_path: Path) -> None:
    clips = Clips(tmp_path / "later")
    assert clips.find("Mine") is None
    folder = make(tmp_path / "later", Mine=1.0)
    assert clips.find("Mine") == folder / "Mine.opus"
    make(folder, Other=1.0)
    os.utime(folder / MANIFEST, ns=(1, 1))
    assert clips.find("Mine") is None


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "7", '"clips"', "{}", '{"clips": 3}', '{"clips": {"Hold": 3}}', '{"clips": {"Hold": {}}}',
        '{"clips": {"Hold": {"file": 3, "duration_s": 1}}}', "[" * 100_000, '{"clips": {}, "a": NaN}',
        '{"clips": {"Hold": {"file": "../Hold.opus", "duration_s": 1}}}',
        '{"clips": {"Hold": {"file": "/etc/passwd", "duration_s": 1}}}',
        '{"clips": {"Hold": {"file": "..", "duration_s": 1}}}',
        '{"clips": {"Hold": {"file": "Hold.opus", "duration_s": "long"}}}',
        '{"clips": {"Hold": {"file": "Hold.opus", "duration_s": -1}}}',
        '{"clips": {"Hold": {"file": "Hold\\u0000.opus", "duration_s": 1}}}',
        '{"clips": {"Hold": {"file": "Hold.opus", "duration_s": 1}}}' + LARGEST_MANIFEST * " ",
    ],
    ids=range(19),
)  # fmt: skip
def test_a_damaged_manifest_is_none_and_told_once(text: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    make(tmp_path, Hold=0.7)
    (tmp_path / MANIFEST).write_text(text, "utf-8")
    clips = Clips(tmp_path)
    for _ in range(2):
        assert (clips.find("Hold"), clips.length_s("Hold")) == (None, None)
    assert len(caplog.records) <= 1


def test_that_there_is_no_manifest_is_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    clips = Clips(tmp_path / "none")
    assert not caplog.records, "nothing is read before something is looked for"
    assert [clips.find(text) for text in ("a", "b")] == [None, None]
    assert len(caplog.records) == 1
