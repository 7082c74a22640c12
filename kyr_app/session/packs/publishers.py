"""Whose packs are believed, and the shelf of this computer as the program sees it: with its keys and its own age."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from functools import cache
from pathlib import Path

from kyr_app import places
from kyr_app.content import library as libraries
from kyr_app.model.text import N_
from kyr_app.updates import minisign
from kyr_app.updates.minisign import PublicKey
from kyr_app.updates.shelf import PackShelf

MOST_KEYS = 2
"""The key in use, and the spare that is kept elsewhere."""

NO_KEY = N_("No publisher's key is in this program yet: packs cannot be installed.")
NO_KEY_DO = N_("The lessons that came with the program work as always. A release with a key will take packs.")


def pinned() -> tuple[PublicKey, ...]:
    """Return the keys whose packs are believed: those the program was built with.

    A file that is no key is believed by nobody and stops nothing; nor does what some systems put beside a file (`._a`).
    """
    files = sorted(each for each in (places.assets() / "keys").glob("*.pub") if each.name[0] != ".")
    found = []
    for file in files[:MOST_KEYS]:
        with suppress(OSError, ValueError):
            found.append(minisign.public_key(file.read_text("utf-8")))
    return tuple(found)


def version_of(built: dt.date) -> int:
    """Return the version of built-in content: its day, and no counter. A pack of the same day is newer."""
    return int(f"{built:%Y%m%d}00")


@cache
def built_in(folder: Path) -> int:
    """Return the version of the content in a folder. Raise `ContentError` where it is missing or damaged."""
    return version_of(libraries.built(folder))


def shelf(home: Path) -> PackShelf:
    """Return the shelf of `home`, which passes over packs of other keys, and those older than the program's content."""
    return PackShelf(home, built_in(places.pack()), [each.name for each in pinned()])
