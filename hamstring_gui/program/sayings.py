"""What can be said without a session: the list of all sentences, and what one says as a WAV file."""

from __future__ import annotations

import io
import re
import tempfile
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

from hamstring_gui.desktop.clip_making import RATE as RENDERED_RATE
from hamstring_gui.desktop.clip_making import Renderer, can_render, in_16_bits
from hamstring_gui.desktop.clip_samples import ClipReader
from hamstring_gui.desktop.clips import Clips
from hamstring_gui.storage.errors import StorageError

LONGEST_TEXT = 2000
BETWEEN_S = 0.25
"""As long as a speaker breathes between two sentences."""


def lines(clips: Clips, texts: tuple[str, ...]) -> Iterator[str]:
    """Each sentence with its file and its seconds, separated by tabs; `-` where it has none."""
    for text in texts:
        clip, length_s = clips.find(text), clips.length_s(text)
        yield f"{text}\t-\t-" if clip is None or length_s is None else f"{text}\t{clip.name}\t{length_s:.2f}"


def wave_of(text: str, clips: Clips) -> bytes:
    """A WAV file that says a text: by clips, or by hibari-tts where that is installed. Raises `StorageError`."""
    if len(text) > LONGEST_TEXT:
        raise StorageError(f"this text is too long; at most {LONGEST_TEXT} letters are said")
    shown = f'"{text[:60]}"' if len(text) <= 60 else f'"{text[:60]} …"'
    try:
        if found := _clips_for(text, clips):
            return _joined(found)
        if not can_render():
            raise StorageError(
                f"{shown}: no clip says this{_nearest(text, clips)}, and hibari-tts, which could, is not installed; "
                'to install it: pip install "hamstring-gui[voice]"'
            )
        return _wave(in_16_bits(Renderer().render(text)), RENDERED_RATE)
    except (OSError, ValueError, ImportError) as error:
        raise StorageError(f"{shown}: this can't be said: {error}") from error


def _clips_for(text: str, clips: Clips) -> list[Path]:
    """The clip that says it all, or one for each sentence; nothing where one is missing."""
    known = {_loosely(one): one for one in clips.texts}
    for parts in ([text], re.split(r"(?<=[.!?])\s+", text.strip())):
        found = [clips.find(known.get(_loosely(part), part)) for part in parts]
        if all(found):
            return [clip for clip in found if clip is not None]
    return []


def _nearest(text: str, clips: Clips) -> str:
    """For who mistyped a sentence of the list."""
    from difflib import get_close_matches

    near = get_close_matches(text, clips.texts, 1)
    return f' (did you mean "{near[0]}"?)' if near else ""


def _loosely(text: str) -> str:
    """Whoever types a sentence need not mind capitals, spaces, and the stop at its end."""
    return " ".join(text.casefold().split()).rstrip(".!")


def _joined(paths: list[Path]) -> bytes:
    samples: array[int] = array("h")
    rates: set[int] = set()
    with tempfile.TemporaryDirectory(prefix="hamstring-") as scratch:
        reader = ClipReader()
        reader.keep_in(Path(scratch), ())
        for path in paths:
            try:
                one, rate = reader.read(path)
            except FileNotFoundError as error:
                raise OSError("nothing here decodes its clip; libsndfile would (Debian: libsndfile1)") from error
            samples.extend(array("h", bytes(2 * round(BETWEEN_S * rate))) if samples else ())
            samples.extend(one)
            rates.add(rate)
    if len(rates) != 1:
        raise ValueError("its clips don't fit each other")
    return _wave(samples.tobytes(), rates.pop())


def _wave(samples: bytes, rate: int) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", "not compressed"))
        file.writeframes(samples)
    return out.getvalue()
