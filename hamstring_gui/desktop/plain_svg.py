"""An SVG said anew in the few words that Qt draws as everybody else does; what can't be said so is refused by name.

Styles become attributes, colours and lengths plain ones (`svg_styles`, `svg_values`); then come shapes that Qt doesn't
know (`svg_shapes`). Standard library only: it is read in the process that draws.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from xml.etree.ElementTree import Element

from hamstring_gui.desktop.svg_shapes import Drawing
from hamstring_gui.desktop.svg_styles import NotPlain, StyleSheet, cascaded
from hamstring_gui.desktop.svg_values import NUMBER, angle, colour, length, opacity, shown
from hamstring_gui.desktop.svg_views import room_in
from hamstring_gui.desktop.svg_words import plain_places
from hamstring_gui.domain.values import dataclass, replace

SPACES = ("{http://www.w3.org/2000/svg}", "")
_HREF, _SPACE = "{http://www.w3.org/1999/xlink}href", "{http://www.w3.org/XML/1998/namespace}space"
_DRAWN = """
    svg g defs symbol use path rect circle ellipse line polyline polygon text tspan image linearGradient radialGradient
    stop pattern mask clipPath marker a switch style filter
    """
_REFUSED = """
    foreignObject textPath tref video audio iframe canvas animate animateTransform animateMotion animateColor set mesh
    meshgradient meshGradient hatch
    """
DRAWN, REFUSED = frozenset(_DRAWN.split()), frozenset(_REFUSED.split())
_FILTERS = {"feGaussianBlur", "feOffset", "feMerge", "feFlood", "feComposite"}
_SIZES = {"x": 0, "y": 1, "width": 0, "height": 1, "cx": 0, "cy": 1, "r": 2, "rx": 0, "ry": 1, "x1": 0, "y1": 1,
          "x2": 0, "y2": 1, "fx": 0, "fy": 1, "fr": 2}  # fmt: skip
"""Lengths, and what their percentages are of: the width, the height, or between both."""
_IN_CSS = ("x", "y", "width", "height", "cx", "cy", "r", "rx", "ry")
_SERVERS = ("linearGradient", "radialGradient", "pattern")
_KEPT = ("fill-rule", "clip-rule", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "font-style",
         "font-weight", "font-family", "text-anchor")  # fmt: skip
_ONLY: Mapping[str, tuple[str, ...]] = {
    "alignment-baseline": ("auto", "baseline", "alphabetic", "inherit"), "animation": ("none",),
    "animation-name": ("none",), "baseline-shift": ("baseline", "0"), "clip": ("auto",), "d": (), "direction": ("ltr",),
    "dominant-baseline": ("auto", "alphabetic", "inherit", "no-change", "use-script"), "font-variant": ("normal",),
    "font-variant-caps": ("normal",), "letter-spacing": ("normal", "0", "0px"), "mask-image": ("none",),
    "mask-type": ("luminance",), "mix-blend-mode": ("normal",), "offset-path": ("none",),
    "paint-order": ("normal", "fill", "fill stroke", "fill stroke markers", "fill markers"), "perspective": ("none",),
    "rotate": ("none",), "scale": ("none",), "text-decoration": ("none", "inherit"), "text-decoration-line": ("none",),
    "text-transform": ("none",), "translate": ("none",), "vector-effect": ("none",),
    "word-spacing": ("normal", "0", "0px"), "writing-mode": ("lr-tb", "lr", "horizontal-tb"),
}  # fmt: skip
"""Properties that Qt doesn't know, and those of their values that change nothing."""
_STYLES = """
    fill stroke color stop-color flood-color fill-opacity stroke-opacity opacity stop-opacity flood-opacity stroke-width
    stroke-dasharray stroke-dashoffset font-size font display visibility transform transform-origin transform-box filter
    mask clip-path marker marker-start marker-mid marker-end
    """
_ALSO_ATTRIBUTES = frozenset((*_STYLES.split(), *_KEPT, *_ONLY)) - {"d", "rotate"}
_URL = re.compile(r"url\(\s*[\"']?([^\"')]*)[\"']?\s*\)\s*(.*)", re.DOTALL)
_FUNCTION = re.compile(r"\s*([a-zA-Z0-9]+)\s*\(([^()]*)\)[\s,]*")
_INITIAL = {"fill": "#000000", "stroke": "none", "color": "#000000"}
_FONT_SIZES = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0,
               "xx-large": 32.0}  # fmt: skip


Both = tuple[float, float]
"""Of fill and stroke."""


@dataclass(frozen=True, slots=True)
class Around:
    """What an element inherits and Qt couldn't know: the letters' size, what percentages are of, and how much can be
    seen through the colours; and the values of names (`--leg`)."""

    em: float = 16.0
    room: tuple[float, float] = (100.0, 100.0)
    seen: Both = (1.0, 1.0)
    opacities: Both = (1.0, 1.0)
    names: Mapping[str, str] = MappingProxyType({})


def made_plain(root: Element) -> None:
    """Say the drawing anew. Raises `NotPlain`."""
    _strip(root)
    sheet = StyleSheet()
    for element in root.iter("style"):
        sheet.read(element.text or "")
    for parent in list(root.iter()):
        for child in [one for one in parent if one.tag == "style"]:
            parent.remove(child)
    drawing = Drawing(root)
    drawing.join_gradients()
    _Writer(sheet, drawing).visit(root, (), Around(room=drawing.room))
    drawing.finish()


def _strip(root: Element) -> None:
    """Leave only what can be drawn, without prefixes. Raises `NotPlain` for what can't."""
    for parent in list(root.iter()):
        for child in list(parent):
            name = child.tag if isinstance(child.tag, str) else ""
            space, _, local = name.rpartition("}")
            ours = name and (f"{space}}}" if space else "") in SPACES
            if ours and local == "foreignObject" and parent.tag.rpartition("}")[2] == "switch":
                ours = False  # as one drawing program writes it: another picture follows, for everybody else
            elif ours and local in REFUSED:
                raise NotPlain(f"this drawing has a part of the kind “{local}”, which can't be drawn here")
            if not ours or not (local in DRAWN or local.startswith("fe")):
                parent.remove(child)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        link = element.get("href", element.get(_HREF))
        kept = element.get(_SPACE)
        for name in [name for name in element.attrib if "}" in name or name.startswith("on")]:
            del element.attrib[name]
        if link is not None:
            element.set("href", link)
        if kept == "preserve":
            element.set(_SPACE, kept)


class _Writer:
    """Goes through the drawing and writes each element's style as attributes."""

    def __init__(self, sheet: StyleSheet, drawing: Drawing) -> None:
        self._sheet, self._drawing = sheet, drawing

    def visit(self, element: Element, ancestors: tuple[Element, ...], around: Around) -> None:
        styles = {name: element.attrib.pop(name) for name in list(element.attrib) if name in _ALSO_ATTRIBUTES}
        names = dict(around.names)
        for name, value in cascaded(self._sheet, element, ancestors):
            (names if name.startswith("--") else styles)[name] = value
        element.attrib.pop("style", None)
        styles = {name: _with_names(value, names) for name, value in styles.items()}
        if "font" in styles:
            styles = _font(styles.pop("font")) | styles
        for name, value in styles.items():
            if name in _ONLY and " ".join(value.lower().split()) not in _ONLY[name]:
                raise NotPlain(f"this drawing uses “{name}: {' '.join(value.split())[:40]}”, which can't be drawn here")
        em = _font_size(styles.get("font-size", ""), around.em)
        inside = replace(around, em=em, names=names, room=room_in(element, around.room, em))
        self._paint(element, styles)
        seen, opacities = self._see_through(element, styles, around)
        inside = replace(inside, seen=seen, opacities=opacities)
        self._measure(element, styles, around.room, em)
        self._refer(element, styles)
        for child in list(element):
            self.visit(child, (*ancestors, element), inside)

    # -- colours -----------------------------------------------------------------------------------------------------
    def _colour(self, name: str, text: str) -> tuple[str, float] | None:
        text = re.sub(r"\s*icc-color\([^)]*\)", "", text).strip()
        known = text.lower()
        if known in ("none", "currentcolor"):
            return ("none" if known == "none" else "currentColor"), 1.0
        if known == "initial":
            return _INITIAL.get(name, "#000000"), 1.0
        if known.startswith("context-"):
            raise NotPlain(f"this drawing uses “{name}: {known[:40]}”, which can't be drawn here")
        if (link := _URL.match(text)) is None:
            return colour(text)
        key = _inside(link[1])
        if self._drawing.kind_of(key) in _SERVERS:
            return f"url(#{key})", 1.0
        return self._colour(name, link[2]) if link[2] else ("none", 1.0)

    def _paint(self, element: Element, styles: Mapping[str, str]) -> None:
        for name in ("stop", "flood"):
            found = self._colour(f"{name}-color", styles[f"{name}-color"]) if f"{name}-color" in styles else None
            seen = opacity(styles.get(f"{name}-opacity", "1"))
            if found is not None:
                element.set(f"{name}-color", found[0])
            if (
                element.tag in ("stop", "feFlood")
                and (total := (found or ("", 1.0))[1] * (1.0 if seen is None else seen)) < 1
            ):
                element.set(f"{name}-opacity", shown(total))
        if "color" in styles and (found := self._colour("color", styles["color"])) is not None:
            if found[1] < 1:
                raise NotPlain(f"this drawing uses “color: {styles['color'][:40]}”, which can't be drawn here")
            element.set("color", found[0])
        if (seen := opacity(styles.get("opacity", ""))) is not None:
            element.set("opacity", shown(seen))

    def _see_through(self, element: Element, styles: Mapping[str, str], around: Around) -> tuple[Both, Both]:
        """Write fill and stroke, and what of them is seen through; gives what the element's children inherit."""
        alphas, opacities = [], []
        for n, name in enumerate(("fill", "stroke")):
            found = self._colour(name, styles[name]) if name in styles else None
            own = opacity(styles.get(f"{name}-opacity", ""))
            alpha = around.seen[n] if found is None else found[1]
            seen = around.opacities[n] if own is None else own
            if found is not None:
                element.set(name, found[0])
            if own is not None or (found is not None and (alpha < 1 or around.seen[n] < 1)):
                element.set(f"{name}-opacity", shown(alpha * seen))
            alphas.append(alpha)
            opacities.append(seen)
        return (alphas[0], alphas[1]), (opacities[0], opacities[1])

    # -- sizes and places --------------------------------------------------------------------------------------------
    def _measure(self, element: Element, styles: Mapping[str, str], room: tuple[float, float], em: float) -> None:
        wholes = (*room, ((room[0] ** 2 + room[1] ** 2) / 2) ** 0.5)
        in_box = self._drawing.is_measured_by_box(element)
        if element.tag not in ("text", "tspan", "svg", "filter"):
            for name, kind in _SIZES.items():
                text = styles.get(name, element.get(name, "")) if name in _IN_CSS else element.get(name, "")
                value = length(text, 1.0 if in_box else wholes[kind], em) if text else None
                element.attrib.pop(name, None)
                if value is not None:
                    element.set(name, shown(value))
        if "font-size" in styles or (element is self._drawing.root):
            element.set("font-size", shown(em))
        for name in ("stroke-width", "stroke-dashoffset"):
            value = length(styles.get(name, ""), wholes[2], em)
            if value is not None and (value >= 0 or name != "stroke-width"):
                element.set(name, shown(value))
        if "stroke-dasharray" in styles:
            dashes = [length(part, wholes[2], em) for part in re.split(r"[\s,]+", styles["stroke-dasharray"].strip())]
            plain = [shown(dash) for dash in dashes if dash is not None and dash >= 0]
            element.set("stroke-dasharray", ",".join(plain) if len(plain) == len(dashes) else "none")
        for name in _KEPT:
            if name in styles and styles[name].lower() not in ("inherit", "unset"):
                element.set(name, styles[name])
        if "font-family" in element.attrib:  # Qt takes a list of names for one name
            element.set("font-family", element.attrib["font-family"].partition(",")[0].strip(" \"'"))
        if element.tag == "polygon" or element.tag == "polyline":
            points = re.findall(NUMBER, element.get("points", ""))
            element.set("points", " ".join(points[: len(points) // 2 * 2]))
        if styles.get("display", "").lower() == "none":
            element.set("display", "none")
        if styles.get("visibility", "").lower() in ("hidden", "collapse", "visible"):
            element.set("visibility", "visible" if styles["visibility"].lower() == "visible" else "hidden")
        self._move(element, styles, em)
        if element.tag in ("text", "tspan"):
            plain_places(element, wholes, em)

    def _move(self, element: Element, styles: Mapping[str, str], em: float) -> None:
        for name in ("gradientTransform", "patternTransform"):
            if name in element.attrib:
                element.set(name, _transform(element.attrib[name], em))
        moved = _transform(styles.get("transform", ""), em)
        if not moved:
            return
        if styles.get("transform-box", "view-box").lower() not in ("view-box", "border-box") and "origin" in str(
            styles
        ):
            raise NotPlain("this drawing uses “transform-box”, which can't be drawn here")
        origin = styles.get("transform-origin", "0 0").split()
        places = [length({"left": "0", "top": "0"}.get(word, word), float("nan"), em) for word in origin[:2]]
        if None in places:
            raise NotPlain(f"this drawing uses “transform-origin: {' '.join(origin)[:40]}”, which can't be drawn here")
        x, y = (*(place or 0.0 for place in places), 0.0)[:2]
        if x or y:
            moved = f"translate({shown(x)} {shown(y)}) {moved} translate({shown(-x)} {shown(-y)})"
        element.set("transform", moved)

    # -- other parts of the drawing ----------------------------------------------------------------------------------
    def _refer(self, element: Element, styles: Mapping[str, str]) -> None:
        markers = dict.fromkeys(("marker-start", "marker-mid", "marker-end"), styles.get("marker", "none"))
        for name in ("mask", "clip-path", "filter", *markers):
            text = styles.get(name, markers.get(name, "none")).strip()
            if text.lower() in ("none", "inherit", "initial", "unset"):
                continue
            link = _URL.fullmatch(text)
            if link is None or link[2].strip():
                raise NotPlain(f"this drawing uses “{name}: {' '.join(text.split())[:40]}”, which can't be drawn here")
            key = _inside(link[1])
            kind = {"clip-path": "clipPath", "mask": "mask", "filter": "filter"}.get(name, "marker")
            if self._drawing.kind_of(key) != kind:
                continue
            if name == "filter":
                self._check_filter(self._drawing.known[key])
            element.set(name, f"url(#{key})")

    def _check_filter(self, found: Element) -> None:
        for step in found:
            if step.tag not in _FILTERS or step.get("operator", "over") not in ("over", "in"):
                raise NotPlain(f"this drawing has a filter with “{step.tag}”, which can't be drawn here")
        if len(found) == 0:
            raise NotPlain("this drawing has a filter with nothing in it, which can't be drawn here")


def _inside(link: str) -> str:
    """The id that a link leads to. Raises `NotPlain` when it leads outside."""
    link = link.strip()
    if not link.startswith("#"):
        raise NotPlain(f'this drawing refers to something outside itself: "{" ".join(link.split())[:60]}"')
    return link[1:]


def _with_names(value: str, names: Mapping[str, str], depth: int = 0) -> str:
    """A value with what its `var(--name, otherwise)` stand for."""
    if "var(" not in value or depth > 8:
        return value
    known = re.sub(
        r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)",
        lambda name: names.get(name[1], name[2] or "").strip(),
        value,
    )
    return _with_names(known, names, depth + 1) if len(known) < 1000 else ""


def _font(text: str) -> dict[str, str]:
    """`italic bold 12px/1.5 Inter, sans-serif` as what it says one by one."""
    styles: dict[str, str] = {}
    words = text.split()
    for n, word in enumerate(words):
        size = word.partition("/")[0]
        if size in _FONT_SIZES or (length(size, 1.0, 1.0) is not None and not re.fullmatch(r"[1-9]00", word)):
            return styles | {"font-size": size, "font-family": " ".join(words[n + 1 :])}
        if word in ("italic", "oblique"):
            styles["font-style"] = word
        elif word in ("bold", "bolder", "lighter") or re.fullmatch(r"[1-9]00", word):
            styles["font-weight"] = word
        elif word != "normal":
            break
    raise NotPlain(f"this drawing uses “font: {text[:40]}”, which can't be drawn here")


def _font_size(text: str, around: float) -> float:
    text = text.strip().lower()
    if text in ("larger", "smaller"):
        return around * (1.2 if text == "larger" else 1 / 1.2)
    value = _FONT_SIZES.get(text) or length(text, around, around)
    return around if value is None or value < 0 else value


def _transform(text: str, em: float) -> str:
    """A transform as attributes have it, without units; nothing for one that can't be read, as the standard has it."""
    functions, at = [], 0
    text = text.strip()
    if text.lower() in ("none", "inherit", "initial", "unset"):
        return ""
    while at < len(text):
        match = _FUNCTION.match(text, at)
        if match is None:
            return ""
        at = match.end()
        name, words = match[1].lower(), [word for word in re.split(r"[\s,]+", match[2].strip()) if word]
        if name.endswith("3d") or name in ("rotatex", "rotatey", "rotatez", "perspective") or "%" in match[2]:
            raise NotPlain(f"this drawing uses “{' '.join(match[0].split())[:40]}”, which can't be drawn here")
        turns = name in ("rotate", "skewx", "skewy", "skew")
        values = [angle(word) if turns and n == 0 else length(word, float("nan"), em) for n, word in enumerate(words)]
        if None in values:
            return ""
        if not (known := _one_transform(name, [value or 0.0 for value in values])):
            return ""
        functions.append(known)
    return " ".join(functions)


def _one_transform(name: str, values: Sequence[float]) -> str:
    first = values[0] if values else 0.0
    match name:
        case "translatex":
            name, values = "translate", (first, 0.0)
        case "translatey":
            name, values = "translate", (0.0, first)
        case "scalex":
            name, values = "scale", (first, 1.0)
        case "scaley":
            name, values = "scale", (1.0, first)
        case "skewx" | "skewy":
            name = f"skew{name[-1].upper()}"
        case "matrix" | "translate" | "scale" | "rotate":
            pass
        case _:
            return ""
    return f"{name}({' '.join(map(shown, values))})"
