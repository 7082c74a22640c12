import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kyr_app import places
from kyr_app.content.check import problems
from kyr_app.content.desk import Desk
from kyr_app.content.library import Library, load
from kyr_app.content.scores import score
from kyr_app.i18n import catalogs
from kyr_app.session import situation
from tests.unit.test_interview import walk_through

LIBRARY = load(places.pack())


def test_nothing_to_mend(desk: Desk) -> None:
    english = catalogs.load("en", places.translations())
    assert [f"{each.file}:{each.line} {english.render(each.said)}" for each in problems(desk)] == []


@pytest.mark.parametrize("interview_id", LIBRARY.interviews)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_answers_lead_to_a_dead_end(interview_id: str, library: Library, data: st.DataObject) -> None:
    interview = library.interview(interview_id)
    answers = walk_through(interview, data)
    for checklist in library.checklists:
        personal = situation.checklist(library, checklist, answers)
        assert personal.parts
        for finding in personal.findings:
            assert finding.reasons


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
