"""The window's pages, each made and put into the window when it is first wanted, and not before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hamstring_gui.program.stage import Late, P
from hamstring_gui.ui.window import Window

if TYPE_CHECKING:
    from hamstring_gui.ui.exercises.page import LibraryPage
    from hamstring_gui.ui.first_run.introduction import IntroductionPage
    from hamstring_gui.ui.first_run.safety import SafetyPage
    from hamstring_gui.ui.hamstrings.page import HamstringsPage
    from hamstring_gui.ui.history.page import HistoryPage
    from hamstring_gui.ui.routines.page import RoutinesPage
    from hamstring_gui.ui.session.finish import FinishPage
    from hamstring_gui.ui.session.page import SessionPage
    from hamstring_gui.ui.settings.page import SettingsPage
    from hamstring_gui.ui.today.page import TodayPage


class Pages:
    """`app` gives each part of the program its own page out of these; nobody else sees them all."""

    def __init__(self, window: Window, languages: tuple[str, ...], folder: str) -> None:
        self._window, self._languages, self._folder = window, languages, folder
        self.today: Late[TodayPage] = self._late(_today, "today")
        self.history: Late[HistoryPage] = self._late(_history, "history")
        self.routines: Late[RoutinesPage] = self._late(_routines, "routines")
        self.exercises: Late[LibraryPage] = self._late(_exercises, "exercises")
        self.hamstrings: Late[HamstringsPage] = self._late(_hamstrings, "exercises")
        self.settings: Late[SettingsPage] = self._late(self._make_settings, "settings")
        self.session: Late[SessionPage] = self._late(_session, undo=False, fills=True)
        self.finish: Late[FinishPage] = self._late(_finish)
        self.safety: Late[SafetyPage] = self._late(_safety)
        self.introduction: Late[IntroductionPage] = self._late(_introduction)
        for late in (self.history, self.settings):
            late.when_made(self._let_cover)

    def _late(self, make: Callable[[], P], entry: str = "", *, undo: bool = True, fills: bool = False) -> Late[P]:
        def make_and_add() -> P:
            page = make()
            self._window.add_page(page, entry, undo=undo, fills=fills)
            return page

        return Late(make_and_add)

    def _let_cover(self, page: HistoryPage | SettingsPage) -> None:
        page.cover_requested.connect(self._window.lay_over)

    def _make_settings(self) -> SettingsPage:
        from hamstring_gui.ui.settings.page import SettingsPage

        page = SettingsPage(self._languages)
        page.show_folder(self._folder)
        return page


def _today() -> TodayPage:
    from hamstring_gui.ui.today.page import TodayPage

    return TodayPage()


def _history() -> HistoryPage:
    from hamstring_gui.ui.history.page import HistoryPage  # its chart takes half a second to import

    return HistoryPage()


def _routines() -> RoutinesPage:
    from hamstring_gui.ui.routines.page import RoutinesPage

    return RoutinesPage()


def _exercises() -> LibraryPage:
    from hamstring_gui.ui.exercises.page import LibraryPage

    return LibraryPage()


def _hamstrings() -> HamstringsPage:
    from hamstring_gui.ui.hamstrings.page import HamstringsPage

    return HamstringsPage()


def _session() -> SessionPage:
    from hamstring_gui.ui.session.page import SessionPage

    return SessionPage()


def _finish() -> FinishPage:
    from hamstring_gui.ui.session.finish import FinishPage

    return FinishPage()


def _safety() -> SafetyPage:
    from hamstring_gui.ui.first_run.safety import SafetyPage

    return SafetyPage()


def _introduction() -> IntroductionPage:
    from hamstring_gui.ui.first_run.introduction import IntroductionPage

    return IntroductionPage()
