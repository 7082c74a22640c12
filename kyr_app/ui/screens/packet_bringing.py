"""Bringing photos and papers in: from where, which of them, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.session.packet.incoming import MOST_FILES
from kyr_app.ui import background, dialogs
from kyr_app.ui.desk import Desk
from kyr_app.ui.screens.packet_pages import FoundPage, ImportPage, Looking, SourcesPage

if TYPE_CHECKING:
    from kyr_app.session.packet.incoming import Importing
    from kyr_app.ui.background import Task

KINDS = "*.jpg *.jpeg *.png *.heic *.heif *.pdf *.JPG *.JPEG *.PNG *.HEIC *.HEIF *.PDF"


class Bringing(QObject):
    """Goes from page to page; the screen shows them. What came in stands in the packet as soon as it came."""

    turned = Signal(object)
    """A page to show."""
    ended = Signal(tuple, object)
    """What was refused, and what to say; nothing to say where it went without saying."""

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._screen = desk, screen
        self._task: Task | None = None
        self._page: ImportPage | None = None
        self.importing: Importing | None = None

    @property
    def under_way(self) -> bool:
        """Whether files are coming in now."""
        return self.importing is not None

    def ask(self) -> None:
        """Ask where the photos are."""
        page = SourcesPage(self._desk.session)
        page.again.connect(self.ask)
        page.files.connect(self._choose_files)
        page.folder.connect(self._choose_folder)
        self.turned.emit(page)

    def _choose_files(self, folder: str) -> None:
        def chosen(paths: list[str]) -> None:
            self.bring([Path(each) for each in paths])

        title = N_("Choose photos and papers")
        dialogs.choose_files(self._desk, self._screen, title, KINDS, chosen, folder)

    def _choose_folder(self, folder: Path | None) -> None:
        if folder is None:
            dialogs.choose_folder(self._desk, self._screen, lambda path: self.look(Path(path)))
        else:
            self.look(folder)

    def look(self, folder: Path) -> None:
        """Look for photos and PDFs in a folder, and say what there is."""
        self._give_up()
        looking = Looking(folder)
        self._task = background.run(looking, lambda _: self._found(looking), self._failed)
        self._desk.tell(N_("Looking for photos and papers…"))

    def _found(self, looking: Looking) -> None:
        self._task = None
        self._desk.hush()
        if len(looking.found) >= MOST_FILES:
            self._desk.tell(N_("There are more than {n}: these are the first ones.", n=MOST_FILES))
        page = FoundPage(self._desk.session, looking.found)
        page.all_wanted.connect(lambda: self.bring(looking.found))
        page.some_wanted.connect(lambda: self._choose_files(str(looking.folder)))
        page.elsewhere.connect(self.ask)
        self.turned.emit(page)
        first = page.every if looking.found else page.other
        QTimer.singleShot(0, first, first.setFocus)  # once it is shown: a dialog has only just closed

    def bring(self, paths: Sequence[Path]) -> None:
        """Bring files in, in the background."""
        self._give_up()
        self._page = ImportPage(self._desk.session, len(paths))
        self._page.stopped.connect(self.stop)
        self.turned.emit(self._page)
        self._page.stop.setFocus()
        self.importing = self._desk.session.packet.importing(paths)
        self._task = background.run(self.importing, lambda _: self._came(), self._failed, self._step)

    def _step(self, done: int, total: int) -> None:
        if self.importing is not None and self._page is not None:
            self._desk.session.packet.take(self.importing)
            self._page.show_step(done, total, self.importing.part)

    def _came(self) -> None:
        if self.importing is not None:
            pages = self.importing.pages
            self._end(P_("{n} page came in.", "{n} pages came in.", pages) if pages else "")

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def stop(self) -> None:
        """Stop; what came in so far stays."""
        self._give_up()
        if self.importing is not None:
            self.importing.stop()
            rest = self.importing.rest
            words: Words = N_("Stopped. What had come in is here.")
            if rest:
                more = P_(
                    "{n} file was not opened. Bring the same folder again for it: nothing comes in twice.",
                    "{n} files were not opened. Bring the same folder again for them: nothing comes in twice.",
                    rest,
                )
                words = Together((words, more))
            self._end(words)

    def _end(self, said: Words) -> None:
        importing, self.importing, self._task, self._page = self.importing, None, None, None
        if importing is not None:
            self._desk.session.packet.take(importing)
            self.ended.emit(importing.refused, said)

    def _failed(self, error: Exception) -> None:
        self._task = None
        if self.importing is not None and isinstance(error, KyrError):
            self.importing.lose(error)
        self._end("")
        self._desk.failed(error)
