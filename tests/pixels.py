"""The colours of a picture, all at once: asking Qt for one after the other takes a thousand times as long."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QImage


def pixels(image: QImage) -> np.ndarray:
    """Of each row and column the colour, as `number` has it."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.width()) & 0xFFFFFF


def channels_apart(one: QImage, other: QImage, most: int) -> np.ndarray:
    """Of each row and column whether red, green or blue of two pictures differ by more than so much."""
    a, b = (pixels(image).view(np.uint8).reshape(image.height(), -1, 4) for image in (one, other))
    return (np.maximum(a, b) - np.minimum(a, b) > most).any(axis=-1)


def number(colour: QColor) -> int:
    return colour.rgb() & 0xFFFFFF
