"""What an exhibit is: in words, in which language, with which translation, and what it goes with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kyr_app.model.text import N_, Words
from kyr_app.rules.exhibits import NO_WORDS
from kyr_app.session.packet.ticks import EVIDENCE
from kyr_app.ui.asks import picture
from kyr_app.ui.exhibits import KINDS, LANGUAGES
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import AnswerCard
from kyr_app.ui.widgets.chips import Chip, Chips
from kyr_app.ui.widgets.entries import unseen
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from kyr_app.model.packet import Exhibit
    from kyr_app.session.session import Session

LINES: tuple[tuple[str, Words, Words], ...] = (
    ("title", N_("What is it?"), N_("In a few words, as you say it.")),
    ("title_en", N_("What is it, in English?"), N_("In a few words: the judge reads them in the index.")),
    ("date", N_("Its date"), N_("As you know it: a day, a month, a year.")),
    ("author", N_("Who made it?"), N_("The office, the doctor, the newspaper, whoever took the photo.")),
    (
        "whose",
        N_("Whose is it, or who is on it?"),
        N_("The index says it. Leave it empty if it puts somebody in danger."),
    ),
)
OTHER = "other"
LONGEST = 300


class WordsPage(Page):
    """Tells what was typed (`said`) and linked (`linked_card`, `linked_item`): the screen keeps it."""

    said = Signal(dict)
    linked_card = Signal(int, bool)
    linked_item = Signal(str, bool)
    told = Signal(object)

    def __init__(self, session: Session, exhibit: Exhibit) -> None:
        super().__init__(session)
        self.lines: dict[str, QLineEdit] = {}
        parts = [self._line(field, words, below) for field, words, below in LINES]
        self.add(Grid(parts[:2], 18))
        self.kinds: list[Button] = []
        self.kinds_fold = Fold(self.say, N_("Choose what it is from a list"), self._kinds)
        self.add(self.kinds_fold)
        self.add(Grid(parts[2:], 14, most=3))
        self.languages = Chips()
        self._language()
        self._translation()
        self.country = Chip(self.say, N_("It is about my country, not about me"), "globe")
        self.country.clicked.connect(lambda on: self.said.emit({"country": on}))
        flow = Flow()
        flow.add(self.country)
        self.add(flow)
        self.cards: dict[int, Chip] = {}
        self.items: dict[str, AnswerCard] = {}
        self._links()
        self.end()
        self.show_exhibit(exhibit)

    def _line(self, field: str, words: Words, below: Words) -> QWidget:
        holder, column = plain_column(0.5)
        column.addWidget(Pair(self.say, words, "word"))
        line = self.lines[field] = unseen(QLineEdit())
        line.setMaxLength(LONGEST)
        self.say(line.setAccessibleName, words)
        line.textEdited.connect(lambda text: self.said.emit({field: text}))
        column.addWidget(line)
        column.addWidget(Pair(self.say, below, "small"))
        column.addStretch(1)
        return holder

    def _kinds(self) -> QWidget:
        """Return what many papers are, to press: it is then said in both languages."""
        flow = Flow()
        for icon, words in KINDS:
            button = Button(self.say, words, icon, "jump")
            button.clicked.connect(lambda _=False, words=words: self._name(words))
            self.kinds.append(button)
            flow.add(button)
        return flow

    def _name(self, words: Words) -> None:
        """Say by a ready name what it is. What somebody typed stays: only an empty line, or a ready name, changes."""
        said = {}
        for field, language in (("title", "es"), ("title_en", "en")):
            say = self.session.locale_of(language).render
            if self.lines[field].text().strip() in {"", *(say(each) for _, each in KINDS)}:
                said[field] = say(words)
        if said:
            self.said.emit(said)
        else:
            self.told.emit(N_("What you typed stays. To take a name from the list, empty the line first."))

    def _language(self) -> None:
        self.add(Pair(self.say, N_("In which language is it?"), "word"))
        for key, words in LANGUAGES:
            self.languages.add_chip(self.say, key, words, "")
        self.languages.add_chip(self.say, OTHER, N_("Another one"), "")
        self.languages.chosen.connect(self._choose_language)
        self.add(self.languages)
        self.other = unseen(QLineEdit())
        self.other.setMaxLength(40)
        self.say(self.other.setAccessibleName, N_("Name of the language"))
        self.say(self.other.setPlaceholderText, N_("Name of the language"))
        self.other.textEdited.connect(lambda text: self.said.emit({"language": text.strip()}))
        self.add(self.other)

    def _choose_language(self, key: str) -> None:
        self.other.setVisible(key == OTHER)
        if key == OTHER:
            self.other.setFocus()
        self.said.emit({"language": self.other.text().strip() if key == OTHER else key})

    def _translation(self) -> None:
        self.translation = Framed("phrase", "translate")
        words = N_(
            "What is not in English goes to the court with its English, and with the name of who translated it."
        )
        self.translation.column.addWidget(Pair(self.say, words, "small"))
        self.translate = Chip(self.say, N_("A translation goes with it"), "translate")
        self.translate.clicked.connect(lambda on: self.said.emit({"translate": on}))
        flow = Flow()
        flow.add(self.translate)
        self.translation.column.addWidget(flow)
        self.inside, column = plain_column(0.5)
        self.english = TextBox(self.say, N_("The English, typed by the translator"), 3)
        self.english.typed.connect(lambda text: self.said.emit({"english": text}))
        column.addWidget(Pair(self.say, N_("The English, typed by the translator"), "word"))
        column.addWidget(self.english)
        below = N_(
            "The name of whoever translates. That person signs the certificate that the program makes."
        )
        column.addWidget(self._line("translator", N_("Who translates it?"), below))
        self.translation.column.addWidget(self.inside)
        self.add(self.translation)

    def _links(self) -> None:
        cards = [each.number for each in self.session.story.story.cards]
        self.card_fold = Fold(
            self.say, N_("It goes with these cards of my story"), lambda: self._cards(cards)
        )
        self.item_fold = Fold(self.say, N_("It shows this, from the list of evidence"), self._evidence)
        self.add(self.card_fold)
        self.add(self.item_fold)
        self.card_fold.setVisible(bool(cards))

    def _cards(self, numbers: list[int]) -> QWidget:
        flow = Flow()
        for number in numbers:
            chip = self.cards[number] = Chip(self.say, N_("Card {n}", n=number), picture(number))
            chip.clicked.connect(lambda on, number=number: self.linked_card.emit(number, on))
            flow.add(chip)
        self._show_links()
        return flow

    def _evidence(self) -> QWidget:
        holder, column = plain_column(1)
        for part in self.session.checklist(EVIDENCE).parts:
            column.addWidget(Pair(self.say, part.title, "kicker"))
            for each in part.items:
                card = AnswerCard(self.say, each.item.text, each.item.icon, quiet=True)
                card.clicked.connect(lambda on, key=each.item.id: self.linked_item.emit(key, on))
                self.items[each.item.id] = card
                column.addWidget(card)
        self._show_links()
        return holder

    def show_exhibit(self, exhibit: Exhibit) -> None:
        """Show what is known; what is being typed stays as it is."""
        self._exhibit = exhibit
        for field, line in self.lines.items():
            words: Any = getattr(exhibit, field)
            if line.text() != words:
                line.setText(words)
                line.setCursorPosition(0)  # of long words the beginning says what it is
        self._show_language(exhibit)
        self.country.setChecked(exhibit.country)
        self.translation.setVisible(bool(exhibit.language) and exhibit.language not in {"en", NO_WORDS})
        self.translate.setChecked(exhibit.translate)
        self.inside.setVisible(exhibit.translate)
        if self.english.words != exhibit.english:
            self.english.show_words(exhibit.english)
        self._show_links()

    def _show_language(self, exhibit: Exhibit) -> None:
        known = dict(LANGUAGES)
        if exhibit.language in known:
            self.languages.show_choice(exhibit.language)
            self.other.hide()
        elif exhibit.language:
            self.languages.show_choice(OTHER)
            self.other.show()
            if self.other.text().strip() != exhibit.language:
                self.other.setText(exhibit.language)
        else:
            self.other.setVisible(self.languages.buttons[OTHER].isChecked())

    def _show_links(self) -> None:
        for number, chip in self.cards.items():
            chip.setChecked(number in self._exhibit.cards)
        for item, card in self.items.items():
            card.setChecked(item in self._exhibit.items)
