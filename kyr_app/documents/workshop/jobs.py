"""Jobs for the papers of a workshop: one set, its count, the guide, and everything for so many people.

As `job`: everything is frozen, nothing heavy is fetched before a job runs, one paper is drawn at a time.
"""

from __future__ import annotations

from functools import partial

import msgspec

from kyr_app.documents.sheet_job import SheetJob, Told
from kyr_app.documents.workshop import captions
from kyr_app.documents.workshop.sets import Led, Sets
from kyr_app.model.text import Words


class SetJob(SheetJob, frozen=True, kw_only=True):
    """One set: the sheets of each lesson, and cards with what is said aloud. No sheet to judge anybody by."""

    sets: Sets

    @property
    def title(self) -> Words:
        """The name of the papers, without a telling word."""
        return captions.SETS

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.workshop import pack as workshop_pack  # noqa: PLC0415 (what start-up does not pay, here and below)

        return workshop_pack.one_set(self.sets, self.locales[0].render(self.title), told)


class CountJob(SetJob, frozen=True, kw_only=True):
    """How much paper the sets take: told before anything is printed. Its bytes are for `workshop_sets.read`."""

    def drawn(self, told: Told | None) -> bytes:
        """Return the count."""
        from kyr_app.documents.workshop import pack as workshop_pack  # noqa: PLC0415

        return msgspec.json.encode(workshop_pack.counted(self.sets, told))


class GuideJob(SetJob, frozen=True, kw_only=True):
    """The guide for whoever leads: what happens when, what to bring, what to say, where to send people."""

    led: Led

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.GUIDE

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.workshop import facilitator  # noqa: PLC0415
        from kyr_app.documents.workshop import pack as workshop_pack  # noqa: PLC0415

        count = workshop_pack.counted(self.sets, told)
        order = msgspec.structs.replace(self.ordered(None), title=captions.GUIDE)
        return facilitator.build(self.led, count, self.library, order)


class PackJob(GuideJob, frozen=True, kw_only=True):
    """Everything for a workshop: the guide, then a set for each person, in the order in which they are handed out.

    Progress is told in steps: one for each paper drawn, one for the guide, one for each set. With `both_sides`
    every paper begins on a sheet of its own. Without `guide` there are only the sets.
    """

    both_sides: bool = False
    guide: bool = True

    @property
    def title(self) -> Words:
        """The name of the papers, without a telling word."""
        return captions.SETS

    @property
    def before(self) -> int:
        """How many papers are drawn before the sets are put together, the guide among them."""
        return len(self.sets.papers) + len(self.sets.child) + int(self.guide)

    def said(self, done: int) -> Words:
        """Return what is being done after so many steps: a paper, then a set."""
        sets = done - self.before
        if sets < 0:
            return captions.drawing(done + 1, self.before)
        return captions.one_set(min(sets + 1, self.sets.people), self.sets.people)

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.workshop import pack as workshop_pack  # noqa: PLC0415

        front = partial(GuideJob.drawn, self, None) if self.guide else None
        return workshop_pack.pack(
            self.sets,
            front,
            self.locales[0],
            told,
            title=self.title,
            both_sides=self.both_sides,
        )
