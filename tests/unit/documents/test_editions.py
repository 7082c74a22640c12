"""What holds for every edition of a lesson: it is whole, black, inside its margins, and its copies lie in order."""

from io import BytesIO

import pikepdf
import pytest
from msgspec import structs
from PIL import ImageChops, ImageFilter

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.styles import styles
from kyr_app.model import inline
from kyr_app.model.block import Row
from kyr_app.model.errors import InputError
from kyr_app.model.settings import Edition, Paper
from kyr_app.session.session import Session
from tests.unit.documents.paper import BLOCKS, POINTS_TO_MM, Read, both, job, lesson, only_letters

WAYS = [("es",), ("en",), ("es", "en")]
FOLDED = [Edition.ZINE, Edition.CARD]
COLOURS = {"rg", "RG", "g", "G", "k", "K", "sc", "SC", "scn", "SCN"}
SAMPLE = ("say-fear", "child-page", "turn-in")
SPAN = {Edition.ZINE: range(1, 2), Edition.CARD: range(1, 4), Edition.LARGE: range(2, 60)}


@pytest.fixture(scope="module", params=list(Edition), ids=str)
def edition(request):
    return request.param


@pytest.fixture(scope="module", params=WAYS, ids="-".join)
def languages(request):
    return request.param


@pytest.fixture(scope="module", params=[Paper.LETTER, Paper.A4], ids=str)
def paper(request):
    return request.param


@pytest.fixture(scope="module")
def read(edition, languages, paper):
    return Read(job(lesson(), edition=edition, languages=languages, paper=paper).run())


def drawn(raw):
    """Every stream that draws: the pages and the forms they show."""
    for page in raw.pages:
        yield page
        yield from page.resources.get("/XObject", {}).values()


def test_nothing_is_drawn_but_in_black(read):
    for stream in drawn(read.raw):
        for operands, operator in pikepdf.parse_content_stream(stream):
            assert str(operator) not in {"sh", "BI", "EI"}
            if str(operator) in COLOURS:
                black = [0, 0, 0, 1] if str(operator) in {"k", "K"} else [0] * len(operands)
                assert [float(each) for each in operands] == black


def test_there_is_no_tint(read):
    """A tint would be a patch of grey with neither black nor white beside it."""
    grey = read.image(0, dots=150).convert("L")
    lightest, darkest = grey.filter(ImageFilter.MaxFilter(5)), grey.filter(ImageFilter.MinFilter(5))
    patch = ImageChops.multiply(
        lightest.point(lambda v: 255 if v < 250 else 0), darkest.point(lambda v: 255 if v > 60 else 0)
    )
    assert patch.getbbox() is None


def test_nothing_lies_nearer_to_an_edge_than_a_printer_reaches(read):
    for number in range(len(read.raw.pages)):
        assert min(read.ink(number)) >= theme().paper.edge


def test_every_page_has_the_size_asked_for(read, paper, edition):
    wanted = {Paper.LETTER: (215.9, 279.4), Paper.A4: (210, 297)}[paper]
    for page in read.raw.pages:
        sides = tuple(float(side) * POINTS_TO_MM for side in page.MediaBox[2:])
        assert sides == pytest.approx(wanted[::-1] if edition is Edition.ZINE else wanted, abs=0.2)


def test_every_font_is_embedded_and_the_file_names_nobody(read, languages):
    for font in (each for each in read.raw.objects if isinstance(each, pikepdf.Dictionary)):
        if font.get("/Type") == "/Font":
            assert "/FontFile2" in font.FontDescriptor
    info, root = read.raw.docinfo, read.raw.Root
    assert str(root.Lang) == languages[0]
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert str(info["/Title"]) == lesson().neutral_title.in_language(languages[0])
    assert {
        str(info.get(key, "")) for key in ("/Author", "/Creator", "/Producer", "/Subject", "/Keywords")
    } == {""}


def test_the_same_paper_has_the_same_bytes(edition):
    one, other = (job(lesson(), edition=edition, copies=3).run() for _ in range(2))
    assert one == other


def test_large_print_has_large_letters():
    sizes = {
        float(operands[1])
        for page in pikepdf.open(_file(job(lesson(), edition=Edition.LARGE).run())).pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "Tf" and float(operands[1])
    }
    assert theme().paper.body_large in sizes
    assert min(sizes) >= theme().paper.body


def test_large_print_says_what_the_sheet_says():
    sheet, large = (Read(job(lesson(), edition=each).run()) for each in (Edition.STANDARD, Edition.LARGE))
    assert len(large.pages) > len(sheet.pages)
    assert set(_words(sheet)) - set(_words(large)) <= set("123456789")


def _words(read):
    return read.text.replace("\xad", "").split()


def _file(pdf):
    return BytesIO(pdf)


def test_a_row_higher_than_a_page_is_torn_in_large_print():
    long = " ".join(["extraordinariamente"] * 70)
    rows = tuple(Row(id=f"r{n}", cells=(both("Corto", "Short"), both(long, long))) for n in range(3))
    table = structs.replace(BLOCKS[6], rows=rows)
    read = Read(job(lesson(blocks=[table]), edition=Edition.LARGE, languages=("es", "en")).run())
    assert read.letters.count("extraordin") >= 70 * 3


def test_a_word_is_never_torn_beside_its_own_hyphen():
    for language in ("es", "en"):
        torn = styles(12, language, hyphens=True).text.hyphenationLang
        pieces = [piece for pair in torn("anti-trafficking") for piece in pair]
        assert pieces
        assert not any(piece.startswith("-") or piece.endswith("-") for piece in pieces)


def test_copies_come_one_whole_after_the_other(edition):
    one = lesson()
    once, thrice = (Read(job(one, edition=edition, copies=n).run()) for n in (1, 3))
    assert thrice.pages == once.pages * 3
    assert len(thrice.bytes) < len(once.bytes) * 1.3


@pytest.mark.parametrize("copies", [0, -1, 101])
def test_copies_have_a_bound(session: Session, copies):
    with pytest.raises(InputError):
        session.handout(["turn-in"], ("es",), copies=copies)


def test_a_session_hands_on_what_was_asked(session: Session):
    made = session.handout(["turn-in"], ("es",), edition=Edition.ZINE, copies=2)
    assert len(Read(made.run()).pages) == 2


def test_progress_is_told(edition):
    told = []
    job(lesson(), edition=edition).run(lambda done, total: told.append((done, total)) or True)
    assert told
    assert told[-1][0] <= told[-1][1]


@pytest.mark.parametrize("one", SAMPLE)
def test_lessons_that_ship_have_every_edition(library: Library, one, edition, languages):
    _whole(library, one, edition, languages, Paper.A4 if len(one) % 2 else Paper.LETTER)


@pytest.mark.soak
def test_every_lesson_has_every_edition(library: Library, edition, languages, paper):
    for one in library.lessons:
        _whole(library, one, edition, languages, paper)


def _whole(library, name, edition, languages, paper):
    one = library.lessons[name]
    read = Read(job(one, library=library, edition=edition, languages=languages, paper=paper).run())
    sheets = len(languages) if edition is Edition.ZINE else 1
    assert len(read.pages) in {n * sheets for n in SPAN.get(edition, range(1, 32))}
    assert all(page.strip() for page in read.pages)
    for number in range(len(read.pages)):
        assert min(read.ink(number)) >= theme().paper.edge, (name, number)
    letters = read.letters
    for language in languages:
        for point in one.points:
            said = point.short if edition in FOLDED else point.title
            for sentence in inline.plain(said.in_language(language)).split(". "):
                assert only_letters(sentence) in letters, (name, language, sentence)
    assert only_letters(captions.FREE.key) in letters or "en" not in languages
