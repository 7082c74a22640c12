"""Flowables brought onto pages without drawing them: what is not drawn yet can still get other numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from reportlab.platypus import CondPageBreak

from kyr_app.documents.packet.layout import MARGIN, SAFE, SHEET


class Spot(Struct, frozen=True):
    """Something on a page: its lower edge in points from the foot of the sheet, and the width that it leaves."""

    what: Any
    lower: float
    spare: float


Leaf = tuple[Spot, ...]
"""What stands on a page, from the top."""


def leaves(flowables: Sequence[Any]) -> tuple[Leaf, ...]:
    """Return the pages that flowables take inside the margins; one at least.

    What has no room left on a page is parted where it lets itself be, else it begins the next one. What is higher
    than a page and cannot be parted stands alone on one, from its top.
    """
    waiting = list(flowables)
    made = [_leaf(waiting)]
    while waiting:
        made.append(_leaf(waiting))
    return tuple(made)


def _leaf(waiting: list[Any]) -> Leaf:
    """Take from `waiting` what one page holds."""
    leaf, used, after = list[Spot](), 0.0, 0.0
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, CondPageBreak):
            if leaf and SAFE[1] - used - after < one.height:
                break
            continue
        used += max(after, one.getSpaceBefore()) if leaf else 0.0
        room = SAFE[1] - used
        wide, high = one.wrapOn(None, SAFE[0], room)
        if high > room:
            parts = one.splitOn(None, SAFE[0], room) if room > 0 else []
            if leaf and not parts:
                waiting.insert(0, one)
                break
            if parts:
                one, waiting[:0] = parts[0], parts[1:]
                wide, high = one.wrapOn(None, SAFE[0], room)
        used += high
        leaf.append(Spot(one, SHEET[1] - MARGIN - used, SAFE[0] - wide))
        after = one.getSpaceAfter()
    return tuple(leaf)
