"""The parts of an SVG that Qt doesn't know or gets wrong, said by others: views as moved groups, gradients without
references; words, pictures and clips in modules of their own.

Standard library only: it is read in the process that draws.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from hamstring_gui.desktop.svg_clips import Clips, nameless
from hamstring_gui.desktop.svg_styles import CIRCLE, NotPlain
from hamstring_gui.desktop.svg_values import length, number, shown
from hamstring_gui.desktop.svg_views import Box, box_of, fitted, in_proportion, seen_in
from hamstring_gui.desktop.svg_words import in_lines

_GRADIENTS = ("linearGradient", "radialGradient")
_SHARED = ("gradientUnits", "gradientTransform", "spreadMethod", "x1", "y1", "x2", "y2", "cx", "cy", "r", "fx", "fy",
           "fr", "patternUnits", "patternContentUnits", "patternTransform", "x", "y", "width", "height", "viewBox",
           "preserveAspectRatio")  # fmt: skip
_WHOLE_LINE = {"x1": "0%", "y1": "0%", "x2": "100%", "y2": "0%"}
_WHOLE_ROUND = {"cx": "50%", "cy": "50%", "r": "50%"}


class Drawing:
    """The drawing as a whole: what has a name in it, and how large it is."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.known: dict[str, Element] = {}
        for element in root.iter():
            if key := element.get("id"):
                self.known.setdefault(key, element)
        if box_of(root) is None:
            sides = [length(root.get(side, ""), float("nan"), 16.0) for side in ("width", "height")]
            if None not in sides:
                root.set("viewBox", "0 0 " + " ".join(shown(side or 0.0) for side in sides))
        box = box_of(root)
        self.room = box[2:] if box else (100.0, 100.0)
        for side in ("width", "height"):
            root.attrib.pop(side, None)
        self._clips = Clips(root, self.known, self.room)

    def kind_of(self, key: str) -> str:
        return str(self.known[key].tag) if key in self.known else ""

    def target(self, element: Element) -> Element | None:
        return self.known.get(element.get("href", "").removeprefix("#"))

    def is_measured_by_box(self, element: Element) -> bool:
        """Whether a gradient or a mask is as large as what it is laid on."""
        if element.tag in _GRADIENTS:
            return element.get("gradientUnits") != "userSpaceOnUse"
        return element.tag == "mask" and element.get("maskUnits") != "userSpaceOnUse"

    # -- gradients and patterns --------------------------------------------------------------------------------------
    def join_gradients(self) -> None:
        """Give each gradient and pattern what it takes from another one."""
        for element in [one for one in self.root.iter() if one.tag in (*_GRADIENTS, "pattern")]:
            seen, link = [element], self.target(element)
            while link is not None:
                if link in seen:
                    raise NotPlain(CIRCLE)
                if len(element) == 0:
                    element.extend(nameless(child) for child in link)
                for name in _SHARED:
                    if name in link.attrib and (link.tag == element.tag or name in _SHARED[:3]):
                        element.attrib.setdefault(name, link.attrib[name])
                seen.append(link)
                link = self.target(link)
        for element in self.root.iter():
            if element.tag in (*_GRADIENTS, "pattern"):
                element.attrib.pop("href", None)
                self._check(element)

    def _check(self, element: Element) -> None:
        if element.tag == "pattern" and element.get("patternUnits") != "userSpaceOnUse":
            raise NotPlain("this drawing has a pattern as large as what it fills, which can't be drawn here")
        if number(element.get("fr", "0").rstrip("%")):
            raise NotPlain("this drawing has a gradient with a hole (fr), which can't be drawn here")
        if element.tag in _GRADIENTS and not self.is_measured_by_box(element):
            for name, usual in (_WHOLE_LINE if element.tag == "linearGradient" else _WHOLE_ROUND).items():
                element.attrib.setdefault(name, usual)

    # -- when all styles are attributes ------------------------------------------------------------------------------
    def finish(self) -> None:
        for element in list(self.root.iter()):
            match element.tag:
                case "linearGradient" | "radialGradient":
                    _without_a_way(element)
                case "svg" if element is not self.root:
                    self._view(element)
                case "symbol" if box_of(element) is not None:
                    self._symbol(element)
                case "image":
                    in_proportion(element)
                case "line":
                    self._line(element)
                case "text":
                    in_lines(element)
        self._clips.carry_out()

    def _view(self, element: Element) -> None:
        """A drawing inside the drawing: a moved group, and nothing outside its edges."""
        x, y, width, height = self._place(element)
        box, fit = box_of(element), element.get("preserveAspectRatio", "")
        moves = [element.get("transform", ""), f"translate({shown(x)} {shown(y)})"]
        edges = (0.0, 0.0, width, height)
        if box is not None:
            moves.append(fitted(box, width, height, fit))
            edges = box if "slice" in fit or "none" in fit else seen_in(box, width, height, fit)
        cut = element.get("overflow", "hidden") in ("hidden", "scroll") and (
            "width" in element.attrib or box is not None
        )
        for name in ("x", "y", "width", "height", "viewBox", "preserveAspectRatio"):
            element.attrib.pop(name, None)
        element.tag = "g"
        element.set("transform", " ".join(moves).strip())
        if cut:
            self._clips.cut(element, edges)

    def _symbol(self, symbol: Element) -> None:
        """A symbol with a view of its own: a group for others to use, each use moved as the view says."""
        box, fit, key = box_of(symbol), symbol.get("preserveAspectRatio", ""), symbol.get("id", "")
        group = Element("g", symbol.attrib)
        for name in ("viewBox", "preserveAspectRatio", "x", "y", "width", "height"):
            group.attrib.pop(name, None)
        group[:] = list(symbol)
        symbol[:] = [group]
        symbol.attrib.clear()
        symbol.tag = "defs"
        self.known[key] = group
        for use in self.root.iter("use"):
            if box is not None and use.get("href") == f"#{key}":
                x, y, width, height = self._place(use)
                move = f"translate({shown(x)} {shown(y)}) {fitted(box, width, height, fit)}"
                use.set("transform", f"{use.get('transform', '')} {move}".strip())
                for name in ("x", "y", "width", "height"):
                    use.attrib.pop(name, None)
        if box is not None and group.get("overflow", "hidden") in ("hidden", "scroll"):
            self._clips.cut(group, box)

    def _line(self, line: Element) -> None:
        """A line that is level or upright has no box that a gradient could be measured by: nobody else paints it."""
        key = line.get("stroke", "").partition("#")[2].rstrip(")")
        ends = [number(line.get(name, "0")) for name in ("x1", "x2", "y1", "y2")]
        level = ends[0] == ends[1] or ends[2] == ends[3]
        if level and self.kind_of(key) in _GRADIENTS and self.is_measured_by_box(self.known[key]):
            line.set("stroke", "none")

    def _place(self, element: Element) -> Box:
        wholes = {"x": self.room[0], "y": self.room[1], "width": self.room[0], "height": self.room[1]}
        usual = {"x": 0.0, "y": 0.0, "width": self.room[0], "height": self.room[1]}
        sizes = {name: length(element.get(name, ""), whole, 16.0) for name, whole in wholes.items()}
        found = {name: usual[name] if size is None else size for name, size in sizes.items()}
        return found["x"], found["y"], found["width"], found["height"]


def _without_a_way(gradient: Element) -> None:
    """A gradient from a point to the same point is its last colour."""
    ends = [gradient.get(name, usual) for name, usual in (("x1", "0"), ("x2", "1"), ("y1", "0"), ("y2", "0"))]
    linear = gradient.tag == "linearGradient"
    if (linear and ends[0] == ends[1] and ends[2] == ends[3]) or (not linear and number(gradient.get("r", "1")) == 0):
        gradient[:] = list(gradient)[-1:]
        for name in ("x1", "y1", "x2", "y2", "r", "cx", "cy", "fx", "fy"):
            gradient.attrib.pop(name, None)
