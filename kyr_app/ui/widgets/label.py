"""Labels: one line of a role, and a pair with the second language under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kyr_app.ui import html, theme

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

Part = TypeVar("Part", bound=QWidget)

SECOND = {"display": 2, "title": 1, "subtitle": 1, "small": 0, "small-strong": 0, "kicker": 0, "say": 2}
"""The step of the scale of the second language under each role; running text's where none is named."""
RUNNING = {"body", "soft", "strong"}
"""The roles of running text, whose lines stand apart."""
AS_LOUD = {"say"}
"""The roles under which the second language is as dark as the first."""


HUSHED = "hushed"
"""The property of what is never read aloud."""
OWN = "own"
"""The property of what says what a person answered: read aloud only where she asks for it."""
PLACE = "place"
"""The property that says what place of the content a part shows: under that name a recording of it is kept."""
OTHER = "other"
"""The tongue of words that stand in the language the reader does not read: the officer's."""
WIDTHS = 32
"""For so many widths a label remembers how high it is: layouts try a few of them many times over."""


class Label(QLabel):
    """Words that wrap, in one of the roles of the style sheet; empty words take no room.

    `aloud` is what the voice reads of it, where that is for the voice at all; `tongue` the language of words that do
    not follow the reader's: a code, or `OTHER`; `echoes`, whether a day in them may be one that was typed.
    """

    aloud: Words | None = None
    tongue: str = ""
    echoes: bool = False

    def __init__(self, role: str = "body") -> None:
        super().__init__()
        self._highs: dict[int, int] = {}
        self.setProperty("role", role)
        self._spaced, self._links = role in RUNNING, False
        self._now, self._spoken = ("", ""), None  # type: tuple[str, str], html.Span | None
        self.setWordWrap(True)
        self.setIndent(0)
        self.setTextFormat(Qt.TextFormat.RichText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return how high the words are in so wide a column.

        A page is laid out by asking each of its labels some sixty times, for the same few widths, and Qt breaks the
        lines anew whenever it is asked.
        """
        if width not in self._highs:
            self.ensurePolished()  # in the letters of its role
            if len(self._highs) == WIDTHS:
                self._highs.clear()
            self._highs[width] = super().heightForWidth(width)
        return self._highs[width]

    def setText(self, text: str) -> None:
        """Show other words from now on."""
        self._highs.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Find out again how high the words are in other letters, or in another look."""
        self._highs.clear()
        super().changeEvent(event)

    def say(self, text: str) -> None:
        """Show `text` with its marks, or nothing."""
        self._put(text, "")

    def _put(self, first: str, second: str) -> None:
        if first != self._now[0]:
            self._spoken = None
        self._now = (first, second)
        self._show(self._rich())

    def _rich(self) -> str:
        return html.rich(self._now[0], spaced=self._spaced, spoken=self._spoken)

    @property
    def shown(self) -> str:
        """The words shown in the first language, with their marks."""
        return self._now[0]

    @property
    def spoken(self) -> html.Span | None:
        """The letters that are shown as being read aloud."""
        return self._spoken

    def show_spoken(self, span: html.Span | None) -> None:
        """Show letters as being read aloud; with None, none of them."""
        self._spoken = span
        self.setText(self._rich())

    def _show(self, said: str) -> None:
        self.setText(said)
        if not said:
            self.hide()
        elif self.isHidden() and self.parentWidget() is not None:  # without one it would be a window
            self.show()  # never what is seen already: the first time, Qt would lay the whole page out for it
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


def hushed(part: Part) -> Part:
    """Return a part that is never read aloud, nor anything in it: what a family answered, and where words come from."""
    part.setProperty(HUSHED, True)
    return part


def own(part: Part) -> Part:
    """Return a part that says what a person answered: whoever sits at the next table is not told."""
    part.setProperty(OWN, True)
    return part


def placed(part: Part, place: str) -> Part:
    """Return a part that shows a place of the content."""
    part.setProperty(PLACE, place)
    return part


class Pair(Label):
    """Words in the reader's language, and softer under them in the second one while both are shown."""

    def __init__(self, say: Speaks, words: Words, role: str = "body") -> None:
        super().__init__(role)
        self._role, self._session = role, say.session
        say.both(self.say_both, words)

    def say_both(self, first: str, second: str) -> None:
        """Show `first`, and `second` under it where there is one."""
        self._put(first, second)

    def _rich(self) -> str:
        first, second = self._now
        if not second:
            return super()._rich()
        return html.both(first, second, self._voice(), spaced=self._spaced, spoken=self._spoken)

    def _voice(self) -> html.Voice:
        style = theme.style(self._session.settings)
        colour = style.colours.ink if self._role in AS_LOUD else style.colours.ink_soft
        step = SECOND.get(self._role)
        return html.Voice(colour, style.body if step is None else style.step(step), step is None)
