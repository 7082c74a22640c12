"""What the answers call for, where no checklist follows: an outcome that is no verdict, and topics to raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_
from kyr_app.session import situation
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.banner import expiry
from kyr_app.ui.widgets.finding import finding_view
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.outcome import outcome_views
from kyr_app.ui.widgets.source import SourceLine, reviewed

if TYPE_CHECKING:
    from kyr_app.model.screening import Screened


class FindingsScreen(Screen):
    """Shows a screening's outcome where the interview has one, then every topic that the answers raise."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.say(self.foot.next.setText, N_("See the lists"))
        self.pause_button()
        end = self.foot.add(N_("Finish and forget"), "eraser")
        end.clicked.connect(lambda: self.desk.go(Place.FORGET, Place.FINDINGS))

    def open(self, what: str) -> None:
        """Show what the answers of the sitting call for; `what` is the interview they were just given in."""
        page = Page(self.session)
        page.add(Pair(page.say, N_("What your answers call for"), "title"))
        page.add(Pair(page.say, N_("These are topics, not results. Only a legal team can tell you more.")))
        for screening in self.session.library.screenings.values():
            if screening.interview == what:
                self._add_outcome(
                    page, situation.screened(self.session.library, screening.id, self.session.answers)
                )
        found = situation.findings(self.session.library, self.session.answers)
        facts = self.session.library.facts
        if found:
            page.add(Pair(page.say, N_("What to talk about with a legal team"), "subtitle"))
        for finding in found:
            page.add(finding_view(page.say, finding, facts))
        if not found:
            page.add(
                Pair(
                    page.say,
                    N_("Your answers raise no topic of their own. You can still ask a legal team anything."),
                )
            )
        page.end()
        self.show_page(page)

    def _add_outcome(self, page: Page, screened: Screened) -> None:
        screening = screened.screening
        if self.session.today > screening.good_until:
            page.add(expiry(page.say, screening.good_until))
        for part in outcome_views(page.say, screened):
            page.add(part)
        facts = self.session.library.facts
        cited = [facts[each] for each in screening.facts if each in facts]
        page.add(
            SourceLine(page.say, cited, reviewed(screening.reviewed, screening.good_until, screening.review))
        )

    def back(self) -> None:
        """Show the answers it rests on."""
        self.desk.go(Place.REVIEW if self.session.interviews.under_way else Place.SITUATION)

    def forward(self) -> None:
        """Go on to what can be prepared."""
        self.desk.go(Place.PREPARE)
