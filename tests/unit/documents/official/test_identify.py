"""Which form a PDF is: each kind of blank gets its own answer, in words."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from msgspec import structs

from kyr_app.documents.official.fields import Fields, names_print, structure_print
from kyr_app.documents.official.identify import Found, identify
from kyr_app.documents.worker import api
from kyr_app.documents.worker.shapes import Inspected, Trouble
from kyr_app.model.form import Verified
from tests.unit.documents.official import blanks
from tests.unit.documents.official.conftest import inspected

I589 = "i-589_01-20-25"


def known(forms, blank: Inspected, wanted: str = ""):
    return identify(blank, forms.values(), forms.get(wanted))


@pytest.mark.parametrize("name", blanks.EDITIONS)
def test_every_edition_is_known(forms, name):
    form, edition = blanks.EDITIONS[name]
    found = known(forms, inspected(name))
    assert (found.form, found.edition, found.fillable) == (form, edition, True)
    verified = forms[form].edition(edition).verified
    assert found.found is (Found.EXACT if verified is Verified.PDF else Found.SAME_NAMES)
    assert bool(found.warnings) is (verified is Verified.NAMES or forms[form].edition(edition).superseded)


def test_two_editions_that_share_their_names_are_told_apart_by_their_feet(forms):
    later, names = inspected("i-589_08-25-20"), {field.name for field in inspected("i-589_08-25-20").fields}
    short = ("PtAILine8_StreetNumandName[0]", "PtAILine9_StreetNumandName[0]", "PtAILine9_InCareOf[0]")
    lengths = dict.fromkeys(short, 65) | {"TextField1[2]": 31, "PtAILine9_City[0]": 31}
    fields = tuple(
        structs.replace(field, longest=lengths.get(field.name.rpartition(".")[2], field.longest))
        for field in later.fields
    )
    texts = tuple(text.replace("08/25/20", "04/09/19") for text in later.texts)
    earlier = structs.replace(later, fields=fields, texts=texts)
    assert {field.name for field in earlier.fields} == names
    assert names_print(earlier.fields) == names_print(later.fields)
    assert structure_print(earlier.fields) != structure_print(later.fields)
    found = known(forms, earlier)
    assert (found.found, found.edition, found.fillable) == (Found.EXACT, "04/09/19", True)


def test_the_barcode_is_believed_before_the_foot(forms):
    data = blanks.blank(I589, "Form I-589 Edition 07/28/26")
    found = known(forms, api.inspect(data))
    assert (found.printed, found.edition, found.found) == ("01/20/25", "01/20/25", Found.EXACT)


def test_a_later_edition_with_all_names_is_filled_with_a_warning(forms):
    blank = _barcodes(inspected(I589), "07/28/26")
    found = known(forms, blank)
    assert (found.found, found.edition, found.fillable) == (Found.SAME_NAMES, "07/28/26", True)
    assert found.verified is Verified.NAMES
    assert found.warnings


def test_an_edition_that_nobody_listed_is_not_filled(forms):
    found = known(forms, _barcodes(inspected(I589), "01/01/30"))
    assert (found.found, found.fillable, found.printed) == (Found.SAME_NAMES, False, "01/01/30")


def test_an_unknown_edition_says_which_fields_it_has_not(forms):
    blank = api.inspect(blanks.blank(I589, "Form I-589 Edition 02/02/31", drop=("TextField1[3]",)))
    found = known(forms, _barcodes(blank, "02/02/31"))
    assert (found.found, found.fillable) == (Found.UNKNOWN_EDITION, False)
    assert found.lacking == ("TextField1[3]",)
    assert found.further  # what only officers and preparers fill in


def test_a_blank_that_somebody_changed_a_little_is_filled_with_a_warning(forms):
    blank = inspected(I589)
    fields = tuple(
        structs.replace(field, longest=4) if field.name.endswith("TextField1[3]") else field
        for field in blank.fields
    )
    found = known(forms, structs.replace(blank, fields=fields))
    assert (found.found, found.fillable) == (Found.SAME_NAMES, True)
    assert found.warnings


def test_a_filled_form_is_not_written_over(forms):
    data = blanks.blank(I589, blanks.FEET[I589], values={"TextField1[3]": "Honduras", "Marital[1]": "M"})
    found = known(forms, api.inspect(data))
    assert (found.found, found.filled, found.fillable) == (Found.ALREADY_FILLED, 2, False)


def test_a_box_that_is_off_is_not_filled(forms):
    data = blanks.blank(I589, blanks.FEET[I589], values={"Marital[1]": "Off", "Marital[2]": "0"})
    assert known(forms, api.inspect(data)).found is Found.EXACT


def test_another_form_than_was_asked_for(forms):
    found = known(forms, inspected("i-765_08-21-25"), "i-589")
    assert (found.found, found.form, found.fillable) == (Found.WRONG_FORM, "i-765", False)


def test_a_form_that_nobody_knows(forms):
    blank = structs.replace(
        inspected("g-1145_09-26-14"),
        texts=("A tax return",),
        fields=tuple(
            structs.replace(each, name=f"x{at}") for at, each in enumerate(inspected(I589).fields[:30])
        ),
    )
    assert known(forms, blank).found is Found.WRONG_FORM
    assert known(forms, blank).form == ""


def test_scripts_alone_are_not_fillable(forms):
    blank = Inspected(
        1, ((612, 792),), (), ("Please wait... If this message is not eventually replaced",), xfa=True
    )
    found = known(forms, blank)
    assert (found.found, found.fillable) == (Found.NOT_FILLABLE, False)
    assert "Please wait" in found.said.key


def test_a_print_to_pdf_is_not_fillable(forms):
    blank = Inspected(12, ((612, 792),) * 12, (), ("Form I-589 Edition 01/20/25 Page 1 of 12",))
    found = known(forms, blank)
    assert (found.found, found.form) == (Found.NOT_FILLABLE, "i-589")
    assert "picture" in found.said.key


def test_some_pdf_without_fields(forms):
    found = known(forms, Inspected(1, ((612, 792),), (), ("Hello",)))
    assert (found.found, found.form) == (Found.NOT_FILLABLE, "")


def test_encrypted_without_a_password_opens(forms):
    data = blanks.blank(I589, blanks.FEET[I589], encrypt="")
    blank = api.inspect(data)
    assert blank.locked
    assert known(forms, blank).found is Found.EXACT


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (lambda: blanks.blank("g-1145_09-26-14", "G", encrypt="secret"), Trouble.LOCKED),
        (lambda: blanks.made("g-1145_09-26-14")[:900], Trouble.DAMAGED),
        (lambda: b"%PDF-1.7 nothing", Trouble.DAMAGED),
        (lambda: b"a letter", Trouble.KIND),
        (lambda: b"", Trouble.KIND),
        (lambda: _many(300), Trouble.PAGES),
    ],
    ids=["password", "cut", "empty", "text", "nothing", "300 pages"],
)
def test_what_is_not_taken_says_why(data, trouble):
    with pytest.raises(api.NotTaken) as error:
        api.inspect(data())
    assert error.value.trouble is trouble
    assert error.value.said
    assert error.value.hint


def test_names_are_found_by_their_end_and_only_where_there_is_one():
    fields = Fields(inspected("i-765_08-21-25"))
    assert fields.find("Line1a_FamilyName[0]") is None  # on two pages
    assert fields.find("Page7[0].Line1a_FamilyName[0]") is not None
    assert fields.find("form1[0].Page1[0].Line1a_FamilyName[0]") is not None
    assert fields.lacking(["Line1a_FamilyName[0]", "nothing", "nothing"]) == (
        "Line1a_FamilyName[0]",
        "nothing",
    )


def _barcodes(blank: Inspected, edition: str) -> Inspected:
    fields = tuple(
        structs.replace(field, value=field.value.replace("01/20/25", edition))
        if "PDF417" in field.name
        else field
        for field in blank.fields
    )
    return structs.replace(blank, fields=fields)


def _many(count: int) -> bytes:
    pdf = pikepdf.new()
    for _ in range(count):
        pdf.add_blank_page()
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()
