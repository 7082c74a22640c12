"""What every screen is given: the session, the way to other screens, and where to tell of trouble."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Together, Words
from kyr_app.ui.finder import Finder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.receipt import Receipt
    from kyr_app.session.session import Session
    from kyr_app.ui.cover import Cover
    from kyr_app.ui.listening import Reads
    from kyr_app.ui.standing import Sentinel


class Place(StrEnum):
    """Where a person can be."""

    FIRST = "first"
    HOME = "home"
    LIBRARY = "library"
    LESSON = "lesson"
    SITUATION = "situation"
    INTERVIEW = "interview"
    REVIEW = "review"
    PREPARE = "prepare"
    CHECKLIST = "checklist"
    PREVIEW = "preview"
    PAUSE = "pause"
    FORGET = "forget"
    FINDINGS = "findings"
    PEOPLE = "people"
    RESULT = "result"
    STOP = "stop"
    INTAKE = "intake"
    EVIDENCE = "evidence"
    DEADLINES = "deadlines"
    DEADLINE = "deadline"
    DATES = "dates"
    TODAY = "today"
    LOOKUP = "lookup"
    GLOSSARY = "glossary"
    DIRECTORY = "directory"
    TIMELINE = "timeline"
    SOURCES = "sources"
    RECENT = "recent"
    UPDATE = "update"
    DRILL = "drill"
    PRACTICE = "practice"
    REHEARSE = "rehearse"
    TEACHBACK = "teachback"
    PAPERS = "papers"
    BLANK = "blank"
    PACKET = "packet"
    EXHIBIT = "exhibit"
    ASSEMBLE = "assemble"
    STORY = "story"
    PROMPTS = "prompts"
    CARD = "card"
    BREATHING = "breathing"
    STATEMENT = "statement"
    TRANSLATION = "translation"
    FAMILY = "family"
    CREATE = "create"
    OPENING = "opening"
    LOCKED = "locked"
    PHRASES = "phrases"
    ROOMS = "rooms"
    HANDING = "handing"
    TAKING = "taking"
    KEPT = "kept"
    EXPORT = "export"
    DELETE = "delete"
    CROSSING = "crossing"
    RECEIPT = "receipt"
    UNSAVED = "unsaved"
    SETTINGS = "settings"
    SHORTCUTS = "shortcuts"
    WORKSHOP = "workshop"
    SETS = "sets"
    NUMBERS = "numbers"


class Desk(QObject):
    """Shared by the screens of one window; holds no state of its own."""

    asked = Signal(object, str)
    told = Signal(object, bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.cover: Cover | None = None
        self.sentry: Sentinel | None = None
        self.receipt: Receipt | None = None
        """What the receipt screen shows: made where a sitting ends, let go when it was read."""
        self.finder = Finder(session, self)
        self.before = Place.HOME
        """The place shown before this one: where *Back* leads from what can be come to from many places."""
        self.asking: tuple[Place, str] = (Place.PAPERS, "")
        """Where the questions of papers lead once they are answered: to what they were asked for."""
        self.aside: tuple[Place, str] = (Place.HOME, "")
        """Where a person was, and with what, before settings or keys: they lie beside everything else."""

    @cached_property
    def reader(self) -> Reads:
        """What reads aloud; made when somebody first wants to listen."""
        made: Reads = import_module("kyr_app.ui.reader").Reader(
            self
        )  # it knows of the desk, which may not know of it
        return made

    @property
    def reading(self) -> Reads | None:
        """The reader, where there is one already."""
        return self.__dict__.get("reader")

    def hush_voice(self) -> None:
        """Be quiet at once, whoever reads."""
        if self.reading is not None:
            self.reading.stop()

    @property
    def sheets_out(self) -> int:
        """How many papers were saved or printed in this sitting: the receipt at its end must say so."""
        return self.session.handed.total

    def go(self, place: Place, what: str = "") -> None:
        """Show a place; `what` is the lesson, the checklist or the paper that is wanted there."""
        self.asked.emit(place, what)

    def ask(self, back: Place) -> None:
        """Go to the questions of papers that were begun; answered, they lead back to what they were asked for."""
        self.asking = (back, "")
        self.go(Place.INTERVIEW)

    def go_back_from_aside(self) -> None:
        """Go back to where a person was before settings or keys."""
        self.go(*self.aside)

    def tell(self, words: Words, *, trouble: bool = False) -> None:
        """Say something above the screen until it is read: what happened, what was kept, what to do."""
        self.told.emit(words, trouble)

    def hush(self) -> None:
        """Take away what was told."""
        self.told.emit("", False)

    def failed(self, error: Exception) -> None:
        """Tell of an error in words a person can use; never its inside."""
        if isinstance(error, KyrError):
            parts = (error.said, error.hint) if error.hint is not None else (error.said,)
            self.tell(Together(parts), trouble=True)
        else:
            from kyr_app.store import log  # noqa: PLC0415 (only when there is trouble)

            log.note(error)
            self.tell(
                N_(
                    "That did not work. Your answers are still here. Try again, or go back and choose another way."
                ),
                trouble=True,
            )

    def guard(self, dialog: QWidget) -> None:
        """Let the hide key work over a dialog."""
        if self.cover is not None:
            self.cover.guard(dialog)

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Tell of an error that has words instead of raising it."""
        try:
            yield
        except KyrError as error:
            self.failed(error)
