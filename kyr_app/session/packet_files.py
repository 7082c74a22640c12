"""What of a packet is saved: the packet in files of the chosen size, the copy to read, the sheet before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.session import packet_making

if TYPE_CHECKING:
    from kyr_app.documents.sheet_job import Progress
    from kyr_app.session.session import Session


class FilesWork:
    """Makes all of it; `made` holds the files when it is done: the packet's parts, the copy to read, the sheet."""

    def __init__(self, session: Session) -> None:
        self._filed = packet_making.job(session)
        self._copy = packet_making.job(session, reading=True)
        self._before = packet_making.before(session)
        self.made: tuple[bytes, ...] = ()

    def run(self, progress: Progress | None = None) -> bytes:
        """Make the files. Raise as the packet does."""
        self.made = (*self._filed.files(progress), *self._copy.files(progress), self._before.run())
        return b""
