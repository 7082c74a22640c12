"""Walking through an interview: start, answer, back, change, review."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

from kyr_app.interview import engine
from kyr_app.interview.engine import Progress
from kyr_app.interview.review import ReviewSection, review
from kyr_app.model.changes import Changes
from kyr_app.model.wording import fitting

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.model.answers import Answer, Answers
    from kyr_app.model.interview import Interview, Screen
    from kyr_app.session.signal import Signal


class State(Enum):
    """How far an interview is."""

    NOT_STARTED = "not-started"
    TO_GO_ON = "to-go-on"
    DONE = "done"


class Sitting(Protocol):
    """What an interview needs of the session."""

    changed: Signal[Changes]

    @property
    def library(self) -> Library:
        """The content."""

    def answers_of(self, person: int | None) -> Answers:
        """Return the answers given so far: the family's, and with them those of a person."""

    def give(self, name: str, answer: Answer, person: int | None) -> None:
        """Keep an answer for the sitting, silently."""


class Interviews:
    """The interview under way. The answers live in the session; here is only which screen is shown."""

    def __init__(self, session: Sitting) -> None:
        self._session = session
        self._interview_id = ""
        self._shown: str | None = None
        self.person: int | None = None
        self._begun: set[tuple[str, int | None]] = set()

    @property
    def interview(self) -> Interview:
        """The interview under way. Raise `ContentError` where none was started."""
        return self._session.library.interview(self._interview_id)

    @property
    def under_way(self) -> bool:
        """Whether an interview was started in this sitting."""
        return bool(self._interview_id)

    def start(self, interview_id: str, person: int | None = None) -> None:
        """Begin or take up again an interview, for the family or for one person of it.

        It opens at its first open screen, or at its review page.
        """
        self._session.library.interview(interview_id)
        self._interview_id = interview_id
        self.person = person
        self._begun.add((interview_id, person))
        self._shown = None
        self._show_next()

    def progress(self) -> Progress:
        """Return where the interview stands."""
        return engine.progress(self.interview, self._session.answers_of(self.person))

    def state(self, interview_id: str, person: int | None = None) -> State:
        """Return how far an interview is, for the family or for one person of it.

        An answer that another interview asked for as well does not begin this one.
        """
        interview = self._session.library.interview(interview_id)
        if engine.progress(interview, self._session.answers_of(person)).done:
            return State.DONE
        return State.TO_GO_ON if (interview_id, person) in self._begun else State.NOT_STARTED

    def left(self, interview_id: str, person: int | None = None) -> int:
        """Return how many screens of an interview are still to be asked, as far as known."""
        interview = self._session.library.interview(interview_id)
        found = engine.progress(interview, self._session.answers_of(person))
        return found.total - len(found.path)

    @property
    def at(self) -> Screen | None:
        """The screen shown; None on the review page."""
        return engine.screen_named(self.interview, self._shown) if self._shown else None

    @property
    def number(self) -> int:
        """The number of the screen shown, from 1; on the review page the number of screens."""
        asked = [screen.id for screen in self.progress().asked]
        return asked.index(self._shown) + 1 if self._shown in asked else len(asked)

    def answer(self, value: object) -> None:
        """Answer the screen shown and move on. Raise `InputError`, in words, where the value does not fit."""
        screen = self.at
        if screen is None:
            return
        fitted = fitting(screen.answer, value)
        self._session.give(screen.answer.name, fitted, self.person)
        self._show_after(screen)
        self._session.changed.emit(Changes(answers=True))

    def _show_after(self, screen: Screen) -> None:
        """Show the screen that follows: while changing answers, the next one already answered.

        For one person of a family, what the family answered for all is not asked again: only what is open.
        """
        asked = self.progress().asked
        ids = [each.id for each in asked]
        following = ids.index(screen.id) + 1 if screen.id in ids else 0
        if self.person is not None:
            given = self._session.answers_of(self.person)
            while following < len(asked) and asked[following].answer.name in given:
                following += 1
        self._shown = ids[following] if following < len(ids) else None

    def _show_next(self) -> None:
        now = self.progress().now
        self._shown = now.id if now else None

    def back(self) -> bool:
        """Show the screen before; return False where the first one is shown."""
        asked = [screen.id for screen in self.progress().asked]
        at = asked.index(self._shown) if self._shown in asked else len(asked)
        if at == 0:
            return False
        self._shown = asked[at - 1]
        self._session.changed.emit(Changes(answers=True))
        return True

    def go_to(self, screen_id: str) -> None:
        """Show a screen of the path again, to change its answer."""
        if screen_id in [screen.id for screen in self.progress().asked]:
            self._shown = screen_id
            self._session.changed.emit(Changes(answers=True))

    def review(self) -> tuple[ReviewSection, ...]:
        """Return what was answered, by section."""
        return review(self.interview, self._session.answers_of(self.person))

    def leave(self) -> None:
        """Forget which interviews were begun, and which was under way."""
        self._interview_id, self._shown, self.person = "", None, None
        self._begun.clear()
