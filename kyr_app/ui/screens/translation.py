"""For a translator: what was told on the left, its English on the right, line by line. Nothing is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyr_app.model.inline import literal
from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.label import Label, Pair
from kyr_app.ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from kyr_app.model.changes import Changes
    from kyr_app.rules.statement import Paragraph, Passage


class TranslationScreen(Screen):
    """Shows one numbered paragraph at a time. English of words that have changed since is not printed."""

    HEARD = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.number = 0
        self.boxes: list[TextBox] = []
        self.where = Label("small-strong")
        self.head.addWidget(self.where, 1)
        self.pause_button()

    def open(self, what: str) -> None:
        """Begin with the first paragraph without its English, or with the one that `what` names."""
        made = self.session.story.statement()
        if not any(each.own for each in made.passages):
            self.desk.go(Place.STATEMENT)
            self.desk.tell(N_("There is nothing to translate yet: the cards are empty."))
            return
        waiting = (each.number for each in made.paragraphs if _open(each))
        self.show_number(int(what) if what else self.number or next(waiting, 1))

    def refresh(self, changes: Changes) -> None:
        """Leave a story that is gone."""
        if changes.family and not self.session.story.statement().paragraphs:
            self.boxes = []
            self.desk.go(Place.STATEMENT)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The numbered paragraphs as they stand now."""
        return self.session.story.statement().paragraphs

    def show_number(self, number: int) -> None:
        """Show a paragraph."""
        assert self.foot is not None  # noqa: S101 (made in __init__)
        paragraphs = self.paragraphs
        self.number = min(max(number, 1), len(paragraphs))
        self.boxes = []
        page = Page(self.session)
        page.add(Pair(page.say, N_("Paragraph {n}", n=self.number), "title"))
        if self.number == 1:
            words = N_("All that stands there, nothing more and nothing less. Write names as they are.")
            page.add(Pair(page.say, words))
        for passage in paragraphs[self.number - 1].passages:
            if passage.own:
                page.add(self._passage(page, passage))
        page.end()
        self.show_page(page)
        self.say(self.where.say, N_("Paragraph {n} of {total}", n=self.number, total=len(paragraphs)))
        last = self.number == len(paragraphs)
        self.say(self.foot.next.setText, N_("Done") if last else N_("Next"))
        if self.boxes:
            self.boxes[0].setFocus()

    def _passage(self, page: Page, passage: Passage) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        told = Framed("sheet")
        told.column.addWidget(Pair(page.say, N_("As it was told"), "kicker"))
        own = Label()
        own.say(literal(str(passage.words)))
        told.column.addWidget(own)
        told.column.addStretch(1)
        row.addWidget(told, 1)
        english, column = plain_column(0.5)
        column.addWidget(Pair(page.say, N_("In English"), "kicker"))
        typed = self.session.story.story.in_english(passage.line)
        box = TextBox(page.say, N_("In English"), 4)
        box.show_words(typed.words if typed is not None else "")
        box.typed.connect(lambda words: self._write(passage, words))
        column.addWidget(box, 1)
        if typed is not None and typed.of != passage.words:
            words = N_(
                "What was told has changed since. Change the English too: until then it is not printed."
            )
            column.addWidget(Pair(page.say, words, "small-strong"))
        self.boxes.append(box)
        row.addWidget(english, 1)
        return holder

    def _write(self, passage: Passage, words: str) -> None:
        self.session.story.translate(passage.line, str(passage.words), words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no word on a screen that is not shown: it is kept already."""
        if not event.spontaneous():
            self.boxes = []
            self.show_page(QWidget())
        super().hideEvent(event)

    def back(self) -> None:
        """Show the paragraph before, or what the paper needs."""
        if self.number > 1:
            self.show_number(self.number - 1)
        else:
            self._leave()

    def forward(self) -> None:
        """Show the next paragraph; after the last one, what the paper needs."""
        if self.number < len(self.paragraphs):
            self.show_number(self.number + 1)
        else:
            self._leave()

    def _leave(self) -> None:
        self.desk.go(Place.STATEMENT)


def _open(paragraph: Paragraph) -> bool:
    return any(each.own and not each.english for each in paragraph.passages)
