"""The evidence packet: photos and papers that become exhibits, in the order they will be handed in.

Frozen; every change returns a packet. A sheet is one page: a picture kept by name elsewhere (sealed, or in memory), and
how it is to be shown. The picture itself is never changed, so every step can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct, structs


class Tone(StrEnum):
    """How a page is made readable for a copier."""

    AS_IS = "as-is"
    GREY = "grey"
    CLEAR = "clear"
    BLACK_WHITE = "black-white"


Point = tuple[float, float]
"""A place on a picture as parts of its width and height, from 0 to 1, from the top left corner."""

WHOLE: tuple[Point, Point, Point, Point] = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
"""The corners of a picture that is not cut: top left, top right, bottom right, bottom left."""


class Sheet(Struct, frozen=True, omit_defaults=True):
    """A page of an exhibit. In this order: cut to the four corners, turned, straightened, toned.

    `turn` is in quarter turns to the right, 0 to 3; `tilt` in degrees to the right, from -15 to 15.
    """

    picture: str
    corners: tuple[Point, Point, Point, Point] = WHOLE
    turn: int = 0
    tilt: float = 0.0
    tone: Tone = Tone.AS_IS

    def __repr__(self) -> str:
        return "Sheet(…)"


class Exhibit(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A piece of evidence. `number` is its own for good; its letter follows from its place.

    `title_en` is the title in English, where `title` is not: the index that is filed has it.
    `language` is `en`, `es` or another code; where it is not English, `translate` says that a certified translation
    belongs behind it, `english` is the text of one that was typed. `cards` are story cards it goes with, `items` what
    it ticks in the evidence planner. `paper` names one of the family's own papers (`declaration`, or `declaration:2`
    for the second person): it has no sheets, and is made anew each time.
    """

    number: int
    title: str = ""
    title_en: str = ""
    date: str = ""
    author: str = ""
    language: str = ""
    whose: str = ""
    translate: bool = False
    english: str = ""
    translator: str = ""
    country: bool = False
    sheets: tuple[Sheet, ...] = ()
    cards: tuple[int, ...] = ()
    items: tuple[str, ...] = ()
    paper: str = ""

    def __repr__(self) -> str:
        return f"Exhibit({self.number}, {len(self.sheets)} sheets)"


class Packet(Struct, frozen=True, omit_defaults=True):
    """Exhibits in order. `last` is the highest number ever given; `most` the bytes of one file, 0 for no limit."""

    exhibits: tuple[Exhibit, ...] = ()
    last: int = 0
    most: int = 0

    def __repr__(self) -> str:
        return f"Packet({len(self.exhibits)} exhibits)"

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of all pictures in use, each once."""
        return tuple(dict.fromkeys(sheet.picture for each in self.exhibits for sheet in each.sheets))

    def exhibit(self, number: int) -> Exhibit:
        """Return an exhibit. Raise `KeyError` where there is none of that number."""
        return (
            next(each for each in self.exhibits if each.number == number)
            if self.has(number)
            else _none(number)
        )

    def has(self, number: int) -> bool:
        """Whether there is an exhibit of this number."""
        return any(each.number == number for each in self.exhibits)

    def letter(self, number: int) -> str:
        """Return the letter of an exhibit by its place: A to Z, then AA. Raise `KeyError` as `exhibit` does."""
        return letter([each.number for each in self.exhibits].index(self.exhibit(number).number))

    def with_new(self, pictures: Iterable[str], title: str = "") -> tuple[Packet, Exhibit]:
        """Return the packet with one more exhibit at its end, and that exhibit."""
        made = Exhibit(number=self.last + 1, title=title, sheets=tuple(Sheet(name) for name in pictures))
        return structs.replace(self, exhibits=(*self.exhibits, made), last=made.number), made

    def with_changed(self, exhibit: Exhibit) -> Packet:
        """Return the packet with an exhibit in the place of the one of its number."""
        self.exhibit(exhibit.number)
        made = tuple(exhibit if each.number == exhibit.number else each for each in self.exhibits)
        return structs.replace(self, exhibits=made)

    def without(self, number: int) -> Packet:
        """Return the packet without an exhibit; without one that is not there, the same."""
        return structs.replace(self, exhibits=tuple(each for each in self.exhibits if each.number != number))

    def moved(self, number: int, to: int) -> Packet:
        """Return the packet with an exhibit at place `to`, from 0; beyond an end means that end."""
        one = self.exhibit(number)
        rest = [each for each in self.exhibits if each.number != number]
        rest.insert(max(0, to), one)
        return structs.replace(self, exhibits=tuple(rest))

    def merged(self, number: int, into: int) -> Packet:
        """Return the packet with the sheets of one exhibit behind those of another; the words of the other stay."""
        one, other = self.exhibit(number), self.exhibit(into)
        if one is other:
            return self
        joined = structs.replace(
            other,
            sheets=other.sheets + one.sheets,
            cards=tuple(dict.fromkeys(other.cards + one.cards)),
            items=tuple(dict.fromkeys(other.items + one.items)),
        )
        return self.with_changed(joined).without(number)

    def split(self, number: int, at: int) -> Packet:
        """Return the packet with an exhibit cut before its sheet `at`, from 0; the second part stands behind the first.

        Both parts keep the description. At an end there is nothing to cut: the same packet.
        """
        one = self.exhibit(number)
        if not 0 < at < len(one.sheets):
            return self
        second = structs.replace(one, number=self.last + 1, sheets=one.sheets[at:], english="", translator="")
        packet = self.with_changed(structs.replace(one, sheets=one.sheets[:at]))
        place = [each.number for each in packet.exhibits].index(number) + 1
        exhibits = (*packet.exhibits[:place], second, *packet.exhibits[place:])
        return structs.replace(packet, exhibits=exhibits, last=second.number)


def letter(place: int) -> str:
    """Return the letter of a place from 0: A to Z, then AA, AB and so on."""
    found = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _none(number: int) -> Exhibit:
    raise KeyError(number)
