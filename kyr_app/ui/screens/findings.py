"""What to talk about: every topic that the answers raise, over all interviews, what cannot wait first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_
from kyr_app.session import situation
from kyr_app.session.interviews import State
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.whom import named
from kyr_app.ui.widgets.banner import expiry
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.finding import finding_view
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.source import SourceLine, reviewed

if TYPE_CHECKING:
    from kyr_app.model.checklist import Finding
    from kyr_app.model.screening import Screening
    from kyr_app.model.text import Words


class FindingsScreen(Screen):
    """Shows the findings of the sitting, and the way to what each screening came to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.results: dict[str, Card] = {}
        self.pause_button()
        self.sheet = self.foot.add(N_("Sheet for a legal team"), "clipboard-text")
        self.sheet.clicked.connect(lambda: self.desk.go(Place.INTAKE))
        self.say(self.foot.next.setText, N_("See the lists"))

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show what the answers of the sitting call for."""
        page = Page(self.session)
        page.add(Pair(page.say, N_("What to talk about"), "title"))
        page.add(Pair(page.say, N_("These are topics, not results. Only a legal team can tell you more.")))
        found = situation.findings(self.session.library, self.session.answers)
        facts = self.session.library.facts
        for finding in found:
            page.add(finding_view(page.say, finding, facts))
        if not found:
            words = N_("Your answers raise no topic of their own. You can still ask a legal team anything.")
            page.add(Pair(page.say, words))
        self._add_results(page)
        if found:
            self._add_dates(page, found)
        page.end()
        self.show_page(page)

    def _add_results(self, page: Page) -> None:
        """Add a card for each outcome there is, under one title."""
        self.results = {}
        for screening in self.session.library.screenings.values():
            for person, whom in self._answered(screening):
                name = named(screening.id, person)
                outcome = self.session.screened(screening.id, person).outcome
                card = Card(page.say, whom, outcome.icon, outcome.title)
                card.clicked.connect(lambda _=False, name=name: self.desk.go(Place.RESULT, name))
                self.results[name] = card
            if self.results:
                page.add(Pair(page.say, screening.title, "subtitle"))
        for card in self.results.values():
            page.add(card)

    def _answered(self, screening: Screening) -> list[tuple[int | None, Words]]:
        state = self.session.interviews.state
        if screening.each_person:
            here = self.session.people.here
            return [(p.number, p.name) for p in here if state(screening.interview, p.number) is State.DONE]
        done = state(screening.interview) is State.DONE
        return [(None, screening.title)] if done else []

    def _add_dates(self, page: Page, found: tuple[Finding, ...]) -> None:
        sets = [self.session.library.rule_sets[each] for each in {finding.rule_set for finding in found}]
        until = min(each.good_until for each in sets)
        if self.session.today > until:
            page.parts.insertWidget(2, expiry(page.say, until))
        facts = self.session.library.facts
        cited = [facts[each] for finding in found for each in finding.facts if each in facts]
        page.add(SourceLine(page.say, cited, reviewed(min(each.reviewed for each in sets), until, "")))

    def back(self) -> None:
        """Show the answers it rests on."""
        self.desk.go(Place.REVIEW if self.session.interviews.under_way else Place.SITUATION)

    def forward(self) -> None:
        """Go on to what can be prepared."""
        self.desk.go(Place.PREPARE)
