"""An official form on the family's own empty PDF: find it, hear what it is, fill it, look at it, print or save it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyr_app import outside
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_
from kyr_app.session.making import official
from kyr_app.ui import background, dialogs, theme
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.output import Output
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.blank_pages import FilledPage, WhatPage, WherePage
from kyr_app.ui.screens.paper_choices import SavePlaces
from kyr_app.ui.screens.preview import load
from kyr_app.ui.widgets.icon import em

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from kyr_app.documents.official.job import OfficialJob
    from kyr_app.session.making.official import Looking
    from kyr_app.ui.background import Task

MOST_BYTES = 40 * 1024 * 1024
"""A larger file is no form."""
LIST, WIDEST = 22, 16_777_215
"""The width of what is beside the filled form, in letters; and Qt's own for none in particular, in pixels."""


class BlankScreen(Screen):
    """Goes through the steps one after the other; *Back* goes back one of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self._form, self.made = "", b""
        self._task: Task | None = None
        self._looking: Looking | None = None
        self._job: OfficialJob | None = None
        self.page: WherePage | WhatPage | FilledPage | SavePlaces | None = None
        self._filled: FilledPage | None = None
        self.document, self._buffer = QPdfDocument(self), QBuffer(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setPageSpacing(theme.space(2))
        self.say(self.view.setAccessibleName, N_("Preview of the sheet"))
        self.output = Output(desk, self)
        self.save = self.foot.add(N_("Save to…"), "floppy-disk", "")
        self.save.clicked.connect(self._ask_where)
        self.sheet = self.foot.add(N_("Worksheet to copy by hand"), "pencil-line")
        self.sheet.clicked.connect(self._worksheet)
        self._arrange()

    def _arrange(self) -> None:
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        outer = self.layout()
        assert outer is not None  # noqa: S101 (every screen has one)
        outer.replaceWidget(self.column, middle)
        row.addWidget(self.column, 1)
        row.addWidget(self.view, 2)
        self.view.hide()

    def open(self, what: str) -> None:
        """Begin with a form, by its id; without one, stay where one was."""
        if what:
            self._form = what
            self._ask_file()
        elif self.page is None:
            self.desk.go(Place.PAPERS)

    def _ask_file(self) -> None:
        self._stop()
        page = WherePage(self.session, official.form(self.session.library, self._form))
        page.chosen.connect(self._choose_file)
        self._turn_to(page)

    def _turn_to(self, page: WherePage | WhatPage | FilledPage | SavePlaces) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self.page = page
        filled = isinstance(page, FilledPage | SavePlaces)
        self.view.setVisible(filled)
        self.save.setVisible(isinstance(page, FilledPage))
        self.sheet.setVisible(not filled)
        can = isinstance(page, FilledPage) or (isinstance(page, WhatPage) and page.blank.identity.fillable)
        self.foot.next.setVisible(can)
        self.say(self.foot.next.setText, N_("Print") if filled else N_("Fill it in"))
        self.foot.next.show_icon("printer" if filled else "pencil-simple")
        self._fit()
        self.show_page(page)

    def _choose_file(self, folder: str) -> None:
        title, kinds = N_("Choose the empty form"), "*.pdf *.PDF"
        dialogs.choose_file(self.desk, self, title, kinds, self.look, folder)

    def look(self, path: str) -> None:
        """Look at a file in the background, and then say what it is."""
        with self.desk.caught():
            data = _read(Path(path))
            self._looking = official.Looking(self.session.library, data, self._form)
            if isinstance(self.page, WherePage):
                self.say.both(self.page.waiting.say_both, N_("Looking at the file…"))
            self._task = background.run(self._looking, lambda _: self._seen(), self._failed)

    def _seen(self) -> None:
        self._task = None
        if self._looking is not None and self._looking.blank is not None:
            page = WhatPage(self.session, self._looking.blank)
            page.again.clicked.connect(self._ask_file)
            self._turn_to(page)

    def _failed(self, error: Exception) -> None:
        self._task = None
        if isinstance(self.page, WherePage):
            self.say.both(self.page.waiting.say_both, "")
        self.desk.failed(error)

    def _fill(self, page: WhatPage) -> None:
        with self.desk.caught():
            people = page.chosen()
            if not people:
                raise InputError(N_("Choose for whom the form is."))
            self._job = official.fill(self.session, page.blank, people)
            self.desk.tell(N_("Filling in the form…"))
            self._task = background.run(self._job, self._show, self._failed)

    def _show(self, made: bytes) -> None:
        self._task, self.made = None, made
        assert self._job is not None  # noqa: S101 (what was made came from it)
        self.desk.hush()
        load(self.document, self._buffer, made)
        self._turn_to(FilledPage(self.session, self._job.plan().notes))

    def _ask_where(self) -> None:
        page = SavePlaces(self.session)
        page.chosen.connect(self._save)
        page.elsewhere.connect(lambda: self.output.save_elsewhere(self.made))
        self._turn_to(page)

    def _save(self, folder: str) -> None:
        if self.output.save(folder, self.made) and self._job is not None:
            self._turn_to(FilledPage(self.session, self._job.plan().notes))

    def _worksheet(self) -> None:
        self.desk.go(Place.PREVIEW, f"paper:{self._form}")

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def forward(self) -> None:
        """Fill the form in; print it once it is."""
        if isinstance(self.page, WhatPage) and self.page.blank.identity.fillable and self._task is None:
            self._fill(self.page)
        elif isinstance(self.page, FilledPage):
            self.output.print(self.made, self.document)

    def back(self) -> None:
        """Go back one step: from saving to the form, from the form to what the file is, from there to the file."""
        self._stop()
        if isinstance(self.page, SavePlaces) and self._job is not None:
            self._turn_to(FilledPage(self.session, self._job.plan().notes))
        elif isinstance(self.page, FilledPage):
            self._seen()
        elif isinstance(self.page, WhatPage):
            self._ask_file()
        else:
            self.desk.go(Place.PAPERS, self._form)

    def _fit(self) -> None:
        wide = em() * LIST + theme.space(6) if not self.view.isHidden() else WIDEST
        self.column.setMaximumWidth(wide)
        colours = self.view.palette()
        colours.setColor(QPalette.ColorRole.Dark, self.palette().color(QPalette.ColorRole.Midlight))
        self.view.setPalette(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the form as much room as there is."""
        super().resizeEvent(event)
        self._fit()


def _read(path: Path) -> bytes:
    """Return the bytes of a file. Raise `InputError`, in words, where it cannot be read or is too large."""
    try:
        return outside.read(path, MOST_BYTES)
    except outside.TooLarge as error:
        raise InputError(N_("This file is too large to be an empty form.")) from error
    except OSError as error:
        raise InputError(
            N_("This file could not be read. It was not changed."), N_("Is the stick still in? Try again.")
        ) from error
