"""Golden pictures: what is painted is held against tests/goldens/NAME.png, with room for how edges are smoothed.

    def test_ring(golden, theme): golden(picture_of(ring, (380, 380)), f"session/ring-{theme}")

A picture is as wanted when each of its pixels has a colour that lies between those of the same place and its
neighbours in the other picture, give or take a shade: an edge that is smoothed otherwise, or lies a fraction of a
pixel further, passes. A line that is missing, or lies two pixels away, fails. `python3 dev.py goldens` makes anew
those that differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

FOLDER = Path(__file__).resolve().parent / "goldens"
SHADE = 20
"""How far (of 255) a colour may lie outside of what its neighbours are."""
REACH = 1
"""How far (px) an edge may have moved."""
SPOT, STRAY = 8, 5
"""So many stray pixels may lie within a square of this side (px)."""
TINT, TINTED = 6.0, 24
"""How much lighter or darker a square of this side may be on the whole."""


def picture_of(widget: QWidget, size: tuple[int, int] | None = None) -> QImage:
    """A widget as it is painted at one pixel a point. One that isn't shown yet is shown to nobody, mouse included."""
    if not widget.isVisible():
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        if size is not None:
            widget.resize(*size)
        widget.show()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(widget.palette().window().color())
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return image


@dataclass(frozen=True)
class Goldens:
    """The `golden` fixture: compares, or with `refresh` keeps what is new. `scratch` takes what is to be looked at."""

    folder: Path
    scratch: Path
    refresh: bool = False
    changed: list[str] = field(default_factory=list)

    def __call__(self, picture: QImage | QPixmap, name: str) -> None:
        """Fail if a picture isn't as tests/goldens/NAME.png."""
        got = picture.toImage() if isinstance(picture, QPixmap) else picture
        assert got.devicePixelRatio() == 1.0, "a golden picture has one pixel a point"
        kept = self.folder / f"{name}.png"
        wanted = QImage(str(kept)) if kept.exists() else None
        complaint = difference(got, wanted) if wanted is not None else "there is no such picture yet"
        if not complaint:
            return
        look = self.scratch / f"{name.replace('/', '-')}.png"
        look.parent.mkdir(parents=True, exist_ok=True)
        beside(wanted, got).save(str(look))
        if not self.refresh:
            raise AssertionError(
                f"{name}: {complaint}. Wanted, got, and where they differ: {look}. "
                "If what is new is right: python3 dev.py goldens"
            )
        kept.parent.mkdir(parents=True, exist_ok=True)
        assert got.convertToFormat(QImage.Format.Format_RGB32).save(str(kept), quality=0)  # as small as can be
        self.changed.append(f"{name}: {complaint}; old and new side by side: {look}")


def difference(got: QImage, wanted: QImage) -> str:
    """What tells two pictures apart, or ''."""
    if got.size() != wanted.size():
        return f"{got.width()} × {got.height()} px instead of {wanted.width()} × {wanted.height()}"
    one, other = _colours(got), _colours(wanted)
    if np.array_equal(one, other):
        return ""
    crowd = _squares(_stray(one, other).astype(np.float64), SPOT)
    if crowd.max() > STRAY:
        return f"a line or an edge differs near {_place(crowd, SPOT)}"
    tints = np.stack([_squares(one[..., c] - other[..., c], TINTED) for c in range(3)], axis=-1)
    tint = np.abs(tints).max(axis=-1) / TINTED**2
    if tint.max() > TINT:
        return f"a colour differs near {_place(tint, TINTED)}"
    return ""


def shades_apart(one: QImage, other: QImage) -> np.ndarray:
    """By how much (of 255) each pixel of two pictures of a size differs, height × width."""
    return np.abs(_colours(one) - _colours(other)).max(axis=-1)


def beside(wanted: QImage | None, got: QImage) -> QImage:
    """Wanted on the left, got in the middle, and on the right got with what differs in red."""
    parts = [got] if wanted is None else [wanted, got, _marked(got, wanted)]
    gap = 12
    width = sum(part.width() + gap for part in parts) - gap
    picture = QImage(width, max(part.height() for part in parts), QImage.Format.Format_RGB32)
    picture.fill(QColor("magenta"))
    painter = QPainter(picture)
    left = 0
    for part in parts:
        painter.drawImage(left, 0, part)
        left += part.width() + gap
    painter.end()
    return picture


def _marked(got: QImage, wanted: QImage) -> QImage:
    marked = got.convertToFormat(QImage.Format.Format_RGB32)
    if got.size() != wanted.size():
        return marked
    painter = QPainter(marked)
    painter.fillRect(marked.rect(), QColor(255, 255, 255, 170))
    for y, x in np.argwhere(_stray(_colours(got), _colours(wanted)))[:20_000]:
        painter.fillRect(QRect(int(x), int(y), 1, 1), QColor("red"))
    painter.end()
    return marked


def _colours(image: QImage) -> np.ndarray:
    """Height × width × 3, as numbers that may be subtracted."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    return rows[:, : plain.width(), :3].astype(np.int16)


def _stray(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Where a pixel of either picture has a colour that isn't near its place in the other."""
    return _unexplained(one, other) | _unexplained(other, one)


def _unexplained(seen: np.ndarray, by: np.ndarray) -> np.ndarray:
    height, width, _ = by.shape
    padded = np.pad(by, ((REACH, REACH), (REACH, REACH), (0, 0)), mode="edge")
    least, most = by.copy(), by.copy()
    for down in range(2 * REACH + 1):
        for right in range(2 * REACH + 1):
            shifted = padded[down : down + height, right : right + width]
            np.minimum(least, shifted, out=least)
            np.maximum(most, shifted, out=most)
    return ((seen < least - SHADE) | (seen > most + SHADE)).any(axis=-1)


def _squares(values: np.ndarray, side: int) -> np.ndarray:
    """The sum over every square of this side that lies in the picture (or over what there is of it)."""
    high, wide = min(side, values.shape[0]), min(side, values.shape[1])
    sums = np.pad(values.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    return sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]


def _place(values: np.ndarray, side: int) -> str:
    y, x = np.unravel_index(int(values.argmax()), values.shape)
    return f"({x + side // 2}, {y + side // 2})"
