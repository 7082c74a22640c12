"""Progress is told often, evenly and never backwards; whoever says stop is heard at every one of those moments."""

import itertools

import pytest

from kyr_app.documents.lessons import handout
from kyr_app.documents.lessons.job import Stopped
from kyr_app.documents.typesetting.pace import Offsets, Pace
from kyr_app.model.settings import Edition
from tests.bench import growing_papers
from tests.unit.documents.paper import job, lesson

FEW = [lesson(name=f"l{at}") for at in range(4)]


def heard(work):
    told = []
    work.run(lambda done, total: told.append((done, total)) or True)
    return told


@pytest.mark.parametrize("edition", [Edition.STANDARD, Edition.LARGE, Edition.DISCREET])
@pytest.mark.parametrize("count", [1, 4])
def test_it_goes_from_nothing_to_all_in_small_steps(edition, count):
    told = heard(job(*FEW[:count], edition=edition))
    done = [each / total for each, total in told]
    assert done == sorted(done)
    assert done[0] < 0.02
    assert done[-1] == 1
    assert max(after - before for before, after in itertools.pairwise(done)) < 0.1


def test_so_does_a_long_story(library):
    told = []
    growing_papers.declaration(60, library)(lambda done, total: told.append(done / total) or True)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
    assert max(after - before for before, after in itertools.pairwise(told)) < 0.15


def test_cards_can_be_stopped_before_the_first_is_drawn():
    with pytest.raises(Stopped):
        job(*FEW, edition=Edition.CARD).run(lambda _done, _total: False)


def test_each_lesson_is_as_much_as_the_others():
    told = heard(job(*FEW))
    parts = [sum(at * 215 <= done < (at + 1) * 215 for done, _ in told) for at in range(4)]
    assert min(parts) > 0.8 * max(parts)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.87, 0.95])
def test_it_can_be_stopped_at_any_of_them_also_while_the_file_is_written(share):
    told = []

    def until(done, total):
        told.append(done)
        return done < share * total

    with pytest.raises(Stopped):
        job(*FEW).run(until)
    assert sum(each >= share * 1000 for each in told) == 1


def test_a_lesson_is_made_when_those_before_it_are_drawn(monkeypatch):
    order = []
    made = handout._Lesson.made

    def noted(self):
        order.append(self.at)
        return made(self)

    monkeypatch.setattr(handout._Lesson, "made", noted)
    job(*FEW).run(lambda done, _total: order.append(done // 215 - 10) or True)
    first = {at: order.index(at) for at in range(4)}
    assert all(
        -10 + at - 1 in order[: first[at]] and -10 + at + 1 not in order[: first[at]] for at in range(1, 4)
    )


def test_things_torn_at_the_foot_of_a_page_do_not_turn_it_back():
    told = []
    pace = Pace(lambda done, _: told.append(done), 1)
    pace.begins(2)
    for left in (2, 1, 3, 2, 1, 0):
        pace.left(left)
    pace.footed(0.0)
    offsets = Offsets(pace, {1: "a"})
    offsets["a"] = 5
    assert told == sorted(told)
    assert told[-1] == 1000
    assert offsets == {"a": 5}


def test_without_anybody_to_tell_nothing_is_told():
    assert job(lesson()).run() == job(lesson()).run(lambda _done, _total: True)
