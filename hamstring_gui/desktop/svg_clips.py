"""Clips of an SVG, which Qt doesn't know: each becomes a mask that is white where the clip's shapes are.

Standard library only: it is read in the process that draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from hamstring_gui.desktop.svg_styles import CIRCLE, NotPlain
from hamstring_gui.desktop.svg_values import number
from hamstring_gui.desktop.svg_views import Box, box_of, sides

_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text")
_NOTHING = ("stroke", "stroke-opacity", "opacity", "filter", "clip-rule")
FAR = 100.0
"""How far a clip reaches, in widths of the drawing: it has no edge of its own, but a mask has."""


def nameless(element: Element) -> Element:
    """A copy, in which nothing has a name."""
    copy = deepcopy(element)
    for one in copy.iter():
        one.attrib.pop("id", None)
    return copy


class Clips:
    """Those of a drawing, whose parts are `known` by their names, and which is as large as its `room`."""

    def __init__(self, root: Element, known: dict[str, Element], room: tuple[float, float]) -> None:
        self._root, self._known, self._room = root, known, room

    def _kind_of(self, key: str) -> str:
        return str(self._known[key].tag) if key in self._known else ""

    def carry_out(self) -> None:
        """Clip what is to be clipped, when all styles are attributes."""
        parents = {child: parent for parent in self._root.iter() for child in parent}
        inner = {one for clip in self._root.iter("clipPath") for one in clip.iter()}
        for element in [one for one in self._root.iter() if "clip-path" in one.attrib and one not in inner]:
            self.clip(element, parents)
        for parent in list(self._root.iter()):
            for clip in [one for one in parent if one.tag == "clipPath"]:
                parent.remove(clip)  # Qt would draw it

    def cut(self, group: Element, edges: Box) -> None:
        """Show nothing of a group outside of a box."""
        key = self._new_mask()
        SubElement(self._known[key], "rect", sides(edges) | {"fill": "#ffffff"})
        inner = Element("g", {"mask": f"url(#{key})"})
        inner[:] = list(group)
        group[:] = [inner]

    def _new_mask(self) -> str:
        key = f"clip-{len(self._known)}"
        while key in self._known:
            key += "-"
        self._known[key] = SubElement(self._root, "mask", {"id": key, **self._region()})
        return key

    def _region(self) -> dict[str, str]:
        far = FAR * max(self._room)
        return {"maskUnits": "userSpaceOnUse"} | sides((-far, -far, 2 * far, 2 * far))

    def clip(self, element: Element, parents: dict[Element, Element]) -> None:
        key = element.attrib.pop("clip-path")[5:-1]
        if element is self._root:
            raise NotPlain("this drawing is clipped as a whole, which can't be drawn here")
        clip = self._known[key]
        if self._clips_nothing(clip, element, parents):
            return
        self._make_mask(clip, ())
        if len(clip) == 0:
            element.set("display", "none")
        elif not {"mask", "filter"} & element.attrib.keys():
            element.set("mask", f"url(#{key})")
        else:
            inner = Element(element.tag, element.attrib)
            inner.text, inner[:] = element.text, list(element)
            element.tag, element.text = "g", None
            element.attrib.clear()
            element[:] = [inner]
            element.set("mask", f"url(#{key})")
            if moved := inner.attrib.pop("transform", ""):
                element.set("transform", moved)

    def _clips_nothing(self, clip: Element, element: Element, parents: dict[Element, Element]) -> bool:
        """Whether it is a plain box round the whole drawing, as some programs put round everything."""
        view = box_of(self._root)
        if clip.tag != "clipPath" or len(clip) != 1 or view is None or clip[0].tag != "rect":
            return False
        up: Element | None = element
        while up is not None:
            if "transform" in up.attrib:
                return False
            up = parents.get(up)
        one = clip[0]
        if {"transform", "rx", "ry", "clip-path"} & (one.attrib.keys() | clip.attrib.keys()) or clip.get(
            "clipPathUnits"
        ):
            return False
        x, y, width, height = (number(one.get(name, "0")) or 0.0 for name in ("x", "y", "width", "height"))
        return x <= view[0] and y <= view[1] and x + width >= view[0] + view[2] and y + height >= view[1] + view[3]

    def _make_mask(self, clip: Element, within: Sequence[Element]) -> None:
        """Make a clip a mask that is white where the clip's shapes are."""
        if clip in within:
            raise NotPlain(CIRCLE)
        if clip.tag == "mask":
            return
        rule = clip.attrib.pop("clip-rule", "nonzero")
        shapes = [shape for child in clip if (shape := self._white(child, rule)) is not None]
        for shape in shapes:
            if (link := shape.attrib.pop("clip-path", "")) and self._kind_of(link[5:-1]) in ("clipPath", "mask"):
                self._make_mask(self._known[link[5:-1]], (*within, clip))
                shape.set("mask", link)
        around = {"transform": moved} if (moved := clip.attrib.pop("transform", "")) else {}
        if link := clip.attrib.pop("clip-path", ""):
            self._make_mask(self._known[link[5:-1]], (*within, clip))
            around["mask"] = link
        units = clip.attrib.pop("clipPathUnits", "userSpaceOnUse")
        key = clip.get("id", "")
        clip.tag = "mask"
        clip.attrib.clear()
        clip.attrib.update({"id": key, "maskContentUnits": units, **self._region()})
        if units == "objectBoundingBox":
            for name in ("maskUnits", "x", "y", "width", "height"):
                clip.attrib.pop(name)
        clip[:] = shapes
        if around and shapes:
            group = Element("g", around)
            group[:] = shapes
            clip[:] = [group]

    def _white(self, shape: Element, rule: str) -> Element | None:
        """A shape of a clip, painted white; nothing for what doesn't clip."""
        if shape.tag == "use":
            target = self._known.get(shape.get("href", "").removeprefix("#"))
            if target is None or target.tag not in _SHAPES:
                return None
            x, y = (shape.get(name, "0") for name in ("x", "y"))
            copy = nameless(target)
            moves = (shape.get("transform", ""), f"translate({x} {y})", target.get("transform", ""))
            copy.set("transform", " ".join(filter(None, moves)))
            shape = copy
        elif shape.tag == "g" and len(shape) and all(child.tag == "text" for child in shape):
            for words in shape:
                self._white(words, rule)
        elif shape.tag not in _SHAPES:
            return None
        shape.set("fill-rule", shape.get("clip-rule", rule))
        for name in _NOTHING:
            shape.attrib.pop(name, None)
        shape.attrib |= {"fill": "#ffffff", "fill-opacity": "1", "stroke": "none"}
        return shape
