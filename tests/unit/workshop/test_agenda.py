"""The agenda: whole minutes that sum to what was asked for, whatever was chosen."""

from itertools import combinations, pairwise

import pytest

from kyr_app.model.agenda import ASK, LEAST_LESSON, Stage, TooMuch, agenda, called, now
from kyr_app.model.errors import InputError
from kyr_app.model.workshop import Plan


def plan_of(lessons, minutes=90, **more):
    return Plan(lessons=tuple(each.id for each in lessons), minutes=minutes, people=25, **more)


def check(plan, lessons):
    steps = agenda(plan, lessons)
    assert sum(step.minutes for step in steps) == plan.minutes
    assert steps[0].start == 0
    assert all(one.end == other.start for one, other in pairwise(steps))
    assert all(step.minutes > 0 for step in steps)
    assert (steps[0].stage, steps[-1].stage) == (Stage.OPENING, Stage.CLOSE)
    return steps


def test_the_minutes_of_any_lessons_sum_to_the_whole(library):
    lessons = list(library.lessons.values())
    fitting = 0
    for count in (1, 2, 3):
        for chosen in list(combinations(lessons, count))[:: 7 * count]:
            for minutes in (30, 45, 60, 75, 90, 120, 179, 240):
                try:
                    steps = check(plan_of(chosen, minutes), chosen)
                except TooMuch:
                    continue
                fitting += 1
                told = [step for step in steps if step.stage is Stage.LESSON]
                assert [step.lesson for step in told] == [each.id for each in chosen]
                for step, lesson in zip(told, chosen, strict=True):
                    assert max(LEAST_LESSON, lesson.minutes // 2) <= step.minutes <= 2 * lesson.minutes
    assert fitting > 500


def test_every_lesson_ends_at_a_stop_and_a_pause_stands_in_the_middle(library):
    lessons = [library.lesson(each) for each in ("turn-in", "say-fear", "fear-interview", "family-together")]
    steps = check(plan_of(lessons), lessons)
    for one, other in pairwise(steps):
        if one.stage is Stage.LESSON:
            assert (other.stage, other.lesson, other.minutes) == (Stage.ASK, one.lesson, ASK)
    (pause,) = [step for step in steps if step.stage is Stage.PAUSE]
    assert 90 / 3 < pause.start < 90 * 2 / 3
    assert steps[0].clock == "0:00–0:09"
    assert steps[-1].clock.endswith("–1:30")


def test_time_that_is_left_goes_to_questions(library):
    lessons = [library.lesson("say-fear")]
    steps = check(plan_of(lessons, 90), lessons)
    assert Stage.QUESTIONS in {step.stage for step in steps}


def test_what_does_not_fit_says_how_much_is_missing(library, locale):
    lessons = list(library.lessons.values())[:9]
    with pytest.raises(TooMuch) as caught:
        agenda(plan_of(lessons, 60), lessons)
    missing = caught.value.said.n
    assert str(missing) in locale.render(caught.value.said)
    with pytest.raises(TooMuch):
        agenda(plan_of(lessons, 60 + missing - 1), lessons)
    for minutes in (29, 241):
        with pytest.raises(InputError):
            agenda(plan_of(lessons[:1], minutes), lessons[:1])
    with pytest.raises(InputError):
        agenda(plan_of([]), [])


def test_stations_turn_in_rounds_of_the_same_length(library):
    ready = library.workshop("four-stations")
    lessons = [library.lesson(each) for each in ready.lessons]
    for minutes in (60, 90, 120):
        plan = plan_of(lessons, minutes, stations=ready.stations)
        if minutes == 60:
            with pytest.raises(TooMuch):
                agenda(plan, lessons)
            continue
        rounds = [step for step in check(plan, lessons) if step.stage is Stage.STATIONS]
        assert [step.n for step in rounds] == [1, 2, 3, 4]
        assert len({step.minutes for step in rounds}) == 1


def test_every_part_has_a_name(library, locale):
    lessons = [library.lesson("say-fear")]
    titles = {each.id: each.title for each in lessons}
    for step in agenda(plan_of(lessons, 120), lessons):
        assert locale.render(called(step, titles)).strip()


def test_how_a_part_stands(library):
    lessons = [library.lesson("say-fear")]
    steps = agenda(plan_of(lessons, 60), lessons)
    first = now(steps, 0, 60, 60)
    assert (first.taken, first.left, first.left_of_all) == (60, steps[0].minutes * 60 - 60, 59 * 60)
    assert 0 < first.part < 1
    late = now(steps, 0, 10_000, 10_000)
    assert late.left < 0
    assert late.left_of_all < 0
    assert late.part == 1
