"""What is chosen before a packet is put together: sets and for whom, what goes with it, the size of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kyr_app.documents.packet import captions
from kyr_app.model.interview import Number
from kyr_app.model.text import N_, Words
from kyr_app.ui import theme
from kyr_app.ui.screens.assemble_missing import MissingPart
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import AnswerCard
from kyr_app.ui.widgets.entries import Count
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.frame import plain_column
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import em
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.radios import Question, Radios

if TYPE_CHECKING:
    from kyr_app.session.session import Session

MOST = 9
"""Sets for one of the three; more are a slip of the hand."""
_MB = 1_000_000
SIZES: dict[int, Words] = {
    0: N_("One file, however large"),
    25 * _MB: N_("Files of at most 25 MB"),
    10 * _MB: N_("Files of at most 10 MB"),
}
LOOKS: dict[str, tuple[str, Words]] = {
    "exhibits:packet": ("magnifying-glass", N_("Look at the packet")),
    "copy:packet-reading": ("book-open", captions.READING),
    "packet:packet-before": ("clipboard-text", captions.BEFORE),
}
"""What can be looked at first, by its name for the preview."""


class AssemblePage(Page):
    """Shows the choices and takes them up in the session; `changed` tells when the paper has to be counted anew."""

    changed = Signal()
    looked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        said = N_("Cover, index, tabs and page numbers are made here. You only choose how many.")
        self.add(heading(self.say, "files", N_("Put the packet together"), said))
        self.looks: dict[str, Button] = {}
        self.counts: dict[str, Count] = {}
        self.parts_cards: dict[str, AnswerCard] = {}
        self.sizes: dict[int, AnswerCard] = {}
        self._look()
        self.missing = MissingPart(self)
        self.add(self.missing)
        self._ask_sets()
        self._ask_parts()
        self._ask_size()
        self.end()

    def _look(self) -> None:
        row = Flow()
        for name, (icon, words) in LOOKS.items():
            button = self.looks[name] = Button(self.say, words, icon, "link")
            button.clicked.connect(lambda _=False, name=name: self.looked.emit(name))
            row.add(button)
        self.add(row)

    def show_missing(self) -> None:
        """Show what is missing now; Tab comes to it behind what stands above it."""
        self.missing.show_now()
        before = list(self.looks.values())[-1]
        for way in self.missing.ways:
            QWidget.setTabOrder(before, way)
            before = way

    def _ask_sets(self) -> None:
        sets, flow = self.session.packet.choices.sets, Flow()
        self.add(Pair(self.say, N_("How many sets?"), "lead"))
        for name, words in (("court", captions.COURT), ("dhs", captions.DHS), ("own", captions.YOURS)):
            count = Count(self.say, Number(name=name, least=0, most=MOST), words)
            count.line.setFixedWidth(round(em() * 3.5))
            count.show_value(getattr(sets, name))
            count.edited.connect(self._take)
            holder, column = plain_column(1)
            column.setContentsMargins(0, 0, theme.space(4), 0)
            column.addWidget(Pair(self.say, words, "strong"))
            column.addWidget(count)
            self.counts[name] = count
            flow.add(holder)
        self.add(flow)

    def _ask_parts(self) -> None:
        chosen = self.session.packet.choices
        for name, icon, words, now in (
            ("reading", "book-open", N_("Spanish copy to read, with my set"), chosen.sets.reading),
            ("service", "paper-plane-tilt", captions.SERVICE, chosen.service),
            ("order", "scales", N_("Proposed order: only with a motion"), chosen.order),
            ("colour", "palette", N_("Photos in color"), chosen.colour),
        ):
            card = AnswerCard(self.say, words, icon, quiet=True)
            card.setChecked(now)
            card.toggled.connect(self._take)
            self.parts_cards[name] = card
        self.add(Pair(self.say, N_("What goes with the papers?"), "lead"))
        self.add(Grid(self.parts_cards.values(), 16))

    def _ask_size(self) -> None:
        self.add(Pair(self.say, captions.SIZE, "lead"))
        held, now = Question(self.say, captions.SIZE), self.session.packet.packet.most
        for most, words in SIZES.items():
            card = AnswerCard(self.say, words, quiet=True)
            card.clicked.connect(lambda _=False, most=most: self._take_size(most))
            self.sizes[most] = card
        held.column.addWidget(Grid(self.sizes.values(), 14, most=3))
        Radios(held, self.say, self.sizes.values()).choose(self.sizes.get(now))
        self.add(held)

    def _take(self) -> None:
        numbers = {name: each.value() for name, each in self.counts.items()}
        typed = {name: min(each, MOST) for name, each in numbers.items() if isinstance(each, int)}
        on = {name: card.isChecked() for name, card in self.parts_cards.items()}
        packing = self.session.packet
        sets = structs.replace(packing.choices.sets, reading=on.pop("reading"), **typed)
        made = structs.replace(packing.choices, sets=sets, **on)
        if made != packing.choices:
            packing.choices = made
            self.changed.emit()

    def _take_size(self, most: int) -> None:
        packing = self.session.packet
        packing.use(structs.replace(packing.packet, most=most), captions.SIZE)
