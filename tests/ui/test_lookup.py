import datetime as dt

import pytest
from PySide6.QtCore import QPoint

from kyr_app.model.inline import terms
from kyr_app.model.settings import View
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.lookup import CARDS
from kyr_app.ui.widgets.label import Label
from tests.ui.conftest import settle, shown_words
from tests.ui.packing import until

SOON = 60_000
PAGES = [place for place, *_ in CARDS]


def type_in(screen, word, qtbot, done):
    screen.seek.line.setText(word)
    qtbot.waitUntil(done, timeout=SOON)
    settle()


@pytest.mark.parametrize("place", PAGES)
def test_every_page_is_reached_by_its_card_and_leads_back(window, place):
    window.go(Place.LOOKUP)
    window.shown.cards[place.value].click()
    assert window.place is place
    assert window.bar.places[Place.HOME].isChecked()
    window.shown.foot.back.click()
    assert window.place is Place.LOOKUP


@pytest.mark.parametrize("place", PAGES)
def test_every_page_becomes_a_paper_and_is_found_again_as_it_was(window, place, qtbot):
    window.go(place)
    settle()
    bar = window.shown.column.verticalScrollBar()
    bar.setValue(200)
    settle()
    at = bar.value()
    window.shown.foot.next.click()
    assert window.place is Place.PREVIEW
    qtbot.waitUntil(lambda: window.shown.ready, timeout=60_000)
    assert window.shown.document.pageCount() >= 1
    window.shown.foot.back.click()
    settle()
    assert window.place is place
    assert bar.value() == at


def test_the_glossary_is_in_the_order_of_the_language_with_both_of_them(window):
    window.go(Place.GLOSSARY)
    session = window.session
    for language in ("es", "en"):
        session.use_language(language)
        settle()
        locale = session.locale
        names = [locale.render(session.library.terms[name].term) for name in window.shown.rows]
        assert names == sorted(names, key=locale.collate)
        assert len(names) == len(session.library.terms)
    row = window.shown.rows["asylee"]
    words = " ".join(each.text() for each in row.findChildren(Label))
    term = session.library.terms["asylee"].term
    assert term.es in words
    assert term.en in words


def test_a_letter_brings_its_words_into_sight(window):
    window.go(Place.GLOSSARY)
    settle()
    screen = window.shown
    screen.letters.jumps["P"].click()
    locale = window.session.locale
    first = next(
        row
        for name, row in screen.rows.items()
        if locale.collate(locale.render(window.session.library.terms[name].term))[0].startswith("p")
    )
    port = screen.column.viewport()
    until(lambda: 0 < first.mapTo(port, QPoint(0, 0)).y() < port.height())


def test_the_glossary_is_narrowed_by_a_word_in_either_language(window, qtbot):
    window.go(Place.GLOSSARY)
    every = len(window.session.library.terms)
    type_in(window.shown, "asylee", qtbot, lambda: 0 < len(window.shown.rows) < every)
    assert "asylee" in window.shown.rows
    window.shown.seek.clear()
    settle()
    assert len(window.shown.rows) == every


def test_a_term_explained_in_a_lesson_leads_to_the_glossary_and_back(window):
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
    page = window.shown.column.page
    label = next(each for each in page.findChildren(Label) if f"term:{term}" in each.text())
    label.linkActivated.emit(f"term:{term}")
    page.explained.whole.click()
    assert window.place is Place.GLOSSARY
    assert window.shown.rows[term].property("kind") == "found"
    window.shown.foot.back.click()
    assert (window.place, window.shown.lesson.id, window.shown.at) == (Place.LESSON, lesson.id, at)


def test_places_are_shown_by_side_and_every_one_of_them_somewhere(window):
    window.go(Place.DIRECTORY)
    contacts = window.session.library.contacts
    seen = {}
    for side in ("mexico", "us", "all"):
        window.shown.chips.buttons[side].click()
        settle()
        seen[side] = set(window.shown.rows)
    assert seen["mexico"] | seen["us"] == seen["all"] == set(contacts)
    assert seen["mexico"] & seen["us"] == {
        name for name, each in contacts.items() if each.side.value in {"both", "international"}
    }


def test_a_place_says_its_numbers_and_to_check_before_calling(window):
    contact = next(
        each for each in window.session.library.contacts.values() if each.verify and len(each.phones) > 1
    )
    window.go(Place.DIRECTORY, contact.id)
    settle()
    words = " ".join(text for _, text in shown_words(window.shown.rows[contact.id]))
    for phone in contact.phones:
        assert phone.number in words
    marks = [
        each
        for each in window.shown.rows[contact.id].findChildren(Label)
        if each.property("role") == "warm-small"
    ]
    assert len(marks) == 1
    assert list(window.shown.rows) == [contact.id]


def test_one_place_is_printed_alone(window, qtbot):
    window.go(Place.DIRECTORY)
    name, view = next(iter(window.shown.rows.items()))
    view.print_button.click()
    qtbot.waitUntil(lambda: window.shown.ready, timeout=60_000)
    assert window.shown.work().contacts == (window.session.library.contacts[name],)
    assert window.shown.document.pageCount() == 1


def test_the_timeline_is_in_order_and_narrowed_by_matter(window, qtbot):
    window.go(Place.TIMELINE)
    screen = window.shown
    dates = [each.event_shown.date for each in screen.rows]
    assert dates == sorted(dates)
    assert len(dates) == len(window.session.library.events)
    screen.chips.buttons["border"].click()
    assert {each.event_shown.track for each in screen.rows} == {"border"}
    screen.chips.buttons["all"].click()
    type_in(screen, "2025", qtbot, lambda: len(screen.rows) < len(dates))
    assert all("2025" in f"{e.event_shown.date} {e.event_shown.text.es}" for e in screen.rows)


def test_what_changed_leads_to_the_sentence_in_its_lesson(window):
    window.go(Place.RECENT)
    settle()
    calm = next(at for at, each in enumerate(window.shown.shown_changes) if not each.lesson.painful)
    change = window.shown.shown_changes[calm]
    window.shown.rows[calm].click()
    assert window.place is Place.LESSON
    assert (window.shown.lesson, window.shown.at) == (change.lesson, change.lesson.points.index(change.point))
    assert window.shown.column.page.found is not None
    window.shown.foot.back.click()
    assert window.place is Place.RECENT


def test_older_changes_are_shown_when_asked_for(window):
    window.go(Place.RECENT)
    few = len(window.shown.rows)
    window.shown.more.click()
    settle()
    assert len(window.shown.rows) > few


def test_sources_of_a_lesson_stand_point_by_point(window):
    window.go(Place.SOURCES)
    lesson = window.session.library.lessons["turn-in"]
    window.shown.cards[lesson.id].click()
    settle()
    cited = {each.text().split(">", 1)[1] for each in window.shown.rows}
    assert len(cited) > 3
    window.shown.foot.back.click()
    assert window.place is Place.SOURCES
    assert window.shown.cards


def test_a_source_is_found_with_the_lessons_that_use_it(window, qtbot):
    window.go(Place.SOURCES)
    type_in(window.shown, "8 CFR 208.30", qtbot, lambda: bool(window.shown.rows))
    assert all("8 CFR 208.30" in each.text() for each in window.shown.rows)
    assert window.shown.cards
    next(iter(window.shown.cards.values())).click()
    assert window.shown.lesson is not None


def test_pages_past_their_date_say_so(open_window, session, content):
    session.today = content.built + dt.timedelta(days=400)
    window = open_window(session)
    for place in (Place.DIRECTORY, Place.TIMELINE):
        if place.value not in content.dated:
            continue
        window.go(place)
        assert [each for each in window.shown.findChildren(Label) if each.property("role") == "warm"]


def test_a_change_of_language_keeps_what_is_read_in_sight(window):
    for place in (Place.DIRECTORY, Place.TIMELINE, Place.RECENT):
        window.go(place)
        settle()
        bar = window.shown.column.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        settle()
        first, _ = window.shown.column.first_visible()
        window.session.use_language("en" if window.session.locale.language == "es" else "es")
        settle()
        settle()
        now, _ = window.shown.column.first_visible()
        assert now is first, place


def test_both_languages_of_a_term(window):
    window.session.use_view(View.BOTH)
    window.go(Place.GLOSSARY)
    settle()
    meaning = window.session.library.terms["asylee"].meaning
    words = " ".join(each.text() for each in window.shown.rows["asylee"].findChildren(Label))
    assert meaning.es in words
    assert meaning.en in words
