"""My papers on the screen: states in words, asking just what is missing, for whom, and an official form."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from kyr_app.model.answers import NOTHING, Answers, Open
from kyr_app.model.interview import Reached, Rows, columns_of
from kyr_app.model.person import Who
from kyr_app.model.settings import Settings, TextSize, View
from kyr_app.session.my_papers import TITLES
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.question import QuestionPage
from tests.ui.conftest import TODAY, clipped, settle, shown_words

MOTION = "motion-continue"


@pytest.fixture
def papers(window):
    window.go(Place.PAPERS)
    settle()
    return window


def wait_for(qtbot, there):
    qtbot.waitUntil(there, timeout=60_000)


def says(window):
    return " ".join(text for _, text in shown_words(window.shown))


def test_the_papers_stand_there_with_their_state_in_words(papers):
    screen = papers.shown
    sheets = [sheet for pile in papers.session.my_papers.piles() for sheet in pile.sheets]
    assert list(screen.cards) == [sheet.offer.id for sheet in sheets]
    assert len(screen.cards) > 20
    words = says(papers)
    for pile in papers.session.my_papers.piles():
        assert papers.session.locale.render(TITLES[pile.kind]) in words
    for sheet in sheets:
        assert papers.session.locale.render(sheet.said) in words
    assert not clipped(papers)


def answer_whatever_is_asked(window):
    """Go through the questions with *I don't know*, as a person would; return the ids of what was asked."""
    seen = []
    for _ in range(200):
        settle()
        if window.place is not Place.INTERVIEW:
            return seen
        screen = window.shown
        if screen.page is None:
            screen.forward()
            continue
        seen.append(screen.page.asked.id)
        screen.page.answer.unsure.click()
        screen.foot.next.click()
    raise AssertionError("an interview without end")


def test_only_what_is_missing_is_asked_and_then_the_paper_is_ready(papers):
    screen = papers.shown
    screen.cards[MOTION].click()
    settle()
    assert not screen.panel.sheet.ready
    screen.foot.next.click()
    asked = answer_whatever_is_asked(papers)
    assert len(asked) == len(set(asked))
    assert papers.place is Place.REVIEW
    assert papers.bar.places[Place.PAPERS].isChecked()
    papers.shown.foot.next.click()
    settle()
    assert papers.place is Place.PAPERS
    assert papers.shown.shown_id == MOTION
    assert papers.shown.panel.sheet.ready
    again = {sheet.offer.id: sheet for pile in papers.session.my_papers.piles() for sheet in pile.sheets}
    assert not {"first_name", "home_street"} & set(again["cover-page"].offer.needs)
    papers.shown.foot.next.click()
    settle()
    assert papers.place is Place.PREVIEW
    papers.shown.foot.back.click()
    assert papers.place is Place.PAPERS


def test_what_is_sent_and_what_is_read_are_shown_side_by_side(papers, qtbot):
    screen = papers.shown
    screen.cards[MOTION].click()
    faces = screen.panel.faces
    assert len(faces) == 2
    wait_for(qtbot, lambda: all(face.pixmap().width() > 0 for face in faces))
    assert all(face.height() > face.width() for face in faces)


def test_several_papers_are_answered_together(papers):
    screen = papers.shown
    for name in (MOTION, "emergency-contacts"):
        screen.cards[name].click()
        screen.panel.keep.click()
        settle()
    assert screen.all_missing is not None
    assert not clipped(papers)
    screen.all_missing.click()
    answer_whatever_is_asked(papers)
    papers.go(Place.PAPERS)
    ready = {each.offer.id: each.ready for pile in papers.session.my_papers.piles() for each in pile.sheets}
    assert ready[MOTION]
    assert ready["emergency-contacts"]
    assert papers.shown.all_missing is None


def test_a_paper_goes_into_the_packet_once(papers):
    screen = papers.shown
    screen.cards[MOTION].click()
    screen.panel.packet.click()
    screen.panel.packet.click()
    assert papers.notice.isVisible()
    assert [each.paper for each in papers.session.packet.packet.exhibits] == [MOTION]
    screen.cards["i-589"].click()
    assert not screen.panel.packet.isVisible()


def test_back_from_the_first_question_leads_to_the_papers(papers):
    papers.shown.foot.next.click()
    settle()
    assert papers.place is Place.INTERVIEW
    papers.shown.foot.back.click()
    assert papers.place is Place.PAPERS


def test_a_child_of_the_list_has_papers_of_its_own(papers):
    columns = columns_of(
        next(
            screen.answer
            for interview in papers.session.library.interviews.values()
            for screen in interview.screens
            if screen.answer.name == "children_list"
        )
    )
    child = {each.answer.name: "unsure" for each in columns if not each.when} | {"first_name": "Ana"}
    papers.session.my_papers.ask_family()
    while (asked := papers.session.interviews.at).answer.name != "children_list":
        papers.session.interviews.answer("single" if asked.answer.name == "marital" else Open.UNSURE)
    papers.session.interviews.answer([child])
    papers.go(Place.PAPERS)
    settle()
    papers.shown.whom.buttons["child:0"].click()
    settle()
    assert papers.shown.person == papers.session.people.here[-1].number
    assert "Ana" in says(papers)
    assert papers.session.answers_of(papers.shown.person)["first_name"] == "Ana"


def test_the_interviews_for_papers_are_not_among_the_situation(papers):
    papers.go(Place.SITUATION)
    library = papers.session.library
    assert set(papers.shown.cards) == {
        each.id for each in library.interviews.values() if each.reached is Reached.SITUATION
    }


@pytest.fixture
def no_form(tmp_path):
    """Return a PDF of one page that is no form."""
    path = tmp_path / "hoja.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 700, "Hola")
    canvas.save()
    return path


def test_a_pdf_that_is_no_form_is_told_in_words_and_the_worksheet_is_near(papers, no_form, qtbot):
    papers.go(Place.BLANK, "i-589")
    settle()
    screen = papers.shown
    assert not clipped(papers)
    assert not screen.foot.next.isVisible()
    screen.look(str(no_form))
    wait_for(qtbot, lambda: hasattr(screen.page, "blank"))
    settle()
    assert not screen.page.blank.identity.fillable
    assert not screen.foot.next.isVisible()
    assert screen.sheet.isVisible()
    assert not clipped(papers)
    screen.foot.back.click()
    screen.look(str(no_form.with_name("nada.pdf")))
    assert papers.notice.isVisible()
    screen.sheet.click()
    assert papers.place is Place.PREVIEW


WAYS = [
    ("es", View.ONE, TextSize.NORMAL, 1366),
    ("es", View.BOTH, TextSize.VERY_LARGE, 1024),
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(str(part) for part in way))
def test_no_question_for_a_paper_is_clipped(open_window, content, way):
    language, view, size, width = way
    settings = Settings(language=language, view=view, text_size=size)
    window = open_window(Session(content, Forgetful(settings), TODAY), width)
    window.session.my_papers.ask([MOTION])
    window.go(Place.INTERVIEW)
    bad = {}
    for asked in questions(content):
        page = QuestionPage(window.session, asked, NOTHING)
        window.shown.show_page(page)
        if isinstance(asked.answer, Rows):
            page.answer.add_row()
            page.answer.fields.mark_gaps()
        settle()
        if found := clipped(window):
            bad[asked.id] = found
        assert window.width() == width, asked.id
        column = window.shown.column
        assert column.widget().width() <= column.viewport().width(), asked.id
    assert not bad


def questions(content):
    """Return the questions for papers, one of each shape that differs: groups and rows all, others by their kind."""
    seen, found = set(), []
    for interview in content.interviews.values():
        for screen in interview.screens if interview.reached is Reached.PAPERS else ():
            kind = type(screen.answer)
            if columns_of(screen.answer) or kind not in seen:
                found.append(screen)
            seen.add(kind)
    return found


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(str(part) for part in way))
def test_my_papers_fit(open_window, content, way):
    language, view, size, width = way
    settings = Settings(language=language, view=view, text_size=size)
    window = open_window(Session(content, Forgetful(settings), TODAY), width)
    window.session.replace_answers(Answers({"first_name": "A", "middle_name": Open.NONE, "last_name": "B"}))
    window.go(Place.PAPERS)
    settle()
    assert not clipped(window)
    for name in (MOTION, "i-589", "declaration"):
        window.shown.cards[name].click()
        settle()
        assert not clipped(window)
        assert (window.width(), window.height()) == (width, 728)
        side = window.shown.side
        assert side.widget().width() <= side.viewport().width()


def test_who_answers_stands_once_among_those_papers_are_for(papers):
    child = None
    for who in (Who.ME, Who.CHILD):
        child = papers.session.add_person(who)
    papers.go(Place.PAPERS)
    settle()
    assert [key for key in papers.shown.whom.buttons if key in {"me", "1", "2"}] == ["me", str(child.number)]
