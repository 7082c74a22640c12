"""Walking through an interview: start, answer, back, change, review."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import msgspec

from kyr_app.interview import engine
from kyr_app.interview.engine import Progress
from kyr_app.interview.review import ReviewSection, review
from kyr_app.model.answers import Open, put_off
from kyr_app.model.changes import Changes
from kyr_app.model.fields import names_asked
from kyr_app.model.fitting import fitting_parts
from kyr_app.model.interview import LongText, Rows
from kyr_app.session import typed
from kyr_app.session.held import Holding
from kyr_app.session.keeping import Row
from kyr_app.session.sitting import Begun
from kyr_app.session.whose import keeper

if TYPE_CHECKING:
    from collections.abc import Hashable

    from kyr_app.model.interview import Interview, Screen
    from kyr_app.session.sitting import Sitting


class State(Enum):
    """How far an interview is."""

    NOT_STARTED = "not-started"
    TO_GO_ON = "to-go-on"
    DONE = "done"


class Interviews(Holding):
    """The interview under way. The answers live in the session; here is only which screen is shown."""

    name = "progress"

    def __init__(self, session: Sitting) -> None:
        self._session = session
        self._interview_id = ""
        self._made: Interview | None = None
        self._shown: str | None = None
        self.person: int | None = None
        self._begun: set[tuple[str, int | None]] = set()

    @property
    def interview(self) -> Interview:
        """The interview under way. Raise `ContentError` where none was started."""
        return self._made or self._held or self._session.library.interview(self._interview_id)

    @property
    def under_way(self) -> bool:
        """Whether an interview was started in this sitting."""
        return bool(self._interview_id)

    def start(self, interview_id: str, person: int | None = None) -> None:
        """Begin or take up again an interview, for the family or for one person of it.

        It opens at its first open screen, or at its review page.
        """
        if person != self.person or not self.goes_on(interview_id, self._session.answers_of(person)):
            self._session.library.interview(interview_id)
            self.release()
        self._interview_id, self._made = interview_id, None
        self.person = person
        self._begun.add((interview_id, person))
        self._shown = None
        self._show_next()

    def start_made(self, made: Interview, person: int | None = None) -> None:
        """Begin an interview that no file of content has, for the family or for one person of it.

        It is asked in this sitting alone; its answers stay like any other.
        """
        self.release()
        self._interview_id, self._made, self.person = made.id, made, person
        asked = self.progress().asked
        self._shown = next((each.id for each in asked if self._waits(each)), None)

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
        keeps = keeper(self.interview, screen, self.person)
        for name, fitted in fitting_parts(screen, value, self.progress().answers).items():
            self._session.give(name, fitted, keeps)
        self._show_after(screen)
        self._session.changed.emit(Changes(answers=True))

    def keep(self, screen_id: str, value: object) -> None:
        """Hold a value of a screen and stay there; an open one is no value.

        Of a group each field is held that fits, whole or not; so is each row. Words and rows that are deleted (None)
        are let go: the question waits again. Raise `InputError` as `answer` does; a text too long is held all the same.
        """
        screen = engine.screen_named(self.interview, screen_id)
        if screen is None or isinstance(value, Open):
            return
        keeps = keeper(self.interview, screen, self.person)
        before = self._session.answers_of(self.person)
        held = typed.held(screen, value, before)
        for name, fitted in held.answers.items():
            self._session.give(name, fitted, keeps)
        if held.answers:
            self._session.changed.emit(Changes(marks=True))
        if held.trouble is not None:
            raise held.trouble

    def skip(self) -> None:
        """Put off the screen shown and move on; a text or rows written before stay as they are."""
        screen = self.at
        if screen is None:
            return
        held = self._session.answers_of(self.person).value(screen.answer.name)
        if isinstance(screen.answer, LongText | Rows) and held is not None:
            self._show_after(screen)
            self._session.changed.emit(Changes(answers=True))
        else:
            self.answer(Open.SKIPPED)

    def _show_after(self, screen: Screen) -> None:
        """Show the screen that follows: while changing answers, the next one already answered.

        For one person of a family, what the family answered for all is not asked again: only what is open.
        """
        asked = self.progress().asked
        ids = [each.id for each in asked]
        following = ids.index(screen.id) + 1 if screen.id in ids else 0
        if self.person is not None or self._made is not None:
            while following < len(asked) and not self._waits(asked[following]):
                following += 1
        self._shown = ids[following] if following < len(ids) else None

    def _waits(self, screen: Screen) -> bool:
        """Return whether a screen has something to ask; what was put off is asked again for a paper."""
        given = self._session.answers_of(self.person)
        names = names_asked(screen, given, given)
        return any(name not in given if self._made is None else put_off(given.get(name)) for name in names)

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
        self._interview_id, self._made, self._shown, self.person = "", None, None, None
        self.drop()
        self._begun.clear()

    def clear(self) -> None:
        """Hold no interview, silently."""
        self.leave()

    def kept(self) -> list[Row]:
        """Return a row for each interview begun; that under way says at which screen it is, none being the review."""
        begun = sorted(self._begun, key=lambda each: (each[0], each[1] or 0))
        return [
            msgspec.to_builtins(Begun(name, person, *self._place(name, person))) for name, person in begun
        ]

    def _place(self, name: str, person: int | None) -> tuple[bool, str]:
        now = self._interview_id == name and self.person == person
        return now, (self._shown or "") if now else ""

    def restore(self, rows: list[Row]) -> list[Row]:
        """Stand where the rows say; return those of interviews that are not there."""
        self.leave()
        aside = []
        for row in rows:
            try:
                one = msgspec.convert(row, Begun)
            except msgspec.ValidationError:
                aside.append(row)
                continue
            if one.interview not in self._session.library.interviews:
                aside.append(row)
                continue
            self._begun.add((one.interview, one.person))
            if one.now:
                self._interview_id, self.person = one.interview, one.person
                self._shown = one.screen if one.screen in self._asked() else None
                if one.screen and not self._shown:
                    self._show_next()
        return aside

    def _asked(self) -> list[str]:
        return [screen.id for screen in self.progress().asked]

    def key(self, row: Row) -> Hashable:
        """Return the interview and the person."""
        return (row["interview"], row.get("person"))
