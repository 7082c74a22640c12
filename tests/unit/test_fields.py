"""Rows, groups, long texts, months, and what there is none of."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyr_app.i18n import catalogs
from kyr_app.interview.engine import progress
from kyr_app.interview.review import review
from kyr_app.model import condition
from kyr_app.model.answers import NOTHING, Answer, Answers, Open, Row, plain
from kyr_app.model.derived import DERIVED, with_derived
from kyr_app.model.errors import InputError
from kyr_app.model.fitting import fitting, fitting_parts
from kyr_app.model.interview import (
    AnyField,
    Column,
    DayField,
    Group,
    Interview,
    Line,
    LongText,
    Month,
    Number,
    Rows,
    Screen,
    Section,
    YesNo,
    columns_of,
    singly,
)
from kyr_app.model.wording import row_said, said
from kyr_app.places import translations
from tests.conftest import TODAY
from tests.unit.test_interview import filled, text

ENGLISH = catalogs.load("en", translations())


def column(field: Any, when: str = "") -> Column:
    return Column(label=text(field.name.title()), answer=field, when=when)


CHILDREN = Rows(
    name="children_list",
    columns=(
        column(Line(name="name", most=20)),
        column(DayField(name="born")),
        column(YesNo(name="here")),
        column(Line(name="where"), "here == no"),
        column(Line(name="number", optional=True), "here == yes"),
    ),
    one=text("child"),
    more=text("another child"),
    title=("name",),
    none=text("No children"),
    most=3,
)
HOME = Group(
    name="home",
    fields=(
        column(Line(name="home_street")),
        column(Line(name="home_apt", optional=True)),
        column(YesNo(name="home_mail")),
        column(Line(name="mail_street"), "home_mail == no"),
    ),
)
ANA = {"name": "Ana", "born": "2015-03-01", "here": "no", "where": "Tijuana"}


def screen(field: AnyField, when: str = "", *, own: bool = False) -> Screen:
    return Screen(
        id=field.name,
        question=text(f"{field.name}?"),
        short=text(field.name),
        why=text("why"),
        answer=field,
        when=when,
        own=own,
    )


INTERVIEW = Interview(
    id="sample",
    order=1,
    icon="users",
    title=text("sample"),
    summary=text("sample"),
    minutes=1,
    reviewed=TODAY,
    good_until=TODAY,
    sections=(
        Section(
            id="one",
            title=text("one"),
            screens=(
                screen(HOME),
                screen(CHILDREN),
                screen(Line(name="school"), "children_list >= 1"),
                screen(YesNo(name="married")),
                screen(
                    Group(name="spouse", fields=(column(Line(name="spouse_name"), "married == yes"),)),
                ),
            ),
        ),
    ),
)


def told(error: InputError) -> str:
    return ENGLISH.render(error.said)


def test_rows_are_rows_and_say_nothing_of_themselves() -> None:
    rows = fitting(CHILDREN, [ANA, {"name": "Luis", "born": "2019-01-02", "here": "yes", "number": "none"}])
    assert isinstance(rows, tuple)
    first, second = rows
    assert isinstance(first, Row)
    assert isinstance(second, Row)
    assert first["born"] == dt.date(2015, 3, 1)
    assert second["number"] is Open.NONE
    assert second.value("number") is None
    assert "Ana" not in repr(rows)
    assert "Ana" not in repr(Answers({"children_list": rows}))
    assert hash(first) == hash(Row(dict(first)))
    assert Answers({"children_list": rows}).rows("children_list") == rows
    assert Answers({"a": "x"}).rows("a") == ()
    with pytest.raises(TypeError):
        first["name"] = "B"  # type: ignore[index]


@pytest.mark.parametrize("value", ["none", [], (), Open.NONE])
def test_no_rows_are_an_answer(value: object) -> None:
    assert fitting(CHILDREN, value) == ()
    assert said(CHILDREN, ()) == text("No children")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({**ANA, "born": "1/3/2015"}, "Row 2, “Born”:"),
        ({key: ANA[key] for key in ("name", "here", "where")}, "Row 2, “Born”:"),
        ({**ANA, "nombre": "Ana"}, "Row 2, “nombre”:"),
        ({**ANA, "here": "yes"}, "Row 2, “Number”:"),
        ({**ANA, "name": "none"}, ""),
        ({**ANA, "name": " "}, "Row 2, “Name”:"),
    ],
)
def test_a_mistake_in_a_row_is_told_with_its_row_and_column(row: dict[str, str], words: str) -> None:
    if not words:
        assert fitting(CHILDREN, [row])  # a name may be “none”: it is not optional
        return
    with pytest.raises(InputError) as refused:
        fitting(CHILDREN, [ANA, row])
    assert told(refused.value).startswith(words)


@pytest.mark.parametrize("value", ["Ana", [1], [["Ana"]], {"name": "Ana"}, [ANA] * 4, 7, None])
def test_what_is_no_rows_is_refused(value: object) -> None:
    with pytest.raises(InputError):
        fitting(CHILDREN, value)


def test_what_does_not_apply_to_a_row_is_not_taken() -> None:
    given = Answers({"children_list": fitting(CHILDREN, [{**ANA, "number": "A-000-000-000"}])})
    (row,) = given.rows("children_list")
    assert "number" not in row
    assert [label for label, _ in row_said(CHILDREN, row)] == [
        text(name) for name in ("Name", "Born", "Here", "Where")
    ]


@given(st.data())
def test_rows_come_back_from_json(data: st.DataObject) -> None:
    rows = tuple(data.draw(st.lists(filled(CHILDREN), max_size=3)))
    assert fitting(CHILDREN, json.loads(json.dumps(plain(rows)))) == rows


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        (DayField(name="a"), TODAY),
        (Month(name="a"), "2021-03"),
        (Month(name="a"), "2021"),
        (LongText(name="a"), "Uno\n\n  dos\ntres"),
        (Line(name="a", optional=True), Open.NONE),
        (Line(name="a"), Open.UNSURE),
        (Number(name="a"), 7),
    ],
)
def test_every_kind_comes_back_from_json(field: AnyField, answer: Answer) -> None:
    assert fitting(field, json.loads(json.dumps(plain(answer)))) == answer
    assert said(field, answer)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Month(name="a"), "2021-13"),
        (Month(name="a"), "21"),
        (Month(name="a"), "03/2021"),
        (Month(name="a"), 2021),
        (LongText(name="a"), "x" * 20_001),
        (LongText(name="a"), "\n \n"),
        (LongText(name="a"), 5),
        (Line(name="a"), Open.NONE),
        (Line(name="a"), "   "),
        (HOME, "x"),
    ],
)
def test_what_does_not_fit_is_told(field: AnyField, value: object) -> None:
    with pytest.raises(InputError) as refused:
        fitting(field, value)
    assert told(refused.value)


def test_no_letter_of_a_long_text_is_lost() -> None:
    long = "\n".join(f"Renglón {n} de un texto, con ñ y «comillas»." for n in range(400))
    assert fitting(LongText(name="a"), long) == long
    assert fitting(LongText(name="a"), long.replace("\n", "\r\n")) == long


def test_there_is_none_is_known_and_equal_to_nothing_else() -> None:
    def holds(words: str, answer: Answer | None) -> bool | None:
        given = {} if answer is None else {"x": answer}
        return condition.holds(condition.parse(words), given)

    assert holds("x == none", Open.NONE) is True
    assert holds("x == mam", Open.NONE) is False
    assert holds("x != mam", Open.NONE) is True
    assert holds("x > 3", Open.NONE) is False
    assert holds("x == none", "mam") is False
    for unknown in (None, Open.UNSURE, Open.SKIPPED):
        assert holds("x == none", unknown) is None
        assert holds("x != none", unknown) is None
    rows = fitting(CHILDREN, [ANA])
    assert holds("x >= 1", rows) is True
    assert holds("x == 0", ()) is True
    assert holds("x >= 1", Open.UNSURE) is None


def test_a_group_is_answered_by_its_names_and_only_by_those_that_apply() -> None:
    start = progress(INTERVIEW, NOTHING)
    assert start.now is not None
    assert start.now.id == "home"
    some = Answers({"home_street": "Calle 1", "home_apt": Open.NONE, "home_mail": "no"})
    assert progress(INTERVIEW, some).now == start.now
    whole = some.given("mail_street", "Calle 2")
    at = progress(INTERVIEW, whole)
    assert at.now is not None
    assert at.now.id == "children_list"
    assert set(at.answers) == set(whole)
    assert "home" not in at.answers
    other = progress(INTERVIEW, whole.given("home_mail", "yes"))
    assert "mail_street" not in other.answers


def test_rows_decide_what_is_asked_and_a_group_without_a_field_is_not() -> None:
    base = Answers({"home_street": "C", "home_apt": Open.NONE, "home_mail": "yes"})
    none = progress(INTERVIEW, base.given("children_list", ()))
    assert none.now is not None
    assert none.now.id == "married"
    some = progress(INTERVIEW, base.given("children_list", fitting(CHILDREN, [ANA])))
    assert some.now is not None
    assert some.now.id == "school"
    assert progress(INTERVIEW, base.given("children_list", ()).given("married", "no")).done


def test_the_parts_of_a_group_are_fitted_together() -> None:
    whole = {"home_street": " Calle  1 ", "home_apt": "none", "home_mail": "yes", "mail_street": "x"}
    assert fitting_parts(screen(HOME), whole, {}) == {
        "home_street": "Calle 1",
        "home_apt": Open.NONE,
        "home_mail": "yes",
    }
    assert set(fitting_parts(screen(HOME), Open.SKIPPED, {}).values()) == {Open.SKIPPED}
    with pytest.raises(InputError) as refused:
        fitting_parts(screen(HOME), {"home_street": "Calle 1"}, {})
    assert told(refused.value).startswith("“Home_Apt”:")
    with pytest.raises(InputError):
        fitting_parts(screen(HOME), {}, {})


def test_the_review_says_a_group_on_one_line_and_rows_by_what_they_are_known() -> None:
    answers = Answers(
        {
            "home_street": "Calle 1",
            "home_apt": Open.NONE,
            "home_mail": "yes",
            "children_list": fitting(CHILDREN, [ANA, {**ANA, "name": "Luis"}]),
        }
    )
    rows = {row.screen_id: ENGLISH.render(row.answered) for row in review(INTERVIEW, answers)[0].rows}
    assert rows["home"].startswith("Calle 1 · ")
    assert rows["children_list"] == "Ana; Luis"


def test_a_group_is_asked_by_its_parts() -> None:
    parts = singly(screen(HOME, "a == yes"))
    assert [each.answer.name for each in parts] == ["home_street", "home_apt", "home_mail", "mail_street"]
    assert parts[0].when == "a == yes"
    assert parts[3].when == "(a == yes) and (home_mail == no)"
    assert columns_of(CHILDREN) == CHILDREN.columns
    assert columns_of(Line(name="a")) == ()


def test_what_follows_from_answers() -> None:
    given = Answers(
        {
            "first_name": "Persona",
            "middle_name": Open.NONE,
            "last_name": "de Ejemplo",
            "nationality": "el_salvador",
            "birth_city": "Ciudad",
            "birth_country": "País",
            "home_street": "Calle 1",
            "home_apt": "5",
            "home_city": "San Diego",
            "home_state": "CA",
            "home_zip": "92101",
            "home_country": "Estados Unidos",
            "mail_same": "yes",
            "income_employment": 100,
            "income_property": 0,
            "income_interest": 0,
            "income_other": Open.UNSURE,
            "children_list": (),
            "entries": (Row({"date": TODAY, "place": "San Ysidro"}), Row({"date": TODAY})),
        }
    )
    made = with_derived(given)
    assert made["full_name"] == "Persona de Ejemplo"
    assert made["name_last_first"] == "DE EJEMPLO, Persona"
    assert made["citizenship"] == "El Salvador"
    assert made["birth_place"] == "Ciudad, País"
    assert made["home_line1"] == "Calle 1, Apt. 5"
    assert made["home_line2"] == "San Diego, CA 92101"
    assert made["mail_address"] == made["home_address"] == "Calle 1, Apt. 5, San Diego, CA 92101"
    assert made["income_total"] is Open.UNSURE
    assert made["children_count"] == 0
    assert made["last_entry_place"] == "San Ysidro"
    assert "old_line1" not in made
    assert with_derived(given.given("full_name", "Otra"))["full_name"] == "Otra"
    assert with_derived(NOTHING) == NOTHING
    for name, each in DERIVED.items():
        unsure = with_derived(Answers(dict.fromkeys(each.of, Open.UNSURE)))
        assert unsure.get(name) is Open.UNSURE, name
