"""Making the voice's clips: rendered by hibari-tts, trimmed, levelled, and a folder of them brought up to date.

hibari-tts and numpy are imported when something is to be rendered; neither is needed where clips are only played. What
runs this is a process of its own: the engine takes two seconds and 200 MB.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import unicodedata
import wave
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hamstring_gui.desktop.clips import MANIFEST, Entry, entries_in
from hamstring_gui.domain.values import dataclass

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Samples = NDArray[float64]

ENGINE, VOICE = "hibari-tts", "heart"
RATE = 48_000
"""Of the tones, too: nothing need be brought to another rate when they sound together."""
TARGET_LUFS = -16.0
"""Amid the tones (-12 to -17 dBFS)."""
CEILING_DBFS = -2.5
"""Of what is encoded; what is decoded again overshoots by less than the 1.5 dB that are left to -1."""
RECIPE = 1
"""Goes up when clips come out differently for the same words and engine."""
LONGEST_SLUG = 40
KEPT_BEFORE_S, KEPT_AFTER_S, FADED_IN_S, FADED_OUT_S = 0.02, 0.06, 0.005, 0.02
LIMITED_WITHIN_S = 0.005
LONGEST_PAUSE_S = 0.35
FRAME_S, SILENT_DB = 0.01, -42.0
BLOCK_S, STEP_S, GATE_LUFS, GATE_LU = 0.4, 0.1, -70.0, -10.0
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SAID_OTHERWISE: Mapping[str, str] = {
    "begin": "[begin](/bɪɡˈɪn/)",
    "knee to": "knee [to](/tˈu/)",
    "lie face down": "lie, face [down](/dˈWn/)",
    "paused": "[paused](/pˈɑzd/)",
    "press space when": "press, Space, when",
    "tall on": "tall [on](/ˈɔn/)",
    "tingling": "[tingling](/tˈɪŋɡlɪŋ/)",
    **{f"of {number}": f"[of](/ˈʌv/) {number}" for number in _COUNTED},
}
"""What the engine says wrong or unclearly, with the sounds (in its own letters) or the commas that make it clear: each
was told apart by a recogniser, clean and in a noisy room. Only words that stand so, in capitals or not."""

Write = Callable[[Path, "Samples"], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """What files clips are: how their names end, how samples become one, and how one becomes samples again."""

    ending: str
    write: Write
    read: Callable[[Path], Samples]


def can_render() -> bool:
    """Whether hibari-tts is installed here."""
    return importlib.util.find_spec("hibari") is not None


class Renderer:
    """The engine, loaded when it is first needed."""

    def __init__(self) -> None:
        self._engine: Any = None

    @property
    def made_with(self) -> dict[str, str]:
        from importlib.metadata import version

        return {"engine": ENGINE, "engine_version": version(ENGINE), "voice": VOICE}

    def render(self, text: str) -> Samples:
        """The samples of a text at `RATE`, as loud as all. Raises `ValueError` where it can't be said."""
        try:
            spoken = self._loaded()(said_as(text), seed=0).astype("float64")
        except Exception as error:  # whatever a stranger's engine comes up with
            raise ValueError(f"{ENGINE} failed: {error}") from error
        return faded(levelled(doubled(without_long_pauses(trimmed(spoken, RATE // 2), RATE // 2))))

    def sounds_of(self, text: str) -> str:
        """The phonemes that a text is said with, in the engine's letters."""
        return " ".join(self._loaded().phonemize(said_as(text)))

    def _loaded(self) -> Any:
        if self._engine is None:
            from hibari import Hibari

            self._engine = Hibari(voice=VOICE)
        return self._engine


def said_as(text: str) -> str:
    """The text with the words that the engine gets wrong as it gets them right."""
    for word, otherwise in SAID_OTHERWISE.items():
        text = re.sub(rf"\b{re.escape(word)}\b", otherwise, text, flags=re.IGNORECASE)
    return text


# -- samples ----------------------------------------------------------------------------------------------------------
def trimmed(samples: Samples, rate: int) -> Samples:
    """Without the silence before and after, but for a little."""
    import numpy as np

    frame = round(FRAME_S * rate)
    padded = np.pad(samples, (0, -len(samples) % frame))
    power = np.mean(padded.reshape(-1, frame) ** 2, axis=1)
    if not len(power) or not float(np.max(power)) > 0:
        raise ValueError("nothing of this can be said")
    heard = np.flatnonzero(power > float(np.max(power)) * 10 ** (SILENT_DB / 10))
    first = max(0, heard[0] * frame - round(KEPT_BEFORE_S * rate))
    return samples[first : (heard[-1] + 1) * frame + round(KEPT_AFTER_S * rate)]


def without_long_pauses(samples: Samples, rate: int) -> Samples:
    """With no more than `LONGEST_PAUSE_S` between two sentences; what is cut out of a pause is its middle."""
    import numpy as np

    frame = round(FRAME_S * rate)
    power = np.mean(samples[: len(samples) // frame * frame].reshape(-1, frame) ** 2, axis=1)
    silent = np.flatnonzero(power <= float(np.max(power)) * 10 ** (SILENT_DB / 10))
    kept, at = [], 0
    for pause in np.split(silent, np.flatnonzero(np.diff(silent) > 1) + 1):
        too_long = len(pause) - round(LONGEST_PAUSE_S / FRAME_S)
        if too_long > 0:
            cut = int(pause[0] + (len(pause) - too_long) // 2)
            kept.append(faded(samples[at : cut * frame], rate))
            at = (cut + too_long) * frame
    return np.concatenate([*kept, faded(samples[at:], rate) if kept else samples])


def doubled(samples: Samples) -> Samples:
    """At twice the rate."""
    import numpy as np

    spectrum = np.fft.rfft(np.pad(samples, (0, len(samples) % 2)))
    size = 4 * (len(spectrum) - 1)
    return 2 * np.fft.irfft(np.pad(spectrum, (0, size // 2 + 1 - len(spectrum))), size)[: 2 * len(samples)]


def faded(samples: Samples, rate: int = RATE) -> Samples:
    """From and to nothing, so that nothing clicks."""
    import numpy as np

    result = samples.copy()
    rise, fall = (min(round(seconds * rate), len(samples) // 2) for seconds in (FADED_IN_S, FADED_OUT_S))
    result[:rise] *= np.linspace(0.0, 1.0, rise)
    result[len(result) - fall :] *= np.linspace(1.0, 0.0, fall)
    return result


def levelled(samples: Samples) -> Samples:
    """As loud as all are, with no sample above the ceiling."""
    result = samples
    for _ in range(6):  # what the limiter takes away is given back
        missing = TARGET_LUFS - loudness_lufs(result)
        if abs(missing) < 0.05 and result is not samples:
            break
        result = limited(result * 10 ** (missing / 20))
    return result


def limited(samples: Samples) -> Samples:
    """Made quieter around each sample that is above the ceiling, softly: the gain moves over milliseconds."""
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    ceiling = 10 ** (CEILING_DBFS / 20)
    if np.abs(samples).max() <= ceiling:
        return samples
    reach = round(LIMITED_WITHIN_S * RATE)
    gain = np.minimum(1.0, ceiling / np.maximum(np.abs(samples), 1e-9))
    lowest = sliding_window_view(np.pad(gain, 2 * reach, constant_values=1.0), 2 * reach + 1).min(axis=1)
    window = np.hanning(2 * reach + 3)[1:-1]
    return samples * np.convolve(lowest, window / window.sum(), mode="valid")


def loudness_lufs(samples: Samples) -> float:
    """Loudness as ITU-R BS.1770 measures it, of what is loud enough to count. A short clip is one block."""
    import numpy as np

    weighted = np.fft.irfft(np.fft.rfft(samples) * _k_weights(len(samples)), len(samples))
    block = min(len(weighted), round(BLOCK_S * RATE))
    starts = range(0, len(weighted) - block + 1, round(STEP_S * RATE))
    power = np.array([np.mean(weighted[start : start + block] ** 2) for start in starts])
    for gate in (GATE_LUFS, None):
        level = gate if gate is not None else _lufs(float(power.mean())) + GATE_LU
        loud = power[[_lufs(float(one)) > level for one in power]]
        power = loud if len(loud) else power
    return _lufs(float(power.mean()))


def _lufs(power: float) -> float:
    import math

    return -0.691 + 10 * math.log10(max(power, 1e-12))


def _k_weights(length: int) -> Samples:
    """How BS.1770's two filters at 48 kHz weigh each frequency of a spectrum."""
    import numpy as np

    z = np.exp(-2j * np.pi * np.fft.rfftfreq(length))
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    high = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    weights: Samples = np.abs(shelf * high)
    return weights


def peak_dbfs(samples: Samples) -> float:
    import numpy as np

    return float(20 * np.log10(max(np.abs(samples).max(), 1e-6)))


# -- files ------------------------------------------------------------------------------------------------------------
def in_16_bits(samples: Samples) -> bytes:
    import numpy as np

    return bytes((np.clip(samples, -1.0, 1.0) * 32767).round().astype("<i2").tobytes())


def write_wave(path: Path, samples: Samples) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, len(samples), "NONE", "not compressed"))
        file.writeframes(in_16_bits(samples))


def read_wave(path: Path) -> Samples:
    import numpy as np

    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype("float64") / 32767


WAVE = Kind(".wav", write_wave, read_wave)
"""What own exercises' clips are: every system plays it, and nothing is needed to write it."""


def file_name(text: str, ending: str) -> str:
    """Readable, and another for every text: `right-leg-1a2b3c4d.opus`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")
    return "-".join(filter(None, (slug, _hash(text)))) + ending


def _hash(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def made_as(text: str) -> str:
    """Another for everything that a clip depends on but the engine."""
    return _hash(said_as(text), str(RECIPE))


def bring_up_to_date(
    folder: Path, texts: Iterable[str], kind: Kind, renderer: Renderer, *, anew: bool = False,
    tell: Callable[[str], None] = lambda _: None, tell_fault: Callable[[str, str], None] = lambda *_: None,
) -> None:  # fmt: skip
    """Have a clip of each text in the folder, and none else: what is there and still right stays as it is, or is made
    `anew`. `tell` hears of each that is made, `tell_fault` of each text that can't be, and why.

    Raises `OSError`.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        known = entries_in(folder)
    except ValueError:
        known = {}
    entries: dict[str, Entry] = {}
    for text in dict.fromkeys(texts):
        made_with = {**renderer.made_with, "recipe": made_as(text)}
        path = folder / file_name(text, kind.ending)
        entry = known.get(text)
        if anew or entry is None or not (made_with.items() <= entry.items() and path.is_file()):
            try:
                entry = {"file": path.name, **_made(path, renderer.render(text), kind), **made_with}
            except ValueError as error:
                tell_fault(text, str(error))
                continue
            tell(f"{path.name}: {entry['duration_s']:.2f} s")
            _write_manifest(folder, {**known, **entries, text: entry})  # what ends here is not made twice
        entries[text] = entry
    _write_manifest(folder, entries)
    _remove_all_but(folder, {MANIFEST, *(entry["file"] for entry in entries.values())})


def _made(path: Path, samples: Samples, kind: Kind) -> dict[str, float]:
    """Write a clip, and measure what is heard of it."""
    beside = path.with_name(f".{path.name}.tmp{kind.ending}")
    try:
        kind.write(beside, samples)
        heard = kind.read(beside)
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink()
    return {
        "duration_s": round(len(heard) / RATE, 3),
        "loudness_lufs": round(loudness_lufs(heard), 1),
        "peak_dbfs": round(peak_dbfs(heard), 1),
    }


def _write_manifest(folder: Path, entries: Mapping[str, Entry]) -> None:
    """Sorted, a line for each text: what changed is seen in a diff."""
    lines = (f"{json.dumps(text, ensure_ascii=False)}: {json.dumps(entries[text])}" for text in sorted(entries))
    beside = folder / f".{MANIFEST}.tmp"
    beside.write_text('{"clips": {\n' + ",\n".join(lines) + "\n}}\n", "utf-8", newline="\n")
    os.replace(beside, folder / MANIFEST)


def _remove_all_but(folder: Path, names: set[str]) -> None:
    for path in folder.iterdir():
        if path.name not in names and path.is_file():
            path.unlink()
