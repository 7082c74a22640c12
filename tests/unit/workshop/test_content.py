"""Ready plans and what their leaders are told: as content, checked as content."""

import datetime as dt

import pytest
from msgspec import structs

from kyr_app.content import icons
from kyr_app.content.checks import workshops
from kyr_app.content.desk import Desk
from kyr_app.content.source import Mapping
from kyr_app.model.agenda import ICONS
from kyr_app.model.deck import Kind, deck
from kyr_app.model.lesson import Audience
from kyr_app.model.workshop import LENGTHS, Leading, ReadyPlan
from kyr_app.session.session import Session

DAY = dt.date(2026, 11, 22)


def test_there_is_a_plan_for_each_length_four_stations_and_a_corner(library):
    plans = library.workshops.values()
    assert {plan.minutes for plan in plans} == set(LENGTHS)
    assert any(len(plan.stations) == 4 for plan in plans)
    corner = next(plan.corner for plan in plans if plan.corner)
    assert library.lesson(corner.lesson).audience is Audience.CHILD
    for plan in plans:
        assert all(station.lesson in plan.lessons for station in plan.stations)


def test_a_leader_is_told_all_that_is_needed(library):
    leading = library.leading
    for name in ("welcome", "materials", "safety", "distress", "referral", "close", "goodbye"):
        assert getattr(leading, name), name
    assert {"mx-911", "linea-de-la-vida"} <= set(leading.contacts) <= set(library.contacts)
    said = " ".join(str(block) for block in leading.safety)
    assert "lista" in said


def test_every_picture_that_a_wall_shows_exists(library):
    session = Session(library, today=DAY)
    used = set(ICONS.values())
    for plan in library.workshops:
        session.workshop.take(plan)
        for short in (True, False):
            session.workshop.change(short=short)
            leaves = session.workshop.leaves()
            used |= {leaf.icon for leaf in leaves} | {piece.icon for leaf in leaves for piece in leaf.pieces}
    assert [name for name in used - {""} if not icons.has(name)] == []


def test_a_deck_follows_the_agenda(session):
    session.workshop.choose(["say-fear", "fraud-help"], minutes=90)
    leaves, steps = session.workshop.leaves(), session.workshop.steps
    assert [leaf.step for leaf in leaves] == sorted(leaf.step for leaf in leaves)
    assert {leaf.step for leaf in leaves} == set(range(len(steps)))
    points = [leaf.mark for leaf in leaves if "." in leaf.mark]
    assert points == [f"{n}.{at}" for n in (1, 2) for at in range(1, 6)]
    asked = [leaf for leaf in leaves if leaf.kind is Kind.ASK]
    answered = [leaf for leaf in leaves if leaf.kind is Kind.ANSWER]
    assert [leaf.lesson for leaf in asked] == [leaf.lesson for leaf in answered] == ["say-fear", "fraud-help"]
    assert all(
        leaf.notes for leaf in leaves if leaf.mark and leaf.title != leaves[-1].title and "." in leaf.mark
    )


def test_a_deck_without_guidance_still_opens_and_closes(session):
    chosen = session.workshop
    chosen.choose(["say-fear"], minutes=60)
    leaves = deck(chosen.plan, chosen.steps, chosen.lessons, None)
    assert leaves[0].step == 0
    assert leaves[-1].step == len(chosen.steps) - 1


PLAN = """id: {id}
order: 1
icon: users
title:
  es: Uno
  en: One
summary:
  es: Dos
  en: Two
minutes: {minutes}
people: {people}
reviewed: 2026-11-22
good_until: 2027-11-22
lessons:
  - {lesson}
{more}"""
CORNER = """corner:
  lesson: say-fear
  blocks:
    - kind: paragraph
      id: p
      practice: yes
      text:
        es: Tres
        en: Three
"""
STATION = """stations:
  - id: one
    lesson: say-fear
    title:
      es: Tres
      en: Three
    text:
      es: Tres
      en: Three
"""
GOOD = {"id": "made", "minutes": 60, "people": 25, "lesson": "say-fear", "more": ""}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({}, ""),
        ({"lesson": "say-fea"}, "say-fear"),
        ({"minutes": 61}, "60, 90, 120"),
        ({"people": 0}, "100"),
        ({"more": CORNER}, "for children"),
        ({"more": STATION}, "stations"),
        (
            {"lesson": "say-fear\n  - evidence\n  - turn-in\n  - appeals\n  - statement\n  - mpp-case"},
            "minutes more",
        ),
    ],
)
def test_what_is_wrong_with_a_plan_is_found(desk, tmp_path, library, wrong, said):
    folder = tmp_path / "workshops"
    folder.mkdir()
    (folder / "made.yaml").write_text(PLAN.format(**{**GOOD, **wrong}), encoding="utf-8")
    made = Desk(tmp_path)
    assert not made.problems
    made.sources += [each for each in desk.sources if each.kind is not ReadyPlan]
    found = list(workshops.check(made))
    locale = Session(library, today=DAY).locale_of("en")
    words = " ".join(locale.render(each.said) for each in found)
    assert bool(found) == bool(said), words
    assert all(each.file.endswith("made.yaml") for each in found)
    assert said in words


def test_a_second_guidance_is_refused(desk, tmp_path):
    only = next(each for each in desk.sources if each.kind is Leading)
    made = Desk(tmp_path)
    made.sources += [*desk.sources, structs.replace(only, file="again.yaml")]
    (problem,) = list(workshops.check(made))
    assert problem.file == "again.yaml"
    assert isinstance(only.visits[0][2], Mapping)
