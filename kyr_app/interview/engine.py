"""A checklist, not a flowchart: which screens lie behind, which one is now, which answers count."""

from __future__ import annotations

from msgspec import Struct

from kyr_app.model import condition
from kyr_app.model.answers import Answer, Answers
from kyr_app.model.fields import names_asked, tree
from kyr_app.model.interview import Interview, Screen


class Progress(Struct, frozen=True):
    """Where an interview stands.

    `path` are the answered screens that count, in order; `now` is the first one without an answer, None at the
    end; `answers` are the answers that count: one given on a screen that is no longer asked is kept by the
    sitting and stays out of here. `ahead` are the screens after `now` that will be asked as far as can be known.
    """

    path: tuple[Screen, ...]
    now: Screen | None
    ahead: tuple[Screen, ...]
    answers: Answers

    @property
    def done(self) -> bool:
        """Whether nothing is left to ask."""
        return self.now is None

    @property
    def asked(self) -> tuple[Screen, ...]:
        """Every screen of this family's interview as far as known: path, now, ahead."""
        return (*self.path, *([self.now] if self.now else []), *self.ahead)

    @property
    def total(self) -> int:
        """How many screens there are in all, as far as known."""
        return len(self.asked)


def progress(interview: Interview, answers: Answers) -> Progress:
    """Return where `interview` stands with `answers`.

    A screen is asked where its condition holds for the answers that count so far. Where the condition is unknown
    because of an open answer it is not asked: the checklist tells what to find out instead.
    """
    counting: dict[str, Answer] = {}
    behind: dict[str, Answer] = {}
    path: list[Screen] = []
    rest: list[Screen] = []
    for screen in interview.screens:
        if not (_held(screen, counting) or (rest and _may_hold(screen, counting))):
            continue
        names = names_asked(screen, answers, counting)
        if not names:
            continue
        given = {name: answers[name] for name in names if name in answers}
        counting |= given
        if len(given) == len(names) and not rest:
            path.append(screen)
            behind |= given
        else:
            rest.append(screen)
    return Progress(tuple(path), next(iter(rest), None), tuple(rest[1:]), Answers(behind))


def _held(screen: Screen, counting: dict[str, Answer]) -> bool:
    return not screen.when or condition.holds(tree(screen.when), counting) is True


def _may_hold(screen: Screen, counting: dict[str, Answer]) -> bool:
    """Whether a screen further ahead may still be asked: its condition waits for an answer not given yet."""
    node = tree(screen.when)
    unknown = condition.holds(node, counting) is None
    return unknown and any(name not in counting for name in condition.names(node))


def screen_named(interview: Interview, screen_id: str) -> Screen | None:
    """Return a screen by id, None where the interview has none."""
    return next((screen for screen in interview.screens if screen.id == screen_id), None)
