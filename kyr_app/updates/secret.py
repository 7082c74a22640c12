"""The publisher's half of a key: made, kept under a password, opened again. Never on a family's computer.

The file is minisign's own: Ed25519 secret key and a BLAKE2b check, hidden with scrypt (libsodium's choice of costs).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
import struct
from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.model.errors import InputError
from kyr_app.model.text import N_
from kyr_app.updates.minisign import KEY_KIND, PublicKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_HEAD = struct.Struct("<2s2s2s32sQQ")
_SCRYPT, _BARE, _CHECK = b"Sc", b"\0\0", b"B2"
_OPS, _MEMORY = 1 << 22, 1 << 27
"""What a new key costs to open, as libsodium counts it: 128 MiB of memory."""
_MOST_MEMORY = 1 << 30


class SecretKey(Struct, frozen=True):
    """A key that signs. Its `repr` tells nothing."""

    number: bytes
    seed: bytes

    def __repr__(self) -> str:
        return "SecretKey(…)"

    @property
    def public(self) -> PublicKey:
        """The half that is pinned in the program."""
        return PublicKey(self.number, self._key().public_key().public_bytes_raw())

    def signed(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of a message."""
        return bytes(self._key().sign(message))

    def _key(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed)


def new() -> SecretKey:
    """Return a new key."""
    return SecretKey(secrets.token_bytes(8), secrets.token_bytes(32))


def written(key: SecretKey, password: str) -> str:
    """Return a key as a file of minisign's, hidden under a password; without one it lies open."""
    inner = key.number + key.seed + key.public.key
    inner += hashlib.blake2b(KEY_KIND + inner, digest_size=32).digest()
    salt = secrets.token_bytes(32)
    if password:
        head = _HEAD.pack(KEY_KIND, _SCRYPT, _CHECK, salt, _OPS, _MEMORY)
        inner = _hidden(inner, password, salt, _OPS, _MEMORY)
    else:
        head = _HEAD.pack(KEY_KIND, _BARE, _CHECK, salt, 0, 0)
    return f"untrusted comment: minisign secret key\n{base64.b64encode(head + inner).decode()}\n"


def opened(text: str, password: str) -> SecretKey:
    """Return the key of a file. Raise `InputError` for what is none, and for a wrong password."""
    try:
        raw = base64.b64decode(text.strip().splitlines()[-1], validate=True)
        kind, hidden, check, salt, ops, memory = _HEAD.unpack(raw[: _HEAD.size])
    except (ValueError, IndexError, struct.error, binascii.Error) as error:
        raise _no_key() from error
    inner = raw[_HEAD.size :]
    if (kind, check) != (KEY_KIND, _CHECK) or hidden not in {_SCRYPT, _BARE} or len(inner) != 104:
        raise _no_key()
    if hidden == _SCRYPT:
        if memory > _MOST_MEMORY:
            raise _no_key()
        inner = _hidden(inner, password, salt, ops, memory)
    if hashlib.blake2b(KEY_KIND + inner[:72], digest_size=32).digest() != inner[72:]:
        raise InputError(N_("That is not the password of this key."))
    return SecretKey(inner[:8], inner[8:40])


def _no_key() -> InputError:
    return InputError(N_("This is not a key to sign with."), N_("It is the file that `kyr pack key` made."))


def _hidden(inner: bytes, password: str, salt: bytes, ops: int, memory: int) -> bytes:
    n, p = _costs(ops, memory)
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    stream = Scrypt(salt=salt, length=len(inner), n=n, r=8, p=p).derive(password.encode("utf-8"))
    return bytes(a ^ b for a, b in zip(inner, stream, strict=True))


def _costs(ops: int, memory: int) -> tuple[int, int]:
    """Return scrypt's N and p from what libsodium writes down (`pickparams` of its scryptsalsa208sha256), r being 8."""
    ops = max(ops, 1 << 15)
    if ops < memory // 32:
        return _power(ops // 32), 1
    n = _power(memory // 1024)
    return n, max(1, min((ops // 4) // n, 0x3FFFFFFF) // 8)


def _power(most: int) -> int:
    n = 2
    while n <= most // 2:
        n *= 2
    return n
