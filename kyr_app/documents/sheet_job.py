"""What every job is: all that a sheet needs, frozen, and one way to run it.

ReportLab reads markup with one parser for the whole process, so one sheet is drawn at a time.
"""

from __future__ import annotations

import datetime as dt
import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.content.library import Library
from kyr_app.i18n.locale import Locale
from kyr_app.model.settings import Paper
from kyr_app.model.text import Words

if TYPE_CHECKING:
    from kyr_app.documents.typesetting.order import Order

Progress = Callable[[int, int], bool]
"""Told how much is done of how much; returns whether to go on."""

Told = Callable[[int, int], None]
"""The same, for those who draw: it raises `Stopped` where somebody said not to go on."""

DRAWING = threading.RLock()
"""Held by whoever draws; a job may run others while it holds it."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: what is drawn lives until the paper is done, and every look at it is in vain.

    It saves a fiftieth of a handout's time, and up to a twentieth of a hundred lessons'. Held under `DRAWING`.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class Stopped(Exception):
    """A job was stopped because its progress said so; nothing was made."""


class SheetJob(Struct, frozen=True, kw_only=True):
    """A sheet in one language or in two, the reader's first. A kind of sheet says what it is called and draws it.

    The copies come one whole after the other; to print on both sides, ask the printer for copies instead.
    """

    library: Library
    locales: tuple[Locale, ...]
    paper: Paper
    today: dt.date
    copies: int = 1

    if TYPE_CHECKING:

        @property
        def title(self) -> Words:
            """The name of the sheet, without a telling word."""

        def drawn(self, told: Told | None) -> bytes:
            """Return the PDF; what is heavy is fetched here, not before."""

    def run(self, progress: Progress | None = None) -> bytes:
        """Return the PDF. Raise `Stopped` where `progress` says not to go on."""
        with DRAWING, _uncollected():
            once = self.drawn(_told(progress))
        if self.copies == 1:
            return once
        from kyr_app.documents.typesetting.bundle import copied  # noqa: PLC0415 (what start-up does not pay)

        return copied(once, self.copies)

    def ordered(self, told: Told | None) -> Order:
        """Return what is asked of whoever draws the sheet."""
        from kyr_app.documents.typesetting.order import Order  # noqa: PLC0415 (ReportLab)

        return Order(self.title, self.locales, self.paper, self.today, told)


def _told(progress: Progress | None) -> Told | None:
    if progress is None:
        return None

    def tell(done: int, total: int) -> None:
        if not progress(done, total):
            raise Stopped

    return tell
