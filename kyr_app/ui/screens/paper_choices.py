"""The panel beside a preview: the language and the size of the paper, or the places where it can be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kyr_app.model.settings import Edition, Paper, View
from kyr_app.model.text import N_, Together, Words
from kyr_app.ui import saving
from kyr_app.ui.papers import Chosen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.card import AnswerCard, Card
from kyr_app.ui.widgets.copies import Copies
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.radios import Question, Radios

if TYPE_CHECKING:
    from kyr_app.session.session import Session

LETTERS = 12
"""So many letters that cannot be printed are shown; more of them say no more."""
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

    With `fixed`, which says why, there is no choice of language and paper.
    `changed` asks for another paper, `counted` only for more or fewer of the same.
    """

    changed = Signal()
    counted = Signal()

    def __init__(
        self, session: Session, chosen: Chosen | None, *, editions: bool = False, fixed: Words = ""
    ) -> None:
        super().__init__(session)
        self.chosen = chosen or Chosen(usual(session))
        if not editions:
            self.chosen = structs.replace(self.chosen, edition=Edition.STANDARD)
        self.cards: dict[str, AnswerCard] = {}
        self._warned: Framed | None = None
        if editions:
            self._ask_edition()
        if fixed:
            self.add(Pair(self.say, fixed))
        else:
            self._ask_language()
            self._ask_paper()
        self.add(Pair(self.say, N_("How many copies?"), "lead"))
        self.copies = Copies(self.say, self.chosen.copies)
        self.copies.edited.connect(self._count)
        self.add(self.copies)
        self.end()

    def warn(self, letters: str) -> Words:
        """Say above everything which letters no paper can draw; return what was said, nothing where there are none."""
        if self._warned is not None:
            self._warned.hide()
            self._warned.deleteLater()
        self._warned = None
        if not letters:
            return ""
        named = " ".join(letters[:LETTERS]) + (" …" if len(letters) > LETTERS else "")
        head = N_("Some letters cannot be printed here.")
        said = N_(
            "On paper a small box stands for each of them: {letters}. Write them by hand.", letters=named
        )
        self._warned = Framed("warm", "warning", Tone.WARM)
        self._warned.column.addWidget(Pair(self.say, head, "warm"))
        self._warned.column.addWidget(Pair(self.say, said))
        self.parts.insertWidget(0, self._warned)
        return Together((head, said))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the paper, the reader's first."""
        return self.chosen.languages

    def _ask_edition(self) -> None:
        asked = N_("What kind of sheet?")
        self.add(Pair(self.say, asked, "lead"))
        cards = [
            (kind.value, AnswerCard(self.say, name, icon, quiet=True)) for kind, icon, name, _ in _EDITIONS
        ]
        for (_, card), (_, _, _, below) in zip(cards, _EDITIONS, strict=True):
            card.add_note(self.say, below)
        self._ask(asked, cards, self.chosen.edition.value, self._edition)

    def _ask_language(self) -> None:
        key = "both" if len(self.languages) > 1 else self.languages[0]
        asked = N_("What language for the sheet?")
        self.add(Pair(self.say, asked, "lead"))
        self._ask(
            asked,
            [
                (name, AnswerCard(self.say, words, quiet=True))
                for name, words in paper_languages(self.session)
            ],
            key,
            self._language,
        )

    def _ask_paper(self) -> None:
        asked = N_("What paper?")
        self.add(Pair(self.say, asked, "lead"))
        papers = [
            (size.value, AnswerCard(self.say, name, "", below, quiet=True)) for size, name, below in _PAPERS
        ]
        self._ask(asked, papers, self.session.settings.paper.value, self._paper)

    def _ask(self, asked: Words, cards: list[tuple[str, AnswerCard]], chosen: str, take: object) -> None:
        held = Question(self.say, asked)
        for key, card in cards:
            card.setProperty("kind", "card")
            card.clicked.connect(lambda _=False, key=key: take(key))  # type: ignore[operator]
            self.cards[key] = card
            held.column.addWidget(card)
        Radios(held, self.say, [card for _, card in cards]).choose(dict(cards).get(chosen))
        self.add(held)

    def _language(self, key: str) -> None:
        languages = self.session.pair if key == "both" else (key,)
        self.chosen = structs.replace(self.chosen, languages=languages)
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
    return session.pair if session.settings.view is View.BOTH else session.pair[:1]


def paper_languages(session: Session) -> tuple[tuple[str, Words], ...]:
    """Return the ways a paper can be made: in one language, or in two beside each other, by key."""
    one = tuple(
        (code, IN_ONE.get(code) or N_("In {language}", language=session.name_of(code)))
        for code in session.paper_languages
    )
    if not session.added:
        return (*one, ("both", N_("In both languages")))
    first, second = (session.name_of(each) for each in session.pair)
    return (*one, ("both", N_("In two: {first} and {second}", first=first, second=second)))


IN_ONE: dict[str, Words] = {"es": N_("In Spanish"), "en": N_("In English")}


WHERE = N_("Where do you want to save it?")


class SavePlaces(Page):
    """Where to save: a card for each place, and one that opens a dialog for any other."""

    chosen = Signal(str)
    elsewhere = Signal()

    def __init__(self, session: Session, asked: Words = WHERE) -> None:
        super().__init__(session)
        self.cards: list[QWidget] = []
        self.add(Pair(self.say, asked, "lead"))
        for shelter in saving.shelters():
            card = Card(self.say, shelter.called, shelter.icon, role="strong")
            card.clicked.connect(lambda _=False, folder=shelter.folder: self.chosen.emit(str(folder)))
            self.cards.append(self.add(card))
        other = Card(self.say, N_("Another folder…"), "folder-open", role="strong")
        other.clicked.connect(self.elsewhere)
        self.cards.append(self.add(other))
        self.add(Pair(self.say, N_("The file's name says nothing about what is in it."), "small"))
        self.end()
