"""The lines that a helper with a system's voice is led by. Standard library only.

In: `language CODE`, `rate FACTOR`, `volume GAIN` (0 to 1), `say NUMBER LATEST TEXT` (a moment of the monotonic clock by
which it has begun, or is dropped), `hush`, `prepare` (try again).
Out: `speaks` or `speechless: REASON`, and of each `say` `saying N` and `said N` (also when it was cut short), or
`dropped N`.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import IO

NO_VOICE = "no voice"
"""Nothing that speaks here knows the language."""


@dataclass(frozen=True)
class Manner:
    """How the voice speaks."""

    language: str = "en"
    rate: float = 1.0
    volume: float = 1.0

    @property
    def pace(self) -> float:
        """-1 (half as fast) to 1 (twice as fast)."""
        return max(-1.0, min(1.0, math.log2(max(0.1, self.rate))))

    def changed(self, command: str, argument: str) -> Manner:
        """The same for a command that says nothing of it."""
        match command:
            case "language":
                return replace(self, language=argument)
            case "rate":
                return replace(self, rate=float(argument))
            case "volume":
                return replace(self, volume=float(argument))
        return self


@dataclass(frozen=True)
class Saying:
    """What is to be said, by when."""

    number: int
    latest: float
    text: str

    @classmethod
    def read(cls, argument: str) -> Saying:
        number, latest, text = argument.split(" ", 2)
        return cls(int(number), float(latest), text)


def utf_8_lines() -> IO[str]:
    """Standard input, as the program writes it, whatever the system's own encoding is."""
    return open(sys.stdin.fileno(), encoding="utf-8", errors="replace", closefd=False)


def of_language(voices: Iterable[tuple[str, str]], language: str) -> list[str]:
    """Names of the voices that know it, those of its own country first ("pt_BR": pt-br, then pt)."""
    wanted = language.replace("_", "-").lower()
    root = wanted.split("-")[0]
    known = [(name, code.replace("_", "-").lower()) for name, code in voices]
    own = [name for name, code in known if code == wanted]
    kin = [name for name, code in known if code == root and code != wanted]
    others = [name for name, code in known if code.split("-")[0] == root and code not in (wanted, root)]
    return list(dict.fromkeys([*own, *kin, *others]))
