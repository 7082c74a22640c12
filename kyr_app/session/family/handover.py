"""Shared facts from one adult's file to another's: chosen one by one, sealed under words of their own.

Only the names in `SHARED` can go: what stands for a household and says nothing of what anybody lived through. What is
one's own, what is painful, stories, plans and notes, and the answers of single persons are never offered.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from kyr_app import outside
from kyr_app.model.answers import Answer, Answers, Open, plain
from kyr_app.model.changes import Changes
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_, Words
from kyr_app.model.wording import said
from kyr_app.session.family.receipt import Way
from kyr_app.session.keeping import fitted
from kyr_app.session.situation import asked_names

if TYPE_CHECKING:
    import datetime as dt

    from kyr_app.content.library import Library
    from kyr_app.session.family.family import Family
    from kyr_app.session.family.receipt import Handed
    from kyr_app.session.signal import Signal

SHARED = tuple(
    """
    adults children youngest_age oldest_child_age children_with same_surname child_mexico
    birth_certificates id_papers guardian_paper copies_left children_list schools household_size
    home_street home_apt home_city home_state home_zip home_country
    mail_same mail_care_of mail_street mail_apt mail_city mail_state mail_zip
    in_us us_entry_date mexico_entry_date has_nta court_known family_same_date lawyer_help
    court_name court_address judge_name hearing_date hearing_time hearing_kind opla_address
    """.split()
)
"""The answers that can go, in the order in which they are offered."""

NEVER: tuple[Words, ...] = (
    N_("Your story, your fears, and everything about what happened to you"),
    N_("Your ticks, notes and dates, and what you read"),
    N_("Your name, your telephone, your papers, and the answers of each person"),
)
"""What is said before anything goes."""

_FORMAT, _FILE, _VERSION = "kyr-facts", "facts.json", 1
_MOST = 1024 * 1024


class Fact(Struct, frozen=True):
    """Something that can go: what was asked and what was answered."""

    name: str
    asked: Words
    answered: Words


class Offered(Struct, frozen=True):
    """Something that came: what it says, and what stands here now (None: nothing does)."""

    name: str
    asked: Words
    answered: Words
    mine: Words | None
    answer: Answer

    @property
    def differs(self) -> bool:
        """Whether something else stands here."""
        return self.mine is not None and self.mine != self.answered


class Sitting(Protocol):
    """What a hand-over needs of the session."""

    changed: Signal[Changes]
    answers: Answers
    today: dt.date

    @property
    def library(self) -> Library:
        """The content."""

    @property
    def family(self) -> Family:
        """The family file."""

    @property
    def handed(self) -> Handed:
        """What left the program."""


def offer(session: Sitting) -> tuple[Fact, ...]:
    """Return what can go; nobody has chosen any of it."""
    asked = asked_names(session.library)
    return tuple(
        Fact(name, asked[name].short, said(asked[name].answer, session.answers[name]))
        for name in SHARED
        if name in asked and name in session.answers and not isinstance(session.answers[name], Open)
    )


def sealed(session: Sitting, names: Iterable[str], phrase: str) -> bytes:
    """Return the chosen facts, sealed under `phrase`; two seconds of work.

    Raise `InputError` where a name cannot go or none was chosen, and `WeakPhrase`.
    """
    chosen = list(names)
    offered = {each.name for each in offer(session)}
    if not chosen or not offered.issuperset(chosen):
        raise InputError(
            N_("Choose at least one fact from the list."), N_("Nothing else can be handed over.")
        )
    from kyr_app.store.age_copy import age_copy  # noqa: PLC0415 (only where something goes)

    told = {
        "format": _FORMAT,
        "version": _VERSION,
        "answers": {each: plain(session.answers[each]) for each in chosen},
    }
    return age_copy({_FILE: json.dumps(told, ensure_ascii=False, indent=1).encode()}, phrase)


def write(session: Sitting, folder: Path, data: bytes) -> Path:
    """Write what `sealed` returned into `folder`, under a name that tells nothing; return where it is.

    Raise `NotSaved` where the disk refuses.
    """
    from kyr_app.store.disk import write_whole  # noqa: PLC0415
    from kyr_app.store.names import Label, neutral  # noqa: PLC0415

    path = folder / neutral(Label.TABLE, session.today, "age")
    write_whole(path, data, replace=False)
    session.handed.note_at(Way.HANDED, folder)
    return path


def look(session: Sitting, path: Path, phrase: str) -> tuple[Offered, ...]:
    """Return what came in a file, beside what stands here; nothing is taken yet.

    What no question takes is left out. Raise `InputError` or `WrongPhrase` where the file is none of these.
    """
    asked = asked_names(session.library)
    found = []
    for name, value in _opened(path, phrase).items():
        answer = fitted(asked, {"name": name, "answer": value})
        if name not in SHARED or answer is None or isinstance(answer, Open):
            continue
        field, mine = asked[name].answer, session.answers.get(name)
        here = None if mine is None or isinstance(mine, Open) else said(field, mine)
        found.append(Offered(name, asked[name].short, said(field, answer), here, answer))
    return tuple(sorted(found, key=lambda each: SHARED.index(each.name)))


def take(session: Sitting, offered: Sequence[Offered], names: Iterable[str]) -> int:
    """Take the chosen ones of what was offered; return how many. Other answers that stood there are set aside."""
    chosen = [each for each in offered if each.name in set(names)]
    former = [
        {"name": each.name, "answer": plain(session.answers[each.name])} for each in chosen if each.differs
    ]
    for each in chosen:
        session.answers = session.answers.given(each.name, each.answer)
    session.family.set_aside("answers", former)
    session.changed.emit(Changes(answers=True))
    return len(chosen)


def _opened(path: Path, phrase: str) -> dict[str, Any]:
    from kyr_app.store.age_copy import age_open  # noqa: PLC0415

    wrong = InputError(
        N_("This is no file of shared facts."), N_("Ask for it to be made again, and choose that file.")
    )
    try:
        data = outside.read(path, _MOST)
    except outside.TooLarge as error:
        raise wrong from error
    except OSError as error:
        raise InputError(
            N_("The file cannot be opened."), N_("Is the stick still in? Choose it again.")
        ) from error
    try:
        told: Any = json.loads(age_open(data, phrase)[_FILE])
    except (KeyError, ValueError, RecursionError) as error:
        raise wrong from error
    if (
        not isinstance(told, dict)
        or told.get("format") != _FORMAT
        or not isinstance(told.get("answers"), dict)
    ):
        raise wrong
    answers: dict[str, Any] = told["answers"]
    return answers
