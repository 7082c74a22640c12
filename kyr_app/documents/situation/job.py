"""Jobs for a family's own sheets: what to hand to a legal team, dates, evidence, results, sheets to fill by hand.

As `job`: everything is frozen, nothing heavy is fetched before a job runs, one paper is drawn at a time.
"""

from __future__ import annotations

from msgspec import Struct

from kyr_app.documents.sheet_job import Progress, SheetJob, Told
from kyr_app.documents.situation import captions
from kyr_app.documents.situation.family import Intake, Validity
from kyr_app.documents.typesetting import captions as shared
from kyr_app.model.checklist import Checklist, Note, PersonalChecklist
from kyr_app.model.deadline import Due
from kyr_app.model.screening import Screened, Screening
from kyr_app.model.text import Words


class IntakeJob(SheetJob, frozen=True, kw_only=True):
    """The intake sheet for a legal team: a page, two at most; the family's own language small under the team's."""

    intake: Intake

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.FAMILY_SHEET

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.situation import intake  # noqa: PLC0415 (what start-up does not pay, here and below)

        return intake.build(self.intake, self.ordered(told))


class FactCardJob(SheetJob, frozen=True, kw_only=True):
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

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.situation import fact_card, result  # noqa: PLC0415
        from kyr_app.documents.typesetting import bundle  # noqa: PLC0415

        card = fact_card.build(self.screening, self.person, self.ordered(told))
        if self.screened is None:
            return card
        behind = result.build(self.screened, self.person, self.library, self.ordered(told))
        return bundle.joined([card, behind], self.locales[0].render(self.title))


class ScreeningJob(SheetJob, frozen=True, kw_only=True):
    """What a screening came to for one person: what it means, what it does not, why, and what to do."""

    screened: Screened
    person: Words

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.screened.screening.neutral_title

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.situation import result  # noqa: PLC0415

        return result.build(self.screened, self.person, self.library, self.ordered(told))


class DatesJob(SheetJob, frozen=True, kw_only=True):
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

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.situation import dates  # noqa: PLC0415

        return dates.build(self.dues, self.valid, self.ordered(told), discreet=self.discreet)


class EvidenceJob(SheetJob, frozen=True, kw_only=True):
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

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.situation import evidence  # noqa: PLC0415

        return evidence.build(
            self.personal, self.person, self.chosen, self.noted, self.library, self.ordered(told)
        )


class BlankChecklistJob(SheetJob, frozen=True, kw_only=True):
    """A checklist before any answers, with every item and for whom it is: for where there is no computer."""

    checklist: Checklist

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.checklist.neutral_title

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.situation import blank  # noqa: PLC0415

        return blank.build(self.checklist, self.library, self.ordered(told))


SituationJob = IntakeJob | FactCardJob | ScreeningJob | DatesJob | EvidenceJob | BlankChecklistJob


class BundleJob(Struct, frozen=True, kw_only=True):
    """Several papers in one file, each with its own page numbers and bookmarks."""

    jobs: tuple[SheetJob, ...]

    @property
    def title(self) -> Words:
        """The name of the file, without a telling word."""
        return shared.HANDOUTS

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF, as the papers' own `run` does."""
        from kyr_app.documents.typesetting import bundle  # noqa: PLC0415

        papers = [job.run(progress) for job in self.jobs]
        return bundle.joined(papers, self.jobs[0].locales[0].render(self.title))
