"""How the sets of a workshop are printed: a few questions, each with an answer already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import Signal

from kyr_app.model.settings import Edition, Paper
from kyr_app.model.text import N_, Words
from kyr_app.ui.screens.paper_choices import paper_languages
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.card import AnswerCard
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.radios import Question, Radios

if TYPE_CHECKING:
    from kyr_app.session.session import Session

Answers = Sequence[tuple[str, str, Words, Words | None]]
"""Answers to one question: key, picture, words, and what they mean."""

EDITIONS: Answers = (
    (Edition.STANDARD.value, "article", N_("Sheets"), N_("The whole lesson, to read and to keep.")),
    (
        Edition.ZINE.value,
        "book-open",
        N_("Little book"),
        N_("One sheet. You fold it, and it fits in a pocket."),
    ),
    (
        Edition.LARGE.value,
        "text-aa",
        N_("Large letters"),
        N_("The whole lesson, for tired eyes or bad light."),
    ),
    (Edition.DISCREET.value, "eye-slash", N_("Discreet"), N_("Nothing outside says what it is about.")),
)
CARDS: Answers = (
    (
        "yes",
        "cards",
        N_("With cards to cut out"),
        N_("What is said aloud, an interpreter, telephone numbers."),
    ),
    ("no", "x", N_("Without cards"), None),
)
SIDES: Answers = (
    ("no", "article", N_("On one side"), None),
    ("yes", "stack", N_("On both sides"), N_("Each sheet begins on paper of its own.")),
)
PAPERS: Answers = (
    (Paper.LETTER.value, "", N_("Letter"), None),
    (Paper.A4.value, "", "A4", None),
)


class SetChoices(Page):
    """Changes how the sets of the session's workshop are wanted, and tells that it did."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.workshop = session.workshop
        wanted = self.workshop.wanted
        self.cards: dict[str, dict[str, AnswerCard]] = {}
        self.add(Pair(self.say, N_("Sheets for the group"), "title"))
        self._ask("edition", N_("What kind of sheet?"), EDITIONS, wanted.edition.value, self._edition)
        language = "both" if len(wanted.languages) > 1 else wanted.languages[0]
        ways = tuple((key, "", words, None) for key, words in paper_languages(self.session))
        self._ask("language", N_("What language for the sheet?"), ways, language, self._language)
        self._ask("cards", N_("Cards to carry?"), CARDS, _yes(wanted.cards), self._cards)
        self._ask("sides", N_("How does the printer print?"), SIDES, _yes(wanted.both_sides), self._sides)
        paper = (wanted.paper or session.settings.paper).value
        self._ask("paper", N_("What paper?"), PAPERS, paper, self._paper)
        self.end()

    def _ask(
        self, name: str, question: Words, answers: Answers, now: str, take: Callable[[str], object]
    ) -> None:
        self.add(Pair(self.say, question, "lead"))
        cards: dict[str, AnswerCard] = {}
        for key, icon, words, below in answers:
            card = AnswerCard(self.say, words, icon, quiet=True)
            if below is not None:
                card.add_note(self.say, below)
            card.setProperty("kind", "card")
            card.clicked.connect(lambda _=False, key=key: take(key))
            cards[key] = card
        self.cards[name] = cards
        held = Question(self.say, question)
        held.column.addWidget(Grid(cards.values(), 13, most=3 if len(cards) == 3 else 2))
        Radios(held, self.say, cards.values()).choose(cards.get(now))
        self.add(held)

    def _edition(self, key: str) -> None:
        self._use(edition=Edition(key))

    def _language(self, key: str) -> None:
        self._use(languages=self.session.pair if key == "both" else (key,))

    def _cards(self, key: str) -> None:
        self._use(cards=key == "yes")

    def _sides(self, key: str) -> None:
        self._use(both_sides=key == "yes")

    def _paper(self, key: str) -> None:
        self._use(paper=Paper(key))

    def _use(self, **values: object) -> None:
        self.workshop.wanted = structs.replace(self.workshop.wanted, **values)
        self.changed.emit()


def _yes(wanted: bool) -> str:  # noqa: FBT001 (one of two ways)
    return "yes" if wanted else "no"
