"""Wallet cards: eight on a sheet, with lines to cut along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import cycle, islice

from reportlab.lib.units import mm

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.lessons import captions as words
from kyr_app.documents.lessons.cards import Card, cards
from kyr_app.documents.typesetting import captions, fonts
from kyr_app.documents.typesetting.drawing import Drawing, line, written
from kyr_app.documents.typesetting.fitting import Make, Place, fitted, sizes, spoken
from kyr_app.documents.typesetting.marks import drawn
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import SIZES, Progress
from kyr_app.i18n.locale import Locale
from kyr_app.model.lesson import Lesson
from kyr_app.model.text import Together

ACROSS, DOWN = 2, 4
_PAD = 9.0
_LARGER, _EASY = 4.0, 1.0
"""Points above the least letters of a card: the largest tried, and those that are easy to read."""


def build(lessons: Sequence[Lesson], _library: Library, order: Order, *, rights: bool = True) -> bytes:
    """Return the PDF. No place on a sheet stays empty: what one shows an officer fills it again.

    Without `rights` there are only the cards to show and to learn.
    """
    sheet = _Sheet(Drawing(SIZES[order.paper], order.name, order.locales[0].language), order.today)
    shown: list[Card] = []
    told: list[Card] = []
    for lesson in lessons:
        some, in_short = cards(lesson, order.locales, sheet.fits)
        shown += some if lesson is lessons[0] else some[:-2]
        told += in_short if rights else []
        if order.told:
            order.told(0, len(lessons))
    return sheet.fill([*shown, *told], shown, order.told)


def lay(every: Sequence[Card], order: Order) -> bytes:
    """Return the PDF of cards that are made already, filled up with the first of them."""
    sheet = _Sheet(Drawing(SIZES[order.paper], order.name, order.locales[0].language), order.today)
    return sheet.fill(every, every, order.told)


class _Sheet:
    """Draws sheets of cards."""

    def __init__(self, drawing: Drawing, today: dt.date) -> None:
        self.drawing, self.today = drawing, today
        tokens = theme().paper
        self.card = tokens.card_width * mm, tokens.card_height * mm
        self.foot = tokens.least * 1.5
        self.room = self.card[0] - 2 * _PAD, self.card[1] - 2 * _PAD - self.foot
        self.choice = sizes(tokens.card_body + _LARGER, tokens.card_body)

    def fits(self, make: Make, locale: Locale, larger: float = 0.0) -> bool:
        """Whether something has room on a card in the least letters of a card, or in some `larger` by points."""
        least = theme().paper.card_body + larger
        return any(self._place(make).fits(spoken(locale, size)) for size in self.choice if size.body >= least)

    def _taken(self, card: Card) -> Make:
        """Return the version that says most, in letters easy to read if it can be; else the one that says least."""
        most = card.makes[: len(card.makes) // 2]
        ways = [(make, larger) for larger in (_EASY, 0.0) for make in most]
        ways += [(make, 0.0) for make in card.makes]
        return next((make for make, larger in ways if self.fits(make, card.locale, larger)), card.makes[-1])

    def _place(self, make: Make) -> Place:
        return Place(make, *self.room)

    def fill(self, every: Sequence[Card], again: Sequence[Card], progress: Progress | None) -> bytes:
        """Draw cards on as many sheets as they need; those to come `again` take the places that stay empty."""
        each = ACROSS * DOWN
        laid = [*every, *islice(cycle(again), -len(every) % each)]
        for at in range(0, len(laid), each):
            self.draw(laid[at : at + each])
            if progress:
                progress(at + each, len(laid))
        return self.drawing.bytes()

    def draw(self, some: Sequence[Card]) -> None:
        """Draw a sheet and end its page."""
        left, low = ((side - n * own) / 2 for side, n, own in zip(
            self.drawing.size, (ACROSS, DOWN), self.card, strict=True
        ))  # fmt: skip
        self._cuts(left, low)
        for at, card in enumerate(some):
            row, column = divmod(at, ACROSS)
            self._card(card, left + column * self.card[0], low + (DOWN - row) * self.card[1])
        self.drawing.canv.showPage()

    def _cuts(self, left: float, low: float) -> None:
        canv, tokens = self.drawing.canv, theme().paper
        right, top = left + ACROSS * self.card[0], low + DOWN * self.card[1]
        for n in range(ACROSS + 1):
            x = left + n * self.card[0]
            line(canv, (x, low - tokens.icon), (x, top + tokens.icon), tokens.rule)
        for n in range(DOWN + 1):
            y = low + n * self.card[1]
            line(canv, (left - tokens.icon, y), (right + tokens.icon, y), tokens.rule)
        written(
            canv, drawn("scissors"), fonts.ICONS, tokens.icon, (left + tokens.space, top + tokens.rule * 2)
        )

    def _card(self, card: Card, x: float, top: float) -> None:
        canv, locale = self.drawing.canv, card.locale
        place = self._place(self._taken(card))
        voice = fitted([place], locale, self.choice)
        left = place.draw(canv, voice, x + _PAD, top - _PAD)
        floor = top - self.card[1] + _PAD
        apart = left / card.lines if card.lines else 0.0
        for n in range(card.lines):
            y = floor + self.foot + n * apart + 2
            line(canv, (x + _PAD, y), (x + self.card[0] - _PAD, y), theme().paper.rule)
        written(canv, self._dated(card), fonts.TEXT, theme().paper.least, (x + _PAD, floor - 2))

    def _dated(self, card: Card) -> str:
        lesson, locale = card.lesson, card.locale
        if lesson.expired(self.today):
            return locale.render(words.passed(lesson.good_until))
        return locale.render(Together((words.reviewed(lesson.reviewed), captions.FREE), " · "))
