"""A packet being made, and what was made of it: each file by what it is, to print or to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QBuffer, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from kyr_app.documents.packet import captions
from kyr_app.model.inline import literal
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.ui.screens.paper_choices import SavePlaces
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.preview import load
from kyr_app.ui.screens.under_way import UnderWayPage
from kyr_app.ui.widgets.frame import TOP, Framed, plain_column, plain_row
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kyr_app.documents.packet.job import Sets
    from kyr_app.session.making.packet_files import FilesWork
    from kyr_app.session.session import Session

_MB = 1_000_000
ONE = N_("Where do you want to save this file?")


class Made(Struct, frozen=True):
    """A file that was made: what it is, its pages, its bytes."""

    title: Words
    icon: str
    pages: int
    data: bytes

    @property
    def told(self) -> Words:
        """How long and how large it is."""
        large = N_("{n} MB", n=f"{max(len(self.data) / _MB, 0.1):.1f}")
        return Together((P_("only {n} page", "{n} pages", self.pages), large), " · ")


def _pages(data: bytes) -> int:
    document, buffer = QPdfDocument(), QBuffer()
    load(document, buffer, data)
    return document.pageCount()


def of_files(work: FilesWork) -> list[Made]:
    """Return what was made to be saved, by name: the packet in one or several files, the copy likewise, the sheet."""
    return [
        *_parts(work.filed, N_("The packet for the court, in English"), "files"),
        *_parts(work.copy, captions.READING, "book-open"),
        *_parts((work.sheet,), captions.BEFORE, "clipboard-text"),
    ]


def of_sets(data: bytes, sets: Sets) -> list[Made]:
    """Return the one file in which all sets stand behind one another."""
    words = P_("{n} set, ready to print", "{n} sets one after another, ready to print", sets.total)
    return [Made(words, "stack", _pages(data), data)]


def _parts(made: Sequence[bytes], title: Words, icon: str) -> Iterator[Made]:
    first = 1
    for part, data in enumerate(made, 1):
        pages, said = _pages(data), title
        if len(made) > 1:
            some = captions.pages(str(first), str(first + pages - 1))
            said = N_("{title}: part {n} of {total}", title=title, n=part, total=len(made))
            said = Together((said, some), " · ")
        yield Made(said, icon, pages, data)
        first += pages


class MadePage(Page):
    """Each file with what it is; under them the places where all of them can be saved."""

    chosen = Signal(str)
    elsewhere = Signal()

    def __init__(self, session: Session, made: Sequence[Made]) -> None:
        super().__init__(session)
        title = P_("Your file is ready", "Your {n} files are ready", len(made))
        self.add(heading(self.say, "check-circle", title))
        words = N_("Nothing is saved yet: it is only in the memory of this computer.")
        self.kept = Pair(self.say, words)
        self._saved: list[Pair] = []
        frame = Framed("sheet")
        frame.column.addWidget(self.kept)
        for each in made:
            frame.column.addWidget(self._row(each))
        self.add(frame)
        self.places = SavePlaces(
            session, N_("Where do you want to save all of them?") if len(made) > 1 else ONE
        )
        self.places.chosen.connect(self.chosen)
        self.places.elsewhere.connect(self.elsewhere)
        self.add(self.places)
        self.end()

    def _row(self, made: Made) -> QWidget:
        line, row = plain_row(1.5)
        row.addWidget(Glyph(made.icon, 1.5), 0, TOP)
        words, column = plain_column(0.25)
        saved = Pair(self.say, "", "small-strong")
        for part in (Pair(self.say, made.title, "word"), Pair(self.say, made.told, "small"), saved):
            column.addWidget(part)
        row.addWidget(words, 1)
        self._saved.append(saved)
        return line

    def show_saved(self, at: int, name: str) -> None:
        """Say under which name a file was saved."""
        self.say.both(self._saved[at].say_both, N_("Saved as {name}", name=literal(name)))

    def show_all_saved(self) -> None:
        """Say that all of it is saved."""
        words = N_("All of it is saved. When you leave this page, only what you saved is left.")
        self.say.both(self.kept.say_both, words)


class MakingPage(UnderWayPage):
    """How far it is. It can be stopped at any time, and then nothing of it is left."""

    def __init__(self, session: Session) -> None:
        words = N_("Every page is placed, numbered and checked. Long packets take some minutes.")
        super().__init__(session, N_("Putting your packet together…"), words, N_("Starting…"))

    def show_step(self, done: int, total: int) -> None:
        """Show how many of the steps are done."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(min(done, total))
        words = N_("Step {n} of {total}", n=min(done + 1, total), total=total)
        self.say.both(self.told.say_both, words)
