"""How a setting is described: its words, and what kind of control changes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hamstring_gui.ui.wording import percent_of

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""


@dataclass(frozen=True, slots=True)
class Percent:
    """0 to 100."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """A few values with their words; `in_words` tells what else the setting may be, set by hand in the file."""

    values: tuple[tuple[object, str], ...]
    in_words: Callable[[object], str] = str


@dataclass(frozen=True, slots=True)
class SomeOf:
    """Any of a few values with their words; `in_words` tells what some of them are together."""

    values: tuple[tuple[object, str], ...]
    in_words: Callable[[object], str] = str


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time of the day, as "HH:MM"; `in_words` tells one."""

    in_words: Callable[[object], str] = str


@dataclass(frozen=True, slots=True)
class Pictured(OneOf):
    """Body looks, each shown by its picture."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button: something that is done rather than set."""

    words: str


Control = Flag | Percent | OneOf | SomeOf | TimeOfDay | Press


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is about, what it does, and the control. `searched` are other words to find it by."""

    field: str
    name: str
    explanation: str
    control: Control
    searched: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, on one card."""

    name: str
    rows: tuple[Row, ...]


def searched_in(group: Group, row: Row) -> tuple[str, ...]:
    """The texts that a search looks through."""
    options = row.control.values if isinstance(row.control, OneOf | SomeOf) else ()
    pressed = row.control.words if isinstance(row.control, Press) else ""
    return group.name, row.name, row.explanation, row.searched, pressed, *(words for _, words in options)


def usual_in_words(control: Control, usual: object) -> str:
    """A setting's usual value, for the button that goes back to it."""
    match control:
        case OneOf(values, in_words):
            return next((words for value, words in values if value == usual), in_words(usual))
        case SomeOf(_, in_words) | TimeOfDay(in_words):
            return in_words(usual)
        case Percent():
            return percent_of(usual)
        case _:
            return translate("settings", "on") if usual else translate("settings", "off")
