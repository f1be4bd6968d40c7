"""Pictures, zips and exercises that tests make for themselves, harmless and hostile."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from hamstring_gui.domain.exercise import Dose, Exercise, Scene, Step
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.bundle import SharedExercise
from hamstring_gui.storage.pictures import Draw
from hamstring_gui.storage.routine_bundle import read_routine_parts, routine_of

SVG_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30"'


def svg(inside: str = '<path d="M0 0L40 30"/>', head: str = SVG_HEAD, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}{head}>{inside}</svg>'.encode()


def draw(data: bytes, longest_side: int) -> bytes:
    """Stands in for what draws an SVG: a green picture as a PNG, unless there is a script in it."""
    assert longest_side == 1600
    if b"<script" in data:
        raise ValueError("there is nothing to see in this drawing")
    return photo((400, 300), "green", "PNG")


def encoded(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def photo(size: tuple[int, int] = (40, 30), colour: str = "red", kind: str = "JPEG", **how: object) -> bytes:
    return encoded(Image.new("RGB", size, colour), kind, **how)


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header says that it is huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))

    header = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def zipped(entries: list[tuple[str | zipfile.ZipInfo, bytes]], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def listing(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder, with what is in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def own_exercise(name: str = "Towel stretch", *pictures: Path | str) -> Exercise:
    """An exercise as somebody fills it in, a step for each picture, and one more that has none."""
    steps = (*(Step(f"Step {n}.", None, str(path)) for n, path in enumerate(pictures, 1)), Step("Hold it.", None))
    number = len(steps)
    dose, scene = Dose(2, 20.0), Scene((), muscle=None)
    return replace(
        Exercise("", name, "stretch", "shoulder", True, dose, steps, steps[-1], steps[0], number, number, scene),
        equipment=("towel",),
        optional=("cushion",),
        also=("pull",),
        cautions=("Slowly.",),
        mirror_pictures=False,
    )


def read_routine_bundle(
    path: Path, exercises: Mapping[str, Exercise], draw: Draw
) -> tuple[Routine, tuple[SharedExercise, ...]]:
    """A shared routine read in this process, and the exercises that come with it."""
    text, shared = read_routine_parts(path, draw)
    return routine_of(text, shared, exercises, path), shared
