"""Finish and forget: asks once, clears every answer, and says what is left."""

from __future__ import annotations

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.family import ejected
from kyr_app.ui.screens.point import Page
from kyr_app.ui.standing import is_open
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair

GONE = N_(
    "What you answered, wrote and brought in will be gone. If you want it on paper, go back and print or save it first."
)
IN_FILE = N_("Your answers are saved in your file, and it is closed. Nothing of them stays in this window.")


class ForgetScreen(Screen):
    """The last question of a sitting."""

    ENTER_GOES_ON = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self._from = Place.HOME
        self.say(self.foot.back.setText, N_("No, go back"))

    def open(self, what: str) -> None:
        """Ask, and remember where to go back to."""
        assert self.foot is not None  # noqa: S101 (asked for above)
        self._from = Place(what or Place.HOME)
        page = Page(self.session)
        frame = Framed("phrase", "eraser", Tone.ACCENT, 2.0)
        if is_open(self.session):
            title, words = N_("Finish and close your file?"), IN_FILE
            self.say(self.foot.next.setText, N_("Yes, save and close"))
        else:
            title, words = N_("Finish and forget?"), GONE
            self.say(self.foot.next.setText, N_("Yes, forget my answers"))
        frame.column.addWidget(Pair(page.say, title, "title"))
        frame.column.addWidget(Pair(page.say, words))
        page.add(frame)
        page.end()
        self.show_page(page)

    def back(self) -> None:
        """Go back without forgetting."""
        self.desk.go(self._from)

    def forward(self) -> None:
        """Forget, and give the receipt. A family file is saved and closed first; where that fails, nothing is gone."""
        where = self.session.family.where
        try:
            self.desk.receipt = self.session.forget()
        except KyrError as error:
            self.desk.failed(error)
            self.desk.go(Place.UNSAVED)
            return
        self.desk.go(Place.RECEIPT)
        if where is not None:
            self.desk.tell(ejected(where))
