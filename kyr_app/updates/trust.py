"""Whether a pack is to be believed: bytes, keys and what is known in; a pack or the reason against it out. No disk.

In this order: the signature file is one · a pinned key made it · it is over exactly these bytes · only now the ZIP is
opened · its manifest says what the signed comment says · its files are those it lists, the JSON among them without
surprises · its version is not older than anything seen here · a version seen here has the same bytes. A pack past its
date is taken, with a warning: a laptop whose clock is wrong must not lose its lessons.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from msgspec import Struct, field

from kyr_app.model.text import N_
from kyr_app.updates import archive, manifest, minisign, strict, troubles
from kyr_app.updates.manifest import Manifest
from kyr_app.updates.minisign import PublicKey


class Known(Struct, frozen=True):
    """What a computer has seen: the newest version of all, and the hash of each version it took."""

    version: int = 0
    hashes: dict[int, str] = field(default_factory=dict)


class Trusted(Struct, frozen=True):
    """A pack that may be used: what it says, its files, its hash, the name of the key that signed it."""

    manifest: Manifest
    files: dict[str, bytes]
    sha256: str
    key: str

    def __repr__(self) -> str:
        return f"Trusted({self.manifest.comment})"

    def expired(self, today: dt.date) -> bool:
        """Whether the pack is past its date: a reason to warn, never to refuse."""
        return today > self.manifest.valid_until


def accept(data: bytes, signature: bytes | None, keys: Sequence[PublicKey], known: Known) -> Trusted:
    """Return the pack. Raise a `PackError` for the first reason not to use it."""
    if len(data) > archive.MOST_PACKED:
        raise troubles.no_pack(N_("it is too large."))
    if signature is None:
        raise troubles.unsigned()
    found = minisign.read(signature)
    key = next((each for each in keys if each.number == found.number), None)
    if key is None:
        raise troubles.stranger()
    comment = minisign.verify(data, found, key)
    files = archive.unpacked(data)
    if manifest.FILE not in files:
        raise troubles.no_pack(N_("it does not say what it is."))
    said = manifest.decode(files.pop(manifest.FILE))
    if said.comment != comment:
        raise troubles.forged()
    manifest.hold(said, files)
    for name, inside in files.items():
        if name.endswith(".json"):
            strict.loads(inside)
    sha256 = hashlib.sha256(data).hexdigest()
    no_older(said, sha256, known)
    return Trusted(said, files, sha256, key.name)


def no_older(said: Manifest, sha256: str, known: Known) -> None:
    """Raise `TooOld` or `Doubled` for a version that this computer must not take after what it has seen."""
    same = known.hashes.get(said.version)
    if same is not None and same != sha256:
        raise troubles.doubled(said.version)
    if same is None and said.version <= known.version:
        raise troubles.TooOld(N_("This pack is older than the lessons on this computer, or of the same day."))
