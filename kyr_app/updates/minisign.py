"""Signatures as minisign makes them: Ed25519 over BLAKE2b of the whole file, with a signed comment.

Source of the format: the page of minisign, https://jedisct1.github.io/minisign. Only the prehashed kind (`ED`) is
taken. Files signed here are accepted by the minisign program, and the other way round.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import Protocol

from msgspec import Struct

from kyr_app.updates import troubles

KEY_KIND, PREHASHED = b"Ed", b"ED"
_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
MOST_BYTES = 4096
"""Bytes of a signature file; a real one has some 300."""


class PublicKey(Struct, frozen=True):
    """A key that is trusted: eight bytes of its name, and the key."""

    number: bytes
    key: bytes

    @property
    def name(self) -> str:
        """The name as minisign prints it."""
        return self.number[::-1].hex().upper()


class Signer(Protocol):
    """The half of a key that signs: `secret.SecretKey`."""

    @property
    def number(self) -> bytes:
        """Eight bytes: the name of the key."""

    def signed(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of a message."""


class Signature(Struct, frozen=True):
    """A signature as read: not yet held against anything."""

    number: bytes
    signature: bytes
    comment: str
    sealed: bytes


def public_key(text: str) -> PublicKey:
    """Return the key of a `.pub` file. Raise `ValueError` for what is none."""
    line = text.strip().splitlines()[-1] if text.strip() else ""
    raw = base64.b64decode(line, validate=True)
    if len(raw) != 42 or raw[:2] != KEY_KIND:
        raise ValueError
    return PublicKey(raw[2:10], raw[10:])


def written(key: PublicKey) -> str:
    """Return a key as a `.pub` file."""
    raw = base64.b64encode(KEY_KIND + key.number + key.key).decode()
    return f"{_UNTRUSTED}minisign public key {key.name}\n{raw}\n"


def read(data: bytes) -> Signature:
    """Return the signature of a `.minisig` file. Raise `NotSigned` where it is none of the prehashed kind."""
    if len(data) > MOST_BYTES:
        raise troubles.forged()
    try:
        first, raw, comment, sealed = data.decode("utf-8").rstrip("\r\n").split("\n")
        main = base64.b64decode(raw.rstrip("\r"), validate=True)
        outer = base64.b64decode(sealed.rstrip("\r"), validate=True)
    except (ValueError, binascii.Error) as error:
        raise troubles.forged() from error
    shaped = first.startswith(_UNTRUSTED) and comment.startswith(_TRUSTED)
    if not shaped or len(main) != 74 or len(outer) != 64 or main[:2] != PREHASHED:
        raise troubles.forged()
    return Signature(main[2:10], main[10:], comment.removeprefix(_TRUSTED).rstrip("\r"), outer)


def verify(data: bytes, signature: Signature, key: PublicKey) -> str:
    """Return the signed comment where `key` signed exactly these bytes and this comment. Raise `NotSigned`."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if signature.number != key.number:
        raise troubles.stranger()
    trusted = Ed25519PublicKey.from_public_bytes(key.key)
    try:
        trusted.verify(signature.signature, hashlib.blake2b(data).digest())
        trusted.verify(signature.sealed, signature.signature + signature.comment.encode("utf-8"))
    except InvalidSignature as error:
        raise troubles.forged() from error
    return signature.comment


def sign(data: bytes, comment: str, key: Signer) -> bytes:
    """Return the `.minisig` file of `data` with a signed comment of one line."""
    if "\n" in comment or "\r" in comment:
        raise ValueError(comment)
    made = key.signed(hashlib.blake2b(data).digest())
    sealed = key.signed(made + comment.encode("utf-8"))
    lines = (
        _UNTRUSTED + "signature from minisign secret key",
        base64.b64encode(PREHASHED + key.number + made).decode(),
        _TRUSTED + comment,
        base64.b64encode(sealed).decode(),
    )
    return ("\n".join(lines) + "\n").encode("utf-8")
