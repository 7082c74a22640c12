"""What a screening came to for one person: what it means and what it does not, why, and what to do. Never a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_
from kyr_app.session import situation
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.point import Page
from kyr_app.ui.whom import called, named, read
from kyr_app.ui.widgets.banner import expiry
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.outcome import outcome_views
from kyr_app.ui.widgets.source import SourceLine, reviewed

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.model.screening import Screened


class ResultScreen(Screen):
    """Shows one person's outcome; the sheet and the card of that person are one press away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self._screening, self._person = "", None  # type: tuple[str, int | None]
        self.card: Button | None = None
        end = self.foot.add(N_("Finish and forget"), "eraser")
        end.clicked.connect(lambda: self.desk.go(Place.FORGET, Place.RESULT))
        self.say(self.foot.next.setText, N_("Print the result"))
        self.foot.next.show_icon("printer")

    def open(self, what: str) -> None:
        """Show the outcome of `what`, a screening's name with a person's number; without it the one shown before."""
        if what:
            self._screening, self._person = read(what)
        gone = self._person is not None and called(self.session, self._person) is None
        if not self._screening or gone or not self.session.answers_of(self._person):
            self.desk.go(Place.SITUATION)
            return
        self._show(self.session.screened(self._screening, self._person))

    def refresh(self, changes: Changes) -> None:
        """Forget of whom it spoke, when the sitting is forgotten."""
        if changes.answers and not self.session.answers_of(self._person):
            self._screening, self._person = "", None

    def _show(self, found: Screened) -> None:
        page, screening = Page(self.session), found.screening
        if self.session.today > screening.good_until:
            page.add(expiry(page.say, screening.good_until))
        whom = called(self.session, self._person)
        if whom is not None:
            page.add(Pair(page.say, whom, "kicker"))
        page.add(Pair(page.say, screening.title, "title"))
        page.add(
            Pair(page.say, N_("This is a topic to raise, not a result. Only a legal team can tell you more."))
        )
        answers = self.session.answers_of(self._person)
        reasons = situation.screened_because(self.session.library, found, answers)
        parts = outcome_views(page.say, found, reasons)
        parts.insert(sum(flag.urgent for flag in found.flags) + 2, self._card_button(page))
        for part in parts:
            page.add(part)
        facts = self.session.library.facts
        cited = [facts[each] for each in screening.facts if each in facts]
        dates = reviewed(screening.reviewed, screening.good_until, screening.review)
        page.add(SourceLine(page.say, cited, dates))
        page.end()
        self.show_page(page)

    def _card_button(self, page: Page) -> Grid:
        """Return the way to the card that the first step asks for."""
        self.card = Button(page.say, N_("Print the fact card"), "identification-card")
        self.card.clicked.connect(lambda: self._print("card"))
        return Grid([self.card], 14)

    def _print(self, sheet: str) -> None:
        self.desk.go(Place.PREVIEW, f"{sheet}:{named(self._screening, self._person)}")

    def back(self) -> None:
        """Show the people, or the answers it rests on."""
        if self._person is not None:
            self.desk.go(Place.PEOPLE, self._screening)
        else:
            self.desk.go(Place.REVIEW if self.session.interviews.under_way else Place.SITUATION)

    def forward(self) -> None:
        """Show it as a paper."""
        self._print("result")
