"""The story on paper: what goes on it, where it is signed, who translates, and each paper to look at and print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs

from kyr_app.model.interview import Line
from kyr_app.model.story import Helper, Where
from kyr_app.model.text import N_, P_, Words
from kyr_app.session.making import story as story_papers
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import AnswerCard, Card
from kyr_app.ui.widgets.chips import Chips
from kyr_app.ui.widgets.entries import LineEntry
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed, plain_column, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.changes import Changes

PLACES: tuple[tuple[Where, Words, str], ...] = (
    (Where.OUTSIDE, N_("In Mexico or another country"), "globe"),
    (Where.INSIDE, N_("In the United States"), "map-pin"),
)
HELPER: tuple[tuple[str, Words, int], ...] = (
    ("name", N_("Name"), 80),
    ("phone", N_("Telephone"), 30),
    ("address", N_("Address"), 200),
)


class StatementScreen(Screen):
    """Asks what the papers need, all of it with an answer already, and shows each of them."""

    HEARD = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.papers: dict[str, Card] = {}
        self.places: Chips | None = None
        self.choices: dict[str, AnswerCard] = {}
        self.folds: dict[str, Fold] = {}
        self.entries: dict[tuple[str, str], LineEntry] = {}
        self.translate: Button | None = None
        self.warning: Framed | None = None
        self.pause_button()
        self.say(self.foot.next.setText, N_("See the statement"))

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show everything as it is now."""
        self._show()

    def refresh(self, changes: Changes) -> None:
        """Show it again where another part of the program changed the story or the answers."""
        if changes.family or changes.answers:
            self._show()

    def _show(self) -> None:
        page, made = Page(self.session), self.session.story.statement()
        head, row = plain_row(2)
        row.addWidget(Glyph("printer", 2.0, rounded=True))
        words, column = plain_column(0.5)
        column.addWidget(Pair(page.say, N_("Your story on paper"), "title"))
        column.addWidget(Pair(page.say, self._counted(len(made.paragraphs), made.out)))
        row.addWidget(words, 1)
        page.add(head)
        self.warning = self._letters(page)
        if self.warning is not None:
            page.add(self.warning)
        page.add(Pair(page.say, N_("Where will you sign it?"), "lead"))
        page.add(self._where(page))
        page.add(self._choices(page, made.out))
        page.add(self._english(page, made.untranslated))
        page.add(self._helpers(page))
        page.add(Pair(page.say, N_("The papers"), "lead"))
        page.add(self._papers(page))
        page.end()
        self.show_page(page)

    def _counted(self, count: int, out: int) -> Words:
        if not count:
            return N_("Nothing has been told yet. Without cards the paper has lines to write on by hand.")
        told = P_(
            "{n} numbered paragraph, in the order of time. Your words stand as you wrote them.",
            "{n} numbered paragraphs, in the order of time. Your words stand as you wrote them.",
            count,
        )
        return told if not out else N_("{told} Cards marked “not today” are left out: {n}.", told=told, n=out)

    def _letters(self, page: Page) -> Framed | None:
        missing = story_papers.StoryPapers(self.session).letters_missing()
        if not missing:
            return None
        frame = Framed("warm", "warning", Tone.WARM)
        frame.column.addWidget(Pair(page.say, N_("Some letters cannot be printed here."), "warm"))
        words = N_(
            "A small box stands for each of them on paper: {letters}. Write them by hand. Paragraphs: {numbers}.",
            letters=" ".join(dict.fromkeys("".join(missing.values()))),
            numbers=", ".join(str(each) for each in missing),
        )
        frame.column.addWidget(Pair(page.say, words))
        return frame

    def _where(self, page: Page) -> Chips:
        self.places = Chips()
        for where, words, icon in PLACES:
            self.places.add_chip(page.say, where.value, words, icon)
        self.places.show_choice(self.session.story.story.signing.where.value)
        self.places.chosen.connect(lambda key: self._sign(where=Where(key)))
        return self.places

    def _sign(self, **changed: object) -> None:
        self.session.story.sign(structs.replace(self.session.story.story.signing, **changed))

    def _choices(self, page: Page, out: int) -> Grid:
        signing = self.session.story.story.signing
        self.choices = {}
        if out or signing.with_not_today:
            words = N_("Put the cards marked “not today” on paper too")
            self.choices["with_not_today"] = AnswerCard(page.say, words, "skip-forward", quiet=True)
        words = N_("Say “about the same time” where the dates do not tell which came first")
        self.choices["ties"] = AnswerCard(page.say, words, "equals", quiet=True)
        for name, card in self.choices.items():
            card.setChecked(getattr(signing, name))
            card.clicked.connect(lambda _=False, name=name: self._choose(name))
        return Grid(self.choices.values(), 18)

    def _choose(self, name: str) -> None:
        self._sign(**{name: self.choices[name].isChecked()})
        with self.place_kept():
            self._show()

    def _english(self, page: Page, open_lines: int) -> Framed:
        frame = Framed("phrase", "translate")
        frame.column.addWidget(Pair(page.say, N_("Its English"), "strong"))
        words: Words = P_(
            "{n} line has no English yet: it is ruled, for a translator to write by hand.",
            "{n} lines have no English yet: they are ruled, for a translator to write by hand.",
            open_lines,
        )
        frame.column.addWidget(Pair(page.say, words if open_lines else N_("Every line has its English.")))
        self.translate = Button(page.say, N_("A translator types it here"), "translate")
        self.translate.clicked.connect(lambda: self.desk.go(Place.TRANSLATION))
        frame.row.addWidget(self.translate)
        return frame

    def _helpers(self, page: Page) -> QWidget:
        holder, column = plain_column(1)
        self.folds, self.entries = {}, {}
        told: tuple[tuple[str, Words], ...] = (
            ("translator", N_("Who translates it: for the certificate")),
            ("interpreter", N_("Who reads you the English: for the certificate")),
            ("language", N_("You tell it in another language than Spanish")),
        )
        for key, words in told:
            fold = Fold(page.say, words, partial(self._entries, page, key))
            self.folds[key] = fold
            column.addWidget(fold)
        return holder

    def _entries(self, page: Page, key: str) -> Framed:
        frame = Framed("phrase")
        signing = self.session.story.story.signing
        lines = HELPER if key != "language" else (("language", N_("Which language?"), 60),)
        for name, words, most in lines:
            value = signing.language if key == "language" else getattr(getattr(signing, key), name)
            entry = LineEntry(page.say, Line(name=name, most=most), words)
            entry.show_value(value)
            entry.edited.connect(lambda key=key: self._help(key))
            frame.column.addWidget(Pair(page.say, words, "small-strong"))
            frame.column.addWidget(entry)
            self.entries[key, name] = entry
        if key != "language":
            frame.column.addWidget(Pair(page.say, N_("What stays empty is a line to write on."), "small"))
        return frame

    def _help(self, key: str) -> None:
        typed = {name: str(entry.value() or "") for (of, name), entry in self.entries.items() if of == key}
        if key == "language":
            self._sign(language=typed["language"])
        else:
            self._sign(**{key: Helper(**typed)})

    def _papers(self, page: Page) -> Grid:
        self.papers = {}
        for offer in story_papers.offers(self.session):
            card = Card(page.say, offer.title, offer.icon, offer.about)
            card.clicked.connect(lambda _=False, name=offer.id: self.desk.go(Place.PREVIEW, f"story:{name}"))
            self.papers[offer.id] = card
        return Grid(self.papers.values(), 18)

    def back(self) -> None:
        """Go back to the cards."""
        self.desk.go(Place.STORY)

    def forward(self) -> None:
        """Show the statement as it would be printed."""
        self.desk.go(Place.PREVIEW, "story:declaration")
