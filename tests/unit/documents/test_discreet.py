"""The discreet print: whoever finds it, holds it or looks into the file learns nothing from outside."""

import re

import pikepdf
import pytest

from kyr_app.content.library import Library
from kyr_app.model import inline
from kyr_app.model.settings import Edition, Paper
from tests.unit.documents.paper import Read, job, lesson, only_letters

TELLING = re.compile(
    r"""asil|asyl|refug|migra|immig|inmig|deport|detenc|detain|detent|custod|front[eé]r|border|cort[ea]|court|judge
    |juez|jueza|hearing|audienc|lawyer|abogad|legal|\bice\b|\bcbp\b|eoir|uscis|\bmpp\b|\bdhs\b|\borr\b|fear|miedo
    |torture|tortura|consul|crime|delito|violen|police|polic[ií]a|oficial|officer|derecho|rights|apela|appeal|fianza
    |bond|patrocin|sponsor|coyote|fraud|engañ|visa|\bu\.s\.|estados\sunidos|united\sstates""",
    re.VERBOSE | re.IGNORECASE,
)
WAYS = [("es",), ("en",), ("es", "en"), ("en", "es")]


def outside(read):
    """What shows without opening it: cover and back; the name of the file's title; every bookmark and place."""
    with read.raw.open_outline() as outline:
        marks = [entry.title for entry in outline.root]
    info = [str(value) for value in read.raw.docinfo.values()]
    names = [str(key) for key in dict(read.raw.Root.get("/Dests", {}))]
    return [read.pages[0], read.pages[-1], *marks, *info, *names]


def read(one, **more):
    return Read(job(one, edition=Edition.DISCREET, **more).run())


@pytest.mark.parametrize("languages", WAYS[:3])
def test_no_lesson_tells_outside_what_it_is(library: Library, languages):
    for one in library.lessons.values():
        made = read(one, library=library, languages=languages)
        for said in outside(made):
            assert not TELLING.search(said), (one.id, said)
            for language in languages:
                assert only_letters(one.title.in_language(language)) not in only_letters(said)
        assert not re.search(r"\d", made.pages[0] + made.pages[-1])


@pytest.mark.parametrize("languages", WAYS)
def test_cover_back_and_head_have_the_neutral_title_alone(languages):
    made = read(lesson(points=4), languages=languages)
    neutral = [lesson().neutral_title.in_language(language) for language in languages]
    assert only_letters(made.pages[0]) == only_letters("".join(neutral))
    for page in made.pages[2:-2]:
        assert all(only_letters(each) in only_letters(page) for each in neutral)
        assert "Título de prueba" not in page


def test_inside_is_the_whole_lesson():
    sheet = Read(job(lesson()).run())
    assert only_letters(inline.plain("No firme sin leer.")) in read(lesson()).letters
    quiet = read(lesson(), paper=Paper.LETTER)
    assert [only_letters(page) for page in sheet.pages[:1]] == [only_letters(quiet.pages[1])]


@pytest.mark.parametrize("points", range(1, 6))
def test_printed_on_both_sides_the_last_page_is_on_the_back_of_the_last_sheet(points):
    made = read(lesson(points=points))
    assert len(made.pages) % 2 == 0
    assert "Fuente" not in made.pages[-1]
    assert "jueza" not in made.pages[-1]


def test_several_lessons_share_one_cover():
    made = read_two(lesson(), lesson(name="other"))
    assert sum("Cosas de familia" not in page and "Título" not in page for page in made.pages) >= 1
    assert "Cosas de familia" not in made.pages[0]


def read_two(*lessons):
    return Read(job(*lessons, edition=Edition.DISCREET).run())


def test_no_named_place_of_the_file_gives_a_point_away():
    raw = pikepdf.open(__import__("io").BytesIO(job(lesson(), edition=Edition.DISCREET).run()))
    found = [str(each) for each in raw.objects if isinstance(each, pikepdf.String)]
    assert not any("Punto" in each or "Título" in each for each in found)
