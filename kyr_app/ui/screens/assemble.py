"""The packet put together: how much paper is told first, then sets to print, or files to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QTimer
from PySide6.QtPdf import QPdfDocument

from kyr_app.documents.packet_job import Counted, read
from kyr_app.model.text import N_, P_
from kyr_app.ui import background
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.output import Output
from kyr_app.ui.screens.assemble_page import AssemblePage
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.paper_choices import SavePlaces
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.preview import load
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from kyr_app.model.changes import Changes
    from kyr_app.session.packet_files import FilesWork
    from kyr_app.ui.background import Task, Work

_TYPED = 400
"""Milliseconds after the last key until a number counts as typed."""


class AssembleScreen(Screen):
    """Choices, then what was made. Nothing is written but where a person says; leaving stops what is under way."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.state = Label("strong")
        self.stop = Button(self.say, N_("Cancel"), "x", "link")
        self.stop.clicked.connect(self.cancel)
        self.head.addWidget(self.state, 1)
        self.head.addWidget(self.stop)
        self.keep = self.foot.add(N_("Save the files"), "floppy-disk", "")
        self.keep.clicked.connect(self.save_files)
        self.output = Output(desk, self)
        self.document, self._buffer = QPdfDocument(self), QBuffer(self)
        self.page: AssemblePage | None = None
        self.places: SavePlaces | None = None
        self.counted: Counted | None = None
        self.made: tuple[bytes, ...] = ()
        self._task: Task | None = None
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED)
        self._typed.timeout.connect(self.count)

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show the choices; without anything in the packet, the way to it."""
        self._give_up()
        self.made, self.places, self.page = (), None, None
        if not self.session.packet.packet.exhibits:
            self._show_empty()
            return
        self.page = AssemblePage(self.session)
        self.page.changed.connect(self._typed.start)
        self.page.looked.connect(lambda name: self.desk.go(Place.PREVIEW, f"packet:{name}"))
        self._buttons(shown=True)
        self.show_page(self.page)
        self.count()

    def _show_empty(self) -> None:
        page = Page(self.session)
        said = N_("Bring photos and papers in first. Then they are put together here.")
        page.add(heading(page.say, "files", N_("There is nothing in the packet yet."), said))
        page.end()
        self._buttons(shown=False)
        self.say(self.state.say, "")
        self.show_page(page)

    def _buttons(self, *, shown: bool) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self.keep.setVisible(shown)
        self.foot.next.setVisible(shown)
        self.stop.hide()
        self.say(self.foot.next.setText, N_("Make the sets"))
        self.foot.next.show_icon("stack")

    def refresh(self, changes: Changes) -> None:
        """Let go of what was made of a packet that is another one now."""
        if changes.family or changes.answers:
            self._give_up()
            self.made = ()

    def count(self) -> None:
        """Count the sheets of paper in the background, and tell them."""
        from kyr_app.session import packet_making  # noqa: PLC0415 (only where a packet is made, here and below)

        self._give_up()
        self.counted = None
        with self.desk.caught():
            work = packet_making.count(self.session, self.session.packet.choices.sets)
            self.say(self.state.say, N_("Counting the sheets…"))
            self._begin(work, self._count_told)

    def _count_told(self, data: bytes) -> None:
        self._task = None
        self.counted = read(data)
        self._enable()
        self.say(self.state.say, self.counted.told())

    def _enable(self) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        ready = self._task is None
        self.foot.next.setEnabled(ready and self.counted is not None)
        self.keep.setEnabled(ready)

    def _begin(self, work: Work, then: object, *, long: bool = False) -> None:
        self.stop.setVisible(long)
        progress = self._show_progress if long else None
        self._task = background.run(work, then, self._failed, progress)  # type: ignore[arg-type]
        self._enable()

    def _show_progress(self, done: int, total: int) -> None:
        if self._task is not None:
            self.say(self.state.say, N_("Page {n} of {total}…", n=min(done + 1, total), total=total))

    def forward(self) -> None:
        """Make all sets; once they are made, print them."""
        if self.places is not None:
            if len(self.made) == 1:
                load(self.document, self._buffer, self.made[0])
                self.output.print(self.made[0], self.document)
        elif self.counted is not None and self._task is None:
            self._make_sets()

    def _make_sets(self) -> None:
        from kyr_app.session import packet_making  # noqa: PLC0415

        with self.desk.caught():
            work = packet_making.collated(self.session, self.session.packet.choices.sets)
            self._begin(work, lambda made: self._show_made((made,)), long=True)

    def save_files(self) -> None:
        """Make what can be saved: the packet in files of the chosen size, the copy to read, the sheet before it."""
        from kyr_app.session.packet_files import FilesWork  # noqa: PLC0415

        if self.page is None or self._task is not None:
            return
        with self.desk.caught():
            work = FilesWork(self.session)
            self._begin(work, lambda _: self._files_made(work), long=True)

    def _files_made(self, work: FilesWork) -> None:
        self._show_made(work.made)

    def _show_made(self, made: tuple[bytes, ...]) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self._task, self.made, self.page = None, made, None
        self._buttons(shown=False)
        self.say(self.state.say, P_("{n} file is ready.", "{n} files are ready.", len(made)))
        self.places = SavePlaces(self.session)
        self.places.chosen.connect(self._save)
        self.places.elsewhere.connect(self._save_elsewhere)
        if len(made) == 1:
            self.foot.next.show()
            self.foot.next.setEnabled(True)
            self.foot.next.show_icon("printer")
            self.say(self.foot.next.setText, N_("Print"))
        self.show_page(self.places)

    def _save(self, folder: str) -> None:
        for each in self.made:
            if not self.output.save(folder, each):
                return

    def _save_elsewhere(self) -> None:
        from kyr_app.ui.dialogs import choose_folder  # noqa: PLC0415

        choose_folder(self.desk, self, self._save)

    def cancel(self) -> None:
        """Stop what is being made: nothing of it is left."""
        self.open("")
        self.desk.tell(N_("Stopped. Nothing was made, and nothing was saved."))

    def _give_up(self) -> None:
        self._typed.stop()
        self.stop.hide()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _failed(self, error: Exception) -> None:
        self._give_up()
        self._enable()
        self.say(self.state.say, "")
        self.desk.failed(error)

    def back(self) -> None:
        """Go back to the choices, or to the packet."""
        if self.places is not None:
            self.open("")
        else:
            self._give_up()
            self.desk.go(Place.PACKET)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop, and hold nothing that was made, as soon as another screen is shown."""
        if not event.spontaneous():
            self._give_up()
            self.made = ()
        super().hideEvent(event)
