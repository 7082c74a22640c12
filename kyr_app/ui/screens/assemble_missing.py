"""What a packet still lacks, told before it is put together, with a way to each of it. Nothing of it has to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kyr_app.documents.packet import captions
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.session.making.packet import COVER, ORDER, SERVICE
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.words import Speaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kyr_app.session.session import Session
    from kyr_app.ui.screens.point import Page

NAMED = 4
"""So many exhibits, and so many questions, are named; the others are counted."""


def papers(session: Session) -> list[str]:
    """Return the court's own pages that go with a packet as it is chosen now."""
    chosen = session.packet.choices
    return [COVER, *([ORDER] if chosen.order else []), *([SERVICE] if chosen.service else [])]


def asked(session: Session) -> tuple[Words, ...]:
    """Return what those pages still ask, each question once."""
    sheets = [session.my_papers.sheet(each) for each in papers(session)]
    return tuple(dict.fromkeys(words for sheet in sheets if sheet is not None for words in sheet.lacking))


class MissingPart(Framed):
    """Tells what is wanted: an exhibit to describe, or the questions of the court's own pages."""

    exhibit = Signal(int)
    questions = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__("phrase", "clipboard-text")
        self._session = page.session
        self.ways: list[Button] = []
        self.ask: Button | None = None
        self._inside, _ = plain_column(1)
        self.column.addWidget(self._inside)
        self.show_now()

    def show_now(self) -> None:
        """Show what is missing now."""
        old, self.ways, self.ask = self._inside, [], None
        self._inside, column = plain_column(1)
        self._say = Speaks(self._inside, self._session)  # what is said here ends with what it stands in
        exhibits, questions = list(self._exhibits()), asked(self._session)
        if not exhibits and not questions:
            column.addWidget(Pair(self._say, captions.NOTHING_MISSING))
        else:
            column.addWidget(Pair(self._say, captions.MISSING, "strong"))
            go_on = N_("You can go on without it, and write it by hand later.")
            column.addWidget(Pair(self._say, go_on, "small"))
        flow = Flow()
        for number, said in exhibits[:NAMED]:
            self._way(flow, said, "pencil-simple").clicked.connect(
                lambda _=False, number=number: self.exhibit.emit(number)
            )
        if questions:
            said = P_("The court's pages: {n} question", "The court's pages: {n} questions", len(questions))
            self.ask = self._way(flow, said, "question")
            self.ask.clicked.connect(self.questions)
        if self.ways:
            column.addWidget(flow)
        more = len(exhibits) - NAMED
        if more > 0:
            column.addWidget(
                Pair(self._say, P_("and {n} more exhibit", "and {n} more exhibits", more), "small")
            )
        self.column.replaceWidget(old, self._inside)
        old.hide()
        old.deleteLater()

    def _way(self, flow: Flow, words: Words, icon: str) -> Button:
        button = Button(self._say, words, icon)
        self.ways.append(button)
        flow.add(button)
        return button

    def _exhibits(self) -> Iterator[tuple[int, Words]]:
        packing = self._session.packet
        for each in packing.packet.exhibits:
            lacks = packing.missing(each.number)
            if lacks:
                letter = packing.packet.letter(each.number)
                some = lacks if len(lacks) == 1 else (lacks[0], "…")
                yield each.number, captions.lacks(letter, Together(some, ", "))
