"""Content packs: what lies on a stick, whether it is to be believed, what it would change, taking it and going back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from kyr_app import places
from kyr_app.content import library as libraries
from kyr_app.content.difference import Difference, differences
from kyr_app.content.library import Library
from kyr_app.model.errors import ContentError, InputError
from kyr_app.model.text import N_
from kyr_app.updates import archive, minisign, troubles, trust
from kyr_app.updates.minisign import PublicKey
from kyr_app.updates.shelf import PackShelf
from kyr_app.updates.trust import Trusted

SUFFIX, SIGNATURE = ".zip", ".minisig"
PREFIX = "guia-"
"""How the file of a pack begins: `guia-2026112201.zip`, its signature beside it."""

MOST_KEYS = 2
"""The key in use, and the spare that is kept elsewhere."""


class Sitting(Protocol):
    """What packs need of the session."""

    today: dt.date

    @property
    def library(self) -> Library:
        """The content in use."""

    def use_library(self, library: Library) -> None:
        """Show other content from now on."""


class Offered(Struct, frozen=True):
    """A pack that is believed and not used yet, and what it would change."""

    trusted: Trusted
    library: Library
    differences: tuple[Difference, ...]
    expired: bool

    def __repr__(self) -> str:
        return f"Offered({self.trusted!r})"


def pinned() -> tuple[PublicKey, ...]:
    """Return the keys whose packs are believed: those the program was built with."""
    files = sorted((places.assets() / "keys").glob("*.pub"))[:MOST_KEYS]
    return tuple(minisign.public_key(file.read_text("utf-8")) for file in files)


def version_of(built: dt.date) -> int:
    """Return the version of built-in content: its day, and no counter. A pack of the same day is newer."""
    return int(f"{built:%Y%m%d}00")


def built_in() -> Library:
    """Return the content that the program itself brings. Raise `ContentError` where it is missing."""
    return libraries.load(places.pack())


def current(home: Path) -> Library:
    """Return the content to use: the pack on the shelf of `home` where it is whole, else what the program brings.

    Every file of a pack is held against its hashes, each time. Raise `ContentError` where nothing can be used.
    """
    folder = PackShelf(home).current()
    if folder is not None:
        try:
            return libraries.load(folder)
        except ContentError:  # signed, whole, and made for another program: what we bring is the safe choice
            return built_in()
    return built_in()


def voice_folder(home: Path) -> Path:
    """Return the folder of the content in use, where recordings may lie: the pack's, or what the program brings."""
    shelf = (home / "packs").is_dir()
    return (PackShelf(home).current() if shelf else None) or places.pack()


class Packs:
    """Finds, judges, takes and takes back packs. `home` is where this computer keeps them."""

    def __init__(self, session: Sitting, home: Path, keys: Sequence[PublicKey] | None = None) -> None:
        self._session = session
        self._keys = pinned() if keys is None else tuple(keys)
        self.shelf = PackShelf(home, version_of(built_in().built))

    @property
    def keys(self) -> tuple[PublicKey, ...]:
        """The keys whose packs are believed."""
        return self._keys

    def found(self, folders: Iterable[Path]) -> tuple[Path, ...]:
        """Return the packs in folders, those that look newest first."""
        files = {file for folder in folders for file in _packs_in(folder)}
        return tuple(sorted(files, key=lambda file: file.name, reverse=True))

    def offered(self, file: Path) -> Offered:
        """Return a pack with what it would change. Raise a `PackError` that says why it is refused.

        Nothing is written. `InputError` where the file cannot be read.
        """
        if not self._keys:
            raise troubles.NotSigned(
                N_("This copy of the program knows no publisher's key, so no pack can be believed."),
                N_("Ask whoever gave you the program for a complete copy. Nothing was changed."),
            )
        trusted = trust.accept(_read(file), _signature(file), self._keys, self.shelf.known())
        try:
            library = libraries.decode(trusted.files[libraries.FILE])
        except (KeyError, ContentError) as error:
            raise troubles.no_pack(N_("its lessons are not in a form that this program reads.")) from error
        changed = differences(self._session.library, library)
        return Offered(trusted, library, changed, trusted.expired(self._session.today))

    def take(self, offered: Offered) -> None:
        """Use a pack from now on. Raise `NotSaved`; then nothing was changed.

        An interview under way keeps its questions until it is begun again.
        """
        self.shelf.put(offered.trusted)
        self._session.use_library(offered.library)

    def back(self) -> None:
        """Use again what was used before. Raise `PackError` where there is nothing before."""
        self.shelf.back()
        self._session.use_library(current(self.shelf.folder.parent))


def _packs_in(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.glob(f"{PREFIX}*{SUFFIX}")) + tuple(folder.glob(f"*/{PREFIX}*{SUFFIX}"))
    except OSError:  # a stick that is being taken out
        return ()


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(archive.MOST_PACKED + 1)
    except OSError as error:
        raise InputError(
            N_("The file “{name}” cannot be opened.", name=file.name),
            N_("Check its name, and that the stick is still in."),
        ) from error


def _signature(file: Path) -> bytes | None:
    beside = file.with_name(file.name + SIGNATURE)
    try:
        with beside.open("rb") as opened:
            return opened.read(64 * 1024)
    except OSError:
        return None
