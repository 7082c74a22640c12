"""A page before and after, beside each other; or what will be printed alone, with a way to the other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyr_app.model.packet import Sheet
from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.corners import CornerView, PageView
from kyr_app.ui.widgets.frame import plain_column, plain_row
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from kyr_app.documents.pictures.geometry import Box
    from kyr_app.model.text import Words
    from kyr_app.ui.gallery import Gallery
    from kyr_app.ui.words import Speaks

BOX: Box = (900, 900)
"""Pixels that a picture here has at most: what a window has room for, on a fine screen too."""


class Panes(QWidget):
    """Shows what came in with its four corners, and what will be printed: `paper` returns how a sheet is printed."""

    turned = Signal(int)
    """Another page is wanted: so many further."""

    def __init__(self, say: Speaks, gallery: Gallery, paper: Callable[[Sheet], Sheet]) -> None:
        super().__init__()
        self._say, self._gallery, self._paper = say, gallery, paper
        self._sheet: Sheet | None = None
        self._both, self._count = True, 1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        column.setSpacing(theme.space(1))
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        self.before = CornerView(say, N_("What came in"))
        self.after = PageView(say, N_("What will be printed"))
        self._came = self._pane(N_("What came in"), self.before)
        row.addWidget(self._came, 1)
        row.addWidget(self._pane(N_("What will be printed"), self.after), 1)
        column.addLayout(row, 1)
        self.pages, ways = plain_row(1)
        self.former = Button(say, N_("Previous"), "arrow-left")
        self.latter = Button(say, N_("Next"), "arrow-right", after=True)
        say(self.former.setAccessibleName, N_("Page before"))
        say(self.latter.setAccessibleName, N_("Next page"))
        self.former.clicked.connect(lambda: self.turned.emit(-1))
        self.latter.clicked.connect(lambda: self.turned.emit(1))
        self.where = Label("small-strong")
        ways.addWidget(self.former)
        ways.addStretch(1)
        ways.addWidget(self.where)
        ways.addStretch(1)
        ways.addWidget(self.latter)
        column.addWidget(self.pages)
        self._show_pager()
        gallery.ready.connect(self._ready)

    def _pane(self, words: Words, view: PageView) -> QWidget:
        """Return a picture under its name, which takes one line: every other one is taken from the picture."""
        holder, pane = plain_column(0.5)
        name = Label("kicker")
        self._say(name.say, words)
        pane.addWidget(name)
        pane.addWidget(view, 1)
        return holder

    def show_both(self, *, both: bool) -> None:
        """Show before and after; or only what will be printed, to read while it is described, and page by page."""
        self._both = both
        self._came.setVisible(both)
        self._show_pager()

    def _show_pager(self) -> None:
        self.pages.setVisible(self._count > 1 and not self._both)

    def show_page(self, sheet: Sheet, at: int, count: int) -> None:
        """Show a page, counted from 0, of so many."""
        self._sheet = sheet
        self.before.show_corners(sheet.corners)
        self._count = count
        self._show_pager()
        self._say(self.where.say, N_("Page {n} of {total}", n=at + 1, total=count))
        self.former.setEnabled(at > 0)
        self.latter.setEnabled(at + 1 < count)
        self._fill()

    def _fill(self) -> None:
        if self._sheet is not None:
            printed = self._paper(self._sheet)
            self.before.show_image(self._gallery.picture(Sheet(self._sheet.picture), BOX))
            made = self._gallery.picture(printed, BOX)
            if made is not None or self._gallery.hidden or self._gallery.gone(printed, BOX):
                self.after.show_image(made)

    def _ready(self, sheet: object) -> None:
        if self._sheet is None:
            return
        if sheet is None or sheet in {self._paper(self._sheet), Sheet(self._sheet.picture)}:
            self._fill()

    def forget(self) -> None:
        """Show nothing."""
        self._sheet = None
        for view in (self.before, self.after):
            view.show_image(None)
