"""Practice: what an officer or a judge asks, why, and what helps to remember. Never what to answer.

What a person lived is practised without a word to copy: a set that asks for it (`not_for_children`) holds no
phrases of its own questions, and the checks of the content see to it. Words that state nothing of a life (*I need an
interpreter*) are phrases, and those of the lessons are named, not written again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from enum import StrEnum

from msgspec import Struct

from kyr_app.model.block import Phrase
from kyr_app.model.lesson import Audience
from kyr_app.model.prompt import Care
from kyr_app.model.text import Text


class Manner(StrEnum):
    """How a set is practised: words said by heart, an exchange with words at hand, or questions alone."""

    DRILL = "drill"
    EXCHANGE = "exchange"
    QUESTIONS = "questions"


class PracticeQuestion(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What is asked, in the voice of who asks it; `voice` is that of another person than the one of the set.

    `says` names phrases of lessons, `lesson/block`; `phrases` are those that no lesson has. `sensitive` announces it
    before it can be read, `warn` says what it is about and announces it by itself.
    """

    id: str
    question: Text
    why: Text
    remember: Text
    voice: Text | None = None
    says: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    sensitive: bool = False
    warn: Text | None = None
    facts: tuple[str, ...] = ()
    practice: bool = False


class Topic(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Questions that belong together. `before` is said before the first of them.

    `lawyer_first` marks what is thought over before seeing a lawyer, and answered to nobody else.
    """

    id: str
    icon: str
    title: Text
    questions: tuple[PracticeQuestion, ...]
    before: Care | None = None
    lawyer_first: bool = False
    audience: Audience = Audience.FAMILY

    @property
    def hard(self) -> int:
        """How many of its questions are announced."""
        return sum(each.sensitive for each in self.questions)


class PracticeSet(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Something to practise. `care` stands before it; `always` are words that may be said at any question.

    `neutral_title` names it on paper, without a telling word. `voice` says who asks.
    """

    id: str
    order: int
    icon: str
    manner: Manner
    title: Text
    neutral_title: Text
    intro: Text
    voice: Text
    reviewed: dt.date
    good_until: dt.date
    care: tuple[Care, ...]
    topics: tuple[Topic, ...]
    always: tuple[Phrase, ...] = ()
    not_for_children: bool = False
    review: str = ""

    def expired(self, today: dt.date) -> bool:
        """Whether the set is past its date on `today`."""
        return today > self.good_until

    @property
    def questions(self) -> tuple[PracticeQuestion, ...]:
        """Every question, in order."""
        return tuple(each for topic in self.topics for each in topic.questions)

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of every fact the set rests on, in order of use, each once; those of lessons' phrases apart."""
        before = tuple(topic.before for topic in self.topics if topic.before is not None)
        own = [fact for each in (*self.care, *before) for fact in each.facts]
        own += [fact for each in self.always for fact in each.facts]
        own += [fact for each in self.questions for fact in each.facts]
        own += [fact for each in self.questions for phrase in each.phrases for fact in phrase.facts]
        return tuple(dict.fromkeys(own))


class Kind(StrEnum):
    """What a step is: what a topic begins with, what announces hard questions, or a question."""

    BEFORE = "before"
    HARD = "hard"
    ASK = "ask"


class Step(Struct, frozen=True):
    """One screen of a practice. `past` is the number of the step after everything that it announces."""

    kind: Kind
    topic: Topic
    past: int
    question: PracticeQuestion | None = None
    count: int = 0


def steps(practice: PracticeSet, chosen: Collection[str]) -> tuple[Step, ...]:
    """Return the screens of the chosen topics, in order; of all topics where none is chosen.

    Hard questions that follow each other are announced once, together; one that has a warning, by itself.
    """
    made: list[Step] = []
    for topic in practice.topics:
        if not chosen or topic.id in chosen:
            made += _of_topic(topic, len(made))
    return tuple(made)


def _of_topic(topic: Topic, first: int) -> Iterator[Step]:
    runs = list(_runs(topic.questions))
    announced = sum(run[0].sensitive for run in runs)
    at = first
    if topic.before is not None:
        past = first + 1 + announced + len(topic.questions)
        yield Step(Kind.BEFORE, topic, past)
        at += 1
    for run in runs:
        if run[0].sensitive:
            yield Step(Kind.HARD, topic, at + 1 + len(run), run[0], len(run))
            at += 1
        for question in run:
            at += 1
            yield Step(Kind.ASK, topic, at, question)


def _runs(questions: tuple[PracticeQuestion, ...]) -> Iterator[list[PracticeQuestion]]:
    """Yield questions announced together: a warning begins and ends a run, and so does what needs none."""
    run: list[PracticeQuestion] = []
    for each in questions:
        joins = run and each.sensitive and run[-1].sensitive and each.warn is None and run[-1].warn is None
        if run and not joins:
            yield run
            run = []
        run.append(each)
    if run:
        yield run
