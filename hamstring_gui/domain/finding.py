"""Finding things by words that a person types: case and accents don't matter, parts of words do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def folded(text: str) -> str:
    """The text in one case and without accents: `Dehnübung` becomes `dehnubung`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def matches(query: str, texts: Iterable[str]) -> bool:
    """Whether every word of the query stands somewhere in the texts. An empty query matches everything."""
    words = folded(query).split()
    where = [folded(text) for text in texts] if words else []
    return all(any(word in text for text in where) for word in words)
