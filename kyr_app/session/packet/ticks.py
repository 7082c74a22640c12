"""The evidence planner follows the packet: an item is ticked by the paper that proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kyr_app.model.packet import Packet
    from kyr_app.session.plan import Plan

EVIDENCE = "evidence"
"""The checklist that is planned."""


class Ticks:
    """Ticks what papers are linked to. A tick that was there before, or that is of another day, it never takes away."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._own: set[str] = set()

    def follow(self, before: Packet, now: Packet) -> None:
        """Tick what is newly linked; untick what no paper is linked to any more."""
        was, is_ = _items(before), _items(now)
        for item in sorted(is_ - was):
            if not self._plan.ticked(EVIDENCE, item):
                self._own.add(item)
                self._plan.tick(EVIDENCE, item, on=True)
        for item in sorted((was - is_) & self._own):
            self._own.discard(item)
            self._plan.tick(EVIDENCE, item, on=False)

    def clear(self) -> None:
        """Know of no tick."""
        self._own.clear()


def _items(packet: Packet) -> set[str]:
    return {item for each in packet.exhibits for item in each.items}
