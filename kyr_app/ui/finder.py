"""Looking for words in everything there is to read.

The index is made off the window's thread, with the first question.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.content.search import Hit, Index
    from kyr_app.session.session import Session
    from kyr_app.ui.background import Progress

    Then = Callable[[tuple[Hit, ...]], object]

MOST = 20
"""How many places are told at most, unless more are asked for."""


class _Building:
    """The making of an index, as work for the background; it is found in `index` afterwards."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.index: Index | None = None

    def run(self, progress: Progress | None = None) -> bytes:  # noqa: ARG002 (it is done in a blink)
        """Make the index."""
        from kyr_app.content.search import Index  # noqa: PLC0415 (SQLite, which the first window does not need)

        self.index = Index(self.library)
        return b""


class Finder(QObject):
    """Answers questions about the library of the moment. What is asked is kept nowhere."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._built: _Building | None = None
        self._waiting: Callable[[], object] | None = None

    def find(self, words: str, then: Then, most: int = MOST) -> None:
        """Call `then` with the places for `words`: at once, or as soon as the index is made.

        Of questions asked meanwhile only the last is answered.
        """
        library = self._session.library
        if self._built is None or self._built.library is not library:
            from kyr_app.ui import background  # noqa: PLC0415 (the first window finds nothing)

            self._built = _Building(library)
            background.run(self._built, self._ready, lambda _error: self._ready(b""))
        index = self._built.index
        if index is not None:
            then(index.find(words, most=most))
        else:
            self._waiting = lambda: self.find(words, then, most)

    def _ready(self, _: bytes) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self._built is not None and self._built.index is not None:
            waiting()
