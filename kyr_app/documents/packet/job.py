"""The jobs of a packet: the whole, its files, its sets, its count, the page before it. Nothing heavy before one runs.

Each draws its own pages one after the other; the lock of drawing is held only for that, never while photos are read.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from kyr_app.documents.packet import captions
from kyr_app.documents.packet.order import BeforeOrder, PacketOrder, Part, Sets, SetsOrder
from kyr_app.documents.sheet_job import Progress, Stopped, Told
from kyr_app.model.text import Words

__all__ = ["BeforeJob", "CountJob", "Counted", "PacketJob", "Part", "Sets", "SetsJob", "Stopped", "read"]


class Counted(Struct, frozen=True):
    """How much paper: pages of the packet, of the copy to read, and the sets."""

    packet: int
    reading: int
    sets: Sets

    @property
    def total(self) -> int:
        """Sheets of paper for all sets, one side, with a slip sheet before each."""
        read = self.reading * self.sets.own if self.sets.reading else 0
        return (self.packet + 1) * self.sets.total + read

    def told(self) -> Words:
        """Return it in words."""
        reading = self.sets.reading and bool(self.sets.own)
        return captions.counted(self.sets.total, self.packet, self.total, reading=reading)


class CountJob(Struct, frozen=True, kw_only=True):
    """Counts the sheets of paper that sets take. What it returns is for `read`; no picture is opened for it."""

    packet: PacketJob
    sets: Sets

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the count."""
        from kyr_app.documents.packet import assembling  # noqa: PLC0415

        copy = msgspec.structs.replace(self.packet, reading=True)
        made = [assembling.pages(self.packet, progress)]
        made.append(assembling.pages(copy, progress) if self.sets.reading else 0)
        return msgspec.json.encode(Counted(made[0], made[1], self.sets))


def read(data: bytes) -> Counted:
    """Return the count in what a `CountJob` made."""
    return msgspec.json.decode(data, type=Counted)


class PacketJob(PacketOrder, frozen=True, kw_only=True):
    """Makes a packet."""

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the packet as one PDF, however large. Raise `Stopped`, or `PictureGone` where a picture is gone."""
        from kyr_app.documents.packet import assembling  # noqa: PLC0415 (what start-up does not pay, here and below)

        once = assembling.whole(self, progress)
        if self.copies == 1:
            return once
        from kyr_app.documents.typesetting.bundle import copied  # noqa: PLC0415

        return copied(once, self.copies)

    def files(self, progress: Progress | None = None) -> tuple[bytes, ...]:
        """Return the packet as PDFs of at most `most` bytes each, parted between exhibits where that can be.

        Raise as `run` does, and `InputError` where one page alone is larger.
        """
        from kyr_app.documents.packet import assembling  # noqa: PLC0415

        return assembling.files(self, progress)

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        return self.run(None if told is None else lambda done, total: told(done, total) is None)


class SetsJob(SetsOrder, frozen=True, kw_only=True):
    """Makes the sets of a packet, one after another."""

    def run(self, progress: Progress | None = None) -> bytes:
        """Return all sets as one PDF. Raise as the packet does."""
        from kyr_app.documents.packet import collating  # noqa: PLC0415

        return collating.sets(self, progress)


class BeforeJob(BeforeOrder, frozen=True, kw_only=True):
    """Makes the page before a packet."""

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.packet import filing  # noqa: PLC0415

        return filing.build(self, told)
