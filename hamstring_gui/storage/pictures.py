"""Pictures of the user's own: made safe and small before they are stored.

A PNG, JPEG or WebP is decoded and written anew, upright and without metadata (where it was taken, with what). An SVG
is drawn by somebody else (`Draw`), in a process of its own, and what was drawn is treated like any other PNG.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.errors import StorageError, plain

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 40_000_000
MOST_BYTES_DRAWN = 4_000_000
"""Of an SVG."""
MOST_PIXELS = 64_000_000
LONGEST_SIDE = 1600
"""Pixels of a stored picture."""
QUALITY = 88
FORMATS = ("PNG", "JPEG", "WEBP")
_NOT_A_PICTURE = "this is not a PNG, JPEG, WebP or SVG picture"
_TOO_MANY = f"this picture is too large; it may have at most {MOST_PIXELS // 1_000_000} megapixels"

Draw = Callable[[bytes, int], bytes]
"""Draws an SVG of these bytes, so many pixels wide or high at most: a PNG. Raises `ValueError` with the reason."""


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


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """What is in a regular file of at most `most` bytes. Raises `StorageError`."""
    try:
        if path.exists() and not path.is_file():
            raise StorageError(f"{path}: this is not a file")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise StorageError(f"{path}: {plain(error)}") from error
    except ValueError as error:  # a NUL in the name
        raise StorageError(f"{path!r}: this is no name of a file") from error
    if len(data) > most:
        raise StorageError(f"{path}: this is too large; at most {most // 1_000_000} MB are read")
    return data


def take_in_bytes(data: bytes, name: str, draw: Draw) -> Picture:
    """The picture of a file's bytes; `name` is named in what is wrong. Raises `StorageError`."""
    if not data:
        raise StorageError(f"{name}: this file is empty")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        data = _drawn(data, name, draw)
    with _decoding(name):
        image = _opened(data, name)
        is_jpeg = image.format == "JPEG"
        return _smallest(_made_small(image), is_jpeg)


def _drawn(data: bytes, name: str, draw: Draw) -> bytes:
    if len(data) > MOST_BYTES_DRAWN:
        raise StorageError(f"{name}: this is too large; an SVG may have at most {MOST_BYTES_DRAWN // 1_000_000} MB")
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
    if image.width * image.height > MOST_PIXELS:
        raise StorageError(f"{name}: {_TOO_MANY}; it has {image.width} × {image.height}")
    return image


def _made_small(image: Image) -> Image:
    """The first frame, upright, at most `LONGEST_SIDE`, in RGB or RGBA, with nothing attached."""
    from PIL import Image as images
    from PIL import ImageOps

    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")  # 16 bits
    exif = image.getexif()
    mode = "RGBA" if image.has_transparency_data else "RGB"
    small = image.convert(mode)
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    small.getexif().update(exif)
    ImageOps.exif_transpose(small, in_place=True)
    if mode == "RGBA" and small.getchannel("A").getextrema() == (255, 255):
        small = small.convert("RGB")
    bare = images.new(small.mode, small.size)
    bare.paste(small)
    return bare


def _smallest(image: Image, is_jpeg: bool) -> Picture:
    """PNG for what can be seen through, otherwise JPEG; a drawing may be smaller, and sharper, as PNG."""
    pictures = []
    if image.mode == "RGB":
        pictures.append(Picture(_written(image, "JPEG", quality=QUALITY, optimize=True), ".jpg"))
    if image.mode == "RGBA" or not is_jpeg:
        pictures.append(Picture(_written(image, "PNG", optimize=True), ".png"))
    return min(pictures, key=lambda picture: len(picture.data))


def _written(image: Image, kind: str, **how: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()
