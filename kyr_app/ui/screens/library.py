"""The library: lessons by the moment of the journey at which they are needed, and looking for words in everything."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kyr_app.model.text import N_, P_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.lessons import LessonsPage
from kyr_app.ui.widgets.frame import plain_column
from kyr_app.ui.widgets.seek import SeekField

if TYPE_CHECKING:
    from kyr_app.content.search import Hit
    from kyr_app.model.changes import Changes
    from kyr_app.ui.screens.results import ResultsPage
    from kyr_app.ui.widgets.card import Card


class LibraryScreen(Screen):
    """Chooses a lesson, by the moment or by a word; or several lessons, to print them together."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.seek = SeekField(self.say, N_("Look for a word: fear, lawyer, school…"))
        self.seek.asked.connect(self._look)
        self.seek.entered.connect(self._take_first)
        self.head.addWidget(self.seek, 1)
        self.several = self.foot.add(N_("Choose several"), "stack", "")
        self.several.clicked.connect(self._choose_several)
        page, self._column = plain_column(0)
        self.lessons = LessonsPage(self.session)
        self.lessons.wanted.connect(lambda name: self.desk.go(Place.LESSON, name))
        self.lessons.picked.connect(self._show_picked)
        self._column.addWidget(self.lessons)
        self.show_page(page)
        self._show_picked()

    @cached_property
    def results(self) -> ResultsPage:
        """The places that were found; made with the first question."""
        from kyr_app.ui.screens.results import ResultsPage  # noqa: PLC0415 (what it knows of searching takes time)

        made = ResultsPage(self.session)
        made.hide()
        made.wanted.connect(self._open)
        self._column.addWidget(made)
        return made

    @property
    def cards(self) -> dict[str, Card]:
        """The lessons' cards by id."""
        return self.lessons.cards

    def refresh(self, changes: Changes) -> None:
        """Forget what was looked for when the sitting is forgotten."""
        if changes.answers and not self.session.answers:
            self.seek.line.clear()

    def _look(self, words: str) -> None:
        if words:
            self.desk.finder.find(words, lambda hits: self._show_hits(words, hits))
        else:
            self._show_hits("", ())

    def _show_hits(self, words: str, hits: tuple[Hit, ...]) -> None:
        if words != self.seek.text:
            return
        self.results.show_hits(words, hits)
        self.results.setVisible(bool(words))
        self.lessons.setVisible(not words)
        self.several.setVisible(not words)
        self.column.verticalScrollBar().setValue(0)
        self.order_tabs()

    def _take_first(self) -> None:
        """Open the best place with Enter."""
        if self.results.isVisible() and self.results.hits:
            self._open(self.results.hits[0])

    def _open(self, hit: Hit) -> None:
        from kyr_app.ui.screens.results import way_to  # noqa: PLC0415 (something was found, so it is there)

        self.desk.go(*way_to(hit))

    def _choose_several(self) -> None:
        self.lessons.choose(not self.lessons.choosing)
        self.order_tabs()

    def _show_picked(self) -> None:
        assert self.foot is not None  # noqa: S101 (asked for in __init__)
        choosing, count = self.lessons.choosing, len(self.lessons.chosen)
        self.say(self.several.setText, N_("Stop choosing") if choosing else N_("Choose several"))
        self.several.show_icon("x" if choosing else "stack")
        self.foot.next.setVisible(choosing)
        self.foot.next.setEnabled(bool(count))
        self.foot.next.show_icon("printer")
        self.say(
            self.foot.next.setText,
            P_("Print or save {n} lesson", "Print or save {n} lessons", count)
            if count
            else N_("Print or save"),
        )

    def back(self) -> None:
        """Stop looking, stop choosing, or go home."""
        if self.seek.line.text():
            self.seek.clear()
        elif self.lessons.choosing:
            self._choose_several()
        else:
            super().back()

    def forward(self) -> None:
        """Show the lessons chosen as one paper."""
        if self.lessons.chosen and not self.seek.text:
            self.desk.go(Place.PREVIEW, "lesson:" + ",".join(self.lessons.chosen))
