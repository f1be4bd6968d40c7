"""Makes assets/voice/en: a clip of every sentence that a session says, rendered by hibari-tts, and their manifest.

    .venv/bin/pip install -e .[voice-build]
    .venv/bin/python tools/make_voice.py [--all] [--list]

Makes what is missing or has changed (`--all`: everything), and removes what nothing needs. `--list` prints the
sounds that the engine makes of each sentence, and makes nothing. The same texts, engine and libraries give the same
files. What the engine says wrong is told right in `SAID_OTHERWISE` of `hamstring_gui/desktop/clip_making.py`.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import soundfile

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hamstring_gui.desktop.clip_making import RATE, Kind, Renderer, bring_up_to_date  # noqa: E402
from hamstring_gui.storage.library import load_exercises  # noqa: E402
from hamstring_gui.ui.session.spoken import all_sentences  # noqa: E402

if TYPE_CHECKING:
    from hamstring_gui.desktop.clip_making import Samples

ASSETS = ROOT / "assets"
FOLDER = ASSETS / "voice" / "en"
BITS_A_SECOND = 24_000
LEAST, MOST = 6_000, 256_000
"""Of bits a second: libsndfile's 1.0 and 0.0 of compression."""


def write_opus(path: Path, samples: Samples) -> None:
    level = 1 - (BITS_A_SECOND - LEAST) / (MOST - LEAST)
    soundfile.write(path, samples, RATE, format="OGG", subtype="OPUS", compression_level=level)
    path.write_bytes(with_serial(path.read_bytes(), 1))


def read_opus(path: Path) -> Samples:
    return np.asarray(soundfile.read(path)[0])


def with_serial(ogg: bytes, serial: int) -> bytes:
    """An Ogg stream under another number than libsndfile's, which is a random one; each page has a sum of its own."""
    pages, at = [], 0
    while at < len(ogg):
        segments = ogg[at + 26]
        size = 27 + segments + sum(ogg[at + 27 : at + 27 + segments])
        page = bytearray(ogg[at : at + size])
        struct.pack_into("<I", page, 14, serial)
        struct.pack_into("<I", page, 22, 0)
        struct.pack_into("<I", page, 22, ogg_sum(page))
        pages.append(bytes(page))
        at += size
    return b"".join(pages)


def ogg_sum(page: bytes | bytearray) -> int:
    crc = 0
    for byte in page:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1) ^ (0x104C11DB7 if crc & 0x80000000 else 0)
    return crc


OPUS = Kind(".opus", write_opus, read_opus)


def main(arguments: list[str]) -> int:
    if unknown := {*arguments} - {"--all", "--list"}:
        print(f"{' '.join(sorted(unknown))}: not understood\n\n{__doc__}", file=sys.stderr)
        return 2
    texts = all_sentences(load_exercises(ASSETS).values())
    renderer = Renderer()
    if "--list" in arguments:
        for text in texts:
            print(text, renderer.sounds_of(text), sep="\t")
        return 0
    faults: dict[str, str] = {}
    bring_up_to_date(
        FOLDER, texts, OPUS, renderer, anew="--all" in arguments, tell=print, tell_fault=faults.__setitem__
    )
    files = [path.stat().st_size for path in FOLDER.iterdir()]
    print(f"{len(texts)} sentences, {len(files)} files, {sum(files) / 1e6:.2f} MB in {FOLDER}")
    for text, reason in faults.items():
        print(f"{text!r}: {reason}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
