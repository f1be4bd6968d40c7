"""Pictures of the user's own: made safe and small before they are stored.

A PNG, JPEG or WebP is decoded and written anew, upright and without metadata (where it was taken, with what). An SVG
is drawn by somebody else (`Draw`), in a process of its own, and what was drawn is treated like any other PNG.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.database_file import opened
from hamstring_gui.storage.digests import sha256
from hamstring_gui.storage.errors import StorageError, plain

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 40_000_000
MOST_BYTES_DRAWN = 4_000_000
"""Of an SVG."""
MOST_PIXELS = 24_000_000
"""Of what is decoded; a JPEG is decoded at a half, a quarter or an eighth of its size where that is enough."""
MOST_PIXELS_JPEG = 64_000_000
"""Of a JPEG that is decoded so; a progressive one is in memory whole all the same."""
MOST_BYTES_PROGRESSIVE = 120_000_000
"""Of a progressive JPEG's coefficients, which are in memory all at once: two for each sample."""
MOST_PIXELS_TOGETHER = 100_000_000
"""Of the pictures of one file that people exchange."""
MOST_PIXELS_WEBP = 4_000_000
"""Of a WebP that Pillow decodes, which takes 16 bytes for each of them; larger ones are drawn."""
LONGEST_SIDE = 1600
"""Pixels of a stored picture."""
QUALITY = 88
ALWAYS_PACKED_WELL, MOST_PACKED_WELL = 200_000, 2_000_000
"""Bytes of a PNG, packed quickly, that is then packed as small as it can be: in any case, and where it must be PNG."""
FORMATS = ("PNG", "JPEG", "WEBP")
_STRIP = 64
"""Rows of a picture that is made smaller."""
_NOT_A_PICTURE = "this is not a PNG, JPEG, WebP or SVG picture"
_TOO_MANY = f"this picture is too large; it may have at most {MOST_PIXELS // 1_000_000} megapixels"

Draw = Callable[[bytes, int], bytes]
"""Draws an SVG (or large WebP) of these bytes, so many pixels wide or high at most: a PNG. Raises `ValueError` with the
reason."""

Take = Callable[[Path], "Picture"]
"""Takes in the picture of a file, as `take_in` does, in some other place. Raises `StorageError`."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture that is ready to be stored, and what its file's name ends with (`.png`)."""

    data: bytes
    ending: str

    @property
    def name(self) -> str:
        """A file name that says what is in it: another picture has another name."""
        return f"picture-{sha256(self.data).hexdigest()[:16]}{self.ending}"


def take_in(path: Path, draw: Draw) -> Picture:
    """The picture of a file of somebody's. Raises `StorageError` (`FILE: reason`)."""
    return take_in_bytes(read_bytes(path), str(path), draw)


def read_bytes(path: Path) -> bytes:
    """What is in a regular file of at most `MOST_BYTES`. Raises `StorageError`."""
    try:
        if path.exists() and not path.is_file():
            raise StorageError(f"{path}: this is not a file")
        with opened(path) as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise StorageError(f"{path}: {plain(error)}") from error
    except ValueError as error:  # a NUL in the name
        raise StorageError(f"{path!r}: this is no name of a file") from error
    if len(data) > MOST_BYTES:
        raise StorageError(f"{path}: this is too large; at most {MOST_BYTES // 1_000_000} MB are read")
    return data


def take_in_bytes(data: bytes, name: str, draw: Draw) -> Picture:
    """The picture of a file's bytes; `name` is named in what is wrong. Raises `StorageError`."""
    given = data
    if not data:
        raise StorageError(f"{name}: this file is empty")
    if _is_drawing(data):
        data = _drawn(data, name, draw)
    elif _is_large_webp(data, name):
        data = _drawn(data, name, draw, MOST_BYTES)
    with _decoding(name):
        turned = _webp_exif(given)
        image = _opened(data, name)
        is_jpeg = image.format == "JPEG"
        return _smallest(_made_small(image, turned), is_jpeg)


def pixels_in(data: bytes) -> int:
    """How many pixels are decoded of a picture, by what its first bytes say; 0 where they say nothing."""
    from PIL import Image

    if _is_drawing(data):
        return LONGEST_SIDE * LONGEST_SIDE
    if data[:4] == b"RIFF":
        return math.prod(_webp_size(data))
    with suppress(Exception), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(BytesIO(data), formats=FORMATS)
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        return image.width * image.height
    return 0


def _is_drawing(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _is_large_webp(data: bytes, name: str) -> bool:
    """Whether it is a WebP that somebody else has to decode. Raises `StorageError` where nobody does."""
    width, height = _webp_size(data)
    if width * height > MOST_PIXELS:
        raise StorageError(f"{name}: {_TOO_MANY}; it has {width} × {height}")
    return width * height > MOST_PIXELS_WEBP


def _webp_size(data: bytes) -> tuple[int, int]:
    """Width and height of a WebP by its header, since Pillow takes memory for all of it to say so; 0 × 0 of others."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return 0, 0
    match data[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        case _:
            return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF


def _webp_exif(data: bytes) -> bytes:
    """What a WebP says of how it was taken; nothing where it says nothing, or is something else."""
    at = 12
    while data[:4] == b"RIFF" and data[8:12] == b"WEBP" and at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] == b"EXIF":
            return data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    return b""


def _drawn(data: bytes, name: str, draw: Draw, most: int = MOST_BYTES_DRAWN) -> bytes:
    if len(data) > most:
        raise StorageError(f"{name}: this is too large; an SVG may have at most {most // 1_000_000} MB")
    try:
        return draw(data, LONGEST_SIDE)
    except ValueError as error:
        raise StorageError(f"{name}: {error}") from error


@contextmanager
def _decoding(name: str) -> Iterator[None]:
    """Whatever a broken file makes a decoder raise is a sentence."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except StorageError:
        raise
    except UnidentifiedImageError as error:
        raise StorageError(f"{name}: {_NOT_A_PICTURE}, or it is damaged") from error
    except Image.DecompressionBombError as error:
        raise StorageError(f"{name}: {_TOO_MANY}") from error
    except MemoryError as error:
        raise StorageError(f"{name}: there is not enough memory for this picture") from error
    except Exception as error:
        raise StorageError(f"{name}: this picture is damaged: {error}") from error


def _opened(data: bytes, name: str) -> Image:
    """The image with its header read and nothing decoded."""
    from PIL import Image

    image = Image.open(BytesIO(data), formats=FORMATS)
    size = width, height = image.size
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    drafted = image.size != size and not image.info.get("progressive")
    most = MOST_PIXELS_JPEG if drafted else MOST_PIXELS
    if width * height > most or image.width * image.height > MOST_PIXELS:
        raise StorageError(f"{name}: {_TOO_MANY}; it has {width} × {height}")
    if image.info.get("progressive") and _progressive_bytes(width * height, image) > MOST_BYTES_PROGRESSIVE:
        raise StorageError(f"{name}: this picture takes too much memory; save it smaller, or as a JPEG not progressive")
    return image


def _progressive_bytes(pixels: int, image: Image) -> float:
    """What the coefficients of a progressive JPEG take; `layer` has each component's samples per row and column."""
    samples: list[int] = [across * down for _, across, down, *_ in getattr(image, "layer", ())]
    return 2 * pixels * sum(samples) / max(samples, default=1)


def _made_small(image: Image, turned: bytes) -> Image:
    """The first frame, upright, at most `LONGEST_SIDE`, in RGB or RGBA, with nothing attached; `turned` is the EXIF of
    what it was drawn from."""
    from PIL import Image as images
    from PIL import ImageOps

    exif = image.getexif()
    if turned and not exif:
        with suppress(Exception):  # what says nothing that is understood turns nothing
            exif.load(turned)
    mode = "RGBA" if image.has_transparency_data else "RGB"
    small = _reduced(image, mode)
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    small.getexif().update(exif)
    ImageOps.exif_transpose(small, in_place=True)
    if mode == "RGBA" and small.getchannel("A").getextrema() == (255, 255):
        small = small.convert("RGB")
    bare = images.new(small.mode, small.size)
    bare.paste(small)
    return bare


def _reduced(image: Image, mode: str) -> Image:
    """The image in that mode, and a whole number of times smaller where it is at least twice too large.

    Strip by strip: a second whole one would be 100 MB.
    """
    from PIL import Image as images

    times = max(1, max(image.size) // LONGEST_SIDE)
    small = images.new(mode, (-(-image.width // times), -(-image.height // times)))
    image.load()
    for top in range(0, image.height, times * _STRIP):
        strip = image.crop((0, top, image.width, min(image.height, top + times * _STRIP)))
        if strip.mode.startswith("I"):
            strip = strip.point(lambda value: value / 256).convert("L")  # 16 bits
        small.paste(strip.convert(mode).reduce(times), (0, top // times))
    return small


def _smallest(image: Image, is_jpeg: bool) -> Picture:
    """PNG for what can be seen through, otherwise JPEG; a drawing may be smaller, and sharper, as PNG.

    Packing a PNG well takes long, and is left out where packing it quickly says that it would be a large one.
    """
    pictures = []
    if image.mode == "RGB":
        pictures.append(Picture(_written(image, "JPEG", quality=QUALITY, optimize=True), ".jpg"))
    if image.mode == "RGBA" or not is_jpeg:
        quick = Picture(_written(image, "PNG", compress_level=1), ".png")
        small = len(quick.data) < max(ALWAYS_PACKED_WELL, 2 * len(pictures[0].data) if pictures else MOST_PACKED_WELL)
        pictures.append(Picture(_written(image, "PNG", optimize=True), ".png") if small else quick)
    return min(pictures, key=lambda picture: len(picture.data))


def _written(image: Image, kind: str, **how: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()
