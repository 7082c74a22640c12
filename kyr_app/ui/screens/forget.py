"""Finish and forget: asks once, clears every answer, and says what is left."""

from __future__ import annotations

from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair


class ForgetScreen(Screen):
    """The last question of a sitting."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self._from = Place.HOME
        page = Page(self.session)
        frame = Framed("phrase", "eraser", Tone.ACCENT, 2.0)
        frame.column.addWidget(Pair(page.say, N_("Finish and forget?"), "title"))
        words = N_(
            "Your answers will be gone. If you want your list on paper, go back and print or save it first."
        )
        frame.column.addWidget(Pair(page.say, words))
        page.add(frame)
        page.end()
        self.show_page(page)
        self.say(self.foot.back.setText, N_("No, go back"))
        self.say(self.foot.next.setText, N_("Yes, forget my answers"))

    def open(self, what: str) -> None:
        """Remember where to go back to."""
        self._from = Place(what or Place.HOME)

    def back(self) -> None:
        """Go back without forgetting."""
        self.desk.go(self._from)

    def forward(self) -> None:
        """Forget, and give the receipt."""
        self.session.forget()
        self.desk.go(Place.HOME)
        self.desk.tell(receipt(self.desk.sheets_out))
        self.desk.sheets_out = 0


def receipt(sheets_out: int) -> Words:
    """Return what is left of a sitting, in words: nothing, but the papers that were saved or printed."""
    nothing = N_("Done. Your answers are gone: nothing was kept on this computer.")
    if not sheets_out:
        return nothing
    papers = P_(
        "{n} paper that you saved or printed is where you put it.",
        "{n} papers that you saved or printed are where you put them.",
        sheets_out,
    )
    return Together((N_("Done. Your answers are gone from this program."), papers))
