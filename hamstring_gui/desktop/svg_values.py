"""The values in an SVG as Qt understands them: plain colours, opacities from 0 to 1, lengths in pixels.

Standard library only: it is read in the process that draws. What isn't understood is `None`: to be left out, as the
standard has it.
"""

from __future__ import annotations

import colorsys
import math
import re

NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_LENGTH = re.compile(rf" *({NUMBER}) *(px|pt|pc|mm|cm|in|q|em|rem|ex|ch|%)? *", re.IGNORECASE)
_PX = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6}
_EM = {"em": 1.0, "rem": 1.0, "ex": 0.5, "ch": 0.5}
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]*)\)", re.IGNORECASE)
_TURN = {"deg": 1.0, "": 1.0, "rad": 180 / math.pi, "grad": 0.9, "turn": 360.0}
_ANGLE = re.compile(rf"({NUMBER})(deg|rad|grad|turn)?", re.IGNORECASE)
LARGEST = 1e15


def number(text: str) -> float | None:
    match = re.fullmatch(rf"\s*({NUMBER})\s*", text)
    return _finite(float(match[1])) if match else None


def length(text: str, whole: float, em: float) -> float | None:
    """Pixels; a percentage is of the `whole`."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        return None
    value, unit = float(match[1]), (match[2] or "").lower()
    scale = whole / 100 if unit == "%" else _EM[unit] * em if unit in _EM else _PX[unit]
    return _finite(value * scale)


def opacity(text: str) -> float | None:
    """From 0 to 1, also of a percentage."""
    value = length(text, 1.0, math.nan) if text.strip().endswith("%") else number(text)
    return None if value is None else min(1.0, max(0.0, value))


def angle(text: str) -> float | None:
    """Degrees."""
    match = _ANGLE.fullmatch(text.strip())
    return _finite(float(match[1]) * _TURN[(match[2] or "").lower()]) if match else None


def colour(text: str) -> tuple[str, float] | None:
    """As `#rrggbb`, and how opaque; a name is left to Qt."""
    text = text.strip().lower()
    if text.startswith("#"):
        return _of_digits(text[1:])
    if text == "transparent":
        return "#000000", 0.0
    if text == "rebeccapurple":
        return "#663399", 1.0
    if text in NAMES:
        return text, 1.0
    match = _FUNCTION.fullmatch(text)
    return _of_function(match[1], match[2]) if match else None


def _of_digits(digits: str) -> tuple[str, float] | None:
    if not re.fullmatch(r"[0-9a-f]{3,8}", digits) or len(digits) not in (3, 4, 6, 8):
        return None
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits[:6]}", int(digits[6:] or "ff", 16) / 255


def _of_function(kind: str, inside: str) -> tuple[str, float] | None:
    parts = [part for part in re.split(r"[\s,/]+", inside.strip()) if part]
    if len(parts) not in (3, 4):
        return None
    alpha = opacity(parts[3]) if len(parts) == 4 else 1.0
    if kind == "rgb":
        scaled = [length(part, 255.0, math.nan) for part in parts[:3]]
    else:
        hue, rest = angle(parts[0]), [length(part if "%" in part else f"{part}%", 1.0, math.nan) for part in parts[1:3]]
        if hue is None or None in rest:
            return None
        saturation, light = (min(1.0, max(0.0, value or 0.0)) for value in rest)
        scaled = [255 * value for value in colorsys.hls_to_rgb(hue % 360 / 360, light, saturation)]
    if alpha is None or None in scaled:
        return None
    return "#" + "".join(f"{min(255, max(0, round(value or 0.0))):02x}" for value in scaled), alpha


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) and abs(value) <= LARGEST else None


def shown(value: float) -> str:
    """A number as it is written."""
    return f"{value:.10g}"


_NAMES = """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
    cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray
    darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
    darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
    firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
    hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
    lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
    lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
    mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
    midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
    palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple red
    rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray
    slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow
    yellowgreen
    """
NAMES = frozenset(_NAMES.split())
"""The colours that Qt knows by these names."""
