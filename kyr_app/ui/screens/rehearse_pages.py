"""The pages of a practice: what announces a topic or hard questions, and a question as it is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kyr_app.model.practice import Kind, Manner
from kyr_app.model.text import N_, P_, Words
from kyr_app.ui.screens.point import Page
from kyr_app.ui.screens.rehearse_start import EndPage, TopicsPage, source
from kyr_app.ui.widgets.asked import always, asked, helps
from kyr_app.ui.widgets.blocks import view
from kyr_app.ui.widgets.frame import TOP, Framed, plain_row
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.practice import PracticeSet, Step
    from kyr_app.session.practice import Practice
    from kyr_app.session.session import Session

ICONS = {Manner.DRILL: "user-focus", Manner.QUESTIONS: "user-focus", Manner.EXCHANGE: "scales"}
"""The picture of who asks."""
HARD = "hand-palm"
ALOUD = N_("Answer aloud, with your truth. There is no hurry.")
THOUGHT = N_("Only think about it. Do not answer it here: it is for a lawyer.")
ONE = N_("It is about pain, fear or a loss. It is enough to know that it is asked.")
MANY = N_("They are about pain, fear or losses. It is enough to know that they are asked.")
ALONE = N_("Practice this alone with a person you trust, or not at all. Skipping it is fine.")


class AnnouncePage(Page):
    """What comes before a topic, or before hard questions: nobody has to go on."""

    def __init__(self, session: Session, step: Step) -> None:
        super().__init__(session)
        self.step = step
        hard = step.kind is Kind.HARD
        before = step.topic.before
        frame = Framed("phrase", HARD if hard or before is None else before.icon, Tone.ACCENT, 2.0)
        self.told: tuple[Words, ...] = ()
        if hard:
            said = P_("The next question is hard.", "The next {n} questions are hard.", step.count)
            warn = step.question.warn if step.question is not None else None
            self.told = (said, warn or (MANY if step.count > 1 else ONE), ALONE)
        elif before is not None:
            self.told = (step.topic.title, before.text)
        for at, words in enumerate(self.told):
            frame.column.addWidget(Pair(self.say, words, "body" if at else "title"))
        self.add(frame)
        self.end()


class AskPage(Page):
    """A question in the voice of who asks it. `covered` leaves out the words to say: they are said by heart."""

    def __init__(
        self, session: Session, practised: PracticeSet, step: Step, *, covered: bool = False
    ) -> None:
        super().__init__(session)
        assert step.question is not None  # noqa: S101 (only a question is asked)
        self.practised, self.step, self.question, self.covered = practised, step, step.question, covered
        self.phrases = session.practice.phrases(step.question)
        voice = step.question.voice or practised.voice
        self.add(asked(self.say, voice, step.question, ICONS[practised.manner]))
        if covered:
            self._covered()
        else:
            self._open()
        self.end()

    def _open(self) -> None:
        for phrase in self.phrases:
            self.add(view(self.say, phrase))
        if self.practised.manner is Manner.QUESTIONS:
            self.add(self._how())
        self.add(helps(self.say, self.question))
        if self.practised.always:
            self.add(always(self.say, self.practised.always))
        named = [*self.question.facts, *(fact for phrase in self.phrases for fact in phrase.facts)]
        self.add(source(self, self.practised, named))

    def _how(self) -> QWidget:
        """Say how to answer: aloud, or to nobody but a lawyer."""
        line, row = plain_row(1)
        lawyer = self.step.topic.lawyer_first
        row.addWidget(Glyph("scales" if lawyer else "chat-circle-text", 1.3), 0, TOP)
        words = THOUGHT if lawyer else ALOUD
        row.addWidget(Pair(self.say, words, "strong"), 1)
        return line

    def _covered(self) -> None:
        frame = Framed("phrase", "speaker-high", Tone.ACCENT, 1.7)
        frame.column.addWidget(Pair(self.say, N_("Now say it aloud, without looking."), "subtitle"))
        frame.column.addWidget(
            Pair(self.say, N_("If it does not come, go back: it is there. There is no grade."))
        )
        self.add(frame)


def next_words(page: Page | None, practice: Practice, *, covered: bool = False) -> Words:
    """Return what the button at the end of the row says on a page."""
    step = practice.step
    if isinstance(page, TopicsPage):
        return P_("Practice {n} question", "Practice {n} questions", practice.waiting)
    if isinstance(page, EndPage):
        return N_("Finish")
    if step is not None and step.kind is Kind.HARD:
        return P_("Show the question", "Show the questions", step.count)
    if isinstance(page, AskPage) and page.practised.manner is Manner.DRILL:
        return N_("I said it") if covered else N_("Now without looking")
    return N_("Next")
