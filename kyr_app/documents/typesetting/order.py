"""What is asked of every paper, whatever kind it is: one value that goes from the job to whoever draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting.pages import Document, Geometry, Progress, Sheet, geometry
from kyr_app.documents.typesetting.voice import Voice, voices
from kyr_app.i18n.locale import Locale
from kyr_app.model.settings import Paper
from kyr_app.model.text import Words


class Dated(Protocol):
    """Content that was looked at on a day, and is good until another."""

    @property
    def reviewed(self) -> dt.date:
        """The day."""

    @property
    def good_until(self) -> dt.date:
        """The other day."""


class Order(Struct, frozen=True):
    """A name without a telling word, the languages with the reader's first, the sheet of paper, the day, whom to tell.

    Whoever is told how far a paper is raises `Stopped` to end it.
    """

    title: Words
    locales: tuple[Locale, ...]
    paper: Paper
    today: dt.date
    told: Progress | None = None

    @property
    def name(self) -> str:
        """The title in the reader's language."""
        return self.locales[0].render(self.title)

    def laid(self, body: float = 0.0) -> tuple[Geometry, tuple[Voice, ...]]:
        """Return the page and its voices, with running text `body` points high, or of the usual size."""
        high = body or theme().paper.body
        return geometry(self.paper, len(self.locales), high), voices(self.locales, high)

    def sheet(self, title: Words, dated: Dated, review: str = "") -> Sheet:
        """Return what stands on every page of a paper that rests on content with its dates."""
        return Sheet(title, dated.reviewed, dated.good_until, review, self.today > dated.good_until)

    def quiet(self, title: Words) -> Sheet:
        """Return what stands on every page of a paper that rests on no content: its title and its numbers."""
        return Sheet(title, self.today, self.today, "", expired=False, quiet=True)

    def document(self, sheets: Sequence[Sheet], page: Geometry, spoken: Sequence[Voice]) -> Document:
        """Return the document, before anything is on its pages."""
        return Document(sheets, page, spoken, self.name, self.told)
