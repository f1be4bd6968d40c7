"""Which of several things somebody means by a part of a name that they type, in any case.

`names` are those of each thing by its id, the one that it is shown by first; the id is a name, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hamstring_gui.domain.finding import folded, matches

MOST_NEAR = 3
LONGEST = 100
"""Characters that are compared: `difflib` takes minutes about books."""
NEAR_FROM, AS_NEAR = 0.6, 0.1
"""How much of two words has to be alike (`difflib`), and how much less than of the nearest."""


def named(text: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids of all that may be meant: one where it is clear, none where nothing is called so.

    What was typed goes before its plural, and what a thing is shown by before what else it is called.
    """
    wanted = " ".join(folded(text).split())
    if not wanted:
        return []
    own = {key: (key, known[0]) for key, known in names.items()}
    return (
        [key for key in names if _is_part(wanted, own[key])]
        or [key for key in names if matches(wanted, own[key])]
        or [key for key, known in names.items() if wanted in map(folded, known)]
        or [key for key, known in names.items() if matches(wanted, known)]
    )


def _is_part(wanted: str, own: Sequence[str]) -> bool:
    """Whether each word that was typed stands in one of these names as it is."""
    return all(any(word in folded(name) for name in own) for word in wanted.split())


def nearest(text: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids of what is spelled most alike, the nearest first; none where nothing is."""
    from difflib import SequenceMatcher

    wanted = folded(text[:LONGEST]).strip()
    likeness = {
        key: max(
            SequenceMatcher(None, wanted, one).ratio() for name in (key, *known) for one in _spellings(folded(name))
        )
        for key, known in names.items()
    }
    least = max(NEAR_FROM, max(likeness.values(), default=0.0) - AS_NEAR)
    return sorted((key for key in names if likeness[key] >= least), key=lambda key: -likeness[key])[:MOST_NEAR]


def _spellings(name: str) -> list[str]:
    """A name, and each word of it: who types one of its words may mistype that."""
    return [name, *_words(name)]


def _words(text: str) -> list[str]:
    import re

    return re.findall(r"\w+", text)
