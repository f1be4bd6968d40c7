"""An engine in place of hibari-tts: a tone as long as its text, in no time. Nothing of the real one is needed."""

from __future__ import annotations

from pathlib import Path

SOURCE = """
import numpy as np

class Hibari:
    sample_rate = 24_000

    def __init__(self, voice="heart"):
        pass

    def __call__(self, text, seed=None):
        if "unsayable" in text:
            return np.zeros(0, "float32")
        if "crash" in text:
            raise RuntimeError("the engine broke")
        tone = np.sin(np.arange(300 * len(text)) * 0.5).astype("float32") * 0.2
        return np.concatenate([np.zeros(2400, "float32"), tone, np.zeros(2400, "float32")])
"""


def install_engine(folder: Path) -> Path:
    """Put it into a folder, which then has to be among those that Python looks in."""
    info = folder / "hibari_tts-0.2.1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: hibari-tts\nVersion: 0.2.1\n")
    (folder / "hibari.py").write_text(SOURCE)
    return folder
