"""The pages of an interview: a question, and what announces a hard one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_, P_
from kyr_app.ui import theme
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.answering import answer_view
from kyr_app.ui.widgets.answers import ChoiceAnswer
from kyr_app.ui.widgets.frame import TOP, Framed, plain_column, plain_row
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Pair, placed
from kyr_app.ui.widgets.source import SourceLine

if TYPE_CHECKING:
    from kyr_app.model.answers import Answers
    from kyr_app.model.interview import Screen
    from kyr_app.session.session import Session


class QuestionPage(Page):
    """One question with why it is asked, and its answers."""

    def __init__(self, session: Session, screen: Screen, given: Answers) -> None:
        super().__init__(session)
        self.asked = screen
        head, row = plain_row(2)
        if screen.icon:
            row.addWidget(Glyph(screen.icon, 2.1, rounded=True), 0, TOP)
        words, column = plain_column(1)
        column.addWidget(Pair(self.say, screen.question, "title"))
        if screen.help is not None:
            column.addWidget(Pair(self.say, screen.help))
        row.addWidget(words, 1)
        why, beside = plain_row(1)
        beside.addWidget(Glyph("info", 1.1, Tone.SOFT), 0, TOP)
        beside.addWidget(Pair(self.say, N_("Why we ask: {why}", why=screen.why), "small"), 1)
        column.addWidget(why)
        name = f"{session.interviews.interview.id}/{screen.id}"
        placed(self.add(head), name)
        self.parts.addSpacing(theme.space(1))
        self.answer = answer_view(self.say, screen.answer, screen.question, given)
        self.answer.show_given(screen.answer.name, given)
        self.add(self.answer)
        if isinstance(self.answer, ChoiceAnswer):
            for value, card in self.answer.cards.items():
                placed(card, f"{name}-{value.replace('_', '-')}")
        known = session.library.facts
        facts = [known[each] for each in screen.facts if each in known]
        if facts:
            self.add(SourceLine(self.say, facts))
        self.end()


def hard_questions(session: Session, count: int) -> Page:
    """Return the page that announces `count` hard questions before the first of them can be read."""
    page = Page(session)
    frame = Framed("phrase", "hand-palm", Tone.ACCENT, 2.0)
    said = P_(
        "The next question is about something hard.",
        "The next {n} questions are about something hard.",
        count,
    )
    frame.column.addWidget(Pair(page.say, said, "title"))
    frame.column.addWidget(
        Pair(page.say, N_("You choose. Go on, or press “Not today” at any question. Either way it works."))
    )
    page.add(frame)
    page.end()
    return page
