"""Jobs for lessons and checklists. Nothing heavy is fetched before one runs."""

from __future__ import annotations

from kyr_app.documents.sheet_job import Progress, SheetJob, Stopped, Told
from kyr_app.documents.typesetting import captions
from kyr_app.model.checklist import PersonalChecklist
from kyr_app.model.lesson import Lesson
from kyr_app.model.settings import Edition
from kyr_app.model.text import Words

__all__ = ["MOST_COPIES", "ChecklistJob", "HandoutJob", "Job", "Progress", "Stopped"]

MOST_COPIES = 100
"""Of one handout in one file; more are a slip of the hand."""


class HandoutJob(SheetJob, frozen=True, kw_only=True):
    """Lessons on paper, in one language or in two (the reader's first)."""

    lessons: tuple[Lesson, ...]
    edition: Edition = Edition.STANDARD

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.lessons[0].neutral_title if len(self.lessons) == 1 else captions.HANDOUTS

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.lessons import editions  # noqa: PLC0415 (a quarter of a second that start-up does not pay)

        return editions.BUILDERS[self.edition](self.lessons, self.library, self.ordered(told))


class ChecklistJob(SheetJob, frozen=True, kw_only=True):
    """A family's checklists on paper, in one language or in two (the reader's first)."""

    lists: tuple[PersonalChecklist, ...]

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.lists[0].checklist.neutral_title if len(self.lists) == 1 else captions.HANDOUTS

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.situation import checklist  # noqa: PLC0415

        return checklist.build(self.lists, self.library, self.ordered(told))


Job = HandoutJob | ChecklistJob
