"""A story as the numbered paragraphs of a statement: every word as it was told, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from kyr_app.model.rough_date import RoughDate
from kyr_app.model.story import Ask, Card, Line, Story
from kyr_app.model.text import N_, Day, Words
from kyr_app.rules.story_order import Ordered, ordered

HEAD = (Ask.WHEN, Ask.WHERE, Ask.WHO)
"""What stands before what happened, in its paragraph."""
BEHIND = (Ask.WHY, Ask.KNEW, Ask.LEFT)
"""What follows, each in paragraphs of its own."""


class Passage(Struct, frozen=True):
    """A line of a statement: which of the story it is, its words, and their English where a translator typed it.

    Words of the person's own are a plain string. `named` says that the question stands before them.
    """

    line: Line
    words: Words
    english: str = ""
    named: bool = False

    def __repr__(self) -> str:
        return "Passage(…)"

    @property
    def own(self) -> bool:
        """Whether these are the person's own words: a translator has to put them into English."""
        return isinstance(self.words, str)


class Paragraph(Struct, frozen=True):
    """A numbered paragraph, from 1. `same` is a paragraph before it that tells of about the same time, or 0."""

    number: int
    card: int
    passages: tuple[Passage, ...]
    same: int = 0


class Statement(Struct, frozen=True):
    """What is printed of a story. `out` is how many cards with words were left out as *not today*."""

    paragraphs: tuple[Paragraph, ...]
    order: Ordered
    out: int = 0

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every line in the order of print."""
        return tuple(each for paragraph in self.paragraphs for each in paragraph.passages)

    @property
    def numbers(self) -> dict[int, int]:
        """The number of the first paragraph of each card."""
        return {each.card: each.number for each in reversed(self.paragraphs)}

    @property
    def untranslated(self) -> int:
        """How many lines of the person's own have no English yet."""
        return sum(each.own and not each.english for each in self.passages)


def statement(story: Story) -> Statement:
    """Return the story as it is printed. Cards on which nothing was told take no number."""
    told = [card for card in story.cards if not card.blank]
    cards = [card for card in told if story.signing.with_not_today or not card.not_today]
    order = ordered(cards)
    tied = {two: one for one, two in (*order.ties, *order.together)}
    first: dict[int, int] = {}
    found: list[Paragraph] = []
    for card in order.cards:
        first[card.number] = len(found) + 1
        for at, passages in enumerate(_paragraphs(card, story)):
            same = first.get(tied.get(card.number, 0), 0) if at == 0 else 0
            found.append(Paragraph(len(found) + 1, card.number, passages, same))
    return Statement(tuple(found), order, len(told) - len(cards))


def _paragraphs(card: Card, story: Story) -> Iterator[tuple[Passage, ...]]:
    head = [each for ask in HEAD for each in _passages(card, ask, story)]
    what = _passages(card, Ask.WHAT, story)
    if head or what:
        yield (*head, *what[:1])
    for passage in what[1:]:
        yield (passage,)
    for ask in BEHIND:
        for passage in _passages(card, ask, story):
            yield (passage,)


def _passages(card: Card, ask: Ask, story: Story) -> list[Passage]:
    lines: Sequence[Words] = [line.strip() for line in card.said(ask).splitlines() if line.strip()]
    if ask is Ask.WHEN and not lines:
        dated = said(card.when)
        lines = [] if dated is None else [dated]
    return [_passage(Line(card.number, ask, at), words, story) for at, words in enumerate(lines)]


def _passage(line: Line, words: Words, story: Story) -> Passage:
    named = line.ask is not Ask.WHAT and line.at == 0
    found = story.in_english(line)
    fresh = found is not None and found.of == words
    return Passage(line, words, found.words if found is not None and fresh else "", named)


def said(when: RoughDate) -> Words | None:
    """Return the bounds of a date in words, for where the person wrote none of their own; None without bounds."""
    first, last = when.earliest, when.latest
    if first and last and first != last:
        return N_("between {first} and {last}", first=Day(first), last=Day(last))
    if first:
        return Day(first)
    return N_("not later than {last}", last=Day(last)) if last else None
