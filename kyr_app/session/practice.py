"""Where a practice stands: which set, which topics, at which screen. There is no grade, and nothing of it is kept.

It is no part of a family file, no bookmark knows it, and it is gone when the sitting ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kyr_app.model.practice import Kind, PracticeSet, Step, steps

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.model.block import Phrase
    from kyr_app.model.changes import Changes
    from kyr_app.model.practice import PracticeQuestion
    from kyr_app.session.signal import Signal


class Sitting(Protocol):
    """What a practice needs of the session."""

    changed: Signal[Changes]

    @property
    def library(self) -> Library:
        """The content."""


class Practice:
    """Goes through a set at the pace of the person. Skipping leaves no trace."""

    def __init__(self, session: Sitting) -> None:
        self._session = session
        self.clear()
        session.changed.connect(self._follow)

    def _follow(self, changes: Changes) -> None:
        """End with the sitting, and with the content it goes through."""
        if changes.family or changes.library:
            self.clear()

    def clear(self) -> None:
        """Hold nothing."""
        self.practised: PracticeSet | None = None
        self.chosen: frozenset[str] = frozenset()
        self.steps: tuple[Step, ...] = ()
        self.at = 0

    def begin(self, set_id: str) -> None:
        """Take a set, with no topic chosen yet. Raise `ContentError` for an unknown one."""
        practised = self._session.library.practice_set(set_id)
        self.clear()
        self.practised = practised

    def choose(self, topic_id: str, *, on: bool) -> None:
        """Choose a topic, or choose it no longer."""
        self.chosen = self.chosen | {topic_id} if on else self.chosen - {topic_id}

    def start(self) -> None:
        """Begin with the chosen topics, with all of them where none is chosen."""
        if self.practised is not None:
            self.steps, self.at = steps(self.practised, self.chosen), 0

    def stop(self) -> None:
        """Go back to where topics are chosen."""
        self.steps, self.at = (), 0

    @property
    def started(self) -> bool:
        """Whether the topics are chosen and the first screen was shown."""
        return bool(self.steps)

    @property
    def waiting(self) -> int:
        """How many questions the chosen topics have; all of them where none is chosen."""
        topics = () if self.practised is None else self.practised.topics
        return sum(len(each.questions) for each in topics if not self.chosen or each.id in self.chosen)

    @property
    def step(self) -> Step | None:
        """What is shown now; None before the beginning and after the end."""
        return self.steps[self.at] if self.at < len(self.steps) else None

    @property
    def asked(self) -> tuple[int, int]:
        """Return the number of the question that is shown or comes next, from 1, and how many there are."""
        numbered = [each.kind is Kind.ASK for each in self.steps]
        return min(sum(numbered[: self.at]) + 1, sum(numbered)), sum(numbered)

    def go_on(self) -> None:
        """Go to the next screen; from the last one to the end."""
        self.at = min(self.at + 1, len(self.steps))

    def skip(self) -> None:
        """Go past the question shown, or past everything that the screen announces."""
        if self.step is not None:
            self.at = self.step.past

    def back(self) -> bool:
        """Go to the screen before; return whether there is one."""
        if self.at == 0:
            return False
        self.at -= 1
        return True

    def phrases(self, question: PracticeQuestion) -> tuple[Phrase, ...]:
        """Return the words to say at a question: those of the lessons it names, then its own.

        A phrase that the content of today no longer has is passed over.
        """
        known = self._session.library.phrases
        return (*(known[name] for name in question.says if name in known), *question.phrases)
