"""A receipt: what remains of a sitting, or what was found on this computer; to read, to print, to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.paper_choices import SavePlaces, usual
from kyr_app.ui.screens.point import Page
from kyr_app.ui.sheets_out import SheetOut
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.receipt import section_view

if TYPE_CHECKING:
    from kyr_app.documents.sheet_job import SheetJob
    from kyr_app.model.receipt import Receipt


class ReceiptScreen(Screen):
    """Shows the receipt that the desk holds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.receipt: Receipt | None = None
        self.places: SavePlaces | None = None
        self.out = SheetOut(desk, self)
        self.print_button = self.foot.add(N_("Print"), "printer", "")
        self.print_button.clicked.connect(self._print)
        self.save_button = self.foot.add(N_("Save to…"), "floppy-disk", "")
        self.save_button.clicked.connect(self._ask_where)
        self.say(self.foot.next.setText, N_("Finish"))
        self.foot.next.show_icon("check")

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show the last receipt."""
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.receipt, self.places = self.desk.receipt or self.receipt, None
        if self.receipt is None:
            self.desk.go(Place.HOME)
            return
        page = Page(self.session)
        icon = "shield-check" if self.receipt.clean else "info"
        page.add(heading(page.say, icon, self.receipt.title, self.receipt.about))
        for each in self.receipt.sections:
            page.add(section_view(page.say, each))
        page.end()
        self.foot.back.hide()
        self.show_page(page)

    def _sheet(self) -> SheetJob | None:
        if self.receipt is None:
            return None
        return self.session.receipt_sheet(self.receipt, usual(self.session))

    def _print(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            self.out.print(sheet)

    def _ask_where(self) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.places = SavePlaces(self.session)
        self.places.chosen.connect(self._save)
        self.places.elsewhere.connect(self._elsewhere)
        self.foot.back.show()
        self.show_page(self.places)

    def _save(self, folder: str) -> None:
        sheet = self._sheet()
        if sheet is not None:
            self.out.save(sheet, folder)
        self.open("")

    def _elsewhere(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            self.out.save_elsewhere(sheet)

    def back(self) -> None:
        """Go back to the receipt."""
        if self.places is not None:
            self.open("")
        else:
            self.forward()

    def forward(self) -> None:
        """Finish: the receipt is let go, and the program begins anew, so that no memory holds what was typed."""
        self.desk.receipt = self.receipt = None
        self.desk.go(Place.HOME)
        if self.desk.sentry is not None:
            self.desk.sentry.begin_anew()
