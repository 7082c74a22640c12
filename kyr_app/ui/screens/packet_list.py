"""The list of the packet; where there is nothing yet, what a packet is and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kyr_app.model.text import N_, P_
from kyr_app.ui.screens.packet_pages import RefusedPart, about_pictures, kept_line
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.chosen import ChosenBar
from kyr_app.ui.widgets.exhibits import Exhibits
from kyr_app.ui.widgets.frame import Framed, plain_row
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair, hushed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kyr_app.session.packet.incoming import Refused
    from kyr_app.session.session import Session
    from kyr_app.ui.gallery import Gallery
    from kyr_app.ui.widgets.exhibit import Shown


PRESS = N_("Press it to make it readable and to say what it is.")
DRAG = N_("Press one to work on it. Drag it to put it in order, or press Alt with an arrow.")
"""What can be done with one paper, and with several."""


class ListPage(Page):
    """The screen listens to its parts."""

    read = Signal()

    def __init__(
        self, session: Session, gallery: Gallery, refused: Sequence[Refused], *, any_there: bool
    ) -> None:
        super().__init__(session)
        self._gallery = gallery
        self.sealed, self.told = session.packet.sealed, tuple(refused)
        words = N_(
            "Photos and papers that show what you tell. The program makes one file of them, as the court asks: "
            "with letters, page numbers and an index."
        )
        if not any_there:
            self.add(heading(self.say, "package", N_("Your packet"), words))
        self.refused: RefusedPart | None = None
        if refused:
            self.refused = RefusedPart(self, refused)
            self.refused.read.connect(self.read)
            self.add(self.refused)
        self.begin = Button(self.say, N_("Bring photos and papers in"), "plus", "primary")
        line, self.keep = kept_line(self, sealed=self.sealed)
        self.list = Exhibits(self.say, gallery)
        self.list.chosen.connect(self.show_choice)
        if any_there:
            self.begin.setParent(self)
            self.begin.hide()
            self._ordering()
        else:
            self.list.setParent(self)
            self.list.hide()
            self._empty()
        self._choice()
        if any_there:
            self.parts.addWidget(hushed(self.list))
        self._removed()
        self.add(line)
        self.end()

    def _empty(self) -> None:
        frame = Framed("sheet", "camera", Tone.ACCENT, 2.0)
        words = N_(
            "Begin with a photo of a paper, lying flat, in good light. "
            "If it is crooked, it can be made straight here."
        )
        frame.column.addWidget(Pair(self.say, words))
        row, ways = plain_row(1)
        ways.addWidget(self.begin)
        ways.addStretch(1)
        frame.column.addWidget(row)
        self.add(frame)
        self.add(about_pictures(self))

    def _ordering(self) -> None:
        row, parts = plain_row(1)
        self.how = Pair(self.say, "", "small")
        parts.addWidget(self.how, 1)
        self.pictures = Button(self.say, N_("Hide the pictures"), "eye-slash", "link")
        self.pictures.clicked.connect(self._veil)
        parts.addWidget(self.pictures)
        self.add(row)
        self._show_veil()

    def _veil(self) -> None:
        self._gallery.veil(veiled=not self._gallery.veiled)
        self._show_veil()

    def _show_veil(self) -> None:
        veiled = self._gallery.veiled
        self.say(self.pictures.setText, N_("Show the pictures") if veiled else N_("Hide the pictures"))
        self.pictures.show_icon("eye" if veiled else "eye-slash")

    def _choice(self) -> None:
        ways = ((N_("Put together as one paper"), "stack"), (N_("Take out"), "trash"))
        self.choice = ChosenBar(self.say, self, ways)
        self.merge, self.remove = self.choice.ways
        self.choice.none.connect(self.choose_none)

    def choose_none(self) -> None:
        """Choose nothing any more."""
        self.list.choose()
        self.show_choice()

    def _removed(self) -> None:
        """Say that what was taken out is still there, and let it go for good where somebody wants that."""
        self.removed, row = plain_row(1)
        self.still = Pair(self.say, "", "small")
        row.addWidget(self.still, 1)
        self.for_good = Button(self.say, N_("Delete for good"), "trash", "link")
        self.for_good.clicked.connect(self.session.packet.forget_removed)
        row.addWidget(self.for_good)
        self.add(self.removed)
        self.show_removed()

    def show_removed(self) -> None:
        """Say how many pages can still come back."""
        count = self.session.packet.removed
        words = P_(
            "{n} page that was taken out can still come back, until you finish.",
            "{n} pages that were taken out can still come back, until you finish.",
            count,
        )
        self.say.both(self.still.say_both, words)
        self.removed.setVisible(bool(count))

    def show_choice(self) -> None:
        """Offer what can be done with what is chosen."""
        count = len(self.list.chosen_numbers)
        self.merge.setEnabled(count > 1)
        self.choice.show_count(count)

    def show_exhibits(self, shown: Sequence[Shown]) -> None:
        """Show the papers that there are now."""
        self.list.show_exhibits(shown)
        if shown:
            before: QWidget = self.list.rows[shown[-1].number].later
            for button in (self.for_good, self.keep):
                QWidget.setTabOrder(before, button)
                before = button
            self.say.both(self.how.say_both, PRESS if len(shown) == 1 else DRAG)
        self.show_choice()
        self.show_removed()
