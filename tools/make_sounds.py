"""Makes assets/sounds/*.wav: the program's own tones, the same to the sample each time it runs.

    python3 tools/make_sounds.py [FOLDER]

Struck-bar tones from a few decaying sine partials, loudest between 500 and 2000 Hz, where laptop speakers are.
Standard library only.
"""

from __future__ import annotations

import array
import math
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 48_000
FADE_S = 0.010
FOLDER = Path(__file__).resolve().parent.parent / "assets" / "sounds"


@dataclass(frozen=True)
class Timbre:
    """What one struck note is made of: (multiple of its pitch, loudness, how many times faster it dies away)."""

    partials: tuple[tuple[float, float, float], ...]
    attack_s: float = 0.0


BELL = Timbre(((1.0, 1.0, 1.0), (2.0, 0.42, 1.6), (3.0, 0.16, 2.4), (4.2, 0.07, 4.0)))
WOOD = Timbre(((1.0, 1.0, 1.0), (3.9, 0.22, 4.0)))
REED = Timbre(((1.0, 1.0, 1.0), (2.0, 0.5, 1.0), (3.0, 0.3, 1.0)), attack_s=0.05)


@dataclass(frozen=True)
class Note:
    """A pitch in Hz, struck `at_s` into the sound, falling to 1/e in `decay_s`."""

    pitch: float
    at_s: float
    decay_s: float
    loudness: float = 1.0
    timbre: Timbre = BELL


@dataclass(frozen=True)
class Tone:
    """One file: how long it is, how high its highest sample may be (0..1), and its notes."""

    length_s: float
    peak: float
    notes: tuple[Note, ...]


TONES = {
    # Up a fifth, bright: go.
    "hold-start": Tone(0.70, 0.90, (Note(880.0, 0.0, 0.16, 0.85), Note(1318.5, 0.13, 0.24))),
    # Down a fifth, an octave lower and slower: let go.
    "hold-end": Tone(0.80, 0.90, (Note(784.0, 0.0, 0.20, 0.85, WOOD), Note(523.3, 0.20, 0.30, 1.0, WOOD))),
    "count": Tone(0.13, 0.85, (Note(1046.5, 0.0, 0.045, 1.0, WOOD),)),
    "ten": Tone(0.34, 0.55, (Note(932.3, 0.0, 0.05, 1.0, WOOD), Note(932.3, 0.16, 0.06, 1.0, WOOD))),
    "half": Tone(0.42, 0.55, (Note(698.5, 0.0, 0.14),)),
    "pause": Tone(0.36, 0.55, (Note(523.3, 0.0, 0.30, 1.0, REED),)),
    # C major, spread like a strummed chord.
    "done": Tone(1.20, 0.90, (Note(523.3, 0.0, 0.45), Note(659.3, 0.09, 0.42, 0.9), Note(784.0, 0.18, 0.40, 0.9))),
}


def samples(tone: Tone) -> array.array[int]:
    """16-bit samples: the notes added up, brought to the tone's peak, faded in and out to exact silence."""
    count = round(tone.length_s * RATE)
    mixed = [0.0] * count
    for note in tone.notes:
        add(note, mixed)
    scale = tone.peak * 32767 / max(map(abs, mixed))
    return array.array("h", (round(value * scale * fade(i, count)) for i, value in enumerate(mixed)))


def add(note: Note, mixed: list[float]) -> None:
    start = round(note.at_s * RATE)
    for multiple, loudness, haste in note.timbre.partials:
        turn = 2 * math.pi * note.pitch * multiple / RATE
        fall = math.exp(-haste / (note.decay_s * RATE))
        level = note.loudness * loudness
        for i in range(len(mixed) - start):
            mixed[start + i] += level * swell(i, note.timbre.attack_s) * math.sin(turn * i)
            level *= fall


def swell(i: int, attack_s: float) -> float:
    """0 to 1 over the attack; struck notes get 2 ms, which takes the click off their first sample."""
    return min(1.0, i / (max(attack_s, 0.002) * RATE))


def fade(i: int, count: int) -> float:
    """0 at the first and the last sample, 1 from 10 ms after to 10 ms before them, smooth between."""
    edge = min(i, count - 1 - i) / (FADE_S * RATE)
    return 1.0 if edge >= 1 else 0.5 - 0.5 * math.cos(math.pi * edge)


def write(folder: Path) -> list[Path]:
    """The files written, one for each of TONES."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, tone in TONES.items():
        values = samples(tone)
        if sys.byteorder == "big":
            values.byteswap()
        paths.append(folder / f"{name}.wav")
        with wave.open(str(paths[-1]), "wb") as file:
            file.setparams((1, 2, RATE, len(values), "NONE", "not compressed"))
            file.writeframes(values.tobytes())
    return paths


if __name__ == "__main__":
    for path in write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(f"{path.name}: {path.stat().st_size} bytes")
