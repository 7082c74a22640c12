"""The jobs of official forms: the flat copy of a blank with a family's answers, and the worksheet.

Everything is frozen, nothing heavy is fetched before a job runs, and their `repr` shows no answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.documents.official import captions
from kyr_app.documents.sheet_job import Progress, SheetJob, Stopped, Told
from kyr_app.documents.worker import api
from kyr_app.documents.worker.shapes import Inspected
from kyr_app.model.answers import Answers
from kyr_app.model.form import Edition, OfficialForm
from kyr_app.model.text import Words

if TYPE_CHECKING:
    from kyr_app.documents.official.planned import Plan


class WorksheetJob(SheetJob, frozen=True, kw_only=True):
    """A form's questions on our own sheet, for copying by hand: with answers, or blank where there are none."""

    form: OfficialForm
    answers: Answers | None = None

    @property
    def title(self) -> Words:
        """The name of the sheet, without a telling word."""
        return captions.worksheet_title(self.form)

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.official import worksheet  # noqa: PLC0415 (what start-up does not pay)

        return worksheet.build(self.form, self.answers, self.library, self.ordered(told))


class OfficialJob(Struct, frozen=True, kw_only=True):
    """A blank filled in: once for each of `each`, one form behind the other. The blank itself stays as it is."""

    form: OfficialForm
    edition: Edition
    blank: bytes
    inspected: Inspected
    each: tuple[Answers, ...]

    def __repr__(self) -> str:
        return f"OfficialJob({self.form.number}, {len(self.each)} to fill)"

    @property
    def title(self) -> Words:
        """The name of the paper: the number of the form."""
        return captions.FILE_TITLE.with_values(number=self.form.number)

    def plan(self) -> Plan:
        """Return what will be drawn, and what a person has to know. Raise `MapBroken` where the map does not fit."""
        from kyr_app.documents.official.letters import embedded  # noqa: PLC0415 (ReportLab)
        from kyr_app.documents.official.plan import plan  # noqa: PLC0415
        from kyr_app.documents.official.planned import joined  # noqa: PLC0415

        letters = embedded()
        return joined([plan(self.form, self.edition, self.inspected, each, letters) for each in self.each])

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the flat PDF, every value read back. Raise `Stopped` where `progress` says not to go on."""
        return self.made(self.plan(), progress)

    def made(self, plan: Plan, progress: Progress | None = None) -> bytes:
        """Return the PDF of a plan, as `run` does."""
        from kyr_app.documents.official import render  # noqa: PLC0415 (ReportLab)

        try:
            return render.made(self.blank, plan, self.form.number, _steps(progress))
        except api.Interrupted as error:
            raise Stopped from error


_STEPS = 3
"""What is told of: planned, laid over the blank, read back."""


def _steps(progress: Progress | None) -> Callable[[int], Callable[[], bool]]:
    """Return what tells a step, and then asks again and again whether to go on."""

    def step(at: int) -> Callable[[], bool]:
        if progress is not None and not progress(at, _STEPS):
            raise api.Interrupted
        return lambda: progress is None or progress(at, _STEPS)

    return step
