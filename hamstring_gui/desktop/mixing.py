"""How loud speech is from one hundredth of a second to the next: under tones, near the limit, and when it is cut short.

Samples are mono, 16 bits. Each piece is multiplied by a line from one gain to another, so that nothing jumps and
nothing clicks. Standard library only: the sound helper's.
"""

from __future__ import annotations

import array
from collections.abc import Sequence

TYPE_CHECKING = False  # importing `typing` would take as much memory as all that is here
if TYPE_CHECKING:
    from typing import TypeAlias

    Samples: TypeAlias = array.array[int]
else:
    Samples = array.array

LIMIT = 10 ** (-1 / 20)
"""What speech, or speech and a tone together, may reach of the largest sample there can be: -1 dB."""
UNDER_A_TONE = 10 ** (-9 / 20)
LEAST_UNDER_A_TONE = 0.1
"""Under a tone that fills everything by itself, this much of speech remains."""
RISE = 10 ** (9 / 20 / 15)
"""A piece may be louder than the one before by that factor: 9 dB in 0.15 s."""
QUIET = 0.01
GAP_S = 0.15
"""Between two sentences that are said in one breath. Their clips begin and end with the voice."""
FULL = 32768


def needed(gain: float, peak: float, tone: float) -> float:
    """The gain for a piece of speech with that peak (0 to 1), while a tone with that peak sounds (0: none does)."""
    most = max(LEAST_UNDER_A_TONE, LIMIT - tone) if tone > 0 else LIMIT
    return min(gain * UNDER_A_TONE if tone > 0 else gain, most / peak if peak > 0 else gain)


def next_gain(gain: float, here: float, there: float) -> float:
    """The gain at the end of a piece that begins with `gain`, where it needs `here`, and the one after it `there`.

    It falls at once and rises slowly.
    """
    return min(here, there, max(gain, QUIET) * RISE)


def faded(piece: Samples, start: float, end: float) -> Samples:
    """A piece whose gain goes evenly from start to end."""
    if start == end == 1:
        return piece
    step = (end - start) / max(1, len(piece))
    return array.array("h", [int(sample * (start + step * n)) for n, sample in enumerate(piece)])


def peak_of(piece: Samples) -> float:
    return max(max(piece), -min(piece)) / FULL if piece else 0.0


def peaks_of(samples: Samples, length: int) -> tuple[float, ...]:
    """Of each piece of that many samples."""
    return tuple(peak_of(samples[start : start + length]) for start in range(0, len(samples), length))


def silence(rate: int, seconds: float) -> Samples:
    return array.array("h", bytes(2 * round(rate * seconds)))


def joined(parts: Sequence[tuple[Samples, int]]) -> tuple[Samples, int]:
    """Clips one after the other with a short gap, at the highest of their rates."""
    rate = max(rate for _, rate in parts)
    together: Samples = array.array("h")
    for samples, its_rate in parts:
        if together:
            together += silence(rate, GAP_S)
        together += at_rate(samples, its_rate, rate)
    return together, rate


def at_rate(samples: Samples, rate: int, wanted: int) -> Samples:
    """The same at a higher rate, along lines from sample to sample."""
    if rate == wanted or not samples:
        return samples
    last, made = len(samples) - 1, array.array("h")
    for n in range(len(samples) * wanted // rate):
        before, part = divmod(n * rate, wanted)
        here = samples[min(before, last)]
        made.append(here + (samples[min(before + 1, last)] - here) * part // wanted)
    return made
