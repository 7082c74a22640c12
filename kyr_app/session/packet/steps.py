"""Steps that can be taken back and taken again. Typing in one place is one step, however many letters."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from msgspec import Struct, structs

from kyr_app.model.packet import Packet, Sheet
from kyr_app.model.text import Words

MOST = 100
"""So many steps can be taken back."""


class Step(Struct, frozen=True):
    """How the packet was before, what was done to it, and to what: a further step on the same is one with it."""

    before: Packet
    said: Words
    on: Hashable = None


class Steps:
    """The packet of now and those before and after it."""

    def __init__(self) -> None:
        self.packet = Packet()
        self._back: list[Step] = []
        self._on: list[Step] = []

    def take(self, packet: Packet, said: Words, on: Hashable = None) -> None:
        """Put a packet in the place of this one."""
        same = on is not None and bool(self._back) and self._back[-1].on == on and not self._on
        if not same:
            self._back = [*self._back[1 - MOST :], Step(self.packet, said, on)]
        self.packet, self._on = packet, []

    @property
    def undoes(self) -> Words | None:
        """What would be taken back; None where there is nothing."""
        return self._back[-1].said if self._back else None

    @property
    def redoes(self) -> Words | None:
        """What would be done again; None where there is nothing."""
        return self._on[-1].said if self._on else None

    def undo(self) -> Words | None:
        """Take the last step back; return what it was."""
        if not self._back:
            return None
        step = self._back.pop()
        self._on.append(Step(self.packet, step.said, None))
        self.packet = step.before
        return step.said

    def redo(self) -> Words | None:
        """Do again what was taken back last; return what it was."""
        if not self._on:
            return None
        step = self._on.pop()
        self._back.append(Step(self.packet, step.said, None))
        self.packet = step.before
        return step.said

    def pause(self) -> None:
        """Let the next step be one of its own, whatever it is about."""
        if self._back:
            self._back[-1] = structs.replace(self._back[-1], on=None)

    @property
    def spare(self) -> tuple[str, ...]:
        """The pictures that only a step back or on would show again."""
        used = set(self.packet.pictures)
        kept = (name for step in (*self._back, *self._on) for name in step.before.pictures)
        return tuple(name for name in dict.fromkeys(kept) if name not in used)

    def forget(self) -> None:
        """Forget the steps; the packet stays."""
        self._back, self._on = [], []

    def begin(self, packet: Packet) -> None:
        """Begin with a packet, without any step."""
        self.packet = packet
        self.forget()

    def rename(self, names: dict[str, str]) -> None:
        """Call pictures by other names, in every step."""

        def renamed(packet: Packet) -> Packet:
            return _each_sheet(packet, lambda name: names.get(name, name))

        self.packet = renamed(self.packet)
        self._back = [structs.replace(each, before=renamed(each.before)) for each in self._back]
        self._on = [structs.replace(each, before=renamed(each.before)) for each in self._on]


def _each_sheet(packet: Packet, name: Callable[[str], str]) -> Packet:
    def sheet(one: Sheet) -> Sheet:
        return structs.replace(one, picture=name(one.picture))

    exhibits = tuple(
        structs.replace(each, sheets=tuple(sheet(one) for one in each.sheets)) for each in packet.exhibits
    )
    return structs.replace(packet, exhibits=exhibits)
