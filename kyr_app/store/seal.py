"""What a family file looks like, byte for byte (version 1), and how it is sealed and opened.

A header of 1,024 bytes, then the content under ChaCha20-Poly1305. A checksum without a key tells damage from
wrong words; the whole header is vouched for by the seal of the content; the size tells no more than a bucket.
"""

from __future__ import annotations

import hashlib
import secrets
import struct
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kyr_app.store import slots
from kyr_app.store.troubles import (
    CutShort,
    DamagedContent,
    DamagedHeader,
    HostileCosts,
    NewerVersion,
    NotAFamilyFile,
    WrongPhrase,
)

MAGIC = bytes.fromhex("8946564c540d0a1a")
HEADER_BYTES = 1024
MAJOR, MINOR, SUITE = 1, 0, 1
TAG_BYTES = 16
ID_BYTES = 16
MOST_BYTES = 256 * 1024 * 1024
"""No family file is longer; more is never read."""
LEAST_BYTES = 256 * 1024
"""Both halves are made this long at once, so that a disk that fills up later still takes a save."""

_SHAPE = struct.Struct("<8sHHI16sQHHI32sQ32s8x")  # up to the slots, at byte 128
_CHECKED = HEADER_BYTES - 32
_SLOTS_AT = _SHAPE.size
_SLOTS_END = _SLOTS_AT + slots.SLOTS * slots.SLOT_BYTES
_NONCE = bytes(12)  # each key seals one thing once


class Header(Struct, frozen=True):
    """What the first kilobyte says. `length` counts the sealed content in bytes, its tag included."""

    id: bytes
    generation: int
    salt: bytes
    length: int
    commitment: bytes
    slots: tuple[bytes, ...]
    minor: int = MINOR

    @property
    def common(self) -> bytes:
        """What every slot's seal vouches for besides itself."""
        return MAGIC + struct.pack("<HH", MAJOR, SUITE) + self.id


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 (only with a file)
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    return HKDF(SHA256(), slots.KEY_BYTES, salt, b"fvlt1 " + purpose).derive(key)


def new_header(phrase: bytes, costs: slots.Costs) -> tuple[Header, bytes]:
    """Return the header of a new file, generation 0, that opens with `phrase`; and its data key."""
    key, name = secrets.token_bytes(slots.KEY_BYTES), secrets.token_bytes(ID_BYTES)
    empty = (slots.empty(),) * slots.SLOTS
    header = Header(name, 0, bytes(32), 0, _derived(key, name, b"commit"), empty)
    return with_slot(header, slots.Kind.FAMILY, slots.fill(header.common, 0, phrase, key, costs)), key


def with_slot(header: Header, number: int, slot: bytes) -> Header:
    """Return the header with another slot in place `number`."""
    kept = list(header.slots)
    kept[number] = slot
    return replace(header, slots=tuple(kept))


def pack(header: Header) -> bytes:
    """Return the 1,024 bytes of a header."""
    start = _SHAPE.pack(
        MAGIC,
        MAJOR,
        header.minor,
        HEADER_BYTES,
        header.id,
        header.generation,
        SUITE,
        slots.SLOTS,
        0,
        header.salt,
        header.length,
        header.commitment,
    )
    checked = (start + b"".join(header.slots)).ljust(_CHECKED, b"\0")
    return checked + hashlib.sha256(checked).digest()


def parse(data: bytes) -> Header:
    """Return what the first bytes of a file say.

    Raise `NotAFamilyFile`, `CutShort`, `DamagedHeader`, or `NewerVersion` for a whole header of the future.
    """
    if data[: len(MAGIC)] != MAGIC:
        raise NotAFamilyFile
    if len(data) < HEADER_BYTES:
        raise CutShort
    if hashlib.sha256(data[:_CHECKED]).digest() != data[_CHECKED:HEADER_BYTES]:
        raise DamagedHeader
    _, major, minor, size, name, generation, suite, count, flags, salt, length, commitment = (
        _SHAPE.unpack_from(data)
    )
    if (major, size, suite, count, flags) != (MAJOR, HEADER_BYTES, SUITE, slots.SLOTS, 0):
        raise NewerVersion
    places = range(_SLOTS_AT, _SLOTS_END, slots.SLOT_BYTES)
    kept = tuple(data[at : at + slots.SLOT_BYTES] for at in places)
    return Header(name, generation, salt, length, commitment, kept, minor)


def unlock(header: Header, phrase: bytes, order: Sequence[int] = range(slots.SLOTS)) -> bytes:
    """Return the data key. Raise as `opener`."""
    return opener(header, phrase, order)[0]


def opener(header: Header, phrase: bytes, order: Sequence[int] = range(slots.SLOTS)) -> tuple[bytes, int]:
    """Return the data key and the slot that gave it.

    Raise `WrongPhrase`, `HostileCosts`, or `DamagedHeader` where the key is another file's.
    """
    refused: HostileCosts | None = None
    for number in order:
        try:
            key = slots.try_open(header.common, number, header.slots[number], phrase)
        except HostileCosts as error:
            refused = error
            continue
        if key is not None:
            if not secrets.compare_digest(_derived(key, header.id, b"commit"), header.commitment):
                raise DamagedHeader
            return key, number
    raise refused or WrongPhrase()


def belongs(header: Header, key: bytes) -> bool:
    """Return whether `key` is the data key of the file that `header` begins."""
    return secrets.compare_digest(_derived(key, header.id, b"commit"), header.commitment)


def bucket(size: int, least: int = LEAST_BYTES) -> int:
    """Return the length a file of `size` bytes is padded to: 64, 128, … KiB up to 1 MiB, then whole MiB."""
    step = 64 * 1024
    while step < max(size, least) and step < 1024 * 1024:
        step *= 2
    return step if size <= step else -(-size // step) * step


def padded(content: bytes, room: int) -> bytes:
    """Return `content` with its length before it and zeros behind it, `room` bytes in all."""
    return (len(content).to_bytes(8, "little") + content).ljust(room, b"\0")


def unpadded(plain: bytes) -> bytes:
    """Return what `padded` was given. Raise `DamagedContent` where the length makes no sense."""
    size = int.from_bytes(plain[:8], "little")
    if size > len(plain) - 8:
        raise DamagedContent
    return plain[8 : 8 + size]


def seal(header: Header, generation: int, key: bytes, content: bytes) -> bytes:
    """Return a whole file of `generation`: a fresh salt, so a key that was never used before."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415 (only with a file)

    salt = secrets.token_bytes(32)
    length = bucket(HEADER_BYTES + 8 + len(content) + TAG_BYTES) - HEADER_BYTES
    start = pack(replace(header, generation=generation, salt=salt, length=length, minor=MINOR))
    cipher = ChaCha20Poly1305(_derived(key, salt, b"payload"))
    return start + cipher.encrypt(_NONCE, padded(content, length - TAG_BYTES), start)


def unseal(header: Header, data: bytes, key: bytes) -> bytes:
    """Return the content of a whole file. Raise `CutShort` or `DamagedContent`."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 (only with a file)
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    if len(data) < HEADER_BYTES + header.length:
        raise CutShort
    cipher = ChaCha20Poly1305(_derived(key, header.salt, b"payload"))
    sealed = data[HEADER_BYTES : HEADER_BYTES + header.length]
    try:
        return unpadded(cipher.decrypt(_NONCE, sealed, data[:HEADER_BYTES]))
    except (InvalidTag, ValueError) as error:
        raise DamagedContent from error


def seal_blob(file: bytes, name: bytes, key: bytes, data: bytes) -> bytes:
    """Return one photo or scan, sealed under a key that only its name and the file's key give."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415 (only with a file)

    room = bucket(8 + len(data) + TAG_BYTES, 0) - TAG_BYTES
    return ChaCha20Poly1305(_derived(key, name, b"blob")).encrypt(_NONCE, padded(data, room), file + name)


def unseal_blob(file: bytes, name: bytes, key: bytes, sealed: bytes) -> bytes:
    """Return the photo or scan. Raise `DamagedContent`."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 (only with a file)
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    try:
        return unpadded(ChaCha20Poly1305(_derived(key, name, b"blob")).decrypt(_NONCE, sealed, file + name))
    except (InvalidTag, ValueError) as error:
        raise DamagedContent from error
