"""A paper before it is printed: its pages on the right, its language and size on the left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_
from kyr_app.ui import background, papers, telling, theme
from kyr_app.ui.desk import Desk
from kyr_app.ui.noting import Noting
from kyr_app.ui.output import Output
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.paper_choices import PaperChoices, SavePlaces
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.copies import sheets
from kyr_app.ui.widgets.icon import em
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from kyr_app.model.changes import Changes
    from kyr_app.ui.background import Task, Work

PANEL = 18
"""The width of the panel on the left, in letters."""


class PreviewScreen(Screen):
    """Shows a paper from memory: no file is written before *Save*. `kyr_app.ui.papers` knows every kind."""

    HEARD = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=2)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self._what, self._made = "", b""
        self._task: Task | None = None
        self._noting: Noting | None = None
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setPageSpacing(theme.space(2))
        self.say(self.view.setAccessibleName, N_("Preview of the sheet"))
        self.state = Label("strong")
        self.stop = Button(self.say, N_("Cancel"), "x", "link")
        self.stop.clicked.connect(self._stop)
        self.stop.hide()
        self._arrange()
        self.save_button = self.foot.add(N_("Save to…"), "floppy-disk", "")
        self.save_button.clicked.connect(self._ask_where)
        self.say(self.foot.next.setText, N_("Print"))
        self.foot.next.show_icon("printer")
        self.choices: PaperChoices | None = None
        self.places: SavePlaces | None = None
        self.output = Output(desk, self)

    def _arrange(self) -> None:
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, theme.space(3), theme.space(2))
        outer = self.layout()
        assert outer is not None  # noqa: S101 (every screen has one)
        outer.replaceWidget(self.column, middle)
        row.addWidget(self.column)
        row.addWidget(self.view, 1)
        self.head.addWidget(self.state, 1)
        self.head.addWidget(self.stop)
        self._fit()

    def _fit(self) -> None:
        self.column.setFixedWidth(em() * PANEL + theme.space(6))
        colours = self.view.palette()
        colours.setColor(QPalette.ColorRole.Dark, self.palette().color(QPalette.ColorRole.Midlight))
        self.view.setPalette(colours)

    def open(self, what: str) -> None:
        """Show the paper that `what` names, as `kyr_app.ui.papers` does; another paper begins with one copy."""
        if what and what != self._what and self.choices is not None:
            self.choices.chosen = structs.replace(self.choices.chosen, copies=1)
        self._what = what or self._what
        self._show_choices()
        self.make()

    def refresh(self, changes: Changes) -> None:
        """Follow the size of the letters and the look."""
        if changes.settings:
            self._fit()

    def _show_choices(self) -> None:
        self.places = None
        chosen = self.choices.chosen if self.choices else None
        kind = papers.kind(self._what)
        self.choices = PaperChoices(self.session, chosen, editions=kind.editions, fixed=kind.fixed)
        self.choices.changed.connect(self.make)
        self.choices.counted.connect(self._tell_sheets)
        self.show_page(self.choices)

    def work(self, copies: int = 1) -> Work:
        """Return the job that makes the paper as it is chosen now; one copy of it is enough to look at."""
        assert self.choices is not None  # noqa: S101 (`open` came first)
        return papers.work(self.session, self._what, structs.replace(self.choices.chosen, copies=copies))

    def make(self) -> None:
        """Make the paper in the background and show it."""
        self._made = b""
        self._begin(1, self._show)

    def _begin(self, copies: int, then: Callable[[bytes], object]) -> None:
        self._give_up()
        self.say(self.state.say, N_("Preparing the sheet…"))
        self.stop.show()
        try:
            self._noting = Noting(self.work(copies))
            self._task = background.run(self._noting, then, self._failed, self._progress)
        except KyrError as error:
            self._failed(error)

    def _progress(self, at: int, total: int) -> None:
        if self._task is not None and total:
            done = min(100, at * 100 // total)
            self.say(self.state.say, N_("Preparing the sheet: {n} %…", n=done))

    def _give_up(self) -> None:
        self.stop.hide()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _stop(self) -> None:
        self._give_up()
        if self.ready:
            self._tell_sheets()
        else:
            self.say(self.state.say, N_("Stopped. Choose again, or go back."))

    def _show(self, made: bytes) -> None:
        self._task, self._made = None, made
        self.stop.hide()
        load(self.document, self._buffer, made)
        self._tell_sheets()
        self._warn()

    def _warn(self) -> None:
        """Say it before anybody prints, where a letter that somebody typed has no picture on paper."""
        if self.choices is None or self._noting is None:
            return
        said = self.choices.warn(self._noting.lost)
        if said:
            telling.announce(self.choices, self.session.locale.render(said), urgent=True)

    def _tell_sheets(self) -> None:
        if self.ready and self.choices is not None:
            colour = papers.coloured(self.session, self._what)
            told = sheets(self.document.pageCount(), self.choices.chosen.copies, colour=colour)
            self.say(self.state.say, told)

    def _failed(self, error: Exception) -> None:
        self._give_up()
        self.say(self.state.say, "")
        self.desk.failed(error)

    @property
    def ready(self) -> bool:
        """Whether the paper chosen is made and shown."""
        return bool(self._made)

    def _ask_where(self) -> None:
        if not self.ready:
            return
        self.places = SavePlaces(self.session)
        self.places.chosen.connect(self._save)
        self.places.elsewhere.connect(lambda: self.output.save_elsewhere(self._made))
        self.show_page(self.places)

    def _save(self, folder: str) -> None:
        if self.output.save(folder, self._made):
            self._show_choices()

    def back(self) -> None:
        """Go back to the choices, or to what the paper is of."""
        if self.places is not None:
            self._show_choices()
            return
        self._give_up()
        self.desk.go(*papers.home(self._what))

    def forward(self) -> None:
        """Print as many copies as were asked for."""
        if not self.ready or self._task is not None or self.choices is None:
            return
        if self.choices.chosen.copies == 1:
            self.output.print(self._made, self.document)
        else:
            self._begin(self.choices.chosen.copies, self._print_copies)

    def _print_copies(self, made: bytes) -> None:
        self._task = None
        self.stop.hide()
        self._tell_sheets()
        document, buffer = QPdfDocument(self), QBuffer(self)
        load(document, buffer, made)
        self.output.print(made, document)
        for each in (document, buffer):  # what was printed is kept nowhere
            each.close()
            each.deleteLater()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold nothing of what nobody looks at any more, and make none of it: it may be all that a family has."""
        if not event.spontaneous():
            self._give_up()
            self._made = b""
            self.document.close()
            self._buffer.close()
            self._buffer.setData(QByteArray())
        super().hideEvent(event)


def load(document: QPdfDocument, buffer: QBuffer, made: bytes) -> None:
    """Show `made` in `document`, from memory: `buffer` must live as long as it is shown."""
    buffer.close()
    buffer.setData(QByteArray(made))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
