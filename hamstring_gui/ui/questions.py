"""The questions that the program asks, word for word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt

from hamstring_gui.domain.exercise import Exercise, Unit
from hamstring_gui.domain.routine import Phase
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.keys import CLICKER
from hamstring_gui.ui.controls.question import ENTER, Answer, Asked, asking, nothing, on_enter, on_escape
from hamstring_gui.ui.wording import of_file, why_not_standing

Do = Callable[[], None]


translate = QCoreApplication.translate


RESUME = (Qt.Key.Key_Space, *CLICKER)


def to_end(end: Do, keep_going: Do, *, kept: bool = True) -> Asked:
    """Asked once before a session ends early; `kept`: what was held is on disk. Of a headset's or keyboard's media
    keys, the one that asked says yes, and all others keep going."""
    return asking(
        "end",
        translate("questions", "End this session?"),
        translate("questions", "What you held so far is kept. The session waits while you decide.")
        if kept
        else translate("questions", "What you held so far is not on disk yet. The session waits while you decide."),
        Answer(
            translate("questions", "End session"),
            end,
            (*ENTER, Qt.Key.Key_MediaStop),
            translate("questions", "Enter"),
            "primary",
        ),
        Answer(
            translate("questions", "Keep going"),
            keep_going,
            (Qt.Key.Key_Escape, *RESUME, Qt.Key.Key_MediaNext, Qt.Key.Key_MediaPrevious),
            translate("questions", "Space"),
        ),
    )


def about_unwritten(n: int, unit: Unit, problem: str, again: Do, elsewhere: Do, leave: Do) -> Asked:
    """Asked when the program is to end with sets that are not on disk."""
    return asking(
        "unwritten",
        _not_on_disk(n, unit) if n else translate("questions", "What you noted is not on disk yet"),
        translate("questions", "They would be missing from your history: {problem}").format(problem=problem),
        on_enter(translate("questions", "Try again"), again),
        Answer(translate("questions", "Save elsewhere…"), elsewhere),
        Answer(translate("questions", "Quit"), leave, for_good=True),
        on_escape(translate("questions", "Stay")),
    )


def _not_on_disk(n: int, unit: Unit) -> str:
    if unit == "holds":
        return translate("questions", "%n hold(s) are not on disk yet", None, n)
    return translate("questions", "%n set(s) are not on disk yet", None, n)


@dataclass(frozen=True, slots=True)
class Coming:
    """The hold that going on after a stop for pain leads to: of the same exercise on the other leg, or of another."""

    hold: Phase
    exercise: Exercise
    same_exercise: bool


def about_pain(coming: Coming | None, go_on: Do, end: Do, ask_to_end: Do | None = None) -> Asked:
    """Asked after a stop for pain; the session stands still. Each answer says what it does.

    Esc asks whether to end, as anywhere in a session: somebody who wants to get away from the pain must not find the
    other leg's countdown, nor that the session is over. Where nothing is left, it finishes. A clicker's two keys are
    the two answers.
    """
    advice = translate(
        "questions",
        "Let go slowly. Numbness, tingling or sharp pain means: no more of this stretch on this leg today. "
        "If it stays or comes back, contact your doctor.",
    )
    in_short = translate(
        "questions",
        "Let go slowly. No more of this stretch on this leg today. If it stays or comes back, contact your doctor.",
    )
    title, space = translate("questions", "Stopped for pain"), translate("questions", "Space")
    keys = (Qt.Key.Key_Right, Qt.Key.Key_MediaNext, *RESUME, *ENTER)
    ends = (Qt.Key.Key_PageUp, Qt.Key.Key_MediaPrevious, Qt.Key.Key_MediaStop)
    if coming is None:
        either = (*keys, *ends, Qt.Key.Key_Escape)
        finish = Answer(translate("questions", "Finish"), go_on, either, space, "primary")
        return asking("pain", title, advice, finish, far_text=in_short)
    return asking(
        "pain",
        title,
        advice,
        Answer(_going_on(coming), go_on, keys, space, "primary"),
        Answer(translate("questions", "End here"), end, (Qt.Key.Key_E, *ends), translate("questions", "E")),
        far_text=in_short,
        away=ask_to_end,
    )


def about_toes() -> Asked:
    """Said where someone looks for the standing toe touch."""
    return asking(
        "toes",
        why_not_standing(),
        translate(
            "questions",
            "Hanging over straight legs looks like the hamstring stretch, but most of the way down comes from the "
            "lower back: it bends further than is good for it, and the back of the thigh gets what is left. The clinic "
            "whose advice we follow says to leave it out, so it is not here.\n\n"
            "In these exercises the back stays long and the hip does the bending. You reach less far, and feel it "
            "where it should be.",
        ),
        Answer(
            translate("questions", "Understood"),
            nothing,
            (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter),
            translate("questions", "Enter"),
            "primary",
        ),
    )


def _going_on(coming: Coming) -> str:
    if not coming.same_exercise:
        name = of_file(coming.exercise.name)
        if coming.exercise.own:
            return translate("questions", "Go on with “{name}”").format(name=name)
        # "the bridge", where the name is "Bridge"; a translation may say {name} instead, as it is
        amid = name[:1].lower() + name[1:]
        return translate("questions", "Go on with the {exercise}").format(exercise=amid, name=name)
    match coming.hold.side:
        case "left":
            return translate("questions", "Go on with the left leg")
        case "right":
            return translate("questions", "Go on with the right leg")
        case "both":
            return translate("questions", "Go on with both legs")


def to_discard(routine: str, held: str, discard: Do) -> Asked:
    """Asked once before what was held in a session that was interrupted is gone."""
    return asking(
        "discard",
        translate("questions", "Discard “{routine}”?").format(routine=routine),
        translate("questions", "What you held in it, {held}, will not be in your history.").format(held=held),
        on_enter(translate("questions", "Discard session"), discard),
        on_escape(translate("questions", "Keep it")),
    )


def to_restore(
    file: str, restore: Do, counted: str = "", *, only_history: bool = False, shared: bool = False,
    leave: Do = nothing,
) -> Asked:  # fmt: skip
    """Asked before a backup takes the place of what is here. `counted` says how much there is of each; `shared` with
    other devices."""
    since = translate(
        "questions",
        "You share your history with other devices: what was changed since, here and there, comes in again.",
    )
    if only_history:
        title = translate("questions", "Put this history in the place of yours?")
        done = translate(
            "questions", "Your exercises, routines and settings stay. What is here now is backed up first."
        )
    else:
        title = translate("questions", "Put this backup in the place of everything here?")
        done = translate(
            "questions",
            "Your history, exercises, routines and settings become those of the backup. What is here now is backed up "
            "first.",
        )
    return asking(
        "restore",
        title,
        " ".join(filter(None, (translate("questions", "{file} is in order.").format(file=file), counted, done)))
        + (f"\n\n{since}" if shared else ""),
        on_enter(translate("questions", "Restore this backup"), restore),
        on_escape(translate("questions", "Cancel"), leave),
    )


def to_delete_everything(delete: Do, *, shared: bool = False) -> Asked:
    """Asked before everything is gone; a word has to be typed. `shared` with other devices."""
    word = translate("questions", "delete")
    what = translate(
        "questions",
        "Your history, your own exercises and routines, your settings, and the backups in the folder of your data are "
        "deleted. This can’t be undone. Backups that you keep elsewhere stay.",
    )
    elsewhere = translate(
        "questions",
        "Sharing stops first: your other devices keep what they have, and the shared folder what is in it.",
    )
    how = translate("questions", "To go on, type the word “{word}”.").format(word=word)
    return asking(
        "delete everything",
        translate("questions", "Delete everything?"),
        "\n\n".join((what, elsewhere, how) if shared else (what, how)),
        Answer(translate("questions", "Delete everything for good"), delete, ENTER),
        on_escape(translate("questions", "Keep everything"), weight="primary"),
        word=word,
    )


def no_history(sentence: str, quit_program: Do) -> Asked:
    """Said instead of opening the program, when the history can't be opened."""
    return asking(
        "no history",
        translate("questions", "Your history can’t be opened"),
        sentence,
        on_escape(translate("questions", "Quit"), quit_program, weight="primary"),
        by_itself=True,
    )


def open_elsewhere(lock: str, quit_program: Do) -> Asked:
    """Said instead of opening a second window with the same data, when the first one doesn't answer."""
    return asking(
        "open elsewhere",
        translate("questions", "Hamstring is open already"),
        translate(
            "questions",
            "Another Hamstring has your data open, and doesn't answer. Close it, and start again once it has closed. "
            "If there is none on any of your computers, delete this file: {file}",
        ).format(file=lock),
        on_escape(translate("questions", "Quit"), quit_program, weight="primary"),
        by_itself=True,
    )


def about_reminding_when_closed(agree: Do, decline: Do) -> Asked:
    """Asked once, when reminders are turned on for the first time."""
    return asking(
        "remind when closed",
        translate("questions", "Remind you when Hamstring is closed, too?"),
        translate(
            "questions",
            "A small program waits for that from when you log in. You can change this in Settings at any time.",
        ),
        on_enter(translate("questions", "Also when it is closed"), agree),
        on_escape(translate("questions", "Only while it is open"), decline),
    )


def about_draft(name: str, go_on: Do, throw_away: Do) -> Asked:
    """Asked when an exercise was being written as the program ended. Esc leaves the question for later."""
    title = translate("questions", "You were writing “{name}”").format(name=name)
    return asking(
        "draft",
        title if name else translate("questions", "You were writing an exercise"),
        translate("questions", "The program ended before you saved it. What you wrote is still here."),
        on_enter(translate("questions", "Go on writing"), go_on),
        Answer(translate("questions", "Throw away"), throw_away, for_good=True),
        on_escape(translate("questions", "Later")),
    )


def about_unsaved(save: Do, discard: Do) -> Asked:
    """Asked when somebody leaves an exercise that they were writing."""
    return asking(
        "unsaved",
        translate("questions", "Save this exercise?"),
        translate("questions", "You changed it and did not save it yet."),
        on_enter(translate("questions", "Save"), save),
        Answer(
            translate("questions", "Discard changes"),
            discard,
            (Qt.Key.Key_D,),
            translate("questions", "D"),
            for_good=True,
        ),
        on_escape(translate("questions", "Go on writing")),
    )
