"""The first run: the language, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt

from kyr_app.i18n.catalogs import SPOKEN
from kyr_app.model.settings import View
from kyr_app.model.text import N_, Words
from kyr_app.ui import theme
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import plain_column
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Label

# These stand in their own languages whatever is shown: nobody has chosen yet. So they are no words to translate.
ASKED: tuple[tuple[str, str], ...] = (
    ("display", "¿En qué idioma quiere leer?"),
    ("soft-title", "Which language do you want to read?"),
)
QUESTION = N_("Which language do you want to read?")
"""The same for a language that a pack adds."""
Choice = tuple[str, View, str, str, Words]
CHOICES: tuple[Choice, ...] = (
    ("es", View.ONE, "chat-circle-text", "Español", "Todo en español"),
    ("es", View.BOTH, "chats-circle", "Español + English", "Los dos idiomas juntos"),
    ("en", View.ONE, "chat-circle-text", "English", "Everything in English"),
)


class FirstScreen(Screen):
    """Asks for the language once; it can be changed at any time in the bar above."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5, foot=False)
        page, column = plain_column(2)
        column.setContentsMargins(0, theme.space(5), 0, 0)
        column.addWidget(Glyph("translate", 2.4, rounded=True), 0, Qt.AlignmentFlag.AlignHCenter)
        for role, words, code in self._asked():
            label = Label(role)
            label.say(words)
            label.aloud, label.tongue = words, code
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(theme.space(3))
        self.cards: list[Card] = []
        for language, view, icon, title, below in (*CHOICES, *self._added()):
            card = Card(self.say, title, icon, below, role="subtitle")
            card.clicked.connect(lambda _=False, language=language, view=view: self._choose(language, view))
            for said in card.findChildren(Label):
                said.tongue = language
            self.cards.append(card)
        column.addWidget(Grid(self.cards, 15, most=3))
        column.addStretch(1)
        self.show_page(page)

    def _added(self) -> Iterator[Choice]:
        """Yield the languages that a pack adds, each under its own name; a single one with Spanish too."""
        added = self.session.added
        for code, table in added.items():
            name, called = table.language.name, table.language.called
            yield code, View.ONE, "chat-circle-text", name, f"{called.es} · {called.en}"
            if len(added) == 1:
                yield code, View.BOTH, "chats-circle", f"{name} + Español", "Los dos idiomas juntos"

    def _asked(self) -> Iterator[tuple[str, str, str]]:
        """Yield the question in each language, with its role and its language; of added ones, where they have it."""
        yield from ((role, words, code) for (role, words), code in zip(ASKED, SPOKEN, strict=True))
        for code, table in self.session.added.items():
            if QUESTION.key in table.words:
                yield ASKED[-1][0], table.words[QUESTION.key], code

    def _choose(self, language: str, view: View) -> None:
        with self.desk.caught():
            self.session.use_view(view, "")
            self.session.use_language(language)
            self.desk.go(Place.HOME)
