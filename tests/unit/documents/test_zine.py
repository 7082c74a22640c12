"""The little book: eight pages in the right places of one sheet, large enough to read, each of them whole."""

import datetime as dt

import pytest
from msgspec import structs

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.lessons import imposition, zine
from kyr_app.documents.lessons.panels import panels
from kyr_app.documents.typesetting import captions, fitting
from kyr_app.i18n.locale import Locale
from kyr_app.model.block import Phrase
from kyr_app.model.settings import Edition, Paper
from kyr_app.model.text import Text
from tests.unit.documents.paper import BLOCKS, DAY, Read, both, job, lesson, only_letters

LETTER = (792.0, 612.0)


def book(*, points=5, phrase=True, **more):
    """A lesson whose points say which they are."""
    blocks = BLOCKS if phrase else BLOCKS[:5]
    one = lesson(blocks=blocks, points=points)
    told = tuple(
        structs.replace(point, short=both(f"Cuenta {n} final{n}.", f"Tell {n} end{n}."))
        for n, point in enumerate(one.points, 1)
    )
    return structs.replace(one, points=told, **more)


def read(one, **more):
    return Read(job(one, edition=Edition.ZINE, **more).run())


def test_pages_lie_where_the_folds_bring_them_together():
    places = {n: imposition.spot(n, LETTER) for n in range(1, 9)}
    lower = sorted((n for n in places if not places[n].turned), key=lambda n: places[n].x)
    upper = sorted((n for n in places if places[n].turned), key=lambda n: places[n].x)
    assert lower == [8, 1, 2, 3]
    assert upper == [7, 6, 5, 4]
    assert all(places[n].y == 0 for n in lower)
    assert all(places[n].y == 306 for n in upper)


def test_folded_leaves_lie_back_to_back_and_pages_that_open_lie_side_by_side():
    """A leaf bears two pages: over the upper fold where the sheet is whole, round a standing one where it is cut."""
    places = {n: imposition.spot(n, LETTER) for n in range(1, 9)}
    for front, back in ((3, 4), (7, 8)):
        assert places[front].x == places[back].x
    for front, back in ((1, 2), (5, 6)):
        assert abs(places[front].x - places[back].x) == LETTER[0] / 4
    for left, right in ((2, 3), (8, 1)):
        assert places[right].x - places[left].x == LETTER[0] / 4
    for left, right in ((4, 5), (6, 7)):
        assert places[left].x - places[right].x == LETTER[0] / 4


@pytest.mark.parametrize("paper", list(Paper))
def test_every_page_keeps_off_the_edge_and_off_the_fold(paper):
    size = {Paper.LETTER: LETTER, Paper.A4: (841.9, 595.3)}[paper]
    for n in range(1, 9):
        spot = imposition.spot(n, size)
        column, edge = round(spot.x / spot.width), theme().paper.edge / 25.4 * 72
        outer = {0: "right" if spot.turned else "left", 3: "left" if spot.turned else "right"}.get(column)
        assert spot.foot >= edge
        assert min(spot.left, spot.right, spot.head) >= theme().paper.fold
        if outer:
            assert getattr(spot, outer) >= edge


def test_words_stand_on_the_page_of_their_point():
    made = read(book())
    width, height = LETTER[0] / 4, LETTER[1] / 2
    for n in range(1, 6):
        spot, at = imposition.spot(n + 1, LETTER), made.place(0, f"final{n}.").center()
        assert spot.x < at.x() < spot.x + width
        assert (at.y() < height) == spot.turned
        assert spot.y < LETTER[1] - at.y() < spot.y + height


def test_the_upper_row_stands_on_its_head():
    made = read(book())
    for n, turned in ((1, False), (2, False), (3, True), (4, True), (5, True)):
        title, told = made.place(0, f"Punto {n}").y(), made.place(0, f"Cuenta {n}").y()
        assert (told < title) == turned


def test_one_sheet_for_each_language_the_readers_first():
    pages = read(book(), languages=("en", "es")).pages
    assert len(pages) == 2
    assert "Tell 1 end1." in pages[0]
    assert "Cuenta 1" not in pages[0]
    assert "Cuenta 1 final1." in pages[1]


@pytest.mark.parametrize("points", range(1, 7))
@pytest.mark.parametrize("phrase", [True, False])
def test_no_page_is_empty_and_there_are_always_eight(points, phrase):
    made = panels(book(points=points, phrase=phrase), expired=False)
    assert len(made) == 8
    letters = read(book(points=points, phrase=phrase)).letters
    assert all(f"Cuenta{n}final{n}" in letters for n in range(1, points + 1))
    assert ("Quierounabogado" in letters) == (phrase and points < 6)


def test_cover_and_back_say_what_this_is_and_how_old(locale: Locale):
    one = book()
    letters = read(one, languages=(locale.language,)).letters
    for words in (
        one.title,
        one.summary,
        captions.FREE,
        captions.dates(one.reviewed, one.good_until),
        captions.review(""),
    ):
        assert only_letters(locale.render(words)) in letters
    assert letters.count(only_letters(locale.render(captions.FREE))) == 10
    assert letters.count(only_letters(locale.short_date(one.reviewed))) >= 8


def test_a_book_past_its_date_says_so_on_its_cover(locale: Locale):
    one = book()
    late = read(one, languages=(locale.language,), today=one.good_until + dt.timedelta(days=1)).letters
    said = only_letters(locale.render(captions.expired(one.good_until)))
    assert said in late
    assert said not in read(one, languages=(locale.language,), today=DAY).letters


def test_lines_to_write_on_are_drawn(monkeypatch):
    drawn = []
    monkeypatch.setattr(zine, "line", lambda _canv, start, end, _rule: drawn.append((start, end)))
    read(book(points=3, phrase=False))
    assert len(drawn) >= 10
    drawn.clear()
    read(book(points=5))
    assert len(drawn) >= 2


@pytest.fixture
def sizes(monkeypatch):
    """Every size that running text was set in."""
    seen = []
    fitted = fitting.fitted

    def noted(*wanted):
        voice = fitted(*wanted)
        seen.append(voice.styles.body)
        return voice

    monkeypatch.setattr(zine, "fitted", noted)
    return seen


@pytest.mark.parametrize("paper", list(Paper))
def test_every_lesson_that_ships_fits_in_letters_of_twelve_points(library: Library, sizes, paper):
    narrow = paper is Paper.LETTER  # what fits there fits on the other, whose pages are larger
    for one in list(library.lessons.values())[:: 1 if narrow else 5]:
        read(one, library=library, languages=("es", "en"), paper=paper)
        assert min(sizes) >= theme().paper.body, one.id


def test_forty_five_long_words_still_fit(sizes):
    words = " ".join(["protección"] * 45)
    one = book()
    points = tuple(structs.replace(point, short=Text(words, words)) for point in one.points)
    made = read(structs.replace(one, points=points))
    assert made.letters.count("protección") == 45 * 5
    assert min(made.ink(0)) >= theme().paper.edge
    assert min(sizes) > 5


@pytest.mark.parametrize(
    "words", ["x" * 300, "<b>&amp;</b> </para>", "\u202eabc\u202c", "**ya** [[judge|jueza]] {n}"]
)
def test_no_text_breaks_a_book(words):
    one = book()
    points = tuple(
        structs.replace(point, short=Text(words, words), title=Text(words, words)) for point in one.points
    )
    said = Phrase(id="p", practice=True, say=Text(words, words), note=Text(words, words))
    points = (structs.replace(points[0], blocks=(said,)), *points[1:])
    assert len(read(structs.replace(one, points=points)).pages) == 1
