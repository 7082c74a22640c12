"""Official forms for a family: choosing a blank, whom it is for, filling it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from kyr_app.documents.official.identify import Found
from kyr_app.documents.sheet_job import Stopped
from kyr_app.documents.worker import api
from kyr_app.model.answers import NOTHING
from kyr_app.model.errors import ContentError, InputError
from kyr_app.model.person import Who
from kyr_app.session import missing
from kyr_app.session.making import official, papers
from kyr_app.session.making.papers import Kind
from tests.unit.documents.official import blanks
from tests.unit.documents.official.family import FAMILY, without

G1145 = "g-1145_09-26-14"


@pytest.fixture
def family(session):
    session.replace_answers(FAMILY)
    return session


def test_a_form_is_found_by_id_and_by_number(library):
    assert official.form(library, "I-589") is official.form(library, "i-589")
    assert official.form(library, "EOIR-33/IC").id == "eoir-33-ic"
    with pytest.raises(ContentError) as error:
        official.form(library, "I-000")
    assert error.value.hint


def test_every_form_is_offered_as_a_worksheet(session):
    found = {each.id: each for each in papers.more(session) if each.kind is Kind.FORM}
    assert list(found) == list(session.library.forms)
    assert found["i-589"].make(("es", "en"), None).answers is None
    session.replace_answers(FAMILY)
    assert found["i-589"].make(("es", "en"), None).answers == FAMILY


def test_what_a_form_needs_is_asked_and_nothing_else(family, library):
    for form_id in library.forms:
        reads = official.reads(library, form_id)
        assert missing.missing(library, [n for n in reads if not n.endswith("_en")], FAMILY) == (), form_id
    family.replace_answers(without("religion", "sex"))
    offer = next(each for each in papers.more(family) if each.id == "i-589")
    assert set(offer.needs) == {"religion", "sex"}
    assert family.my_papers.ask(["i-589"])


def test_a_story_is_asked_for_in_english_too_where_that_can_be_typed(library):
    assert "fee_reason_en" in official.reads(library, "eoir-26a")


def test_looking_happens_in_the_background(library):
    looking = official.Looking(library, blanks.made(G1145), "g-1145")
    assert looking.run() == b""
    assert looking.blank.identity.found is Found.EXACT
    assert looking.blank.form.id == "g-1145"
    assert "bytes" in repr(looking.blank)
    with pytest.raises(Stopped):
        official.Looking(library, blanks.made(G1145)).run(lambda *_: False)
    with pytest.raises(api.NotTaken):
        official.Looking(library, b"x").run()


def test_whom_a_form_is_for(family):
    assert [person for person, _ in official.whom(family, "i-589")] == [None]
    official.join_all(family)
    assert len(official.whom(family, "i-765")) == 9
    assert [person for person, _ in official.whom(family, "i-589")] == [None]
    official.join_all(family)  # nobody comes twice
    assert len(official.whom(family, "i-765")) == 9


def test_one_for_each(family):
    official.join_all(family)
    blank = official.look(family.library, blanks.made(G1145))
    people = [person for person, _ in official.whom(family, "g-1145")]
    job = official.fill(family, blank, people)
    with pikepdf.open(BytesIO(job.run())) as pdf:
        assert len(pdf.pages) == 9
    shown = {mark.text for mark in job.plan().marks}
    assert {"Persona", "Cónyuge", "Ana", "Gloria"} <= shown


def test_somebody_of_whom_nothing_is_known_gets_a_form_that_says_so(session):
    session.replace_answers(NOTHING)
    person = session.add_person(Who.SIBLING)
    job = official.fill(session, official.look(session.library, blanks.made(G1145)), [person.number])
    assert set(job.plan().missing) >= {"first_name", "last_name"}


@pytest.mark.parametrize(
    "data",
    [
        lambda: blanks.blank(G1145, blanks.FEET[G1145], values={"LastName[0]": "Somebody"}),
        lambda: blanks.made("i-765_08-21-25"),
    ],
    ids=["filled", "another form"],
)
def test_what_cannot_be_filled_says_what_to_do(family, data):
    blank = official.look(family.library, data(), "g-1145")
    with pytest.raises(InputError) as error:
        official.fill(family, blank)
    assert error.value.said == blank.identity.said
    assert error.value.hint is not None
