"""What a session needs of this computer: sounds, a screen that stays lit, a voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from hamstring_gui.domain.values import dataclass

if TYPE_CHECKING:
    from hamstring_gui.program.speaker import Speaker


class SoundsLike(Protocol):
    """What a session needs of the sounds."""

    def prepare(self) -> None: ...

    def play(self, name: str) -> None: ...


class AwakeLike(Protocol):
    """What keeps the screen awake."""

    def hold(self) -> None: ...

    def release(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Services:
    """What the desktop does for a session; the `speaker` is made when one begins to speak."""

    sounds: SoundsLike
    awake: AwakeLike
    speaker: Callable[[], Speaker]
