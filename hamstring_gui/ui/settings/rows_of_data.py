"""The rows of the Settings page that are about the user's data, and about help."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hamstring_gui.ui.settings.described import Flag, Group, Press, Row

translate = QCoreApplication.translate


def data() -> Group:
    return Group(
        translate("settings", "Your data"),
        (
            Row(
                "folder",
                translate("settings", "Where it is"),
                "",
                Press(translate("settings", "Open folder")),
                translate("settings", "path files"),
            ),
            *_backups(),
            Row(
                "shared",
                translate("settings", "Share my history through this folder"),
                translate(
                    "settings",
                    "One that Syncthing, Nextcloud or Dropbox keeps the same on your computers. Sessions, goals and "
                    "rest weeks go through it; settings, routines and exercises of your own don’t.",
                ),
                Flag(),
                translate("settings", "sync devices laptop computers cloud several merge"),
            ),
            Row(
                "export",
                translate("settings", "Export"),
                translate("settings", "Your history for other programs, on the History page."),
                Press(translate("settings", "Go to export")),
                translate("settings", "json csv pdf spreadsheet"),
            ),
            Row(
                "delete",
                translate("settings", "Delete everything"),
                translate("settings", "Your history and all that you made, for good. You are asked to type a word."),
                Press(translate("settings", "Delete everything…")),
                translate("settings", "erase remove forget reset"),
            ),
        ),
    )


def _backups() -> tuple[Row, Row, Row]:
    return (
        Row(
            "backup",
            translate("settings", "Backup"),
            translate("settings", "Everything in one file: history, exercises and routines of your own, settings."),
            Press(translate("settings", "Back up now…")),
            translate("settings", "save copy zip"),
        ),
        Row(
            "restore",
            translate("settings", "Restore"),
            translate("settings", "Puts a backup in the place of what is here, which is backed up first."),
            Press(translate("settings", "Restore…")),
            translate("settings", "bring back"),
        ),
        Row(
            "backups",
            translate("settings", "Automatic backups"),
            translate("settings", "Made on days on which something changed. Those of 7 days and 8 weeks are kept."),
            Press(translate("settings", "Open backups")),
            translate("settings", "daily weekly safety copy"),
        ),
    )


def introduction() -> Group:
    return Group(
        translate("settings", "Introduction"),
        (
            Row(
                "introduction",
                translate("settings", "The first three pages"),
                translate("settings", "Safety, goal and first leg, and the check from your mat."),
                Press(translate("settings", "Show the introduction again")),
                translate("settings", "help welcome tour doctor"),
            ),
        ),
    )


def report() -> Group:
    return Group(
        translate("settings", "If something is wrong"),
        (
            Row(
                "report",
                translate("settings", "Report"),
                translate(
                    "settings", "Versions, sizes, the last errors: for who is to help. Nothing personal is in it."
                ),
                Press(translate("settings", "Copy a report")),
                translate("settings", "doctor diagnose clipboard bug help version log"),
            ),
        ),
    )
