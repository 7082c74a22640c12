"""Pages for a court: Letter, margins of an inch, which leaves room for two holes at the top; lines apart.

8 CFR 1003.32(b) and EOIR Practice Manual 3.3(c): letter paper, one side, 12 points, double spaced, every page
numbered.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import inch

from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.boxes import SOME, Aligned
from kyr_app.documents.typesetting.frames import Rules
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import SIZES, Document, Geometry
from kyr_app.documents.typesetting.styles import styles
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.i18n.locale import Locale
from kyr_app.model.settings import Paper
from kyr_app.model.text import Words

SPACING = 2.0
"""How far lines stand apart, in letter heights; a line to write on is as high."""

NUMBERS = 30.0
"""Points that the numbers of paragraphs take on the left."""

_UNDER = 1.4
"""How far below the top of a line of text the line to write on beside it lies, in letter heights."""

TORN = 120.0
"""Points. A paragraph higher than this may go on at the next page."""


def page() -> Geometry:
    """Return the page, with numbers hanging inside the left margin."""
    size = SIZES[Paper.LETTER]
    wide = size[0] - 2 * inch
    return Geometry(size, inch, size[0] - inch, inch, NUMBERS, wide - NUMBERS, theme().paper.column_gap)


def spoken(locales: Sequence[Locale]) -> tuple[Voice, ...]:
    """Return the voices of a page for a court: double spaced, and no word is torn apart."""
    body = theme().paper.body
    return tuple(Voice(each, styles(body, each.language, False, SPACING)) for each in locales)


def document(title: Words, order: Order, voices: Sequence[Voice]) -> Document:
    """Return a document with nothing on its pages but what is filed, its title and its page numbers."""
    return order.document([order.quiet(title)], page(), voices)


class Lines(Rules):
    """Lines to write on; the first begins with `label`, in bold."""

    def __init__(self, count: int, label: str = "") -> None:
        paper = theme().paper
        super().__init__(count, paper.body * SPACING, paper.rule)
        self.label = label

    def draw(self) -> None:
        """Draw the lines level with those of the text beside them, and the label on the first."""
        body = theme().paper.body
        self.canv.setLineWidth(self.rule)
        for each in range(self.count):
            level = self.height - body * _UNDER - each * self.apart
            self.canv.line(0, level, self.width, level)
        if self.label:
            self.canv.setFont(fonts.BOLD, body)
            self.canv.drawString(0, self.height - body, self.label)

    def split(self, width: float, height: float) -> list[Any]:
        """Give a page as many lines as it has room for; the label stays with the first."""
        pieces = super().split(width, height)
        if not pieces:
            return []
        return [Lines(pieces[0].count, self.label), Lines(pieces[1].count)]


class Facing(Aligned):
    """A row of which one column may end pages before the other: what is told in ten lines may need twelve to write."""

    def split(self, width: float, height: float) -> list[Any]:
        """Tear every column that is not at its end; the number stays with the first piece."""
        if self.wrap(width, height)[1] < self.tall or height < SOME:
            return []
        each = self._each(width)
        torn = [stack.split(self.canv, each, height) for stack in self.stacks]
        begun = all(head for stack, (head, _) in zip(self.stacks, torn, strict=True) if stack.content)
        if not begun or not any(tail for _, tail in torn):
            return []
        first = Facing(
            [head for head, _ in torn], self.gap, mark=self.mark, reach=self.reach, place=self.place
        )
        rest = Facing([tail for _, tail in torn], self.gap, after=self.spaceAfter, tall=self.tall)
        first.spaceBefore = self.spaceBefore
        return [first, rest]


def row(columns: Sequence[Sequence[Any]], gap: float, number: Any = None, **more: Any) -> Facing:
    """Return a row of a statement, with its number hanging on the left where it has one."""
    return Facing(columns, gap, mark=number, reach=NUMBERS, tall=TORN, **more)
