"""A story in cards: one thing that happened on each, in the person's own words, in whatever order it is told.

Nothing here is read out of the words or made better: a date that was not said is not there. Like answers, a story
never shows what it holds when it is printed or logged.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, structs

from kyr_app.model.rough_date import NO_DATE, RoughDate


class Ask(StrEnum):
    """What a card can tell, each in a text of its own. Every one of them may stay empty."""

    WHAT = "what"
    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    WHY = "why"
    KNEW = "knew"
    LEFT = "left"


class Spot(StrEnum):
    """Where a card without a date stands: where it was told, before all others, or after all others."""

    TOLD = "told"
    START = "start"
    END = "end"


class Card(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One thing that happened. `number` is given in the order of telling, from 1, and never given again.

    `painful` and `not_today` keep a card closed: no screen shows its text before it is asked for. `prompt` is the id
    of the sentence that helped to begin, where one did.
    """

    number: int
    what: str = ""
    who: str = ""
    where: str = ""
    when: RoughDate = NO_DATE
    why: str = ""
    knew: str = ""
    left: str = ""
    painful: bool = False
    not_today: bool = False
    prompt: str = ""
    spot: Spot = Spot.TOLD

    def __repr__(self) -> str:
        return f"Card({self.number})"

    def said(self, ask: Ask) -> str:
        """Return the words under `ask`, as they were typed."""
        return self.when.words if ask is Ask.WHEN else str(getattr(self, ask.value))

    def saying(self, ask: Ask, words: str) -> Card:
        """Return the card with `words` under `ask`, kept as they are."""
        if ask is Ask.WHEN:
            return structs.replace(self, when=structs.replace(self.when, words=words))
        return structs.replace(self, **{ask.value: words})

    @property
    def closed(self) -> bool:
        """Whether the card shows nothing of itself before it is asked for."""
        return self.painful or self.not_today

    @property
    def blank(self) -> bool:
        """Whether nothing was told on it that could stand on paper."""
        dated = self.when.earliest or self.when.latest
        return not dated and not any(self.said(ask).strip() for ask in Ask)


class Line(Struct, frozen=True):
    """Which line of a story: of which card, under which question, the how-manieth of it, from 0."""

    card: int
    ask: Ask
    at: int = 0


class English(Struct, frozen=True):
    """A line in English as a translator typed it, and the words it translates: other words are not translated yet."""

    line: Line
    of: str
    words: str

    def __repr__(self) -> str:
        return "English(…)"


class Helper(Struct, frozen=True, omit_defaults=True):
    """Who translated, or who read the statement to the person: what their certificate says of them."""

    name: str = ""
    address: str = ""
    phone: str = ""

    def __repr__(self) -> str:
        return "Helper(…)"


class Where(StrEnum):
    """Where a statement is signed: 28 U.S.C. 1746 has one wording for each."""

    OUTSIDE = "outside"
    INSIDE = "inside"


class Signing(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What the papers need besides the story. `language` is the one it is told in; empty: Spanish.

    `with_not_today` puts cards marked *not today* on paper too; `ties` says on paper where two things were about the
    same time.
    """

    where: Where = Where.OUTSIDE
    language: str = ""
    translator: Helper = Helper()
    interpreter: Helper = Helper()
    with_not_today: bool = False
    ties: bool = False

    def __repr__(self) -> str:
        return "Signing(…)"


class Story(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """All cards in the order they were told, and where the person is. Replaced whole, never changed."""

    cards: tuple[Card, ...] = ()
    last: int = 0
    at: int = 0
    ask: Ask = Ask.WHAT
    english: tuple[English, ...] = ()
    signing: Signing = Signing()

    def __repr__(self) -> str:
        return f"Story({len(self.cards)} cards)"

    def card(self, number: int) -> Card | None:
        """Return a card; None where there is none of that number."""
        return next((card for card in self.cards if card.number == number), None)

    def with_new(self, prompt: str = "", *, painful: bool = False, spot: Spot = Spot.TOLD) -> Story:
        """Return the story with one more card, and the person at it."""
        card = Card(number=self.last + 1, prompt=prompt, painful=painful, spot=spot)
        return structs.replace(
            self, cards=(*self.cards, card), last=card.number, at=card.number, ask=Ask.WHAT
        )

    def with_card(self, card: Card) -> Story:
        """Return the story with `card` in the place of the one of its number."""
        return structs.replace(
            self, cards=tuple(card if each.number == card.number else each for each in self.cards)
        )

    def without(self, number: int) -> Story:
        """Return the story without a card, without its English, and without the links that led to it."""
        kept = tuple(_unlinked(card, number) for card in self.cards if card.number != number)
        english = tuple(each for each in self.english if each.line.card != number)
        at = 0 if self.at == number else self.at
        return structs.replace(self, cards=kept, english=english, at=at)

    def in_use(self, number: int) -> bool:
        """Return whether another card is said to lie beside a card."""
        return any(card.when.of == number for card in self.cards)

    def in_english(self, line: Line) -> English | None:
        """Return what a translator typed for a line, of whatever words."""
        return next((each for each in self.english if each.line == line), None)

    def with_english(self, english: English) -> Story:
        """Return the story with a line in English; empty words take it away."""
        others = tuple(each for each in self.english if each.line != english.line)
        return structs.replace(self, english=(*others, english) if english.words.strip() else others)


def _unlinked(card: Card, number: int) -> Card:
    if card.when.of != number:
        return card
    return structs.replace(card, when=structs.replace(card.when, side=None, of=0))


NO_STORY = Story()
