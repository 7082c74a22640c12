"""Deleting a file: said honestly what that can and cannot do, five seconds to think again, and a receipt."""

from __future__ import annotations

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.countdown import Countdown
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair

DOES = N_(
    "The keys that open the file are written over, then the file is taken away. This program cannot open it any more."
)
CANNOT = N_(
    "Sticks and modern disks may keep old pieces for a while. Somebody with special tools may find them, "
    "but without your words they cannot read them. Copies in other places stay as they are."
)


class DeleteScreen(Screen):
    """Asks once, waits five seconds, deletes."""

    ENTER_GOES_ON = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.countdown: Countdown | None = None
        self.say(self.foot.back.setText, N_("No, go back"))
        self.say(self.foot.next.setText, N_("Delete my file"))
        self.foot.next.show_icon("trash")

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Say what it means."""
        assert self.foot is not None  # noqa: S101 (asked for above)
        family = self.session.family
        if family.where is None:
            self.desk.go(Place.FAMILY)
            return
        page = Page(self.session)
        page.add(heading(page.say, "trash", N_("Delete this file?"), family.where.at))
        for kind, icon, tone, name, words in (
            ("sheet", "check-circle", Tone.ACCENT, N_("What it does"), DOES),
            ("warm", "info", Tone.WARM, N_("What nobody can promise"), CANNOT),
        ):
            frame = Framed(kind, icon, tone)
            frame.column.addWidget(Pair(page.say, name, "word" if kind == "sheet" else "warm"))
            frame.column.addWidget(Pair(page.say, words))
            page.add(frame)
        page.end()
        self.foot.next.show()
        self.show_page(page)

    def forward(self) -> None:
        """Count five seconds, in which it can be stopped."""
        assert self.foot is not None  # noqa: S101 (asked for above)
        if self.foot.next.isHidden():
            return
        self.foot.next.hide()
        page = Page(self.session)
        page.add(heading(page.say, "trash", N_("Deleting your file")))
        self.countdown = Countdown(page.say, N_("Your file is about to be deleted."))
        self.countdown.done.connect(self._delete)
        self.countdown.stopped.connect(self._stopped)
        page.add(self.countdown)
        page.end()
        self.show_page(page)
        self.countdown.start()

    def _stopped(self) -> None:
        if self.isVisible():
            self.open("")
            self.desk.tell(N_("Stopped. Your file is as it was."))

    def _delete(self) -> None:
        try:
            self.session.family.delete()
        except KyrError as error:
            self.open("")
            self.desk.failed(error)
            return
        self.desk.go(Place.FAMILY)
        self.desk.tell(N_("Your file is deleted. Its words open nothing any more."))

    def back(self) -> None:
        """Go back without deleting."""
        if self.countdown is not None and self.countdown.counting and self.countdown.isVisible():
            self.countdown.cancel()
        else:
            self.desk.go(Place.FAMILY)
