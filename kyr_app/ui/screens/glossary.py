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
    from collections.abc import Iterator

    from kyr_app.content.search import Hit
    from kyr_app.model.changes import Changes
    from kyr_app.model.glossary import Term

MOST = 200


class GlossaryScreen(Reference):
    """Shows every term, or those in which a word was found; a term asked for is brought into sight, framed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Look for a word in this list"), "glossary", lines=1.0)
        self._made: dict[str, Framed] = {}
        self.letters = Chips()

    @property
    def rows(self) -> dict[str, Framed]:
        """The terms shown, by id."""
        self.whole()
        return self._made

    def refresh(self, changes: Changes) -> None:
        """Put the terms in the order of another language; the one that was read stays in sight."""
        super().refresh(changes)
        if changes.language and self._spoken != self.session.locale.language:
            seen = next((name for name, row in self._made.items() if not row.visibleRegion().isEmpty()), "")
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
        self._made, self.letters = {}, Chips()
        page.add(self.letters)
        ordered = sorted(terms, key=lambda each: locale.collate(locale.render(each.term)))
        initials = [locale.collate(locale.render(each.term))[0][:1].upper() for each in ordered]
        heads = {letter: self._letter(page, letter) for letter in dict.fromkeys(initials)}
        if not terms:
            page.add(Pair(page.say, N_("No word of this list fits. Try a shorter one.")))
        self.letters.setVisible(len(heads) > 1)
        self.fill(page, self._rows(page, ordered, initials, heads, wanted), self._made, wanted)
        if wanted in self._made:
            self.column.reveal(self._made[wanted])

    def _rows(
        self, page: Page, terms: list[Term], initials: list[str], heads: dict[str, Label], wanted: str
    ) -> Iterator[None]:
        """Put one term after the other on the page, the first of each letter under its letter."""
        before = ""
        for term, letter in zip(terms, initials, strict=True):
            if letter != before:
                page.add(heads[letter])
                before = letter
            self._made[term.id] = view = term_view(page.say, term, wanted=term.id == wanted)
            page.add(view)
            yield

    def _letter(self, page: Page, letter: str) -> Label:
        """Return the head of a letter, to which a chip leads."""
        head = Label("subtitle")
        head.say(letter)
        self.letters.add_jump(page.say, letter, letter).clicked.connect(lambda: self._jump(head))
        return head

    def _jump(self, head: Label) -> None:
        self.whole()
        self.column.reveal(head)
