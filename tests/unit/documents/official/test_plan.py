"""From answers and a map to marks: every map fits its blank, nothing forbidden is touched, nothing is cut."""

from __future__ import annotations

import pytest
from msgspec import structs

from kyr_app.documents.official.fields import Fields, barcode, matches
from kyr_app.documents.official.identify import lacking, needed
from kyr_app.documents.official.letters import embedded
from kyr_app.documents.official.plan import MapBroken, plan
from kyr_app.documents.official.planned import About, Shape, joined
from kyr_app.model.answers import Answers, Open, Row
from kyr_app.model.form import ByHand, RowsOf, Tick, Write, fields_of
from tests.unit.documents.official import blanks, family
from tests.unit.documents.official.conftest import inspected
from tests.unit.documents.official.family import FAMILY, like, without

I589, I765 = "i-589_01-20-25", "i-765_08-21-25"


def planned(forms, answers=FAMILY, name=I589, *, form=None, blank=None):
    form_id, edition = blanks.EDITIONS[name]
    form = form or forms[form_id]
    return plan(form, form.edition(edition), blank or inspected(name), answers, embedded())


def at(made, question):
    """Return what is written for a question, in order."""
    return [mark.text for mark in made.marks if own(mark.question) == question]


def own(name):
    """Return the id of a question without its part."""
    return name.rpartition(" ")[2]


def in_field(made, field, name=I589):
    """Return what is written in a field of the blank, on its own page or on a copy."""
    widget = Fields(inspected(name)).find(field).widgets[0]
    return [m.text for m in made.marks if made.order[m.sheet] == widget.page and m.rect == widget.rect]


@pytest.mark.parametrize("name", blanks.EDITIONS)
def test_every_name_of_every_map_is_one_field(forms, name):
    form, edition = blanks.EDITIONS[name]
    fields = Fields(inspected(name))
    assert lacking(forms[form], forms[form].edition(edition), fields) == ()
    known = {fields.find(each).name for each in needed(forms[form], forms[form].edition(edition))}
    assert len(known) == len(needed(forms[form], forms[form].edition(edition)))


@pytest.mark.parametrize("name", blanks.EDITIONS)
def test_everything_fits_and_nothing_forbidden_is_touched(forms, name):
    made = planned(forms, name=name)
    form = forms[blanks.EDITIONS[name][0]]
    by_hand = {
        field for each in form.questions if isinstance(each, ByHand) for field in each.fields if not each.when
    }
    for field in inspected(name).fields:
        if matches(field.name, (*form.never, *by_hand)) or barcode(field):
            for widget in field.widgets:
                touched = [
                    m for m in made.marks if made.order[m.sheet] == widget.page and m.rect == widget.rect
                ]
                assert not touched, field.name
    assert made.missing == ()
    assert made.marks


def test_every_field_of_the_asylum_form_is_known_to_its_map(forms):
    form, fields = forms["i-589"], Fields(inspected(I589))
    known = {fields.find(name).name for name in needed(form, form.editions[0])}
    known |= {fields.find(name).name for q in form.questions if isinstance(q, ByHand) for name in q.fields}
    unknown = [f.name for f in fields.all if f.name not in known and not matches(f.name, form.never)]
    assert unknown == []


def test_the_tooltips_of_a_map_agree_with_its_columns(forms):
    """Rows that stand under each other are in the order of the paper, left to right."""
    fields = Fields(inspected(I589))
    for question in forms["i-589"].questions:
        if isinstance(question, RowsOf) and len(question.columns) < 7:
            for row in range(question.printed):
                boxes = [
                    fields.find(c.fields[row]).widgets[0].rect
                    for c in question.columns
                    if row < len(c.fields)
                ]
                assert [b[0] for b in boxes] == sorted(b[0] for b in boxes), question.id
                assert max(b[1] for b in boxes) - min(b[1] for b in boxes) < 4, question.id
            for column in question.columns:
                highs = [fields.find(name).widgets[0].rect[1] for name in column.fields]
                assert highs == sorted(highs, reverse=True), (question.id, column.id)


def test_a_family_of_nine_with_seven_addresses(forms):
    made = planned(forms)
    assert made.order == (*range(10), 10, 10, 11, 11, 11)
    assert [own(n.question) for n in made.notes if n.about is About.CONTINUED] == [
        "19c",
        "children",
        "2",
        "5-siblings",
    ]
    shown = [mark.text for mark in made.marks]
    for name in ("Ana", "Beto", "Carla", "Darío", "Elena", "Félix", "Gloria"):
        assert shown.count(name) == 1
    extra = [text for text in shown if text.startswith("6. Number and Street: 5 Calle Principal")]
    assert len(extra) == 1
    assert "7. Number and Street: 6 Calle Principal" in extra[0]
    assert (
        shown.count("Persona de la Concepción Ejemplo Muñoz") == 2 + 5
    )  # Part D, and the head of each sheet


def test_each_copy_of_a_page_has_its_own(forms):
    made = planned(forms)
    sheets = {mark.text: mark.sheet for mark in made.marks if mark.text in {"Elena", "Félix", "Gloria"}}
    assert sheets == {"Elena": 10, "Félix": 10, "Gloria": 11}
    parts = [
        (m.sheet, m.text) for m in made.marks if m.sheet >= 12 and m.text in {"A.I", "A.III", "19c", "2", "5"}
    ]
    assert parts == [(12, "A.I"), (12, "19c"), (13, "A.III"), (13, "2"), (14, "A.III"), (14, "5")]


def test_a_story_twenty_times_as_long_is_split_and_never_cut(forms):
    made = planned(forms, like(harm_past_text=family.LONG))
    told = [mark.text for mark in made.marks if own(mark.question) == "1.A-tell" and len(mark.text) > 40]
    assert told[0].endswith("[continued on Supplement B]")
    whole = "".join(told).replace("[continued on Supplement B]", "")
    assert "".join(whole.split()) == "".join(family.LONG.split())
    assert made.added == planned(forms).added + 2
    assert in_field(made, "TextField31[0]").count("B") == 2
    assert in_field(made, "TextField31[1]").count("1.A") == 2


def test_a_value_that_does_not_fit_goes_over_whole(forms):
    religion = (
        "Iglesia Evangélica Pentecostal de los Santos de la Última Hora en el Barrio Abajo y sus misiones "
        * 2
    )
    made = planned(forms, like(religion=religion.strip()))
    assert "See Supplement B" in in_field(made, "TextField1[7]")
    assert religion.strip() in [mark.text.replace("\n", " ") for mark in made.marks]


def test_a_row_with_a_cell_that_does_not_fit_goes_over_whole(forms):
    rows = FAMILY.rows("jobs")
    wide = structs_row(rows[0], employer="Cooperativa de Vendedores Unidos del Mercado Central " * 8)
    made = planned(forms, like(jobs=(wide,)))
    assert "See B" in at(made, "4")
    assert any(text.startswith("1. Name and Address of Employer: Cooperativa") for text in at(made, "4"))


def structs_row(row, **changed):
    return type(row)({**dict(row), **changed})


def test_nothing_is_left_empty_by_accident(forms):
    made = planned(forms, like(marital="single"))
    assert in_field(made, "CheckBox5[0]") == ["X"]  # not married
    assert at(made, "2-tell") == ["N/A"]  # the answer before it is no
    assert in_field(made, "PtAIILine18_CurrentStatusofChild[0]") == ["In removal proceedings"]
    assert in_field(made, "PtAIILine14_PlaceofLastEntry4[0]") == ["N/A"]  # a child who is not here
    spouse = {m.text for m in made.marks if "Cónyuge" in m.text}
    assert not spouse
    same = planned(forms, like(mail_same="yes"))
    assert in_field(same, "PtAILine9_StreetNumandName[0]") == ["Same as Item Number 8"]


def test_unknown_and_none_are_written(forms):
    made = planned(forms)
    assert in_field(made, "PtAIILine21_ExpDateofAuthorizedStay[0]") == ["Unknown"]
    assert in_field(made, "TextField1[0]") == ["None"]
    no_children = planned(forms, like(children_list=()))
    assert in_field(no_children, "ChildrenCheckbox[1]") == ["X"]
    assert in_field(no_children, "TotalChild[0]") == []
    no_jobs = planned(forms, like(jobs=()))
    assert in_field(no_jobs, "TextField13[40]") == ["None"]


def test_what_is_missing_is_named_and_stays_empty(forms):
    made = planned(forms, without("birth_city", "birth_country", "sex", "entries", "religion"))
    assert set(made.missing) >= {"birth_city", "birth_country", "sex", "entries", "religion"}
    assert in_field(made, "TextField1[4]") == []
    skipped = planned(forms, like(religion=Open.SKIPPED))
    assert skipped.missing == ("religion",)


def test_a_column_that_was_skipped_is_missing_too(forms):
    rows = FAMILY.rows("education")
    made = planned(forms, like(education=(structs_row(rows[0], school=Open.SKIPPED),)))
    assert made.missing == ("education",)


def test_where_a_form_has_no_box_for_it(forms):
    made = planned(forms, like(english_fluent=Open.UNSURE))
    assert [(n.about, n.question) for n in made.notes if n.about is About.UNSURE] == [
        (About.UNSURE, "A.I 24")
    ]
    assert in_field(made, "CheckBox4[0]") == in_field(made, "CheckBox4[1]") == []


def test_spanish_is_noted_and_the_english_of_it_taken(forms):
    es = "Tengo miedo de que me maten porque la policía trabaja con ellos."
    noted = planned(forms, like(fear_return_text=es))
    assert [own(n.question) for n in noted.notes if n.about is About.LANGUAGE] == ["1.B-tell"]
    typed = planned(forms, like(fear_return_text=es, fear_return_text_en="I fear that they will kill me."))
    assert at(typed, "1.B-tell") == ["I fear that they will kill me."]
    assert not [n for n in typed.notes if n.about is About.LANGUAGE]


def test_short_words_in_spanish_are_noted_and_names_are_not(forms):
    helpers = (structs_row(FAMILY.rows("helpers")[0], relation="Hija"),)
    made = planned(forms, like(religion="Católica", helpers=helpers, home_street="Calle de la Paz y del Sol"))
    assert [n.question for n in made.notes if n.about is About.LANGUAGE] == ["A.I 17", "D helpers"]


def test_letters_that_nobody_can_draw_are_said_and_never_printed_wrong(forms):
    made = planned(forms, like(first_name="名前", last_name="Īxchēl"))
    assert [own(n.question) for n in made.notes if n.about is About.LETTERS]
    assert in_field(made, "PtAILine5_FirstName[0]") == []
    assert in_field(made, "PtAILine4_LastName[0]") == ["Īxchēl"]
    faces = {mark.question: mark.face for mark in made.marks}
    assert faces["A.I 4"] != faces["A.I 6"]
    assert "supplement-a" in {n.question for n in made.notes if n.about is About.BY_HAND}


def test_a_name_that_the_blank_has_not_is_a_hard_stop(forms):
    blank = inspected(I589)
    fewer = structs.replace(
        blank, fields=tuple(f for f in blank.fields if not f.name.endswith("TextField1[3]"))
    )
    with pytest.raises(MapBroken) as error:
        planned(forms, blank=fewer)
    assert error.value.names == ("TextField1[3]",)


@pytest.mark.parametrize(
    "field", ["TextField22[0]", "DateTimeField48[0]", "PtE_PreparerName[0]", "TextField8[0]"]
)
def test_a_map_that_would_sign_is_a_hard_stop(forms, field):
    with pytest.raises(MapBroken):
        planned(forms, form=_with_field(forms["i-589"], "4", field))


def test_a_field_that_the_blank_has_locked_is_a_hard_stop(forms):
    form = forms["i-589"]
    parts = tuple(
        structs.replace(
            part,
            questions=tuple(
                structs.replace(q, locked=False) if isinstance(q, Write) else q for q in part.questions
            ),
        )
        for part in form.parts
    )
    with pytest.raises(MapBroken):
        planned(forms, form=structs.replace(form, parts=parts))


def _with_field(form, number, field):
    parts = list(form.parts)
    questions = tuple(structs.replace(q, field=field) if q.id == number else q for q in parts[0].questions)
    return structs.replace(form, parts=(structs.replace(parts[0], questions=questions), *parts[1:]))


def test_work_permit(forms):
    made = planned(forms, name=I765)
    combs = {own(mark.question): mark.text for mark in made.marks if mark.shape is Shape.COMB}
    assert combs["8"] == "000000000"
    assert [m.text for m in made.marks if own(m.question) == "7d"] == ["TX"]
    assert [m.text for m in made.marks if own(m.question) in {"27-c8a", "27-c8b"}] == ["c", "8"]
    assert at(made, "7b-unit") == ["X"]
    assert made.order == tuple(range(7))
    same = planned(forms, like(mail_same="yes"), name=I765)
    assert at(same, "5b-same") == ["1200 Elizabeth Street"]
    assert at(same, "7a") == []


def test_more_names_than_the_work_permit_has_room_for(forms):
    row = FAMILY.rows("other_names")[0]
    many = tuple(structs_row(row, first_name=f"Nombre{n}") for n in range(5))
    made = planned(forms, like(other_names=many), name=I765)
    assert any("4. Family Name: Ejemplo; Given Name: Nombre3" in text for text in at(made, "2"))
    assert {"1", "2"} <= set(at(made, "2"))  # the page and the item that it belongs to


def test_appeal(forms):
    made = planned(forms, name="eoir-26_mar-2026")
    crosses = [own(m.question) for m in made.marks if m.shape is Shape.CROSS]
    assert crosses == ["2", "3", "5"]
    assert at(made, "5.1") == ["11/02/2026"]
    assert at(made, "5.2") == []
    assert at(made, "7") == at(made, "8") == []
    assert at(made, "1") == ["Persona Ejemplo, 000-000-000"]


def test_fee_waiver_takes_the_english(forms):
    made = planned(forms, name="eoir-26a_aug-2022")
    assert at(made, "why") == ["I cannot pay: I have no job and no permit."]
    assert at(made, "in-total") == ["0"]
    assert at(made, "left") == ["-500"]


@pytest.mark.parametrize("name", ["eoir-33-ic_feb-2026", "eoir-33-ic_feb-2024"])
def test_change_of_address_writes_the_court_over_three_lines(forms, name):
    made = planned(forms, name=name)
    assert at(made, "court-address") == ["1 Court Street", "Suite 100", "Harlingen, TX 78550"]
    assert at(made, "current-2") == ["Brownsville, Texas 78520-1234"]
    elsewhere = planned(forms, like(court_name="Some Court"), name=name)
    assert [own(n.question) for n in elsewhere.notes if n.about is About.BY_HAND] == ["court"]
    assert at(elsewhere, "court") == []


def test_one_for_each_of_several(forms):
    made = planned(forms, name="g-1145_09-26-14")
    both = joined([made, made])
    assert both.order == (0, 0)
    assert [mark.sheet for mark in both.marks] == [0] * 5 + [1] * 5


def test_no_answers_at_all(forms):
    for name in blanks.EDITIONS:
        made = planned(forms, Answers(), name=name)
        assert made.missing
        assert not made.added


def test_ticks_and_options_name_boxes_that_are_there(forms):
    for name, (form, edition) in blanks.EDITIONS.items():
        fields = Fields(inspected(name))
        for question in forms[form].questions:
            if isinstance(question, Tick) and question.on:
                field = fields.find(forms[form].edition(edition).called(question.field))
                assert question.on in {each.on for each in field.widgets}
            assert isinstance(fields_of(question), tuple)


@pytest.mark.parametrize("column", ["sex", "a_number"])
def test_what_a_row_does_not_tell_yet_is_missing_and_not_unknown(forms, column):
    first, *others = FAMILY.rows("children_list")
    begun = Row({**first, column: Open.SKIPPED})
    made = planned(forms, FAMILY.given("children_list", (begun, *others)))
    before = planned(forms)
    assert "children_list" in made.missing
    told = [note for note in made.notes if note not in before.notes]
    assert {note.about for note in told} == {About.MISSING}
