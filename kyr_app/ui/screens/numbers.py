"""Two numbers for a report: how many people, how many sheets. Typed by hand, saved where one says, kept nowhere."""

from __future__ import annotations

from kyr_app.model.interview import Number
from kyr_app.model.text import N_
from kyr_app.session.numbers import MOST, numbers
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.output import Output
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.paper_choices import SavePlaces
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.entries import Count
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.label import Pair

PEOPLE, SHEETS = N_("How many people came?"), N_("How many sheets of paper were given out?")


class NumbersScreen(Screen):
    """Asks for two numbers, and writes them into a file that holds nothing else."""

    HEARD = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1.0)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.people: Count | None = None
        self.sheets: Count | None = None
        self.places: SavePlaces | None = None
        self.made = b""
        self.output = Output(desk, self)
        self.foot.next.show_icon("floppy-disk")
        self.say(self.foot.next.setText, N_("Save to…"))

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Ask anew: a number typed before is not there any more."""
        assert self.foot is not None  # noqa: S101 (made in __init__)
        self.places, self.made = None, b""
        page = Page(self.session)
        page.add(Pair(page.say, N_("Numbers for a report"), "title"))
        frame = Framed("phrase", "shield-check")
        told = N_("Only two numbers. No names, no list, no place and no date: numbers point at nobody.")
        frame.column.addWidget(Pair(page.say, told))
        page.add(frame)
        self.people = Count(page.say, Number(name="people", least=0, most=MOST), PEOPLE)
        self.sheets = Count(page.say, Number(name="sheets", least=0, most=MOST), SHEETS)
        for words, count in ((PEOPLE, self.people), (SHEETS, self.sheets)):
            page.add(Pair(page.say, words, "lead"))
            page.add(count)
            count.edited.connect(self._typed)
        page.end()
        self.foot.next.show()
        self.show_page(page)
        self._typed()

    def _typed(self) -> None:
        assert self.foot is not None  # noqa: S101 (made in __init__)
        values = [each.value() if each is not None else None for each in (self.people, self.sheets)]
        self.foot.next.setEnabled(all(isinstance(each, int) for each in values))

    def forward(self) -> None:
        """Ask where to save them."""
        if self.people is None or self.sheets is None or self.places is not None:
            return
        people, sheets = self.people.value(), self.sheets.value()
        if not isinstance(people, int) or not isinstance(sheets, int):
            return
        with self.desk.caught():
            self.made = numbers(people, sheets, self.session.locale)
            self.places = SavePlaces(self.session)
            self.places.chosen.connect(self._save)
            self.places.elsewhere.connect(lambda: self.output.save_elsewhere(self.made, "csv"))
            assert self.foot is not None  # noqa: S101 (made in __init__)
            self.foot.next.hide()
            self.show_page(self.places)

    def _save(self, folder: str) -> None:
        if self.output.save(folder, self.made, "csv"):
            self.back()

    def back(self) -> None:
        """Go back to the workshop."""
        self.desk.go(Place.WORKSHOP)
