"""The workshop: a ready plan or lessons of one's own, what happens when, and the way to the wall and to the sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.errors import InputError, KyrError
from kyr_app.model.text import N_, P_, Together
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.lessons import LessonsPage
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.shelf import minutes
from kyr_app.ui.screens.workshop_plan import PlanPage
from kyr_app.ui.standing import is_open
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import plain_column, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.session.session import Session
    from kyr_app.ui.slides.show import Show

OWN = "own"
"""The card of lessons that one chooses oneself."""


class WorkshopScreen(Screen):
    """Prepares a workshop and holds it. It asks for two numbers, and for nobody's name."""

    HEARD = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.5)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.show_: Show | None = None
        self.page: ChoosePage | PlanPage | None = None
        self.lessons: LessonsPage | None = None
        self.sheets = self.foot.add(N_("Sheets"), "stack", "")
        self.sheets.clicked.connect(lambda: self.desk.go(Place.SETS))

    @property
    def stays(self) -> bool:
        """Whether something is on the wall: twenty-five people read it without touching anything."""
        return self.show_ is not None

    @property
    def chosen(self) -> PlanPage | None:
        """The page of the plan, while it is shown."""
        return self.page if isinstance(self.page, PlanPage) else None

    def open(self, what: str) -> None:
        """Show the plan that was chosen, else what there is to choose from; `what` may be the id of a ready plan."""
        if what in self.session.library.workshops:
            self.session.workshop.take(what)
        if self.session.workshop.plan is not None:
            self.show_plan()
        else:
            self.show_choice()

    def refresh(self, changes: Changes) -> None:
        """Show what is left when the sitting is forgotten, or when the lessons are others."""
        if changes.library and self.session.workshop.plan is not None:
            self.session.workshop.end()
        if changes.library:
            self.show_choice()

    def show_choice(self) -> None:
        """Show the ready plans."""
        self.lessons = None
        self.page = ChoosePage(self.session)
        for name, card in self.page.cards.items():
            card.clicked.connect(lambda _=False, name=name: self._take(name))
        self._buttons(plan=False)
        self.show_page(self.page)

    def _take(self, name: str) -> None:
        if name == OWN:
            self._show_lessons()
            return
        with self.desk.caught():
            self.session.workshop.take(name)
            self.show_plan()

    def _show_lessons(self) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self.page, self.lessons = None, LessonsPage(self.session)
        self.lessons.choose(True)
        self.lessons.picked.connect(self._show_picked)
        self._buttons(plan=False)
        self.foot.next.show()
        self._show_picked()
        self.show_page(self.lessons)

    def _show_picked(self) -> None:
        assert self.foot is not None and self.lessons is not None  # noqa: S101, PT018 (shown by _show_lessons)
        count = len(self.lessons.chosen)
        self.foot.next.setEnabled(bool(count))
        self.foot.next.show_icon("arrow-right")
        said = P_("Workshop with {n} lesson", "Workshop with {n} lessons", count)
        self.say(self.foot.next.setText, said if count else N_("Choose lessons"))

    def show_plan(self) -> None:
        """Show the plan that was chosen."""
        self.lessons = None
        page = PlanPage(self.session)
        page.failed.connect(self._failed)
        page.changed.connect(self._told)
        page.guide.clicked.connect(lambda: self.desk.go(Place.PREVIEW, "workshop-guide:"))
        page.numbers.clicked.connect(lambda: self.desk.go(Place.NUMBERS))
        page.end_button.clicked.connect(self._end)
        self.page = page
        self._buttons(plan=True)
        self.show_page(page)
        self._told()

    def _told(self) -> None:
        plan = self.session.workshop.plan
        if plan is not None:
            said = P_("Sheets for {n} person", "Sheets for {n} people", plan.people)
            self.say(self.sheets.setText, said)

    def _failed(self, error: Exception) -> None:
        self.desk.failed(error)

    def _buttons(self, *, plan: bool) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        for button in (self.sheets, self.foot.next):
            button.setVisible(plan)
        self.foot.next.setEnabled(True)
        if plan:
            self.foot.next.show_icon("projector-screen")
            self.say(self.foot.next.setText, N_("Show on the wall"))

    def _end(self) -> None:
        self.session.workshop.end()
        self.show_choice()
        self.desk.tell(N_("The workshop is over. The raised hands are forgotten."))

    def back(self) -> None:
        """Go back to the plans, or home."""
        if self.lessons is not None or self.chosen is not None:
            self.show_choice()
        else:
            self.desk.go(Place.HOME)

    def forward(self) -> None:
        """Take the lessons that were picked, or begin on the wall."""
        if self.lessons is not None:
            self._take_lessons(self.lessons.chosen)
        elif self.chosen is not None:
            self.present()

    def _take_lessons(self, names: list[str]) -> None:
        """Take lessons into the shortest workshop that has room for them."""
        if not names:
            return
        workshop, trouble = self.session.workshop, None
        for length in (60, 90, 120):
            try:
                workshop.choose(names, minutes=length)
            except InputError as error:
                trouble = error
            else:
                self.show_plan()
                return
        if trouble is not None:
            self.desk.failed(trouble)

    def present(self) -> None:
        """Begin on the wall. While a family file is open nothing of this computer goes on a wall."""
        if self.show_ is not None:
            return
        if is_open(self.session):
            self.desk.tell(
                N_("A family file is open. Close it first: a whole room will look at this computer."),
                trouble=True,
            )
            return
        from kyr_app.ui.slides.show import Show  # noqa: PLC0415 (only where something goes on a wall)

        self.show_ = Show(self.desk, self.window())
        self.show_.ended.connect(self._back_from_wall)
        try:
            self.show_.begin()
        except KyrError as error:
            self.show_.end()
            self.desk.failed(error)

    def _back_from_wall(self) -> None:
        self.show_ = None
        if self.session.workshop.plan is not None:
            self.show_plan()


class ChoosePage(Page):
    """The ready plans as cards, and one for lessons of one's own."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        head, row = plain_row(2)
        row.addWidget(Glyph("chalkboard-teacher", 2.0, rounded=True))
        words, column = plain_column(0.5)
        column.addWidget(Pair(self.say, N_("Workshop"), "title"))
        column.addWidget(
            Pair(self.say, N_("To teach a group: what goes on the wall, what to say, sheets for all."))
        )
        row.addWidget(words, 1)
        self.add(head)
        self.cards: dict[str, Card] = {}
        for plan in session.library.workshops.values():
            card = Card(self.say, plan.title, plan.icon, plan.summary)
            lessons = P_("{n} lesson", "{n} lessons", len(plan.lessons))
            card.add_note(self.say, Together((minutes(plan.minutes), lessons), " · "))
            self.cards[plan.id] = card
        own = N_("For your group: the shortest plan that has room for them.")
        self.cards[OWN] = Card(self.say, N_("Choose the lessons"), "list", own)
        self.add(Grid(self.cards.values(), 18))
        self.end()
