"""Shared facts from one adult's file to another's: only what was chosen, and only what can be shared at all."""

import datetime as dt
import json
from pathlib import Path

import pytest

from kyr_app.content.library import Library
from kyr_app.i18n.locale import Locale
from kyr_app.model.answers import Open
from kyr_app.model.errors import InputError, KyrError
from kyr_app.model.interview import singly
from kyr_app.model.person import Who
from kyr_app.session.family import handover
from kyr_app.session.family.receipt import Way
from kyr_app.session.session import Session
from kyr_app.store import age_copy
from kyr_app.store.slots import cheap
from tests.unit.session.conftest import WORDS

pytestmark = pytest.mark.usefixtures("quick_age")

OTHER = "sanear joya piscina supremo gastar rabo"


def test_what_can_go_is_neither_painful_nor_one_persons_own(library: Library) -> None:
    asked = [
        (screen, single.answer.name)
        for interview in library.interviews.values()
        for screen in interview.screens
        for single in singly(screen)
    ]
    known = {name for _, name in asked}
    assert known.issuperset(handover.SHARED)
    private = {name for screen, name in asked if screen.painful or screen.own}
    assert private & set(handover.SHARED) == {"children_list"}


def mother(session: Session) -> Session:
    for name, answer in {
        "children": 2,
        "hearing_date": dt.date(2026, 12, 1),
        "home_city": "Tijuana",
        "lawyer_help": Open.SKIPPED,
        "home_violence": "yes",
        "phone": "555-0100",
        "harms": ("threats",),
    }.items():
        session.give(name, answer)
    session.add_person(Who.PARTNER)
    session.give("q01_returned_mpp", "yes", 1)
    return session


def test_only_what_was_chosen_goes(session: Session, stick: Path, locale: Locale) -> None:
    mother(session)
    assert [each.name for each in handover.offer(session)] == ["children", "home_city", "hearing_date"]
    assert all(locale.render(each.asked) and locale.render(each.answered) for each in handover.offer(session))
    path = handover.write(session, stick, handover.sealed(session, ["children"], OTHER))
    assert path.name.startswith("lista-2026-11-22-")
    assert session.handed.of(Way.HANDED) == (("stick", 1),)
    inside = age_copy.age_open(path.read_bytes(), OTHER)
    assert json.loads(inside["facts.json"])["answers"] == {"children": 2}
    for names in ([], ["home_violence"], ["children", "phone"], ["lawyer_help"], ["q01_returned_mpp"]):
        with pytest.raises(InputError):
            handover.sealed(session, names, OTHER)
    assert [each.name for each in stick.iterdir()] == [path.name]


def test_what_came_is_looked_at_before_it_is_taken(
    session: Session, stick: Path, library: Library, today: dt.date
) -> None:
    mother(session)
    path = stick / "lista.age"
    path.write_bytes(handover.sealed(session, ["children", "home_city", "hearing_date"], OTHER))
    father = Session(library=library, today=today)
    father.family.create(stick, WORDS, costs=cheap())
    father.give("children", 3)
    father.give("home_city", "Tijuana")
    offered = handover.look(father, path, OTHER)
    assert father.answers["children"] == 3
    assert [(each.name, each.differs) for each in offered] == [
        ("children", True),
        ("home_city", False),
        ("hearing_date", False),
    ]
    assert [each.mine is None for each in offered] == [False, False, True]
    assert handover.take(father, offered, ["children", "hearing_date"]) == 2
    assert father.answers["children"] == 2
    assert father.answers["hearing_date"] == dt.date(2026, 12, 1)
    assert [each["row"] for each in father.family.former] == [{"name": "children", "answer": 3}]
    assert len(father.family.aside()) == 1
    assert father.family.stale


def test_facts_taken_in_before_there_is_a_file_go_into_it(
    session: Session, stick: Path, library: Library, today: dt.date
) -> None:
    mother(session)
    path = stick / "lista.age"
    path.write_bytes(handover.sealed(session, ["children"], OTHER))
    father = Session(library=library, today=today)
    father.give("children", 3)
    handover.take(father, handover.look(father, path, OTHER), ["children"])
    father.family.create(stick, WORDS, costs=cheap())
    stored = father.family.lock_target()
    father.family.open_file(stored, WORDS)
    assert len(father.family.former) == 1


def sealed(value: object) -> bytes:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return age_copy.age_copy({"facts.json": data}, OTHER)


def test_files_that_are_none_of_these(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.age"
    with pytest.raises(InputError):
        handover.look(session, path, OTHER)
    for data in (
        b"",
        b"age-encryption.org/v1\n" * 3,
        b"x" * (1024 * 1024 + 1),
        age_copy.age_copy({"other.txt": b"1"}, OTHER),
        sealed(b"["),
        sealed(b"[" * 100_000),
        sealed([]),
        sealed({"format": "kyr-facts", "answers": []}),
        sealed({"format": "other", "answers": {}}),
    ):
        path.write_bytes(data)
        with pytest.raises(KyrError):
            handover.look(session, path, OTHER)
    path.write_bytes(sealed({"format": "kyr-facts", "answers": {"children": 2}}))
    with pytest.raises(KyrError):
        handover.look(session, path, WORDS)


def test_a_file_made_by_hand_brings_nothing_else_in(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.age"
    told = {"children": "many", "home_violence": "yes", "in_us": "skipped", "adults": 2, "unknown": 1}
    path.write_bytes(sealed({"format": "kyr-facts", "version": 9, "answers": told}))
    assert [each.name for each in handover.look(session, path, OTHER)] == ["adults"]
