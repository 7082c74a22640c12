"""The sheet of paper itself: its size, its margins, its ink, its fonts, its bytes."""

import hashlib
import os
import subprocess
import sys

import pikepdf
import pytest
from PIL import ImageChops, ImageFilter
from reportlab.lib import pagesizes

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.pages import geometry
from kyr_app.model.block import Paragraph
from kyr_app.model.settings import Paper
from kyr_app.model.theme import PaperTokens
from tests.unit.documents.bare import times
from tests.unit.documents.paper import POINTS_TO_MM, Read, both, job, lesson

SIZES = {Paper.LETTER: pagesizes.LETTER, Paper.A4: pagesizes.A4}
COLOURS = {"rg", "RG", "g", "G", "k", "K", "sc", "SC", "scn", "SCN"}


@pytest.fixture(scope="module", params=[("es",), ("es", "en")], ids=["one", "both"])
def languages(request):
    return request.param


@pytest.fixture(scope="module", params=list(Paper))
def paper(request):
    return request.param


@pytest.fixture(scope="module")
def read(languages, paper):
    one = lesson(points=3)
    return Read(job(one, languages=languages, paper=paper, today=one.good_until.replace(year=2030)).run())


def streams(raw):
    """Every stream that draws: the pages and the forms they show."""
    for page in raw.pages:
        yield page
        yield from page.resources.get("/XObject", {}).values()


def test_the_sheet_has_the_size_asked_for(read, paper):
    for page in read.raw.pages:
        assert [float(side) for side in page.MediaBox[2:]] == pytest.approx(SIZES[paper], abs=0.01)


def test_nothing_is_drawn_but_in_black(read):
    for stream in streams(read.raw):
        for operands, operator in pikepdf.parse_content_stream(stream):
            assert str(operator) not in {"sh", "BI", "EI"}
            if str(operator) in COLOURS:
                black = [0, 0, 0, 1] if str(operator) in {"k", "K"} else [0] * len(operands)
                assert [float(each) for each in operands] == black, operator


def test_no_page_shows_a_picture_made_of_dots(read):
    kinds = {
        str(form.Subtype)
        for form in read.raw.objects
        if isinstance(form, pikepdf.Stream) and "/Subtype" in form
    }
    assert "/Image" not in kinds


def test_grey_is_only_where_an_edge_is(read):
    """A tint would be a patch of grey with neither black nor white beside it."""
    for number in range(len(read.raw.pages)):
        grey = read.image(number, dots=150).convert("L")
        lightest, darkest = grey.filter(ImageFilter.MaxFilter(5)), grey.filter(ImageFilter.MinFilter(5))
        patch = ImageChops.multiply(
            lightest.point(lambda v: 255 if v < 250 else 0), darkest.point(lambda v: 255 if v > 60 else 0)
        )
        assert patch.getbbox() is None


def test_nothing_lies_nearer_to_an_edge_than_the_margin(read):
    for number in range(len(read.raw.pages)):
        image = read.image(number, dots=72)
        ink = ImageChops.invert(image.convert("L")).getbbox()
        left, top, right, bottom = ink[0], ink[1], image.width - ink[2], image.height - ink[3]
        assert min(left, top, right, bottom) * POINTS_TO_MM >= theme().paper.edge
        assert min(left, right, bottom) * POINTS_TO_MM >= theme().paper.margin - 1


def test_every_font_is_embedded_and_no_other_is_named(read):
    names = set()
    for font in (each for each in read.raw.objects if isinstance(each, pikepdf.Dictionary)):
        if font.get("/Type") == "/Font":
            names.add(str(font.BaseFont).split("+")[-1])
            assert "/FontFile2" in font.FontDescriptor
    assert "AtkinsonHyperlegible-Regular" in names
    assert all(name.startswith(("Atkinson", "Phosphor")) for name in names)


def test_the_file_says_its_language_and_names_nobody(read, languages):
    root, info = read.raw.Root, read.raw.docinfo
    assert str(root.Lang) == languages[0]
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert {
        str(info.get(key, "")) for key in ("/Author", "/Creator", "/Producer", "/Subject", "/Keywords")
    } == {""}


def test_there_is_a_bookmark_for_the_sheet_and_each_point(read):
    with read.raw.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert titles[:4] == ["Título de prueba", "Punto 1", "Punto 2", "Punto 3"]


@pytest.mark.parametrize("size", [theme().paper.body, theme().paper.body_large])
def test_lines_are_short_enough_to_read(paper, size):
    tokens: PaperTokens = theme().paper
    page = geometry(paper, 1, size)
    assert page.measure <= fonts.line(tokens.line_characters, size) + 0.01
    two = geometry(paper, 2, size)
    assert two.left == pytest.approx(tokens.margin / POINTS_TO_MM)
    assert two.text + two.measure <= two.right + 0.01


def test_no_word_is_torn_where_the_column_is_wide():
    long = both(*["extraordinariamente responsabilidades " * 12] * 2)
    wide = Read(job(lesson(blocks=[_paragraph(long)], points=1)).run()).text
    narrow = Read(job(lesson(blocks=[_paragraph(long)], points=1), languages=("es", "en")).run()).text
    assert wide.count("extraordinariamente") == 12
    assert narrow.count("extraordinariamente") < 24


def _paragraph(text):
    return Paragraph(id="p", practice=True, text=text)


BUILD = """
import hashlib
from tests.unit.documents.bare import times
from tests.unit.documents.paper import job, lesson
print(hashlib.sha256(job(lesson(), languages=("es", "en")).run()).hexdigest())
"""


def test_the_same_paper_has_the_same_bytes_in_any_process():
    here = hashlib.sha256(job(lesson(), languages=("es", "en")).run()).hexdigest()
    for seed in ("1", "2"):
        assert _python(BUILD, PYTHONHASHSEED=seed) == here


LOADED = """
import sys
import kyr_app.documents.lessons.job
print(sorted({name.split(".")[0] for name in sys.modules} & {"reportlab", "pikepdf", "pyphen", "babel"}))
"""


def test_a_job_costs_nothing_before_it_runs():
    assert _python(LOADED) == "[]"


def _python(code, **environment):
    made = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.strip()


@pytest.mark.bench
def test_a_handout_is_drawn_nearly_as_fast_as_bare_paragraphs(library: Library):
    """Within one and a half times of plain flowables with the same words, page for page."""
    ours, bare = times(library)
    assert ours <= bare * 1.5
