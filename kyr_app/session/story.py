"""Telling a story: cards are added, changed, closed, moved and removed; any order, any length, and back again.

Like the answers it lives in memory alone, and in the family file where one is open. What a person typed is kept as
it is; nothing here reads it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import structs

from kyr_app.model.changes import Changes
from kyr_app.model.errors import InputError
from kyr_app.model.story import NO_STORY, Ask, Card, English, Line, Signing, Spot, Story
from kyr_app.model.text import N_
from kyr_app.rules.statement import Statement, statement
from kyr_app.rules.story_questions import Question, questions
from kyr_app.session import story_rows

if TYPE_CHECKING:
    from kyr_app.model.prompt import Prompt
    from kyr_app.model.rough_date import RoughDate
    from kyr_app.session.signal import Signal

Row = dict[str, Any]


class Sitting(Protocol):
    """What a story needs of the session."""

    changed: Signal[Changes]
    today: dt.date


class Telling:
    """The story of a sitting; a part of the family file. `story` is replaced whole at every step."""

    name = "story"

    def __init__(self, session: Sitting) -> None:
        self._session = session
        self.story = NO_STORY
        self._removed: Story | None = None

    def _use(self, story: Story) -> None:
        self.story = story
        self._session.changed.emit(Changes(story=True))

    def card(self, number: int) -> Card:
        """Return a card. Raise `InputError` where there is none of that number."""
        found = self.story.card(number)
        if found is None:
            raise InputError(
                N_("There is no card {n} any more.", n=number), N_("Go back to the cards and choose one.")
            )
        return found

    @property
    def here(self) -> Card | None:
        """The card where the person is, or was when the story was put away."""
        return self.story.card(self.story.at)

    def begin(self, prompt: Prompt | None = None, spot: Spot = Spot.TOLD) -> Card:
        """Add an empty card behind the others, go to it, and return it."""
        name, painful = ("", False) if prompt is None else (prompt.id, prompt.painful)
        self._removed = None
        self._use(self.story.with_new(name, painful=painful, spot=spot))
        return self.card(self.story.last)

    def go_to(self, number: int, ask: Ask = Ask.WHAT) -> Card:
        """Note that the person is at a card, and at which of its questions. Raise `InputError` as `card` does."""
        found = self.card(number)
        if (self.story.at, self.story.ask) != (number, ask):
            self._use(structs.replace(self.story, at=number, ask=ask))
        return found

    def write(self, number: int, ask: Ask, words: str) -> None:
        """Keep the words under a question as they are. Raise `InputError` as `card` does."""
        self._change(self.card(number).saying(ask, words))

    def date(self, number: int, when: RoughDate) -> None:
        """Keep when it was."""
        self._change(structs.replace(self.card(number), when=when))

    def close(self, number: int, *, painful: bool | None = None, not_today: bool | None = None) -> None:
        """Mark a card as painful, as *not today*, or as neither; what is None stays as it is."""
        card = self.card(number)
        painful = card.painful if painful is None else painful
        not_today = card.not_today if not_today is None else not_today
        self._change(structs.replace(card, painful=painful, not_today=not_today))

    def stand(self, number: int, spot: Spot) -> None:
        """Say where a card without a date stands on paper."""
        self._change(structs.replace(self.card(number), spot=spot))

    def _change(self, card: Card) -> None:
        if card != self.card(card.number):
            self._use(self.story.with_card(card))

    def move(self, number: int, by: int) -> None:
        """Tell a card so many places earlier (below 0) or later."""
        cards = list(self.story.cards)
        card = self.card(number)
        at = cards.index(card)
        cards.remove(card)
        cards.insert(max(0, min(at + by, len(cards))), card)
        if tuple(cards) != self.story.cards:
            self._use(structs.replace(self.story, cards=tuple(cards)))

    def put_down(self, number: int) -> None:
        """Let a card go by itself where nothing was told on it and nothing marked; its number is free again."""
        card = self.card(number)
        if card.blank and not card.not_today and not self.story.in_use(number):
            story = self.story.without(number)
            last = number - 1 if number == story.last else story.last
            self._use(structs.replace(story, last=last))

    def remove(self, number: int) -> None:
        """Take a card away; `undo` brings it back until another card is begun. Raise `InputError` as `card` does."""
        self.card(number)
        self._removed = self.story
        self._use(self.story.without(number))

    @property
    def can_undo(self) -> bool:
        """Whether the card removed last can still come back."""
        return self._removed is not None

    def undo(self) -> int:
        """Bring the card removed last back to where it was, and return its number; 0 where there is none.

        What was changed since on other cards stays.
        """
        before, self._removed = self._removed, None
        if before is None:
            return 0
        now = {card.number: card for card in self.story.cards}
        gone = next(card.number for card in before.cards if card.number not in now)
        cards = tuple(_back(card, now.get(card.number, card), gone) for card in before.cards)
        english = tuple(each for each in before.english if each.line.card == gone)
        at = self.story.at or before.at
        self._use(structs.replace(self.story, cards=cards, english=(*self.story.english, *english), at=at))
        return gone

    def translate(self, line: Line, of: str, words: str) -> None:
        """Keep a line in English as a translator typed it; `of` are the words translated. Empty takes it away."""
        if (self.story.in_english(line) or English(line, of, "")) != English(line, of, words):
            self._use(self.story.with_english(English(line, of, words)))

    def sign(self, signing: Signing) -> None:
        """Keep what the papers need besides the story."""
        if signing != self.story.signing:
            self._use(structs.replace(self.story, signing=signing))

    def take(self, story: Story) -> None:
        """Put a story in the place of this one."""
        self._removed = None
        self._use(story)

    def statement(self) -> Statement:
        """Return the story as it would be printed now."""
        return statement(self.story)

    def questions(self) -> tuple[Question, ...]:
        """Return what its dates leave open, to talk over with a lawyer."""
        return questions(self.statement(), self._session.today)

    def kept(self) -> list[Row]:
        """Return the story as rows of plain values, with where the person is."""
        return story_rows.rows(self.story)

    def restore(self, rows: list[Row]) -> list[Row]:
        """Take the story from rows, silently; return the rows that do not fit."""
        self._removed = None
        self.story, unfit = story_rows.read(rows)
        return unfit

    def clear(self) -> None:
        """Forget all of it, silently: the session tells of it."""
        self.story, self._removed = NO_STORY, None


def _back(before: Card, now: Card, gone: int) -> Card:
    """Return a card as it is now, with the link to the card that came back."""
    if before.when.of != gone or now.when.of:
        return now
    return structs.replace(now, when=structs.replace(now.when, side=before.when.side, of=gone))
