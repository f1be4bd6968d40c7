"""The style sheets of an SVG: as much of CSS as drawings use, and a refusal by name for the rest.

Standard library only: it is read in the process that draws.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass as mutable
from dataclasses import field
from xml.etree.ElementTree import Element

from hamstring_gui.domain.values import dataclass

Declared = dict[str, tuple[str, bool]]
"""Properties with their values, and whether they are important."""

_NOTES = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_AT_RULE = re.compile(r"\s*(@[\w-]+)")
_RULE = re.compile(r"\s*([^{}@]*)\{((?:[^{}\"']|\"[^\"]*\"|'[^']*')*)(?:\}\s*|\Z)")
_DECLARATION = re.compile(r"""(?:[^;"'()]|"[^"]*"|'[^']*'|\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*\))+""")
_COMPOUND = re.compile(r"(\*|[\w-]+)?((?:[.#][\w-]+)*)(:root)?")
_NEVER = re.compile(r"::?(?:hover|focus|active|visited|link|target|selection|before|after)\b")
_WITHOUT_EFFECT = ("@charset", "@namespace", "@font-face", "@keyframes", "@-webkit-keyframes")


CIRCLE = "this SVG is damaged, or its parts refer to each other in a circle"


class NotPlain(ValueError):
    """Something that would be drawn wrongly; the text is the reason, behind the file's name."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a selector: `rect.thin#leg`; `child` where it must be the parent's and not just an ancestor's."""

    tag: str
    classes: frozenset[str]
    key: str
    root: bool
    child: bool

    def fits(self, element: Element, is_root: bool) -> bool:
        return (
            self.tag in ("", "*", element.tag)
            and (not self.key or element.get("id") == self.key)
            and (not self.classes or self.classes <= set(element.get("class", "").split()))
            and (is_root or not self.root)
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    parts: tuple[_Part, ...]
    declared: Declared
    weight: tuple[int, int, int, int]


@mutable(slots=True)
class StyleSheet:
    """The rules of a drawing, found by what their last part asks for."""

    _rules: dict[str, list[_Rule]] = field(default_factory=dict)
    _count: int = 0

    def read(self, text: str) -> None:
        """Take in the text of a style element. Raises `NotPlain`."""
        text, at = _NOTES.sub(" ", text).rstrip(), 0
        while at < len(text):
            if other := _AT_RULE.match(text, at):
                if other[1].lower() not in _WITHOUT_EFFECT:
                    raise NotPlain(f"its style sheet says “{_short(other[1])}”, which isn't understood here")
                at = _end_of(text, other.end())
                continue
            rule = _RULE.match(text, at)
            if rule is None:
                raise NotPlain(f"its style sheet can't be read: “{_short(text[at : at + 100])}”")
            at, declared = rule.end(), declarations(rule[2])
            for selector in rule[1].split(","):
                self._take(selector.strip(), declared)

    def _take(self, selector: str, declared: Declared) -> None:
        if not selector or _NEVER.search(selector):
            return
        parts: list[_Part] = []
        child = False
        for word in selector.replace(">", " > ").split():
            if word == ">":
                child = True
                continue
            compound = _COMPOUND.fullmatch(word)
            if compound is None:
                raise NotPlain(f"its style sheet chooses by “{_short(selector)}”, which isn't understood here")
            names = re.findall(r"[.#][\w-]+", compound[2])
            classes = frozenset(name[1:] for name in names if name[0] == ".")
            key = next((name[1:] for name in names if name[0] == "#"), "")
            parts.append(_Part(compound[1] or "", classes, key, bool(compound[3]), child))
            child = False
        self._count += 1
        weight = (
            sum(bool(part.key) for part in parts), sum(len(part.classes) + part.root for part in parts),
            sum(part.tag not in ("", "*") for part in parts), self._count,
        )  # fmt: skip
        last = parts[-1]
        index = f"#{last.key}" if last.key else f".{min(last.classes)}" if last.classes else last.tag or "*"
        self._rules.setdefault(index, []).append(_Rule(tuple(parts), declared, weight))

    def of(self, element: Element, ancestors: Sequence[Element]) -> Declared:
        """What the rules say of an element."""
        keys = [f"#{element.get('id', '')}", *(f".{name}" for name in element.get("class", "").split())]
        chain = (*ancestors, element)
        found = {rule.weight: rule for key in (*keys, element.tag, "*") for rule in self._rules.get(key, ())}
        declared: Declared = {}
        for _, rule in sorted(found.items()):
            if _fits(rule.parts, chain):
                _lay_over(declared, rule.declared)
        return declared


def _end_of(text: str, at: int) -> int:
    """Where a rule ends that began before: at a semicolon, or at the brace that closes it."""
    depth = 0
    for mark in re.finditer(r"[;{}]", text[at:]):
        depth += {"{": 1, "}": -1, ";": 0}[mark[0]]
        if depth <= 0:
            return at + mark.end()
    return len(text)


def declarations(text: str) -> Declared:
    """What stands in a `style` attribute, or between a rule's braces."""
    declared: Declared = {}
    for declaration in _DECLARATION.findall(_NOTES.sub(" ", text)):
        name, colon, value = declaration.partition(":")
        value, important, _ = value.strip().partition("!important") if "!" in value else (value.strip(), "", "")
        if colon and value.strip():
            name = name.strip()
            one = {name if name.startswith("--") else name.lower(): (value.strip(), bool(important))}
            _lay_over(declared, one)
    return declared


def cascaded(sheet: StyleSheet, element: Element, ancestors: Sequence[Element]) -> Iterator[tuple[str, str]]:
    """The properties that a style sheet and its own style give an element, which win over its attributes."""
    declared = sheet.of(element, ancestors)
    _lay_over(declared, declarations(element.get("style", "")))
    for name, (value, _) in declared.items():
        yield name, value


def _lay_over(under: Declared, over: Mapping[str, tuple[str, bool]]) -> None:
    for name, (value, important) in over.items():
        if important or not under.get(name, ("", False))[1]:
            under[name] = (value, important)


def _fits(parts: Sequence[_Part], chain: Sequence[Element]) -> bool:
    """Whether the chain's last element is what the parts ask for, and its ancestors too."""
    if not chain or not parts[-1].fits(chain[-1], len(chain) == 1):
        return False
    if len(parts) == 1:
        return True
    nearest = len(chain) - 1
    return any(_fits(parts[:-1], chain[:above]) for above in range(nearest, nearest - 1 if parts[-1].child else 0, -1))


def _short(text: str) -> str:
    return " ".join(text.split())[:40]
