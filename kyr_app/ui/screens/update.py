"""New lessons from a stick: packs that are there, whether one is believed, what it changes, taking it, going back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app.content.difference import How
from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, P_, Day, Text, Together, Words
from kyr_app.store.preferences import home
from kyr_app.ui import background, dialogs
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.content.difference import Difference
    from kyr_app.session.packs import Offered, Packs

MOST_PASSAGES = 200
"""So many passages of one lesson are shown; the command line tells all of them."""

HOWS: dict[How, Words] = {How.NEW: N_("new"), How.GONE: N_("gone"), How.CHANGED: N_("changed")}


class Looking:
    """Work: looking for packs on sticks, or judging one; both read from what may be slow."""

    def __init__(
        self, packs: Packs, folders: tuple[Path, ...] | None = None, file: Path | None = None
    ) -> None:
        self._packs, self._folders, self._file = packs, folders, file
        self.found: tuple[Path, ...] = ()
        self.offered: Offered | None = None

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (as other work)
        """Look; what was found is in `found` or `offered`. Raise a `PackError` for a pack that is refused."""
        if self._file is not None:
            self.offered = self._packs.offered(self._file)
            return b""
        from kyr_app.store.drives import drives  # noqa: PLC0415 (only where sticks are looked at)

        folders = self._folders or tuple(each.path for each in drives() if each.removable)
        self.found = self._packs.found(folders)
        return b""


class UpdateScreen(Screen):
    """One thing after another: look, choose, read what changes, decide. Nothing is changed before the last press."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.packs: Packs | None = None
        self.offered: Offered | None = None
        self.cards: dict[Path, Card] = {}
        self._work: Looking | None = None
        self.looking = False

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Look for packs on every stick."""
        from kyr_app.session.packs import Packs  # noqa: PLC0415 (few ever come here)

        self.packs = Packs(self.session, home())
        self.look()

    def look(self, folders: tuple[Path, ...] | None = None) -> None:
        """Look for packs on every stick, or in `folders` alone."""
        page = Page(self.session)
        page.add(heading(page.say, "hard-drive", N_("Looking for packs…")))
        page.end()
        self._show(page)
        assert self.packs is not None  # noqa: S101 (made in open)
        self._begin(Looking(self.packs, folders), self._list)

    def _begin(self, work: Looking, then: Callable[[], None]) -> None:
        self._work, self.offered, self.looking = work, None, True
        background.run(
            work, lambda _: self._end(work, then), lambda error: self._end(work, self._refused, error)
        )

    def _end(self, work: Looking, then: Callable[..., None], *told: Exception) -> None:
        if self._work is work:  # and nobody has left, or begun something else
            self.looking = False
            then(*told)

    def _list(self) -> None:
        assert self._work is not None  # noqa: S101 (this is its end)
        page, self.cards = Page(self.session), {}
        if self._work.found:
            said = N_("Each one is looked at first. Nothing changes before you say so.")
            page.add(heading(page.say, "package", N_("Which pack?"), said))
        else:
            said = N_("A pack is two files: guia-….zip and guia-….zip.minisig. Is the stick in?")
            page.add(heading(page.say, "package", N_("No pack was found"), said))
        for file in self._work.found:
            card = Card(page.say, file.name, "package", str(file.parent), role="strong")
            card.clicked.connect(lambda _=False, file=file: self.judge(file))
            self.cards[file] = card
            page.add(card)
        page.add(self._links(page))
        page.end()
        self._show(page)

    def _links(self, page: Page) -> Flow:
        links = Flow()
        again = Button(page.say, N_("Look again"), "arrows-clockwise", "link")
        again.clicked.connect(lambda _=False: self.look())
        other = Button(page.say, N_("Look in another folder…"), "folder-open", "link")
        other.clicked.connect(
            lambda _=False: dialogs.choose_folder(self.desk, self, lambda at: self.look((Path(at),)))
        )
        links.add(again)
        links.add(other)
        if self.packs is not None and self.packs.shelf.pointer().active:
            former = Button(page.say, N_("Go back to the lessons before"), "arrow-u-up-left", "link")
            former.clicked.connect(lambda _=False: self.go_back())
            links.add(former)
        return links

    def judge(self, file: Path) -> None:
        """Look whether a pack is to be believed, and what it would change."""
        page = Page(self.session)
        page.add(heading(page.say, "magnifying-glass", N_("Checking the pack…")))
        page.end()
        self._show(page)
        assert self.packs is not None  # noqa: S101 (made in open)
        self._begin(Looking(self.packs, file=file), self._offer)

    def _refused(self, error: Exception) -> None:
        page = Page(self.session)
        page.add(heading(page.say, "x-circle", N_("This pack was not used")))
        frame = Framed("warm", "warning-circle", Tone.WARM)
        told = error.said if isinstance(error, KyrError) else N_("The pack could not be read.")
        frame.column.addWidget(Pair(page.say, told))
        if isinstance(error, KyrError) and error.hint is not None:
            frame.column.addWidget(Pair(page.say, error.hint))
        page.add(frame)
        page.add(self._links(page))
        page.end()
        self._show(page)

    def _offer(self) -> None:
        assert self._work is not None  # noqa: S101 (this is its end)
        assert self._work.offered is not None  # noqa: S101 (likewise)
        self.offered = self._work.offered
        said = self.offered.trusted.manifest
        page = Page(self.session)
        until = N_("Good until {day}.", day=Day(said.valid_until.isoformat()))
        key = N_("Signed with the key {key}.", key=self.offered.trusted.key)
        page.add(heading(page.say, "shield-check", N_("This pack is genuine"), Together((key, until))))
        if self.offered.expired:
            frame = Framed("warm", "warning-circle", Tone.WARM)
            frame.column.addWidget(
                Pair(page.say, N_("It is past its date: ask whether there is a newer one."))
            )
            page.add(frame)
        page.add(Pair(page.say, said.notes, "lead"))
        self._changes(page, self.offered.differences)
        page.end()
        self._show(page, N_("Use this pack"))

    def _changes(self, page: Page, differences: tuple[Difference, ...]) -> None:
        counted = P_("{n} thing is different", "{n} things are different", len(differences))
        page.add(Pair(page.say, counted, "subtitle"))
        for kind, number in Counter(each.kind for each in differences).items():
            page.add(Pair(page.say, Together((kind, str(number)), ": "), "small"))
        for each in differences:
            words = Together((each.kind, each.title, HOWS[each.how]), " · ")
            page.add(Fold(page.say, words, partial(_passages, page, each)))

    def forward(self) -> None:
        """Use the pack that was read about."""
        if self.offered is None or self.packs is None:
            return
        with self.desk.caught():
            self.packs.take(self.offered)
            self._done(N_("The new lessons are here"), N_("An interview that was begun keeps its questions."))

    def go_back(self) -> None:
        """Use what was used before."""
        if self.packs is None:
            return
        with self.desk.caught():
            self.packs.back()
            self._done(N_("The lessons from before are used again"), N_("The pack stays on its stick."))

    def _done(self, title: Words, said: Words) -> None:
        page = Page(self.session)
        page.add(heading(page.say, "check-circle", title, said))
        page.add(self._links(page))
        page.end()
        self._show(page)

    def _show(self, page: Page, on: Words | None = None) -> None:
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.setVisible(on is not None)
        if on is not None:
            self.say(self.foot.next.setText, on)
        self.show_page(page)

    def back(self) -> None:
        """Go back to where it can be looked up."""
        self._work, self.looking = None, False
        self.desk.go(Place.LOOKUP)


def _passages(page: Page, difference: Difference) -> QWidget:
    """Return what stood there and what stands there now, passage by passage, each in both languages."""
    holder, column = plain_column(1)
    for each in difference.passages[:MOST_PASSAGES]:
        frame = Framed("sheet")
        for title, words in ((N_("Before"), each.before), (N_("Now"), each.after)):
            if words is not None:
                frame.column.addWidget(Pair(page.say, title, "small-strong"))
                for said in _in_both(words):
                    frame.column.addWidget(Pair(page.say, said, "small"))
        column.addWidget(frame)
    if not difference.passages:
        column.addWidget(Pair(page.say, _whole(difference), "small"))
    return holder


def _in_both(words: Words) -> tuple[str, ...]:
    return (words.es, words.en) if isinstance(words, Text) else (str(words),)


def _whole(difference: Difference) -> Words:
    return N_("All of it is new.") if difference.how is How.NEW else N_("All of it is gone.")
