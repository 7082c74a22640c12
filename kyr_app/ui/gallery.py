"""Small pictures of pages, made off the window's thread, and held only while somebody looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kyr_app.model.errors import KyrError
from kyr_app.ui import background

if TYPE_CHECKING:
    from kyr_app.documents.pictures.geometry import Box
    from kyr_app.model.packet import Sheet
    from kyr_app.session.packet.packet import Packing

    Key = tuple[Sheet, Box]


class Drawing:
    """Work: one page as a picture of at most so many pixels."""

    def __init__(self, packing: Packing, sheet: Sheet, box: Box) -> None:
        self._packing, self._sheet, self._box = packing, sheet, box

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (it is done in a blink)
        """Return a JPEG. Raise `KyrError` where the picture cannot be read."""
        from kyr_app.documents.pictures.page import page  # noqa: PLC0415 (with it comes what draws)

        return page(self._packing.picture(self._sheet.picture), self._sheet, self._box)


class Gallery(QObject):
    """Makes each picture once. Under the hide key it holds none, and shows none."""

    ready = Signal(object)
    """A page that can be shown now, or never: its picture is gone."""

    failed = Signal(object)
    """Something that has no words for a person."""

    def __init__(self, packing: Packing, parent: QObject) -> None:
        super().__init__(parent)
        self._packing = packing
        self._made: dict[Key, QImage | None] = {}
        self._tasks: dict[Key, background.Task] = {}
        self.veiled = False
        """Whether somebody wants no picture to be seen."""
        self._covered = False

    @property
    def hidden(self) -> bool:
        """Whether no picture may be on the screen now."""
        return self.veiled or self._covered

    @property
    def held(self) -> int:
        """How many pictures are held."""
        return sum(each is not None for each in self._made.values())

    def picture(self, sheet: Sheet, box: Box) -> QImage | None:
        """Return a page where it is made; else make it, and tell by `ready`. None for one that is gone."""
        if self.hidden:
            return None
        key = (sheet, box)
        if key not in self._made and key not in self._tasks:
            self._tasks[key] = background.run(
                Drawing(self._packing, sheet, box),
                lambda made: self._came(key, QImage.fromData(made)),
                lambda error: self._came(key, None, error),
            )
        return self._made.get(key)

    def gone(self, sheet: Sheet, box: Box) -> bool:
        """Return whether it was tried, and there is no picture of it any more."""
        return (sheet, box) in self._made and self._made[sheet, box] is None

    def _came(self, key: Key, image: QImage | None, error: Exception | None = None) -> None:
        self._tasks.pop(key, None)
        if error is not None and not isinstance(error, KyrError):
            self.failed.emit(error)
        if not self.hidden:
            self._made[key] = image
        self.ready.emit(key[0])

    def let_go(self) -> None:
        """Hold no picture, and make none."""
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self._made.clear()

    def cover(self) -> None:
        """Hold and show none until `uncover`: the hide key was pressed."""
        self._covered = True
        self.let_go()
        self.ready.emit(None)

    def uncover(self) -> None:
        """Show them again."""
        self._covered = False
        self.ready.emit(None)

    def veil(self, *, veiled: bool) -> None:
        """Show none because somebody wants it so, or show them again."""
        self.veiled = veiled
        if veiled:
            self.let_go()
        self.ready.emit(None)
