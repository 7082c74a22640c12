"""The words that open a family file, and who has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.model.text import N_, Words

if TYPE_CHECKING:
    from kyr_app.store.families import FamilyFile
    from kyr_app.store.slots import Costs

_CALLED: dict[str, Words] = {
    "FAMILY": N_("The family's own words"),
    "CARD": N_("The recovery card"),
    "VOLUNTEER": N_("A second person who helps"),
    "OFFICE": N_("An office"),
}


class SlotRow(Struct, frozen=True):
    """One way to open a file: its number, its kind (`family`, `card`, `volunteer`), what people call it."""

    number: int
    kind: str
    called: Words


class Sealing:
    """What the family file of a session can do about its words. Each change takes half a second."""

    if TYPE_CHECKING:

        @property
        def file(self) -> FamilyFile:
            """The open file."""

    def new_phrase(self, language: str) -> str:
        """Return six fresh words from the list of a language."""
        from kyr_app.store import phrases  # noqa: PLC0415 (only where a file is made, here and below)

        return phrases.new_phrase(language)

    def new_card(self, language: str) -> str:
        """Return twelve fresh words for a recovery card."""
        from kyr_app.store import phrases  # noqa: PLC0415

        return phrases.recovery(language)

    def weak(self, phrase: str) -> Words | None:
        """Return why words of one's own are too easy to guess; None where they are strong enough."""
        from kyr_app.store import phrases  # noqa: PLC0415

        return phrases.weak(phrase)

    def same(self, phrase: str, again: str) -> bool:
        """Return whether two phrases open the same file: accents, capitals and spaces do not matter."""
        from kyr_app.store import phrases  # noqa: PLC0415

        return phrases.same(phrase, again)

    def fits(self, phrase: str) -> bool:
        """Return whether words open the file that is open, without a look at the disk."""
        return self.file.fits(phrase)

    def slots(self) -> tuple[SlotRow, ...]:
        """Return every way to open the file. Raise `InputError` where none is open."""
        return tuple(
            SlotRow(each.number, each.kind.name.lower(), _CALLED[each.kind.name])
            for each in self.file.slots()
        )

    def change_phrase(self, phrase: str, *, costs: Costs | None = None) -> None:
        """Let other words open the file instead of the family's own. Raise `KyrError`; the former ones hold then."""
        self._put("FAMILY", phrase, costs)

    def add_card(self, words: str, *, costs: Costs | None = None) -> None:
        """Let the words of a recovery card open the file; those of an earlier card no longer do."""
        self._put("CARD", words, costs)

    def add_volunteer(self, phrase: str, *, costs: Costs | None = None) -> None:
        """Let a second person's words open the file; those of an earlier one no longer do."""
        self._put("VOLUNTEER", phrase, costs)

    def _put(self, kind: str, phrase: str, costs: Costs | None) -> None:
        from kyr_app.store.slots import SHIPPED, Kind  # noqa: PLC0415

        taken = next((each.number for each in self.file.slots() if each.kind.name == kind), None)
        if taken is None:
            self.file.add_slot(Kind[kind], phrase, costs=costs or SHIPPED)
        else:
            self.file.set_phrase(phrase, taken, costs=costs or SHIPPED)

    def drop_slot(self, number: int) -> None:
        """Take away a way to open the file. Raise `KyrError` where it is the family's own."""
        self.file.drop_slot(number)
