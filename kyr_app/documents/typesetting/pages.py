"""Sheets of paper: where text may stand, and what stands on every page round it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from io import BytesIO
from typing import Any

from msgspec import Struct
from reportlab.lib import pagesizes
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import captions, fonts
from kyr_app.documents.typesetting.boxes import Aligned
from kyr_app.documents.typesetting.frames import Framed, Ruled
from kyr_app.documents.typesetting.holding import held
from kyr_app.documents.typesetting.markup import clean
from kyr_app.documents.typesetting.pace import Pace, PacedCanvas
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.language import reviewed
from kyr_app.model.settings import Paper
from kyr_app.model.text import Together, Words

Progress = Callable[[int, int], None]
"""Told after each piece how many are drawn, and of how many."""

SIZES = {Paper.LETTER: pagesizes.LETTER, Paper.A4: pagesizes.A4}
_MOST = 999
"""The page number that room is left for."""


class Sheet(Struct, frozen=True):
    """What stands on every page of one handout or checklist; a quiet one has nothing but its title and numbers."""

    title: Words
    reviewed: dt.date
    good_until: dt.date
    review: str
    expired: bool
    quiet: bool = False


class Geometry(Struct, frozen=True):
    """Where text stands on a page, in points from the lower left corner.

    `left` to `right` is the block with header and footer; text begins at `text`, `reach` to the right of `left`,
    where icons hang, and is `measure` wide; `across` is for tables. `gap` parts two languages.
    """

    size: tuple[float, float]
    left: float
    right: float
    margin: float
    reach: float
    measure: float
    gap: float

    @property
    def text(self) -> float:
        """Where running text begins."""
        return self.left + self.reach

    @property
    def across(self) -> float:
        """How wide a table may be."""
        return self.right - self.text


def geometry(paper: Paper, languages: int, body: float) -> Geometry:
    """Return the page for one language (lines of at most 70 characters) or for two in aligned columns."""
    tokens = theme().paper
    size, margin = SIZES[paper], tokens.margin * mm
    room = size[0] - 2 * margin
    picture = tokens.picture * body / tokens.body
    if languages > 1:
        reach = picture * 1.4
        return Geometry(size, margin, size[0] - margin, margin, reach, room - reach, tokens.column_gap)
    reach = picture * 1.9
    measure = min(fonts.line(tokens.line_characters, body), room - reach)
    outer = min(room, reach + measure * _TABLE_ROOM)
    left = (size[0] - outer) / 2
    return Geometry(size, left, left + outer, margin, reach, measure, tokens.column_gap)


_TABLE_ROOM = 1.18
"""A table is a little wider than a line of text where the sheet allows it."""


class Document(BaseDocTemplate):  # type: ignore[misc]
    """A PDF of one or more sheets, each numbered by itself; the same bytes for the same input.

    The first page of a sheet has no header: its title stands there. A footer is a form of its own, drawn last,
    because it says how many pages there are.
    """

    def __init__(
        self,
        sheets: Sequence[Sheet],
        page: Geometry,
        voices: Sequence[Voice],
        title: str,
        progress: Progress | None = None,
    ) -> None:
        self.out = BytesIO()
        self.place, self.voices, self.sheets = page, voices, sheets
        self.pages = [0] * len(sheets)
        self._coming = {names(at, first=True): at for at in range(1, len(sheets))}
        self._progress = progress
        super().__init__(
            self.out,
            pagesize=page.size,
            title=clean(title),
            author="",
            subject="",
            creator="",
            producer="",
            invariant=1,
            lang=voices[0].tag,
            displayDocTitle=1,
            initialFontName=fonts.TEXT,
            initialFontSize=theme().paper.body,
            pageTemplates=self._templates(0),
        )

    def bytes_of(self, flowables: list[Any], rest: Iterable[list[Any]] = (), parts: int = 1) -> bytes:
        """Draw `flowables` and return the PDF.

        A long paper comes in `parts`: the first, and the `rest`, each of which is made when those before it are drawn.
        """
        self._pace, self._rest = Pace(self._progress, parts), iter(rest)
        self._story = self._begun(flowables)
        self.build(self._story, canvasmaker=partial(PacedCanvas, finish=self._finish, pace=self._pace))
        return self.out.getvalue()

    def _begun(self, flowables: list[Any]) -> list[Any]:
        made = held(flowables, self.place.measure)
        self._pace.begins(len(made))
        return made

    def filterFlowables(self, flowables: list[Any]) -> None:  # noqa: N802 (ReportLab's name)
        """Let the next part follow the last thing of the one before; ReportLab asks this before each thing."""
        if flowables is not self._story:
            return  # it asks for breaks of pages that it puts off, too
        self._pace.left(len(flowables))
        if len(flowables) == 1 and (more := next(self._rest, None)):
            flowables += self._begun(more)

    def handle_nextPageTemplate(self, pt: Any) -> None:  # noqa: N802 (ReportLab's name)
        """Make what stands round the pages of a sheet when it begins: a paper may have hundreds of sheets."""
        at = self._coming.pop(pt, None)
        if at is not None:
            self.addPageTemplates(self._templates(at))
        super().handle_nextPageTemplate(pt)

    def _templates(self, at: int) -> list[PageTemplate]:
        """Return what stands round the first page of a sheet, and round its later ones."""
        foot = self._height([self._footer(self.sheets[at], _MOST, _MOST)])
        return [self._template(at, foot, first=first) for first in (True, False)]

    def _template(self, at: int, foot: float, *, first: bool) -> PageTemplate:
        page, sheet = self.place, self.sheets[at]
        head = self._head(sheet, first=first)
        top = page.size[1] - page.margin - self._height(head)
        bottom = page.margin + foot
        frame = Frame(page.text, bottom, page.measure, top - bottom, 0, 0, 0, 0)

        def drawn(canv: Any, _doc: Any) -> None:
            self._stack(canv, head, page.size[1] - page.margin)
            self.pages[at] += 1
            canv.doForm(f"foot-{at}-{self.pages[at]}")

        return PageTemplate(
            names(at, first=first), [frame], drawn, autoNextPageTemplate=names(at, first=False)
        )

    def _head(self, sheet: Sheet, *, first: bool) -> list[Flowable]:
        """Return what stands above the text of a page."""
        head = [] if first else [self._header(sheet)]
        return [*head, self._banner(sheet)] if sheet.expired else head

    def _finish(self, canv: Any) -> None:
        for at, total in enumerate(self.pages):
            self._pace.footed(at / len(self.pages))
            for n in range(1, total + 1):
                foot = [self._footer(self.sheets[at], n, total)]
                canv.beginForm(f"foot-{at}-{n}")
                self._stack(canv, foot, self.place.margin + self._height(foot) - 2 * self.unit)
                canv.endForm()

    def _row(self, make: Callable[[Voice], list[Any]]) -> Aligned:
        return Aligned([make(voice) for voice in self.voices], self.place.gap)

    def _header(self, sheet: Sheet) -> Flowable:
        row = self._row(lambda voice: [voice.say(sheet.title, voice.styles.running)])
        return self._ruled(row, above=False)

    def _banner(self, sheet: Sheet) -> Flowable:
        said = captions.expired(sheet.good_until)
        row = self._row(lambda voice: [voice.labelled("", said, voice.styles.strong, icon="warning")])
        return Framed([row], pad=self.unit * 1.5, rule=theme().paper.thick_rule / 2)

    def _footer(self, sheet: Sheet, n: int, total: int) -> Flowable:
        def lines(voice: Voice) -> list[Any]:
            dates = captions.dates(sheet.reviewed, sheet.good_until)
            read = () if voice.locale.own is None else (reviewed(voice.locale.own),)
            about = Together((captions.FREE, captions.review(sheet.review), *read))
            numbered = Together((captions.page(n, total), dates), " · ")
            said = (captions.page(n, total),) if sheet.quiet else (numbered, about)
            return [voice.say(each, voice.styles.running) for each in said]

        return self._ruled(self._row(lines), above=True)

    def _ruled(self, row: Aligned, *, above: bool) -> Flowable:
        return Ruled(row, theme().paper.rule, above=above, gap=self.unit, reach=self.place.reach)

    @property
    def unit(self) -> float:
        """The step of every distance, in points."""
        return self.voices[0].styles.unit

    def _height(self, content: list[Flowable]) -> float:
        return float(sum(each.wrapOn(None, self.place.across, 0)[1] + 2 * self.unit for each in content))

    def _stack(self, canv: Any, content: list[Flowable], top: float) -> None:
        for each in content:
            _, height = each.wrapOn(canv, self.place.across, 0)
            each.drawOn(canv, self.place.text, top - height)
            top -= height + 2 * self.unit


def names(at: int, *, first: bool) -> str:
    """Return the name of the page template for a sheet's first page or its later ones."""
    return f"{at}-first" if first else f"{at}-later"
