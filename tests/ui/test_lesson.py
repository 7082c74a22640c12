import pytest

from kyr_app.model.inline import terms
from kyr_app.model.settings import TextSize, View
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.choice import ChoiceView
from kyr_app.ui.widgets.label import Label
from tests.ui.conftest import settle


@pytest.fixture
def reading(window):
    """The lesson with the longest point, open on it and scrolled to its middle."""
    calm = [each for each in window.session.library.lessons.values() if not each.painful]
    lesson = max(calm, key=lambda each: len(each.points[1].blocks))
    window.go(Place.LESSON, lesson.id)
    window.shown.show_point(0)
    settle()
    return window


def test_a_change_of_language_keeps_the_point_and_what_is_seen(reading):
    screen = reading.shown
    screen.forward()
    settle()
    bar = screen.column.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()
    first, _ = screen.column.first_visible()
    for change in (
        lambda session: session.use_language("en"),
        lambda session: session.use_view(View.BOTH),
        lambda session: session.use_text_size(TextSize.VERY_LARGE),
        lambda session: session.use_language("es"),
    ):
        change(reading.session)
        settle()
        settle()
        assert screen.at == 1
        now, _ = screen.column.first_visible()
        assert now is first


def test_forward_and_back_through_the_whole_lesson(reading):
    screen = reading.shown
    for at in range(screen.points):
        assert screen.at == at
        screen.foot.next.click()
    assert screen.findChildren(ChoiceView)
    for at in reversed(range(screen.points)):
        screen.foot.back.click()
        assert screen.at == at
    screen.foot.back.click()
    assert reading.place is Place.LIBRARY


def test_going_away_and_coming_back_keeps_the_point(reading):
    reading.shown.forward()
    reading.go(Place.PAUSE)
    reading.shown.forward()
    assert (reading.place, reading.shown.at) == (Place.LESSON, 1)


def test_a_term_is_explained_in_place_and_put_away(window):
    shelf = window.session.library
    lesson, at, term = next(
        (lesson, at, term)
        for lesson in shelf.lessons.values()
        for at, point in enumerate(lesson.points)
        for block in point.blocks
        if hasattr(block, "text")
        for term in terms(block.text.es)
    )
    window.go(Place.LESSON, lesson.id)
    window.shown.show_point(at)
    settle()
    page = window.shown.column._page
    label = next(each for each in page.findChildren(Label) if f"term:{term}" in each.text())
    label.linkActivated.emit(f"term:{term}")
    settle()
    assert page.explained.isVisible()
    words = [each.text() for each in page.explained.findChildren(Label)]
    assert any(shelf.terms[term].meaning.es[:20] in each for each in words)
    page.explained.close_button.click()
    settle()
    assert page.explained is None


def test_the_question_at_the_end_answers_kindly_whatever_is_chosen(window):
    lesson = next(iter(window.session.library.lessons.values()))
    window.go(Place.LESSON, lesson.id)
    window.shown.show_point(len(lesson.points))
    view = window.shown.findChildren(ChoiceView)[-1]
    for card, option in zip(view.cards, lesson.teach_back.options, strict=True):
        card.click()
        settle()
        replies = [reply for reply in view._replies if reply.isVisible()]
        assert len(replies) == 1
        assert any(option.reply.es in label.text() for label in replies[0].findChildren(Label))


def test_a_lesson_past_its_date_says_so(open_window, session, content):
    session.today = max(each.good_until for each in content.lessons.values()).replace(year=2030)
    window = open_window(session)
    window.go(Place.LESSON, next(iter(content.lessons)))
    window.shown.show_point(0)
    frames = [each for each in window.shown.findChildren(Label) if each.property("role") == "warm"]
    assert frames
