import pytest

from kyr_app.session.session import Session
from kyr_app.ui.desk import Place
from tests.stories.book import plain, stories, told
from tests.ui.family import play

TRAVELERS = stories("travelers.yaml")


@pytest.mark.parametrize("story", TRAVELERS, ids=[story.name for story in TRAVELERS])
def test_through_the_window_it_comes_to_the_same_as_through_the_use_cases(window, content, story):
    asked, stopped = play(window, "travelers", story.answers)
    assert window.place is Place.REVIEW
    assert asked == list(story.answers)
    assert stopped == [each.split()[1] for each in story.findings if each.startswith("stop ")]
    assert plain(window.session.answers) == story.answers
    personal = window.session.checklist("turn-in")
    told(story, personal)
    without = Session(content, today=window.session.today)
    without.interviews.start("travelers")
    while without.interviews.at is not None:
        without.interviews.answer(story.answers[without.interviews.at.answer.name])
    assert personal == without.checklist("turn-in")
    window.shown.foot.next.click()
    assert window.place is Place.CHECKLIST
    assert list(window.shown.items) == [each.item.id for part in personal.parts for each in part.items]
