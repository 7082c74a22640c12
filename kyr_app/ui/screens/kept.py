"""What is kept, as a plain list: counts and no contents, what was set aside, and other copies of the same file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_, P_, Together
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.phrase_pages import advice
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed, plain_column, plain_row
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kyr_app.model.text import Words

COPIES = {"same": "check-circle", "newer": "warning-circle", "older": "clock-counter-clockwise"}


class KeptScreen(Screen):
    """For whoever wants to know before they trust."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.hide()

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show the list as it is now."""
        family, page = self.session.family, Page(self.session)
        if family.open and family.where is not None:
            saved = P_("saved {n} time", "saved {n} times", family.generation)
            where = Together((family.where.at, saved), " · ")
            page.add(heading(page.say, "list", N_("What your file keeps"), where))
        else:
            said = N_("No file is open. This is what the program knows until you finish.")
            page.add(heading(page.say, "list", N_("What is known now"), said))
        self._list(page)
        aside = family.aside()
        if aside:
            put = P_("{n} thing is set aside", "{n} things are set aside", len(aside))
            page.add(Fold(page.say, put, lambda: _lines(page, aside)))
        self._copies(page)
        page.end()
        self.show_page(page)

    def _list(self, page: Page) -> None:
        kept = self.session.family.kept()
        if not kept:
            page.add(advice(page, N_("Nothing yet.")))
            return
        frame = Framed("sheet")
        for words, count in kept:
            line, row = plain_row(2)
            row.addWidget(Pair(page.say, words), 1)
            row.addWidget(Pair(page.say, str(count), "word"))
            frame.column.addWidget(line)
        page.add(frame)

    def _copies(self, page: Page) -> None:
        copies = self.session.family.copies()
        if not copies:
            return
        page.add(Pair(page.say, N_("Other copies of this file"), "subtitle"))
        for each in copies:
            warm = each.standing in {"newer", "forked"}
            tone = Tone.WARM if warm else Tone.ACCENT
            frame = Framed("warm" if warm else "sheet", COPIES.get(each.standing, "copy"), tone)
            frame.column.addWidget(Pair(page.say, each.where.called, "word"))
            frame.column.addWidget(Pair(page.say, each.said))
            page.add(frame)
        page.add(
            Pair(
                page.say,
                N_("The program leaves every copy as it is. Decide which one to go on with."),
                "small",
            )
        )

    def back(self) -> None:
        """Go back to the file."""
        self.desk.go(Place.FAMILY)


def _lines(page: Page, lines: Sequence[Words]) -> QWidget:
    holder, column = plain_column(0.5)
    for each in lines:
        line, row = plain_row(1)
        row.addWidget(Glyph("minus", 0.8, Tone.SOFT))
        row.addWidget(Pair(page.say, each, "small"), 1)
        column.addWidget(line)
    return holder
