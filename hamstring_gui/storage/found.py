"""What is found in a file while it is read for an import."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.pulse import Pulse, no_pulse
from hamstring_gui.storage.session_reading import id_from

MOST_PROBLEMS = MOST_NAMES = 100
"""Of those that are told."""
LONGEST_TOLD = 60
MOST_SESSIONS = MOST_HOLDS = 200_000


class TooMuch(Exception):
    """There is more in the file than is read; the text is the reason."""


@dataclass(slots=True)
class Found:
    """`here`: the ids of the sessions that the history has already; they stay as they are and are only counted.

    `problems` are sentences that begin with a place. `unknown` are keys or columns that nobody knows here. `habits` are
    those of another program, each with the days on which it was done.
    """

    here: frozenset[str] = frozenset()
    new: dict[str, SessionRecord] = field(default_factory=dict)
    already_here: int = 0
    goals: list[Goal] = field(default_factory=list)
    rest_weeks: set[date] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    unknown: dict[str, None] = field(default_factory=dict)
    habits: dict[str, frozenset[date]] = field(default_factory=dict)
    holds: int = 0
    pulse: Pulse = no_pulse

    def add(self, session: SessionRecord, place: str) -> None:
        """Take a session in; one without an id gets one that is the same for the same content."""
        if not session.id.strip():
            session = replace(session, id=id_from(session))
        twin = self.new.get(session.id)
        if session.id in self.here or twin == session:
            self.already_here += 1
        elif twin is not None:
            self.refuse(f'{place}, id: another session of this file is called "{session.id[:60]}" too')
        else:
            self.new[session.id] = session
            self.holds += len(session.holds)
        self.check(len(self.new), self.holds)

    def check(self, sessions: int, holds: int) -> None:
        """Refuse more than is read, as soon as it is known; what is here already counts too."""
        if sessions > MOST_SESSIONS or holds > MOST_HOLDS:
            raise TooMuch(f"this is too large; at most {MOST_SESSIONS} sessions with {MOST_HOLDS} holds are read")

    def leave_out(self, names: Iterable[str]) -> None:
        """Note names that nobody knows here, as far as they are told."""
        for name in names:
            shown = name if len(name) <= LONGEST_TOLD else name[: LONGEST_TOLD - 1] + "…"
            if len(self.unknown) < MOST_NAMES or shown in self.unknown:
                self.unknown[shown] = None
            else:
                self.unknown["…"] = None
                return

    def refuse(self, problem: str) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise TooMuch(f"there is something wrong in {MOST_PROBLEMS} places, first: {self.problems[0]}")
