"""The job of a list of what a pack would change."""

from __future__ import annotations

import datetime as dt

from kyr_app.content.difference import Difference
from kyr_app.documents.authoring import differences_captions as captions
from kyr_app.documents.sheet_job import SheetJob, Told
from kyr_app.model.text import Words


class DifferencesJob(SheetJob, frozen=True, kw_only=True):
    """What a pack would change; `about` says which pack it is. `library` is the content of the pack."""

    made_on: dt.date
    good_until: dt.date
    found: tuple[Difference, ...]
    about: tuple[Words, ...]

    @property
    def title(self) -> Words:
        """The name of the paper."""
        return captions.TITLE

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.authoring import differences  # noqa: PLC0415 (what start-up does not pay)

        return differences.build(self.found, self.made_on, self.good_until, self.about, self.ordered(told))
