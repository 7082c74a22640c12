"""How answers are written on a form, and when a story seems to be in Spanish."""

from __future__ import annotations

import datetime as dt

import pytest

from kyr_app.documents.official import states
from kyr_app.documents.official.language import spanish, spanish_words
from kyr_app.documents.official.values import composed, written
from kyr_app.model.answers import Answers, Open, Row
from kyr_app.model.form import Format

F = Format


@pytest.mark.parametrize(
    ("answer", "wanted", "said"),
    [
        ("A 000-000-000", F.A_NUMBER, "000000000"),
        ("12345678", F.A_NUMBER, "012345678"),
        ("none yet", F.A_NUMBER, "none yet"),
        ("000000000", F.A_DASHED, "000-000-000"),
        ("(956) 555-0101", F.AREA, "956"),
        ("+1 956 555 0101", F.LOCAL, "555-0101"),
        ("+52 55 5555 0101", F.AREA, ""),
        ("+52 55 5555 0101", F.LOCAL, "+52 55 5555 0101"),
        ("9565550101", F.PHONE, "(956) 555-0101"),
        ("956.555.0101", F.PHONE_DIGITS, "9565550101"),
        ("78520-1234", F.ZIP, "78520"),
        ("CP 01000", F.ZIP, "CP 01000"),
        (dt.date(2026, 2, 3), F.DAY, "02/03/2026"),
        (dt.date(2026, 2, 3), F.PLAIN, "02/03/2026"),
        ("2021-03", F.MONTH, "03/2021"),
        ("2021", F.MONTH, "2021"),
        ("123-45-6789", F.DIGITS, "123456789"),
        ("widowed", F.CAPITAL, "Widowed"),
        (7, F.PLAIN, "7"),
        (0, F.PLAIN, "0"),
        (("political", "group"), F.LIST, "Political; Group"),
        ((Row({"last_name": "B", "first_name": "A", "middle_name": Open.NONE}),), F.LIST, "A B"),
        ((Row({"name": "Persona", "a_number": "000-000-000"}),), F.LIST, "Persona, 000-000-000"),
        ((), F.LIST, "None"),
        (Open.NONE, F.DAY, "None"),
        (Open.UNSURE, F.DAY, "Unknown"),
        (Open.SKIPPED, F.DAY, None),
        (None, F.DAY, None),
    ],
)
def test_written(answer, wanted, said):
    assert written(answer, wanted, "None", "Unknown") == said


def test_composed_waits_for_every_answer_and_leaves_out_what_there_is_not():
    answers = Answers({"city": "Tela", "state": Open.NONE})
    assert composed("{city}, {state}", answers, F.PLAIN) == "Tela,"
    assert composed("{city}, {country}", answers, F.PLAIN) is None
    assert composed("N/A", answers, F.PLAIN) == "N/A"


@pytest.mark.parametrize(
    ("name", "code"), [("Texas", "TX"), ("nuevo  méxico", "NM"), ("TX", "TX"), ("Cortés", "Cortés")]
)
def test_states(name, code):
    assert states.code(name) == code


@pytest.mark.parametrize(
    ("text", "is_spanish"),
    [
        ("Tengo miedo de que me maten porque la policía trabaja con ellos.", True),
        ("They came to the house and said that they would come back for him.", False),
        ("Colonia Las Brisas, San Pedro Sula", False),
        (
            "In the colonia La Esperanza de la Sierra they burned the houses of the people who did not pay.",
            False,
        ),
        ("", False),
    ],
)
def test_spanish(text, is_spanish):
    assert spanish(text) is is_spanish


@pytest.mark.parametrize(
    ("words", "is_spanish"),
    [
        ("Católica", True),
        ("Catholic", False),
        ("hondureña", True),
        ("Honduran", False),
        ("Mestizo", False),
        ("español", True),
        ("Spanish", False),
        ("Vendedora de comida", True),
        ("Primary school", False),
        ("Hija", True),
        ("Pastor", False),
        ("Q’anjob’al", False),
    ],
)
def test_short_answers_in_spanish(words, is_spanish):
    assert spanish_words(words) is is_spanish
