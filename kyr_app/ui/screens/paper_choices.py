"""The panel beside a preview: the language and the size of the paper, or the places where it can be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from kyr_app.model.settings import Paper, View
from kyr_app.model.text import N_, Words
from kyr_app.ui import saving
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.card import AnswerCard, Card
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.session.session import Session

_LANGUAGES: tuple[tuple[str, Words], ...] = (
    ("es", N_("In Spanish")),
    ("en", N_("In English")),
    ("both", N_("In both languages")),
)
_PAPERS: tuple[tuple[Paper, Words, Words], ...] = (
    (Paper.LETTER, N_("Letter"), N_("The usual size in Mexico and the United States")),
    (Paper.A4, "A4", N_("A little longer and narrower")),
)


class PaperChoices(Page):
    """Two questions, each with an answer already."""

    changed = Signal()

    def __init__(self, session: Session, languages: tuple[str, ...] | None) -> None:
        super().__init__(session)
        self.languages = languages or usual(session)
        self.cards: dict[str, AnswerCard] = {}
        key = "both" if len(self.languages) > 1 else self.languages[0]
        self.add(Pair(self.say, N_("What language for the sheet?"), "lead"))
        self._ask(
            [(name, AnswerCard(self.say, words, quiet=True)) for name, words in _LANGUAGES],
            key,
            self._language,
        )
        self.add(Pair(self.say, N_("What paper?"), "lead"))
        papers = [
            (size.value, AnswerCard(self.say, name, "", below, quiet=True)) for size, name, below in _PAPERS
        ]
        self._ask(papers, session.settings.paper.value, self._paper)
        self.end()

    def _ask(self, cards: list[tuple[str, AnswerCard]], chosen: str, take: object) -> None:
        group = QButtonGroup(self)
        for key, card in cards:
            card.setProperty("kind", "card")
            group.addButton(card)
            card.setChecked(key == chosen)
            card.clicked.connect(lambda _=False, key=key: take(key))  # type: ignore[operator]
            self.cards[key] = card
            self.add(card)

    def _language(self, key: str) -> None:
        both = tuple(sorted(self.session.languages, key=lambda each: each != self.session.locale.language))
        self.languages = both if key == "both" else (key,)
        self.changed.emit()

    def _paper(self, key: str) -> None:
        self.session.use_paper(Paper(key))
        self.changed.emit()


def usual(session: Session) -> tuple[str, ...]:
    """Return the languages a paper is first made in: those on the screen, the reader's first."""
    reader = session.locale.language if session.locale.language in session.languages else session.languages[0]
    others = tuple(each for each in session.languages if each != reader)
    return (reader, *others) if session.settings.view is View.BOTH else (reader,)


class SavePlaces(Page):
    """Where to save: a card for each place, and one that opens a dialog for any other."""

    chosen = Signal(str)
    elsewhere = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.cards: list[QWidget] = []
        self.add(Pair(self.say, N_("Where do you want to save it?"), "lead"))
        for shelter in saving.shelters():
            card = Card(self.say, shelter.called, shelter.icon, role="strong")
            card.clicked.connect(lambda _=False, folder=shelter.folder: self.chosen.emit(str(folder)))
            self.cards.append(self.add(card))
        other = Card(self.say, N_("Another folder…"), "folder-open", role="strong")
        other.clicked.connect(self.elsewhere)
        self.cards.append(self.add(other))
        self.add(Pair(self.say, N_("The file's name says nothing about what is in it."), "small"))
        self.end()
