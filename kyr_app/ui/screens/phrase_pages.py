"""Words that open a file, in three pages: shown large, or of one's own; then written once without looking."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from kyr_app.model.text import N_, Words
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.phrase import PhraseEntry
from kyr_app.ui.widgets.wordgrid import WordGrid

if TYPE_CHECKING:
    from kyr_app.session.session import Session

FORGIVEN = N_("Capital letters and accents do not matter when you type them.")
KEEP = N_(
    "Write them on paper and keep it apart from the file, or learn them. Look round first: is anybody watching?"
)


class PhraseSteps(QObject):
    """Goes from words to words that were practised. `chosen` brings them; `left` when the person goes back.

    `show` puts a page on the screen and says what its main button is called.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, session: Session, show: Callable[[Page, Words], object], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._show = session, show
        self._title: Words = ""
        self.words, self.page, self._own = "", "", False
        self.entry: PhraseEntry | None = None

    def begin(self, title: Words) -> None:
        """Begin with six fresh words."""
        self._title = title
        self._fresh()

    def forget(self) -> None:
        """Hold no words any more."""
        self.words, self.page = "", ""
        if self.entry is not None:
            self.entry.clear()
            self.entry = None

    def _fresh(self) -> None:
        self._own = False
        self.words = self._session.family.new_phrase(self._session.locale.language)
        self.show_words()

    def show_words(self) -> None:
        """Show the words, large."""
        self.page, self.entry = "words", None
        page = Page(self._session)
        page.add(heading(page.say, "key", self._title, KEEP))
        page.add(WordGrid(page.say, self.words))
        page.add(Pair(page.say, FORGIVEN, "small"))
        more = Flow()
        other = Button(page.say, N_("Other words"), "arrows-clockwise", "link")
        other.clicked.connect(self._fresh)
        own = Button(page.say, N_("I want words of my own"), "pencil-simple", "link")
        own.clicked.connect(self.ask_own)
        more.add(other)
        more.add(own)
        page.add(more)
        page.end()
        self._show(page, N_("I have them"))

    def ask_own(self) -> None:
        """Ask for words of one's own."""
        self.page, self.words, self._own = "own", "", True
        page = Page(self._session)
        said = N_(
            "At least four words that nobody would put together. No names, no dates, no song. "
            "Whoever knows you must not be able to guess them."
        )
        page.add(heading(page.say, "key", N_("Words of your own"), said))
        self.entry = PhraseEntry(page.say, N_("Your words"), shown=True)
        page.add(self.entry)
        self._ends(page, N_("Take these words"))

    def practise(self) -> None:
        """Ask for the words without showing them."""
        self.page = "practise"
        page = Page(self._session)
        said = N_("Write your words here, from your paper or by heart. So you know that they are right.")
        page.add(heading(page.say, "pencil-simple", N_("Practice them once"), said))
        self.entry = PhraseEntry(page.say, N_("Your words"))
        page.add(self.entry)
        page.add(Pair(page.say, FORGIVEN, "small"))
        self._ends(page, N_("Yes, these"))

    def _ends(self, page: Page, go: Words) -> None:
        page.end()
        assert self.entry is not None  # noqa: S101 (just made)
        self.entry.entered.connect(self.forward)
        self._show(page, go)
        self.entry.line.setFocus()

    def forward(self) -> None:
        """Go one page on; after the last one, with words that were written rightly, `chosen`."""
        if self.page == "words":
            self.practise()
        elif self.page == "own" and self.entry is not None:
            self._take_own(self.entry)
        elif self.page == "practise" and self.entry is not None:
            self._check(self.entry)

    def _take_own(self, entry: PhraseEntry) -> None:
        weak = self._session.family.weak(entry.words)
        if weak is not None:
            entry.tell(weak)
            return
        self.words = entry.take()
        self.practise()

    def _check(self, entry: PhraseEntry) -> None:
        if self._session.family.same(entry.words, self.words):
            entry.clear()
            self.chosen.emit(self.words)
        else:
            entry.tell(N_("Almost. Look at each word again, or go back to see them."))

    def back(self) -> None:
        """Go one page back."""
        if self.page == "practise" and self._own:
            self.ask_own()
        elif self.page == "practise":
            self.show_words()
        elif self.page == "own":
            self._fresh()
        else:
            self.forget()
            self.left.emit()


def advice(page: Page, words: Words, icon: str = "lightbulb") -> Framed:
    """Return a framed word of advice for a page."""
    frame = Framed("phrase", icon, Tone.ACCENT)
    frame.column.addWidget(Pair(page.say, words))
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return frame
