"""The pages beside the list of the packet: where photos come from, what was found there, and how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kyr_app.model.inline import literal
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.under_way import UnderWayPage
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import Framed, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Label, Pair, hushed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kyr_app.session.packet.incoming import Refused
    from kyr_app.session.session import Session
    from kyr_app.ui.background import Progress

PARTS = 100
"""So many steps of the bar are one file."""
LISTED = 12
"""So many files that did not come in for one reason are named; the others are counted."""


class Looking:
    """Work: what photos and papers there are in a folder; a slow stick must not hold the window."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: tuple[Path, ...] = ()

    def run(self, progress: Progress | None = None) -> bytes:  # noqa: ARG002 (as other work)
        """Look; what was found is in `found`."""
        from kyr_app.session.packet.incoming import photos_in  # noqa: PLC0415 (only where something is brought in)

        self.found = photos_in(self.folder)
        return b""


class SourcesPage(Page):
    """Where they come from: each stick and each camera, or a place of this computer."""

    folder = Signal(object)
    """All that is in this folder may come."""
    files = Signal(str)
    """Somebody wants to choose files, beginning in this folder; empty for the usual one."""
    again = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.cards: dict[str, Card] = {}
        words = N_(
            "Photos (JPEG, PNG, HEIC) and PDF files, many at once. They are only copied: nothing there is changed."
        )
        self.add(heading(self.say, "camera", N_("Where are your photos and papers?"), words))
        self.add(Grid(list(self._cards()), 17))
        look = Button(self.say, N_("Look for sticks again"), "arrows-clockwise", "link")
        look.clicked.connect(self.again)
        row, ways = plain_row(1)
        ways.addWidget(look)
        ways.addStretch(1)
        self.add(row)
        self.add(about_pictures(self))
        self.end()

    def _cards(self) -> Iterable[Card]:
        from kyr_app.store.drives import drives  # noqa: PLC0415 (asks the system, only here)

        for drive in drives():
            if drive.removable:
                title = N_("Stick or camera: {name}", name=literal(drive.label))
                card = self._card(
                    str(drive.path), "hard-drive", title, N_("Looks for all photos and PDFs on it.")
                )
                card.clicked.connect(lambda _=False, path=drive.path: self.folder.emit(path))
                yield card
        choose = self._card(
            "files", "image", N_("Choose files"), N_("On this computer, on a stick or in a camera.")
        )
        choose.clicked.connect(lambda: self.files.emit(""))
        yield choose
        every = self._card(
            "folder", "folder-open", N_("A whole folder"), N_("All photos and PDFs that are in it.")
        )
        every.clicked.connect(lambda: self.folder.emit(None))
        yield every

    def _card(self, key: str, icon: str, title: Words, below: Words) -> Card:
        self.cards[key] = Card(self.say, title, icon, below)
        return self.cards[key]


def about_pictures(page: Page) -> Framed:
    """Return what happens to a photo that comes in."""
    frame = Framed("phrase", "shield-check")
    words = N_(
        "Only what can be seen comes in. The place, the time and the telephone that a photo carries with it stay out."
    )
    frame.column.addWidget(Pair(page.say, words))
    return frame


class FoundPage(Page):
    """What a folder holds: all of it, or some."""

    all_wanted = Signal()
    some_wanted = Signal()
    elsewhere = Signal()

    def __init__(self, session: Session, found: Sequence[Path]) -> None:
        super().__init__(session)
        count = len(found)
        title: Words = P_("{n} photo or PDF was found", "{n} photos and PDFs were found", count)
        if not count:
            title = N_("No photos and no PDFs were found there")
        self.add(heading(self.say, "image", title))
        every = P_("Bring it in", "Bring all {n} in", count)
        self.every = Card(
            self.say, every, "download-simple", N_("They stand in the packet in the order of their names.")
        )
        self.some = Card(
            self.say, N_("Choose some of them"), "check-square", N_("Hold Ctrl and press each one.")
        )
        self.other = Card(
            self.say, N_("Look somewhere else"), "folder-open", N_("Another stick, a camera or a folder.")
        )
        self.every.clicked.connect(self.all_wanted)
        self.some.clicked.connect(self.some_wanted)
        self.other.clicked.connect(self.elsewhere)
        self.add(Grid([self.every, self.some, self.other] if count else [self.other], 17))
        for card in () if count else (self.every, self.some):
            card.setParent(self)
            card.hide()
        self.end()


class ImportPage(UnderWayPage):
    """How far it is. It can be stopped at any time; what came in by then stays."""

    def __init__(self, session: Session, total: int) -> None:
        words = N_("Each file is opened in a closed room of its own, so that nothing in it can do harm.")
        super().__init__(session, N_("Bringing your photos and papers in…"), words)
        self.show_step(0, total)

    def show_step(self, done: int, total: int, part: float = 0.0) -> None:
        """Show how many of the files are done, and how much of the one under way."""
        self.bar.setRange(0, total * PARTS)
        self.bar.setValue(round((done + part) * PARTS))
        self.say.both(self.told.say_both, N_("{n} of {total} files", n=done, total=total))


class RefusedPart(Framed):
    """What did not come in: the files by why, and what to do; calm where all of them are in the packet already."""

    read = Signal()

    def __init__(self, page: Page, refused: Sequence[Refused]) -> None:
        lost = [each for each in refused if not each.again]
        if lost:
            super().__init__("warm", "warning-circle", Tone.WARM)
            said = P_("{n} file did not come in.", "{n} files did not come in.", len(lost))
            self.column.addWidget(Pair(page.say, said, "strong"))
        else:
            super().__init__("phrase", "check-circle")
        for reason in _reasons(lost):
            why = reason[0].said if reason[0].hint is None else Together((reason[0].said, reason[0].hint))
            names = hushed(Label("word"))
            page.say(names.say, _names(reason))
            self.column.addWidget(names)
            self.column.addWidget(Pair(page.say, why, "small"))
        again = len(refused) - len(lost)
        if again:
            told = P_(
                "{n} file is in the packet already. It did not come in twice.",
                "{n} files are in the packet already. They did not come in twice.",
                again,
            )
            self.column.addWidget(Pair(page.say, told, "small" if lost else "strong"))
        row, ways = plain_row(1)
        self.done = Button(page.say, N_("I have read this"), "check")
        self.done.clicked.connect(self.read)
        ways.addWidget(self.done)
        ways.addStretch(1)
        self.column.addWidget(row)


def _reasons(refused: Sequence[Refused]) -> list[list[Refused]]:
    """Return the files by why they did not come in, in the order in which each reason came first."""
    found: list[list[Refused]] = []
    for each in refused:
        same = next((one for one in found if (one[0].said, one[0].hint) == (each.said, each.hint)), None)
        if same is None:
            found.append([each])
        else:
            same.append(each)
    return found


def _names(refused: Sequence[Refused]) -> Words:
    """Return the names of files; of very many the first, and how many more there are."""
    names: Words = literal(", ".join(each.called for each in refused[:LISTED]))
    more = len(refused) - LISTED
    return Together((names, P_("and {n} more", "and {n} more", more))) if more > 0 else names


def kept_line(page: Page, *, sealed: bool) -> tuple[QWidget, Button]:
    """Return the line that says where the pictures are, and the way to change that."""
    holder, row = plain_row(1)
    row.addWidget(Glyph("lock-simple" if sealed else "shield-check", 1.2))
    words = (
        N_("Kept sealed in your family file: nobody can look at them without your words.")
        if sealed
        else N_("Only in the memory of this computer: they are gone when you finish. Nothing is written.")
    )
    row.addWidget(Pair(page.say, words, "small"), 1)
    keep = Button(page.say, N_("Keep them in a family file"), "lock-simple", "link")
    row.addWidget(keep)
    if sealed:
        keep.hide()
    return holder, keep
