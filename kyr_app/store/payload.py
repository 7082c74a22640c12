"""What is sealed inside a family file: its tables, and in which sittings it was saved."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from kyr_app.store.troubles import DamagedContent

SCHEMA = 1
SITTINGS = 256
"""So many sittings are remembered; with more between them, two copies count as changed on both sides."""


class Payload(Struct, frozen=True):
    """The content of one save. `tables` is JSON as it stands; a sitting is a random token and its last save."""

    schema: int
    tables: msgspec.Raw
    sittings: tuple[tuple[str, int], ...] = ()

    def __repr__(self) -> str:
        return f"Payload({self.schema})"

    @property
    def newer(self) -> bool:
        """Whether a newer version saved it: then it is read and never written."""
        return self.schema > SCHEMA

    def during(self, sitting: str, generation: int, tables: bytes) -> Payload:
        """Return the next content, saved as `generation` in this `sitting`."""
        past = tuple(it for it in self.sittings if it[0] != sitting)
        return Payload(SCHEMA, msgspec.Raw(tables), (*past, (sitting, generation))[-SITTINGS:])

    def continues(self, before: Payload) -> bool:
        """Return whether this is `before`, or came out of it by further saves."""
        if not before.sittings:
            return True
        token, generation = before.sittings[-1]
        return any(name == token and last >= generation for name, last in self.sittings)

    def packed(self) -> bytes:
        """Return the JSON that is sealed."""
        return msgspec.json.encode(self)


FIRST = Payload(SCHEMA, msgspec.Raw(b"{}")).packed()
"""The content of a file in which nothing was kept yet."""


def read_payload(content: bytes) -> Payload:
    """Return the content of a save. Raise `DamagedContent` where it is none, though its seal was whole."""
    try:
        return msgspec.json.decode(content, type=Payload)
    except msgspec.MsgspecError as error:
        raise DamagedContent from error
