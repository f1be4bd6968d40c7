"""How large things are in an SVG, and how what has other proportions is laid into its place.

Standard library only: it is read in the process that draws.
"""

from __future__ import annotations

import base64
import re
import struct
from xml.etree.ElementTree import Element

from hamstring_gui.desktop.svg_styles import NotPlain
from hamstring_gui.desktop.svg_values import length, number, shown

Box = tuple[float, float, float, float]
"""Left, above, width, height."""


def box_of(element: Element) -> Box | None:
    """The view of an element, where it says one."""
    numbers = [number(word) for word in re.split(r"[\s,]+", element.get("viewBox", "").strip())]
    if len(numbers) != 4 or None in numbers:
        return None
    x, y, width, height = (value or 0.0 for value in numbers)
    return (x, y, width, height) if width > 0 and height > 0 else None


def room_in(element: Element, room: tuple[float, float], em: float) -> tuple[float, float]:
    """What percentages inside an element are of."""
    if element.tag not in ("svg", "symbol", "marker", "pattern"):
        return room
    if (box := box_of(element)) is not None:
        return box[2:]
    if element.tag != "svg":
        return room
    width, height = (
        length(element.get(name, ""), whole, em) for name, whole in zip(("width", "height"), room, strict=True)
    )
    return room[0] if width is None else width, room[1] if height is None else height


def fitted(box: Box, width: float, height: float, how: str) -> str:
    """The transform that lays a view's box into a place of that size."""
    x, y, own_width, own_height = box
    across, down = width / own_width, height / own_height
    if "none" not in how:
        across = down = max(across, down) if "slice" in how else min(across, down)
    left = _aligned(how, "x", width - own_width * across) - x * across
    top = _aligned(how, "Y", height - own_height * down) - y * down
    return f"translate({shown(left)} {shown(top)}) scale({shown(across)} {shown(down)})"


def seen_in(box: Box, width: float, height: float, how: str) -> Box:
    """What shows of a view whose place has another shape: more than its box on two sides."""
    scale = min(width / box[2], height / box[3]) or 1.0
    more_x, more_y = width / scale - box[2], height / scale - box[3]
    return (box[0] - _aligned(how, "x", more_x), box[1] - _aligned(how, "Y", more_y), box[2] + more_x, box[3] + more_y)


def _aligned(how: str, axis: str, free: float) -> float:
    if "none" in how or f"{axis}Min" in how:
        return 0.0
    return free if f"{axis}Max" in how else free / 2


def sides(box: Box) -> dict[str, str]:
    return dict(zip(("x", "y", "width", "height"), map(shown, box), strict=True))


def in_proportion(image: Element) -> None:
    """Give a picture the place that it takes in its own proportions: Qt stretches it."""
    size = _size_of(base64.b64decode(image.get("href", "").partition(";base64,")[2] or b""))
    how = image.attrib.pop("preserveAspectRatio", "")
    if size is None or ("none" in how and {"width", "height"} <= image.attrib.keys()):
        return
    if "slice" in how:
        raise NotPlain("this drawing has a picture inside that is cut to its place, which can't be drawn here")
    width, height = (number(image.get(name, "")) for name in ("width", "height"))
    wide = width if width is not None else (height or size[1]) * size[0] / size[1]
    high = height if height is not None else wide * size[1] / size[0]
    scale = min(wide / size[0], high / size[1])
    x, y = (number(image.get(name, "0")) or 0.0 for name in ("x", "y"))
    left, top = _aligned(how, "x", wide - size[0] * scale), _aligned(how, "Y", high - size[1] * scale)
    image.attrib |= sides((x + left, y + top, size[0] * scale, size[1] * scale))


def _size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG, from its header."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        width, height = struct.unpack(">LL", data[16:24])
        return (width, height) if width and height else None
    at = 2
    while data.startswith(b"\xff\xd8") and at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] in {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (width, height) if width and height else None
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None
