"""The filled form: flat, everything on it, nothing left in it, read back before anybody gets it."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from msgspec import structs

from kyr_app import places
from kyr_app.content import official
from kyr_app.documents.official import render
from kyr_app.documents.official.job import OfficialJob
from kyr_app.documents.official.render import Lost
from kyr_app.documents.sheet_job import Stopped
from kyr_app.documents.worker import api
from tests.unit.documents.official import blanks
from tests.unit.documents.official.conftest import inspected
from tests.unit.documents.official.family import FAMILY, LONG, like

I589 = "i-589_01-20-25"
DRAWN = ("i-589_01-20-25", "i-765_08-21-25", "ar-11_09-10-19", "eoir-26_mar-2026", "eoir-33-ic_feb-2024")
"""With copies of pages; with combs and lists; with renamed fields; with several boxes a field; in Spanish."""

GONE = re.compile(rb"/(AcroForm|XFA|JavaScript|OpenAction|Perms|AA|NeedAppearances|Widget)\b")


def job_for(name, *each, data=b""):
    form_id, edition = blanks.EDITIONS[name]
    form = official.load(places.pack())[form_id]
    blank = data or blanks.made(name)
    return OfficialJob(
        form=form,
        edition=form.edition(edition),
        blank=blank,
        inspected=inspected(name),
        each=each or (FAMILY,),
    )


@cache
def filled(name):
    return job_for(name).run()


def words(pdf: bytes) -> list[str]:
    """Return the words of each page as poppler reads them; as PDFium does where there is no poppler."""
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
        return done.stdout.decode("utf-8").split("\f")[:-1]
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", DRAWN)
def test_every_value_can_be_read_by_another_program(name):
    plan = job_for(name).plan()
    pages = [bare(page) for page in words(filled(name))]
    assert len(pages) == len(plan.order)
    for mark in plan.marks:
        for line in mark.lines:
            assert bare(line.text) in pages[mark.sheet], mark.question


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_of_the_form_is_left_in_it(name):
    with pikepdf.open(BytesIO(filled(name))) as pdf:
        out = BytesIO()
        pdf.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        plain = out.getvalue()
        assert not GONE.findall(plain)
        assert not [page for page in pdf.pages if "/Annots" in page.obj]
        assert set(pdf.Root.keys()) <= {"/Type", "/Pages"}
        assert not pdf.is_encrypted


def test_the_barcodes_survive_on_every_page():
    plan, pdf = job_for(I589).plan(), pypdfium2.PdfDocument(filled(I589))
    for number in range(len(plan.order)):
        image = pdf[number].render(scale=1).to_pil().convert("L")
        code = image.crop((192, 792 - 30, 462, 792 - 12))
        assert [code.getpixel((x, 9)) < 128 for x in (10, 50, 150, 210)] == [True, False, True, False]


def test_letters_are_embedded():
    with pikepdf.open(BytesIO(filled(I589))) as pdf:
        found = [
            obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and "/FontDescriptor" in obj
        ]
        ours = [obj for obj in found if "Vera" in str(obj.get("/BaseFont", ""))]
        assert ours
        assert all("/FontFile2" in obj.FontDescriptor for obj in ours)


def test_the_same_answers_give_the_same_bytes():
    assert job_for("g-1145_09-26-14").run() == job_for("g-1145_09-26-14").run()


def test_a_copy_of_a_page_shows_its_own_words_alone():
    plan = job_for(I589, like(harm_past_text=LONG)).plan()
    pdf = render.made(blanks.made(I589), plan, "I-589")
    pages = words(pdf)
    assert len(pages) == len(plan.order)
    for page in (sheet for sheet, source in enumerate(plan.order) if source == 11):
        own = {
            mark.text
            for mark in plan.marks
            if mark.sheet == page and mark.text.startswith(("1.", "4.", "6."))
        }
        others = {
            m.text for m in plan.marks if m.sheet > 11 and m.sheet != page and m.text.startswith(("4.", "6."))
        }
        for text in others - own:
            assert bare(text)[:60] not in bare(pages[page])


def test_the_blank_of_somebody_stays_as_it_is():
    data = blanks.blank(I589, blanks.FEET[I589], encrypt="")
    before = bytes(data)
    made = job_for(I589, data=data).run()
    assert data == before
    assert made.startswith(b"%PDF")


def test_one_form_behind_the_other():
    made = job_for("i-765_08-21-25", FAMILY, like(first_name="Otra"), like(first_name="Tercera")).run()
    pages = words(made)
    assert len(pages) == 21
    assert ["Otra" in page for page in pages].index(True) == 7
    assert "Tercera" not in "".join(pages[:14])


def test_what_cannot_be_read_back_is_thrown_away():
    plan = job_for("i-765_08-21-25").plan()
    lost = structs.replace(plan.marks[0], text="something else")
    with pytest.raises(Lost) as error:
        render.read_back(filled("i-765_08-21-25"), structs.replace(plan, marks=(lost, *plan.marks[1:])))
    assert error.value.questions == (plan.marks[0].question,)
    assert "something" not in str(error.value)


def test_progress_and_cancel():
    told = []
    job_for("g-1145_09-26-14").run(lambda done, total: told.append((done, total)) or True)
    assert sorted(set(told)) == [(1, 3), (2, 3), (3, 3)]
    for stop in (1, 2, 3):
        with pytest.raises(Stopped):
            job_for("g-1145_09-26-14").run(lambda done, _total, stop=stop: done < stop)


def test_a_job_says_nothing_of_a_family():
    assert repr(job_for("g-1145_09-26-14")) == "OfficialJob(G-1145, 1 to fill)"


def test_a_blank_that_does_not_fit_the_plan_is_not_taken():
    plan = job_for(I589).plan()
    with pytest.raises(api.NotTaken):
        render.made(blanks.made("g-1145_09-26-14"), plan, "I-589")
