"""The history on its way out of the window and into it: files, a preview of what one would bring, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.program.way_back import WayBack
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.importing import Import, carry_out, plan_import, take_back
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.ui.file_dialogs import ask_for_file, ask_where_to
from hamstring_gui.ui.history import questions
from hamstring_gui.ui.history.export_card import ExportCard
from hamstring_gui.ui.history.sessions_table import SessionsTable
from hamstring_gui.ui.window import Window

IMPORTED = (".json", ".csv")


class HistoryExchange(QObject):
    """`changed` says that the history on disk is another one now.

    `weeks` are those that the page knows, the running one last. `draw_chart` writes the chart as it shows now into a
    PNG or SVG file; it raises `OSError`.
    """

    changed = Signal()

    def __init__(
        self,
        window: Window,
        store: HistoryStore,
        exercises: Mapping[str, Exercise],
        assets: Path,
        today: Callable[[], date],
        weeks: Callable[[], Sequence[Week]],
        draw_chart: Callable[[Path], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._store, self._exercises, self._assets = window, store, exercises, assets
        self._today, self._weeks, self._draw_chart = today, weeks, draw_chart
        self._way_back = WayBack(window.notice, self.changed.emit)

    def serve(self, table: SessionsTable) -> None:
        """Do what this table asks for."""
        table.export_requested.connect(self.offer_export)
        table.import_requested.connect(self.ask_what_to_import)

    # -- out ---------------------------------------------------------------------------------------------------------
    def offer_export(self) -> None:
        card = ExportCard(self._window, bool(self._store.session_ids()))
        card.chosen.connect(self._on_way_chosen)
        self._window.lay_over("export", card)

    def _on_way_chosen(self, way: str) -> None:
        ending = "png" if way == "picture" else way
        name = f"hamstring-{self._today().isoformat()}.{ending}"
        path = ask_where_to(self._window, questions.where_to(), name, questions.patterns(way))
        if path is not None:
            self.write(way, path)

    def write(self, way: str, path: Path) -> None:
        """Write the history as "json", "csv", "pdf" or "picture", and say where it is; or why it isn't."""
        try:
            match way:
                case "pdf":
                    self._write_summary(path)
                case "picture":
                    self._draw_chart(path)
                case _:
                    self._write_history(way, path)
        except (OSError, ValueError, StorageError) as error:
            said = f"{path}: {plain(error)}" if isinstance(error, OSError) else str(error)
            self._window.notice.show_notice(said)
            return
        self._window.notice.show_notice(self.tr("Written: {file}").format(file=path))

    def _write_history(self, way: str, path: Path) -> None:
        from hamstring_gui.storage.exchange import write_history
        from hamstring_gui.storage.exchange_csv import write_csv

        with closing(self._store.each_session()) as sessions, replacing(path) as out:
            if way == "csv":
                write_csv(sessions, out)
            else:
                write_history(sessions, out, self._store.rest_weeks(), self._store.goals())

    def _write_summary(self, path: Path) -> None:
        from hamstring_gui.paper.summary import pdf_of, summed_up

        summary = summed_up(self._today(), self._weeks(), self._store.sessions())
        data = pdf_of(summary, self._exercises, self._assets)
        with replacing(path) as out:
            out.buffer.write(data)

    # -- in ----------------------------------------------------------------------------------------------------------
    def takes(self, path: Path) -> bool:
        """Whether a file that was dropped is one to import; it is then looked at, unless another one is."""
        if path.suffix.lower() not in IMPORTED:
            return False
        if self._window.asking == questions.TOPIC:
            sentence = self.tr("Histories are imported one at a time. Drop the others here again afterwards.")
            self._window.notice.show_notice(sentence)
        else:
            self.look_at(path)
        return True

    def ask_what_to_import(self) -> None:
        path = ask_for_file(self._window, questions.what_to_import(), questions.patterns("import"))
        if path is not None:
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Show what a file would bring, before anything changes."""
        try:
            plan = plan_import(path, self._store)
        except StorageError as error:
            self._window.notice.show_notice(str(error))
            return
        preview = questions.Preview(
            path.name, len(plan.new), plan.already_here, plan.problems, len(plan.goals), len(plan.rest_weeks),
            plan.left_out, plan.habits, plan.ahead_of(self._today()),
        )  # fmt: skip
        questions.ask_to_import(self._window, preview, partial(self._carry_out, plan))

    def _carry_out(self, plan: Import) -> None:
        try:
            carry_out(plan, self._store)
        except StorageError as error:
            self._window.notice.show_notice(str(error))
            return
        self.changed.emit()
        n = len(plan.new)
        self._way_back.offer(self.tr("Imported: %n session(s).", None, n), partial(take_back, plan, self._store))
