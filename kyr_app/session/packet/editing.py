"""What a person does to a packet: order, pages, words and links. Each is a step that can be taken back."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Any

from msgspec import structs

from kyr_app.documents.pictures import geometry
from kyr_app.model.errors import InputError
from kyr_app.model.packet import Exhibit, Packet, Sheet
from kyr_app.model.text import N_, P_, Words
from kyr_app.rules import exhibits


class Editing:
    """The steps. Each raises `InputError` where what it is about is not there any more."""

    if TYPE_CHECKING:

        @property
        def packet(self) -> Packet:
            """The packet as it is now."""

        def exhibit(self, number: int) -> Exhibit:
            """Return an exhibit."""

        def use(self, packet: Packet, said: Words, on: Hashable = None) -> None:
            """Put a packet in the place of this one."""

    def move(self, number: int, to: int) -> None:
        """Put an exhibit at a place, from 0."""
        self.exhibit(number)
        self.use(self.packet.moved(number, to), N_("the order"))

    def merge(self, numbers: Iterable[int]) -> int:
        """Make one exhibit of several, in their order, with the words of the first; return its number."""
        wanted = set(numbers)
        into, *others = (each for each in self.packet.exhibits if each.number in wanted)
        if any(each.paper for each in (into, *others)) and others:
            raise InputError(
                N_("A paper made by this program stays a paper of its own."),
                N_("Choose only photos and PDFs."),
            )
        packet = self.packet
        for each in others:
            packet = packet.merged(each.number, into.number)
        self.use(packet, N_("putting pages together"))
        return into.number

    def split(self, number: int, at: int) -> None:
        """Cut an exhibit before its page `at`, from 0; both parts keep the description."""
        self.exhibit(number)
        self.use(self.packet.split(number, at), N_("making two papers of one"))

    def remove(self, numbers: Iterable[int]) -> None:
        """Take exhibits out; they come back with `undo`."""
        packet, gone = self.packet, list(numbers)
        for number in gone:
            packet = packet.without(number)
        self.use(packet, P_("taking {n} paper out", "taking {n} papers out", len(gone)))

    # Pages

    def show(self, number: int, at: int, sheet: Sheet, on: Hashable = None) -> None:
        """Show page `at` of an exhibit like this. Raise `InputError` where the corners enclose nothing."""
        if not geometry.sound(sheet.corners):
            raise InputError(
                N_("The four corners must go round the sheet."),
                N_("Put each corner where it belongs, or start again."),
            )
        step = None if on is None else (on, number, at)
        self._sheets(number, {at: sheet}, N_("how a page looks"), step)

    def show_all(self, number: int, **how: Any) -> None:
        """Show all pages of an exhibit in a way: `tone` or `turn`."""
        sheets = self.exhibit(number).sheets
        self._sheets(
            number,
            {at: structs.replace(each, **how) for at, each in enumerate(sheets)},
            N_("how the pages look"),
        )

    def _sheets(self, number: int, sheets: dict[int, Sheet], said: Words, on: Hashable = None) -> None:
        exhibit = self.exhibit(number)
        made = tuple(sheets.get(at, each) for at, each in enumerate(exhibit.sheets))
        self.use(self.packet.with_changed(structs.replace(exhibit, sheets=made)), said, on)

    def move_page(self, number: int, at: int, to: int) -> None:
        """Put page `at` of an exhibit at another place in it."""
        exhibit = self.exhibit(number)
        pages = list(exhibit.sheets)
        pages.insert(max(0, to), pages.pop(at))
        self.use(
            self.packet.with_changed(structs.replace(exhibit, sheets=tuple(pages))), N_("the order of pages")
        )

    def remove_page(self, number: int, at: int) -> None:
        """Take a page out; with its last page an exhibit goes."""
        exhibit = self.exhibit(number)
        pages = (*exhibit.sheets[:at], *exhibit.sheets[at + 1 :])
        changed = self.packet.with_changed(structs.replace(exhibit, sheets=pages))
        self.use(changed if pages else self.packet.without(number), N_("taking a page out"))

    # Words and links

    def describe(self, number: int, **words: Any) -> None:
        """Keep what a person says of an exhibit: title, date, author, language, whose, and the rest.

        With a language comes whether it is handed in with a translation, unless that is said too.
        """
        exhibit = self.exhibit(number)
        language = words.get("language")
        if language is not None and language != exhibit.language and "translate" not in words:
            words["translate"] = exhibits.translates(language)
        step = ("describe", number, *sorted(words))
        self.use(
            self.packet.with_changed(structs.replace(exhibit, **words)),
            N_("what was written of a paper"),
            step,
        )

    def link(self, number: int, *, card: int = 0, item: str = "", on: bool) -> None:
        """Link an exhibit to a card of the story or to an item of the planner, which it ticks; or no longer."""
        exhibit = self.exhibit(number)
        cards, items = set(exhibit.cards), set(exhibit.items)
        (cards.add if on else cards.discard)(card)
        (items.add if on else items.discard)(item)
        made = structs.replace(exhibit, cards=tuple(sorted(cards - {0})), items=tuple(sorted(items - {""})))
        self.use(self.packet.with_changed(made), N_("what a paper goes with"))
