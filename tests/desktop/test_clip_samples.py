"""What is in a clip: read at once where libsndfile is, decoded once into a folder where it isn't."""

from __future__ import annotations

import ctypes
import os
import sys
import wave
from collections.abc import Sequence
from pathlib import Path

import pytest

from hamstring_gui.desktop import clip_samples
from hamstring_gui.desktop.clip_samples import ClipReader, is_whole, make_room, place_of

OPUS = Path(__file__).with_name("right-leg.opus")
LENGTH_S = 0.71


def write_wav(path: Path, samples: int) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", "not compressed"))
        file.writeframes(b"\x01\x00" * samples)


def has_libsndfile() -> bool:
    try:
        ctypes.CDLL("libsndfile.so.1")
    except OSError:
        return False
    return True


@pytest.mark.skipif(not has_libsndfile(), reason="there is no libsndfile here")
def test_opus_is_read_at_once() -> None:
    samples, rate = ClipReader().read(OPUS)
    assert rate == 48_000
    assert len(samples) / rate == pytest.approx(LENGTH_S, abs=0.01)
    assert max(samples) > 3000


@pytest.mark.nightly
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt may decode with what the system has")
def test_qt_decodes_what_libsndfile_would(tmp_path: Path) -> None:
    place = tmp_path / "clip.wav"
    clip_samples.decode_beside([(OPUS, place)])
    samples, rate = clip_samples.samples_of(place)
    assert len(samples) / rate == pytest.approx(LENGTH_S, abs=0.03)
    assert max(samples) > 3000


class Decoder:
    """Stands for Qt's: remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, clips: Sequence[tuple[Path, Path]]) -> None:
        for clip, place in clips:
            self.asked.append(clip.name)
            if clip.read_bytes() != b"damaged":
                write_wav(place, len(clip.read_bytes()))


@pytest.fixture
def decoder(monkeypatch: pytest.MonkeyPatch) -> Decoder:
    def missing(clip: Path) -> None:
        raise OSError("no libsndfile")

    monkeypatch.setattr(clip_samples, "decoded", missing)
    return Decoder()


def clip_of(folder: Path, content: bytes, name: str = "a.opus") -> Path:
    clip = folder / name
    clip.write_bytes(content)
    return clip


def reader_in(folder: Path, decoder: Decoder) -> ClipReader:
    reader = ClipReader(decoder)
    reader.keep_in(folder, [])
    return reader


def test_a_clip_is_decoded_once_and_anew_when_it_has_changed(tmp_path: Path, decoder: Decoder) -> None:
    clip = clip_of(tmp_path, b"12345")
    for _ in range(2):
        assert len(reader_in(tmp_path / "kept", decoder).read(clip)[0]) == 5
    assert decoder.asked == ["a.opus"]
    clip_of(tmp_path, b"123")
    assert len(reader_in(tmp_path / "kept", decoder).read(clip)[0]) == 3


@pytest.mark.parametrize("damage", [b"", b"RIFF", b"cut"])
def test_what_is_kept_and_damaged_is_decoded_again(tmp_path: Path, decoder: Decoder, damage: bytes) -> None:
    clip, kept = clip_of(tmp_path, b"12345"), tmp_path / "kept"
    reader = reader_in(kept, decoder)
    reader.read(clip)
    place = place_of(clip, kept)
    place.write_bytes(place.read_bytes()[:-4] if damage == b"cut" else damage)
    assert not is_whole(place)
    assert len(reader.read(clip)[0]) == 5
    assert decoder.asked == ["a.opus", "a.opus"]


def test_what_can_not_be_read_is_an_error_of_one_kind(tmp_path: Path, decoder: Decoder) -> None:
    (tmp_path / "broken.wav").write_bytes(b"RIFF")
    with wave.open(str(tmp_path / "odd.wav"), "wb") as file:
        file.setparams((1, 1, 8000, 0, "NONE", "not compressed"))
        file.writeframes(b"123")
    with wave.open(str(tmp_path / "stereo.wav"), "wb") as file:
        file.setparams((2, 2, 8000, 0, "NONE", "not compressed"))
        file.writeframes(b"1234")
    reader = reader_in(tmp_path / "kept", decoder)
    names = ("none.opus", "broken.wav", "odd.wav", "stereo.wav")
    for clip in (clip_of(tmp_path, b"damaged"), *(tmp_path / name for name in names)):
        with pytest.raises(OSError, match=r"\."):
            reader.read(clip)
    with pytest.raises(OSError, match="nothing here decodes"):
        ClipReader(decoder).read(clip_of(tmp_path, b"123"))


def test_the_wanted_ones_are_decoded_ahead(tmp_path: Path, decoder: Decoder) -> None:
    for name in ("a.opus", "b.opus"):
        clip_of(tmp_path, name.encode(), name)
    reader = ClipReader(decoder)
    reader.keep_in(tmp_path / "kept", [tmp_path])
    reader.read(tmp_path / "b.opus")
    assert decoder.asked == ["a.opus", "b.opus"]


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.wav" for number in range(5)]
    for age, path in enumerate(paths):
        write_wav(path, 100)
        os.utime(path, (age, age))
    make_room(tmp_path, paths[0].stat().st_size * 2, {paths[0]})
    assert sorted(tmp_path.iterdir()) == [paths[0], paths[3], paths[4]]
