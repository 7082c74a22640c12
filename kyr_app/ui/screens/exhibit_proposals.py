"""Proposals for a page, made in the background: where the sheet is, and the angle that makes its lines level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from kyr_app.model.packet import Sheet
from kyr_app.model.text import N_
from kyr_app.ui import background

if TYPE_CHECKING:
    from kyr_app.documents.pictures.geometry import Quad
    from kyr_app.session.packet.packet import Packing


class Looking:
    """Work: look for the corners of a sheet, or for the angle of its lines."""

    def __init__(self, packing: Packing, sheet: Sheet, *, level: bool) -> None:
        self._packing, self._sheet, self._level = packing, sheet, level
        self.found: Sheet | None = None

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (it is done in a blink)
        """Look; what was found is in `found`. Raise `KyrError` where the picture cannot be read."""
        from kyr_app.documents.pictures import proposing  # noqa: PLC0415 (with it comes what draws)

        picture = self._packing.picture(self._sheet.picture)
        if self._level:
            tilt = proposing.tilt(picture, self._sheet)
            self.found = None if tilt is None else structs.replace(self._sheet, tilt=tilt)
        else:
            corners = proposing.corners(picture)
            self.found = None if corners is None else structs.replace(self._sheet, corners=corners)
        return b""


class Proposals(QObject):
    """Nothing is changed by a proposal: it is shown, and the person says whether to use it."""

    sheet_found = Signal(object, object)
    """Of which page, and how it would be."""
    offered = Signal(object)
    """A sheet seems to lie in this page; nobody asked for it."""
    nothing = Signal(object)
    """What was asked for was not found, in words."""

    def __init__(self, packing: Packing, parent: QObject) -> None:
        super().__init__(parent)
        self._packing = packing
        self._looked: dict[str, Quad | None] = {}

    def forget(self) -> None:
        """Know nothing of any picture any more."""
        self._looked.clear()

    def find_sheet(self, sheet: Sheet) -> None:
        """Look for the corners of the sheet."""
        known = self._looked.get(sheet.picture)
        if known is not None and known != sheet.corners:
            self.sheet_found.emit(sheet, structs.replace(sheet, corners=known))
            return
        words = N_("No sheet stands out clearly here. Put the four rings on its corners yourself.")
        self._look(sheet, level=False, words=words)

    def find_level(self, sheet: Sheet) -> None:
        """Look for the angle of the lines."""
        self._look(sheet, level=True, words=N_("No lines stand out clearly here. Turn it a little yourself."))

    def _look(self, sheet: Sheet, *, level: bool, words: object) -> None:
        work = Looking(self._packing, sheet, level=level)

        def done(_: bytes) -> None:
            if work.found is None:
                self.nothing.emit(words)
            elif work.found == sheet:
                self.nothing.emit(N_("It is straight already.") if level else words)
            else:
                self.sheet_found.emit(sheet, work.found)

        background.run(work, done, lambda _error: self.nothing.emit(words))

    def offer(self, sheet: Sheet) -> None:
        """Look by oneself, once for each picture, and tell quietly where a sheet seems to lie."""
        if sheet.picture in self._looked:
            if self._looked[sheet.picture] is not None:
                self.offered.emit(sheet)
            return
        self._looked[sheet.picture] = None
        work = Looking(self._packing, sheet, level=False)

        def done(_: bytes) -> None:
            if work.found is not None:
                self._looked[sheet.picture] = work.found.corners
                self.offered.emit(sheet)

        background.run(work, done, lambda _error: None)
