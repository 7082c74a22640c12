"""Jobs for sheets to practise from: questions by topic with why each is asked, and words on cards to cut out."""

from __future__ import annotations

from kyr_app.documents.practice import captions
from kyr_app.documents.sheet_job import SheetJob, Told
from kyr_app.model.practice import Manner, PracticeSet
from kyr_app.model.text import Words


class PracticeJob(SheetJob, frozen=True, kw_only=True):
    """A set of practice, for whoever helps: no place to write an answer on it."""

    practised: PracticeSet

    @property
    def title(self) -> Words:
        """The name of the sheet, without a telling word."""
        asked = self.practised.manner is Manner.QUESTIONS
        return captions.QUESTIONS if asked else captions.HEARING

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.practice import sheets  # noqa: PLC0415 (what start-up does not pay, here and below)

        return sheets.build(self.practised, self.library, self.ordered(told))


class PracticeCardsJob(SheetJob, frozen=True, kw_only=True):
    """The words of a set on cards, in both languages: for the person, and for who hears them."""

    practised: PracticeSet

    @property
    def title(self) -> Words:
        """The name of the sheet, without a telling word."""
        return captions.CARDS

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.practice import sheets  # noqa: PLC0415

        return sheets.cards(self.practised, self.library, self.ordered(told))
