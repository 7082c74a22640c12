"""What a pack says of itself: its version, its dates, its files with their hashes."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from kyr_app.model.text import N_, Text
from kyr_app.updates import strict, troubles

FILE = "manifest.json"
FORMAT = 1
KIND = "content"
MOST_VERSION = 9_999_999_999


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of a pack: its SHA-256 and its bytes."""

    sha256: str
    size: int


class Manifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pack. `version` only grows: the day and a counter, `2026112201`. `notes` say in words what is new."""

    format: int
    pack: str
    version: int
    made: dt.date
    valid_until: dt.date
    notes: Text
    files: dict[str, Entry]
    languages: tuple[str, ...] = ("es", "en")

    @property
    def comment(self) -> str:
        """What the signed comment must say."""
        return f"guia {self.pack} {self.version}"


def made(
    files: Mapping[str, bytes], *, version: int, made: dt.date, valid_until: dt.date, notes: Text
) -> Manifest:
    """Return the manifest of files. Its languages are Spanish, English, and each that brings its words."""
    third = sorted(name.split("/")[1].removesuffix(".json") for name in files if name.startswith("words/"))
    return Manifest(
        format=FORMAT,
        pack=KIND,
        version=version,
        made=made,
        valid_until=valid_until,
        notes=notes,
        languages=("es", "en", *third),
        files={name: _entry(data) for name, data in sorted(files.items())},
    )


def encode(manifest: Manifest) -> bytes:
    """Return a manifest as the file it is in a pack."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1)


def decode(data: bytes) -> Manifest:
    """Return the manifest of a file. Raise `NotAPack`, or `NewerProgram` for a shape that is not known yet."""
    value = strict.loads(data)
    if isinstance(value, dict) and isinstance(value.get("format"), int) and value["format"] > FORMAT:
        raise troubles.NewerProgram(
            N_("This pack needs a newer version of the program."),
            N_("Ask for a stick with the whole program. Nothing was changed."),
        )
    try:
        manifest = msgspec.convert(value, Manifest)
    except msgspec.ValidationError as error:
        raise troubles.no_pack(N_("it does not say what it is.")) from error
    if manifest.pack != KIND or not 0 < manifest.version <= MOST_VERSION or manifest.format != FORMAT:
        raise troubles.no_pack(N_("it does not say what it is."))
    return manifest


def hold(manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Raise `NotAPack` unless `files` are exactly those of the manifest, byte for byte."""
    if {name: _entry(data) for name, data in files.items()} != manifest.files:
        raise troubles.no_pack(N_("its files are not those that it lists."))


def _entry(data: bytes) -> Entry:
    return Entry(hashlib.sha256(data).hexdigest(), len(data))
