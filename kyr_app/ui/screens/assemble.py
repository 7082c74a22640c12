"""The packet put together: what is missing and how much paper told first; then sets to print, or files to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QTimer
from PySide6.QtPdf import QPdfDocument

from kyr_app.documents.packet.job import Counted, read
from kyr_app.model.text import N_, P_
from kyr_app.ui import background
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.output import Output
from kyr_app.ui.screens.assemble_made import Made, MadePage, MakingPage, of_files, of_sets
from kyr_app.ui.screens.assemble_missing import papers
from kyr_app.ui.screens.assemble_page import AssemblePage
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.preview import load
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent

    from kyr_app.model.changes import Changes
    from kyr_app.model.packet import Exhibit
    from kyr_app.session.making.packet_files import FilesWork
    from kyr_app.ui.background import Task, Work

_TYPED = 400
"""Milliseconds after the last key until a number counts as typed."""


class AssembleScreen(Screen):
    """Choices, then what was made. Nothing is written but where a person says; leaving stops what is under way."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.state = Label("strong")
        self.head.addWidget(self.state, 1)
        self.keep = self.foot.add(N_("Save the files"), "floppy-disk", "")
        self.keep.clicked.connect(self.save_files)
        self.output = Output(desk, self)
        self.document, self._buffer = QPdfDocument(self), QBuffer(self)
        self.page: Page | None = None
        self.counted: Counted | None = None
        self.made: tuple[Made, ...] = ()
        self._exhibits: tuple[Exhibit, ...] = ()
        self._task: Task | None = None
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED)
        self._typed.timeout.connect(self.count)

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show the choices; without anything in the packet, the way to it."""
        self._give_up()
        self.made, self._exhibits = (), self.session.packet.packet.exhibits
        if not self._exhibits:
            self._turn_to(_empty(self))
            return
        page = AssemblePage(self.session)
        page.changed.connect(self._typed.start)
        page.looked.connect(lambda name: self.desk.go(Place.PREVIEW, name))
        page.missing.exhibit.connect(lambda number: self.desk.go(Place.EXHIBIT, f"{number}/words"))
        page.missing.questions.connect(self._ask)
        self._turn_to(page)
        self.count()

    def _turn_to(self, page: Page) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self.page = page
        choosing, one = isinstance(page, AssemblePage), len(self.made) == 1
        self.keep.setVisible(choosing)
        self.foot.next.setVisible(choosing or one)
        self.foot.next.setEnabled(one)
        self.say(self.foot.next.setText, N_("Print") if one else N_("Make the sets"))
        self.foot.next.show_icon("printer" if one else "stack")
        self.say(self.state.say, "")
        self.desk.hush()
        self.show_page(page)
        self.setFocus()

    def refresh(self, changes: Changes) -> None:
        """Follow the packet: what was made of another one than there is now is let go."""
        other = self.session.packet.packet.exhibits != self._exhibits
        if changes.family or other or (changes.answers and self.made):
            self.open("")
        elif changes.answers and isinstance(self.page, AssemblePage):
            self.count()

    def count(self) -> None:
        """Count the sheets of paper in the background, and tell them."""
        from kyr_app.session.making import packet as packet_making  # noqa: PLC0415 (only where a packet is made, here and below)

        self._give_up()
        self.counted = None
        if isinstance(self.page, AssemblePage):
            self.page.show_missing()  # the proof of service and the order ask questions too
        with self.desk.caught():
            work = packet_making.count(self.session, self.session.packet.choices.sets)
            self.say(self.state.say, N_("Counting the sheets…"))
            self._task = background.run(work, self._count_told, self._failed)
        self._enable()

    def _count_told(self, data: bytes) -> None:
        self._task = None
        self.counted = read(data)
        self._enable()
        none = not self.counted.sets.total
        self.say(self.state.say, N_("Choose at least one set.") if none else self.counted.told())

    def _enable(self) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        counted = self._task is None and self.counted is not None
        self.foot.next.setEnabled(counted and self.counted is not None and bool(self.counted.sets.total))
        self.keep.setEnabled(self._task is None)

    def forward(self) -> None:
        """Make all sets; once they are made, print them."""
        if len(self.made) == 1:
            load(self.document, self._buffer, self.made[0].data)
            self.output.print(self.made[0].data, self.document)
        elif isinstance(self.page, AssemblePage) and self.counted is not None and self._task is None:
            self._make_sets()

    def _make_sets(self) -> None:
        from kyr_app.session.making import packet as packet_making  # noqa: PLC0415

        sets = self.session.packet.choices.sets
        with self.desk.caught():
            work = packet_making.collated(self.session, sets)
            self._make(work, lambda made: self._show_made(of_sets(made, sets)))

    def save_files(self) -> None:
        """Make what can be saved: the packet in files of the chosen size, the copy to read, the sheet before it."""
        from kyr_app.session.making.packet_files import FilesWork  # noqa: PLC0415

        if not isinstance(self.page, AssemblePage):
            return
        with self.desk.caught():
            work: FilesWork = FilesWork(self.session)
            self._make(work, lambda _: self._show_made(of_files(work)))

    def _make(self, work: Work, then: Callable[[bytes], object]) -> None:
        """Make something that takes a while; nothing can be chosen meanwhile, but to stop."""
        self._give_up()
        page = MakingPage(self.session)
        page.stopped.connect(self.cancel)
        self._turn_to(page)
        page.stop.setFocus()
        self._task = background.run(work, then, self._failed, page.show_step)

    def _show_made(self, made: Sequence[Made]) -> None:
        self._task, self.made = None, tuple(made)
        page = MadePage(self.session, self.made)
        page.chosen.connect(self._save)
        page.elsewhere.connect(self._save_elsewhere)
        self._turn_to(page)

    def _save(self, folder: str) -> None:
        """Save every file; where one cannot be, those before it say under which name they are there."""
        assert isinstance(self.page, MadePage)  # noqa: S101 (its card was pressed)
        for at, each in enumerate(self.made):
            name = self.output.save(folder, each.data)
            if not name:
                return
            self.page.show_saved(at, name)
        self.page.show_all_saved()
        if len(self.made) > 1:
            self.desk.tell(
                P_(
                    "{n} file is saved in {folder}.",
                    "All {n} files are saved in {folder}.",
                    len(self.made),
                    folder=folder,
                )
            )

    def _save_elsewhere(self) -> None:
        from kyr_app.ui.dialogs import choose_folder  # noqa: PLC0415

        choose_folder(self.desk, self, self._save, N_("Save here"))

    def _ask(self) -> None:
        """Ask what the court's own pages still need, and come back here."""
        with self.desk.caught():
            if self.session.my_papers.ask(papers(self.session)):
                self.desk.ask(Place.ASSEMBLE)

    def cancel(self) -> None:
        """Stop what is being made: nothing of it is left."""
        self.open("")
        self.desk.tell(N_("Stopped. Nothing was made, and nothing was saved."))

    def _give_up(self) -> None:
        self._typed.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _failed(self, error: Exception) -> None:
        making = isinstance(self.page, MakingPage)
        self._give_up()
        if making:
            self.open("")
        self._enable()
        self.say(self.state.say, "")
        self.desk.failed(error)

    def back(self) -> None:
        """Go back to the choices, or to the packet."""
        if isinstance(self.page, MakingPage):
            self.cancel()
        elif self.made:
            self.open("")
        else:
            self.desk.go(Place.PACKET)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop, and hold nothing that was made, as soon as another screen is shown."""
        if not event.spontaneous():
            self._give_up()
            self.made = ()
            self.document.close()
        super().hideEvent(event)


def _empty(screen: AssembleScreen) -> Page:
    """Return what is shown where there is nothing to put together: how to begin."""
    page = Page(screen.session)
    page.add(heading(page.say, "files", N_("There is nothing in the packet yet.")))
    frame = Framed("sheet", "camera")
    begin = Button(page.say, N_("Bring photos and papers in"), "plus", "primary")
    begin.clicked.connect(lambda: screen.desk.go(Place.PACKET, "bring"))
    frame.name(page.say, N_("Bring photos and papers in first. Then they are put together here."), "body")
    frame.row.addWidget(begin)
    page.add(frame)
    page.end()
    return page
