"""The profile of a court: Letter, one side, 12 points, margins of an inch with room for two holes at the top.

8 CFR 1003.32(b); EOIR Immigration Court Practice Manual 3.3(c) (facts `filing-page-format`, `filing-cover-page`).
Letters are set the same way, single spaced. A copy says on every page that it is not filed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.platypus import Flowable, PageBreak, Spacer

from kyr_app.content.tokens import theme
from kyr_app.documents.templates import captions as words
from kyr_app.documents.templates.filled import FilledPage
from kyr_app.documents.templates.setting import Setter
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.boxes import Aligned
from kyr_app.documents.typesetting.pages import SIZES, Document, Geometry, Progress, Sheet
from kyr_app.documents.typesetting.voice import voices
from kyr_app.i18n.locale import Locale
from kyr_app.model.settings import Paper
from kyr_app.model.template import Look
from kyr_app.model.text import Together, Words


def geometry(paper: Paper) -> Geometry:
    """Return the page of a court: an inch on every side; the two holes at the top lie in it."""
    size = SIZES[paper]
    return Geometry(size, inch, size[0] - inch, inch, 0.0, size[0] - 2 * inch, theme().paper.column_gap)


class CourtDocument(Document):
    """Pages with nothing on them but what is filed and a number; a copy has its mark above and below."""

    def __init__(self, *args: Any, copy: bool, numbered: bool = True, **more: Any) -> None:
        self.copy, self.numbered = copy, numbered
        super().__init__(*args, **more)

    def _head(self, _sheet: Sheet, *, first: bool) -> list[Flowable]:
        if not self.copy:
            return []
        styles = self.voices[0].styles
        style = styles.small_strong if first else styles.running
        return [self.voices[0].labelled(words.COPY, "", style, icon="copy")]

    def _footer(self, sheet: Sheet, n: int, total: int) -> Flowable:
        voice = self.voices[0]
        told: list[Words] = [captions.page(n, total)] if self.numbered else []
        if self.copy:
            dated = (captions.good_until_day(sheet.good_until), captions.review(sheet.review))
            told.append(Together(dated, ". "))
        return Aligned([[voice.say(Together(tuple(told), " · "), _centred(voice.styles.running))]])


def _centred(style: Any) -> Any:
    return ParagraphStyle("centred", parent=style, alignment=TA_CENTER)


def build(  # noqa: PLR0913 (what a paper for a court is)
    pages: Sequence[FilledPage],
    about: Sheet,
    locale: Locale,
    *,
    paper: Paper,
    title: str,
    copy: bool = False,
    numbered: bool = True,
    progress: Progress | None = None,
) -> bytes:
    """Return the PDF of court pages and letters, one after another, in one language."""
    place, spoken = geometry(paper), voices((locale,), theme().paper.body)
    document = CourtDocument([about], place, spoken, title, progress, copy=copy, numbered=numbered)
    made: list[Any] = []
    for at, page in enumerate(pages):
        setter = Setter(spoken[0], place, double=page.look is Look.COURT)
        made += [PageBreak()] if at else []
        made += [_Place(f"{page.id}-{at}", page.title), *setter.page(page)]
    return document.bytes_of(made or [Spacer(1, 1)])


class _Place(Flowable):  # type: ignore[misc]  # ReportLab brings no types
    """A bookmark; takes no room."""

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self.key, self.title = key, title

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take nothing."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Mark the place."""
        self.canv.bookmarkHorizontal(self.key, 0, 0)
        self.canv.addOutlineEntry(self.title, self.key, 0)
