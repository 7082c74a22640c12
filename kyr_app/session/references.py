"""The papers that belong to nobody: lessons, where to get help, what happened, words, sources, changes, a print test.

Jobs are fetched where one is asked for: a sitting that prints nothing does not wait for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kyr_app.i18n import catalogs
from kyr_app.model.errors import InputError
from kyr_app.model.settings import Edition, Paper
from kyr_app.model.text import N_
from kyr_app.session.frame import Sitting, frame

if TYPE_CHECKING:
    from kyr_app.documents.lessons.job import HandoutJob
    from kyr_app.documents.reference.jobs import (
        ChangesJob,
        DirectorySheetJob,
        GlossaryJob,
        PrintTestJob,
        SourcesJob,
        TimelineJob,
    )
    from kyr_app.documents.situation.receipt_job import ReceiptJob
    from kyr_app.model.receipt import Receipt


class References:
    """Makes the jobs of a session. `languages` are one or two, the reader's first; paper is that of the settings."""

    def handout(
        self: Sitting,
        lesson_ids: Sequence[str],
        languages: Sequence[str],
        paper: Paper | None = None,
        *,
        edition: Edition = Edition.STANDARD,
        copies: int = 1,
    ) -> HandoutJob:
        """Return the job that prints lessons in one language or in two, aligned; the first is the reader's.

        Raise `InputError` for copies that are not 1 to 100.
        """
        from kyr_app.documents.lessons.job import MOST_COPIES, HandoutJob  # noqa: PLC0415

        if not 1 <= copies <= MOST_COPIES:
            raise InputError(N_("Please ask for 1 to {n} copies.", n=MOST_COPIES))
        lessons = tuple(self.library.lesson(each) for each in lesson_ids)
        return HandoutJob(edition=edition, copies=copies, lessons=lessons, **frame(self, languages, paper))

    def directory_sheet(
        self: Sitting, languages: Sequence[str], paper: Paper | None = None, contact_ids: Sequence[str] = ()
    ) -> DirectorySheetJob:
        """Return the job that prints all places that help; or those named, each on a sheet of its own.

        Raise `ContentError` for an unknown id.
        """
        from kyr_app.documents.reference.jobs import DirectorySheetJob  # noqa: PLC0415

        contacts = tuple(self.library.contact(each) for each in contact_ids)
        return DirectorySheetJob(contacts=contacts, **frame(self, languages, paper))

    def timeline_sheet(self: Sitting, languages: Sequence[str], paper: Paper | None = None) -> TimelineJob:
        """Return the job that prints what happened, and when."""
        from kyr_app.documents.reference.jobs import TimelineJob  # noqa: PLC0415

        return TimelineJob(**frame(self, languages, paper))

    def glossary_sheet(self: Sitting, languages: Sequence[str], paper: Paper | None = None) -> GlossaryJob:
        """Return the job that prints every word that is explained."""
        from kyr_app.documents.reference.jobs import GlossaryJob  # noqa: PLC0415

        return GlossaryJob(**frame(self, languages, paper))

    def sources_sheet(self: Sitting, languages: Sequence[str], paper: Paper | None = None) -> SourcesJob:
        """Return the job that prints everything that the lessons rest on."""
        from kyr_app.documents.reference.jobs import SourcesJob  # noqa: PLC0415

        return SourcesJob(**frame(self, languages, paper))

    def changes_sheet(self: Sitting, languages: Sequence[str], paper: Paper | None = None) -> ChangesJob:
        """Return the job that prints what changed a short time ago, in the words of the lessons."""
        from kyr_app.documents.reference.jobs import ChangesJob  # noqa: PLC0415

        return ChangesJob(**frame(self, languages, paper))

    def print_test(self: Sitting, paper: Paper | None = None) -> PrintTestJob:
        """Return the job that tests a printer, in every language of the program."""
        from kyr_app.documents.reference.jobs import PrintTestJob  # noqa: PLC0415

        return PrintTestJob(**frame(self, catalogs.SPOKEN, paper))

    def receipt_sheet(
        self: Sitting, receipt: Receipt, languages: Sequence[str], paper: Paper | None = None
    ) -> ReceiptJob:
        """Return the job that prints a receipt on one page, or the words of a recovery card."""
        from kyr_app.documents.situation.receipt_job import ReceiptJob  # noqa: PLC0415

        return ReceiptJob(receipt=receipt, **frame(self, languages, paper))
