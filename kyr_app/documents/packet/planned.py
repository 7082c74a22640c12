"""A packet as it was planned, and how far it is."""

from __future__ import annotations

from msgspec import Struct

from kyr_app.documents.packet import own
from kyr_app.documents.packet.flows import Entry
from kyr_app.documents.packet.layout import Layout
from kyr_app.documents.packet.paging import Leaf
from kyr_app.documents.sheet_job import Progress, Stopped


class Plan(Struct, frozen=True):
    """Everything of a packet but its pictures: pages, papers and our own pages by piece, and the numbers of all."""

    layout: Layout
    papers: dict[str, own.Own]
    leaves: dict[str, tuple[Leaf, ...]]
    labels: tuple[str, ...]
    entries: tuple[Entry, ...]


class Told:
    """Tells how many steps are done of how many; raises `Stopped` where nobody wants more."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def step(self) -> None:
        """Tell of one more step."""
        self._done += 1
        self.ask()

    def ask(self) -> None:
        """Ask whether to go on."""
        if self._progress is not None and not self._progress(min(self._done, self._total), self._total):
            raise Stopped
