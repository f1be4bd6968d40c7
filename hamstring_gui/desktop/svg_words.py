"""Words in an SVG: where they begin, and lines of them as words of their own, which is all that Qt knows.

Standard library only: it is read in the process that draws.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from hamstring_gui.desktop.svg_styles import NotPlain
from hamstring_gui.desktop.svg_values import length, number, shown


def plain_places(element: Element, wholes: Sequence[float], em: float) -> None:
    """Where words begin, in pixels. Raises `NotPlain` where each letter has a place of its own."""
    for name, whole in (("x", wholes[0]), ("y", wholes[1]), ("dx", wholes[0]), ("dy", wholes[1]), ("rotate", 1.0)):
        text = element.attrib.pop(name, "")
        values = [length(word, whole, em) for word in re.split(r"[\s,]+", text.strip()) if word]
        if name in ("dx", "dy", "rotate") and not any(values):
            continue
        if len(values) > 1 or name == "rotate":
            raise NotPlain(f"this drawing gives each letter a place of its own ({name}), which can't be drawn here")
        if values and values[0] is not None:
            element.set(name, shown(values[0]))
    if element.attrib.pop("textLength", ""):
        raise NotPlain("this drawing stretches words (textLength), which can't be drawn here")


def in_lines(text: Element) -> None:
    """Words that begin anew at other places: each line as words of its own."""
    places = ("x", "y", "dx", "dy")
    inner = [one for one in text.iter() if one is not text and one.attrib.keys() & set(places)]
    if any(one not in list(text) for one in inner):
        raise NotPlain("this drawing moves within a line of words, which can't be drawn here")
    x, y = (sum(number(text.attrib.pop(name, "0")) or 0.0 for name in names) for names in (("x", "dx"), ("y", "dy")))
    if not inner:
        text.attrib |= {"x": shown(x), "y": shown(y)}
        return
    kept = {name: value for name, value in text.attrib.items() if "}" in name}
    lines = [Element("text", kept | {"x": shown(x), "y": shown(y)})]
    lines[0].text = text.text if (text.text or "").strip() else None
    for span in list(text):
        if span in inner:
            begun = bool(lines[-1].text or len(lines[-1]))
            if begun and "x" not in span.attrib:
                raise NotPlain("this drawing moves within a line of words, which can't be drawn here")
            own_x, own_y = (number(span.attrib.pop(name, "")) for name in ("x", "y"))
            more_x, more_y = (number(span.attrib.pop(name, "0")) or 0.0 for name in ("dx", "dy"))
            x, y = (x if own_x is None else own_x) + more_x, (y if own_y is None else own_y) + more_y
            lines.append(Element("text", kept | {"x": shown(x), "y": shown(y)}))
        lines[-1].append(span)
    text.tag, text.text = "g", None
    text[:] = [line for line in lines if line.text or len(line)]
    for line in text:
        if len(line) and not (line[-1].tail or "").strip():
            line[-1].tail = None
