"""Bringing photos and papers in: file by file through the limited process, on any thread; what was refused is told."""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, nullcontext, suppress
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from kyr_app import outside
from kyr_app.documents.worker import api as worker
from kyr_app.documents.worker.shapes import MOST_BYTES, Trouble
from kyr_app.model.errors import InputError, KyrError
from kyr_app.model.text import N_, Words
from kyr_app.session.packet.reading import Made, Tell, in_order

KINDS = ("jpg", "jpeg", "png", "heic", "heif", "pdf")
"""How the names of files end that are looked for in a folder; what a file is follows from what is in it."""
MOST_FILES = 500
"""So many are taken out of a folder at once."""
DPI, SIDE = 150, 2400
"""Of the pages of a PDF; of the longer side of a photo, in pixels."""
_LARGE = 8 * 1024 * 1024
"""A file of more bytes is opened while no other large one is: it may need much memory."""
_DEEP = 3
"""A camera keeps its photos two folders deep."""

Progress = Callable[[int, int], bool]


class Refused(Struct, frozen=True):
    """A file that did not come in: its name, why, and what to do; `again` for one that is in the packet already."""

    called: str
    said: Words
    hint: Words | None = None
    again: bool = False


class Arrived(Struct, frozen=True):
    """A file that came in, as the names of its pages' pictures."""

    pictures: tuple[str, ...]


class Keeps(Protocol):
    """Where pictures go."""

    def keep(self, pictures: Sequence[bytes], source: bytes = b"") -> tuple[str, ...]:
        """Keep pictures, and of which file they are; return their names."""

    def pictures_of(self, source: bytes) -> tuple[str, ...]:
        """Return the names of the pictures of a file that came in; none where it did not."""

    def drop(self, names: Sequence[str]) -> bool:
        """Let pictures go for good."""


class Importing:
    """Work on some files. What arrived so far can be taken at any time; after `stop` nothing more arrives.

    With `shown`, which names the pictures that the packet shows, a file that is in it already does not come again:
    whoever was interrupted brings the same folder once more.
    """

    def __init__(
        self,
        sources: Sequence[Path],
        album: Keeps,
        dpi: int = DPI,
        side: int = SIDE,
        shown: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        self._sources, self._album, self._dpi, self._side = tuple(sources), album, dpi, side
        self._shown = shown
        self._new: set[bytes] = set()
        self._lock, self._one = threading.Lock(), threading.Lock()
        self._arrived: list[Arrived] = []
        self._refused: list[Refused] = []
        self._stopped = False
        self.done, self.total = 0, len(self._sources)
        self.part = 0.0
        """How much of the file under way is done, from 0 to 1."""
        self.pages = 0
        """How many pages arrived."""

    @property
    def rest(self) -> int:
        """How many files were not opened: it was stopped before."""
        return self.total - self.done

    @property
    def refused(self) -> tuple[Refused, ...]:
        """What did not come in, and why."""
        return tuple(self._refused)

    def run(self, progress: Progress | None = None) -> bytes:
        """Bring the files in, one after the other; end early where `progress` says so.

        Raise `KyrError` where pictures cannot be kept: the family file's medium is full, locked or gone.
        """
        self.tell = progress or (lambda _done, _total: True)
        with closing(in_order(self._sources, self._read, self._go_on)) as files, suppress(worker.Interrupted):
            for source, made in files:
                try:
                    self._keep(*made())
                except (worker.NotTaken, NotRead) as error:
                    again = isinstance(error, InAlready)
                    self._refused.append(Refused(source.name, *_said(error), again=again))
                self.done += 1
        self._go_on(0.0)
        return b""

    def _go_on(self, part: float) -> bool:
        self.part = part
        return not self._stopped and self.tell(self.done, self.total)

    def _read(self, source: Path, tell: Tell) -> Made:
        """Return the pages of a file; on a thread of its own."""
        data = _read(source)
        known = hashlib.sha256(data).digest()
        self._be_new(known)
        with self._one if len(data) > _LARGE else nullcontext():
            pages = worker.render(data, dpi=self._dpi, side=self._side, progress=tell)
        return known, [each.jpeg for each in pages]

    def _keep(self, known: bytes, pages: Sequence[bytes]) -> None:
        self._be_new(known)
        names = self._album.keep(pages, known)
        with self._lock:
            if not self._stopped:
                self._new.add(known)
                self._arrived.append(Arrived(names))
                self.pages += len(names)
                return
        self._album.drop(names)

    def _be_new(self, known: bytes) -> None:
        """Raise `InAlready` where the pages of a file arrived just now, or are shown in the packet."""
        if self._shown is None:
            return
        if known in self._new or not set(self._shown()).isdisjoint(self._album.pictures_of(known)):
            raise InAlready(
                N_("It is in the packet already."), N_("It did not come in twice. Nothing is missing.")
            )

    def lose(self, error: KyrError) -> None:
        """Tell of every file that is left why it did not come in: what `run` raised."""
        left = self._sources[self.done :]
        self._refused += [Refused(each.name, error.said, error.hint) for each in left]
        self.done = self.total

    def take(self) -> tuple[Arrived, ...]:
        """Return what arrived since it was last asked."""
        with self._lock:
            found, self._arrived = self._arrived, []
        return tuple(found)

    def stop(self) -> None:
        """Let nothing more arrive; what is being read now goes away by itself."""
        with self._lock:
            self._stopped = True


class NotRead(InputError):
    """A file that could not be read at all, or that was read before."""


class InAlready(NotRead):
    """A file whose pages are in the packet already."""


def _read(source: Path) -> bytes:
    try:
        data = outside.read(source, MOST_BYTES)
    except outside.TooLarge as error:
        raise worker.NotTaken(Trouble.LARGE) from error
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise NotRead(
            N_("This file could not be read."), N_("Is the stick or the camera still connected? Try again.")
        ) from error
    if not data:
        raise NotRead(
            N_("There is nothing in this file: it is empty."),
            N_("Copy it again from the telephone or the camera: the copy was cut short."),
        )
    return data


def _said(error: KyrError) -> tuple[Words, Words | None]:
    if isinstance(error, worker.NotTaken) and error.trouble is Trouble.LOCKED:
        return error.said, N_(
            "Open it with the program you usually use, save or print it as a PDF without a password, and bring that."
        )
    return error.said, error.hint


def photos_in(folder: Path) -> tuple[Path, ...]:
    """Return the photos and PDFs in a folder and those under it, in the order of their names; at most `MOST_FILES`.

    Hidden files and links are left out. Raise `InputError` where the folder cannot be read.
    """
    if not folder.is_dir():
        raise InputError(
            N_("This folder could not be read."), N_("Is the stick or the camera still connected? Try again.")
        )
    found = sorted(_walk(folder, _DEEP), key=lambda path: [_natural(part) for part in path.parts])
    return tuple(found[:MOST_FILES])


def _walk(folder: Path, deep: int) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            here = list(entries)
    except OSError:
        return
    for each in here:
        if each.name.startswith(".") or each.is_symlink():
            continue
        if each.is_dir() and deep > 1:
            yield from _walk(Path(each.path), deep - 1)
        elif each.is_file() and each.name.rpartition(".")[2].casefold() in KINDS:
            yield Path(each.path)


def _natural(name: str) -> list[tuple[int, str]]:
    """Return a key by which photo 9 comes before photo 10."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part.casefold()) for part in re.split(r"(\d+)", name)
    ]
