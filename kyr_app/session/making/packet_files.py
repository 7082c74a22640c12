"""What of a packet is saved: the packet in files of the chosen size, the copy to read, the sheet before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.session.making import packet

if TYPE_CHECKING:
    from kyr_app.documents.sheet_job import Progress
    from kyr_app.session.session import Session


class FilesWork:
    """Makes all of it; when it is done `filed`, `copy` and `sheet` hold the files, `made` all of them in that order."""

    def __init__(self, session: Session) -> None:
        self._filed = packet.job(session)
        self._copy = packet.job(session, reading=True)
        self._before = packet.before(session)
        self.filed: tuple[bytes, ...] = ()
        self.copy: tuple[bytes, ...] = ()
        self.sheet = b""

    @property
    def made(self) -> tuple[bytes, ...]:
        """All files; none before it is done."""
        return (*self.filed, *self.copy, self.sheet) if self.sheet else ()

    def run(self, progress: Progress | None = None) -> bytes:
        """Make the files. Raise as the packet does."""
        self.filed = self._filed.files(progress)
        self.copy = self._copy.files(progress)
        self.sheet = self._before.run()
        return b""
