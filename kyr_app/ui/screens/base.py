"""What every screen has: a column that scrolls, and where there is a way on or back, the row of buttons under it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kyr_app.model.text import N_
from kyr_app.ui import telling
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.widgets.button import ENTER, Button
from kyr_app.ui.widgets.column import Column
from kyr_app.ui.widgets.ear import Ear
from kyr_app.ui.widgets.foot import WIDTH, Foot
from kyr_app.ui.widgets.head import Head
from kyr_app.ui.words import Speaks

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.speech.sentences import Passage
    from kyr_app.ui.aloud import Part


ALONE, UNDER = 3, 1.5
"""How far below the top a page begins: of the window, and of the line with *Listen*."""
PLACES = 2
"""So many places to type in are one thing to fill in at most: a day has two, and its month between them."""


class Screen(QWidget):
    """One screen. `head` and `foot` stay while the column between them scrolls; *Listen* stands at the head's end."""

    HEARD = True
    """Whether it can be read aloud: not what a family writes, and not a paper."""
    ENTER_GOES_ON = True
    """Whether Enter alone goes on: not where something would be gone for good. There it only finds the way back."""

    def __init__(self, desk: Desk, *, lines: float = 1.0, foot: bool = True) -> None:
        super().__init__()
        self.desk, self.session = desk, desk.session
        self.say = Speaks(self, desk.session)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._above = Head(max(lines, WIDTH))
        self.head = self._above.words
        self.over: QWidget | None = None
        """What is read before the page, where a screen has put its title into the head."""
        self.listen: Ear | None = None
        if self.HEARD:
            self.listen = Ear(self.say)
            self.listen.pressed_to_hear.connect(self.hear)
            self.listen.choices_wanted.connect(lambda: self.desk.reader.offer_choices(self))
            self._above.put_at_end(self.listen)
        outer.addWidget(self._above)
        self.column = Column(lines, UNDER if self.HEARD else ALONE)
        outer.addWidget(self.column, 1)
        self.foot: Foot | None = None
        if foot:
            self.foot = Foot(self.say)
            self.foot.back.clicked.connect(self.back)
            self.foot.next.clicked.connect(self.forward)
            outer.addWidget(self.foot)

    def open(self, what: str) -> None:
        """Be shown; `what` names the thing that is wanted, where there is a choice of things."""

    def hear(self) -> None:
        """Read this screen aloud, or stop."""
        if self.HEARD:
            self.desk.reader.press(self)

    def heard(self) -> tuple[Part, ...]:
        """Return what is read aloud here with what shows it: what the window tells, then the page from its top."""
        from kyr_app.ui import aloud  # noqa: PLC0415 (only where something is read)

        told = getattr(self.window(), "notice", None)
        roots = [each for each in (told, self.over, self.column.body) if isinstance(each, QWidget)]
        answers = self.desk.reading is not None and self.desk.reading.answers
        return aloud.parts(roots, self.session.locale, answers=answers) if self.HEARD else ()

    def passages(self) -> tuple[Passage, ...]:
        """Return what is read aloud here: the program's and the content's words, never what a family typed."""
        return tuple(part.passage for part in self.heard())

    def refresh(self, changes: Changes) -> None:
        """Take up what changed besides words, which change by themselves."""

    def back(self) -> None:
        """Go one step back."""
        self.desk.go(Place.HOME)

    def forward(self) -> None:
        """Go one step on, where there is one."""

    def show_page(self, page: QWidget) -> None:
        """Show a page in the column; Tab goes through it before it comes to the buttons under it.

        Where the page before had the keyboard, the screen has it now: Qt would give it to *Back*, and Enter with it.
        """
        self.desk.hush_voice()
        had = QApplication.focusWidget()
        inside = had is not None and self.column.isAncestorOf(had)
        wanted = getattr(
            page, "glossary_wanted", None
        )  # a page of blocks has it; fetching its class takes time
        if wanted is not None:
            wanted.connect(lambda term: self.desk.go(Place.GLOSSARY, term))
        self.column.show_page(page)
        if inside:
            self.setFocus()
        self.order_tabs()
        telling.name_screen(self, self.say, self.over or page)

    def order_tabs(self) -> None:
        """Let Tab go through the page first, then along the row of buttons.

        The last of the page is looked for from the end, where Qt puts what is new: a window holds thousands of widgets.
        """
        if self.foot is None:
            return
        last = self.window().previousInFocusChain() or self.column
        while last is not self.column and not (
            self.column.isAncestorOf(last) and last.focusPolicy() != Qt.FocusPolicy.NoFocus
        ):
            last = last.previousInFocusChain() or self.column
        if last is self.column:  # nothing in it can be pressed
            last = self
        for button in self.foot.buttons:
            QWidget.setTabOrder(last, button)
            last = button

    def pause_button(self) -> Button:
        """Put *Pause* into the row of buttons, and return it."""
        assert self.foot is not None  # noqa: S101 (only screens with a foot call this)
        pause = self.foot.add(N_("Pause"), "coffee")
        pause.clicked.connect(lambda: self.desk.go(Place.PAUSE))
        return pause

    @contextmanager
    def place_kept(self) -> Iterator[None]:
        """Keep in sight what is in sight now, whatever happens to words and sizes meanwhile."""
        place = self.column.first_visible()
        yield
        self.column.keep(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter. Space says the sentence again, and Escape stops, wherever nothing else takes them.

        Whoever begins to type means the place to type in, before she has gone there.
        """
        reader = self.desk.reading
        if event.key() in ENTER and self.foot is not None and not self.ENTER_GOES_ON:
            self.foot.back.setFocus()
        elif event.key() in ENTER:
            self.forward()
        elif _is_letter(event) and (place := self._typed_into()) is not None:
            place.setFocus()
            QCoreApplication.sendEvent(place, event)
        elif reader is not None and not event.isAutoRepeat() and reader.key(event.key(), self):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _typed_into(self) -> QWidget | None:
        """Return where a person types here; None where there is no such place, or where it is not plain which."""
        kinds = (QLineEdit, QPlainTextEdit)
        found = [place for kind in kinds for place in self.findChildren(kind) if place.isVisible()]
        return found[0] if 0 < len(found) <= PLACES and self.isEnabled() else None

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is known of the voice."""
        super().showEvent(event)
        if self.desk.reading is not None:
            self.desk.reading.dress(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Be quiet as soon as another screen is shown."""
        self.desk.hush_voice()
        super().hideEvent(event)


def _is_letter(event: QKeyEvent) -> bool:
    """Tell whether a key is one that writes: with Ctrl or Alt it is an order."""
    orders = (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    return event.text().isalnum() and not event.modifiers() & orders
