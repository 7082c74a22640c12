"""The same over the government's own PDFs, where a folder of them is at hand; they are no part of this project."""

from __future__ import annotations

import pytest
from pypdfium2 import PdfDocument

from kyr_app.documents.official import render
from kyr_app.documents.official.fields import Fields
from kyr_app.documents.official.identify import Found, identify, lacking
from kyr_app.documents.official.letters import embedded
from kyr_app.documents.official.plan import plan
from kyr_app.documents.worker import api
from kyr_app.model.form import Verified
from tests.unit.documents.official import blanks
from tests.unit.documents.official.family import FAMILY, LONG, like
from tests.unit.documents.official.test_render import bare, words

FOLDER = blanks.real_folder()
REAL = {
    "i-589_2025-01-20.pdf": ("i-589", "01/20/25"),
    "i-589_2020-08-25.pdf": ("i-589", "08/25/20"),
    "i-589_2019-04-09.pdf": ("i-589", "04/09/19"),
    "i-765_2025-08-21_decrypted-copy.pdf": ("i-765", "08/21/25"),
    "g-1145_2014-09-26.pdf": ("g-1145", "09/26/14"),
    "ar-11_2019-09-10_resaved.pdf": ("ar-11", "09/10/19"),
}
pytestmark = pytest.mark.skipif(FOLDER is None, reason="no folder of real blanks")


@pytest.mark.parametrize("name", REAL)
def test_a_real_blank_is_known_filled_and_read_back(forms, name):
    data = (FOLDER / name).read_bytes()
    blank = api.inspect(data)
    found = identify(blank, forms.values())
    assert (found.form, found.edition) == REAL[name]
    assert (found.found, found.verified, found.fillable) == (Found.EXACT, Verified.PDF, True)
    form = forms[found.form]
    edition = form.edition(found.edition)
    assert lacking(form, edition, Fields(blank)) == ()
    made = plan(form, edition, blank, like(harm_past_text=LONG), embedded())
    assert made.missing == ()
    pdf = render.made(data, made, form.number)
    pages = [bare(page) for page in words(pdf)]
    for mark in made.marks:
        for line in mark.lines:
            assert bare(line.text) in pages[mark.sheet], mark.question


def test_the_barcodes_of_a_real_blank_look_the_same_afterwards(forms):
    data = (FOLDER / "i-589_2025-01-20.pdf").read_bytes()
    form = forms["i-589"]
    made = plan(form, form.edition("01/20/25"), api.inspect(data), FAMILY, embedded())
    before, after = PdfDocument(data), PdfDocument(render.made(data, made, "I-589"))
    before.init_forms()
    for sheet, source in enumerate(made.order):
        pixels = [
            document[number]
            .render(scale=2, may_draw_forms=True)
            .to_pil()
            .convert("L")
            .crop((384, 1524, 924, 1560))
            for document, number in ((before, source), (after, sheet))
        ]
        assert pixels[0].getextrema()[0] < 60
        assert pixels[0].tobytes() == pixels[1].tobytes()
