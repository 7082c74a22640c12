"""Labels: one line of a role, and a pair with the second language under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from kyr_app.ui import html, theme

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

SECOND = {"display": 2, "title": 1, "subtitle": 1, "small": 0, "small-strong": 0, "kicker": 0, "say": 2}
"""The step of the scale of the second language under each role; running text's where none is named."""
RUNNING = {"body", "soft", "strong"}
"""The roles of running text, whose lines stand apart."""
AS_LOUD = {"say"}
"""The roles under which the second language is as dark as the first."""


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
        self._show(html.rich(text, spaced=self._spaced))

    def _show(self, said: str) -> None:
        self.setText(said)
        if not said:
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


class Pair(Label):
    """Words in the reader's language, and softer under them in the second one while both are shown."""

    def __init__(self, say: Speaks, words: Words, role: str = "body") -> None:
        super().__init__(role)
        self._role, self._session = role, say.session
        say.both(self.say_both, words)

    def say_both(self, first: str, second: str) -> None:
        """Show `first`, and `second` under it where there is one."""
        if second:
            self._show(html.both(first, second, self._voice(), spaced=self._spaced))
        else:
            self.say(first)

    def _voice(self) -> html.Voice:
        style = theme.style(self._session.settings)
        colour = style.colours.ink if self._role in AS_LOUD else style.colours.ink_soft
        step = SECOND.get(self._role)
        return html.Voice(colour, style.body if step is None else style.step(step), step is None)
