"""What is in a recorded clip. Standard library only: the sound helper's.

Opus is decoded by libsndfile, which PulseAudio's library brings along. Where that is missing or too old for Opus (and
on Windows and macOS) Qt does it, in a process of its own, once for each clip: the result is kept as WAV, in a folder
that can be lost at any time.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import wave
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from hamstring_gui.desktop.mixing import Samples
from hamstring_gui.desktop.opus import decoded
from hamstring_gui.desktop.players import samples_of

MOST_KEPT = 100_000_000
"""Bytes: four times what all sentences take."""
DECODING_S = 30.0

Decode = Callable[[Sequence[tuple[Path, Path]]], None]
"""Writes each first file as WAV into the second; leaves out what it can't."""


class ClipReader:
    """Reads clips; `keep_in` says where decoded ones may be kept, and which are wanted soon."""

    def __init__(self, decode: Decode | None = None, most_kept: int = MOST_KEPT) -> None:
        self._decode = decode or decode_beside
        self._most_kept = most_kept
        self._folder: Path | None = None
        self._one_at_a_time = threading.Lock()

    def keep_in(self, folder: Path, wanted: Iterable[Path]) -> None:
        """Decodes those of the wanted folders' clips that Qt has to decode, if any; does so in the background."""
        self._folder = folder
        clips = [clip for one in wanted for clip in sorted(one.glob("*.opus"))]
        if clips and not can_decode(clips[0]):
            threading.Thread(target=self._provide, args=(clips,), daemon=True).start()

    def read(self, clip: Path) -> tuple[Samples, int]:
        """Its samples, and how many there are in a second; `OSError` where they can't be had."""
        try:
            if clip.suffix == ".wav":
                return samples_of(clip)
            with suppress(OSError):
                return decoded(clip)
            return self._kept(clip)
        except (wave.Error, EOFError, ValueError) as error:
            raise OSError(f"{clip.name} can't be read: {error}") from error

    def _kept(self, clip: Path) -> tuple[Samples, int]:
        if self._folder is None:
            raise OSError(f"nothing here decodes {clip.name}")
        self._provide([clip])
        return samples_of(place_of(clip, self._folder))

    def _provide(self, clips: Sequence[Path]) -> None:
        """Have those that are missing or damaged decoded."""
        with self._one_at_a_time:
            if self._folder is None:
                return
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
            places = [(clip, place_of(clip, self._folder)) for clip in clips if clip.is_file()]
            missing = [(clip, place) for clip, place in places if not is_whole(place)]
            if missing:
                self._decode(missing)
                make_room(self._folder, self._most_kept, {place for _, place in places})


def place_of(clip: Path, folder: Path) -> Path:
    """Where a clip is kept decoded: by what is in it, so that a clip that was made anew is decoded anew."""
    import hashlib

    return folder / f"{hashlib.blake2b(clip.read_bytes(), digest_size=16).hexdigest()}.wav"


def is_whole(path: Path) -> bool:
    """Whether it is a WAV file with all the samples that it says it has."""
    try:
        with wave.open(str(path)) as file:
            length: int = 2 * file.getnframes()
            return len(file.readframes(file.getnframes())) == length > 0
    except (OSError, wave.Error, EOFError):
        return False


def make_room(folder: Path, most: int, wanted: set[Path]) -> None:
    """Delete the oldest that nobody wants now until no more than that many bytes are left."""
    with suppress(OSError):
        kept = sorted(
            ((path.stat().st_mtime, path.stat().st_size, path) for path in folder.glob("*.wav")), reverse=True
        )
        left = most
        for _, size, path in kept:
            left -= size
            if left < 0 and path not in wanted:
                path.unlink(missing_ok=True)


def decode_beside(clips: Sequence[tuple[Path, Path]]) -> None:
    """By Qt, in a process of its own."""
    import subprocess  # not where libsndfile is: this process is there as long as the program

    pairs = json.dumps([[str(clip), str(place)] for clip, place in clips])
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(
            [sys.executable, "-P", str(Path(__file__).with_name("decode_clips.py"))],
            input=pairs.encode(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=DECODING_S,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip


def can_decode(clip: Path) -> bool:
    """Whether libsndfile is here and knows what is in the clip."""
    try:
        samples, _ = decoded(clip)
    except OSError:
        return False
    return len(samples) > 0
