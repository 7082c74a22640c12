"""Making a page readable: turn, four corners, straighten, tone; each with its result beside what came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import Signal

from kyr_app.model.packet import WHOLE, Sheet, Tone
from kyr_app.model.text import N_, Words
from kyr_app.ui.exhibits import TONES
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.chips import Chips
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kyr_app.session.session import Session

TILT_STEP, TILT_MOST = 0.5, 15.0
"""Degrees: of one press, and at most."""


class LookPage(Page):
    """Tells which sheet is wanted (`changed`), and what else: the screen asks, shows and keeps."""

    changed = Signal(object, str)
    """The sheet as it shall be, and what a further change is one step with; empty where it is a step of its own."""
    find_sheet = Signal()
    find_level = Signal()
    use_draft = Signal()
    drop_draft = Signal()
    show_offer = Signal()
    going = Signal(int)
    """The page goes to another place: that is where it will be looked for."""
    told = Signal(object)
    turned = Signal(int)
    """Another page is wanted: so many further."""
    pages_wanted = Signal()
    """All pages of the exhibit are to be listed."""

    def __init__(self, session: Session, number: int, *, several: bool) -> None:
        super().__init__(session)
        self.number, self.at = number, 0
        self.sheet = Sheet("")
        self.buttons: dict[str, Button] = {}
        self.offer = self._offer()
        self.draft = self._draft()
        self.where = self._pager() if several else None
        self._group(
            N_("Turn"),
            ("left", N_("To the left"), "arrow-counter-clockwise", lambda: self._turn(3)),
            ("right", N_("To the right"), "arrow-clockwise", lambda: self._turn(1)),
        )
        self._group(
            N_("Only the sheet"),
            ("find", N_("Find the sheet"), "magic-wand", self.find_sheet.emit),
            ("whole", N_("Whole picture"), "frame-corners", lambda: self._change("", corners=WHOLE)),
            below=N_("Or put the rings on its corners: drag them, or use Tab and the arrows."),
        )
        self.angle = self._group(
            N_("Straighten"),
            ("less", N_("A little left"), "arrow-bend-up-left", lambda: self._tilt(-TILT_STEP)),
            ("more", N_("A little right"), "arrow-bend-up-right", lambda: self._tilt(TILT_STEP)),
            ("level", N_("Make lines level"), "magic-wand", self.find_level.emit),
        )
        self.tones = Chips()
        for tone, called, icon in TONES:
            self.tones.add_chip(self.say, tone.value, called, icon)
        self.tones.chosen.connect(lambda key: self._change("", tone=Tone(key)))
        grey = N_("It is printed in shades of gray. Color is chosen when the packet is put together.")
        self._titled(N_("For a good copy"), self.tones, "" if session.packet.choices.colour else grey)
        self._rest(several=several)
        self.end()

    def _group(
        self, title: Words, *ways: tuple[str, Words, str, Callable[[], object]], below: Words = ""
    ) -> Pair:
        return self._titled(title, self._flow(*ways), below)

    def _titled(self, title: Words, part: QWidget, below: Words = "") -> Pair:
        holder, column = plain_column(0.5)
        name = Pair(self.say, title, "kicker")
        column.addWidget(name)
        column.addWidget(part)
        if below:
            column.addWidget(Pair(self.say, below, "small"))
        self.add(holder)
        return name

    def _flow(self, *ways: tuple[str, Words, str, Callable[[], object]]) -> Flow:
        flow = Flow()
        for key, words, icon, act in ways:
            button = self.buttons[key] = Button(self.say, words, icon)
            button.clicked.connect(lambda _=False, act=act: act())
            flow.add(button)
        return flow

    def _offer(self) -> Framed:
        """Return what offers to show a proposal; it is hidden until there is one."""
        frame = Framed("phrase")
        frame.column.addWidget(Pair(self.say, N_("A sheet of paper seems to lie here."), "strong"))
        frame.column.addWidget(self._flow(("offer", N_("Show me"), "eye", self.show_offer.emit)))
        self.add(frame)
        frame.hide()
        return frame

    def _draft(self) -> Framed:
        """Return what asks whether a proposal is to be used."""
        frame = Framed("phrase")
        frame.column.addWidget(Pair(self.say, N_("This is a proposal: look at both pictures."), "strong"))
        flow = self._flow(
            ("use", N_("Use it"), "check", self.use_draft.emit),
            ("drop", N_("Leave it as it was"), "x", self.drop_draft.emit),
        )
        frame.column.addWidget(flow)
        self.add(frame)
        frame.hide()
        return frame

    def _pager(self) -> Pair:
        """Return what says which page this is, over the ways to the others."""
        name = self._group(
            "",
            ("former", N_("Previous"), "arrow-left", lambda: self.turned.emit(-1)),
            ("latter", N_("Next"), "arrow-right", lambda: self.turned.emit(1)),
            ("pages", N_("All pages"), "squares-four", self.pages_wanted.emit),
        )
        self.say(self.buttons["former"].setAccessibleName, N_("Page before"))
        self.say(self.buttons["latter"].setAccessibleName, N_("Next page"))
        return name

    def _rest(self, *, several: bool) -> None:
        if several:
            self.add(self._flow(("all", N_("All pages like this one"), "files", self._like_this)))
        self.more = Fold(self.say, N_("More with this page"), lambda: self._more(several=several))
        self.add(self.more)

    def _more(self, *, several: bool) -> QWidget:
        ways: list[tuple[str, Words, str, Callable[[], object]]] = [
            ("again", N_("As it came in"), "arrow-counter-clockwise", self._again)
        ]
        if several:
            ways += [
                ("earlier", N_("One page earlier"), "arrow-up", lambda: self._move(-1)),
                ("later", N_("One page later"), "arrow-down", lambda: self._move(1)),
                ("split", N_("A new paper from here on"), "scissors", self._split),
            ]
        ways.append(("remove", N_("Take this page out"), "trash", self._remove))
        return self._flow(*ways)

    def show_sheet(self, sheet: Sheet, at: int, count: int, *, draft: bool) -> None:
        """Show how page `at` of `count` is; with `draft`, how it would be."""
        self.sheet, self.at = sheet, at
        if self.where is not None:
            self.say.both(self.where.say_both, N_("Page {n} of {total}", n=at + 1, total=count))
            self.buttons["former"].setEnabled(at > 0)
            self.buttons["latter"].setEnabled(at + 1 < count)
        self.tones.show_choice(sheet.tone.value)
        said: Words = N_("Straighten")
        if sheet.tilt:
            to = N_("Straighten: {n}° to the right") if sheet.tilt > 0 else N_("Straighten: {n}° to the left")
            said = to.with_values(n=f"{abs(sheet.tilt):.1f}")
        self.say.both(self.angle.say_both, said)
        self.draft.setVisible(draft)
        if draft:
            self.offer.hide()
        self.buttons["less"].setEnabled(sheet.tilt > -TILT_MOST)
        self.buttons["more"].setEnabled(sheet.tilt < TILT_MOST)
        self.buttons["whole"].setEnabled(sheet.corners != WHOLE)

    def _change(self, on: str, **how: object) -> None:
        self.changed.emit(structs.replace(self.sheet, **how), on)

    def _turn(self, by: int) -> None:
        self._change("", turn=(self.sheet.turn + by) % 4)

    def _tilt(self, by: float) -> None:
        tilt = round(min(TILT_MOST, max(-TILT_MOST, self.sheet.tilt + by)), 1)
        self._change("tilt", tilt=tilt)

    def _again(self) -> None:
        self.changed.emit(Sheet(self.sheet.picture), "")

    def _like_this(self) -> None:
        self.session.packet.show_all(self.number, tone=self.sheet.tone, turn=self.sheet.turn)

    def _move(self, by: int) -> None:
        last = len(self.session.packet.exhibit(self.number).sheets) - 1
        at, to = self.at, max(0, min(self.at + by, last))
        self.going.emit(to)
        self.session.packet.move_page(self.number, at, to)

    def _split(self) -> None:
        if self.at:
            self.session.packet.split(self.number, self.at)
            self.told.emit(N_("There are two papers now: this one, and a new one behind it."))
        else:
            self.told.emit(N_("This is the first page: there is nothing before it."))

    def _remove(self) -> None:
        self.session.packet.remove_page(self.number, self.at)
