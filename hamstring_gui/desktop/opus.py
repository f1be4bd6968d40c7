"""Ogg Opus, as the voice's clips are kept: how long a file is, and its samples, by the system's libsndfile.

Standard library only: the sound helper's. Where it can't decode, `clip_samples` knows another way.
"""

from __future__ import annotations

import array
import ctypes
import struct
import sys
from pathlib import Path

RATE = 48_000
"""Of all Opus; whatever was encoded, this is what its positions count in."""
LONGEST_S = 60.0
"""No clip is nearly as long; what says that it is longer is none."""
LIBRARIES = {
    "win32": ("sndfile.dll", "libsndfile-1.dll"),
    "darwin": ("libsndfile.1.dylib", "/opt/homebrew/lib/libsndfile.1.dylib", "/usr/local/lib/libsndfile.1.dylib"),
}
LINUX = ("libsndfile.so.1",)
_READ, _CLIP = 0x10, 0x10C0
_PAGE, _HEAD = b"OggS", b"OpusHead"


class _Info(ctypes.Structure):
    """SF_INFO."""

    _fields_ = (
        ("frames", ctypes.c_int64),
        *((name, ctypes.c_int) for name in ("rate", "channels", "format", "sections", "seekable")),
    )


def length_s(path: Path) -> float:
    """How long a file sounds, read off its first and its last page. Raises `OSError`, also where it is no Ogg Opus."""
    data = path.read_bytes()
    head, last = data.find(_HEAD, 0, 200), data.rfind(_PAGE)
    if not data.startswith(_PAGE) or head < 0 or last < 0 or len(data) < max(head + 12, last + 14):
        raise OSError(f"{path.name} is no Ogg Opus")
    (skipped,) = struct.unpack_from("<H", data, head + 10)
    (end,) = struct.unpack_from("<q", data, last + 6)
    return float(max(0, end - skipped)) / RATE


def decoded(path: Path) -> tuple[array.array[int], int]:
    """A mono file's samples of 16 bits, and how many there are in a second.

    Raises `OSError` where it can't be read, or nothing here can read it.
    """
    library = _library()
    info = _Info()
    if sys.platform == "win32":
        handle = library.sf_wchar_open(str(path), _READ, ctypes.byref(info))
    else:
        handle = library.sf_open(
            str(path).encode(sys.getfilesystemencoding(), "surrogateescape"), _READ, ctypes.byref(info)
        )
    if not handle:
        raise OSError(f"{path.name} can't be decoded: {library.sf_strerror(None).decode(errors='replace')}")
    file = ctypes.c_void_p(handle)
    try:
        if info.channels != 1 or not 0 <= info.frames <= LONGEST_S * info.rate:
            raise OSError(f"{path.name} is no clip of the voice")
        samples = array.array("h", bytes(2 * info.frames))
        library.sf_command(file, _CLIP, None, 1)
        room = (ctypes.c_short * len(samples)).from_buffer(samples)
        count = library.sf_readf_short(file, room, ctypes.c_int64(info.frames))
        del room  # as long as it is there, the array can't become shorter
        del samples[max(0, count) :]
        return samples, info.rate
    finally:
        library.sf_close(file)


def _library() -> ctypes.CDLL:
    for name in LIBRARIES.get(sys.platform, LINUX):
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.sf_open.restype = ctypes.c_void_p
        library.sf_strerror.restype = ctypes.c_char_p
        library.sf_readf_short.restype = ctypes.c_int64
        if sys.platform == "win32":
            library.sf_wchar_open.restype = ctypes.c_void_p
        return library
    raise OSError("libsndfile, which decodes the voice, is not installed")
