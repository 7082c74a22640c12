"""A packet as rows of plain values for the family file, and back. What does not fit is given back, never dropped."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct, structs

from kyr_app.documents.pictures import geometry
from kyr_app.model.packet import WHOLE, Exhibit, Packet, Sheet
from kyr_app.model.text import N_, Words
from kyr_app.session.keeping import Row

FORMAT = 1
"""The shape of the rows; a program leaves the rows of a later shape alone."""
_TILT = 15.0


class Head(Struct, frozen=True, omit_defaults=True):
    """The first row. `spare` are pictures that no page shows any more, kept so that a step can be undone."""

    last: int = 0
    most: int = 0
    spare: tuple[str, ...] = ()


class Found(Struct, frozen=True):
    """What rows hold: the packet, pictures that can go now, rows that do not fit."""

    packet: Packet = Packet()
    spare: tuple[str, ...] = ()
    unfit: tuple[Row, ...] = ()


def rows(packet: Packet, spare: Sequence[str]) -> list[Row]:
    """Return a packet as rows: none for one that never held anything."""
    if packet == Packet() and not spare:
        return []
    head: Row = msgspec.to_builtins(Head(packet.last, packet.most, tuple(spare)))
    exhibits = [{"kind": "exhibit", **msgspec.to_builtins(each)} for each in packet.exhibits]
    return [{"kind": "head", "format": FORMAT, **head}, *exhibits]


def listed(packet: Packet) -> tuple[tuple[Words, int], ...]:
    """Return what is kept of a packet, in words and with counts."""
    pages = sum(len(each.sheets) for each in packet.exhibits)
    return (
        (N_("Papers and photos of the packet"), len(packet.exhibits)),
        (N_("Pages of these"), pages),
    )


def read(found: Iterable[Row]) -> Found:
    """Return what stands in rows. Every head begins a packet; the second one's exhibits come behind."""
    made, spare, unfit = Packet(), list[str](), list[Row]()
    for group in _groups(found):
        if group[0].get("format", FORMAT) != FORMAT:
            unfit += group
            continue
        one = _one(group)
        made = together(made, one.packet)
        spare += one.spare
        unfit += one.unfit
    used = set(made.pictures)
    return Found(made, tuple(name for name in dict.fromkeys(spare) if name not in used), tuple(unfit))


def _groups(found: Iterable[Row]) -> list[list[Row]]:
    groups: list[list[Row]] = []
    for row in found:
        if not groups or row.get("kind") == "head":
            groups.append([])
        groups[-1].append(row)
    return groups


def _one(group: Sequence[Row]) -> Found:
    head, exhibits, unfit = Head(), list[Exhibit](), list[Row]()
    for row in group:
        plain = {name: value for name, value in row.items() if name not in {"kind", "format"}}
        try:
            if row.get("kind") == "head":
                head = msgspec.convert(plain, Head)
            elif row.get("kind") == "exhibit":
                exhibits.append(_mended(msgspec.convert(plain, Exhibit)))
            else:
                unfit.append(row)
        except msgspec.ValidationError:
            unfit.append(row)
    last = max([head.last, *(each.number for each in exhibits)])
    return Found(Packet(tuple(exhibits), last, max(0, head.most)), head.spare, tuple(unfit))


def _mended(exhibit: Exhibit) -> Exhibit:
    """Return an exhibit whose sheets can be drawn: corners that go round nothing are the whole picture."""
    return structs.replace(exhibit, sheets=tuple(_sheet(each) for each in exhibit.sheets))


def _sheet(sheet: Sheet) -> Sheet:
    corners = sheet.corners if geometry.sound(sheet.corners) else WHOLE
    tilt = min(_TILT, max(-_TILT, sheet.tilt)) if math.isfinite(sheet.tilt) else 0.0
    return Sheet(sheet.picture, corners, sheet.turn % 4, tilt, sheet.tone)


def together(one: Packet, two: Packet) -> Packet:
    """Return both packets as one. An exhibit whose number is taken gets one of its own."""
    exhibits, last = list[Exhibit](), max(one.last, two.last)
    taken = set[int]()
    for each in (*one.exhibits, *two.exhibits):
        own = each
        if each.number in taken or each.number < 1:
            last += 1
            own = structs.replace(each, number=last)
        taken.add(own.number)
        exhibits.append(own)
    return Packet(tuple(exhibits), last, two.most or one.most)
