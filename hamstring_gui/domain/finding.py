"""Finding things by words that a person types: case, accents and plurals don't matter, parts of words do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

_WHOLE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "‐": "-", "‑": "-"}
)
"""Letters that no accent is told apart from, and signs that a keyboard has no key for."""
_SINGULARS = (
    (re.compile(r"\bfeet\b"), "foot"),
    (re.compile(r"(?:(?<=l)|(?<=ea))ves\b"), "f"),
    (re.compile(r"(?<=[a-z]{2})ies\b"), "y"),
    (re.compile(r"(?<=[a-z]{2})(?:(?<=ch)|(?<=sh)|(?<=[sxz]))es\b"), ""),
    (re.compile(r"(?<=[a-z]{3})(?<![siu])s\b"), ""),
)

_ELVES = re.compile(r"(?<=l)f\b")
"""Of such a word the plural is found too while it is typed."""


def folded(text: str) -> str:
    """The text in one case and without accents: `Dehnübung` becomes `dehnubung`."""
    import unicodedata  # 0.6 MB, where something is looked for

    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(_WHOLE)


def singular(text: str) -> str:
    """A folded text with its words in the singular, as far as English makes it by rules: `calves` becomes `calf`."""
    for ending, one in _SINGULARS:
        text = ending.sub(one, text)
    return text


def matches(query: str, texts: Iterable[str]) -> bool:
    """Whether every word of the query stands somewhere in the texts. An empty query matches everything."""
    words = folded(query).split()
    where = [folded(text) for text in texts] if words else []
    where += [form for text in where for form in (singular(text), _ELVES.sub("ves", text))]
    return all(any(_stands(word, text) for text in where) for word in words)


def _stands(word: str, text: str) -> bool:
    """Whether a word, or each of those that it is joined of, stands in a text."""
    parts = [part for part in word.split("-") if part]
    return word in text or singular(word) in text or (len(parts) > 1 and all(_stands(part, text) for part in parts))


def found(query: str, things: Mapping[str, Sequence[str]], names: Mapping[str, Sequence[str]]) -> set[str]:
    """The keys of the things that go by the query; where none does, by the query with the names of what they are from.

    For names have words in them that would find nearly everything.
    """
    by_texts = {key for key, texts in things.items() if matches(query, texts)}
    return by_texts or {key for key, texts in things.items() if matches(query, (*texts, *names.get(key, ())))}


def place(query: str, *tiers: Iterable[str]) -> int:
    """How well something goes by a query (0 is best): how many of its tiers of texts it takes beside the first."""
    texts: list[str] = []
    for number, tier in enumerate(tiers):
        texts += tier
        if matches(query, texts):
            return number
    return len(tiers)
