"""Taking up shared facts that another adult handed over: looked at first, taken one by one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app import outside
from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.ui import background, dialogs
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.phrase_pages import FORGIVEN, advice
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import AnswerCard, Card
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.phrase import PhraseEntry

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from kyr_app.session.family.handover import Offered
    from kyr_app.session.session import Session

FILE, WORDS, CHOOSE = "file", "words", "choose"


class Looking:
    """Work: opening what was handed over; it takes some seconds."""

    def __init__(self, session: Session, path: Path, words: str) -> None:
        self._session, self._path, self._words = session, path, words
        self.found: tuple[Offered, ...] = ()

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (as other work)
        """Open it; what is in it is in `found`."""
        from kyr_app.session.family import handover  # noqa: PLC0415 (only where something is taken up)

        self.found = handover.look(self._session, self._path, self._words)
        return b""


class TakingScreen(Screen):
    """Nothing is taken before it was seen and ticked. What stood there before is set aside, not lost."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.stage = FILE
        self.path: Path | None = None
        self.files: dict[Path, Card] = {}
        self.cards: dict[str, AnswerCard] = {}
        self.entry: PhraseEntry | None = None
        self._work: Looking | None = None
        self._offered: tuple[Offered, ...] = ()

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Offer the files that may be meant."""
        self.stage, self.files, self._work = FILE, {}, None
        page = Page(self.session)
        found = sealed_files()
        said = N_("It has the ending .age. Whoever gave it to you tells you its words.")
        page.add(heading(page.say, "download-simple", N_("Which file did you get?"), said))
        for path in found:
            card = Card(page.say, path.name, "file", str(path.parent), role="word")
            card.clicked.connect(lambda _=False, path=path: self.choose(path))
            self.files[path] = card
            page.add(card)
        if not found:
            page.add(
                advice(page, N_("No such file was found. Put the stick in, and come back to this page."))
            )
        other = Button(page.say, N_("Another file…"), "folder-open", "link")
        other.clicked.connect(self._ask_file)
        page.add(other)
        page.end()
        self._show(page, None)

    def _ask_file(self) -> None:
        title = N_("Choose a file")
        dialogs.choose_file(self.desk, self, title, "*.age", lambda name: self.choose(Path(name)))

    def _show(self, page: Page, go: Words | None) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        if self.stage != WORDS:
            self.entry = None  # it ends with its page
        self.foot.next.setVisible(go is not None)
        self.foot.next.setEnabled(True)
        if go is not None:
            self.say(self.foot.next.setText, go)
        self.show_page(page)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing in the line."""
        if not event.spontaneous() and self.entry is not None:
            self.entry.clear()
        super().hideEvent(event)

    def choose(self, path: Path) -> None:
        """Ask for the words of a file."""
        self.path, self.stage = path, WORDS
        page = Page(self.session)
        page.add(heading(page.say, "key", N_("Type the words of this file"), path.name))
        self.entry = PhraseEntry(page.say, N_("The words that came with it"))
        self.entry.entered.connect(self.forward)
        page.add(self.entry)
        page.add(Pair(page.say, FORGIVEN, "small"))
        page.end()
        self._show(page, N_("Open it"))
        self.entry.line.setFocus()

    def _look(self) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        if self.entry is None or self.path is None or not self.entry.words.strip():
            return
        self.foot.next.setEnabled(False)
        self._work = Looking(self.session, self.path, self.entry.words)
        self.entry.tell(N_("One moment…"))
        background.run(self._work, self._list, self._failed)

    def _list(self, _: bytes) -> None:
        if self._work is None or not self.isVisible():
            return
        self._offered, self.stage, self._work = self._work.found, CHOOSE, None
        page = Page(self.session)
        said = N_("Tick what you want in your file. Where you said something else, it is written here.")
        page.add(heading(page.say, "download-simple", N_("What was handed to you"), said))
        self.cards = {}
        for each in self._offered:
            card = AnswerCard(page.say, each.asked, "", each.answered, quiet=True)
            card.hush_below()
            if each.differs and each.mine is not None:
                card.add_note(page.say, Together((N_("In your file now:"), each.mine)))
            self.cards[each.name] = card
        page.add(Grid(self.cards.values(), 15))
        page.end()
        self._show(page, N_("Take these"))

    def _failed(self, error: Exception) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self._work = None
        self.foot.next.setEnabled(True)
        if self.entry is not None and isinstance(error, KyrError):
            self.entry.tell(error.said if error.hint is None else Together((error.said, error.hint)))
        else:
            self.desk.failed(error)

    def _take(self) -> None:
        from kyr_app.session.family import handover  # noqa: PLC0415

        names = [name for name, card in self.cards.items() if card.isChecked()]
        if not names:
            self.desk.tell(N_("Tick at least one, or go back."))
            return
        taken = handover.take(self.session, self._offered, names)
        self.desk.go(Place.ROOMS)
        self.desk.tell(P_("{n} fact was taken up.", "{n} facts were taken up.", taken))

    def forward(self) -> None:
        """Go one step on."""
        if self.stage == WORDS and self._work is None:
            self._look()
        elif self.stage == CHOOSE:
            self._take()

    def back(self) -> None:
        """Go one step back."""
        self.desk.hush()
        if self.stage in {WORDS, CHOOSE}:
            self.open("")
        else:
            self.desk.go(Place.ROOMS)


def sealed_files() -> list[Path]:
    """Return the sealed files at the top of the sticks, newest name first."""
    from kyr_app.store.drives import drives  # noqa: PLC0415 (asks the system)

    found: list[Path] = []
    for drive in drives():
        if drive.removable:
            sealed = [each for each in outside.files(drive.path) if each.suffix == ".age"]
            found += sealed[:-21:-1]
    return found
