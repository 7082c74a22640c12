"""An interview: one question a screen, why it is asked, and always a way not to answer it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from kyr_app.model.errors import InputError
from kyr_app.model.interview import LongText
from kyr_app.model.text import N_, Together
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.screens.question import QuestionPage, hard_questions
from kyr_app.ui.whom import called, chosen_at, read
from kyr_app.ui.widgets.dots import Dots
from kyr_app.ui.widgets.label import Label

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.model.interview import Screen as Asked
    from kyr_app.model.interview import Section
    from kyr_app.model.text import Words


class InterviewScreen(Screen):
    """Shows the screen of the interview at which the session stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.page: QuestionPage | None = None
        self._faced: set[str] = set()
        self.dots, self._where = Dots(), Label("small-strong")
        self._where.setWordWrap(False)
        self.head.addWidget(self.dots)
        self.head.addWidget(self._where)
        self.head.addStretch(1)
        self.skip = self.foot.add(N_("Not today"), "skip-forward")
        self.skip.clicked.connect(self._skip)
        self.pause_button()

    def open(self, what: str) -> None:
        """Begin or take up an interview, for the family or for a person; without a name, the one under way."""
        if what:
            with self.desk.caught():
                self.session.interviews.start(*read(what))
        if self.session.interviews.under_way:
            self._show()
            self._tell_settled()
        else:
            self.desk.go(Place.SITUATION)

    def _tell_settled(self) -> None:
        """Tell what became of answers to questions that were held until now, while newer lessons were in use already.

        Where the answers are looked over at once, it waits for the next question: there the notice would be taken away.
        """
        told = self.session.interviews.settled() if self.session.interviews.at is not None else None
        if told is not None and told.changed:
            self.desk.tell(Together(told.sentences()))

    def refresh(self, changes: Changes) -> None:
        """Show the question that is now asked; before it, what cannot wait."""
        if not changes.answers:
            return
        if not self.session.interviews.under_way:
            self._faced.clear()
        elif self.session.plan.stops(self.session.interviews.person):
            self.desk.go(Place.STOP)
        else:
            self._show()

    def _show(self) -> None:
        asked = self.session.interviews.at
        if asked is None:
            self.page = None
            self.desk.go(Place.REVIEW)
            return
        self._show_where(asked)
        assert self.foot is not None  # noqa: S101 (made in __init__)
        if asked.painful and asked.id not in self._faced:
            self.page = None
            self.show_page(hard_questions(self.session, len(self._hard_ahead(asked))))
            self.say(self.foot.next.setText, N_("Go on"))
        else:
            given = self.session.answers_of(self.session.interviews.person)
            self.page = QuestionPage(self.session, asked, given)
            self.page.answer.changed.connect(self._changed)
            self.page.answer.kept.connect(self._keep)
            self.show_page(self.page)
            self.say(self.foot.next.setText, N_("Next"))
        self.setFocus()

    def _show_where(self, asked: Asked) -> None:
        sections = self._sections()
        at = next((n for n, section in enumerate(sections) if asked in section.screens), 0)
        self.dots.show_step(at, len(sections))
        where: Words = N_(
            "Part {n} of {total}: {title}", n=at + 1, total=len(sections), title=sections[at].title
        )
        whom = called(self.session, self.session.interviews.person)
        self.say(self._where.say, where if whom is None else Together((whom, where), "  ·  "))

    def _sections(self) -> list[Section]:
        expected = set(self.session.interviews.progress().asked)
        found = [each for each in self.session.interviews.interview.sections if expected & set(each.screens)]
        return found or list(self.session.interviews.interview.sections)

    def _hard_ahead(self, asked: Asked) -> list[str]:
        """Return the hard questions that follow one another from `asked` on: they are announced once, together."""
        screens = self.session.interviews.progress().asked
        at = screens.index(asked) if asked in screens else 0
        return [each.id for each in takewhile(lambda each: each.painful, screens[at:])] or [asked.id]

    def back(self) -> None:
        """Show the question before; before the first one, where the interview was chosen."""
        self.desk.hush()
        if self.page is not None and self.page.answer.step_back():
            return
        if not self.session.interviews.back():
            self.desk.go(*chosen_at(self.session, self.desk.asking))

    def forward(self) -> None:
        """Take the answer, or open a question that was announced."""
        asked = self.session.interviews.at
        if asked is None:
            return
        if self.page is None:
            self._faced.update(self._hard_ahead(asked))
            self._show()
            return
        if self.page.answer.step():
            return
        answer, gap = self.page.answer.given(), self.page.answer.gap()
        if gap is not None:
            self.desk.tell(N_("Something is still missing here. The places are marked."))
            gap.setFocus()
            self.column.ensureWidgetVisible(gap)
            return
        if answer is None:
            self.desk.tell(N_("Choose an answer. You can also choose “I don't know” or “Not today”."))
            return
        self.desk.hush()
        with self.desk.caught():
            self.session.interviews.answer(answer)

    def _skip(self) -> None:
        self.desk.hush()
        self._keep()
        with self.desk.caught():
            self.session.interviews.skip()

    def _changed(self) -> None:
        """Let go of what was told of the answer before, and hold what there is of this one."""
        self.desk.hush()
        self._keep()

    def _keep(self) -> None:
        """Hold what is worth keeping on this page, although nobody has gone on: a text, rows, whole or not."""
        if self.page is None or not self.page.answer.KEEPS:
            return
        try:
            self.session.interviews.keep(self.page.asked.id, self.page.answer.held())
        except InputError as error:
            if isinstance(
                self.page.asked.answer, LongText
            ):  # it is too long, and can be parted while it is here
                self.desk.failed(error)
