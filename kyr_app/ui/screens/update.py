"""New lessons from a stick: packs that are there, whether one is believed, what it changes, taking it, going back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app.i18n.catalogs import SPOKEN
from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Day, Together, Words
from kyr_app.store.preferences import home
from kyr_app.ui import background, dialogs
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens import update_pages
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.update_work import Looking
from kyr_app.ui.sheets_out import SheetOut
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.translated import brings

if TYPE_CHECKING:
    from kyr_app.documents.authoring.differences_job import DifferencesJob
    from kyr_app.session.packs.packs import Offered, Packs
    from kyr_app.session.renewed import Renewed


class UpdateScreen(Screen):
    """One thing after another: look, choose, read what changes, decide. Nothing is changed before the last press."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.packs: Packs | None = None
        self.offered: Offered | None = None
        self.cards: dict[Path, Card] = {}
        self._work: Looking | None = None
        self.looking = False
        self.sheet = SheetOut(desk, self)

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Look for packs on every stick."""
        from kyr_app.session.packs.packs import Packs  # noqa: PLC0415 (few ever come here)

        self.packs = Packs(self.session, home())
        if self.packs.keys:
            self.look()
        else:
            self._keyless()

    def _keyless(self) -> None:
        """Say that this copy takes no packs, before anybody looks for one."""
        page = Page(self.session)
        page.add(heading(page.say, "key", N_("This copy takes no packs yet")))
        page.add(update_pages.no_key(page))
        if self._before():
            page.add(self._links(page))
        page.end()
        self._show(page)

    def _before(self) -> bool:
        return self.packs is not None and bool(self.packs.shelf.pointer().active)

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
        used, meant = self._work.in_use
        page.add(update_pages.in_use(page, self.session.library.built, used, meant=meant))
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
        if self._before():
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
        for brought in self.offered.brought:
            page.add(brings(page.say, brought))
        update_pages.changes(page, self.offered.differences)
        page.add(self._papers(page))
        page.end()
        self._show(page, N_("Use this pack"))

    def _papers(self, page: Page) -> Flow:
        """Return the ways to have what changes on paper: for a lawyer who is not at this screen."""
        papers = Flow()
        for words, icon, then in (
            (N_("Print what changes"), "printer", self.print_changes),
            (N_("Save it as a PDF…"), "floppy-disk", self.save_changes),
        ):
            way = Button(page.say, words, icon, "link")
            way.clicked.connect(lambda _=False, then=then: then())
            papers.add(way)
        return papers

    def print_changes(self) -> None:
        """Print what the pack changes, in both languages."""
        self.sheet.print(self._paper())

    def save_changes(self) -> None:
        """Save it where a person says."""
        self.sheet.save_elsewhere(self._paper())

    def _paper(self) -> DifferencesJob:
        from kyr_app.session.making import pack_paper  # noqa: PLC0415 (few ever come here)

        assert self.offered is not None  # noqa: S101 (its page is shown)
        first = self.session.locale.language
        return pack_paper.job(self.session, self.offered, sorted(SPOKEN, key=lambda each: each != first))

    def forward(self) -> None:
        """Use the pack that was read about."""
        if self.offered is None or self.packs is None:
            return
        with self.desk.caught():
            told = self.packs.take(self.offered)
            self._done(N_("The new lessons are here"), N_("They are used from now on."), told)

    def go_back(self) -> None:
        """Use what was used before."""
        if self.packs is None:
            return
        with self.desk.caught():
            told = self.packs.back()
            self._done(N_("The lessons from before are used again"), N_("The pack stays on its stick."), told)

    def _done(self, title: Words, said: Words, told: Renewed) -> None:
        page = Page(self.session)
        page.add(heading(page.say, "check-circle", title, said))
        update_pages.became(page, told)
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
