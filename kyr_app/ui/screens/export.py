"""A copy that opens anywhere: what will be in it, words of its own, and where it goes. Any age tool opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app.model.text import N_, Words
from kyr_app.session.family.receipt import Way
from kyr_app.ui import background
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.keep_places import KeepPlaces
from kyr_app.ui.screens.phrase_pages import PhraseSteps, advice
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from kyr_app.ui.background import Task

LIST, WORDS, MAKING, PLACE, DONE = "list", "words", "making", "place", "done"
OPENED = N_(
    "To open it on another computer: the free program age, or any program that opens age files, and these words. "
    "Type them as they stand here, with one space between."
)


class ExportScreen(Screen):
    """The copy is in memory until a person says where it goes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.stage, self._made = LIST, b""
        self.places: KeepPlaces | None = None
        self._task: Task | None = None
        self.steps = PhraseSteps(self.session, self._show, self)
        self.steps.chosen.connect(self._make)
        self.steps.left.connect(self._list)

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Say what will be in it."""
        self._list()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let words and copy go as soon as another screen is shown."""
        if not event.spontaneous():
            self._give_up()
            self.steps.forget()
            self._made = b""
        super().hideEvent(event)

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show(self, page: Page, go: Words | None) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.setVisible(go is not None)
        if go is not None:
            self.say(self.foot.next.setText, go)
        self.show_page(page)

    def _list(self) -> None:
        from kyr_app.session.making import copying  # noqa: PLC0415 (only where a copy is wanted, here and below)

        self.stage, page = LIST, Page(self.session)
        said = N_("One sealed file with your papers as PDF, for a computer without this program.")
        page.add(heading(page.say, "copy", N_("A copy that opens anywhere"), said))
        frame = Framed("sheet", "files")
        for each in copying.contents(self.session):
            frame.column.addWidget(Pair(page.say, each.title))
        frame.column.addWidget(Pair(page.say, N_("All your answers, for other programs"), "body"))
        page.add(frame)
        page.add(
            advice(page, N_("It has words of its own. Whoever has both reads everything: keep them apart."))
        )
        page.end()
        self._show(page, N_("Next"))

    def _make(self, words: str) -> None:
        from kyr_app.session.making import copying  # noqa: PLC0415

        self.stage = MAKING
        work = copying.job(self.session, words)
        self.steps.forget()
        page = Page(self.session)
        page.add(heading(page.say, "copy", N_("Preparing the copy…"), N_("This can take a minute.")))
        page.end()
        self._show(page, None)
        self._task = background.run(work, self._ready, self._failed)

    def _ready(self, made: bytes) -> None:
        self._task, self._made = None, made
        self._ask_where()

    def _ask_where(self) -> None:
        self.stage, page = PLACE, KeepPlaces(self.session)
        said = N_("It takes {n} MB.", n=max(1, len(self._made) // 1_000_000))
        page.add(heading(page.say, "hard-drive", N_("Where do you want to save it?"), said))
        page.chosen.connect(self._write)
        page.again.connect(self._ask_where)
        page.add_places()
        self.places = page
        self._show(page, None)

    def _write(self, folder: Path) -> None:
        from kyr_app.session.family import whereabouts  # noqa: PLC0415
        from kyr_app.store.disk import write_whole  # noqa: PLC0415
        from kyr_app.store.names import Label, neutral  # noqa: PLC0415

        with self.desk.caught():
            path = folder / neutral(Label.COPY, self.session.today, "age")
            write_whole(path, self._made, replace=False)
            where = whereabouts.where_of(folder)
            self.session.handed.note_at(Way.COPIED, folder)
            self._made, self.stage = b"", DONE
            page = Page(self.session)
            page.add(heading(page.say, "check-circle", N_("Saved: {name}", name=path.name), where.called))
            page.add(advice(page, OPENED, "info"))
            if where.removable:
                page.add(advice(page, N_("Eject the stick safely before you pull it out."), "eject"))
            page.end()
            self._show(page, N_("Finish"))

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._list()
        self.desk.failed(error)

    def forward(self) -> None:
        """Go one step on."""
        if self.stage == LIST:
            self.stage = WORDS
            self.steps.begin(N_("These six words open the copy"))
        elif self.stage == WORDS:
            self.steps.forward()
        elif self.stage == DONE:
            self.desk.go(Place.FAMILY)

    def back(self) -> None:
        """Go one step back; what is being made is given up."""
        self.desk.hush()
        if self.stage == WORDS:
            self.steps.back()
        elif self.stage in {MAKING, PLACE}:
            self._give_up()
            self._made = b""
            self._list()
        else:
            self.desk.go(Place.FAMILY)
