"""What a set of papers is made of, and how much paper it takes. Nothing heavy: jobs and builders both know this."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from kyr_app.documents.lessons.job import HandoutJob
from kyr_app.documents.sheet_job import SheetJob, Told
from kyr_app.documents.workshop import captions
from kyr_app.model.agenda import Step
from kyr_app.model.lesson import Lesson
from kyr_app.model.text import Together, Words
from kyr_app.model.workshop import Plan, ReadyPlan


class PhraseCardsJob(SheetJob, frozen=True, kw_only=True):
    """Cards to cut out: what is said aloud in the lessons, the request for an interpreter, telephone numbers."""

    lessons: tuple[Lesson, ...]

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.CARDS

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.lessons import card_sheet  # noqa: PLC0415 (what start-up does not pay)

        return card_sheet.build(self.lessons, self.library, self.ordered(told), rights=False)


OnePaper = HandoutJob | PhraseCardsJob
"""A paper of a set."""


class Drawn:
    """Papers drawn before, by all that they depend on: a set is drawn once, however often it is counted or packed."""

    def __init__(self) -> None:
        self._papers: dict[str, bytes] = {}

    def paper(self, job: OnePaper, told: Told | None) -> bytes:
        """Return the PDF of a job, drawing it where it was not drawn before."""
        lessons = ",".join(each.id for each in job.lessons)
        languages = ",".join(each.language for each in job.locales)
        kind = job.edition if isinstance(job, HandoutJob) else "phrases"
        key = f"{lessons} {languages} {kind} {job.paper} {job.today}"
        if key not in self._papers:
            self._papers[key] = job.drawn(told)
        return self._papers[key]

    def clear(self) -> None:
        """Let go of all of them."""
        self._papers.clear()


class Sets(Struct, frozen=True, kw_only=True):
    """What each person gets, and what each child; drawn papers are `kept`."""

    papers: tuple[OnePaper, ...]
    child: tuple[OnePaper, ...]
    people: int
    children: int
    kept: Drawn


class Led(Struct, frozen=True, kw_only=True):
    """What a guide is about: the plan, what happens when, its lessons, and the ready plan it was made from."""

    plan: Plan
    steps: tuple[Step, ...]
    lessons: tuple[Lesson, ...]
    ready: ReadyPlan | None = None


class Count(Struct, frozen=True):
    """How much paper: the pages of each paper of a set, of each paper of a child, and how many get one."""

    papers: tuple[int, ...]
    child: tuple[int, ...]
    people: int
    children: int

    @property
    def pages(self) -> int:
        """The pages of one set."""
        return sum(self.papers)

    @property
    def all_pages(self) -> int:
        """The pages of all sets, children's sheets among them; as many sheets where one side is printed."""
        return self.pages * self.people + sum(self.child) * self.children

    @property
    def both_sides(self) -> int:
        """The sheets of all sets where both sides are printed; every paper begins on a sheet of its own."""
        return _halves(self.papers) * self.people + _halves(self.child) * self.children

    def told(self) -> Words:
        """Return it in words."""
        pages, people = self.pages, self.people
        said = captions.paper(people, pages, pages * people, _halves(self.papers) * people)
        if not self.children or not self.child:
            return said
        all_ = captions.children(self.children, sum(self.child), self.all_pages, self.both_sides)
        return Together((said, all_))


def _halves(papers: tuple[int, ...]) -> int:
    """Return how many sheets papers of so many pages take, printed on both sides."""
    return sum(-(-pages // 2) for pages in papers)


def read(data: bytes) -> Count:
    """Return the count in what a `CountJob` made."""
    return msgspec.json.decode(data, type=Count)
