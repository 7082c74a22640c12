"""A paper before it is printed: its pages on the right, its language and size on the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, P_
from kyr_app.ui import background, theme
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.output import Output
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.paper_choices import PaperChoices, SavePlaces
from kyr_app.ui.widgets.icon import em
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.ui.background import Task, Work

PANEL = 18
"""The width of the panel on the left, in letters."""


class PreviewScreen(Screen):
    """Shows a lesson's or a checklist's paper from memory: no file is written before *Save*."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self._what, self._made = "", b""
        self._task: Task | None = None
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setPageSpacing(theme.space(2))
        self.say(self.view.setAccessibleName, N_("Preview of the sheet"))
        self.state = Label("strong")
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
        self.head.addWidget(self.state)
        self._fit()

    def _fit(self) -> None:
        self.column.setFixedWidth(em() * PANEL + theme.space(6))
        colours = self.view.palette()
        colours.setColor(QPalette.ColorRole.Dark, self.palette().color(QPalette.ColorRole.Midlight))
        self.view.setPalette(colours)

    def open(self, what: str) -> None:
        """Show the paper of `what`: `lesson:<id>` or `checklist:<id>`."""
        self._what = what or self._what
        self._show_choices()
        self.make()

    def refresh(self, changes: Changes) -> None:
        """Follow the size of the letters and the look."""
        if changes.settings:
            self._fit()

    def _show_choices(self) -> None:
        self.places = None
        languages = self.choices.languages if self.choices else None
        self.choices = PaperChoices(self.session, languages)
        self.choices.changed.connect(self.make)
        self.show_page(self.choices)

    def work(self) -> Work:
        """Return the job that makes the paper as it is chosen now."""
        assert self.choices is not None  # noqa: S101 (`open` came first)
        kind, _, name = self._what.partition(":")
        if kind == "lesson":
            return self.session.handout((name,), self.choices.languages, self.session.settings.paper)
        return self.session.checklist_paper(name, self.choices.languages, self.session.settings.paper)

    def make(self) -> None:
        """Make the paper in the background and show it."""
        if self._task is not None:
            self._task.cancel()
        self._made = b""
        self.say(self.state.say, N_("Preparing the sheet…"))
        try:
            self._task = background.run(self.work(), self._show, self._failed)
        except KyrError as error:
            self._failed(error)

    def _show(self, made: bytes) -> None:
        self._task, self._made = None, made
        self._buffer.close()
        self._buffer.setData(QByteArray(made))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        pages = self.document.pageCount()
        self.say(self.state.say, P_("{n} page, black and white", "{n} pages, black and white", pages))

    def _failed(self, error: Exception) -> None:
        self._task = None
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
        kind, _, name = self._what.partition(":")
        self.desk.go(Place.LESSON if kind == "lesson" else Place.CHECKLIST, name)

    def forward(self) -> None:
        """Print."""
        if self.ready:
            self.output.print(self._made, self.document)
