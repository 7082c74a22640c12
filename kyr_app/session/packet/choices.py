"""What a person chooses of a packet before it is put together. It names nobody, and ends with the sitting."""

from __future__ import annotations

from msgspec import Struct

from kyr_app.documents.packet.job import Sets


class Choices(Struct, frozen=True):
    """A proposed order, for a motion; the proof of service; pictures in colour; how many sets, and for whom."""

    order: bool = False
    service: bool = True
    colour: bool = False
    sets: Sets = Sets()
