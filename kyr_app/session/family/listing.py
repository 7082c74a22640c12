"""What a family file holds, plainly, and where copies of it are."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from msgspec import Struct

from kyr_app.model.text import N_, Words
from kyr_app.session.family import aside, whereabouts
from kyr_app.session.family.aside import FORMER, UNFIT
from kyr_app.session.family.meeting import Tables
from kyr_app.session.family.whereabouts import FoundFile, Where
from kyr_app.session.keeping import Row
from kyr_app.session.situation import asked_names

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.session.keeping import Part
    from kyr_app.store.families import FamilyFile


@runtime_checkable
class Listed(Protocol):
    """A part that says itself what it holds, each thing with its count."""

    def listed(self) -> tuple[tuple[Words, int], ...]:
        """Return what it holds, in words, with counts."""


class Copy(Struct, frozen=True):
    """Another copy of the open file: where, how often it was saved, and how it stands to the open one, in words."""

    path: Path
    where: Where
    generation: int
    standing: str
    said: Words


class Sitting(Protocol):
    """What a list needs of the session."""

    @property
    def library(self) -> Library:
        """The content."""


_KINDS: tuple[tuple[str, Words, Callable[[Row], Hashable]], ...] = (
    ("answers", N_("Answers that stand for the family"), lambda row: row["name"]),
    (
        "people",
        N_("People, by who they are and never by name"),
        lambda row: row["person"] if "who" in row else None,
    ),
    (
        "people",
        N_("Answers of one person"),
        lambda row: (row["person"], row["name"]) if "name" in row else None,
    ),
    ("plan", N_("Ticks on checklists"), lambda row: tuple(row["tick"]) if "tick" in row else None),
    ("plan", N_("Notes of who sends what"), lambda row: tuple(row["note"]) if "note" in row else None),
    ("plan", N_("Dates that are counted"), lambda row: (row["rule"], row["date"]) if "date" in row else None),
    ("plan", N_("Answers chosen for a legal team"), lambda row: row.get("share")),
    ("story", N_("Cards of a story"), lambda row: row["number"] if row.get("kind") == "card" else None),
    ("reading", N_("Lessons that were read, or begun"), lambda row: row["lesson"]),
    ("progress", N_("Interviews that were begun"), lambda row: (row["interview"], row.get("person"))),
)


class Listing:
    """What the family file of a session can say about itself."""

    if TYPE_CHECKING:
        _session: Sitting
        _aside: list[Row]
        _file: FamilyFile | None
        _writing: threading.Lock

        @property
        def file(self) -> FamilyFile:
            """The open file."""

        def save_now(self) -> None:
            """Write what has changed."""

        @property
        def parts(self) -> tuple[Part, ...]:
            """Everything that a sitting can leave."""

        @property
        def sitting(self) -> Tables:
            """Everything that the sitting holds now, by part."""

    @property
    def where(self) -> Where | None:
        """Where the open file is."""
        return whereabouts.where_of(self._file.folder) if self._file is not None else None

    @property
    def generation(self) -> int:
        """How often the open file was saved; 0 where none is open."""
        return self._file.generation if self._file is not None else 0

    @property
    def opened_previous(self) -> bool:
        """Whether the newest copy was damaged and the one before it was opened."""
        return self._file is not None and self._file.opened.name == "PREVIOUS"

    @property
    def read_only(self) -> bool:
        """Whether the open file can be read and not written: a locked stick, a later version."""
        return self._file is not None and self._file.read_only

    def kept(self) -> tuple[tuple[Words, int], ...]:
        """Return everything that is kept, or would be, in words and with counts; what there is none of is left out."""
        tables = self.sitting
        found = [(said, _count(tables.get(name, []), which)) for name, said, which in _KINDS]
        known = {"bookmark", *(name for name, _, _ in _KINDS)}
        for part in self.parts:
            if isinstance(part, Listed):
                found += part.listed()
            elif part.name not in known:
                found.append((N_("Other things: {name}", name=part.name), len(tables[part.name])))
        found.append((N_("Set aside: former answers, and what no question takes today"), len(self._aside)))
        return tuple((said, n) for said, n in found if n)

    def aside(self) -> tuple[Words, ...]:
        """Return what is set aside in the file, a line each."""
        return aside.listed(asked_names(self._session.library), self._aside)

    @property
    def former(self) -> list[Row]:
        """What is set aside, as rows: of which part, why, and the row itself."""
        return list(self._aside)

    def set_aside(self, part: str, rows: Sequence[Row], why: str = FORMER) -> None:
        """Set rows of a part aside: what stood there before something else took its place, or what fits nothing."""
        self._aside += [{"part": part, "why": why, "row": row} for row in rows]

    def waiting(self, part: str) -> list[Row]:
        """Take out and return the rows of a part that were set aside because nothing took them: to try them again."""
        waiting = [each for each in self._aside if each.get("part") == part and each.get("why") == UNFIT]
        self._aside = [each for each in self._aside if each not in waiting]
        return [each["row"] for each in waiting]

    def forget_aside(self) -> None:
        """Let what is set aside go; the next save takes it out of the file."""
        self._aside.clear()

    def found(self, folders: Sequence[Path] | None = None) -> tuple[FoundFile, ...]:
        """Return the family files in `folders`; without them, those on every stick and in the folders of people."""
        return whereabouts.found(folders)

    def copies(self, folders: Sequence[Path] | None = None) -> tuple[Copy, ...]:
        """Return other copies of the open file, in `folders` or wherever people keep them; none where none is open."""
        if self._file is None:
            return ()
        from kyr_app.store import copies  # noqa: PLC0415 (only where a file is open)

        made = []
        for one in whereabouts.same(self._file.id, folders if folders is not None else whereabouts.places()):
            if one.folder.resolve() != self._file.folder.resolve():
                standing = copies.standing(self._file, one.folder)
                where = whereabouts.where_of(one.folder)
                made.append(
                    Copy(one.path, where, one.generation, standing.name.lower(), copies.said(standing))
                )
        return tuple(made)

    def copy_to(self, folder: Path) -> Where:
        """Put the file into another folder as well, or bring an older copy there up to date; return where.

        Raise `AlreadyThere` where the copy there is newer or was changed apart, or what a disk has to say.
        """
        from kyr_app.store import copies  # noqa: PLC0415

        copies.copy_to(self.file, folder)
        return whereabouts.where_of(folder)

    def move(self, folder: Path) -> Where:
        """Go on with the file in another folder, written anew from memory: for a stick that is full or broken.

        What is left in the former place stays there as it is. Raise what a disk has to say; nothing has changed then.
        """
        from kyr_app.store import copies  # noqa: PLC0415

        with self._writing:
            self._file = copies.move_to(self.file, folder)
        self.save_now()
        return whereabouts.where_of(folder)


def _count(rows: Sequence[Row], which: Callable[[Row], Hashable]) -> int:
    return len({which(row) for row in rows} - {None})
