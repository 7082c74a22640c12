"""Inside the limited process: the words that stand in some places of a PDF."""

from __future__ import annotations

from kyr_app.documents.worker.opening import opened
from kyr_app.documents.worker.shapes import Read

_ROUND = 1.5
"""Points around a place that belong to it: a letter may hang over the edge of its box."""


def read(job: Read) -> tuple[str, ...]:
    """Return the words in each place, in order. Raise `Refused` as `opened` does."""
    document = opened(job.data)
    pages = {}
    found = []
    for spot in job.spots:
        if spot.page not in pages:
            pages[spot.page] = document[spot.page].get_textpage()
        left, bottom, right, top = spot.rect
        found.append(
            pages[spot.page].get_text_bounded(left - _ROUND, bottom - _ROUND, right + _ROUND, top + _ROUND)
        )
    return tuple(found)
