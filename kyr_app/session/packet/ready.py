"""Sheets made ready for paper ahead of time: to put a packet together is then only to place them.

They are kept in memory alone, never on a disk, and go with the packet. What is not ready when it is wanted is made
then, and the other way round nothing waits for what nobody wants any more.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from contextlib import suppress

from kyr_app.documents.pictures.ready import Ready, on_paper, ready
from kyr_app.model.packet import Packet, Sheet, Tone

ROOM = 64 * 1024 * 1024
"""Bytes that are kept at most; about two hundred and fifty photos."""


class ReadySheets:
    """Makes each sheet once. `get` can be called on any thread; `picture` is asked for what came in."""

    def __init__(self, picture: Callable[[str], bytes], room: int = ROOM) -> None:
        self._picture, self._room = picture, room
        self._state = threading.Condition()
        self._kept: dict[Sheet, Ready] = {}
        self._used = 0
        self._wanted: dict[Sheet, None] = {}
        self._ahead: dict[Sheet, None] = {}
        self._making: set[Sheet] = set()
        self._thread: threading.Thread | None = None

    @property
    def count(self) -> int:
        """How many sheets are ready."""
        return len(self._kept)

    def get(self, sheet: Sheet) -> Ready:
        """Return a sheet as it goes on paper. Raise `KyrError` where its picture cannot be read."""
        with self._state:
            while sheet in self._making:
                self._state.wait()
            found = self._kept.get(sheet)
            if found is not None:
                return found
            self._making.add(sheet)
        made = None
        try:
            made = ready(self._picture(sheet.picture), sheet)
        finally:
            with self._state:
                self._making.discard(sheet)
                self._ahead.pop(sheet, None)
                self._keep(sheet, made)
                self._state.notify_all()
        return made

    def _keep(self, sheet: Sheet, made: Ready | None) -> None:
        if made is not None and sheet in self._wanted and self._used + len(made.data) <= self._room:
            self._kept[sheet] = made
            self._used += len(made.data)

    def follow(self, packet: Packet, *, colour: bool) -> None:
        """Want the sheets of a packet, and no others; begin to make those that are not ready, on another thread."""
        shown = [sheet for each in packet.exhibits for sheet in each.sheets]
        grey = dict.fromkeys(on_paper(each, colour=False) for each in shown)
        plain = dict.fromkeys(each for each in shown if each.tone is Tone.AS_IS)
        with self._state:
            self._wanted = grey | plain
            self._let_go(each for each in tuple(self._kept) if each not in self._wanted)
            now = dict.fromkeys(on_paper(each, colour=colour) for each in shown)
            self._ahead = {each: None for each in now if each not in self._kept}
            if self._ahead and self._thread is None and self._used < self._room:
                self._thread = threading.Thread(target=self._work, name="ready sheets", daemon=True)
                self._thread.start()

    def _let_go(self, sheets: Iterable[Sheet]) -> None:
        for each in sheets:
            self._used -= len(self._kept.pop(each).data)

    def _work(self) -> None:
        while True:
            with self._state:
                sheet = next((each for each in self._ahead if each not in self._making), None)
                if sheet is None or self._used >= self._room:
                    self._thread = None
                    self._state.notify_all()
                    return
                del self._ahead[sheet]
            with suppress(Exception):  # a file that was closed, a picture that is gone: who wants it is told
                self.get(sheet)

    def rename(self, names: dict[str, str]) -> None:
        """Let go of sheets whose pictures have other names now."""
        with self._state:
            self._let_go(each for each in tuple(self._kept) if each.picture in names)

    def clear(self) -> None:
        """Let go of everything; what is under way is not kept."""
        self.follow(Packet(), colour=False)

    def wait(self, seconds: float = 60.0) -> bool:
        """Wait until everything that is wanted is ready; return whether it is."""
        with self._state:
            return self._state.wait_for(lambda: self._thread is None, seconds)
