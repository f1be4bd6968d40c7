"""What is said and offered where the history can't be opened, and while nothing is saved, word for word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt

from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.keys import CLICKER
from hamstring_gui.ui.controls.question import Answer, Asked, nothing, on_enter, on_escape

Do = Callable[[], None]
translate = QCoreApplication.translate

COULD_PASS = ("locked", "full", "read-only", "forbidden", "no file", "missing", "unknown")
"""Reasons that may be gone when it is tried again."""


@dataclass(frozen=True, slots=True)
class Unopened:
    """Why a history can't be opened: `reason` as `storage.trouble` names it, with `file` and `sentence` for who wants
    to know more; how many of the `known` sessions can be `read`, some of them `in_part`; a newer program's `version`
    and the `newest` that is known. `said` is what came of what was chosen before; `last_backup` a sentence about it."""

    reason: str
    file: str
    sentence: str
    read: int = 0
    known: int = 0
    in_part: int = 0
    version: int = 0
    newest: int = 0
    said: str = ""
    last_backup: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """What the answers do."""

    restore: Do
    keep_aside: Do
    without_saving: Do
    again: Do
    leave: Do


def to_choose(why: Unopened, offers: Offers) -> Asked:
    """Asked instead of opening the program."""
    answers = [
        Answer(translate("no_history", "Restore a backup"), offers.restore),
        Answer(_anew(why.reason), offers.keep_aside),
        Answer(translate("no_history", "Stretch without saving"), offers.without_saving),
    ]
    if why.reason in COULD_PASS:
        answers.insert(0, on_enter(translate("no_history", "Try again"), offers.again))
    answers.append(on_escape(translate("no_history", "Quit"), offers.leave))
    return Asked("no history", _title(why.reason), _text(why), tuple(answers), by_itself=True)


def about_damage(why: Unopened, offers: Offers) -> Asked:
    """Asked when a history that is open turns out to be damaged."""
    answers = (
        Answer(translate("no_history", "Restore a backup"), offers.restore),
        Answer(translate("no_history", "Keep it aside and begin a new one"), offers.keep_aside),
        Answer(translate("no_history", "Stretch without saving"), offers.without_saving),
        on_escape(translate("no_history", "Go on as it is"), offers.leave),
    )  # fmt: skip
    return Asked("no history", _title(why.reason), _text(why), answers, by_itself=True)


def _anew(reason: str) -> str:
    if reason == "missing":
        return translate("no_history", "Begin a new one")
    return translate("no_history", "Keep it aside and begin a new one")


def _text(why: Unopened) -> str:
    """Short: there are many answers, and all of it is to be seen in a small window."""
    sentences = " ".join(filter(None, (_what_to_do(why), _what_is_left(why))))
    where = why.sentence if why.reason in ("no file", "unknown") else why.file
    return "\n".join(filter(None, (why.said, sentences, why.last_backup, where)))


def _title(reason: str) -> str:
    match reason:
        case "damaged":
            return translate("no_history", "Your history is damaged")
        case "missing":
            return translate("no_history", "Your history isn’t there")
        case "newer":
            return translate("no_history", "Your history is from a newer Hamstring")
        case "foreign":
            return translate("no_history", "This is not a Hamstring history")
        case "locked":
            return translate("no_history", "Another program is using your history")
        case "full":
            return translate("no_history", "The disk is full")
        case "read-only":
            return translate("no_history", "Your history can be read, but not written")
        case "forbidden":
            return translate("no_history", "You may not read your history")
        case "no file":
            return translate("no_history", "There is no file where your history should be")
        case _:
            return translate("no_history", "Your history can’t be opened")


def _what_to_do(why: Unopened) -> str:
    match why.reason:
        case "newer":
            sentence = translate(
                "no_history",
                "It is of version {version}; this Hamstring knows those up to {newest}. A newer one can open it.",
            )
            return sentence.format(version=why.version, newest=why.newest)
        case "locked":
            return translate("no_history", "Close the other program, then try again.")
        case "full":
            return translate("no_history", "Make room on the disk, then try again.")
        case "read-only":
            return translate("no_history", "Check the rights of the file and its folder, or let its disk be written.")
        case "forbidden":
            return translate("no_history", "Check the rights of the file and its folder.")
        case _:
            return ""


def _what_is_left(why: Unopened) -> str:
    """What of it can be read, and would be in the new one."""
    if why.reason in ("newer", "forbidden", "no file"):
        return translate("no_history", "It stays as it is, whatever you choose.")
    if why.reason in ("locked", "full", "read-only") and why.read:
        return translate("no_history", "Meanwhile you can look at it, and stretch without saving.")
    if why.reason == "missing" or (why.reason != "damaged" and not why.read):
        return ""
    if not why.read:
        return translate(
            "no_history", "None of its sessions can be read. The file stays as it is, whatever you choose."
        )
    n = why.read
    sentences = [translate("no_history", "%n of {known} session(s) can be read.", None, n).format(known=why.known)]
    if why.in_part:
        n = why.in_part
        sentences.append(translate("no_history", "Of %n of these, holds are missing.", None, n))
    sentences.append(
        translate("no_history", "If you keep it aside, a new history begins with them. This file stays as it is.")
    )
    return " ".join(sentences)


def restore_title() -> str:
    return translate("no_history", "Restore a backup")


def last_backup(when: str, n: int) -> str:
    """What there is to restore."""
    return translate("no_history", "Your last backup: {when}, with %n session(s).", None, n).format(when=when)


def backups() -> str:
    return translate("no_history", "Backups (*.zip *.sqlite3)")


def mended(folder: str) -> str:
    """Said when an index was damaged, and nothing else."""
    sentence = translate(
        "no_history",
        "A part of your history’s file that only speeds it up was damaged and was made anew. Nothing is lost. "
        "The file as it was is in {folder}.",
    )
    return sentence.format(folder=folder)


def kept_aside(folder: str, read: int, known: int) -> str:
    """Said when a new history was begun."""
    if not known:
        return translate("no_history", "This is a new history. The old file is in {folder}.").format(folder=folder)
    n = read
    said = translate(
        "no_history", "%n of {known} session(s) are in the new history. The old file is in {folder}.", None, n
    )
    return said.format(known=known, folder=folder)


# -- while nothing is saved --------------------------------------------------------------------------------------------
def nothing_is_saved(reason: str) -> str:
    """Said for as long as it is so."""
    match reason:
        case "damaged":
            return translate("no_history", "Sessions are not saved now: your history is damaged.")
        case "missing":
            return translate("no_history", "Sessions are not saved now: your history isn’t there.")
        case "newer":
            return translate("no_history", "Sessions are not saved now: your history is from a newer Hamstring.")
        case "locked":
            return translate("no_history", "Sessions are not saved now: another program is using your history.")
        case "full":
            return translate("no_history", "Sessions are not saved now: the disk is full.")
        case "read-only":
            return translate("no_history", "Sessions are not saved now: your history can be read, but not written.")
        case _:
            return translate("no_history", "Sessions are not saved now: your history can’t be opened.")


def save_elsewhere() -> str:
    return translate("no_history", "Save elsewhere…")


def to_save_elsewhere(problem: str, save: Do) -> Asked:
    """Asked when a session is over that is on no disk."""
    return Asked(
        "not saved",
        translate("no_history", "Save this session elsewhere?"),
        translate(
            "no_history",
            "{problem} Saved as a file, it can be imported once your history can be opened again. "
            "Until you quit, it is kept here.",
        ).format(problem=problem),
        (
            on_enter(save_elsewhere(), save),
            Answer(translate("no_history", "Later"), nothing, (Qt.Key.Key_Escape, Qt.Key.Key_Space, *CLICKER),
                   translate("no_history", "Esc")),
        ),
        far_text=problem,
        by_itself=True,
    )  # fmt: skip
