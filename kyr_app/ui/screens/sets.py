"""Sets for a group: how they are printed, how much paper that is, and one press for everybody's set, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtPdf import QPdfDocument

from kyr_app.documents.workshop.sets import Count, read
from kyr_app.model.text import N_, P_
from kyr_app.ui import background
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.output import Output
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.paper_choices import SavePlaces, usual
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.preview import load
from kyr_app.ui.screens.set_choices import SetChoices
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from kyr_app.documents.workshop.jobs import PackJob
    from kyr_app.model.changes import Changes
    from kyr_app.ui.background import Task


class SetsScreen(Screen):
    """Tells how many sheets before anything is made; makes all sets, which can be stopped; then saves or prints."""

    HEARD = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.state = Label("strong")
        self.stop = Button(self.say, N_("Cancel"), "x", "link")
        self.stop.clicked.connect(self.cancel)
        self.stop.hide()
        self.head.addWidget(self.state, 1)
        self.head.addWidget(self.stop)
        self.look = self.foot.add(N_("Look at one set"), "magnifying-glass", "")
        self.look.clicked.connect(lambda: self.desk.go(Place.PREVIEW, "workshop-set:"))
        self.output = Output(desk, self)
        self.document, self._buffer = QPdfDocument(self), QBuffer(self)
        self.count: Count | None = None
        self.made = b""
        self.packing = False
        self.choices: SetChoices | None = None
        self.places: SavePlaces | None = None
        self._task: Task | None = None

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show how the sets of the plan are printed; without a plan, the way to one."""
        self._give_up()
        self.places = None
        if self.session.workshop.plan is None:
            self._show_empty()
        else:
            self._show_choices()

    def _show_empty(self) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        page = Page(self.session)
        page.add(Pair(page.say, N_("Sheets for the group"), "title"))
        page.add(Pair(page.say, N_("First choose a plan or lessons. Then everybody's sheets are made here.")))
        way = Button(page.say, N_("Choose a plan"), "chalkboard-teacher", "primary")
        way.clicked.connect(lambda: self.desk.go(Place.WORKSHOP))
        page.parts.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        page.end()
        self.choices = None
        self.look.hide()
        self.foot.next.hide()
        self.say(self.state.say, "")
        self.show_page(page)

    def _show_choices(self) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        workshop = self.session.workshop
        if workshop.wanted.paper is None:
            languages, paper = usual(self.session), self.session.settings.paper
            workshop.wanted = structs.replace(workshop.wanted, languages=languages, paper=paper)
        self.choices = SetChoices(self.session)
        self.choices.changed.connect(self.tell)
        self.look.show()
        people = workshop.plan.people if workshop.plan else 1
        self.say(self.foot.next.setText, P_("Pack for {n} person", "Pack for {n} people", people))
        self.foot.next.show_icon("stack")
        self.foot.next.show()
        self.show_page(self.choices)
        self.tell()

    def refresh(self, changes: Changes) -> None:
        """Let go of what was made of other content."""
        if changes.library:
            self.cancel()
            self.made = b""

    def tell(self) -> None:
        """Count pages and sheets in the background, and tell them."""
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self._give_up()
        self.count, self.made = None, b""
        self.foot.next.setEnabled(False)
        self.say(self.state.say, N_("Counting the sheets…"))
        job = self.session.workshop.count(self.session.workshop.wanted)
        self._task = background.run(job, self._counted, self._failed)

    def _counted(self, data: bytes) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self._task = None
        self.count = read(data)
        self.say(self.state.say, self.count.told())
        self.foot.next.setEnabled(True)

    def forward(self) -> None:
        """Make all sets; once they are made, print them."""
        if self.places is not None:
            self._print()
        elif self.count is not None and self._task is None:
            self.pack()

    def pack(self) -> None:
        """Make all sets in the background, telling which one is being added."""
        assert self.foot is not None  # noqa: S101 (made in __init__)
        job = self.session.workshop.pack(self.session.workshop.wanted, guide=False)
        self.packing = True
        self.stop.show()
        self.foot.next.setEnabled(False)

        def progress(done: int, _total: int) -> None:
            if self.packing:
                self.say(self.state.say, job.said(done))

        self.say(self.state.say, job.said(0))
        self._task = background.run(job, lambda made: self._packed(job, made), self._failed, progress)

    def _packed(self, job: PackJob, made: bytes) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self._task, self.packing = None, False
        self.stop.hide()
        self.made = made
        if self.count is not None:
            self.say(self.state.say, self.count.told())
        self.places = SavePlaces(self.session)
        self.places.chosen.connect(lambda folder: self.output.save(folder, self.made))
        self.places.elsewhere.connect(lambda: self.output.save_elsewhere(self.made))
        self.look.hide()
        self.foot.next.setEnabled(True)
        self.foot.next.show_icon("printer")
        people = job.sets.people
        self.say(self.foot.next.setText, P_("Print {n} set", "Print {n} sets", people))
        self.show_page(self.places)

    def _print(self) -> None:
        load(self.document, self._buffer, self.made)
        self.output.print(self.made, self.document)

    def cancel(self) -> None:
        """Stop making sets: nothing of them is left."""
        if not self.packing:
            return
        self._give_up()
        self.made = b""
        self._show_choices()
        self.desk.tell(N_("Stopped. Nothing was made, and nothing was saved."))

    def _give_up(self) -> None:
        self.stop.hide()
        self.packing = False
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _failed(self, error: Exception) -> None:
        self._give_up()
        self.say(self.state.say, "")
        self.desk.failed(error)

    def back(self) -> None:
        """Go back to the choices, or to the plan."""
        if self.places is not None:
            self.open("")
        else:
            self._give_up()
            self.desk.go(Place.WORKSHOP)
