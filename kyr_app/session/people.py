"""The people of a sitting: a family's shared answers stand once, what is each one's own stands with them."""

from __future__ import annotations

from msgspec import Struct, structs

from kyr_app.model.answers import NOTHING, Answer, Answers, Open
from kyr_app.model.person import Person, Who

MOST = 12
"""So many people at once: a larger family sits down twice."""


class People(Struct, frozen=True):
    """Who is there, in the order they came, and the answers of each. Replaced whole, never changed."""

    here: tuple[Person, ...] = ()
    own: tuple[Answers, ...] = ()
    last: int = 0

    def joined(self, who: Who) -> tuple[People, Person]:
        """Return the people with one more, and that person."""
        person = Person(self.last + 1, who)
        return People((*self.here, person), (*self.own, NOTHING), person.number), person

    def came(self, number: int, who: Who) -> People:
        """Return the people with one more under a number of their own, as a family file has it."""
        here = (*self.here, Person(number, who))
        return People(here, (*self.own, NOTHING), max(self.last, number))

    def numbered(self, last: int) -> People:
        """Return the people where no number up to `last` will be given again."""
        return structs.replace(self, last=max(self.last, last))

    def without(self, number: int) -> People:
        """Return the people without one, and without what was answered for them."""
        kept = [
            (person, own) for person, own in zip(self.here, self.own, strict=True) if person.number != number
        ]
        return structs.replace(self, here=tuple(p for p, _ in kept), own=tuple(own for _, own in kept))

    def given(self, number: int, name: str, answer: Answer) -> People:
        """Return the people with an answer of one of them."""
        own = tuple(
            each.given(name, answer) if person.number == number else each
            for person, each in zip(self.here, self.own, strict=True)
        )
        return structs.replace(self, own=own)

    def answers_of(self, number: int, shared: Answers) -> Answers:
        """Return the shared answers with those of one person over them.

        What the family skipped is open for each: there is nothing to share.
        """
        given = {name: answer for name, answer in shared.items() if answer is not Open.SKIPPED}
        return Answers({**given, **self.own_of(number)})

    def own_of(self, number: int) -> Answers:
        """Return what one person answered for themselves alone."""
        return next(
            (each for p, each in zip(self.here, self.own, strict=True) if p.number == number), NOTHING
        )
