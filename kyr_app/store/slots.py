"""The four slots of a family file: each wraps the same data key under words of its own (LUKS keeps it so, too).

Argon2id, t=3, m=128 MiB, p=4: 0.4 s on a laptop of 2020, and 1,000 guesses a second on a graphics card at the
very most. Costs in a file that was tampered with are refused before any of their memory is asked for.
"""

from __future__ import annotations

import secrets
import struct
from enum import IntEnum

from msgspec import Struct

from kyr_app.store.troubles import HostileCosts, NoMemory

SLOTS = 4
SLOT_BYTES = 192
KEY_BYTES = 32
_SHAPE = struct.Struct("<HHIII32s12s48s84x")  # type, 0, t, m (KiB), p, salt, nonce, sealed key
_EMPTY, _ARGON2ID = 0, 1
_COSTS = struct.Struct("<III")


class Costs(Struct, frozen=True):
    """What one guess costs: `t` passes over `m` KiB in `p` lanes."""

    t: int
    m: int
    p: int


SHIPPED = Costs(3, 128 * 1024, 4)
_FLOOR = Costs(3, 64 * 1024, 1)
_CEILING = Costs(10, 1024 * 1024, 8)


class CheapCosts(Costs, frozen=True):
    """Costs below the floor, which only `cheap()` makes and only tests ask for."""


def cheap() -> CheapCosts:
    """Return the lowest costs that Argon2 has. A file made with them is not safe: for tests alone."""
    return CheapCosts(1, 32, 1)


class Kind(IntEnum):
    """Whose words a slot holds; its value is the slot's place in the file."""

    FAMILY = 0
    CARD = 1
    VOLUNTEER = 2
    OFFICE = 3
    """Reserved for the key of an organisation (age X25519). This version keeps the place free and fills it never."""


class Slot(Struct, frozen=True):
    """A slot in use."""

    number: int
    kind: Kind
    costs: Costs


def check(costs: Costs) -> None:
    """Raise `ValueError` where new words would be cheaper to guess than the floor allows."""
    if isinstance(costs, CheapCosts):
        return
    if costs.t < _FLOOR.t or costs.m < _FLOOR.m or costs.p < _FLOOR.p or _hostile(costs):
        raise ValueError("costs")


def _hostile(costs: Costs) -> bool:
    return not (
        1 <= costs.t <= _CEILING.t
        and 1 <= costs.p <= _CEILING.p
        and 8 * costs.p <= costs.m <= _CEILING.m  # eight blocks a lane are Argon2's own least
    )


def _key(phrase: bytes, salt: bytes, costs: Costs) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 (only with a file)

    try:
        kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=costs.t, lanes=costs.p, memory_cost=costs.m)
        return kdf.derive(phrase)
    except MemoryError as error:
        raise NoMemory from error


def _bound(common: bytes, number: int, costs: Costs, salt: bytes) -> bytes:
    # What a slot's seal also vouches for: the file, its place in the file, its type and its costs.
    place = struct.pack("<HH", number, _ARGON2ID)
    return common + place + _COSTS.pack(costs.t, costs.m, costs.p) + salt


def fill(common: bytes, number: int, phrase: bytes, data_key: bytes, costs: Costs) -> bytes:
    """Return the 192 bytes of a slot that opens with `phrase`. `common` names the file (see `seal`)."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415 (only with a file)

    check(costs)
    salt, nonce = secrets.token_bytes(32), secrets.token_bytes(12)
    wrapping = ChaCha20Poly1305(_key(phrase, salt, costs))
    sealed = wrapping.encrypt(nonce, data_key, _bound(common, number, costs, salt))
    return _SHAPE.pack(_ARGON2ID, 0, costs.t, costs.m, costs.p, salt, nonce, sealed)


def empty() -> bytes:
    """Return the 192 bytes of a slot that nothing opens."""
    return bytes(SLOT_BYTES)


def used(slot: bytes, number: int) -> Slot | None:
    """Return what a slot holds, None where it is empty or of a type that this version does not know."""
    kind, _, t, m, p, *_ = _SHAPE.unpack(slot)
    return Slot(number, Kind(number), Costs(t, m, p)) if kind == _ARGON2ID else None


def taken(slot: bytes) -> bool:
    """Return whether anything at all stands in the slot, a type of a newer version included."""
    return any(slot)


def try_open(common: bytes, number: int, slot: bytes, phrase: bytes) -> bytes | None:
    """Return the data key where `phrase` opens the slot, else None. Raise `HostileCosts` before doing absurd work."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 (only with a file)
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    kind, _, t, m, p, salt, nonce, sealed = _SHAPE.unpack(slot)
    if kind != _ARGON2ID:
        return None
    costs = Costs(t, m, p)
    if _hostile(costs):
        raise HostileCosts
    try:
        wrapping = ChaCha20Poly1305(_key(phrase, salt, costs))
        return wrapping.decrypt(nonce, sealed, _bound(common, number, costs, salt))
    except InvalidTag:
        return None
