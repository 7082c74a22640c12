"""Something could not be saved: what happened, that nothing is lost yet, and three ways on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app.model.text import N_, Together, Words
from kyr_app.ui import background
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.keep_places import KeepPlaces
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.countdown import Countdown
from kyr_app.ui.widgets.heading import heading

if TYPE_CHECKING:
    from kyr_app.ui.background import Work


class UnsavedScreen(Screen):
    """The sitting stays in memory for as long as this stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.hide()
        self.say(self.foot.back.setText, N_("Go on answering"))
        self.again: Card | None = None
        self.elsewhere: Card | None = None
        self.leave: Card | None = None
        self.places: KeepPlaces | None = None
        self.countdown: Countdown | None = None
        self._busy = False

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Say what happened and offer the ways on."""
        if not self.session.family.open:
            self.desk.go(Place.FAMILY)
            return
        page = Page(self.session)
        page.add(heading(page.say, "floppy-disk", N_("The last changes are not saved yet"), self._why()))
        self.again = Card(
            page.say,
            N_("Try again"),
            "arrows-clockwise",
            N_("Put the stick back in first, and wait a moment."),
        )
        self.elsewhere = Card(
            page.say,
            N_("Save in another place"),
            "hard-drive",
            N_("The whole file goes there, with the same words."),
        )
        self.leave = Card(
            page.say,
            N_("Close without the last changes"),
            "sign-out",
            N_("What was saved before stays as it was."),
        )
        for card, press in (
            (self.again, self._try),
            (self.elsewhere, self._where),
            (self.leave, self._ask_leave),
        ):
            card.clicked.connect(press)
            page.add(card)
        page.end()
        self.show_page(page)

    def _why(self) -> Words:
        trouble = self.desk.sentry.trouble if self.desk.sentry is not None else None
        kept = N_(
            "Nothing is lost: all of it is still here, in the memory of this computer, until it is saved."
        )
        if trouble is None or not trouble.said:
            return kept
        return Together((trouble.said, kept))

    def _try(self) -> None:
        job = self.session.family.save_job()
        if job is None and self.session.family.stale:
            self.desk.tell(
                N_("This file can be read and not written. Save it in another place."), trouble=True
            )
        elif job is None:
            self._done(b"")
        else:
            self._work(job)

    def _work(self, work: Work) -> None:
        if self._busy:
            return
        self._busy = True
        self.desk.tell(N_("Saving…"))
        background.run(work, self._done, self._failed)

    def _done(self, _: bytes) -> None:
        self._busy = False
        if self.desk.sentry is not None:
            self.desk.sentry.saved()
        self.desk.go(Place.FAMILY)
        self.desk.tell(N_("Everything is saved."))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.open("")
        self.desk.failed(error)

    def _where(self) -> None:
        page = KeepPlaces(self.session)
        page.add(heading(page.say, "hard-drive", N_("Where do you want to keep it?")))
        page.chosen.connect(self._move)
        page.again.connect(self._where)
        page.add_places()
        self.places = page
        self.show_page(page)

    def _move(self, folder: Path) -> None:
        from kyr_app.session.family.opening import Doing  # noqa: PLC0415 (only where a save failed)

        def move() -> None:
            self.session.family.move(folder)

        self._work(Doing(move))

    def _ask_leave(self) -> None:
        page = Page(self.session)
        said = N_("The last changes will be gone. What was saved before stays.")
        page.add(heading(page.say, "sign-out", N_("Closing without the last changes"), said))
        self.countdown = Countdown(page.say, N_("The file is closed, and the last changes are forgotten."))
        self.countdown.done.connect(self._abandon)
        self.countdown.stopped.connect(lambda: self.open(""))
        page.add(self.countdown)
        page.end()
        self.show_page(page)
        self.countdown.start()

    def _abandon(self) -> None:
        self.session.family.abandon()
        self.desk.go(Place.FAMILY)

    def back(self) -> None:
        """Go on answering; the program tries again by itself."""
        self.desk.go(Place.HOME)
