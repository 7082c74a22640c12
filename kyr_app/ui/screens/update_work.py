"""The work of an update that takes its time: it reads from sticks, which may be slow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kyr_app.session.packs.packs import Offered, Packs


class Looking:
    """Work: looking for packs on sticks, or judging one; both read from what may be slow."""

    def __init__(
        self, packs: Packs, folders: tuple[Path, ...] | None = None, file: Path | None = None
    ) -> None:
        self._packs, self._folders, self._file = packs, folders, file
        self.found: tuple[Path, ...] = ()
        self.offered: Offered | None = None
        self.in_use = ("", True)

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (as other work)
        """Look; what was found is in `found` and `in_use`, or in `offered`. Raise a `PackError` for one refused."""
        if self._file is not None:
            self.offered = self._packs.offered(self._file)
            return b""
        from kyr_app.store.drives import drives  # noqa: PLC0415 (only where sticks are looked at)

        folders = self._folders or tuple(each.path for each in drives() if each.removable)
        self.found = self._packs.found(folders)
        self.in_use = self._packs.in_use()
        return b""
