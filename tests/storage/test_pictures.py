"""Pictures from outside: what becomes of them, and which are refused; each hostile one by itself."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from hamstring_gui.desktop.draw_picture import drawn as drawn_for_real
from hamstring_gui.storage import pictures
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.pictures import Picture
from tests.spread import late
from tests.storage.making import draw, encoded, photo, png_that_claims, svg

GPS, MAKER, ORIENTATION = 0x8825, 0x010F, 0x0112


def take_in(path: Path) -> Picture:
    return pictures.take_in(path, draw)


def take_in_bytes(data: bytes, name: str) -> Picture:
    return pictures.take_in_bytes(data, name, draw)


def opened(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.data))


def two_colours(mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> Image.Image:
    """The left half red, the right half blue."""
    image = Image.new(mode, size, "red")
    image.paste(Image.new(mode, (size[0] // 2, size[1]), "blue"), (size[0] // 2, 0))
    return image


def exif(orientation: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[ORIENTATION], made[MAKER], made[GPS] = orientation, "Secret Camera", {1: "N", 2: (48.0, 8.0, 1.0)}
    return made


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_where_it_was_taken_is_forgotten(kind: str) -> None:
    how = {"comment": b"Secret"} if kind == "JPEG" else {}
    data = encoded(two_colours(), kind, exif=exif(), icc_profile=b"Secret", **how)
    assert b"Secret" in data
    picture = take_in_bytes(data, "photo")
    assert b"Secret" not in picture.data
    assert dict(opened(picture).getexif()) == {}


@pytest.mark.parametrize(("kind", "drawn"), [("JPEG", False), ("PNG", False), ("WEBP", False), ("WEBP", True)])
def test_it_is_upright(monkeypatch: pytest.MonkeyPatch, kind: str, drawn: bool) -> None:
    if drawn:  # as those are that would take too much memory
        monkeypatch.setattr(pictures, "MOST_PIXELS_WEBP", 100)
    image = opened(pictures.take_in_bytes(encoded(two_colours(), kind, exif=exif(6)), "photo", drawn_for_real))
    shorter, longer = sorted(image.size)
    assert image.size == (shorter, longer)
    assert longer / shorter == pytest.approx(4 / 3, rel=0.01)
    top, bottom = image.getpixel((shorter // 2, longer // 8)), image.getpixel((shorter // 2, longer * 7 // 8))
    assert top[0] > 200 > 60 > top[2]
    assert bottom[2] > 200 > 60 > bottom[0]


@pytest.mark.parametrize(
    ("size", "scaled"), [((1800, 300), (1600, 267)), late((600, 1800), (533, 1600)), ((1600, 9), (1600, 9))]
)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_it_is_at_most_1600_pixels(size: tuple[int, int], scaled: tuple[int, int], kind: str) -> None:
    assert opened(take_in_bytes(photo(size, kind=kind), "photo")).size == scaled


def test_a_photo_becomes_a_jpeg_and_a_drawing_stays_sharp() -> None:
    noise = Image.effect_noise((300, 300), 60).convert("RGB")
    assert take_in_bytes(encoded(noise, "PNG"), "photo").ending == ".jpg"
    assert take_in_bytes(encoded(noise, "WEBP"), "photo").ending == ".jpg"
    drawing = take_in_bytes(encoded(two_colours(), "PNG"), "drawing")
    assert (drawing.ending, opened(drawing).getpixel((19, 1))) == (".png", (255, 0, 0))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png(mode: str) -> None:
    image = Image.new(mode, (40, 30))
    assert opened(take_in_bytes(encoded(image), "p.png")).mode == ("RGBA" if mode in ("LA", "RGBA") else "RGB")


def test_what_can_be_seen_through_stays_so() -> None:
    glass = Image.new("RGBA", (40, 30), (1, 200, 3, 80))
    for kind in ("PNG", "WEBP"):
        picture = take_in_bytes(encoded(glass, kind, lossless=True), "glass")
        assert (picture.ending, opened(picture).getpixel((5, 5))) == (".png", (1, 200, 3, 80))
    paletted = Image.new("P", (40, 30))
    assert opened(take_in_bytes(encoded(paletted, "PNG", transparency=0), "glass")).mode == "RGBA"


def test_light_and_dark_of_16_bits_stay() -> None:
    grey = Image.new("I;16", (4, 3), 40_000)
    assert opened(take_in_bytes(encoded(grey), "grey.png")).getpixel((1, 1)) == (156, 156, 156)


def test_a_cmyk_jpeg_shows_its_colours() -> None:
    picture = opened(take_in_bytes(encoded(two_colours("RGB").convert("CMYK"), "JPEG"), "print"))
    assert picture.mode == "RGB"
    assert picture.getpixel((5, 5))[0] > 200


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_the_first_frame_of_an_animation(kind: str) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    picture = opened(take_in_bytes(data, "moving"))
    assert getattr(picture, "n_frames", 1) == 1
    assert picture.getpixel((5, 5))[0] > 200


def test_the_kind_is_in_the_file_and_not_in_its_name(tmp_path: Path) -> None:
    for name, data, ending in (
        ("a.svg", photo(), ".jpg"),
        ("b.txt", svg(), ".png"),
        ("c.jpg", photo(kind="PNG"), ".png"),
    ):
        (tmp_path / name).write_bytes(data)
        assert take_in(tmp_path / name).ending == ending


def test_a_picture_is_named_after_what_is_in_it() -> None:
    one, same, other = (take_in_bytes(photo(colour=colour), "x") for colour in ("red", "red", "blue"))
    assert one.name == same.name != other.name


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\r\n\t "])
def test_an_svg_is_drawn_once_and_stored_as_pixels(before: bytes) -> None:
    picture = take_in_bytes(before + svg(), "leg.svg")
    assert (picture.ending, opened(picture).size, opened(picture).getpixel((9, 9))) == (".png", (400, 300), (0, 128, 0))


def test_what_draws_is_trusted_no_more_than_the_drawing() -> None:
    for png, reason in ((png_that_claims(60_000, 60_000), "24 megapixels"), (svg(), "this is not a PNG")):
        with pytest.raises(StorageError, match=rf"leg\.svg: .*{reason}"):
            pictures.take_in_bytes(svg(), "leg.svg", lambda _, __, png=png: png)  # type: ignore[misc]


def test_a_drawing_that_is_too_large_is_not_drawn() -> None:
    with pytest.raises(StorageError, match=r"leg\.svg: this is too large; an SVG may have at most 4 MB"):
        take_in_bytes(b"<" + bytes(pictures.MOST_BYTES_DRAWN), "leg.svg")


HOSTILE = {
    "nothing": (b"", "this file is empty"),
    "an SVG that can't be drawn": (svg("<script/>"), "there is nothing to see in this drawing"),
    "a header that claims 60,000 × 60,000": (
        png_that_claims(60_000, 60_000),
        "this picture is too large; it may have at most 24 megapixels",
    ),
    "a header that claims 4900 × 4899": (
        png_that_claims(4900, 4899),
        "this picture is too large; it may have at most 24 megapixels; it has 4900 × 4899",
    ),
    "a header and too little behind it": (png_that_claims(4000, 4000), "this picture is damaged"),
    "a GIF": (photo(kind="GIF"), "this is not a PNG, JPEG, WebP or SVG picture"),
    "a TIFF": (photo(kind="TIFF"), "this is not a PNG, JPEG, WebP or SVG picture"),
    "an EPS, which is a program": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "this is not a PNG"),
    "a text": (b"hello", "this is not a PNG"),
    "zeros": (bytes(1000), "this is not a PNG"),
    "half a PNG": (photo((400, 400), kind="PNG")[:-60], "this picture is damaged"),
    "half a JPEG": (photo((400, 400))[:-400], "this picture is damaged"),
    "half a WebP": (photo((400, 400), kind="WEBP")[:-40], "this picture is damaged"),
    "the beginning of a PNG": (b"\x89PNG\r\n\x1a\n", "this is not a PNG"),
}


@pytest.mark.parametrize(("data", "reason"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(data)
    with pytest.raises(StorageError) as error:
        take_in(file)
    assert str(error.value).startswith(f"{file}: {reason}")
    assert list(tmp_path.iterdir()) == [file]


def test_a_huge_header_is_refused_before_anything_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def decode(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decode)
    for size in ((60_000, 60_000), (9600, 9600), (4900, 4899)):  # refused by Pillow, warned about by Pillow, by us
        with pytest.raises(StorageError, match="24 megapixels"):
            take_in_bytes(png_that_claims(*size), "huge.png")


def test_a_progressive_jpeg_that_takes_too_much_memory_is_not_called_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES_PROGRESSIVE", 2 * 40 * 30 * 2)
    full, halved = (encoded(two_colours(), "JPEG", progressive=True, subsampling=way) for way in (0, 2))
    with pytest.raises(StorageError, match=r"photo\.jpg: this picture takes too much memory"):
        take_in_bytes(full, "photo.jpg")
    take_in_bytes(halved, "photo.jpg")
    take_in_bytes(encoded(two_colours(), "JPEG", subsampling=0), "photo.jpg")


def test_a_file_of_too_many_bytes_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.png"
    with file.open("wb") as out:
        out.truncate(pictures.MOST_BYTES + 1)
    with pytest.raises(StorageError, match=r"large\.png: this is too large; at most 40 MB are read"):
        take_in(file)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "this is not a file"),
        ("none.png", "No such file"),
        ("n" * 300 + ".png", "name too long"),
        ("a\0.png", "name"),
    ],
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(StorageError, match=reason):
        take_in(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are another matter there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(StorageError, match="this is not a file"):
        take_in(tmp_path / "pipe.png")


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secret.png"
    file.write_bytes(photo())

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("hamstring_gui.storage.pictures.opened", refuse)
    with pytest.raises(StorageError, match=r"secret\.png: Permission denied"):
        take_in(file)


def test_too_little_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", fail)
    with pytest.raises(StorageError, match="not enough memory"):
        take_in_bytes(photo(), "large.jpg")
