"""The family file of a sitting: one sealed file for each adult, opened and kept only where somebody wants it.

The sitting itself lives in memory, file or no file. A file is opened into it, and its parts are written back as they
change: the shell asks for a `save_job` a moment after a change, and runs it off the window's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kyr_app.model.changes import Changes
from kyr_app.model.errors import InputError, KyrError
from kyr_app.model.text import N_, Words
from kyr_app.session.family import aside
from kyr_app.session.family.aside import ASIDE, plain
from kyr_app.session.family.listing import Listing
from kyr_app.session.family.meeting import FLEETING, Meet, SittingInTheWay, Tables
from kyr_app.session.family.opening import Opening, SaveJob
from kyr_app.session.family.parts import Sitting as PartsSitting
from kyr_app.session.family.parts import parts_of
from kyr_app.session.family.sealing import Sealing
from kyr_app.session.keeping import HoldsPhotos, Row

if TYPE_CHECKING:
    from kyr_app.session.keeping import Part
    from kyr_app.session.signal import Signal
    from kyr_app.store.families import FamilyFile
    from kyr_app.store.slots import Costs

EVERYTHING = Changes(answers=True, family=True, story=True, packet=True, marks=True)


class Sitting(PartsSitting, Protocol):
    """What a family file needs of the session."""

    changed: Signal[Changes]


class Family(Listing, Sealing):
    """The open family file, or none. All methods but `write` are for the thread of the session."""

    def __init__(self, session: Sitting) -> None:
        self._session: Sitting = session
        self._file: FamilyFile | None = None
        self._written, self._numbers = Tables(), dict[str, int]()
        self._aside: list[Row] = []
        self._jobs = 0
        self._writing = threading.Lock()
        self.stale = False
        """Whether something may not be in the file yet."""
        self.told: tuple[Words, ...] = ()
        """What is to be said after an opening."""
        session.changed.connect(self._heard)

    def _heard(self, changes: Changes) -> None:
        if self._file is not None and (changes.answers or changes.marks or changes.story or changes.packet):
            self.stale = True

    # What is open

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything that a sitting can leave."""
        return parts_of(self._session)

    @property
    def sitting(self) -> Tables:
        """Everything that the sitting holds now, by part."""
        return {part.name: plain(part.kept()) for part in self.parts}

    @property
    def open(self) -> bool:
        """Whether a family file is open."""
        return self._file is not None

    @property
    def file(self) -> FamilyFile:
        """The open file. Raise `InputError` where none is open."""
        if self._file is None:
            raise InputError(N_("No family file is open."), N_("Open one first, or make one."))
        return self._file

    # Making and opening

    def making(self, folder: Path, phrase: str, *, costs: Costs | None = None) -> Opening:
        """Return the work that makes a family file in `folder`; what the sitting holds will go in."""
        self._none_open()

        def make() -> FamilyFile:
            from kyr_app.store import families  # noqa: PLC0415 (what a sitting without a file never pays)

            return families.create(folder, phrase, costs=costs) if costs else families.create(folder, phrase)

        return Opening(make, Meet.KEEP, new=True)

    def opening(self, path: Path, phrase: str, meet: Meet | None = None) -> Opening:
        """Return the work that opens a family file.

        Raise `SittingInTheWay` where something was answered already and `meet` does not say what becomes of it.
        """
        self._none_open()
        if meet is None and any(rows for name, rows in self.sitting.items() if name not in FLEETING):
            raise SittingInTheWay

        def make() -> FamilyFile:
            from kyr_app.store import families  # noqa: PLC0415

            return families.open_file(path, phrase)

        return Opening(make, meet, new=False)

    def _none_open(self) -> None:
        if self._file is not None:
            raise InputError(
                N_("A family file is open already."), N_("Close it first. Nothing in it is lost.")
            )

    def enter(self, opening: Opening) -> None:
        """Take up the file that `opening` brought. Raise `KyrError` where a new one cannot be written."""
        file, kept = opening.file, opening.meet is Meet.KEEP
        if file is None:
            return
        if kept:
            self._put_photos(file, new=opening.new)
        here = self.sitting
        self._numbers, before = {}, self._aside if kept else []
        self._written = {name: plain(file.rows(name)) for name in file.tables()}
        if opening.new:
            self._begin(file, {**here, ASIDE: before})
            self._aside, self.told = before, ()
        else:
            taken = aside.take_up(self.parts, file, here if kept else {})
            self._aside = [*taken.aside, *before]
            self.told = (*([file.note] if file.note is not None else []), *aside.tell(taken))
        self._file = file
        self._session.changed.emit(EVERYTHING)
        self.stale = kept and not opening.new

    def _put_photos(self, file: FamilyFile, *, new: bool) -> None:
        """Put the photos that the sitting holds in memory into the file, before a row names them."""
        with _let_go_on_failure(file, new=new):
            for part in self.parts:
                if isinstance(part, HoldsPhotos):
                    part.store(file)

    def _begin(self, file: FamilyFile, tables: Tables) -> None:
        with _let_go_on_failure(file, new=True):
            self.write(file, tables, self._next())

    def create(self, folder: Path, phrase: str, *, costs: Costs | None = None) -> None:
        """Make a family file in `folder` with what the sitting holds. Raise `KyrError`; the sitting stays as it is."""
        work = self.making(folder, phrase, costs=costs)
        work.run()
        self.enter(work)

    def open_file(self, path: Path, phrase: str, meet: Meet | None = None) -> None:
        """Open a family file as `opening` does, at once. Where it fails the sitting stays as it is."""
        work = self.opening(path, phrase, meet)
        work.run()
        self.enter(work)

    # Saving

    def save_job(self) -> SaveJob | None:
        """Return the work that writes what has changed, as it is now; None where nothing has, or nothing may be."""
        if self._file is None or self._file.read_only:
            return None
        self.stale = False
        changed = self._changed()
        return SaveJob(self, self._file, changed, self._next()) if changed else None

    def _changed(self) -> Tables:
        now = {**self.sitting, ASIDE: plain(self._aside)}
        return {name: rows for name, rows in now.items() if rows != self._written.get(name, [])}

    def _next(self) -> int:
        self._jobs += 1
        return self._jobs

    def write(self, file: FamilyFile, tables: Tables, number: int) -> None:
        """Write tables as one generation, on any thread; what was written under a later number stays."""
        with self._writing:
            fresh = {name: rows for name, rows in tables.items() if number > self._numbers.get(name, 0)}
            try:
                with file.together():
                    for name, rows in fresh.items():
                        file.replace(name, rows)
            except Exception:
                self.stale = True
                raise
            self._written.update(fresh)
            self._numbers.update(dict.fromkeys(fresh, number))

    def save_now(self) -> None:
        """Write what has changed. Raise `KyrError` where that fails: the sitting holds it, and `stale` is True."""
        changed = self._changed() if self._file is not None else {}
        if changed and self._file is not None:
            self.stale = False
            self.write(self._file, changed, self._next())

    # Ending

    def close(self) -> None:
        """Save, close, and clear the sitting. Raise `KyrError` where it cannot be saved: it is then still open."""
        self.save_now()
        self._let_go()

    def abandon(self) -> None:
        """Close without saving what is not saved yet, and clear the sitting: for a stick that will not come back."""
        self._let_go()

    def lock_target(self) -> Path:
        """Save and close; return what a fresh process is told to open. Raise as `close` does."""
        path = self.file.path
        self.close()
        return path

    def delete(self) -> None:
        """Make the file unreadable, take it away, and clear the sitting. Raise `KyrError` where the disk refuses."""
        self.file.delete()
        self._let_go()

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file, self._written, self._aside, self.stale, self.told = None, {}, [], False, ()
        for part in self.parts:
            part.clear()
        self._session.changed.emit(EVERYTHING)


@contextmanager
def _let_go_on_failure(file: FamilyFile, *, new: bool) -> Iterator[None]:
    """Close a file that cannot be taken up; one that was just made is not left behind."""
    try:
        yield
    except Exception:
        with suppress(KyrError):
            if new:
                file.delete()
        file.close()
        raise
