"""Stop here for a moment: what cannot wait, said calmly right after the answer that raised it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.fact import citations
from kyr_app.model.text import N_, Together
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.finding import reasons_view
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair, own
from kyr_app.ui.widgets.source import cited_line

if TYPE_CHECKING:
    from kyr_app.model.checklist import Finding

HELP = ("immdef-main", "defensoria-federal")
"""Who helps for free on both sides of the border, whatever it is; the directory has all the others."""


class StopScreen(Screen):
    """Interrupts once for each finding: kind words, what helps, a note for the one who helps, and the way on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.finding: Finding | None = None
        self.pause_button()
        self.say(self.foot.back.setText, N_("Change my answer"))
        self.say(self.foot.next.setText, N_("Go on with the questions"))

    def open(self, what: str) -> None:  # noqa: ARG002 (it shows what was not shown yet)
        """Show the first finding that was not shown; where there is none, the one shown before, or the questions."""
        found = self.session.plan.stops(self.session.interviews.person)
        if found:
            self.finding = found[0]
            self.session.plan.tell(found[0])
            self._show(found[0])
        elif self.finding is None:
            self.desk.go(Place.INTERVIEW)

    def _show(self, finding: Finding) -> None:
        page = Page(self.session)
        page.add(Pair(page.say, N_("Stop here for a moment"), "title"))
        page.add(Pair(page.say, N_("Breathe. You are doing well. Nothing has to be decided right now.")))
        frame = Framed("phrase", "hand-palm", Tone.ACCENT, 2.0)
        frame.column.addWidget(Pair(page.say, finding.title, "subtitle"))
        frame.column.addWidget(own(Pair(page.say, finding.because)))
        frame.column.addWidget(Pair(page.say, finding.do))
        if finding.reasons:
            fold = Fold(page.say, N_("Why we say this"), lambda: reasons_view(page.say, finding.reasons))
            frame.column.addWidget(fold)
        known = self.session.library.facts
        cited = citations(known[each] for each in finding.facts if each in known)
        if cited:
            frame.column.addWidget(cited_line(page.say, cited))
        page.add(frame)
        self._add_help(page)
        page.add(self._for_helper(page))
        page.end()
        self.show_page(page)

    def _add_help(self, page: Page) -> None:
        frame = Framed("sheet", "lifebuoy")
        frame.name(page.say, N_("Free help"), "kicker")
        contacts = self.session.library.contacts
        for contact in (contacts[each] for each in HELP if each in contacts):
            phone = contact.phones[0].number if contact.phones else contact.email
            frame.column.addWidget(Pair(page.say, Together((contact.name, phone), ":  "), "body"))
        words = N_("Check a number before you call. You can also tell somebody here whom you trust.")
        frame.column.addWidget(Pair(page.say, words, "small"))
        places = Button(page.say, N_("See all the places that help"), "map-pin", "link")
        places.clicked.connect(lambda: self.desk.go(Place.DIRECTORY))
        frame.column.addWidget(places)
        page.add(frame)

    def _for_helper(self, page: Page) -> Framed:
        frame = Framed("sheet", "users")
        frame.name(page.say, N_("If you are helping somebody"), "kicker")
        words = N_(
            "Put the questions aside for now. Ask what they need, and ask for no details. "
            "Look for help together. The answers wait here."
        )
        frame.column.addWidget(Pair(page.say, words))
        return frame

    def back(self) -> None:
        """Show the question again whose answer raised it."""
        self.finding = None
        self.session.interviews.back()
        self.desk.go(Place.INTERVIEW)

    def forward(self) -> None:
        """Show what else cannot wait, or the next question."""
        self.finding = None
        self.desk.go(Place.STOP)
