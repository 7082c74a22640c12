"""My situation: the interviews there are, each with how far it is, and what the answers call for so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.interview import Reached
from kyr_app.model.text import N_, P_, Words
from kyr_app.session import situation
from kyr_app.session.interviews import State
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.shelf import Shelf, minutes
from kyr_app.ui.whom import screening_of
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.model.interview import Interview

MARKS: dict[State, tuple[str, Tone]] = {
    State.NOT_STARTED: ("caret-right", Tone.SOFT),
    State.TO_GO_ON: ("arrow-right", Tone.ACCENT),
    State.DONE: ("check-circle-fill", Tone.ACCENT),
}


class SituationScreen(Shelf):
    """Chooses an interview. One that was begun is taken up where it was left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "path",
            N_("What is your situation?"),
            N_("One question at a time. You can skip any of them. No name is asked, and nothing is kept."),
        )
        self.found = Framed("phrase", "chats-circle")
        self._found = Pair(self.say, "", "strong")
        self.found.column.addWidget(self._found)
        self.look = Button(self.say, N_("What to talk about"), "arrow-right", after=True)
        self.look.clicked.connect(lambda: self.desk.go(Place.FINDINGS))
        self.found.put_beside(self.look)
        self.add(self.found)
        self._states: dict[str, tuple[Pair, Glyph]] = {}
        self.add_group(None, {each.id: self._card(each) for each in self._every()}, self._start)

    def _every(self) -> list[Interview]:
        """Return the interviews that are reached from here; those for papers are asked where a paper needs them."""
        every = self.session.library.interviews.values()
        return [each for each in every if each.reached is Reached.SITUATION]

    def _card(self, interview: Interview) -> Card:
        card = Card(self.say, interview.title, interview.icon, interview.summary)
        note = Pair(self.say, "", "kicker")
        card.add_line(note)
        self._states[interview.id] = (note, card.add_mark("caret-right"))
        return card

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show how far each interview is, and how much there is to talk about."""
        for interview in self._every():
            note, mark = self._states[interview.id]
            words, state = self._state(interview)
            self.say.both(note.say_both, words)
            mark.show_icon(*MARKS[state])
        count = len(situation.findings(self.session.library, self.session.answers))
        self.found.setVisible(bool(count))
        said = P_(
            "Your answers raise {n} topic to talk about.",
            "Your answers raise {n} topics to talk about.",
            count,
        )
        self.say.both(self._found.say_both, said)

    def refresh(self, changes: Changes) -> None:
        """Follow the answers."""
        if changes.answers:
            self.open("")

    def _state(self, interview: Interview) -> tuple[Words, State]:
        interviews, here = self.session.interviews, self.session.people.here
        screening = screening_of(self.session, interview.id)
        if screening is not None and screening.each_person and here:
            done = sum(interviews.state(interview.id, each.number) is State.DONE for each in here)
            state = State.DONE if done == len(here) else State.TO_GO_ON
            return N_("Done for {n} of {total} people", n=done, total=len(here)), state
        state = interviews.state(interview.id)
        if state is State.DONE:
            return N_("Done. You can look at it again."), state
        if state is State.TO_GO_ON:
            left = interviews.left(interview.id)
            return P_("To go on: {n} question left", "To go on: {n} questions left", left), state
        return minutes(interview.minutes), state

    def _start(self, interview_id: str) -> None:
        screening = screening_of(self.session, interview_id)
        if screening is not None and screening.each_person:
            self.desk.go(Place.PEOPLE, screening.id)
        else:
            self.desk.go(Place.INTERVIEW, interview_id)
