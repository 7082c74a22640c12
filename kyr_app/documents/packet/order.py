"""What is asked for: a packet, its sets, the page before it. Values; who makes them is `packet_job`."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from kyr_app.documents.packet import captions
from kyr_app.documents.pictures.ready import Ready
from kyr_app.documents.sheet_job import SheetJob
from kyr_app.documents.templates.job import TemplateJob
from kyr_app.i18n.locale import Locale
from kyr_app.model.deadline import Due
from kyr_app.model.packet import Exhibit, Sheet
from kyr_app.model.template import Before
from kyr_app.model.text import Words


class Part(Struct, frozen=True):
    """An exhibit, what it is called, and where it is one of the family's own papers, what makes it."""

    exhibit: Exhibit
    title: Words
    filed: SheetJob | None = None
    copy: SheetJob | None = None

    def __repr__(self) -> str:
        return f"Part({self.exhibit!r})"


class Sets(Struct, frozen=True, forbid_unknown_fields=True):
    """How many sets the court, the government's lawyer and the family get; `reading` adds the copy to the last."""

    court: int = 1
    dhs: int = 1
    own: int = 1
    reading: bool = True

    @property
    def total(self) -> int:
        """How many sets there are."""
        return self.court + self.dhs + self.own

    def to(self) -> tuple[tuple[Words, int], ...]:
        """Return who gets how many."""
        return ((captions.COURT, self.court), (captions.DHS, self.dhs), (captions.YOURS, self.own))


class PacketOrder(SheetJob, frozen=True, kw_only=True):
    """A packet. `filing` is the language that is filed, `locales[0]` the reader's, in which the copy to read is.

    `ready` returns a sheet as it goes on paper, on any thread. Exhibits are printed in shades of grey unless `colour`.
    """

    parts: tuple[Part, ...]
    cover: TemplateJob
    filing: Locale
    ready: Callable[[Sheet], Ready]
    order: TemplateJob | None = None
    service: TemplateJob | None = None
    reading: bool = False
    colour: bool = False
    most: int = 0

    def __repr__(self) -> str:
        return f"PacketOrder({len(self.parts)} exhibits)"

    @property
    def title(self) -> Words:
        """The name of the packet, without a telling word."""
        return captions.NEUTRAL

    @property
    def locale(self) -> Locale:
        """The language of its own pages."""
        return self.locales[0] if self.reading else self.filing

    @property
    def spoken(self) -> tuple[Locale, ...]:
        """The language of its own pages, then the others of the packet."""
        return tuple(dict.fromkeys((self.locale, self.filing, *self.locales)))


class SetsOrder(SheetJob, frozen=True, kw_only=True):
    """Whole sets of a packet, one after another, a slip sheet before each."""

    packet: PacketOrder
    sets: Sets

    @property
    def title(self) -> Words:
        """The name of the sets, without a telling word."""
        return captions.NEUTRAL


class BeforeOrder(SheetJob, frozen=True, kw_only=True):
    """The page before a packet: sets, who gets which, by when, the fee, what is missing, which rules to look up again.

    `notes` are what stands before the papers in it; `missing` is told in words.
    """

    notes: tuple[tuple[Words, Before], ...]
    facts: tuple[str, ...]
    sets: Sets
    dues: tuple[Due, ...] = ()
    missing: tuple[Words, ...] = ()

    @property
    def title(self) -> Words:
        """The name of the sheet, without a telling word."""
        return captions.NEUTRAL
