"""What an SVG file may hold to be taken in: a still picture, and nothing that reaches out of it, runs, or explodes.

It is judged while it is parsed, by lists of what is harmless: anything else is refused by its name, and nothing is
cleaned silently. Entities are never expanded since a DOCTYPE is refused. Names are compared as they are written, with
their prefixes, because that is how Qt looks them up.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.svg_strokes import dashes_per_unit, length_of
from hamstring_gui.storage.svg_words import ATTRIBUTES, DRAWN, ELEMENTS, FAMILIES, GRADIENTS, NOTES, NOTES_SPACE, SPACES

MOST_BYTES = 2_000_000
DEEPEST = 64
MOST_ELEMENTS = 20_000
MOST_DRAWN = 50_000
"""Elements, counted as often as references draw them; a thousand pixels of a picture inside count as one."""
MOST_MASKS = 20
"""Masked parts, counted likewise: each is painted on a layer as large as the picture."""
MOST_DASHES = 200_000
MOST_RULES, MOST_MATCHES = 500, 5_000_000
"""Rules of a style sheet; words of their selectors times the elements that each is compared with."""
LONGEST_CHAIN = 8
"""References that lead to references."""
MOST_UNEQUAL = 50
"""Width over height, or the other way round."""

_URL = re.compile(r"url\s*\(\s*['\"]?\s*([^)'\"]*)", re.IGNORECASE)
_REACHING_OUT = re.compile(r"@|\\|//|(image-set|image|src|cross-fade|expression)\s*\(|javascript:", re.IGNORECASE)
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]*)")
_MASK = re.compile(r"\bmask(-image)?\s*:\s*[^;]*url", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9.eE+-]+)\s*(?:px|pt|pc|mm|cm|in)?\s*")

Pixels = Callable[[str], int]
"""How many pixels the PNG or JPEG picture of a base64 text has; raises `StorageError` if it is none."""


def check_svg(data: bytes, name: str, pixels: Pixels) -> None:
    """Raises `StorageError` (`NAME: reason`) for an SVG that can't be taken in."""
    if len(data) > MOST_BYTES:
        raise StorageError(f"{name}: this is too large; an SVG may have at most {MOST_BYTES // 1_000_000} MB")
    _Judge(name, pixels).judge(data)


class _Judge:
    """Follows the parser through one file, and counts."""

    def __init__(self, name: str, pixels: Pixels) -> None:
        self._name, self._pixels = name, pixels
        self._open: list[tuple[str, str, float]] = []
        self._tags: dict[str, set[str]] = {}
        self._sizes: dict[str, float] = {}
        self._masks: dict[str, float] = {}
        self._dashes: dict[str, float] = {}
        self._lengths: dict[str, float] = {}
        self._finest = 0.0
        self._references: dict[str, list[str]] = {}
        self._elements = 0
        self._prefixes = {"xml"}
        self._css: list[str] = []

    def refuse(self, reason: str) -> NoReturn:
        raise StorageError(f"{self._name}: {reason}")

    def judge(self, data: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = lambda *_: self.refuse("holds a DOCTYPE, behind which anything may hide")
        parser.EntityDeclHandler = lambda *_: self.refuse("holds an ENTITY, behind which anything may hide")
        parser.ProcessingInstructionHandler = lambda target, _: self.refuse(
            f"holds the instruction <?{_short(target)}?>"
        )
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = self._on_text
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            self.refuse(f"this SVG is damaged: {error}")
        except (ValueError, LookupError) as error:
            self.refuse(f"this SVG can't be read: {error}")
        self._check_style_sheet("".join(self._css))
        if not any(tags & DRAWN for tags in self._tags.values()):
            self.refuse("there is nothing to see in this SVG")
        self._check_amounts()

    # -- what the parser finds ---------------------------------------------------------------------------------------
    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            self.refuse(f"holds more than {MOST_ELEMENTS:,} elements")
        if len(self._open) >= DEEPEST:
            self.refuse(f"is nested more than {DEEPEST} deep")
        self._check_spaces(attributes)
        prefix, _, tag = name.rpartition(":")
        if not self._open:
            self._check_root(tag, attributes)
        if prefix not in self._prefixes:
            self.refuse(f"holds <{_short(name)}>, whose namespace is not declared")
        if tag not in (ELEMENTS if prefix in ("", "svg") else NOTES):
            self.refuse(f"holds <{_short(name)}>, which is no part of a still picture")
        if prefix not in ("", "svg"):
            tag = ""
        key = attributes.get("id", "") or f"\0{self._elements}"
        self._open.append((tag, key, self._dashes_of(attributes)))
        self._tags.setdefault(key, set()).add(tag)
        self._count(1, self._sizes)
        if tag:
            self._count_lengths(tag, attributes)
            for attribute, value in attributes.items():
                self._check_attribute(tag, attribute, value)

    def _on_end(self, _: str) -> None:
        self._open.pop()

    def _on_text(self, text: str) -> None:
        if self._open[-1][0] == "style":
            self._css.append(text)

    # -- what is refused ---------------------------------------------------------------------------------------------
    def _check_spaces(self, attributes: dict[str, str]) -> None:
        for attribute, space in attributes.items():
            if attribute == "xmlns" or attribute.startswith("xmlns:"):
                prefix = attribute[6:]
                if not SPACES.get(prefix, NOTES_SPACE).fullmatch(space):
                    self.refuse(f'holds {_short(attribute)}="{_short(space)}", which is no part of a still picture')
                self._prefixes.add(prefix)

    def _check_root(self, tag: str, attributes: dict[str, str]) -> None:
        if tag != "svg":
            self.refuse(f"this is not an SVG picture: it begins with <{_short(tag)}>")
        if "viewBox" in attributes:
            sizes = [_number(part) for part in re.split(r"[\s,]+", attributes["viewBox"].strip())[2:]]
        else:
            sizes = [_number(attributes.get(key, "")) for key in ("width", "height")]
        if len(sizes) != 2 or not all(0 < size < 1e6 for size in sizes):
            self.refuse("has no size: it needs a viewBox, or a width and a height in numbers")
        if max(sizes) > MOST_UNEQUAL * min(sizes):
            self.refuse(f"is more than {MOST_UNEQUAL} times as long as it is wide")

    def _check_attribute(self, tag: str, attribute: str, value: str) -> None:
        prefix, _, bare = attribute.rpartition(":")
        is_note = prefix in self._prefixes - {"", "xml", "xlink", "svg"}
        if is_note or attribute == "xmlns" or prefix == "xmlns":
            return
        if attribute not in ATTRIBUTES and not FAMILIES.fullmatch(attribute):
            self.refuse(f"holds {_short(attribute)} in <{tag}>, which is no part of a still picture")
        if bare == "href":
            self._check_link(tag, value.strip())
        elif attribute == "style":
            self._check_style(value, f"the style of <{tag}>")
            self._count(_MASK.search(value) is not None, self._masks)
        else:
            for target in self._urls(value, f"{attribute} of <{tag}>"):
                self._refer(target)
                self._count(attribute == "mask", self._masks)

    def _check_link(self, tag: str, link: str) -> None:
        if link.startswith("#"):
            self._refer(link[1:])
        elif tag == "image" and (embedded := _EMBEDDED.fullmatch(link)):
            self._count(self._pixels(embedded[1]) // 1000, self._sizes)
        else:
            self.refuse(f'refers to something outside itself in <{tag}>: "{_short(link)}"')

    def _check_style(self, css: str, where: str) -> None:
        if found := _REACHING_OUT.search(css):
            self.refuse(f'holds "{_short(css[found.start() :])}" in {where}, which may reach outside')
        for target in self._urls(css, where):
            self._refer(target)

    def _check_style_sheet(self, css: str) -> None:
        """A style sheet may refer to gradients only: how often it does can't be told."""
        self._check_style(css, "<style>")
        for target in self._urls(css, "<style>"):
            if not self._tags.get(target, set()) <= GRADIENTS:
                self.refuse(f'refers to "{_short(target)}" in <style>, which is no gradient')
        if (rules := css.count("{")) > MOST_RULES:
            self.refuse(f"holds {rules:,} rules in <style>; at most {MOST_RULES} are read")
        words = len(re.findall(r"[^\s,>+~{}]+", re.sub(r"\{[^}]*+\}?", " ", css)))
        if words * self._elements > MOST_MATCHES:
            self.refuse(f"holds too many rules in <style> for its {self._elements:,} elements")
        self._finest = max(self._finest, dashes_per_unit("style", css) or 0.0)

    def _check_amounts(self) -> None:
        if self._drawn("", self._sizes, {})[0] > MOST_DRAWN:
            self.refuse(f"draws more than {MOST_DRAWN:,} elements through its references")
        if (masks := self._drawn("", self._masks, {})[0]) > MOST_MASKS:
            self.refuse(f"draws {masks:,.0f} parts behind a mask; at most {MOST_MASKS} are drawn")
        dashes = self._drawn("", self._dashes, {})[0] + self._finest * self._drawn("", self._lengths, {})[0]
        if dashes > MOST_DASHES:
            self.refuse(f"draws more than {MOST_DASHES:,} dashes: a stroke-dasharray is too fine for its lines")

    def _urls(self, text: str, where: str) -> list[str]:
        urls = [url.strip() for url in _URL.findall(text)]
        for url in urls:
            if not url.startswith("#"):
                self.refuse(f'refers to something outside itself in {where}: "{_short(url)}"')
        return [url[1:] for url in urls]

    # -- counting ----------------------------------------------------------------------------------------------------
    def _holders(self) -> set[str]:
        """The elements that are open; the empty name is the whole picture."""
        return {"", *(key for _, key, _ in self._open)}

    def _count(self, amount: float, amounts: dict[str, float]) -> None:
        if amount:
            for key in self._holders():
                amounts[key] = amounts.get(key, 0) + amount

    def _dashes_of(self, attributes: dict[str, str]) -> float:
        """The dashes of one unit of length, of its own or of the element around."""
        own = [rate for item in attributes.items() if (rate := dashes_per_unit(*item)) is not None]
        return max(own, default=self._open[-1][2] if self._open else 0.0)

    def _count_lengths(self, tag: str, attributes: dict[str, str]) -> None:
        """What is used takes its dashes from where it is used: those may be anybody's."""
        dashes = self._open[-1][2]
        if tag == "use":
            self._finest = max(self._finest, dashes)
        elif tag in DRAWN:
            length = sum(length_of(*item) for item in attributes.items())
            self._count(length, self._lengths)
            self._count(length * dashes, self._dashes)

    def _refer(self, target: str) -> None:
        for key in self._holders():
            self._references.setdefault(key, []).append(target)

    def _drawn(
        self, key: str, amounts: dict[str, float], known: dict[str, tuple[float, int]], chain: int = 0
    ) -> tuple[float, int]:
        """How much of `amounts` drawing `key` draws, references followed, and the longest chain of them."""
        if key not in known:
            within = [] if chain > LONGEST_CHAIN else self._references.get(key, [])
            drawn = [self._drawn(target, amounts, known, chain + 1) for target in within]
            longest = 1 + max((length for _, length in drawn), default=0)
            if chain + longest > LONGEST_CHAIN:
                self.refuse("has parts that refer to each other in too long a chain")
            known[key] = amounts.get(key, 0) + sum(size for size, _ in drawn), longest
        return known[key]


def _number(text: str) -> float:
    """A length in numbers; NaN for anything else."""
    match = _LENGTH.fullmatch(text)
    try:
        return float(match[1]) if match else math.nan
    except ValueError:
        return math.nan


def _short(text: str) -> str:
    """The beginning of a text, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
