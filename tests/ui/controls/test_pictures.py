"""Pictures of one's own: how many are kept, and how large."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hamstring_gui.domain.exercise import Step
from hamstring_gui.domain.guidance import Shown
from hamstring_gui.domain.values import replace
from hamstring_gui.ui.controls import pictures
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.theme import LIGHT
from tests.domain.samples import EXERCISES
from tests.goldens import picture_of
from tests.storage.making import photo, png_that_claims, svg

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_pixmaps", {})


def painted(path: Path, width: int, *, ratio: float = 1.0, mirrored: bool = False) -> QImage:
    image = QImage(round(width * ratio), round(width * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    pictures.paint_picture(painter, QRectF(0, 0, width, width), str(path), LIGHT, mirrored=mirrored)
    painter.end()
    return image


def kept() -> list[tuple[int, int]]:
    return [(pixmap.width(), pixmap.height()) for pixmap in pictures._pixmaps.values() if pixmap is not None]


def test_a_photo_is_kept_in_no_more_pixels_than_it_has(tmp_path: Path) -> None:
    (tmp_path / "red.png").write_bytes(photo((40, 30), kind="PNG"))
    image = painted(tmp_path / "red.png", 400, ratio=2.0)
    assert kept() == [(40, 30)]
    assert image.pixelColor(400, 400) == QColor("red")
    painted(tmp_path / "red.png", 20)
    assert kept()[-1] == (20, 15)
    painted(tmp_path / "red.png", 12, ratio=2.0)
    assert kept()[-1] == (24, 18), "each pixel of a fine screen has one of the picture's"


def two_colours(file: Path, *, turned: bool = False) -> Path:
    """Twice as wide as high, red on the left and blue on the right; `turned` is how a telephone says so on its side."""
    picture = Image.new("RGB", (80, 40), "red")
    picture.paste("blue", (40, 0, 80, 40))
    exif = Image.Exif()
    if turned:
        picture, exif[ExifTags.Base.Orientation] = picture.transpose(Image.Transpose.ROTATE_90), 6
    picture.save(file, exif=exif, quality=95)
    return file


def is_red(colour: QColor) -> bool:
    return colour.red() > 200 > colour.blue()


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("turned", [False, True])
def test_a_photo_is_upright_unstretched_and_mirrored_for_the_left_leg(
    tmp_path: Path, turned: bool, mirrored: bool
) -> None:
    image = painted(two_colours(tmp_path / "a.jpg", turned=turned), 80, mirrored=mirrored)
    assert [is_red(image.pixelColor(x, 40)) for x in (15, 65)] == [not mirrored, mirrored]
    assert [image.pixelColor(40, y) == QColor("white") for y in (10, 70)] == [True, True], "above and below"
    assert image.pixelColor(20, 61) == QColor("white")
    assert image.pixelColor(20, 58) != QColor("white")


def test_its_corners_are_round_and_it_lies_on_paper(tmp_path: Path) -> None:
    Image.new("RGBA", (80, 80), (0, 0, 0, 0)).save(tmp_path / "a.png")
    image = painted(tmp_path / "a.png", 80)
    assert [image.pixelColor(at, at) for at in (1, 40)] == [QColor("white"), LIGHT.card]
    two_colours(tmp_path / "b.png").replace(tmp_path / "a.png")
    image = painted(tmp_path / "a.png", 80)
    assert [is_red(image.pixelColor(*at)) for at in ((1, 21), (15, 40))] == [False, True]


@pytest.mark.parametrize("mirror", [False, True])
def test_whoever_wants_a_picture_as_it_is_gets_it_so(tmp_path: Path, mirror: bool) -> None:
    """With writing in it, say."""
    step = replace(EXERCISES["band"].steps[0], picture=str(two_colours(tmp_path / "a.png")), pose=None)
    own = replace(EXERCISES["band"], steps=(step,), resume=1, resume_switched=1, mirror_pictures=mirror, own=True)
    view = FigureView()
    view.show_figure(own, Shown(step, None, None, 1.0, picture=step.picture), mirrored=True)
    assert is_red(picture_of(view, (80, 80)).pixelColor(15, 40)) == (not mirror)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leg.svg", svg('<rect width="40" height="30" fill="red"/>')),
        ("leg.png", svg('<rect width="40" height="30" fill="red"/>')),
        ("leg.svg", b"P3 1 1 255 255 0 0"),
        ("leg.png", b"BM" + bytes(60)),
        ("leg.png", photo(kind="TIFF")),
        ("leg.png", b"%PDF-1.4"),
    ],
)
def test_only_the_kinds_that_are_stored_are_read_whatever_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
) -> None:
    """What Qt reads more, and SVG above all, is for the process that draws it (docs/adr/0011)."""
    (tmp_path / name).write_bytes(data)
    icons: list[object] = []
    monkeypatch.setattr(pictures, "paint_without", lambda *where: icons.append(where))
    assert painted(tmp_path / name, 40).pixelColor(20, 20) == QColor("white")
    assert len(icons) == 1
    assert kept() == []
    assert pictures.shape_of(str(tmp_path / name)) == pictures.USUAL_SHAPE


def test_a_photo_is_read_whatever_its_name(tmp_path: Path) -> None:
    for name, kind in (("a.png", "JPEG"), ("b.svg", "WEBP")):
        (tmp_path / name).write_bytes(photo(kind=kind))
        assert painted(tmp_path / name, 40).pixelColor(20, 20).red() > 200


@pytest.mark.thorough
def test_what_is_kept_has_an_end_and_the_last_used_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "leg.png").write_bytes(photo((4000, 3000), kind="PNG"))
    monkeypatch.setattr(pictures, "MOST_KEPT", 4 * (400 * 300 + 200 * 150 + 100 * 75))
    for width in (400, 200, 100, 400, 160):
        painted(tmp_path / "leg.png", width)
    assert kept() == [(100, 75), (400, 300), (160, 120)]
    painted(tmp_path / "leg.png", 1000)
    assert kept() == [(1000, 750)], "one picture is always kept, however large"


def test_another_picture_in_the_same_file_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    for second, colour in enumerate(("red", "blue"), 1):
        file.write_bytes(photo((40, 30), colour, kind="PNG"))
        os.utime(file, (second, second))
        assert painted(file, 40).pixelColor(20, 20) == QColor(colour)


def test_a_huge_one_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "huge.png").write_bytes(png_that_claims(5000, 4801))
    (tmp_path / "large.png").write_bytes(png_that_claims(5000, 4800))
    assert pictures._reader(str(tmp_path / "huge.png")) is None
    assert pictures._reader(str(tmp_path / "large.png")) is not None


def test_an_exercise_of_words_alone_shows_what_its_name_begins_with() -> None:
    named = {
        "towel stretch": "T", " 3 a day": "3", "“Bridge”": "B", "e\u0301tirement": "É", "ßtretch": "S", "伸展": "伸",
        "…": "…", "": "",
    }  # fmt: skip
    assert {name: pictures.initial_of(name) for name in named} == named
    words = replace(EXERCISES["band"], name="Zebra", steps=(Step("Hold.", None),) * 3)
    view = FigureView()
    view.resize(200, 100)
    view.show_held(words)
    picture = picture_of(view)
    assert picture.pixelColor(100 - 24, 50) == LIGHT.chip
    view.show_held(replace(words, name="Elephant"))
    assert picture_of(view) != picture
