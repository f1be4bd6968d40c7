"""Making Qt ready: the application object, language, letters, colours, and Qt's complaints."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from PySide6.QtCore import (
    QLocale,
    QMessageLogContext,
    QObject,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.settings import AS_THE_SYSTEM, Motion
from hamstring_gui.domain.settings import Theme as ThemeChoice
from hamstring_gui.ui.icons import set_icons
from hamstring_gui.ui.theme import BODY, DARK, LIGHT, letters, palette_for, system_theme

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def make_application(assets: Path, language: str = AS_THE_SYSTEM) -> QApplication:
    """The application object with our style, letters and language; the one that is there already, if there is one."""
    # Qt fills gradients with a pool of threads: for pictures of our size, 120 wake-ups a second that save nothing.
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else _begun()
    qInstallMessageHandler(_log_qt)
    application.setApplicationName("hamstring")
    application.setApplicationDisplayName("Hamstring")
    application.setDesktopFileName("hamstring")
    set_icons(application, assets / "icons")
    for font in sorted((assets / "fonts").glob("*.otf")):
        if QFontDatabase.addApplicationFont(str(font)) < 0:
            logging.getLogger(__name__).warning("%s can't be used as a font", font.name)
    application.setFont(letters(BODY))
    choose_language(application, assets / "translations", language)
    return application


def _begun() -> QApplication:
    """The application object, or no more than a sentence where there can be none."""
    said: list[tuple[QtMsgType, str]] = []

    def give_up() -> None:
        from hamstring_gui.ui import no_window

        no_window.give_up([message for _, message in said])

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        said.append((kind, message))
        if kind == QtMsgType.QtFatalMsg:
            give_up()

    qInstallMessageHandler(hear)
    # As an argument, since setStyle() gives back a QStyle, and PySide6 then makes a dozen enums that nobody asked for.
    application = QApplication(["hamstring-gui", "-style", "Fusion"])
    if application.primaryScreen() is None:
        give_up()
    for kind, message in said:
        _log_message(kind, message)
    return application


def languages(assets: Path) -> tuple[str, ...]:
    """The codes of the translations that there are: `en`, `pt_BR`."""
    return tuple(sorted(path.stem.removeprefix("hamstring_") for path in (assets / "translations").glob("*.qm")))


def choose_language(application: QGuiApplication, folder: Path, language: str = AS_THE_SYSTEM) -> None:
    """The chosen language, or the system's, where we speak it; English otherwise. Dates are in that of the words."""
    here = QLocale.system()
    if language == AS_THE_SYSTEM:
        wanted = here
    else:
        wanted = QLocale(language) if "_" in language else QLocale(QLocale(language).language(), here.territory())
        QLocale.setDefault(wanted)
    translator = QTranslator(application)
    if wanted.language() == QLocale.Language.C:
        QLocale.setDefault(QLocale("en_GB"))
    if not translator.load(wanted, "hamstring", "_", str(folder)):
        if wanted.language() not in (QLocale.Language.C, QLocale.Language.English):
            QLocale.setDefault(QLocale(QLocale.Language.English, wanted.territory()))
        translator.load("hamstring_en", str(folder))
    application.installTranslator(translator)


def set_text_size(application: QApplication, percent: int) -> None:
    """Make the text of all pages this large; see `theme.text_scale`."""
    font = letters(BODY * percent / 100)
    if application.font() != font:
        application.setFont(font)


class Colours(QObject):
    """Keeps the application in its theme; "system" follows the system's light/dark setting as it changes."""

    def __init__(self, application: QApplication, choice: ThemeChoice) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    def choose(self, choice: ThemeChoice) -> None:
        """Show another theme."""
        self._choice = choice
        self._apply()

    def _apply(self) -> None:
        theme = system_theme() if self._choice == "system" else DARK if self._choice == "dark" else LIGHT
        palette = palette_for(theme)
        if self._application.palette() != palette:
            self._application.setPalette(palette)


def wants_stillness(application: QApplication, motion: Motion) -> bool:
    """Whether movement is to be left out: by our setting, or by the system's (which Qt tells from 6.12 on)."""
    if motion != "system":
        return motion == "reduced"
    style = application.styleHints()  # it owns what it gives, so it must outlive it
    hints = getattr(style, "accessibility", lambda: None)()
    preference = getattr(hints, "motionPreference", None)
    return preference is not None and "reduc" in str(preference()).lower()


_HARMLESS = (
    "Failed to register with host portal",
    "Could not find accessible on path",  # a screen reader asks for a row that is gone
    "AtSpiAdaptor::applicationInterface does not implement",
)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _log_message(kind, message)


def _log_message(kind: QtMsgType, message: str) -> None:
    """Qt's complaints go to our log; those about a desktop that lacks a service are no news to anyone."""
    if message.startswith(_HARMLESS):
        kind = QtMsgType.QtDebugMsg
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
