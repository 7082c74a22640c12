"""A place that helps: its name, what it does, its telephones large, and what to check before one calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kyr_app.model.text import N_, Together
from kyr_app.ui.when import when
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.frame import TOP, Framed, plain_row
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Label, Pair
from kyr_app.ui.widgets.mark import mark

if TYPE_CHECKING:
    from kyr_app.model.directory import Contact, Phone
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks


class ContactView(Framed):
    """One place. Nothing in it leads out of the program: addresses are there to be read."""

    print_wanted = Signal()

    def __init__(self, say: Speaks, contact: Contact, *, wanted: bool = False) -> None:
        super().__init__("found" if wanted else "sheet")
        self._say = say
        self.column.addWidget(Pair(say, contact.name, "lead"))
        self.column.addWidget(Pair(say, contact.what))
        for phone in contact.phones:
            self._phone(phone)
        for icon, words in _lines(contact):
            self._line(icon, words)
        if contact.verify:
            check = N_("Check before you call.") if contact.phones else N_("Check before you go.")
            self.column.addWidget(mark(say, "warning", check, Tone.WARM))
        if contact.note is not None:
            self.column.addWidget(Pair(say, contact.note))
        foot, row = plain_row(1)
        row.addWidget(
            Pair(say, N_("Information of {day}", day=when(contact.as_of)), "small"),
            1,
            Qt.AlignmentFlag.AlignVCenter,
        )
        self.print_button = Button(say, N_("Print this place"), "printer", "link")
        self.print_button.clicked.connect(self.print_wanted)
        row.addWidget(self.print_button)
        self.column.addWidget(foot)

    def _phone(self, phone: Phone) -> None:
        holder, row = plain_row(1.5)
        row.addWidget(Glyph("phone", 1.4), 0, Qt.AlignmentFlag.AlignVCenter)
        number = Label("say")
        number.say(phone.number)
        number.setWordWrap(False)
        row.addWidget(number)
        if phone.label is not None:
            row.addWidget(Pair(self._say, phone.label, "small"), 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            row.addStretch(1)
        self.column.addWidget(holder)

    def _line(self, icon: str, words: Words) -> None:
        holder, row = plain_row(1)
        row.addWidget(Glyph(icon, 1.1, Tone.SOFT), 0, TOP)
        row.addWidget(Pair(self._say, words, "plain"), 1)
        self.column.addWidget(holder)


def _lines(contact: Contact) -> list[tuple[str, Words]]:
    said: list[tuple[str, Words]] = []
    place = tuple(each for each in (contact.address, contact.city) if each)
    if place:
        said.append(("map-pin", Together(place, " · ")))
    if contact.hours is not None:
        said.append(("clock", N_("Hours: {hours}", hours=contact.hours)))
    if contact.languages is not None:
        said.append(("translate", N_("Languages: {languages}", languages=contact.languages)))
    said += [("envelope", contact.email)] if contact.email else []
    said += [("globe", contact.website.removeprefix("https://"))] if contact.website else []
    return said
