"""Jobs: everything a paper needs, frozen. Nothing heavy is fetched before one runs.

ReportLab reads markup with one parser for the whole process, so one paper is drawn at a time.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable

from msgspec import Struct

from kyr_app.content.library import Library
from kyr_app.documents import captions
from kyr_app.i18n.locale import Locale
from kyr_app.model.checklist import PersonalChecklist
from kyr_app.model.lesson import Lesson
from kyr_app.model.settings import Edition, Paper
from kyr_app.model.text import Words

Progress = Callable[[int, int], bool]
"""Told how much is done of how much; returns whether to go on."""

MOST_COPIES = 100
"""Of one handout in one file."""

_DRAWING = threading.Lock()


class Stopped(Exception):
    """A job was stopped because its progress said so; nothing was made."""


class HandoutJob(Struct, frozen=True, kw_only=True):
    """Lessons on paper, in one language or in two (the reader's first).

    The copies come one whole after the other; to print on both sides, ask the printer for copies instead.
    """

    lessons: tuple[Lesson, ...]
    library: Library
    locales: tuple[Locale, ...]
    paper: Paper
    today: dt.date
    edition: Edition = Edition.STANDARD
    copies: int = 1

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.lessons[0].neutral_title if len(self.lessons) == 1 else captions.HANDOUTS

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF. Raise `Stopped` where `progress` says not to go on."""
        from kyr_app.documents import editions  # noqa: PLC0415 (a quarter of a second that start-up does not pay)

        with _DRAWING:
            once = editions.BUILDERS[self.edition](
                self.lessons,
                self.library,
                self.locales,
                paper=self.paper,
                today=self.today,
                title=self.title,
                progress=_told(progress),
            )
        return editions.copied(once, self.copies)


class ChecklistJob(Struct, frozen=True, kw_only=True):
    """A family's checklists on paper, in one language or in two (the reader's first)."""

    lists: tuple[PersonalChecklist, ...]
    library: Library
    locales: tuple[Locale, ...]
    paper: Paper
    today: dt.date

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.lists[0].checklist.neutral_title if len(self.lists) == 1 else captions.HANDOUTS

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF, as `HandoutJob.run` does."""
        from kyr_app.documents import checklist  # noqa: PLC0415

        with _DRAWING:
            return checklist.build(
                self.lists,
                self.library,
                self.locales,
                paper=self.paper,
                today=self.today,
                title=self.title,
                progress=_told(progress),
            )


Job = HandoutJob | ChecklistJob


def _told(progress: Progress | None) -> Callable[[int, int], None] | None:
    if progress is None:
        return None

    def tell(done: int, total: int) -> None:
        if not progress(done, total):
            raise Stopped

    return tell
