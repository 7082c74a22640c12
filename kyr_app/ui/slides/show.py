"""A workshop under way: which slide, how long, on which screens. One screen shows the wall alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kyr_app.model.agenda import now
from kyr_app.model.deck import Kind, Leaf
from kyr_app.model.text import N_, Words
from kyr_app.ui import theme
from kyr_app.ui.slides.fit import Fitter, Slide
from kyr_app.ui.slides.keys import Do
from kyr_app.ui.slides.leader import Leader
from kyr_app.ui.slides.letters import Letters, Told
from kyr_app.ui.slides.view import SlideView
from kyr_app.ui.slides.wall import Keyed, Wall

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.session.session import Session
    from kyr_app.ui.desk import Desk

SECOND = 1000
"""Milliseconds between two looks at the clock."""

Screens = Callable[[], Sequence[QScreen]]


class Show(QObject):
    """Shows the workshop of a session until somebody leaves. `ended` tells that everything is as before."""

    ended = Signal()

    def __init__(
        self,
        desk: Desk,
        home: QWidget,
        screens: Screens = QGuiApplication.screens,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(home)
        self._desk, self._home, self._screens, self._clock = desk, home, screens, clock
        self.session, self.chosen = desk.session, desk.session.workshop
        self.steps = self.chosen.steps
        self.titles: dict[str, Words] = {each.id: each.title for each in self.chosen.lessons}
        self._leaves = self.chosen.leaves()
        colours = theme.style(self.session.settings).colours
        self._told = Told(_locales(self.session), colours)
        self.wall = Wall(colours)
        self.leader: Leader | None = None
        self.slides: tuple[Slide, ...] = ()
        self.at, self.empty, self._swapped = 0, False, False
        self._last: list[int] = []
        self._began: float | None = None
        self._since: dict[int, float] = {}
        self.wall.wanted.connect(self._do)
        self.wall.resized.connect(self._fit)
        desk.guard(self.wall)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    # ── begin and end ────────────────────────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """Show the first slide, and let the time run."""
        self._began = self._clock()
        self.wall.setWindowTitle(self.session.locale.render(N_("Guide")))
        self.arrange()
        self._timer.start(SECOND)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.arrange)
            app.screenRemoved.connect(self.arrange)
        if self._desk.cover is not None:
            self._desk.cover.lifted.connect(self._in_front)

    def end(self) -> None:
        """Leave: the windows are gone, and the main one is in front."""
        self._timer.stop()
        windows: list[Keyed] = [self.wall, *([self.leader] if self.leader else [])]
        for each in windows:
            each.ending = True
            each.close()
            each.deleteLater()
        self.leader = None
        self._home.activateWindow()
        self.ended.emit()
        self.deleteLater()

    def _in_front(self) -> None:
        front = self.leader or self.wall
        front.activateWindow()
        front.setFocus()

    # ── screens ──────────────────────────────────────────────────────────────────────────────────────────────

    def arrange(self, _screen: object = None) -> None:
        """Put the wall on the other screen and the leader's window on this one; on the only one, the wall alone."""
        screens = list(self._screens())
        own = self._home.screen()
        here = next((each for each in screens if each is own), screens[0])
        others = [each for each in screens if each is not here]
        if others and self._swapped:
            here, others = others[0], [here]
        if others and self.leader is None:
            self.leader = Leader(self.session)
            self.leader.wanted.connect(self._do)
            self._desk.guard(self.leader)
        if self.leader is not None and not others:
            self.leader.ending = True
            self.leader.close()
            self.leader.deleteLater()
            self.leader = None
        _fill(self.wall, others[0] if others else here)
        self.wall.mark.setVisible(self.leader is None)
        if self.leader is not None:
            _fill(self.leader, here)
        self._fit(self.wall.size())
        self._in_front()

    def _fit(self, wall: QSize) -> None:
        """Share the leaves out for a wall of that size; what is shown stays the same."""
        leaf: Leaf | None = self.slides[self.at].leaf if self.slides else None
        self._fitter = Fitter(Letters(wall), self._told, self.session.library.facts)
        self.slides = self._fitter.slides(self._leaves)
        same = [at for at, slide in enumerate(self.slides) if slide.leaf is leaf]
        self.go(same[0] if same else min(self.at, len(self.slides) - 1))

    # ── slides ───────────────────────────────────────────────────────────────────────────────────────────────

    def go(self, at: int) -> None:
        """Show a slide by its number, from 0; before the first and after the last there is none."""
        self.at = min(max(at, 0), len(self.slides) - 1)
        self.empty = False
        slide = self.slides[self.at]
        self._since.setdefault(slide.leaf.step, self._clock())
        self.wall.show_slide(slide, self._fitter, self.raise_hand)
        self._show_hands()
        if self.leader is not None and self.wall.view is not None:
            after = self.slides[self.at + 1] if self.at + 1 < len(self.slides) else None
            picture = SlideView(after, self._fitter).grab() if after is not None else None
            self.leader.show_slide(self.at, self.slides, self.wall.view.grab(), picture)
        self.look()

    def look(self) -> None:
        """Look at the clock, and show the leader how the time stands; the wall alone shows a line."""
        step = self.slides[self.at].leaf.step
        at = self._clock()
        began = at if self._began is None else self._began
        stands = now(self.steps, step, at - self._since.get(step, at), at - began)
        if self.leader is not None:
            self.leader.show_time(self.steps[step], self.titles, stands)
        else:
            self.wall.mark.show_part(stands.part)

    def _do(self, do: Do, n: int) -> None:
        acts: dict[Do, Callable[[], object]] = {
            Do.NEXT: lambda: self.go(self.at + (0 if self.empty else 1)),
            Do.BACK: lambda: self.go(self.at - (0 if self.empty else 1)),
            Do.FIRST: lambda: self.go(0),
            Do.LAST: lambda: self.go(len(self.slides) - 1),
            Do.LEAVE: self.end,
            Do.BLANK: self._blank,
            Do.SWAP: self._swap,
            Do.HAND: lambda: self.raise_hand(n),
            Do.LESS: self._less,
        }
        acts[do]()

    def _blank(self) -> None:
        self.empty = not self.empty
        self.wall.blank(empty=self.empty)

    def _swap(self) -> None:
        if self.leader is not None:
            self._swapped = not self._swapped
            self.arrange()

    # ── hands ────────────────────────────────────────────────────────────────────────────────────────────────

    def raise_hand(self, option: int) -> None:
        """Count a hand for an answer of the question that is shown."""
        leaf = self.slides[self.at].leaf
        if leaf.kind is Kind.ASK:
            self.chosen.raise_hand(leaf.lesson, option)
            self._last.append(option)
            self._show_hands()

    def _less(self) -> None:
        """Take the last hand back; where no question is shown, go back."""
        leaf = self.slides[self.at].leaf
        if leaf.kind is not Kind.ASK:
            self.go(self.at - 1)
        elif self._last:
            self.chosen.raise_hand(leaf.lesson, self._last.pop(), -1)
            self._show_hands()

    def _show_hands(self) -> None:
        leaf = self.slides[self.at].leaf
        if leaf.kind is Kind.ASK and self.wall.view is not None:
            self.wall.view.show_hands(self.chosen.hands(leaf.lesson))
            if self.leader is not None:
                self.leader.this.show_picture(self.wall.view.grab())
        else:
            self._last = []


def _locales(session: Session) -> tuple[Locale, ...]:
    """Return the languages of the wall: the reader's first, and the other one."""
    own = session.locale
    return (own, session.locale_of(session.beside))


def _fill(window: QWidget, screen: QScreen) -> None:
    """Show a window over a whole screen."""
    window.setScreen(screen)
    window.setGeometry(QRect(screen.geometry()))
    window.showFullScreen()
