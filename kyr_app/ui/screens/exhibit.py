"""One exhibit: its pages made readable and put in order, what came in beside what will be printed; then what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtWidgets import QWidget

from kyr_app.documents.pictures.ready import on_paper
from kyr_app.model.packet import WHOLE, Exhibit, Sheet
from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.gallery import Gallery
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.exhibit_head import ExhibitHead, Following
from kyr_app.ui.screens.exhibit_look import LookPage
from kyr_app.ui.screens.exhibit_pages import PagesPage
from kyr_app.ui.screens.exhibit_panes import Panes
from kyr_app.ui.screens.exhibit_proposals import Proposals
from kyr_app.ui.screens.exhibit_spread import LOOK, PAGES, WORDS, Spread
from kyr_app.ui.screens.exhibit_words import WordsPage
from kyr_app.ui.widgets.chosen import Below

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from kyr_app.model.changes import Changes


class ExhibitScreen(Screen):
    """`what` of `open` is the exhibit's number; after a slash, which side of it: `look`, `words` or `pages`."""

    HEARD = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.number, self.at, self.side = 0, 0, LOOK
        self.page: LookPage | WordsPage | PagesPage | None = None
        self.draft: Sheet | None = None
        self.gallery = Gallery(desk.session.packet, self)
        self.gallery.failed.connect(desk.failed)
        self.panes = Panes(self.say, self.gallery, self._on_paper)
        self.panes.before.changed.connect(self._corners)
        self.panes.turned.connect(self._page)
        self.proposals = Proposals(desk.session.packet, self)
        self.proposals.sheet_found.connect(self._found)
        self.proposals.nothing.connect(desk.tell)
        self.proposals.offered.connect(self._offered)
        self._head()
        self._arrange()
        self.below = Below(self, self.foot)
        self.following = Following(self, self.foot)
        if desk.cover is not None:
            desk.cover.dropped.connect(self.gallery.cover)
            desk.cover.lifted.connect(self.gallery.uncover)

    def _head(self) -> None:
        self.top = ExhibitHead(self)
        self.sides, self.steps = self.top.sides, self.top.steps
        self.sides.chosen.connect(self.show_side)
        self.steps.undone.connect(self.session.packet.undo)
        self.steps.redone.connect(self.session.packet.redo)

    def _arrange(self) -> None:
        self.spread, outer = Spread(self.column, self.panes), self.layout()
        assert outer is not None  # noqa: S101 (every screen has one)
        outer.replaceWidget(self.column, self.spread)
        self.spread.take()

    def open(self, what: str) -> None:
        """Show an exhibit; without a name, the one shown before."""
        number, _, side = what.partition("/")
        if number.isdecimal():
            self.at = self.at if int(number) == self.number else 0
            self.number = int(number)
        if self.session.packet.packet.has(self.number) and not self.exhibit.paper:
            self.show_side(side if side in {LOOK, WORDS, PAGES} else LOOK)
        else:
            self.desk.go(Place.PACKET)

    @property
    def exhibit(self) -> Exhibit:
        """The exhibit shown. Raise `InputError` where it is gone."""
        return self.session.packet.exhibit(self.number)

    @property
    def sheet(self) -> Sheet:
        """The page shown, as it is kept."""
        return self.exhibit.sheets[self.at]

    def _on_paper(self, sheet: Sheet) -> Sheet:
        return on_paper(sheet, colour=self.session.packet.choices.colour)

    def show_side(self, side: str) -> None:
        """Show how the pages look, the words, or all pages in their order."""
        assert self.foot is not None  # noqa: S101 (made in __init__)
        several = len(self.exhibit.sheets) > 1
        self.side, self.draft = LOOK if side == PAGES and not several else side, None
        self.session.packet.pause()
        self.spread.turn_to(self.side)
        self.sides.show_choice(WORDS if self.side == WORDS else LOOK)
        made: dict[str, Callable[[], LookPage | WordsPage | PagesPage]] = {
            LOOK: self._look,
            WORDS: self._words,
            PAGES: self._pages,
        }
        page = self.page = made[self.side]()
        self.below.show_bar(page.choice if isinstance(page, PagesPage) else None)
        self.show_page(page)
        self.say(self.foot.next.setText, N_("Say what it is") if self.side == LOOK else N_("Done"))
        self.foot.next.show_icon("arrow-right" if self.side == LOOK else "check")
        self.spread.fit()
        self._show()
        if isinstance(page, WordsPage):
            page.lines["title"].setFocus()

    def _look(self) -> LookPage:
        page = LookPage(self.session, self.number, several=len(self.exhibit.sheets) > 1)
        page.changed.connect(self._change)
        page.find_sheet.connect(lambda: self.proposals.find_sheet(self.sheet))
        page.find_level.connect(lambda: self.proposals.find_level(self.sheet))
        page.show_offer.connect(lambda: self.proposals.find_sheet(self.sheet))
        page.use_draft.connect(lambda: self._decide(use=True))
        page.drop_draft.connect(lambda: self._decide(use=False))
        page.going.connect(self._go)
        page.told.connect(self.desk.tell)
        page.turned.connect(self._page)
        page.more.ask.clicked.connect(self.spread.fit_soon)
        page.pages_wanted.connect(lambda: self.show_side(PAGES))
        return page

    def _pages(self) -> PagesPage:
        page = PagesPage(self.session, self.gallery, self.number)
        page.wanted.connect(self._work_on)
        page.told.connect(self.desk.tell)
        return page

    def _work_on(self, at: int) -> None:
        self.at = at
        self.show_side(LOOK)

    def _words(self) -> WordsPage:
        page, packing = WordsPage(self.session, self.exhibit), self.session.packet
        page.said.connect(lambda words: packing.describe(self.number, **words))
        page.linked_card.connect(lambda card, on: packing.link(self.number, card=card, on=on))
        page.told.connect(self.desk.tell)
        page.linked_item.connect(lambda item, on: packing.link(self.number, item=item, on=on))
        return page

    def refresh(self, changes: Changes) -> None:
        """Show the exhibit as it is now; leave one that is gone."""
        if not (changes.packet or changes.family):
            return
        if not self.session.packet.packet.has(self.number):
            self.desk.go(Place.PACKET)
            return
        several, self.draft = len(self.exhibit.sheets) > 1, None
        listed = isinstance(self.page, PagesPage) and not several
        if listed or (isinstance(self.page, LookPage) and several != ("all" in self.page.buttons)):
            self.show_side(LOOK)
        else:
            self._show()

    def _show(self) -> None:
        exhibit, packing = self.exhibit, self.session.packet
        self.at = min(self.at, len(exhibit.sheets) - 1)
        self.top.show_exhibit(packing, self.number)
        self.following.show_behind(packing, self.number, wanted=self.side == WORDS)
        sheet, count = self.draft or self.sheet, len(exhibit.sheets)
        self.panes.show_page(sheet, self.at, count)
        if isinstance(self.page, LookPage):
            self.page.show_sheet(sheet, self.at, count, draft=self.draft is not None)
            if self.draft is None and self.sheet.corners == WHOLE:
                self.proposals.offer(self.sheet)
            elif self.draft is None:
                self.page.offer.hide()
        elif self.page is not None:
            self.page.show_exhibit(exhibit)

    def order_tabs(self) -> None:
        """Let Tab go through the page, then what can be done with pages that are chosen, then the row of buttons."""
        super().order_tabs()
        self.below.order_tabs()

    def _change(self, sheet: Sheet, on: str) -> None:
        if self.draft is not None:
            self.draft = sheet
            self._show()
            return
        with self.desk.caught():
            self.session.packet.show(self.number, self.at, sheet, on or None)

    def _corners(self, corners: object) -> None:
        base = self.draft or self.sheet
        self._change(structs.replace(base, corners=corners), "")
        self._show()  # corners that were refused go back

    def _offered(self, sheet: Sheet) -> None:
        if isinstance(self.page, LookPage) and self.draft is None and sheet == self.sheet:
            self.page.offer.show()

    def _found(self, of: Sheet, sheet: Sheet) -> None:
        if of == self.sheet and isinstance(self.page, LookPage):
            self.desk.hush()
            self.draft = sheet
            self._show()
            self.page.buttons["use"].setFocus()

    def _decide(self, *, use: bool) -> None:
        draft, self.draft = self.draft, None
        if use and draft is not None:
            self._change(draft, "")
        self._show()

    def _go(self, at: int) -> None:
        self.at = at

    def _page(self, by: int) -> None:
        self.at, self.draft = max(0, min(self.at + by, len(self.exhibit.sheets) - 1)), None
        self.session.packet.pause()
        self._show()

    def back(self) -> None:
        """Go back from all pages to one of them, and from there to the list."""
        if self.side == PAGES:
            self.show_side(LOOK)
        else:
            self.desk.go(Place.PACKET, str(self.number))

    def forward(self) -> None:
        """Go on from the pages to the words, and from there to the list."""
        if self.side == LOOK:
            self.show_side(WORDS)
        else:
            self.back()  # from the words to the list, from all pages to one of them

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold no picture of what is not seen, and nothing that was typed: it is kept already."""
        if not event.spontaneous():
            self.gallery.let_go()
            self.panes.forget()
            self.proposals.forget()
            self.page = None
            self.below.show_bar(None)
            self.show_page(QWidget())
        super().hideEvent(event)
