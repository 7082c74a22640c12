"""Jobs for sheets that belong to nobody: places that help, what happened, words, sources, changes, a print test.

As `job`: everything is frozen, nothing heavy is fetched before a job runs, one paper is drawn at a time.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from msgspec import Struct

from kyr_app.content.library import Library
from kyr_app.documents import captions_reference as captions
from kyr_app.documents.job import _DRAWING, Progress, _told
from kyr_app.i18n.locale import Locale
from kyr_app.model.directory import Contact
from kyr_app.model.settings import Paper
from kyr_app.model.text import Words


class _Sheet(Struct, frozen=True, kw_only=True):
    """What every sheet needs; the reader's language is the first of `locales`."""

    library: Library
    locales: tuple[Locale, ...]
    paper: Paper
    today: dt.date

    def _frame(self, title: Words, progress: Progress | None) -> dict[str, Any]:
        return {
            "title": title,
            "locales": self.locales,
            "paper": self.paper,
            "today": self.today,
            "progress": _told(progress),
        }


class DirectorySheetJob(_Sheet, frozen=True, kw_only=True):
    """Places that help: all of them by country and kind, or `contacts`, each on a sheet of its own."""

    contacts: tuple[Contact, ...] = ()

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.DIRECTORY

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF. Raise `Stopped` where `progress` says not to go on."""
        from kyr_app.documents import directory  # noqa: PLC0415 (what start-up does not pay, here and below)

        with _DRAWING:
            return directory.build(self.library, self.contacts, **self._frame(self.title, progress))


class TimelineJob(_Sheet, frozen=True, kw_only=True):
    """What happened to those who were made to wait in Mexico, and when."""

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.DATES

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF, as `DirectorySheetJob.run` does."""
        from kyr_app.documents import timeline  # noqa: PLC0415

        with _DRAWING:
            return timeline.build(self.library, **self._frame(self.title, progress))


class GlossaryJob(_Sheet, frozen=True, kw_only=True):
    """Every word that the lessons explain."""

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.GLOSSARY

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF, as `DirectorySheetJob.run` does."""
        from kyr_app.documents import glossary  # noqa: PLC0415

        with _DRAWING:
            return glossary.build(self.library, **self._frame(self.title, progress))


class SourcesJob(_Sheet, frozen=True, kw_only=True):
    """Everything that the lessons rest on: what is cited, its date, how fast it changes, which lessons use it."""

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.SOURCES

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF, as `DirectorySheetJob.run` does."""
        from kyr_app.documents import all_sources  # noqa: PLC0415

        with _DRAWING:
            return all_sources.build(self.library, **self._frame(self.title, progress))


class ChangesJob(_Sheet, frozen=True, kw_only=True):
    """What changed a short time ago, newest first, as the lessons say it."""

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.CHANGES

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF, as `DirectorySheetJob.run` does."""
        from kyr_app.documents import changes  # noqa: PLC0415

        with _DRAWING:
            return changes.build(self.library, **self._frame(self.title, progress))


class PrintTestJob(_Sheet, frozen=True, kw_only=True):
    """Two pages, front and back of one sheet: margins, lines, letters, a ruler, and whether both sides meet."""

    @property
    def title(self) -> Words:
        """The name of the paper."""
        return captions.TEST

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF, as `DirectorySheetJob.run` does."""
        from kyr_app.documents import print_test  # noqa: PLC0415

        with _DRAWING:
            return print_test.build(**self._frame(self.title, progress))
