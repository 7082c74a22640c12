"""Work on a family file that takes its time: any thread does it, the session's thread takes up what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kyr_app.session.family.meeting import Meet, Tables
    from kyr_app.store.families import FamilyFile


class Opening:
    """A file on its way to be opened or made: half a second of work, then `Family.enter`."""

    def __init__(self, make: Callable[[], FamilyFile], meet: Meet | None, *, new: bool) -> None:
        self.meet, self.new = meet, new
        self.file: FamilyFile | None = None
        self._make, self._wanted = make, True

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (as other work; there is nothing to tell)
        """Do it. Raise `KyrError` where the file does not open; nothing of the sitting has changed then."""
        self.file = self._make()
        if not self._wanted:
            self.give_up()
        return b""

    def give_up(self) -> None:
        """Let the file go again: nobody waits for it any more."""
        self._wanted = False
        if self.file is not None:
            self.file.close()
            self.file = None


class Writer(Protocol):
    """What writes tables into a file."""

    def write(self, file: FamilyFile, tables: Tables, number: int) -> None:
        """Write tables as one generation; one that was written under a later number stays."""


class SaveJob:
    """What has changed, as it was when the job was made."""

    def __init__(self, writer: Writer, file: FamilyFile, tables: Tables, number: int) -> None:
        self._writer, self._file, self._tables, self._number = writer, file, tables, number

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (as other work)
        """Write it as one generation. Raise `KyrError` where the disk refuses; it then still waits to be saved."""
        self._writer.write(self._file, self._tables, self._number)
        return b""


class Doing:
    """Anything else that takes its time: a change of words, a copy."""

    def __init__(self, what: Callable[[], bytes | None]) -> None:
        self._what = what

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (as other work)
        """Do it and return what it made, if it makes anything."""
        return self._what() or b""
