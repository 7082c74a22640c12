"""A page before and after, beside each other; and a way to the pages before and behind it."""

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
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from kyr_app.documents.pictures.geometry import Box
    from kyr_app.ui.gallery import Gallery
    from kyr_app.ui.words import Speaks

BOX: Box = (900, 900)
"""Pixels that a picture here has at most: what a window has room for, on a fine screen too."""


class Panes(QWidget):
    """Shows what came in with its four corners, and what will be printed."""

    turned = Signal(int)
    """Another page is wanted: so many further."""

    def __init__(self, say: Speaks, gallery: Gallery) -> None:
        super().__init__()
        self._say, self._gallery = say, gallery
        self._sheet: Sheet | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        column.setSpacing(theme.space(1))
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        self.before = CornerView(say, N_("What came in"))
        self.after = PageView(say, N_("What will be printed"))
        for words, view in ((N_("What came in"), self.before), (N_("What will be printed"), self.after)):
            holder, pane = plain_column(0.5)
            pane.addWidget(Pair(say, words, "kicker"))
            pane.addWidget(view, 1)
            row.addWidget(holder, 1)
        words = N_("Put the rings on the corners of the sheet: drag them, or use Tab and the arrows.")
        column.addLayout(row, 1)
        column.addWidget(Pair(say, words, "small"))
        self.pages, ways = plain_row(1)
        self.former = Button(say, N_("Page before"), "arrow-left")
        self.latter = Button(say, N_("Next page"), "arrow-right", after=True)
        self.former.clicked.connect(lambda: self.turned.emit(-1))
        self.latter.clicked.connect(lambda: self.turned.emit(1))
        self.where = Label("small-strong")
        ways.addWidget(self.former)
        ways.addStretch(1)
        ways.addWidget(self.where)
        ways.addStretch(1)
        ways.addWidget(self.latter)
        column.addWidget(self.pages)
        gallery.ready.connect(self._ready)

    def show_page(self, sheet: Sheet, at: int, count: int) -> None:
        """Show a page, counted from 0, of so many."""
        self._sheet = sheet
        self.before.show_corners(sheet.corners)
        self.pages.setVisible(count > 1)
        self._say(self.where.say, N_("Page {n} of {total}", n=at + 1, total=count))
        self.former.setEnabled(at > 0)
        self.latter.setEnabled(at + 1 < count)
        self._fill()

    def _fill(self) -> None:
        if self._sheet is not None:
            self.before.show_image(self._gallery.picture(Sheet(self._sheet.picture), BOX))
            made = self._gallery.picture(self._sheet, BOX)
            if made is not None or self._gallery.hidden or self._gallery.gone(self._sheet, BOX):
                self.after.show_image(made)

    def _ready(self, sheet: object) -> None:
        if (
            sheet is None
            or self._sheet in {sheet, None}
            or sheet == Sheet(getattr(self._sheet, "picture", ""))
        ):
            self._fill()

    def forget(self) -> None:
        """Show nothing."""
        self._sheet = None
        for view in (self.before, self.after):
            view.show_image(None)
