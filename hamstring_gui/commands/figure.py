"""`hamstring-gui figure`: an exercise's figure as a picture, or its movement as an animation, without a display.

Qt writes the stills. It writes no animations: Pillow does, and is imported for them only.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, qInstallMessageHandler
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from hamstring_gui.domain.demonstration import demonstrated, posed, round_s, settled_s, start_s
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import Shown
from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.picture import frame_of, paint_shown
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.library import find_exercise
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.ui import theme

if TYPE_CHECKING:
    from PIL.Image import Image

STILLS, ANIMATIONS = (".png", ".svg"), (".gif", ".webp")
LARGEST_ANIMATION = 1920
"""Pixels. All its pictures are in memory at once: at this size, most of a gigabyte."""
MARGIN = 0.04
MOVING_S, BREATHING_S = 0.08, 0.24
"""Between two pictures of an animation. GIF counts in hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn. `number` is a step's, from 0; `None` is the position that is held, or the whole movement."""

    exercise: Exercise
    number: int | None
    left: bool
    dark: bool
    size: tuple[int, int]
    file: Path
    body: BodyLook = "teal"
    moment_s: float | None = None
    """For a still: the second of the movement, or of the step's."""

    @property
    def animated(self) -> bool:
        return self.file.suffix.lower() in ANIMATIONS


def understood(
    exercises: Mapping[str, Exercise], exercise: str, step: int | None, left: bool, dark: bool,
    size: tuple[int, int], file: str, body: BodyLook, moment_s: float | None = None,
) -> Wish:  # fmt: skip
    """A wish that can be fulfilled; steps are counted from 1. Raises `StorageError` for one that makes no sense."""
    found = find_exercise(exercise, exercises)
    if not found.drawn:
        raise StorageError(
            f"{found.name}: this exercise has pictures or words of its own; only the figure can be drawn"
        )
    if step is not None and not 1 <= step <= len(found.steps):
        raise StorageError(f"--step {step}: {found.name} has steps 1 to {len(found.steps)}")
    wish = Wish(found, None if step is None else step - 1, left, dark, size, Path(file), body, moment_s)
    if wish.file.suffix.lower() not in STILLS + ANIMATIONS:
        raise StorageError(f"{file}: a figure can be written as {', '.join(STILLS + ANIMATIONS)}")
    if moment_s is not None and not 0 <= moment_s < math.inf:
        raise StorageError(f"--frame {moment_s:g}: that is no moment of a movement; give seconds from 0 on")
    if moment_s is not None and wish.animated:
        raise StorageError(f"--frame: {file} shows the whole movement; a moment of it is a {' or '.join(STILLS)}")
    if wish.animated and max(size) > LARGEST_ANIMATION:
        raise StorageError(f"--size: an animation can be at most {LARGEST_ANIMATION} pixels wide and high")
    return wish


def draw(wish: Wish) -> None:
    """Write the file, whole or not at all. Raises `StorageError`."""
    application = _application()
    if wish.animated:
        data = _animation(wish)
    else:
        still = _still(wish)
        data = _svg(wish, still) if wish.file.suffix.lower() == ".svg" else _png(wish, still)
    del application
    try:
        with replacing(wish.file) as out:
            out.buffer.write(data)
    except OSError as error:
        raise StorageError(f"{wish.file}: {plain(error)}") from error


def _still(wish: Wish) -> Shown:
    if wish.moment_s is not None:
        return demonstrated(wish.exercise, span_s(wish)[0] + wish.moment_s).shown
    return posed(wish.exercise, len(wish.exercise.steps) - 1 if wish.number is None else wish.number)


def _application() -> object:
    """Qt for painting only; a display, if there is one, is left alone."""
    if (existing := QGuiApplication.instance()) is not None:
        return existing
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(lambda *_: None)
    return QGuiApplication(["hamstring-gui"])


def _paint(device: QPaintDevice, wish: Wish, shown: Shown) -> None:
    """The figure in the middle of the picture, on the colour of a card."""
    width, height = wish.size
    room = QRectF(0, 0, width, height)
    margin = max(1.0, MARGIN * min(width, height))
    frame = frame_of(wish.exercise)
    scale = min((width - 2 * margin) / frame.w, (height - 2 * margin) / frame.h)
    target = QRectF(0, 0, frame.w * scale, frame.h * scale)
    target.moveCenter(room.center())
    painter = QPainter(device)
    painter.fillRect(room, _card(wish))
    paint_shown(painter, target, wish.exercise, shown, look_for(wish.dark, wish.body), mirrored=wish.left)
    painter.end()


def _card(wish: Wish) -> QColor:
    return (theme.DARK if wish.dark else theme.LIGHT).card


def _image(wish: Wish, shown: Shown) -> QImage:
    image = QImage(QSize(*wish.size), QImage.Format.Format_RGB888)
    if image.isNull():
        raise StorageError("--size: there is not enough memory for a picture of that size")
    _paint(image, wish, shown)
    return image


def _png(wish: Wish, shown: Shown) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _image(wish, shown).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _svg(wish: Wish, shown: Shown) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(96)  # the pixels of style sheets
    generator.setSize(QSize(*wish.size))
    generator.setViewBox(QRectF(0, 0, *wish.size))
    generator.setTitle(wish.exercise.name)
    generator.setDescription(shown.step.text)
    _paint(generator, wish, shown)
    return bytes(buffer.data().data())


# -- animations ------------------------------------------------------------------------------------------------------
def span_s(wish: Wish) -> tuple[float, float]:
    """From when to when the movement that is wished for lasts, in seconds of `demonstrated`.

    The whole movement is a round that follows on another, so that it can be repeated without a jump; it begins where
    the first step's pose is reached. A step's begins with the way into its pose.
    """
    exercise = wish.exercise
    length_s = round_s(exercise)
    if wish.number is None:
        return length_s + settled_s(exercise, 0), 2 * length_s + settled_s(exercise, 0)
    last = wish.number == len(exercise.steps) - 1
    return length_s + start_s(wish.number), 2 * length_s if last else length_s + start_s(wish.number + 1)


def frames(wish: Wish) -> Iterator[tuple[Shown, float]]:
    """What an animation shows, picture by picture, each with its seconds."""
    exercise = wish.exercise
    now_s, end_s = span_s(wish)
    while end_s - now_s > 0.005:
        now = demonstrated(exercise, now_s)
        step_s = MOVING_S if now.shown.progress < 1.0 else BREATHING_S if now.shown.breath else 0.0
        wait_s = min(max(now.changes_in_s, step_s), end_s - now_s)
        yield now.shown, wait_s
        now_s += wait_s


def _animation(wish: Wish) -> bytes:
    from io import BytesIO

    palette = _palette(wish)
    pictures, milliseconds = [], []
    for shown, seconds in frames(wish):
        pictures.append(_in_colours(_pillow(_image(wish, shown)), palette))
        milliseconds.append(max(20, round(seconds * 100) * 10))
    out = BytesIO()
    kind = wish.file.suffix[1:].upper()
    first, *rest = pictures
    first.save(out, kind, save_all=True, append_images=rest, duration=milliseconds, loop=0, quality=80)
    return out.getvalue()


def _palette(wish: Wish) -> Image:
    """256 colours for all pictures: of every step's pose, beside each other."""
    width, height = (max(16, part // 2) for part in wish.size)
    small = replace(wish, number=None, size=(width, height))
    together = QImage(width, height * len(wish.exercise.steps), QImage.Format.Format_RGB888)
    painter = QPainter(together)
    for number in range(len(wish.exercise.steps)):
        painter.drawImage(0, number * height, _image(small, posed(wish.exercise, number)))
    painter.end()
    return _pillow(together).quantize(256)


def _in_colours(picture: Image, palette: Image) -> Image:
    from PIL.Image import Dither

    return picture.quantize(palette=palette, dither=Dither.NONE)


def _pillow(image: QImage) -> Image:
    from PIL.Image import frombytes

    size = image.width(), image.height()
    return frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())
