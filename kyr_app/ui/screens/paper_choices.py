"""The panel beside a preview: the language and the size of the paper, or the places where it can be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from kyr_app.model.settings import Edition, Paper, View
from kyr_app.model.text import N_, Words
from kyr_app.ui import saving
from kyr_app.ui.papers import Chosen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.card import AnswerCard, Card
from kyr_app.ui.widgets.copies import Copies
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.session.session import Session

_LANGUAGES: tuple[tuple[str, Words], ...] = (
    ("es", N_("In Spanish")),
    ("en", N_("In English")),
    ("both", N_("In both languages")),
)
_EDITIONS: tuple[tuple[Edition, str, Words, Words], ...] = (
    (Edition.STANDARD, "article", N_("Sheets"), N_("The whole lesson, to read and to keep.")),
    (Edition.LARGE, "text-aa", N_("Large letters"), N_("The whole lesson, for tired eyes or bad light.")),
    (Edition.ZINE, "book-open", N_("Little book"), N_("One sheet. You fold it, and it fits in a pocket.")),
    (Edition.CARD, "cards", N_("Wallet cards"), N_("The shortest form, to cut out and to carry.")),
    (Edition.DISCREET, "eye-slash", N_("Discreet"), N_("Nothing outside says what it is about.")),
)
_PAPERS: tuple[tuple[Paper, Words, Words], ...] = (
    (Paper.LETTER, N_("Letter"), N_("The usual size in Mexico and the United States")),
    (Paper.A4, "A4", N_("A little longer and narrower")),
)


class PaperChoices(Page):
    """A few questions, each with an answer already: which edition where there are several, language, paper, copies.

    `changed` asks for another paper, `counted` only for more or fewer of the same.
    """

    changed = Signal()
    counted = Signal()

    def __init__(self, session: Session, chosen: Chosen | None, *, editions: bool = False) -> None:
        super().__init__(session)
        self.chosen = chosen or Chosen(usual(session))
        if not editions:
            self.chosen = structs.replace(self.chosen, edition=Edition.STANDARD)
        self.cards: dict[str, AnswerCard] = {}
        if editions:
            self._ask_edition()
        self._ask_language()
        self._ask_paper()
        self.add(Pair(self.say, N_("How many copies?"), "lead"))
        self.copies = Copies(self.say, self.chosen.copies)
        self.copies.edited.connect(self._count)
        self.add(self.copies)
        self.end()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the paper, the reader's first."""
        return self.chosen.languages

    def _ask_edition(self) -> None:
        self.add(Pair(self.say, N_("What kind of sheet?"), "lead"))
        cards = [
            (kind.value, AnswerCard(self.say, name, icon, quiet=True)) for kind, icon, name, _ in _EDITIONS
        ]
        for (_, card), (_, _, _, below) in zip(cards, _EDITIONS, strict=True):
            card.add_note(self.say, below)
        self._ask(cards, self.chosen.edition.value, self._edition)

    def _ask_language(self) -> None:
        key = "both" if len(self.languages) > 1 else self.languages[0]
        self.add(Pair(self.say, N_("What language for the sheet?"), "lead"))
        self._ask(
            [(name, AnswerCard(self.say, words, quiet=True)) for name, words in _LANGUAGES],
            key,
            self._language,
        )

    def _ask_paper(self) -> None:
        self.add(Pair(self.say, N_("What paper?"), "lead"))
        papers = [
            (size.value, AnswerCard(self.say, name, "", below, quiet=True)) for size, name, below in _PAPERS
        ]
        self._ask(papers, self.session.settings.paper.value, self._paper)

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
        self.chosen = structs.replace(self.chosen, languages=both if key == "both" else (key,))
        self.changed.emit()

    def _edition(self, key: str) -> None:
        self.chosen = structs.replace(self.chosen, edition=Edition(key))
        self.changed.emit()

    def _count(self) -> None:
        self.chosen = structs.replace(self.chosen, copies=self.copies.copies)
        self.counted.emit()

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
