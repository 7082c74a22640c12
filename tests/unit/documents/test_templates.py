"""Every paper that we write: complete, half answered, open, empty, in both languages; nothing cut, nothing empty."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from reportlab.lib import pagesizes

from kyr_app import places
from kyr_app.content.library import Library, load
from kyr_app.documents.templates import assemble
from kyr_app.documents.templates.filled import Box, Captioned, Cells, Grid, Ink, OwnWords, Said, Signed, words
from kyr_app.documents.templates.filling import Filler
from kyr_app.documents.templates.wanted import Take
from kyr_app.i18n import catalogs
from kyr_app.model.answers import NOTHING, Answers, Open
from kyr_app.model.derived import with_derived
from kyr_app.model.settings import Paper
from kyr_app.model.story import Ask
from kyr_app.model.template import Leaves, Speaks
from kyr_app.session.making import templates
from kyr_app.session.session import Session
from tests.unit.documents.answered import complete, half, open_ones
from tests.unit.documents.family import HOSTILE, keeps_to_the_rules
from tests.unit.documents.paper import Read

LIBRARY = load(places.pack())
NAMES = list(LIBRARY.templates)
STATES = {"complete": complete, "half": half, "open": open_ones, "empty": lambda _: NOTHING}
INCH = 25.4
ES, EN = ("es",), ("en",)
LANGUAGES = {"complete": (ES, EN, (*ES, *EN)), "half": (ES,), "open": (EN,), "empty": (ES,)}
"""Which drawings are enough to see every state and every language."""


@cache
def made(name: str, state: str, languages: tuple[str, ...], take: Take = Take.KIT) -> Read:
    session = Session(library=LIBRARY)
    session.replace_answers(STATES[state](LIBRARY))
    return Read(templates.job(session, name, languages, take=take).run())


def filled(name: str, answers: Answers, language: str, told_in: str = "es"):
    locale = catalogs.load(language, places.translations())
    filler = Filler(with_derived(answers), templates.fields(LIBRARY), locale, told_in=told_in)
    return assemble.pages(LIBRARY.template(name), LIBRARY.templates, filler)


def runs(block):
    """Yield every run of a block."""
    found = []
    for each in getattr(block, "__struct_fields__", ()):
        value = getattr(block, each)
        stack = [value]
        while stack:
            one = stack.pop()
            if isinstance(one, tuple):
                stack.extend(one)
            elif hasattr(one, "ink"):
                found.append(one)
            elif isinstance(one, Cells | Grid) or hasattr(one, "label"):
                stack.extend(getattr(one, name) for name in one.__struct_fields__)
    return found


def blanks(pages):
    return [run for page in pages for block in page.blocks for run in runs(block) if run.ink is Ink.BLANK]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("state", STATES)
def test_a_paper_is_whole_in_both_languages(name, state):
    """It is drawn, no place for an answer is left as a brace, and nothing of the program's inside shows."""
    for languages in LANGUAGES[state]:
        read = made(name, state, languages)
        assert read.raw.pages
        assert not re.search(r"\{[a-z_.]+\}|Row\(|Open\.|UNSURE|\bNone\b", read.text)


@pytest.mark.parametrize("name", NAMES)
def test_numbers_match_between_what_is_filed_and_the_copy(name):
    for answers in (complete(LIBRARY), half(LIBRARY), NOTHING):
        english, spanish = (filled(name, answers, language) for language in ("en", "es"))
        assert [page.id for page in english] == [page.id for page in spanish]
        for one, other in zip(english, spanish, strict=True):
            assert [type(each) for each in one.blocks] == [type(each) for each in other.blocks]
            for mine, yours in zip(one.blocks, other.blocks, strict=True):
                assert mine.id == yours.id
                if isinstance(mine, Said):
                    assert (mine.number, mine.box) == (yours.number, yours.box)
                empty = [sum(run.ink is Ink.BLANK for run in runs(each)) for each in (mine, yours)]
                assert empty[0] == empty[1]


@pytest.mark.parametrize("name", NAMES)
def test_a_family_that_answered_everything_has_nothing_to_fill_in(name):
    """No line for an answer is left, and no box stands before a passage; what remains is for a hand alone."""
    session = Session(library=LIBRARY)
    session.replace_answers(complete(LIBRARY))
    found = templates.job(session, name, ("es",))
    assert found.left.missing == ()
    pages = filled(name, complete(LIBRARY), "es")
    assert blanks(pages) == []
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Grid) and block.id != "holders" and name != "events-timeline":
                assert all(cell for row in block.rows for cell in row)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_open_on_purpose_is_said(name):
    """*There is none* and *I don't know* are answers: no line is left for them."""
    pages = filled(name, open_ones(LIBRARY), "en")
    said = " ".join(words(tuple(runs(block))) for page in pages for block in page.blocks)
    assert blanks(pages) == []
    if LIBRARY.template(name).typed or "Grid" in said:
        assert "unknown" in said or "none" in said


@pytest.mark.parametrize("name", NAMES)
def test_nobody_signs_for_anybody(name):
    """A signature is a line with a name under it, and no day stands anywhere near it."""
    for page in filled(name, complete(LIBRARY), "en"):
        for block in page.blocks:
            if isinstance(block, Signed):
                assert not re.search(r"20\d\d", words(block.who) + "".join(map(words, block.more)))


@pytest.mark.parametrize("name", NAMES)
def test_hostile_answers_stay_words(name):
    session = Session(library=LIBRARY)
    session.replace_answers(complete(LIBRARY, text=f"{HOSTILE}\n\n{HOSTILE * 5}", line=HOSTILE[:60]))
    read = Read(templates.job(session, name, ES).run())
    keeps_to_the_rules(read)
    assert "\u202e" not in read.text


@pytest.mark.parametrize("name", [each for each in NAMES if LIBRARY.template(each).leaves is not Leaves.KEPT])
def test_what_is_filed_keeps_to_the_profile_of_a_court(name):
    """Letter, an inch on every side but for the number at the foot: two holes at the top have room."""
    if not any(page.speaks is not Speaks.READER for page in LIBRARY.template(name).sheets):
        return
    read = made(name, "complete", ("es",), Take.FILED)
    for number, page in enumerate(read.raw.pages):
        assert [float(side) for side in page.MediaBox[2:]] == pytest.approx(pagesizes.LETTER, abs=0.01)
        ink = read.ink(number)
        assert min(ink) >= INCH - 0.8


def test_a_paper_can_be_a4():
    session = Session(library=LIBRARY)
    read = Read(templates.job(session, "motion-venue", ("es",), Paper.A4).run())
    for page in read.raw.pages:
        assert [float(side) for side in page.MediaBox[2:]] == pytest.approx(pagesizes.A4, abs=0.01)


@pytest.mark.parametrize("detained", ["yes", "no", None])
def test_the_caption_is_the_practice_manuals(detained):
    answers = complete(LIBRARY)
    answers = answers.given("detained", detained) if detained else answers.without("detained")
    (caption,) = [block for page in filled("cover-page", answers, "en") for block in page.blocks]
    assert isinstance(caption, Captioned)
    assert caption.cover
    assert caption.detained is {"yes": True, "no": False}.get(detained or "")
    assert caption.sender[0] == "Persona de Ejemplo"
    assert caption.people[0] == ("Persona de Ejemplo", "A 000-000-000")
    assert caption.hearing == "March 19, 2027, 8:30 a.m., master calendar hearing"
    session = Session(library=LIBRARY)
    session.replace_answers(answers)
    text = " ".join(
        Read(templates.job(session, "motion-venue", ("es",), take=Take.FILED).run()).pages[0].split()
    )
    for told in (
        "UNITED STATES DEPARTMENT OF JUSTICE",
        "IMMIGRATION COURT San Diego, California",
        "File No.: A 000-000-000",
        "In removal proceedings",
        "Persona Jueza de Ejemplo",
        "MOTION TO CHANGE VENUE",
    ):
        assert told in text
    assert ("NON-DETAINED" in text) is (detained != "yes")


def test_a_hearing_that_nobody_knows_is_a_line_for_the_pen():
    answers = complete(LIBRARY).given("hearing_time", Open.UNSURE)
    for known in (answers, answers.given("hearing_date", Open.UNSURE)):
        (caption,) = [block for page in filled("cover-page", known, "en") for block in page.blocks]
        day = "March 19, 2027" if known is answers else "_" * 20
        assert caption.hearing == f"{day}, {'_' * 8}, master calendar hearing"


def test_the_page_before_says_which_one_is_sent():
    text = made("motion-venue", "empty", ("en",)).pages[0]
    assert "What you hand in: the pages in English." in text
    assert "Not yet reviewed by a lawyer" in text
    assert "Good until" in text
    copy = made("motion-venue", "empty", ("es",), Take.COPY)
    filed = made("motion-venue", "empty", ("es",), Take.FILED)
    mark = catalogs.load("es", places.translations()).render(templates.captions.COPY)
    for number in range(len(copy.raw.pages)):
        assert mark in copy.pages[number]
    assert mark not in filed.text
    assert "review" not in filed.text


def test_own_words_are_never_cut_and_wait_for_a_translator():
    """What was told in Spanish stands whole on the copy; the English page has lines, or the translation."""
    told = "\n".join(f"línea {n} con ñ y «comillas»" for n in range(300))
    answers = complete(LIBRARY, text=told)
    session = Session(library=LIBRARY)
    session.replace_answers(answers)
    filed = Read(templates.job(session, "motion-reopen", ("es",), take=Take.FILED).run()).text
    copy = " ".join(Read(templates.job(session, "motion-reopen", ("es",), take=Take.COPY).run()).text.split())
    assert "línea 7" not in filed
    for n in range(300):
        assert f"línea {n} con ñ y «comillas»" in copy
    session.replace_answers(answers.given("reopen_reason_en", "The notice went to another house."))
    filed = Read(templates.job(session, "motion-reopen", ("es",), take=Take.FILED).run()).text
    assert "The notice went to another house." in " ".join(filed.split())
    (told_block,) = [
        block for page in filled("motion-late", complete(LIBRARY), "en") for block in page.blocks
        if isinstance(block, OwnWords) and block.id == "why"
    ]  # fmt: skip
    assert told_block.lines >= 10
    assert told_block.paragraphs == ()
    (english_teller,) = [
        block for page in filled("motion-late", complete(LIBRARY), "en", told_in="en") for block in page.blocks
        if isinstance(block, OwnWords) and block.id == "why"
    ]  # fmt: skip
    assert english_teller.paragraphs


def test_unknown_is_a_box_to_tick_and_not_false():
    def states(answers):
        pages = filled("motion-reopen", answers, "en")
        return {block.id: block.box for page in pages for block in page.blocks if isinstance(block, Said)}

    assert states(NOTHING)["absent"] is Box.EMPTY
    assert states(NOTHING)["notice"] is Box.EMPTY
    told = states(Answers({"order_absent": "no"}))
    assert told["present"] is Box.NO
    assert "absent" not in told
    assert "notice" not in told
    served = filled("proof-of-service", Answers({"service_method": "mail"}), "en")
    ticks = {block.id: block.box for page in served for block in page.blocks if isinstance(block, Said)}
    assert ticks["mail"] is Box.TICKED
    assert ticks["hand"] is Box.EMPTY


def test_a_sheet_for_each_child():
    pages = filled("child-sheet", complete(LIBRARY), "es")
    assert len(pages) == 2
    assert len(filled("child-sheet", NOTHING, "es")) == 1
    rows = complete(LIBRARY).rows("children_list")
    for page, row in zip(pages, rows, strict=True):
        said = " ".join(words(tuple(runs(block))) for block in page.blocks)
        assert str(row["first_name"]) in said


def test_the_timeline_takes_the_cards_of_the_story(session: Session):
    session.story.begin()
    card = session.story.story.cards[0]
    session.story.write(card.number, Ask.WHAT, "Lo que pasó en el mercado.")
    text = Read(templates.job(session, "events-timeline", ("es",)).run()).text
    assert "Lo que pasó en el mercado." in text
    session.story.close(card.number, not_today=True)
    assert "mercado" not in Read(templates.job(session, "events-timeline", ("es",)).run()).text


def test_j6_a_witness_letter_blank_in_spanish_with_its_certificate_behind_it(library: Library):
    session = Session(library=library)
    job = templates.blank(session, library.template("witness-letter"), ("es",), None)
    text = [" ".join(page.split()) for page in Read(job.run()).pages]
    letter = next(n for n, page in enumerate(text) if "Lo que vi, oí o sé" in page)
    translation = next(n for n, page in enumerate(text) if "What I saw, heard or know" in page)
    certificate = next(n for n, page in enumerate(text) if "am competent to translate" in page)
    rules = next(n for n, page in enumerate(text) if "Cinco reglas" in page)
    assert rules < letter < translation < certificate
    for number in range(1, 6):
        assert f"{number}." in text[letter] + text[letter + 1]
        assert f"{number}." in text[translation] + text[translation + 1]


def test_j11_a_motion_has_its_parts_in_the_order_of_the_manual():
    text = [" ".join(page.split()) for page in made("motion-venue", "complete", ("es",), Take.FILED).pages]
    parts = (
        "NON-DETAINED",
        "RESPONDENT'S MOTION TO CHANGE VENUE",
        "ORDER OF THE IMMIGRATION JUDGE",
        "PROOF OF SERVICE",
    )
    at = [next(n for n, page in enumerate(text) if part in page) for part in parts]
    assert at == sorted(at)
    for n, page in enumerate(text, 1):
        assert f"Page {n} of {len(text)}" in page
    order = text[at[2]]
    assert "GRANTED" in order
    assert "DENIED" in order


def test_a_packet_takes_pages_without_numbers():
    session = Session(library=LIBRARY)
    found = Read(templates.job(session, "motion-venue", ("es",), take=Take.FILED, numbered=False).run())
    assert "Page 1" not in found.text


def test_the_same_answers_give_the_same_bytes():
    session = Session(library=LIBRARY)
    session.replace_answers(complete(LIBRARY))
    one, other = (templates.job(session, "motion-venue", ("es",)).run() for _ in range(2))
    assert one == other


def test_a_pdf_of_a_paper_opens_elsewhere():
    with pikepdf.open(BytesIO(made("motion-venue", "complete", ("es",)).bytes)) as pdf:
        assert not pdf.get_warnings()
        assert len(pdf.pages) > 8


def test_poppler_reads_what_we_wrote(tmp_path):
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("poppler is not here")
    file = tmp_path / "paper.pdf"
    file.write_bytes(made("motion-venue", "complete", ES).bytes)
    told = subprocess.run([tool, "-layout", file, "-"], capture_output=True, check=True)
    assert told.stderr == b""
    text = told.stdout.decode("utf-8")
    assert "MOTION TO CHANGE VENUE" in text
    assert "Moción para cambiar de corte" in text


def test_spanish_words_never_pass_for_english_because_an_english_reader_prints(session: Session):
    """Who prints in English gets lines for the translator, and the words on a Spanish copy."""
    told = "Me mudé con mi hermana y la corte que lleva mi caso está muy lejos de la casa."
    session.replace_answers(Answers({"venue_reason": told}))
    found = templates.job(session, "motion-venue", EN)
    assert found.left.in_english
    text = " ".join(Read(found.run()).text.split())
    assert text.count(told) == 1
    session.replace_answers(
        Answers({"venue_reason": "I moved to my sister and the court that has my case is far."})
    )
    found = templates.job(session, "motion-venue", EN)
    assert found.copied is None
    assert "I moved to my sister" in " ".join(Read(found.run()).text.split())


def test_what_stays_with_the_family_shows_their_words_in_every_language(session: Session):
    session.replace_answers(Answers({"plan_wishes": "Que sepan que los queremos y que vamos por ellos."}))
    for languages in (ES, EN, ("en", "es")):
        assert (
            "Que sepan que los queremos" in Read(templates.job(session, "family-plan", languages).run()).text
        )


def test_a_full_stop_is_said_once():
    said = [words(block.runs) for page in filled("motion-venue", complete(LIBRARY), "en") for block in page.blocks
            if isinstance(block, Said) and block.id == "case"]  # fmt: skip
    assert said[0].endswith("My next hearing is on March 19, 2027 at 8:30 a.m.")
