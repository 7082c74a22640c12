"""The pages round a practice: who is here, what to take care of, which topics; and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kyr_app.model.practice import Manner
from kyr_app.model.text import N_, P_, Words
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.banner import expiry
from kyr_app.ui.widgets.card import AnswerCard, Card
from kyr_app.ui.widgets.frame import TOP, Framed, plain_column, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.source import SourceLine, reviewed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from kyr_app.model.practice import PracticeSet, Topic
    from kyr_app.session.session import Session


class HerePage(Page):
    """Who is here: some questions are not for children, and whoever is one finds what is."""

    grown = Signal()
    young = Signal()

    def __init__(self, session: Session, practised: PracticeSet) -> None:
        super().__init__(session)
        self.add(title(self, practised.icon, practised.title, N_("First, a quiet question.")))
        self.add(Pair(self.say, N_("Is there a child with you, or are you under 18?"), "subtitle"))
        self.adults = Card(self.say, N_("No, only adults are here"), "user")
        below = N_("There are other things to practice here, made for you.")
        self.child = Card(self.say, N_("Yes, there is someone under 18"), "student", below)
        self.adults.clicked.connect(self.grown)
        self.child.clicked.connect(self.young)
        self.add(Grid((self.adults, self.child), 18))
        self.add(Pair(self.say, N_("The answer is not kept."), "small"))
        self.end()


class YoungPage(Page):
    """What is there to practise for who is under 18, and with them."""

    wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        told = N_("Nobody rehearses with children what happened to them. These things help.")
        self.add(title(self, "student", N_("For those under 18"), told))
        ways: tuple[tuple[str, str, Words, Words], ...] = (
            (
                "words",
                "megaphone-simple",
                N_("Words to say"),
                N_("A few sentences that an officer understands."),
            ),
            (
                "phones",
                "brain",
                N_("Two phones by heart"),
                N_("A phone can get lost. Your memory goes with you."),
            ),
            ("lessons", "book-open", N_("Lessons for teens"), N_("Short, and made for you.")),
            (
                "help",
                "lifebuoy",
                N_("Who can help"),
                N_("Lawyers for children, and other people you can call."),
            ),
        )
        self.cards = {key: Card(self.say, words, icon, below) for key, icon, words, below in ways}
        for key, card in self.cards.items():
            card.clicked.connect(lambda _=False, key=key: self.wanted.emit(key))
        self.add(Grid(self.cards.values(), 15))
        self.end()


class CarePage(Page):
    """What to take care of before one begins."""

    def __init__(self, session: Session, practised: PracticeSet) -> None:
        super().__init__(session)
        if practised.expired(session.today):
            self.add(expiry(self.say, practised.good_until))
        self.add(title(self, practised.icon, practised.title, practised.intro))
        frame = Framed("phrase")
        for care in practised.care:
            line, row = plain_row(1.5)
            row.addWidget(Glyph(care.icon, 1.4, line=True), 0, TOP)
            row.addWidget(Pair(self.say, care.text), 1)
            frame.column.addWidget(line)
        self.add(frame)
        self.add(source(self, practised, [fact for care in practised.care for fact in care.facts]))
        self.end()


class TopicsPage(Page):
    """Topics to choose, several of them; words to learn begin as soon as one is pressed."""

    toggled = Signal(str, bool)
    pressed = Signal(str)

    def __init__(self, session: Session, practised: PracticeSet, chosen: Iterable[str]) -> None:
        super().__init__(session)
        drill = practised.manner is Manner.DRILL
        below = (
            N_("Press one of them.") if drill else N_("Choose one or several. Without a choice, all of them.")
        )
        self.add(title(self, practised.icon, N_("What do you want to practice?"), below))
        self.cards: dict[str, Card] = {}
        for topic in practised.topics:
            card = self._drill(topic) if drill else self._topic(topic)
            self.cards[topic.id] = card
            if isinstance(card, AnswerCard):
                card.setChecked(topic.id in set(chosen))
                card.toggled.connect(lambda on, topic=topic: self.toggled.emit(topic.id, on))
        self.add(Grid(self.cards.values(), 15))
        self.end()

    def _drill(self, topic: Topic) -> Card:
        card = Card(self.say, topic.title, topic.icon)
        card.add_note(self.say, P_("{n} moment", "{n} moments", len(topic.questions)))
        card.clicked.connect(lambda: self.pressed.emit(topic.id))
        return card

    def _topic(self, topic: Topic) -> AnswerCard:
        card = AnswerCard(self.say, topic.title, topic.icon)
        note: Words = P_("{n} question", "{n} questions", len(topic.questions))
        if topic.hard:
            every = len(topic.questions)
            note = P_(
                "{all} questions, {n} of them hard",
                "{all} questions, {n} of them hard",
                topic.hard,
                all=every,
            )
        card.add_note(self.say, note)
        return card


class EndPage(Page):
    """The end of a practice: no grade, and ways on."""

    wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        told = N_("There is no grade, and nothing of it was kept. Tomorrow it will be easier.")
        self.add(title(self, "check-circle", N_("That is enough for now"), told))
        ways: tuple[tuple[str, str, Words], ...] = (
            ("topics", "repeat", N_("Practice something else here")),
            ("breathe", "wind", N_("Breathe slowly for a moment")),
        )
        self.cards = {key: Card(self.say, words, icon) for key, icon, words in ways}
        for key, card in self.cards.items():
            card.clicked.connect(lambda _=False, key=key: self.wanted.emit(key))
        self.add(Grid(self.cards.values(), 15))
        self.end()


def title(page: Page, icon: str, words: Words, below: Words) -> QWidget:
    """Return the head of a page."""
    head, row = plain_row(2)
    row.addWidget(Glyph(icon, 2.0, rounded=True), 0, TOP)
    side, column = plain_column(0.5)
    column.addWidget(Pair(page.say, words, "title"))
    column.addWidget(Pair(page.say, below))
    row.addWidget(side, 1)
    return head


def source(page: Page, practised: PracticeSet, names: Iterable[str]) -> SourceLine:
    """Return where a page comes from, and how old it is."""
    known = page.session.library.facts
    facts = [known[name] for name in dict.fromkeys(names) if name in known]
    dates = reviewed(practised.reviewed, practised.good_until, practised.review)
    return SourceLine(page.say, facts, dates)
