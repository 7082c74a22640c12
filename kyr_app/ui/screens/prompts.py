"""Beginnings of sentences to choose from: none is asked for, none has an order, hard ones are announced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kyr_app.model.text import N_, P_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed, plain_column, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.prompt import Prompt, PromptSection


class PromptsScreen(Screen):
    """Shows the prompts by section; those of a hard section open when they are asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.cards: dict[str, Card] = {}
        self.folds: dict[str, Fold] = {}
        self.foot.next.hide()
        self.pause_button()

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show every section, the hard ones closed."""
        page = Page(self.session)
        head, row = plain_row(2)
        row.addWidget(Glyph("question", 2.0, rounded=True))
        words, column = plain_column(0.5)
        column.addWidget(Pair(page.say, N_("Choose how to begin"), "title"))
        intro = N_("Any of them, in any order, or none. Each one opens a card of its own.")
        column.addWidget(Pair(page.say, intro))
        row.addWidget(words, 1)
        page.add(head)
        self.cards, self.folds = {}, {}
        for file in self.session.library.prompt_files:
            for section in file.sections:
                self._section(page, section)
        page.end()
        self.show_page(page)

    def _section(self, page: Page, section: PromptSection) -> None:
        line, row = plain_row(1)
        row.addWidget(Glyph(section.icon, 1.3, Tone.ACCENT))
        row.addWidget(Pair(page.say, section.title, "lead"), 1)
        page.add(line)
        quiet = [each for each in section.prompts if not each.painful and not each.printed]
        hard = [each for each in section.prompts if each.painful]
        printed = [each for each in section.prompts if each.printed]
        if quiet:
            page.add(self._grid(page, section, quiet))
        if hard:
            words = P_(
                "{n} beginning about something hard: show",
                "{n} beginnings about something hard: show",
                len(hard),
            )
            fold = Fold(page.say, words, lambda: self._grid(page, section, hard))
            self.folds[section.id] = fold
            page.add(fold)
        if printed:
            page.add(_printed(page, printed))

    def _grid(self, page: Page, section: PromptSection, prompts: list[Prompt]) -> QWidget:
        for each in prompts:
            card = Card(page.say, each.ask, "", each.tip, role="strong")
            card.clicked.connect(lambda _=False, each=each: self._begin(section, each))
            self.cards[each.id] = card
        return Grid([self.cards[each.id] for each in prompts], 18)

    def _begin(self, section: PromptSection, prompt: Prompt) -> None:
        card = self.session.story.begin(prompt, section.spot)
        self.desk.go(Place.CARD, f"{card.number}/new")

    def back(self) -> None:
        """Go back to the cards."""
        self.desk.go(Place.STORY)


def _printed(page: Page, prompts: list[Prompt]) -> Framed:
    """Return what the papers say by themselves: to know it, and not to tell it again."""
    frame = Framed("phrase", "printer")
    for each in prompts:
        frame.column.addWidget(Pair(page.say, each.ask))
        frame.column.addWidget(Pair(page.say, each.tip, "small"))
    return frame
