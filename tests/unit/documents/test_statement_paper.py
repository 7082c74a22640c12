"""The papers of a story, read back by two other programs: no character is lost, both copies have the same numbers."""

import re
import subprocess

import pikepdf
import pytest
from msgspec import structs

from kyr_app.documents.statement.sheet import letters_missing
from kyr_app.model.answers import Answers
from kyr_app.model.settings import Paper
from kyr_app.model.story import Ask, Helper, Signing, Where
from kyr_app.session.making import papers
from kyr_app.session.making.story import StoryPapers, offers
from tests.unit.documents.family import HOSTILE, keeps_to_the_rules
from tests.unit.documents.paper import Read, only_letters
from tests.unit.story.told import any_cards, card, chars, forty, long_text, story

LEFT, RIGHT = (100, 211), (332, 211)
"""Where the two columns stand: from the left edge, and how wide, in points."""
TOP, HIGH = 72, 648
PAPERS = (
    "declaration",
    "declaration-reading",
    "certificate-translation",
    "certificate-interpretation",
    "story-questions",
)


def poppler(pdf, tmp_path, *arguments):
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", *map(str, arguments), str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def column(pdf, tmp_path, place, name=""):
    """Return the characters of one column of all pages, without what stands at their heads and feet."""
    box = ("-x", place[0], "-y", TOP, "-W", place[1], "-H", HIGH)
    pages = poppler(pdf, tmp_path, "-raw", *box).split("\f")
    heads = {chars(f"{word} {name}") for word in ("Declaración de", "Declaration of")} if name else set()
    heads |= {"Declaración", "Declaration"}
    made = []
    for at, page in enumerate(pages):
        lines = [line for line in page.splitlines() if line.strip()]
        lines = [line for line in lines if not re.fullmatch(r"(Página|Page) \d+ (de|of) \d+", line.strip())]
        if at and lines and chars(lines[0]) in heads:
            lines = lines[1:]
        made.append(chars("".join(lines)))
    return "".join(made)


def flat(read):
    """Return the characters of a paper, without the numbers of its pages."""
    return chars(re.sub(r"(Página|Page) \d+ (de|of) \d+", "", read.text))


def made(session, *cards, **signing):
    session.story.take(story(*cards, signing=Signing(**signing)))
    return StoryPapers(session)


@pytest.fixture
def named(session):
    session.replace_answers(Answers({"first_name": "Persona", "last_name": "de Ejemplo"}))
    return session


# ── Nothing is lost ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("in_one", [True, False], ids=["with lines of its own", "in one line"])
def test_five_thousand_words_lose_no_character(session, tmp_path, in_one):
    text = long_text(5000)
    text = text if in_one else " ".join(text.split())
    pdf = made(session, card(1, text)).declaration(()).run()
    told = column(pdf, tmp_path, LEFT)
    for line in text.splitlines():
        assert chars(line) in told
    assert chars(text) in told
    with pikepdf.open(tmp_path / "paper.pdf") as paper:
        assert len(paper.pages) > 20


def test_the_copy_to_read_loses_none_either(session):
    text = long_text(5000)
    read = Read(made(session, card(1, text)).reading(("es",)).run())
    told = []
    for page in read.pages:
        lines = [line for line in page.splitlines() if line.strip()]
        body = [line for line in lines if not re.fullmatch(r"Página \d+ de \d+", line.strip())]
        told.append(chars("".join(re.sub(r"^\d+\.(?= |$)", "", line.strip()) for line in body)))
    whole = "".join(told)
    missing = [line for line in text.splitlines() if chars(line) not in whole]
    assert len(missing) <= len(
        read.pages
    )  # a page ends within a line: its header stands between the two halves
    assert only_letters(text.splitlines()[0]) in only_letters(whole)
    lost = {each: chars(text).count(each) - whole.count(each) for each in "ñúíóü«»“”¿¡;"}
    assert all(n <= 0 for n in lost.values()), lost  # the head of a page has letters of its own


def test_forty_cards_stand_in_the_order_of_time_with_the_same_numbers_in_both_copies(session, tmp_path):
    cards = [
        card(n, what, when=when.words, earliest=when.earliest) for n, (what, when) in enumerate(forty(), 1)
    ]
    own = made(session, *cards)
    facing = column(own.declaration(()).run(), tmp_path, (70, 245))
    reading = flat(Read(own.reading(("es",)).run()))
    at = -1
    for number in range(40):
        words = f"hace mucho, la {number}"
        assert facing.count(chars(f"Cosa número {number} que pasó.")) == 1
        now = facing.index(chars(words) + chars(f"Cosa número {number}"))
        assert now > at
        at = now
        shown = re.search(rf"(\d+)\.\w+:{chars(words)}Cosa", facing)
        assert shown is not None
        assert int(shown[1]) == number + 1
        assert re.search(rf"(?<!\d){number + 1}\.\w+:{chars(words)}Cosa", reading)


@pytest.mark.parametrize("seed", range(6))
def test_both_copies_have_the_same_numbers_whatever_is_told(session, tmp_path, seed):
    cards = any_cards(seed, 12)
    told = tuple(structs.replace(each, what=f"Uno.\nEsto{each.number}más.") for each in cards)
    own = made(session, *told, with_not_today=True)
    facing = column(own.declaration(()).run(), tmp_path, (70, 245))
    reading = flat(Read(own.reading(("es",)).run()))
    for paragraph in session.story.statement().paragraphs:
        if paragraph.passages[0].line.at:
            numbered = f"{paragraph.number}.{paragraph.passages[0].words}"
            assert numbered in facing
            assert numbered in reading


# ── Strange words ─────────────────────────────────────────────────────────────────────────────────────────────


def test_words_that_look_like_something_else_stand_there_as_they_are(session, tmp_path):
    odd = "<b>{n}</b> %s **no** [[judge|x]] &amp; <para> {title}"
    name = "Ana **B** [[c|d]]"
    session.replace_answers(Answers({"first_name": name, "court_name": odd, "a_number": HOSTILE}))
    one = card(1, odd, when=odd, **dict.fromkeys(("who", "where", "why", "knew", "left"), odd))
    helper = Helper(odd, odd, HOSTILE)
    own = made(session, one, language=odd, translator=helper, interpreter=helper)
    for make in (own.declaration, own.reading, own.translation, own.interpretation, own.questions):
        read = Read(make(("es", "en")).run())
        assert only_letters("Ana B c d") in read.letters or make == own.questions
        for page in read.pages:
            assert "\u202e" not in page
    assert (
        column(own.declaration(()).run(), tmp_path, LEFT).count(chars(odd)) == 7 + 1
    )  # and above the column, as the language


def test_a_word_without_end_is_broken_and_whole(session, tmp_path):
    word = "W" * 3000
    assert word in column(made(session, card(1, word)).declaration(()).run(), tmp_path, LEFT)


def test_letters_without_a_picture_leave_a_box_and_a_warning(session):
    own = made(session, card(1, "plain"), card(2, "nꞌga ɨ 漢 \x01"))
    assert set(own.letters_missing()) == {2}
    assert set("ꞌɨ漢") <= set(own.letters_missing()[2])
    assert letters_missing(session.story.statement()) == own.letters_missing()
    page = Read(own.questions(("en",)).run()).text
    assert "Paragraphs: 2." in " ".join(page.split())
    assert made(session, card(1, "Ñandú “bien” — sí… €")).letters_missing() == {}


# ── What the papers say ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("where", list(Where))
def test_the_oath_has_the_words_of_the_law_for_where_it_is_signed(session, tmp_path, where):
    """28 U.S.C. 1746: (1) without, (2) within the United States."""
    english = column(made(session, card(1), where=where).declaration(()).run(), tmp_path, RIGHT)
    inside = chars("I declare under penalty of perjury that the foregoing is true and correct.")
    outside = chars(
        "I declare under penalty of perjury under the laws of the United States of America that the foregoing is "
        "true and correct."
    )
    assert (inside in english) is (where is Where.INSIDE)
    assert (outside in english) is (where is Where.OUTSIDE)


def test_typed_english_stands_beside_its_words_and_the_rest_is_ruled(session, tmp_path):
    own = made(session, card(1, "uno\ndos"))
    first = session.story.statement().passages[0]
    session.story.translate(first.line, "uno", "The first, in English.")
    english = column(own.declaration(()).run(), tmp_path, RIGHT)
    assert chars("1. The first, in English.") in english
    session.story.write(1, Ask.WHAT, "otro\ndos")
    assert chars("in English.") not in column(own.declaration(()).run(), tmp_path, RIGHT)


def test_the_caption_stands_there_only_where_a_court_is_known(named):
    own = made(named, card(1))
    assert "DEPARTMENT OF JUSTICE" not in Read(own.declaration(()).run()).text
    more = {"court_name": "Corte de Ejemplo", "a_number": "000-000-000", **dict(named.answers)}
    named.replace_answers(Answers(more))
    text = Read(own.declaration(()).run()).text
    for words in ("DEPARTMENT OF JUSTICE", "Corte de Ejemplo", "000-000-000", "Persona de Ejemplo"):
        assert words in text


def test_certificates_say_what_the_rules_ask_for_and_leave_the_signature_empty(named):
    """8 CFR 1003.33, and EOIR Practice Manual 3.3(a)."""
    helper = Helper("Traductora de Ejemplo", "Calle 1, Tijuana", "664 555 0100")
    own = made(named, card(1, "a\nb"), translator=helper)
    text = " ".join(Read(own.translation(("en",)).run()).text.split())
    for words in (
        "competent to translate from Spanish into English",
        "true and accurate to the best of my abilities",
    ):
        assert words in text
    for words in (
        "paragraphs 1 to 2",
        helper.name,
        helper.address,
        helper.phone,
        "Declaration of Persona de Ejemplo",
    ):
        assert words in text
    read = " ".join(Read(own.interpretation(("en",)).run()).text.split())
    for words in (
        "competent to interpret",
        "aloud and whole, in Spanish",
        "before signing",
        "true and accurate",
    ):
        assert words in read
    assert helper.name not in read


def test_the_page_of_questions_holds_no_word_of_the_story(session):
    cards = [card(n, "CANARIO", when="CANARIO", who="CANARIO", earliest="2021") for n in (1, 2)]
    read = Read(made(session, *cards).questions(("es", "en")).run())
    assert "CANARIO" not in read.text
    assert "Fuente" in read.text


def test_what_is_about_the_same_time_is_said_only_where_it_was_asked_for(session, tmp_path):
    cards = card(1, "uno", earliest="2021"), card(2, "dos", earliest="2021")
    assert "sametime" not in column(made(session, *cards).declaration(()).run(), tmp_path, RIGHT)
    ticked = made(session, *cards, ties=True)
    assert chars("About the same time as paragraph 1:") in column(
        ticked.declaration(()).run(), tmp_path, RIGHT
    )


def test_nothing_told_gives_lines_to_write_on_by_hand(session):
    read = Read(StoryPapers(session).declaration(()).run())
    assert all(f"{number}." in read.text for number in range(1, 13))
    assert len(read.pages) >= 2


# ── On paper ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("languages", [("es",), ("en",), ("es", "en")], ids="-".join)
def test_papers_are_black_on_white_with_every_font_in_them(named, name, languages):
    made(named, *any_cards(4, 8))
    keeps_to_the_rules(Read(papers.job(named, [name], languages).run()))


def test_the_statement_is_on_letter_with_an_inch_round_it_whatever_paper_is_set(named):
    named.use_paper(Paper.A4)
    made(named, *any_cards(5, 30))
    read = Read(papers.job(named, ["declaration"], None).run())
    for number in range(len(read.pages)):
        assert read.raw.pages[number].mediabox[2:] == [612, 792]
        assert min(read.ink(number)) >= 25.4 - 0.6


def test_every_paper_of_a_story_is_offered_with_no_telling_title(named):
    found = {each.id: each for each in offers(named)}
    assert tuple(found) == PAPERS
    for each in found.values():
        told = named.locale_of("en").render(each.make(each.languages, None).title)
        assert not re.search("asylum|statement|declar|court|story|Persona", told, re.IGNORECASE)
    again = [found["declaration"].make((), None).run() for _ in range(2)]
    assert again[0] == again[1]
