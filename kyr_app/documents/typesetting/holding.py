"""Keeping together what must be read together, without pushing a long thing to the next page whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import CondPageBreak
from reportlab.platypus import Table as Grid

from kyr_app.documents.typesetting.boxes import SOME, TALL


def held(flowables: Sequence[Any], width: float) -> list[Any]:
    """Return `flowables` where each that asks to stay with the next one does.

    Before every such run stands a break that is taken where the run, and enough of what follows it, has no room
    left. (ReportLab's own way moves all of what follows, however long it is.)
    """
    made: list[Any] = []
    at = 0
    while at < len(flowables):
        end = at
        while end < len(flowables) - 1 and flowables[end].getKeepWithNext():
            end += 1
        run = list(flowables[at : end + 1])
        if len(run) > 1:
            made.append(CondPageBreak(_room(run, width)))
        for each in run[:-1]:
            each.keepWithNext = 0
        made += run
        at = end + 1
    return made


def _room(run: Sequence[Any], width: float) -> float:
    height: float = 0.0
    after: float = 0.0
    for each in run[:-1]:
        height += max(after, each.getSpaceBefore()) + each.wrapOn(None, width, 0xFFFFFF)[1]
        after = each.getSpaceAfter()
    return float(height + max(after, run[-1].getSpaceBefore()) + _least(run[-1], width))


def _least(flowable: Any, width: float) -> float:
    """Return how much of a flowable must stand on the page where it begins."""
    height = float(flowable.wrapOn(None, width, 0xFFFFFF)[1])
    if isinstance(flowable, Grid):
        rows = 2 * flowable.repeatRows
        return float(sum(flowable._rowHeights[:rows]))  # noqa: SLF001 (known once it is wrapped)
    tall = 0.0 if hasattr(flowable, "frags") else getattr(flowable, "tall", TALL)
    return height if height < tall else min(height, SOME * 1.5)
