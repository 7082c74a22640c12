"""Ask once, fill all: what papers still need, as one interview of just those screens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import structs

from kyr_app.interview import engine
from kyr_app.model import condition
from kyr_app.model.answers import Answers, put_off
from kyr_app.model.derived import sources
from kyr_app.model.fields import names_asked, tree
from kyr_app.model.interview import Group, Interview, Reached, Screen, Section, singly
from kyr_app.model.text import Text
from kyr_app.rules.engine import verdict
from kyr_app.session.answers_file import unknown

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.model.text import Words

MADE = "papers"
"""The id of the interview that is made here; no file of content has it."""


@lru_cache(maxsize=2)
def home_of(library: Library) -> dict[str, tuple[Interview, Section, Screen]]:
    """Return where each answer is asked for a paper: an interview made for papers goes before any other."""
    found: dict[str, tuple[Interview, Section, Screen]] = {}
    ordered = sorted(library.interviews.values(), key=lambda each: each.reached is not Reached.PAPERS)
    for interview in ordered:
        for section in interview.sections:
            for screen in section.screens:
                for single in singly(screen):
                    found.setdefault(single.answer.name, (interview, section, screen))
    return found


@lru_cache(maxsize=2)
def own_names(library: Library) -> frozenset[str]:
    """Return the names of the answers that are each person's own."""
    return frozenset(
        single.answer.name
        for interview in library.interviews.values()
        for screen in interview.screens
        if screen.own
        for single in singly(screen)
    )


@lru_cache(maxsize=2)
def _reads(library: Library) -> dict[str, set[str]]:
    """Return for each answer the names of answers on other screens that the conditions of its own screen read."""
    asked = home_of(library)
    screens = {id(screen): _read_by(screen) for _, _, screen in asked.values()}
    return {name: screens[id(screen)] for name, (_, _, screen) in asked.items()}


def interview_for(library: Library, names: Iterable[str], answers: Answers) -> Interview:
    """Return an interview of the screens that ask for `names`, and of those on which these depend.

    A screen is in it once; one that is answered is there only where another one depends on it. Raise `InputError`
    for a name that no question has.
    """
    asked, reads = home_of(library), _reads(library)
    wanted: dict[str, None] = {}
    for name in names:
        for source in sources(name):
            _want(reads, source, wanted)
    needed = {name for name in wanted if not _given(answers, name)}
    depended = {read for name in needed for read in reads[name]}
    while more := {read for name in depended for read in reads[name]} - depended:
        depended |= more
    needed |= depended
    taken = [asked[name] for name in asked if name in needed]
    sections = _sections(library, taken)
    first = taken[0][0] if taken else next(iter(library.interviews.values()))
    return Interview(
        id=MADE,
        order=0,
        icon="files",
        title=_TITLE,
        summary=_TITLE,
        minutes=max(1, sum(len(each.screens) for each in sections) // 3),
        reviewed=min((each[0].reviewed for each in taken), default=first.reviewed),
        good_until=min((each[0].good_until for each in taken), default=first.good_until),
        sections=sections,
        reached=Reached.PAPERS,
    )


_TITLE = Text("Lo que falta para sus papeles", "What your papers still need")


def _want(reads: dict[str, set[str]], name: str, wanted: dict[str, None]) -> None:
    if name in wanted:
        return
    if name not in reads:
        raise unknown(name, list(reads))
    for read in reads[name]:
        _want(reads, read, wanted)
    wanted[name] = None


def _read_by(screen: Screen) -> set[str]:
    fields = screen.answer.fields if isinstance(screen.answer, Group) else ()
    conditions = [screen.when, *(each.when for each in fields)]
    read = {name for when in conditions if when for name in condition.names(tree(when))}
    return read - {single.answer.name for single in singly(screen)}


def _given(answers: Answers, name: str) -> bool:
    return not put_off(answers.get(name))


def _sections(library: Library, taken: Sequence[tuple[Interview, Section, Screen]]) -> tuple[Section, ...]:
    """Return the sections in the order of the content, each with its screens that were taken."""
    ids = {(interview.id, screen.id) for interview, _, screen in taken}
    found = []
    for interview in library.interviews.values():
        for section in interview.sections:
            screens = tuple(
                structs.replace(each, id=f"{interview.id}.{each.id}")
                for each in section.screens
                if (interview.id, each.id) in ids
            )
            if screens:
                found.append(Section(id=f"{interview.id}.{section.id}", title=section.title, screens=screens))
    return tuple(found)


def missing(library: Library, names: Iterable[str], answers: Answers) -> tuple[str, ...]:
    """Return which of `names`, and of what they depend on, have no answer yet and will be asked, in that order.

    *I don't know* and *there is none* are answers; *not today* is not, nor is a row that is not whole. Raise
    `InputError` as `interview_for` does.
    """
    given = Answers({name: answer for name, answer in answers.items() if not put_off(answer)})
    found = engine.progress(interview_for(library, names, given), given)
    certain = (each for each in found.asked[len(found.path) :] if verdict(each.when, given))
    return tuple(
        name for screen in certain for name in names_asked(screen, given, given) if name not in given
    )


def named(library: Library, names: Sequence[str]) -> tuple[Words, ...]:
    """Return the short words of each screen that asks for some of `names`, each once."""
    asked = home_of(library)
    return tuple(dict.fromkeys(asked[name][2].short for name in names if name in asked))
