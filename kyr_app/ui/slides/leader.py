"""What the leader alone sees, on a second screen: the time, this slide and the next one, and what to say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kyr_app.content import tokens
from kyr_app.model.agenda import Now, Step, called
from kyr_app.model.deck import Kind
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.ui import theme
from kyr_app.ui.slides.keys import Do
from kyr_app.ui.slides.wall import Keyed
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.column import Column
from kyr_app.ui.widgets.frame import plain_column, plain_row
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Label, Pair
from kyr_app.ui.words import Speaks

if TYPE_CHECKING:
    from kyr_app.session.session import Session
    from kyr_app.ui.slides.fit import Slide

LEAST = 120
"""How high a picture of a slide is at least, in pixels."""


class Small(QFrame):
    """A slide in small, as large as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "sheet")
        self._picture: QPixmap | None = None
        slide = tokens.theme().slide
        self.setMinimumSize(LEAST * slide.wide // slide.high, LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show a slide, or none."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slide into the frame."""
        super().paintEvent(event)
        if self._picture is None:
            return
        edge = theme.space(1)
        room = self.rect().adjusted(edge, edge, -edge, -edge)
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        small = self._picture.scaled(room.size(), keep, smooth)
        QPainter(self).drawPixmap(room.center() - small.rect().center(), small)


class Leader(Keyed):
    """A window on the leader's own screen. Nothing of it is ever on the wall."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.say = Speaks(self, session)
        self.say(self.setWindowTitle, N_("Guide"))
        self.part, self.left, self.all_left = Label("lead"), Label("title"), Label("small")
        self.where = Label("small-strong")
        self.this, self.next = Small(), Small()
        self.notes = Column(1.0)
        self.hands, self._raised = plain_row(1)
        self._raised.addStretch(1)
        self._answers: list[Button] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        outer.setSpacing(theme.space(2))
        outer.addWidget(self._time())
        outer.addLayout(self._middle(), 1)
        outer.addWidget(self._foot())

    def _time(self) -> QWidget:
        holder, row = plain_row(2)
        row.addWidget(Glyph("timer", 1.8, Tone.ACCENT))
        row.addWidget(self.left)
        words, column = plain_column(0)
        for each in (self.part, self.all_left):
            column.addWidget(each)
        row.addWidget(words, 1)
        row.addWidget(self.where, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for each in (self.left, self.where):
            each.setWordWrap(False)
        return holder

    def _middle(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        pictures, column = plain_column(1)
        for words, picture in ((N_("On the wall"), self.this), (N_("Next slide"), self.next)):
            title = Label("kicker")
            self.say(title.say, words)
            self.say(picture.setAccessibleName, words)
            column.addWidget(title)
            column.addWidget(picture, 1)
        row.addWidget(pictures, 2)
        row.addWidget(self.notes, 5)
        return row

    def _foot(self) -> QWidget:
        holder, column = plain_column(1)
        column.addWidget(self.hands)
        line, row = plain_row(1)
        told: tuple[tuple[Words, str, str, Do], ...] = (
            (N_("Leave"), "x", "plain", Do.LEAVE),
            (N_("Empty wall"), "square", "plain", Do.BLANK),
            (N_("Swap"), "swap", "plain", Do.SWAP),
            (N_("Back"), "arrow-left", "", Do.BACK),
            (N_("Next"), "arrow-right", "primary", Do.NEXT),
        )
        self.buttons: dict[Do, Button] = {}
        for words, icon, kind, do in told:
            button = Button(self.say, words, icon, kind, after=do is Do.NEXT)
            button.clicked.connect(lambda _=False, do=do: self.wanted.emit(do, 0))
            if do is Do.BACK:
                row.addStretch(1)
            row.addWidget(button)
            self.buttons[do] = button
        column.addWidget(line)
        return holder

    def show_slide(self, at: int, slides: tuple[Slide, ...], this: QPixmap, after: QPixmap | None) -> None:
        """Show slide `at`, the one after it, and what to say."""
        slide = slides[at]
        self.this.show_picture(this)
        self.next.show_picture(after)
        self.say(self.where.say, N_("Slide {n} of {total}", n=at + 1, total=len(slides)))
        page, column = plain_column(2)
        say = Speaks(page, self.session)
        column.addWidget(Pair(say, slide.leaf.title, "subtitle"))
        for note in slide.leaf.notes:
            column.addWidget(Pair(say, note))
        column.addStretch(1)
        self.notes.show_page(page)
        self._show_answers(slide)

    def _show_answers(self, slide: Slide) -> None:
        for button in self._answers:
            button.hide()
            button.deleteLater()
        self._answers = []
        asked = slide.leaf.ask if slide.leaf.kind is Kind.ASK else None
        if asked is None:
            return
        for n, letter in enumerate("ABCDEF"[: len(asked.options)]):
            button = Button(self.say, N_("Hand for {letter}", letter=letter), "hand")
            button.clicked.connect(lambda _=False, n=n: self.wanted.emit(Do.HAND, n))
            self._answers.append(button)
        less = Button(self.say, N_("One less"), "minus", "plain")
        less.clicked.connect(lambda: self.wanted.emit(Do.LESS, 0))
        self._answers.append(less)
        for at, button in enumerate(self._answers):
            self._raised.insertWidget(at, button)

    def show_time(self, step: Step, titles: dict[str, Words], now: Now) -> None:
        """Show how much time is left of a part and of the whole; what is over is told calmly."""
        self.say(self.left.say, spare(now.left))
        clock = Together((step.clock, called(step, titles)), " · ")
        self.say(self.part.say, clock)
        self.say(self.all_left.say, N_("Of the whole workshop: {time}", time=spare(now.left_of_all)))


def spare(seconds: int) -> Words:
    """Return so much time in words, whole minutes, the last one counted too; what is over, as that."""
    minutes = math.ceil(abs(seconds) / 60)
    if seconds < 0:
        return P_("{n} minute over", "{n} minutes over", minutes)
    return P_("{n} minute left", "{n} minutes left", minutes)
