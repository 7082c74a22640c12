"""Jobs for sheets that belong to nobody: places that help, what happened, words, sources, changes, a print test.

As `job`: everything is frozen, nothing heavy is fetched before a job runs, one paper is drawn at a time.
"""

from __future__ import annotations

from kyr_app.documents.reference import captions
from kyr_app.documents.sheet_job import SheetJob, Told
from kyr_app.model.directory import Contact
from kyr_app.model.text import Words


class DirectorySheetJob(SheetJob, frozen=True, kw_only=True):
    """Places that help: all of them by country and kind, or `contacts`, each on a sheet of its own."""

    contacts: tuple[Contact, ...] = ()

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.DIRECTORY

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.reference import directory  # noqa: PLC0415 (what start-up does not pay, here and below)

        return directory.build(self.library, self.contacts, self.ordered(told))


class TimelineJob(SheetJob, frozen=True, kw_only=True):
    """What happened to those who were made to wait in Mexico, and when."""

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.DATES

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.reference import timeline  # noqa: PLC0415

        return timeline.build(self.library, self.ordered(told))


class GlossaryJob(SheetJob, frozen=True, kw_only=True):
    """Every word that the lessons explain."""

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.GLOSSARY

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.reference import glossary  # noqa: PLC0415

        return glossary.build(self.library, self.ordered(told))


class SourcesJob(SheetJob, frozen=True, kw_only=True):
    """Everything that the lessons rest on: what is cited, its date, how fast it changes, which lessons use it."""

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.SOURCES

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.reference import all_sources  # noqa: PLC0415

        return all_sources.build(self.library, self.ordered(told))


class ChangesJob(SheetJob, frozen=True, kw_only=True):
    """What changed a short time ago, newest first, as the lessons say it."""

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.CHANGES

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.reference import changes  # noqa: PLC0415

        return changes.build(self.library, self.ordered(told))


class PrintTestJob(SheetJob, frozen=True, kw_only=True):
    """Two pages, front and back of one sheet: margins, lines, letters, a ruler, and whether both sides meet."""

    @property
    def title(self) -> Words:
        """The name of the paper."""
        return captions.TEST

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.reference import print_test  # noqa: PLC0415

        return print_test.build(self.ordered(told))
