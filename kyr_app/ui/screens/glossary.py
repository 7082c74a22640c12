"""The glossary: every hard word from A to Z, in both languages, with what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.reference import Reference
from kyr_app.ui.widgets.chips import Chips
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.label import Label, Pair
from kyr_app.ui.widgets.term import term_view

if TYPE_CHECKING:
    from kyr_app.content.search import Hit
    from kyr_app.model.changes import Changes
    from kyr_app.model.glossary import Term

MOST = 200


class GlossaryScreen(Reference):
    """Shows every term, or those in which a word was found; a term asked for is brought into sight, framed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Look for a word in this list"), "glossary", lines=1.0)
        self.rows: dict[str, Framed] = {}
        self.letters = Chips()

    def refresh(self, changes: Changes) -> None:
        """Put the terms in the order of another language; the one that was read stays in sight."""
        super().refresh(changes)
        if changes.language and self._spoken != self.session.locale.language:
            seen = next((name for name, row in self.rows.items() if not row.visibleRegion().isEmpty()), "")
            scrolled = self.column.verticalScrollBar().value() > 0
            self.show_rows()
            if scrolled and seen in self.rows:
                self.column.reveal(self.rows[seen])

    def show_rows(self, what: str = "") -> None:
        """Show the terms that are wanted now, in the order of the reader's language."""
        if self.seek.text and not what:
            self.desk.finder.find(self.seek.text, self._show_found, MOST)
        else:
            self._show(list(self.session.library.terms.values()), what)

    def _show_found(self, hits: tuple[Hit, ...]) -> None:
        terms = self.session.library.terms
        self._show([terms[hit.id] for hit in hits if hit.kind.value == "term"], "")

    def _show(self, terms: list[Term], wanted: str) -> None:
        locale = self.session.locale
        page = Page(self.session)
        page.add(Pair(page.say, N_("Hard words, explained"), "title"))
        self.rows, self.letters = {}, Chips()
        page.add(self.letters)
        letter = ""
        for term in sorted(terms, key=lambda each: locale.collate(locale.render(each.term))):
            first = locale.collate(locale.render(term.term))[0][:1].upper()
            if first != letter:
                letter = first
                self._add_letter(page, letter)
            self.rows[term.id] = view = term_view(page.say, term, wanted=term.id == wanted)
            page.add(view)
        if not terms:
            page.add(Pair(page.say, N_("No word of this list fits. Try a shorter one.")))
        self.letters.setVisible(len(self.letters.jumps) > 1)
        page.end()
        self.show_page(page)
        if wanted in self.rows:
            self.column.reveal(self.rows[wanted])

    def _add_letter(self, page: Page, letter: str) -> None:
        head = Label("subtitle")
        head.say(letter)
        page.add(head)
        self.letters.add_jump(page.say, letter, letter).clicked.connect(lambda: self.column.reveal(head))
