"""A lesson as a little book: eight panels on one side of one sheet, for each language a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.pagesizes import landscape

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.lessons import captions as words
from kyr_app.documents.lessons.imposition import Spot, marks, spot
from kyr_app.documents.lessons.panels import Panel, panels
from kyr_app.documents.typesetting import captions, fonts
from kyr_app.documents.typesetting.drawing import Drawing, line, written
from kyr_app.documents.typesetting.fitting import Place, Size, fitted, sizes, spoken
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import SIZES
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.i18n.locale import Locale
from kyr_app.model.lesson import Lesson

_APART = 2.1
"""Letter heights from one line to write on to the next."""

_DESCENT = 0.3
"""How far letters reach below their line, in their heights."""

_LARGER = 2.0
"""Points by which the body of a panel may grow where its words are few."""


def build(lessons: Sequence[Lesson], _library: Library, order: Order) -> bytes:
    """Return the PDF: for each lesson a sheet in each language, the reader's first."""
    sheet = Drawing(landscape(SIZES[order.paper]), order.name, order.locales[0].language.replace("_", "-"))
    wanted = [(lesson, locale) for lesson in lessons for locale in order.locales]
    for n, (lesson, locale) in enumerate(wanted, 1):
        _Book(lesson, locale, sheet, expired=lesson.expired(order.today)).draw()
        if order.told:
            order.told(n, len(wanted))
    return sheet.bytes()


class _Book:
    """One sheet."""

    def __init__(self, lesson: Lesson, locale: Locale, sheet: Drawing, *, expired: bool) -> None:
        self.lesson, self.locale, self.sheet = lesson, locale, sheet
        self.panels = panels(lesson, expired=expired)
        self.spots = [spot(n, sheet.size) for n in range(1, len(self.panels) + 1)]
        body = theme().paper.body
        self.choice: Sequence[Size] = sizes(body + _LARGER, body)

    def draw(self) -> None:
        """Draw marks and panels, and end the page."""
        canv = self.sheet.canv
        marks(canv, self.sheet.size, self.locale.render(words.CUT))
        common = [
            self._place(panel, spot)
            for panel, spot in zip(self.panels, self.spots, strict=True)
            if not panel.alone
        ]
        voice = fitted(common, self.locale, self.choice)
        for n, (panel, place) in enumerate(zip(self.panels, self.spots, strict=True), 1):
            own = fitted([self._place(panel, place)], self.locale, self.choice) if panel.alone else voice
            canv.saveState()
            place.enter(canv)
            self._panel(panel, place, own)
            self._foot(n, place)
            canv.restoreState()
        canv.showPage()

    def _place(self, panel: Panel, at: Spot) -> Place:
        lines = panel.lines * theme().paper.body * _APART
        ways = [Place(make, at.measure, at.room - _foot_height() - lines) for make in panel.makes]
        least = theme().paper.body
        sizes = [spoken(self.locale, size) for size in self.choice if size.body == least]
        return next((way for way in ways if any(map(way.fits, sizes))), ways[-1])

    def _panel(self, panel: Panel, at: Spot, voice: Voice) -> None:
        canv = self.sheet.canv
        place, tokens = self._place(panel, at), theme().paper
        left = place.draw(canv, voice, at.left, at.height - at.head) + at.room - _foot_height() - place.height
        if not panel.lines:
            return
        apart, floor = tokens.body * _APART, at.foot + _foot_height() + tokens.space / 2
        for n in range(int(left / apart)):
            y = floor + n * apart
            line(canv, (at.left, y), (at.left + at.measure, y), tokens.rule)

    def _foot(self, n: int, at: Spot) -> None:
        canv, size = self.sheet.canv, theme().paper.least
        level = at.foot + size * _DESCENT
        written(canv, self.locale.render(captions.FREE), fonts.TEXT, size, (at.left, level + size * 1.2))
        written(
            canv, self.locale.render(words.reviewed(self.lesson.reviewed)), fonts.TEXT, size, (at.left, level)
        )
        number = at.left + at.measure - fonts.width(f"{n}", fonts.BOLD, size * 1.25)
        written(canv, f"{n}", fonts.BOLD, size * 1.25, (number, level))


def _foot_height() -> float:
    return theme().paper.least * (2.5 + _DESCENT)
