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
from kyr_app.model.settings import Paper
from kyr_app.model.text import Words

Progress = Callable[[int, int], bool]
"""Told how much is done of how much; returns whether to go on."""

_DRAWING = threading.Lock()


class Stopped(Exception):
    """A job was stopped because its progress said so; nothing was made."""


class HandoutJob(Struct, frozen=True, kw_only=True):
    """Lessons on paper, in one language or in two (the reader's first)."""

    lessons: tuple[Lesson, ...]
    library: Library
    locales: tuple[Locale, ...]
    paper: Paper
    today: dt.date

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.lessons[0].neutral_title if len(self.lessons) == 1 else captions.HANDOUTS

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF. Raise `Stopped` where `progress` says not to go on."""
        from kyr_app.documents import handout  # noqa: PLC0415 (a quarter of a second that start-up does not pay)

        with _DRAWING:
            return handout.build(
                self.lessons,
                self.library,
                self.locales,
                paper=self.paper,
                today=self.today,
                title=self.title,
                progress=_told(progress),
            )


class ChecklistJob(Struct, frozen=True, kw_only=True):
    """A family's checklist on paper, in one language or in two (the reader's first)."""

    personal: PersonalChecklist
    library: Library
    locales: tuple[Locale, ...]
    paper: Paper
    today: dt.date

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.personal.checklist.neutral_title

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF, as `HandoutJob.run` does."""
        from kyr_app.documents import checklist  # noqa: PLC0415

        with _DRAWING:
            return checklist.build(
                self.personal,
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
