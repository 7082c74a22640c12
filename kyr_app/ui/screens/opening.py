"""Opening a file: those that are found, the words, and what becomes of what was answered before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Together, Words
from kyr_app.ui import background, dialogs
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.phrase_pages import FORGIVEN, advice
from kyr_app.ui.screens.point import Page
from kyr_app.ui.unlocking import Unlocking, resume
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.phrase import PhraseEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from kyr_app.session.family.meeting import Meet
    from kyr_app.session.family.whereabouts import FoundFile

LOOKING, CHOOSE, WORDS, MEETING = "looking", "choose", "words", "meeting"


class Search:
    """Work: looking for family files; a slow stick must not hold the window."""

    def __init__(self, desk: Desk, folders: Sequence[Path] | None) -> None:
        self._desk, self._folders = desk, folders
        self.found: tuple[FoundFile, ...] = ()

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (as other work)
        """Look; what was found is in `found`."""
        self.found = self._desk.session.family.found(self._folders)
        return b""


class OpeningScreen(Screen):
    """Where it stands is in `stage`; the words are in the line alone, and leave it when they are tried."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.stage = LOOKING
        self.path: Path | None = None
        self.found: tuple[FoundFile, ...] = ()
        self.cards: list[Card] = []
        self.entry: PhraseEntry | None = None
        self._search: Search | None = None
        self._words = ""
        self.unlocking = Unlocking(desk, self)
        self.unlocking.opened.connect(self._in)
        self.unlocking.failed.connect(self._failed)
        self.unlocking.met.connect(self._ask_meeting)

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Look for files."""
        if self.session.family.open:
            self.desk.go(Place.FAMILY)
            return
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the words as soon as another screen is shown."""
        if not event.spontaneous():
            self._words = ""
            if self.entry is not None:
                self.entry.clear()
        super().hideEvent(event)

    def look(self, folders: Sequence[Path] | None = None) -> None:
        """Look for files, on every stick and where people keep theirs, or in `folders` alone."""
        self.stage = LOOKING
        page = Page(self.session)
        page.add(heading(page.say, "hard-drive", N_("Looking for family files…")))
        page.end()
        self._show(page, None)
        self._search = Search(self.desk, folders)
        background.run(self._search, self._list, self._failed)

    def _list(self, _: bytes) -> None:
        if self.stage != LOOKING or self._search is None:
            return
        self.found = self._search.found
        self.stage, self.cards = CHOOSE, []
        page = Page(self.session)
        if self.found:
            page.add(heading(page.say, "lock-simple", N_("Which file is yours?")))
        else:
            said = N_("Is the stick in? Wait a moment, and look again.")
            page.add(heading(page.say, "hard-drive", N_("No family file was found"), said))
        for each in self.found:
            self._card(page, each)
        if any(not each.newest for each in self.found):
            said = N_("The same file is there twice. Open the newer copy. The older one stays as it is.")
            page.add(advice(page, said, "copy"))
        page.add(self._links(page))
        page.end()
        self._show(page, None)

    def _card(self, page: Page, file: FoundFile) -> None:
        icon = "hard-drive" if file.where.removable else "laptop"
        card = Card(page.say, file.called, icon, file.trouble, role="strong")
        card.clicked.connect(lambda: self.choose(file.path))
        self.cards.append(card)
        page.add(card)

    def _links(self, page: Page) -> Flow:
        links = Flow()
        again = Button(page.say, N_("Look again"), "arrows-clockwise", "link")
        again.clicked.connect(lambda _=False: self.look())
        other = Button(page.say, N_("Look in another folder…"), "folder-open", "link")
        other.clicked.connect(
            lambda: dialogs.choose_folder(self.desk, self, lambda folder: self.look([Path(folder)]))
        )
        links.add(again)
        links.add(other)
        return links

    def choose(self, path: Path) -> None:
        """Ask for the words of a file."""
        self.path, self.stage = path, WORDS
        page = Page(self.session)
        said = N_("Your six words, or the twelve words of the recovery card.")
        page.add(heading(page.say, "key", N_("Type the words of this file"), said))
        self.entry = PhraseEntry(page.say, N_("Your words"))
        self.entry.entered.connect(self.forward)
        page.add(self.entry)
        page.add(Pair(page.say, FORGIVEN, "small"))
        page.end()
        self._show(page, N_("Open it"))
        self.entry.line.setFocus()

    def _show(self, page: Page, go: Words | None) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        if self.stage != WORDS:
            self.entry = None  # it ends with its page
        self.foot.next.setVisible(go is not None)
        self.foot.next.setEnabled(True)
        if go is not None:
            self.say(self.foot.next.setText, go)
        self.show_page(page)

    def forward(self) -> None:
        """Try the words."""
        if self.stage == WORDS and self.entry is not None and self.entry.words.strip():
            self._words = self.entry.words
            self._try(None)

    def _try(self, meet: Meet | None) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        if self.path is None or self.unlocking.busy:
            return
        self.foot.next.setEnabled(False)
        self.desk.hush()
        if self.entry is not None and self.stage == WORDS:
            self.entry.tell(N_("One moment…"))
        self.unlocking.open(self.path, self._words, meet)

    def _ask_meeting(self) -> None:
        from kyr_app.session.family.meeting import Meet  # noqa: PLC0415 (only where both hold something)

        self.stage = MEETING
        page = Page(self.session)
        said = N_("Before this file you answered something. What do you want to do with it?")
        page.add(heading(page.say, "arrows-left-right", N_("There are answers from now"), said))
        keep = Card(
            page.say,
            N_("Put them into my file"),
            "lock-simple",
            N_("Where both say something different, that of now stands. The other is set aside, not lost."),
        )
        away = Card(
            page.say, N_("Forget what was answered now"), "eraser", N_("Go on with the file as it was saved.")
        )
        for card, meet in ((keep, Meet.KEEP), (away, Meet.FILE)):
            card.clicked.connect(lambda _=False, meet=meet: self._try(meet))
            page.add(card)
        self.cards = [keep, away]
        page.end()
        self._show(page, None)

    def _in(self) -> None:
        self._words = ""
        if self.entry is not None:
            self.entry.clear()
        resume(self.desk)

    def _failed(self, error: Exception) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.setEnabled(True)
        self._words = ""
        if self.stage == MEETING and self.path is not None:
            self.choose(self.path)
        if self.stage == WORDS and self.entry is not None and isinstance(error, KyrError):
            said = error.said if error.hint is None else Together((error.said, error.hint))
            self.entry.tell(said)
            self.entry.line.setFocus()
        else:
            self.desk.failed(error)

    def back(self) -> None:
        """Go one step back."""
        self.desk.hush()
        self._words = ""
        if self.stage in {WORDS, MEETING}:
            self.look()
        else:
            self.desk.go(Place.FAMILY)
