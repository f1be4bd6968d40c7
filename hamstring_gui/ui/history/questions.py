"""The questions about the history, word for word: what an import would bring, and the words of the file dialogs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Qt

from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.question import ENTER, Answer, Asked, asking, nothing, on_enter, on_escape
from hamstring_gui.ui.controls.ticks import Ticks
from hamstring_gui.ui.history.wording_sessions import one_line
from hamstring_gui.ui.wording import enumerated

translate = QCoreApplication.translate

Do = Callable[[], None]

MOST_PROBLEMS = 6
TOPIC = "import"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring; `problems` are sentences that begin with their place in it; `ahead` of the new
    sessions are of days still to come. `habits` are those of another program, each with its number of days, of which
    some are `chosen`."""

    file: str
    new: int
    already_here: int
    problems: Sequence[str] = ()
    goals: int = 0
    rest_weeks: int = 0
    left_out: Sequence[str] = ()
    habits: Mapping[str, int] = MappingProxyType({})
    chosen: Sequence[str] = ()
    ahead: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.goals or self.rest_weeks)


def to_import(preview: Preview, import_it: Do, choose: Callable[[Collection[str]], Preview]) -> Asked:
    """Shown before an import changes anything. With problems there is nothing to agree to. Where a file has habits,
    `choose` says what it would bring with those."""
    title = translate("questions", "Import {file}?").format(file=one_line(preview.file, 60))
    if preview.problems:
        escape = translate("questions", "Esc")
        close = Answer(translate("questions", "Close"), nothing, (Qt.Key.Key_Escape, *ENTER), escape, "primary")
        return asking(TOPIC, title, import_words(preview), close)
    return Asked(
        TOPIC,
        title,
        import_words(preview),
        (
            on_enter(translate("questions", "Import"), import_it),
            on_escape(translate("questions", "Cancel")),
        ),
        ticks=_habits(preview, choose) if preview.habits else None,
    )


def _habits(preview: Preview, choose: Callable[[Collection[str]], Preview]) -> Ticks:
    """A tick for each habit. What they bring is said anew with each."""

    def changed(ticked: Sequence[bool]) -> tuple[str, bool]:
        now = choose([habit for habit, on in zip(preview.habits, ticked, strict=True) if on])
        return import_words(now), not now.is_empty

    return Ticks(
        translate("questions", "Which of these habits are stretching?"),
        tuple((_habit(name, days), name in preview.chosen) for name, days in preview.habits.items()),
        changed,
    )


def _habit(name: str, n: int) -> str:
    return translate("questions", "{habit} (%n day(s))", None, n).format(habit=one_line(name, 60))


def nothing_new(preview: Preview) -> str:
    """Said instead of a question about a file that would bring nothing."""
    sentence = translate("questions", "{file} brings nothing new.").format(file=one_line(preview.file, 60))
    if n := preview.already_here:
        return f"{sentence} " + translate("questions", "%n session(s) in it is/are here already.", None, n)
    return f"{sentence} " + translate("questions", "There are no sessions in it.")


def import_words(preview: Preview) -> str:
    """`12 sessions are new, 3 are already here.`, what else comes, and what is not understood, line by line."""
    n = preview.new
    said = [translate("questions", "%n session(s) is/are new.", None, n)]
    if n := preview.already_here:
        said[0] += " " + translate("questions", "%n is/are already here and stay(s) as it is/they are.", None, n)
    if n := preview.ahead:
        words = translate(
            "questions", "%n of the new ones lie(s) in the future, and count(s) once its/their day comes.", None, n
        )
        said.append(words)
    if n := preview.goals:
        said.append(translate("questions", "%n goal(s) come(s) with it.", None, n))
    if n := preview.rest_weeks:
        said.append(translate("questions", "%n rest week(s) come(s) with it.", None, n))
    if preview.habits:
        said.append(translate("questions", "A day becomes active when one of the habits that you choose was done."))
    if preview.left_out:
        words = translate("questions", "Not known here, and left out: {names}.")
        said.append(words.format(names=one_line(enumerated(preview.left_out))))
    if n := len(preview.problems):
        said.append(translate("questions", "%n thing(s) is/are not understood, so nothing is imported:", None, n))
        said += [f"• {one_line(problem)}" for problem in preview.problems[:MOST_PROBLEMS]]
        if (n := len(preview.problems) - MOST_PROBLEMS) > 0:
            said.append(translate("questions", "and %n more", None, n))
    return "\n".join(said)


# -- the system's file dialogs ---------------------------------------------------------------------------------------
def where_to() -> str:
    return translate("questions", "Export to")


def what_to_import() -> str:
    return translate("questions", "Import a history")


def patterns(way: str) -> str:
    """The kinds of files of a way out, or of an import."""
    match way:
        case "pdf":
            return translate("questions", "PDF (*.pdf)")
        case "csv":
            return translate("questions", "Spreadsheets (*.csv)")
        case "json":
            return translate("questions", "Hamstring’s history (*.json)")
        case "picture":
            return translate("questions", "Pictures (*.png *.svg)")
    return translate("questions", "Histories (*.json *.csv *.tsv *.txt *.zip)")
