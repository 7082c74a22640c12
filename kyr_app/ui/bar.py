"""The bar that is always there: places, language, size of letters, light or dark, and hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy

from kyr_app.model.interview import Reached
from kyr_app.model.settings import TextSize
from kyr_app.model.text import N_, Words
from kyr_app.ui import theme
from kyr_app.ui.desk import Place
from kyr_app.ui.standing import State
from kyr_app.ui.widgets.button import BarButton
from kyr_app.ui.widgets.filestate import FileState
from kyr_app.ui.widgets.frame import plain_column, plain_row
from kyr_app.ui.widgets.segments import Segments
from kyr_app.ui.widgets.tongues import LanguageSwitch

if TYPE_CHECKING:
    from kyr_app.session.session import Session
    from kyr_app.ui.words import Speaks

PLACES: tuple[tuple[Place, str, Words], ...] = (
    (Place.HOME, "house", N_("Home")),
    (Place.LIBRARY, "book-open", N_("Learn")),
    (Place.SITUATION, "path", N_("My situation")),
    (Place.PREPARE, "list-bullets", N_("Prepare")),
    (Place.PAPERS, "files", N_("My papers")),
    (Place.PRACTICE, "chats-circle", N_("Practice")),
    (Place.WORKSHOP, "chalkboard-teacher", N_("Workshop")),
)
_INSIDE: dict[Place, str] = {
    Place.LIBRARY: "lesson",
    Place.SITUATION: "interview review findings people result stop intake",
    Place.PAPERS: "blank",
    Place.PREPARE: "checklist evidence story prompts card statement translation packet exhibit assemble"
    " deadlines deadline dates today",
    Place.PRACTICE: "drill rehearse teachback",
    Place.HOME: "lookup glossary directory timeline sources recent update",
    Place.SETTINGS: "shortcuts",
    Place.WORKSHOP: "sets numbers",
    Place.FAMILY: "create opening locked phrases rooms handing taking kept export delete crossing unsaved",
}
WITHIN = {Place(name): place for place, names in _INSIDE.items() for name in names.split()}
"""Under which place of the bar another one lies."""
SIZES: tuple[tuple[TextSize, Words], ...] = (
    (TextSize.NORMAL, N_("Normal letters")),
    (TextSize.LARGE, N_("Large letters")),
    (TextSize.VERY_LARGE, N_("Very large letters")),
)
KEY_BACK = N_("Covers the screen at once (F9). Any key brings it back.")
WORDS_BACK = N_("Covers the screen at once (F9). Only your words bring it back.")


class Bar(QFrame):
    """Tells what was pressed; the window knows what to do."""

    wanted = Signal(object)
    hide_wanted = Signal()

    def __init__(self, say: Speaks, session: Session) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self._say, self._session, self._laid = say, session, False
        self.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )  # it never widens the window
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(theme.space(2), theme.space(0.5), theme.space(2), theme.space(0.5))
        self._line.setSpacing(theme.space(1))
        self.places = {place: self._place(place, icon, words) for place, icon, words in PLACES}
        self._left, lines = plain_column(1)
        self._lines = (QHBoxLayout(), QHBoxLayout())
        for each in self._lines:
            each.setSpacing(theme.space(1))
            lines.addLayout(each)
        self._first = -1
        self._fold(0)
        self.languages = LanguageSwitch(say, session)
        self.sizes = self._sizes()
        self.settings = BarButton(say, N_("Settings"), "sliders-horizontal", checkable=True)
        self.settings.clicked.connect(lambda: self.wanted.emit(Place.SETTINGS))
        self.hide_button = BarButton(say, N_("Hide"), "eye-slash")
        say(self.hide_button.setToolTip, KEY_BACK)
        self.hide_button.clicked.connect(self.hide_wanted)
        self.file = FileState(say)
        self.file.clicked.connect(lambda: self.wanted.emit(Place.FAMILY))
        self._right, row = plain_row(1)
        for part in (self.languages, self.sizes, self.settings, self.file, self.hide_button):
            row.addWidget(part)
        row.insertSpacing(1, theme.space(1))  # two choices beside each other stand apart
        row.addStretch(0)
        self._line.addWidget(self._left)
        self._line.addStretch(1)
        self._line.addWidget(self._right)
        self.show_settings()

    def _place(self, place: Place, icon: str, words: Words) -> BarButton:
        button = BarButton(self._say, words, icon, checkable=True)
        button.clicked.connect(lambda: self.wanted.emit(place))
        return button

    def _sizes(self) -> Segments:
        segments = Segments()
        for step, (size, name) in enumerate(SIZES):
            button = segments.add(self._say, size.value, "A", name)
            button.setProperty("step", step)
        segments.chosen.connect(lambda key: self._session.use_text_size(TextSize(key)))
        return segments

    def next_language(self) -> None:
        """Take the next of the choices of language: one, the next, two together."""
        self.languages.take_next()

    def change_size(self, by: int) -> None:
        """Take larger letters, or smaller ones."""
        sizes = [size for size, _ in SIZES]
        at = sizes.index(self._session.settings.text_size) + by
        if 0 <= at < len(sizes):
            self._session.use_text_size(sizes[at])

    def show_place(self, place: Place) -> None:
        """Mark the place where one is; leave the mark where a paper or a pause comes from."""
        place = self._within(place)
        if place in self.places or place in {Place.FIRST, Place.FAMILY, Place.SETTINGS}:
            for each, button in self.places.items():
                button.setChecked(each is place)
        self.file.setChecked(place is Place.FAMILY)
        self.settings.setChecked(place is Place.SETTINGS)

    def _within(self, place: Place) -> Place:
        asked = self._session.interviews if place in {Place.INTERVIEW, Place.REVIEW} else None
        if asked is not None and asked.under_way and asked.interview.reached is Reached.PAPERS:
            return Place.PAPERS
        return WITHIN.get(place, place)

    def show_file(self, state: State) -> None:
        """Say what becomes of what is answered."""
        self.file.show_state(state)
        kept = state is not State.NOTHING
        self._say(self.hide_button.setToolTip, WORDS_BACK if kept else KEY_BACK)
        self._arrange()

    def show_settings(self) -> None:
        """Show the language, the size of the letters and the look that hold."""
        settings = self._session.settings
        self.languages.show_now()
        self.sizes.show_choice(settings.text_size.value)
        if self._laid:  # before, nobody knows how wide it is
            self._arrange()

    def _arrange(self) -> None:
        """Put everything on one line where it fits; otherwise on two, with words beside their icons if they fit so."""
        buttons = (*self.places.values(), self.settings, self.file, self.hide_button)
        for button in buttons:
            button.stand_beside(False)
        edges = self._line.contentsMargins()
        places = self._wide()
        short = places + self._right.sizeHint().width() + theme.space(3) > self.width()
        edges.setLeft(theme.space(1 if short else 2))
        edges.setRight(edges.left())
        self._line.setContentsMargins(edges)
        flow = QBoxLayout.Direction
        self._line.setDirection(flow.TopToBottom if short else flow.LeftToRight)
        self._line.setAlignment(self._right, Qt.AlignmentFlag.AlignRight if short else Qt.AlignmentFlag(0))
        for button in buttons:
            button.stand_beside(short)
        room = self.width() - 2 * edges.left()
        if short and places <= room < self._wide():
            for button in self.places.values():
                button.stand_beside(False)
        self._fold(room if short else 0)

    def _wide(self) -> int:
        """Return how wide the places are on one line, as their words stand now; pixels."""
        return sum(each.sizeHint().width() + theme.space(1) for each in self.places.values())

    def _fold(self, wide: int) -> None:
        """Put the places on one line, or on two where `wide` pixels hold no more; 0 is as wide as it takes."""
        left, first = 0, 0
        for button in self.places.values() if wide else ():
            left += button.sizeHint().width() + theme.space(1)
            first += left <= wide
        first = first if wide else len(self.places)
        if first == self._first:
            return
        self._first = first
        for line in self._lines:
            while line.takeAt(0) is not None:
                pass
        for at, button in enumerate(self.places.values()):
            self._lines[at >= first].addWidget(button)
        for line in self._lines:
            line.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Return what the places need on two lines: they can be laid so at any time, and the window be as narrow."""
        hint, gap = super().minimumSizeHint(), theme.space(1)
        wide = [each.sizeHint().width() + gap for each in self.places.values()]
        best = min(max(sum(wide[:at]), sum(wide[at:])) for at in range(len(wide) + 1))
        return QSize(min(hint.width(), max(best, self._right.sizeHint().width()) + 2 * gap), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out again whether one line is enough."""
        super().resizeEvent(event)
        self._laid = True
        self._arrange()
