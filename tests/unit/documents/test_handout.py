"""What a reader finds on a handout."""

import datetime as dt

import pytest

from kyr_app.content.library import Library
from kyr_app.documents.lessons.handout import texts
from kyr_app.documents.lessons.job import Stopped
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.marks import Label
from kyr_app.i18n.locale import Locale
from kyr_app.model import inline
from kyr_app.model.block import Paragraph
from kyr_app.model.settings import Paper
from kyr_app.model.text import Text
from tests.unit.documents.paper import BLOCKS, DAY, Read, both, job, lesson, only_letters

WAYS = [("es",), ("en",), ("es", "en"), ("en", "es")]


def shown(text, letters):
    """Whether a text stands on the paper, whole or torn once where a page ends."""
    wanted = only_letters(text)
    return wanted in letters or any(
        wanted[:at] in letters and wanted[at:] in letters for at in range(len(wanted) - 1, 0, -1)
    )


def unseen(one):
    """The texts of a lesson that a handout does not show: zine panels and the discreet title."""
    return {one.neutral_title, *(point.short for point in one.points)}


@pytest.mark.parametrize("languages", WAYS)
def test_everything_a_lesson_says_is_on_paper(languages):
    one = lesson()
    letters = Read(job(one, languages=languages).run()).letters
    for text in texts(one):
        for language in languages:
            if text not in unseen(one):
                assert shown(inline.plain(text.in_language(language)), letters), (language, text)


@pytest.mark.parametrize("languages", WAYS[:3])
def test_every_lesson_that_ships_is_on_paper(library: Library, languages):
    for one in library.lessons.values():
        letters = Read(job(one, languages=languages, library=library).run()).letters
        missing = [
            words
            for text in texts(one)
            for words in (inline.plain(text.in_language(language)) for language in languages)
            if text not in unseen(one) and not shown(words, letters)
        ]
        assert missing == [], one.id


def test_one_language_alone_but_for_the_sentence_to_say_aloud():
    text = Read(job(lesson(), languages=("es",)).run()).text
    assert "Quiero un abogado" in text
    assert "I want a lawyer" in text
    assert "Clean water" not in text


def test_the_same_numbers_stand_in_both_columns(monkeypatch):
    drawn = []
    draw = Label.draw

    def noted(self, canv, x, top):
        drawn.append((round(canv.absolutePosition(x, top)[0] > 300), self.text))
        draw(self, canv, x, top)

    monkeypatch.setattr(Label, "draw", noted)
    text = Read(job(lesson(), languages=("es", "en")).run()).text
    left, right = ([label for side, label in drawn if side == which] for which in (0, 1))
    assert left == right
    assert left[:5] == ["1.", "2.", "3.", "A.", "B."]
    assert "1. Punto 1" in text
    assert "1. Point 1" in text


def test_questions_are_answered_at_the_end_and_the_right_answer_comes_first(locale: Locale):
    text = Read(job(lesson(), languages=(locale.language,)).run()).text
    question = locale.render(captions.question(3))
    right = locale.render(captions.right("B"))
    assert text.count(question) == 2
    assert text.index(question) < text.rindex(question) < text.rindex(right)
    assert right not in text[: text.rindex(locale.render(captions.ANSWERS))]


def test_a_point_names_its_sources_their_age_and_what_may_have_changed(locale: Locale):
    text = " ".join(Read(job(lesson(points=1), languages=(locale.language,)).run()).text.split())
    assert "8 CFR 1003.22; Case v. Case." in text.replace("\xa0", " ")
    assert locale.short_date(dt.date(2026, 6, 25)) in text
    assert text.count(locale.render(captions.CHANGED)) == 2


def test_without_a_fact_there_is_no_source_line_and_no_mark(locale: Locale):
    bare = lesson(blocks=(Paragraph(id="p", practice=True, text=both("Algo.", "Something.")),))
    text = Read(job(bare, languages=(locale.language,)).run()).text
    assert locale.render(captions.SOURCE) not in text
    assert locale.render(captions.CHANGED) not in text


def test_words_used_are_explained_and_others_are_not():
    assert "Quien decide" in Read(job(lesson()).run()).text
    assert "Quien decide" not in Read(job(lesson(blocks=BLOCKS[4:])).run()).text


def test_a_sheet_past_its_date_says_so_on_every_page(locale: Locale):
    one = lesson()
    fresh, old = (
        Read(job(one, languages=(locale.language,), today=day).run())
        for day in (one.good_until, one.good_until + dt.timedelta(days=1))
    )
    banner = only_letters(locale.render(captions.expired(one.good_until)))
    assert all(banner in only_letters(page) for page in old.pages)
    assert banner not in fresh.letters


def test_every_page_says_where_it_belongs_and_how_old_it_is(locale: Locale):
    read = Read(job(lesson(points=5), languages=(locale.language,)).run())
    total = len(read.pages)
    for n, page in enumerate(read.pages, 1):
        for words in (
            captions.page(n, total),
            captions.dates(lesson().reviewed, lesson().good_until),
            captions.FREE,
            captions.review(""),
        ):
            assert only_letters(locale.render(words)) in only_letters(page)
        assert only_letters(locale.render(lesson().title)) in only_letters(page)


def test_lessons_printed_together_are_numbered_by_themselves(locale: Locale):
    first, second = lesson(points=4), lesson(name="second", points=1)
    pages = Read(job(first, second, languages=(locale.language,)).run()).pages
    last = sum(locale.render(captions.page(1, 1)) in page for page in pages)
    assert last == 0
    starts = [
        n for n, page in enumerate(pages) if f"{locale.render(captions.page(1, 99)).split('99')[0]}" in page
    ]
    assert len(starts) == 2
    assert locale.render(captions.page(1, len(pages) - starts[1])) in pages[starts[1]]


HOSTILE = [
    "María <b>Peña</b> & <img src='file:///etc/passwd'/>",
    "</para><para>",
    "&#0; &nbsp; &lt;",
    "\u202eabc\u202c \u200f\u05d0",
    "👩‍👩‍👧‍👦 ẍ ʼ 中文",
    "x" * 500,
    "**" + "y" * 500 + "**",
    "{name} %s \\ ]]> <!-- -->",
    "a\x00b\ud800c",
    "[[judge|" + "z" * 300 + "]]",
    "** [[ ]] |",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("languages", [("es",), ("es", "en")])
def test_no_text_breaks_a_paper_or_is_lost(words, languages):
    blocks = [Paragraph(id="p", practice=True, text=both(words, words)), *BLOCKS[1:3]]
    letters = Read(job(lesson(blocks=blocks), languages=languages).run()).letters
    wanted = only_letters(inline.plain(words).replace("\ud800", ""))
    for word in (each for each in (wanted,) if words.isascii() and "\x00" not in words):
        assert word in letters
    assert "Agualimpia" in letters


def test_a_name_with_accents_comes_back_composed():
    blocks = [Paragraph(id="p", practice=True, text=both("Pen\u0303a Güémez Ñúñez", "Pen\u0303a"))]
    assert "Peña Güémez Ñúñez" in Read(job(lesson(blocks=blocks)).run()).text


def test_a_paragraph_longer_than_a_page_is_torn_and_whole():
    long = " ".join(f"palabra{n}" for n in range(1500))
    for languages in (("es",), ("es", "en")):
        blocks = [Paragraph(id="p", icon="house", practice=True, text=Text(long, long))]
        read = Read(job(lesson(blocks=blocks, points=1), languages=languages).run())
        letters = read.letters
        assert all(f"palabra{n}" in letters for n in range(1500))
        assert len(read.pages) > 3


def test_the_pseudo_language_fits():
    read = Read(job(lesson(), languages=("en_XA", "es"), paper=Paper.A4).run())
    assert "Cl" in read.text
    assert len(read.pages) < 12


def test_progress_is_told_and_can_stop():
    told = []

    def note(done, total):
        told.append((done, total))
        return True

    job(lesson()).run(note)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] <= told[-1][1]
    with pytest.raises(Stopped):
        job(lesson()).run(lambda _done, _total: False)


def test_the_name_of_a_paper_tells_nothing():
    assert job(lesson()).title == lesson().neutral_title
    assert job(lesson(), lesson(name="b")).title == captions.HANDOUTS
    raw = Read(job(lesson(), today=DAY).run()).raw
    assert str(raw.docinfo["/Title"]) == "Cosas de familia"
