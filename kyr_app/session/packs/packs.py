"""Content packs: what lies on a stick, whether it is to be believed, what it would change, taking it and going back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from kyr_app import outside, places
from kyr_app.content import library as libraries
from kyr_app.content import official
from kyr_app.content.difference import Difference, differences
from kyr_app.content.library import Library
from kyr_app.model.errors import ContentError
from kyr_app.model.form import OfficialForm
from kyr_app.model.text import N_
from kyr_app.session.packs import publishers, tongues
from kyr_app.session.renewed import Renewed
from kyr_app.store import chosen, preferences
from kyr_app.updates import archive, minisign, troubles, trust
from kyr_app.updates.minisign import PublicKey
from kyr_app.updates.shelf import BUILT_IN
from kyr_app.updates.trust import Trusted
from kyr_app.updates.words import Tables

SUFFIX, SIGNATURE = ".zip", ".minisig"
PREFIX = "guia-"
"""How the file of a pack begins: `guia-2026112201.zip`, its signature beside it."""
MOST_FOUND, MOST_FOLDERS = 50, 500
"""So many packs are offered, newest names first; so many folders of a stick are looked into."""


class Sitting(Protocol):
    """What packs need of the session."""

    today: dt.date

    @property
    def library(self) -> Library:
        """The content in use."""

    def use_library(self, library: Library, tables: Tables | None = None) -> Renewed:
        """Show other content from now on, and offer the languages it adds."""


class Offered(Struct, frozen=True):
    """A pack that is believed and not used yet, and what it would change."""

    trusted: Trusted
    library: Library
    differences: tuple[Difference, ...]
    expired: bool
    tables: Tables = {}
    brought: tuple[tongues.Brought, ...] = ()

    def __repr__(self) -> str:
        return f"Offered({self.trusted!r})"


def built_in() -> Library:
    """Return the content that the program itself brings. Raise `ContentError` where it is missing."""
    return libraries.load(places.pack())


def current(home: Path) -> Library:
    """Return the content to use: the pack on the shelf of `home` where it is whole, else what the program brings.

    Every file of a pack is held against its hashes, each time. Raise `ContentError` where nothing can be used.
    """
    return _read(publishers.shelf(home).current()) or built_in()


def _read(folder: Path | None) -> Library | None:
    """Return the content of a pack; None where there is no pack, or one that this program does not read.

    One that is signed, whole, and made for another program: what we bring is the safe choice.
    """
    try:
        return None if folder is None else libraries.load(folder, places.pack())
    except ContentError:
        return None


def voice_folder(home: Path) -> Path:
    """Return the folder of the content in use, where recordings may lie: the pack's, or what the program brings."""
    shelf = preferences.holds(home / "packs")
    return (publishers.shelf(home).current() if shelf else None) or places.pack()


class Packs:
    """Finds, judges, takes and takes back packs. `home` is where this computer keeps them."""

    def __init__(self, session: Sitting, home: Path) -> None:
        self._session = session
        self._keys = publishers.pinned()
        self.shelf = publishers.shelf(home)

    @property
    def keys(self) -> tuple[PublicKey, ...]:
        """The keys whose packs are believed."""
        return self._keys

    def in_use(self) -> tuple[str, bool]:
        """Return the pack in use, empty for what the program brings; and whether it is the one that was chosen."""
        folder = self.shelf.current()
        used = folder.name if folder and _read(folder) else BUILT_IN
        return used, used == self.shelf.pointer().active and not self.shelf.lost

    def found(self, folders: Iterable[Path]) -> tuple[Path, ...]:
        """Return the packs in folders, those that look newest first."""
        files = {file for folder in folders for file in _packs_in(folder)}
        return tuple(
            sorted(files, key=lambda file: (file.name.casefold(), str(file)), reverse=True)[:MOST_FOUND]
        )

    def offered(self, file: Path) -> Offered:
        """Return a pack with what it would change. Raise a `PackError` that says why it is refused.

        Nothing is written. `InputError` where the file cannot be read.
        """
        if not self._keys:
            raise troubles.NotSigned(publishers.NO_KEY, publishers.NO_KEY_DO)
        data = chosen.read(file, archive.MOST_PACKED)
        trusted = trust.accept(data, _signature(file), self._keys, self.shelf.known())
        try:
            library = libraries.decode(trusted.files[libraries.FILE], _forms(trusted))
        except (KeyError, ContentError) as error:
            raise troubles.no_pack(N_("its lessons are not in a form that this program reads.")) from error
        tables = tongues.offered(trusted, library)
        brought = tongues.brought(tables, library, self._session.library)
        changed = differences(self._session.library, library)
        return Offered(trusted, library, changed, trusted.expired(self._today(trusted)), tables, brought)

    def _today(self, trusted: Trusted) -> dt.date:
        """Return the day by the clock; where the clock lags behind what was made already, the day of that."""
        return max(self._session.today, self._session.library.built, trusted.manifest.made)

    def take(self, offered: Offered) -> Renewed:
        """Use a pack from now on, and return what became of what was answered. Raise `NotSaved`; nothing changed then.

        An interview under way keeps its questions until it is done.
        """
        self.shelf.put(offered.trusted)
        return self._session.use_library(offered.library, offered.tables)

    def back(self) -> Renewed:
        """Use again what was used before; return as `take` does. Raise `PackError` where there is nothing before."""
        self.shelf.back()
        home = self.shelf.folder.parent
        return self._session.use_library(current(home), tongues.installed(home))


def _forms(trusted: Trusted) -> Callable[[], Mapping[str, OfficialForm]]:
    """Return the forms of a pack; those of the program for a pack that brings none. Raise `ContentError` as `load`."""
    if official.FILE not in trusted.files:
        return lambda: official.load(places.pack())
    found = official.decode(trusted.files[official.FILE])
    return lambda: found


def _packs_in(folder: Path) -> Iterator[Path]:
    """Yield what is named as packs are in a folder and those in it: files alone; nothing is opened."""
    inside = islice(outside.folders(folder), MOST_FOLDERS)
    for file in (*outside.files(folder), *(file for each in inside for file in outside.files(each))):
        name = file.name.casefold()
        if name.startswith(PREFIX) and name.endswith(SUFFIX):
            yield file


def _signature(file: Path) -> bytes | None:
    """Return what lies beside a pack as its signature; None where there is none that can be read."""
    try:
        return outside.read(file.with_name(file.name + SIGNATURE), minisign.MOST_BYTES)
    except outside.TooLarge as error:
        raise troubles.forged() from error
    except OSError:
        return None
