"""Jobs for a family's own sheets: what to hand to a legal team, dates, evidence, results, sheets to fill by hand.

As `job`: everything is frozen, nothing heavy is fetched before a job runs, one paper is drawn at a time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from kyr_app.content.library import Library
from kyr_app.documents import captions as shared
from kyr_app.documents import captions_situation as captions
from kyr_app.documents.family import Intake, Validity
from kyr_app.documents.job import _DRAWING, Progress, _told
from kyr_app.i18n.locale import Locale
from kyr_app.model.checklist import Checklist, Note, PersonalChecklist
from kyr_app.model.deadline import Due
from kyr_app.model.screening import Screened, Screening
from kyr_app.model.settings import Paper
from kyr_app.model.text import Words

Told = Callable[[int, int], None]


class _Sheet(Struct, frozen=True, kw_only=True):
    """What every sheet needs; the reader's language is the first of `locales`."""

    library: Library
    locales: tuple[Locale, ...]
    paper: Paper
    today: dt.date

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF. Raise `Stopped` where `progress` says not to go on."""
        with _DRAWING:
            return self._drawn(_told(progress))

    def _drawn(self, progress: Told | None) -> bytes:
        raise NotImplementedError


class IntakeJob(_Sheet, frozen=True, kw_only=True):
    """The intake sheet for a legal team: a page, two at most; the family's own language small under the team's."""

    intake: Intake

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.FAMILY_SHEET

    def _drawn(self, progress: Told | None) -> bytes:
        from kyr_app.documents import intake  # noqa: PLC0415 (what start-up does not pay, here and below)

        return intake.build(
            self.intake,
            self.locales,
            paper=self.paper,
            today=self.today,
            title=self.title,
            progress=progress,
        )


class FactCardJob(_Sheet, frozen=True, kw_only=True):
    """The card of a screening, to be filled by hand; behind it what the screening came to, where it was answered.

    Nothing is filled in but what the person is called.
    """

    screening: Screening
    person: Words
    screened: Screened | None = None

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.screening.neutral_title

    def _drawn(self, progress: Told | None) -> bytes:
        from kyr_app.documents import bundle, fact_card, result  # noqa: PLC0415

        page: dict[str, Any] = {"paper": self.paper, "today": self.today, "title": self.title}
        card = fact_card.build(self.screening, self.person, self.locales, **page, progress=progress)
        if self.screened is None:
            return card
        behind = result.build(
            self.screened, self.person, self.library, self.locales, **page, progress=progress
        )
        return bundle.joined([card, behind], self.locales[0].render(self.title))


class ScreeningJob(_Sheet, frozen=True, kw_only=True):
    """What a screening came to for one person: what it means, what it does not, why, and what to do."""

    screened: Screened
    person: Words

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.screened.screening.neutral_title

    def _drawn(self, progress: Told | None) -> bytes:
        from kyr_app.documents import result  # noqa: PLC0415

        return result.build(
            self.screened,
            self.person,
            self.library,
            self.locales,
            paper=self.paper,
            today=self.today,
            title=self.title,
            progress=progress,
        )


class DatesJob(_Sheet, frozen=True, kw_only=True):
    """A family's dates: all on the first page, how each was counted behind it.

    `discreet` leaves the days with their neutral names, and not a word of what they are for.
    """

    dues: tuple[Due, ...]
    valid: Validity
    discreet: bool = False

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.FAMILY_DATES

    def _drawn(self, progress: Told | None) -> bytes:
        from kyr_app.documents import dates  # noqa: PLC0415

        return dates.build(
            self.dues,
            self.valid,
            self.locales,
            discreet=self.discreet,
            paper=self.paper,
            today=self.today,
            title=self.title,
            progress=progress,
        )


class EvidenceJob(_Sheet, frozen=True, kw_only=True):
    """The evidence planner: for each thing a substitute, who can send it, and a line for by when.

    With `chosen`, the ids of items, it holds those alone: what is still missing fits one page. `noted` is what the
    family wrote, by item: it stands where there would be a line.
    """

    personal: PersonalChecklist
    person: Words
    chosen: frozenset[str] = frozenset()
    noted: dict[str, Note] = {}  # noqa: RUF012 (msgspec copies it)

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.personal.checklist.neutral_title

    def _drawn(self, progress: Told | None) -> bytes:
        from kyr_app.documents import evidence  # noqa: PLC0415

        return evidence.build(
            self.personal,
            self.person,
            self.chosen,
            self.noted,
            self.library,
            self.locales,
            paper=self.paper,
            today=self.today,
            title=self.title,
            progress=progress,
        )


class BlankChecklistJob(_Sheet, frozen=True, kw_only=True):
    """A checklist before any answers, with every item and for whom it is: for where there is no computer."""

    checklist: Checklist

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.checklist.neutral_title

    def _drawn(self, progress: Told | None) -> bytes:
        from kyr_app.documents import blank  # noqa: PLC0415

        return blank.build(
            self.checklist,
            self.library,
            self.locales,
            paper=self.paper,
            today=self.today,
            title=self.title,
            progress=progress,
        )


SituationJob = IntakeJob | FactCardJob | ScreeningJob | DatesJob | EvidenceJob | BlankChecklistJob


class BundleJob(Struct, frozen=True, kw_only=True):
    """Several papers in one file, each with its own page numbers and bookmarks."""

    jobs: tuple[SituationJob, ...]

    @property
    def title(self) -> Words:
        """The name of the file, without a telling word."""
        return shared.HANDOUTS

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF, as the papers' own `run` does."""
        from kyr_app.documents import bundle  # noqa: PLC0415

        papers = [job.run(progress) for job in self.jobs]
        return bundle.joined(papers, self.jobs[0].locales[0].render(self.title))
