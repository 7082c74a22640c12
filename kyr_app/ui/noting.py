"""A paper made in the background, and which letters of what a family typed it could not draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.documents.typesetting import lost

if TYPE_CHECKING:
    from kyr_app.ui.background import Progress, Work


class Noting:
    """Makes a paper, and notes which letters no font of it has."""

    def __init__(self, work: Work) -> None:
        self._work, self.lost = work, ""

    def run(self, progress: Progress | None = None) -> bytes:
        """Make it, as any work in the background is done."""
        lost.taken()
        made = self._work.run(progress)
        self.lost = lost.taken()
        return made
