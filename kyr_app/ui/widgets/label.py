"""Labels: one line of a role, and a pair with the second language under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from kyr_app.ui import html, theme

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

SECOND = {
    "display": "soft-title",
    "title": "soft-large",
    "subtitle": "soft-large",
    "lead": "soft",
    "small": "small",
    "small-strong": "small",
    "say": "say-second",
}
"""The role of the second language under each role; running text's where none is named."""


RUNNING = {"body", "soft", "strong"}
"""The roles of running text, whose lines stand apart."""


class Label(QLabel):
    """Words that wrap, in one of the roles of the style sheet; empty words take no room."""

    def __init__(self, role: str = "body") -> None:
        super().__init__()
        self.setProperty("role", role)
        self._spaced, self._links = role in RUNNING, False
        self.setWordWrap(True)
        self.setIndent(0)
        self.setTextFormat(Qt.TextFormat.RichText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Show `text` with its marks, or nothing."""
        self.setText(html.rich(text, spaced=self._spaced))
        if not text:
            self.hide()
        elif self.parentWidget() is not None:  # without a parent it would be a window of its own for a moment
            self.show()
        self._listen()

    def follow_links(self) -> None:
        """Let links be followed, by pointer and by keyboard; without a link it takes no part in either."""
        self._links = True
        self._listen()

    def _listen(self) -> None:
        flag = Qt.TextInteractionFlag
        links = flag.LinksAccessibleByMouse | flag.LinksAccessibleByKeyboard
        wanted = links if self._links and html.has_links(self.text()) else flag.NoTextInteraction
        if wanted != self.textInteractionFlags():
            self.setTextInteractionFlags(wanted)


class Pair(QWidget):
    """Words in the reader's language, and softer under them in the second one while both are shown."""

    def __init__(self, say: Speaks, words: Words, role: str = "body") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self.first, self.second = Label(role), Label(SECOND.get(role, "soft"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.25))
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.say(say, words)

    def say(self, say: Speaks, words: Words) -> None:
        """Show other words from now on."""
        say(self.first.say, words)
        say.second(self.second.say, words)

    @property
    def labels(self) -> tuple[Label, Label]:
        """Both labels, the reader's first."""
        return self.first, self.second


def spoken(words: Words) -> object:
    """Return what names a control for a screen reader: `words` without marks."""
    from kyr_app.model.inline import plain  # noqa: PLC0415

    def name(locale: Locale) -> str:
        return plain(locale.render(words))

    return name
