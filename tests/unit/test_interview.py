import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyr_app.interview.engine import progress
from kyr_app.interview.review import review
from kyr_app.model.answers import NOTHING, Answer, Answers, Open, Row
from kyr_app.model.errors import InputError
from kyr_app.model.fields import asked, names_asked
from kyr_app.model.interview import (
    AnyField,
    DayField,
    Interview,
    Line,
    LongText,
    Month,
    Number,
    OneOf,
    Picture,
    Rows,
    Screen,
    Section,
    SomeOf,
    YesNo,
    singly,
)
from kyr_app.model.text import Text
from kyr_app.model.wording import fitting, said
from tests.conftest import TODAY


def text(words: str) -> Text:
    return Text(words, words)


def screen(name: str, field: AnyField, when: str = "") -> Screen:
    return Screen(
        id=name, question=text(f"{name}?"), short=text(name), why=text("why"), answer=field, when=when
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
                screen("children", Number(name="children", most=20)),
                screen("ages", Number(name="ages", most=17), "children > 0"),
                screen("papers", YesNo(name="papers"), "children > 0 and ages < 5"),
            ),
        ),
        Section(
            id="two",
            title=text("two"),
            screens=(
                screen(
                    "language",
                    OneOf(
                        name="language",
                        options=(Picture(value="es", text=text("E")), Picture(value="mam", text=text("M"))),
                    ),
                ),
                screen("phone", YesNo(name="phone"), "language != mam"),
            ),
        ),
    ),
)


def ids(screens: tuple[Screen, ...]) -> list[str]:
    return [each.id for each in screens]


def test_the_next_screen_follows_from_the_answers() -> None:
    start = progress(INTERVIEW, NOTHING)
    assert start.now is not None
    assert start.now.id == "children"
    assert ids(start.ahead) == ["ages", "papers", "language", "phone"]
    none = progress(INTERVIEW, Answers({"children": 0}))
    assert none.now is not None
    assert none.now.id == "language"
    some = progress(INTERVIEW, Answers({"children": 2, "ages": 3}))
    assert some.now is not None
    assert some.now.id == "papers"
    assert ids(some.path) == ["children", "ages"]


def test_an_answer_off_the_path_is_kept_and_does_not_count() -> None:
    answers = Answers({"children": 2, "ages": 3, "papers": "no", "language": "es", "phone": "yes"})
    assert progress(INTERVIEW, answers).done
    changed = progress(INTERVIEW, answers.given("children", 0))
    assert changed.done
    assert set(changed.answers) == {"children", "language", "phone"}
    again = progress(INTERVIEW, answers.given("children", 0).given("children", 2))
    assert set(again.answers) == set(answers)


def test_what_is_not_known_asks_nothing_more() -> None:
    open_end = progress(INTERVIEW, Answers({"children": Open.SKIPPED}))
    assert open_end.now is not None
    assert open_end.now.id == "language"


def test_the_review_has_only_what_counts() -> None:
    found = review(INTERVIEW, Answers({"children": 0, "ages": 3, "language": "mam"}))
    assert [[row.screen_id for row in section.rows] for section in found] == [["children"], ["language"]]


def possible(field: AnyField) -> st.SearchStrategy[Answer]:
    """Return every answer that a field takes."""
    if isinstance(field, Rows):
        return st.one_of(
            st.sampled_from([Open.UNSURE, Open.SKIPPED, ()]),
            st.lists(filled(field), min_size=1, max_size=2).map(lambda rows: fitting(field, rows)),
        )
    opened = [Open.UNSURE, Open.SKIPPED, *([Open.NONE] if field.optional else [])]
    kinds: dict[type, st.SearchStrategy[Answer]] = {YesNo: st.sampled_from(["yes", "no"])}
    if isinstance(field, OneOf):
        kinds[OneOf] = st.sampled_from([option.value for option in field.options])
    if isinstance(field, SomeOf):
        values = [option.value for option in field.options]
        kinds[SomeOf] = st.sets(st.sampled_from(values)).map(lambda found: fitting(field, list(found)))
    if isinstance(field, Number):
        kinds[Number] = st.integers(field.least, field.most)
    kinds[DayField] = st.dates()
    kinds[Month] = st.sampled_from(["2021-03", "2021"])
    kinds[Line] = kinds[LongText] = st.sampled_from(["Ñandú 12", "á", "two words"])
    return st.one_of(st.sampled_from(opened), kinds[type(field)])


@st.composite
def filled(draw: st.DrawFn, field: Rows) -> Row:
    """Return a row with an answer in every column that applies."""
    found: dict[str, Answer] = {}
    for column in field.columns:
        if column in asked(field.columns, found, {}):
            found[column.answer.name] = draw(possible(column.answer))
    return Row(found)


@given(st.data())
def test_no_answers_lead_to_a_dead_end(data: st.DataObject) -> None:
    walk_through(INTERVIEW, data)


def walk_through(interview: Interview, data: st.DataObject) -> Answers:
    """Answer whatever is asked; fail where it does not end or where going back loses the way."""
    answers = NOTHING
    seen: list[str] = []
    for _ in range(len(interview.screens) + 1):
        at = progress(interview, answers)
        if at.now is None:
            break
        assert at.now.id not in seen
        seen.append(at.now.id)
        answers = answer_all(at.now, answers, data)
    end = progress(interview, answers)
    assert end.done
    assert ids(end.path) == seen
    for screen_behind in end.path:
        for name in names_asked(screen_behind, answers, answers):
            assert progress(interview, answers.given(name, answers[name])) == end
    return answers


def answer_all(screen: Screen, answers: Answers, data: st.DataObject) -> Answers:
    """Answer everything that a screen asks for, also what its own answers make it ask."""
    fields = {single.answer.name: single.answer for single in singly(screen)}
    while left := [name for name in names_asked(screen, answers, answers) if name not in answers]:
        answers = answers.given(left[0], data.draw(possible(fields[left[0]])))
    return answers


@pytest.mark.parametrize(
    ("field", "value", "fitted"),
    [
        (YesNo(name="a"), "yes", "yes"),
        (YesNo(name="a"), "unsure", Open.UNSURE),
        (YesNo(name="a"), Open.SKIPPED, Open.SKIPPED),
        (Number(name="a", most=20), " 7 ", 7),
        (Number(name="a", most=20), 20, 20),
        (DayField(name="a"), "2026-11-22", TODAY),
        (Line(name="a", most=10), "  María   Ñ ", "María Ñ"),
        (
            SomeOf(
                name="a", options=(Picture(value="x", text=text("x")), Picture(value="y", text=text("y")))
            ),
            ["y", "x"],
            ("x", "y"),
        ),
    ],
)
def test_values_that_fit(field: AnyField, value: object, fitted: object) -> None:
    answer = fitting(field, value)
    assert answer == fitted
    assert said(field, answer)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (YesNo(name="a"), "maybe"),
        (YesNo(name="a"), True),
        (Number(name="a", most=20), 21),
        (Number(name="a", most=20), -1),
        (Number(name="a", most=20), True),
        (Number(name="a", most=20), "7.5"),
        (Number(name="a", most=20), "9" * 5000),
        (Number(name="a", most=20), "٣x"),
        (DayField(name="a"), "22/11/2026"),
        (DayField(name="a"), 20261122),
        (DayField(name="a"), None),
        (Line(name="a", most=10), "x" * 11),
        (Line(name="a", most=10), 5),
        (OneOf(name="a", options=(Picture(value="x", text=text("x")),)), "z"),
        (OneOf(name="a", options=(Picture(value="x", text=text("x")),)), ["x"]),
        (SomeOf(name="a", options=(Picture(value="x", text=text("x")),)), "x"),
        (SomeOf(name="a", options=(Picture(value="x", text=text("x")),)), [{}]),
    ],
)
def test_values_that_do_not_fit_are_told_kindly(field: AnyField, value: object) -> None:
    with pytest.raises(InputError) as refused:
        fitting(field, value)
    assert refused.value.said
