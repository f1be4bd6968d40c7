"""The history on its way out of the window and into it: files, and a preview of what one would bring."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from hamstring_gui.program.deeds import Deed, Deeds
from hamstring_gui.program.library import Library
from hamstring_gui.program.records import Records
from hamstring_gui.program.stage import Stage
from hamstring_gui.program.waiting import waiting
from hamstring_gui.storage.endings import OF_FORMATS, contradicts
from hamstring_gui.storage.errors import StorageError, not_written
from hamstring_gui.storage.importing import Import, plan_import
from hamstring_gui.storage.paths import assets_dir
from hamstring_gui.storage.pulse import paced
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.ui.controls.question import Asked
from hamstring_gui.ui.history import questions
from hamstring_gui.ui.history.chart_file import drawn_chart
from hamstring_gui.ui.history.export_card import USUAL_PERIOD
from hamstring_gui.ui.history.weeks_drawn import ChartShown

IMPORTED = (".json", ".csv", ".tsv", ".txt", ".zip")


class HistoryExchange(QObject):
    """Asks where to and where from, writes, and takes in."""

    def __init__(self, stage: Stage, library: Library, records: Records, deeds: Deeds) -> None:
        super().__init__(records)
        self._stage, self._library, self._records, self._deeds = stage, library, records, deeds

    # -- out ---------------------------------------------------------------------------------------------------------
    def on_export_requested(self, way: str, chart: ChartShown, weeks: int) -> None:
        """Ask where to, and write there. `chart` is the chart as it shows now; a PDF is of so many `weeks`."""
        name = f"hamstring-{self._records.days.today.isoformat()}.{OF_FORMATS[way][0]}"
        path = self._stage.ask_where_to(questions.where_to(), name, questions.patterns(way))
        if path is not None:
            self.write(way, path, chart, weeks)

    def write(self, way: str, path: Path, chart: ChartShown, weeks: int = USUAL_PERIOD) -> None:
        """Write the history as "json", "csv", "pdf" or "picture", and say where it is; or why it isn't."""
        if contradicts(way, path):
            sentence = self.tr("{file}: this was not written: what you chose has a name that ends in {ending}.")
            self._deeds.say(sentence.format(file=path, ending=f".{OF_FORMATS[way][0]}"))
            return
        try:
            match way:
                case "pdf":
                    self._write_data(path, self._summary(weeks))
                case "picture":
                    self._write_data(path, drawn_chart(path.suffix, chart.weeks, chart.picture))
                case _:
                    self._write_history(way, path)
        except (OSError, ValueError, StorageError) as error:
            self._deeds.say(not_written(path, error) if isinstance(error, OSError) else str(error))
            return
        self._deeds.say(self.tr("Written: {file}").format(file=path))

    def _write_history(self, way: str, path: Path) -> None:
        from hamstring_gui.storage.exchange import write_history
        from hamstring_gui.storage.exchange_csv import write_csv

        store, words = self._records.store, self.tr("Writing {file} …").format(file=path.name)
        count = len(store.session_ids())
        with waiting(self._stage, words) as pulse, closing(store.each_session()) as every, replacing(path) as out:
            sessions = paced(every, pulse, count)
            if way == "csv":
                write_csv(sessions, out, self._library.own_kinds)
            else:
                write_history(sessions, out, store.rest_weeks(), store.goals(), self._library.own_kinds)

    def _summary(self, weeks: int) -> bytes:
        from hamstring_gui.paper.summary import pdf_of, summed_up

        records = self._records
        records.refresh()
        summary = summed_up(records.days.today, records.weeks, records.known.sessions, weeks)
        return pdf_of(summary, self._library.exercises, assets_dir())

    def _write_data(self, path: Path, data: bytes) -> None:
        with replacing(path) as out:
            out.buffer.write(data)

    # -- in ----------------------------------------------------------------------------------------------------------
    def takes(self, path: Path) -> bool:
        """Whether a file that was dropped is one to import; it is then looked at, unless another one is."""
        if path.suffix.lower() not in IMPORTED:
            return False
        if self._stage.asking == questions.TOPIC:
            self._deeds.say(self.tr("Histories are imported one at a time. Drop the others here again afterwards."))
        else:
            self.look_at(path)
        return True

    def ask_what_to_import(self) -> None:
        path = self._stage.ask_for_file(questions.what_to_import(), questions.patterns("import"))
        if path is not None:
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Show what a file would bring, before anything changes."""
        from hamstring_gui.program.foreign import loop_files

        try:
            with waiting(self._stage, self.tr("Looking at {file} …").format(file=path.name)) as pulse:
                plan = plan_import(path, self._records.store, pulse, partial(loop_files, pulse=pulse))
        except StorageError as error:
            self._deeds.say(str(error))
            return
        if plan.problems or not plan.is_empty or not plan.choosing(plan.habits).is_empty:
            self._stage.ask(self._question(plan))
        else:
            self._deeds.say(questions.nothing_new(_preview(plan.choosing(plan.habits), self._today)), passing=True)

    @property
    def _today(self) -> date:
        return self._records.days.today

    def _question(self, plan: Import) -> Asked:
        """What is asked about a file; which of its habits are chosen is known when it is answered."""
        answer = [plan]

        def choose(habits: Collection[str]) -> questions.Preview:
            answer[0] = plan.choosing(habits)
            return _preview(answer[0], self._today)

        return questions.to_import(_preview(plan, self._today), lambda: self._carry_out(answer[0]), choose)

    def _carry_out(self, plan: Import) -> None:
        brought = [plan]

        def bring() -> None:
            with waiting(self._stage, self.tr("Importing {file} …").format(file=plan.path.name)) as pulse:
                brought[0] = self._records.carry_out(plan, pulse)

        try:
            bring()
        except StorageError as error:
            self._deeds.say(str(error))
            return
        n = len(brought[0].new)  # more may have been here by then than when it was planned
        change, done = self.tr("Import of %n session(s)", None, n), self.tr("Imported: %n session(s).", None, n)
        if not n:
            file = plan.path.name
            change, done = self.tr("Import of {file}").format(file=file), self.tr("Imported: {file}.").format(file=file)
        self._deeds.remember(Deed(change, bring, lambda: self._records.take_back(brought[0]), done, "history"))


def _preview(plan: Import, today: date) -> questions.Preview:
    return questions.Preview(
        plan.path.name, len(plan.new), plan.already_here, plan.problems, len(plan.goals), len(plan.rest_weeks),
        plan.left_out, {name: len(days) for name, days in plan.habits.items()}, plan.chosen, plan.ahead_of(today),
    )  # fmt: skip
