import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kyr_app import places
from kyr_app.content.check import problems
from kyr_app.content.desk import Desk
from kyr_app.content.guide import readability
from kyr_app.content.library import Library, load
from kyr_app.content.scores import passages, score
from kyr_app.i18n import catalogs
from kyr_app.model.inline import plain, terms
from kyr_app.model.interview import Reached, singly
from kyr_app.model.lesson import Audience
from kyr_app.rules import checklist
from kyr_app.session import situation
from tests.unit.test_interview import walk_through

LIBRARY = load(places.pack())


def reached_from(place: Reached) -> list[str]:
    return [each.id for each in LIBRARY.interviews.values() if each.reached is place]


def test_nothing_to_mend(desk: Desk) -> None:
    english = catalogs.load("en", places.translations())
    assert [f"{each.file}:{each.line} {english.render(each.said)}" for each in problems(desk)] == []


@pytest.mark.parametrize("interview_id", reached_from(Reached.SITUATION))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_answers_lead_to_a_dead_end(interview_id: str, library: Library, data: st.DataObject) -> None:
    interview = library.interview(interview_id)
    answers = walk_through(interview, data)
    found = situation.findings(library, answers)
    assert all(finding.reasons for finding in found)
    counts, asked = situation.counting(library, answers), situation.asked_names(library)
    for one in library.checklists.values():  # as `situation.checklist` makes each of them
        assert checklist.personal(one, found, counts, asked).parts


@pytest.mark.parametrize("interview_id", reached_from(Reached.PAPERS))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_answers_for_papers_lead_to_a_dead_end(
    interview_id: str, library: Library, data: st.DataObject
) -> None:
    walk_through(library.interview(interview_id), data)


def test_each_answer_for_papers_is_asked_for_in_one_place(library: Library) -> None:
    seen: dict[str, str] = {}
    for interview_id in reached_from(Reached.PAPERS):
        for screen in library.interview(interview_id).screens:
            for single in singly(screen):
                assert single.answer.name not in seen, (single.answer.name, seen)
                seen[single.answer.name] = interview_id


@pytest.mark.parametrize("lesson_id", LIBRARY.lessons)
def test_a_lesson_reads_easily(lesson_id: str, library: Library) -> None:
    found = score(lesson_id, library.lesson(lesson_id))
    assert found.inflesz >= 75
    assert found.grade <= 6


@pytest.mark.parametrize("kind", ["interviews", "checklists", "rule_sets"])
def test_questions_and_lists_read_easily(kind: str, library: Library) -> None:
    for name, value in getattr(library, kind).items():
        found = score(name, value)
        assert found.inflesz >= 65, name
        assert found.grade <= 7, name


def test_the_page_of_scores_is_fresh(library: Library) -> None:
    page = places.assets().parent / "docs" / "readability.md"
    assert page.read_text(encoding="utf-8") == readability(library), (
        "python3 dev.py run content guide -o docs/readability.md --force"
    )


def test_the_curriculum_is_whole(library: Library) -> None:
    """The journey has its lessons in order, for families, for teens and for a child."""
    assert len([each for each in library.lessons.values() if each.audience is Audience.FAMILY]) >= 22
    assert len([each for each in library.lessons.values() if each.audience is Audience.TEEN]) == 6
    assert len([each for each in library.lessons.values() if each.audience is Audience.CHILD]) == 1
    assert len(library.terms) >= 121
    for lesson in library.lessons.values():
        assert 1 <= len(lesson.points) <= 5
        assert 5 <= lesson.minutes <= 15
        assert lesson.facts
        assert lesson.teach_back.options


def test_every_glossary_term_that_a_lesson_links_is_explained(library: Library) -> None:
    for lesson in library.lessons.values():
        for text in passages(lesson):
            assert set(terms(text.es)) == set(terms(text.en)) <= set(library.terms)


def test_only_sourced_numbers_are_printed(library: Library) -> None:
    """A telephone number in a lesson, a finding or a checklist stands in the directory too."""
    known = {_digits(phone.number) for contact in library.contacts.values() for phone in contact.phones}
    shelves = (library.lessons, library.rule_sets, library.checklists, library.interviews, library.screenings)
    for shelf in shelves:
        for name, value in shelf.items():
            for text in passages(value):
                for language in (text.es, text.en):
                    for number in _PHONE.findall(plain(language)):
                        assert any(_digits(number) in each for each in known), (name, number)


_PHONE = re.compile(r"\(?\b\d{3}\)?[ -]\d{3}[ -]\d{4}\b|\b1-\d{3}-\d{3}-\d{4}\b|\b\d{2} \d{4} \d{4}\b")


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
