"""The first run: the language, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kyr_app.model.settings import View
from kyr_app.model.text import Words
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
CHOICES: tuple[tuple[str, View, str, str, Words], ...] = (
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
        for role, words in ASKED:
            label = Label(role)
            label.say(words)
            label.aloud, label.tongue = words, "es" if words is ASKED[0][1] else "en"
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(theme.space(3))
        self.cards: list[Card] = []
        for language, view, icon, title, below in CHOICES:
            card = Card(self.say, title, icon, below, role="subtitle")
            card.clicked.connect(lambda _=False, language=language, view=view: self._choose(language, view))
            for said in card.findChildren(Label):
                said.tongue = language
            self.cards.append(card)
        column.addWidget(Grid(self.cards, 15, most=3))
        column.addStretch(1)
        self.show_page(page)

    def _choose(self, language: str, view: View) -> None:
        with self.desk.caught():
            self.session.use_view(view)
            self.session.use_language(language)
            self.desk.go(Place.HOME)
