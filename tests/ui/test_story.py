"""Telling a story through the window: any order, any length, pause and come back; nobody reads along."""

import gc
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from kyr_app.model.rough_date import RoughDate, Side
from kyr_app.model.settings import Look, Settings, TextSize, View
from kyr_app.model.story import Ask, Spot
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets import breath
from tests.ui.conftest import TODAY, clipped, settle, shown_words
from tests.unit.story.told import forty, long_text

WAYS = [
    ("es", View.ONE, TextSize.NORMAL, Look.LIGHT, 1366, 728),
    ("en", View.ONE, TextSize.LARGE, Look.DARK, 1024, 728),
    ("es", View.BOTH, TextSize.VERY_LARGE, Look.LIGHT, 1100, 728),
    ("es", View.BOTH, TextSize.NORMAL, Look.LIGHT, 1093, 574),
    ("en_XA", View.ONE, TextSize.NORMAL, Look.LIGHT, 1366, 728),
]
CANARY = "CANARIO vivía en una casa azul."


@pytest.fixture
def telling(window):
    return window.session.story


def said(window):
    """Everything that can be read on the window now, what stands in places to type included."""
    typed = [each.toPlainText() for each in window.findChildren(QPlainTextEdit)]
    typed += [each.text() for each in window.findChildren(QLineEdit)]
    return " ".join([text for _, text in shown_words(window)] + typed)


def write(window, words):
    box = window.shown.page.box
    box.setPlainText(words)
    settle()


def tell_one(window, words, way="free"):
    window.go(Place.STORY)
    window.shown.ways[way].click()
    settle()
    write(window, words)


def with_cards(telling, count=3):
    for number in range(1, count + 1):
        telling.begin()
        telling.write(number, Ask.WHAT, f"{CANARY} {number}")
    return telling


# ── J2: forty cards ───────────────────────────────────────────────────────────────────────────────────────────


def test_forty_cards_in_the_order_told_stop_halfway_and_go_on_the_next_day(open_window, content, session):
    window, cards = open_window(session), forty()
    for what, _ in cards[:20]:
        tell_one(window, what)
        window.shown.foot.next.click()
        assert window.place is Place.STORY
    window.shown.cards[5].click()
    window.shown.not_today.click()
    window.shown.cards[17].click()
    window.shown.show_ask(Ask.WHY)
    write(window, "Creo que fue por eso.")
    kept = json.loads(json.dumps(session.story.kept()))
    window.go(Place.HOME)

    later = Session(content, Forgetful(Settings(language="es")), TODAY)
    assert later.story.restore(kept) == []
    again = open_window(later)
    again.go(Place.STORY)
    assert len(again.shown.cards) == 20
    again.shown.foot.next.click()
    assert (again.place, again.shown.number, again.shown.ask) == (Place.CARD, 17, Ask.WHY)
    assert again.shown.page.box.words == "Creo que fue por eso."
    for what, _ in cards[20:]:
        tell_one(again, what)
        again.shown.foot.back.click()
    assert [card.what for card in later.story.story.cards] == [what for what, _ in cards]
    again.shown.cards[5].click()
    settle()
    assert again.shown.page is None
    assert cards[4][0] not in said(again)
    assert len(later.story.statement().numbers) == 39


def test_the_card_where_one_stopped_opens_without_being_asked_for_by_name(window, telling):
    with_cards(telling)
    telling.go_to(2, Ask.WHERE)
    window.go(Place.CARD)
    assert (window.shown.number, window.shown.ask) == (2, Ask.WHERE)


# ── Nobody reads along ────────────────────────────────────────────────────────────────────────────────────────


def test_the_list_shows_no_word_until_the_person_asks_for_the_first_ones(window, telling):
    with_cards(telling, 4)
    telling.date(1, RoughDate("CANARIO en lluvias"))
    telling.close(2, painful=True)
    telling.close(3, not_today=True)
    window.go(Place.STORY)
    assert "CANARIO" not in said(window)
    window.shown.words_button.click()
    settle()
    assert said(window).count("CANARIO") == 2
    assert f"{CANARY} 2" not in said(window)
    window.go(Place.HOME)
    window.go(Place.STORY)
    assert "CANARIO" not in said(window)
    for card in window.shown.cards.values():
        assert "CANARIO" not in card.accessibleName()


@pytest.mark.parametrize("mark", ["painful", "not_today"])
def test_a_closed_card_is_announced_before_a_word_of_it_can_be_read(window, telling, mark):
    with_cards(telling, 1)
    telling.close(1, **{mark: True})
    window.go(Place.STORY)
    window.shown.cards[1].click()
    settle()
    assert window.shown.page is None
    assert "CANARIO" not in said(window)
    window.shown.foot.next.click()
    assert window.shown.page.box.words == f"{CANARY} 1"
    assert getattr(telling.card(1), mark)
    window.go(Place.HOME)
    window.go(Place.CARD, "1")
    assert window.shown.page is None


def test_a_card_left_for_another_day_stays_closed_until_the_mark_is_taken_away(window, telling):
    with_cards(telling, 1)
    window.go(Place.CARD, "1")
    window.shown.not_today.click()
    assert window.place is Place.STORY
    assert telling.card(1).not_today
    window.go(Place.CARD, "1")
    window.shown.foot.next.click()
    window.shown.page.today.click()
    assert not telling.card(1).closed


def test_no_word_is_left_on_a_screen_that_is_not_shown(window, telling):
    with_cards(telling, 1)
    window.go(Place.CARD, "1")
    write(window, "CANARIO dos")
    window.go(Place.TRANSLATION)
    settle()
    assert "CANARIO" in said(window)
    window.go(Place.HOME)
    settle()
    gc.collect()
    typed = [each.toPlainText() for each in window.findChildren(QPlainTextEdit)]
    assert not any(typed)
    assert telling.card(1).what == "CANARIO dos"


def test_hiding_covers_the_words_and_brings_them_back_as_they_were(window, telling):
    with_cards(telling, 1)
    window.go(Place.CARD, "1")
    window.shown.page.box.setPlainText("CANARIO a medias")
    window.cover.drop()
    settle()
    assert window.cover.up
    window.cover.lift()
    settle()
    assert window.shown.page.box.words == "CANARIO a medias"
    assert telling.card(1).what == "CANARIO a medias"


def test_finishing_forgets_the_story(window, telling):
    with_cards(telling)
    window.go(Place.CARD, "2")
    window.go(Place.FORGET, Place.HOME.value)
    window.session.forget()
    settle()
    window.go(Place.STORY)
    assert not window.shown.cards
    window.go(Place.CARD)
    assert window.place is Place.STORY
    assert telling.kept() == []


# ── Writing ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("leave", ["back", "next", "all", "pause", "home", "jump", "today"])
def test_going_anywhere_keeps_what_was_typed_without_asking(window, telling, leave):
    with_cards(telling, 1)
    window.go(Place.CARD, "1/where")
    window.shown.page.box.setPlainText("  CANARIO\n en la calle ")
    screen = window.shown
    ways = {
        "back": screen.foot.back.click,
        "next": screen.foot.next.click,
        "all": screen.all.click,
        "pause": screen.pause.click,
        "home": lambda: window.go(Place.HOME),
        "jump": screen.page.jumps[Ask.WHO].click,
        "today": screen.not_today.click,
    }
    ways[leave]()
    settle()
    assert telling.card(1).where == "  CANARIO\n en la calle "


def test_each_letter_is_kept_at_once(window, telling):
    with_cards(telling, 1)
    window.go(Place.CARD, "1")
    QTest.keyClicks(window.shown.page.box, "Y ")
    assert telling.card(1).what == f"Y {CANARY} 1"


def test_five_thousand_words_fit_on_one_card(window, telling):
    text = long_text(5000)
    tell_one(window, text)
    window.shown.foot.next.click()
    assert telling.card(1).what == text


def test_nothing_corrects_completes_or_learns(window, telling):
    with_cards(telling, 1)
    window.go(Place.CARD, "1")
    hints = window.shown.page.box.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText
    assert window.shown.page.box.accessibleName()


def test_a_change_of_language_keeps_what_is_half_typed(window, telling):
    with_cards(telling, 1)
    window.go(Place.CARD, "1")
    window.shown.page.box.setPlainText("a medias")
    window.session.use_language("en")
    settle()
    assert window.shown.page.box.words == "a medias"


def test_a_blank_card_asks_one_thing_after_the_other(window, telling):
    window.go(Place.STORY)
    window.shown.ways["blank"].click()
    for ask in Ask:
        assert window.shown.ask is ask
        write(window, ask.value)
        window.shown.foot.next.click()
    assert window.place is Place.STORY
    assert [telling.card(1).said(ask) for ask in Ask] == [ask.value for ask in Ask]


def test_an_empty_card_leaves_no_trace(window, telling):
    for way in ("free", "blank"):
        window.go(Place.STORY)
        window.shown.ways[way].click()
        window.shown.foot.back.click()
        settle()
    assert telling.story.cards == ()


def test_a_card_is_removed_and_brought_back(window, telling):
    with_cards(telling)
    window.go(Place.CARD, "2")
    window.shown.page.remove.click()
    settle()
    assert window.place is Place.STORY
    assert list(window.shown.cards) == [1, 3]
    window.shown.bring_back.click()
    settle()
    assert list(window.shown.cards) == [1, 2, 3]


# ── When ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_when_is_written_as_it_is_said_and_dates_only_where_somebody_wants_to(window, telling):
    with_cards(telling)
    window.go(Place.CARD, "3/when")
    page = window.shown.page
    write(window, "dos días antes del entierro")
    assert not page.rough.dates.opened
    page.rough.dates.ask.click()
    page.rough.earliest.year.setText("21")
    assert telling.card(3).when.earliest == ""
    page.rough.earliest.year.setText("2021")
    page.rough.earliest.month.setCurrentIndex(6)
    page.rough.latest.year.setText("2022")
    page.rough.beside.ask.click()
    page.rough.sides.buttons[Side.BEFORE.value].click()
    page.rough.other.setCurrentIndex(1)
    window.shown.foot.back.click()
    expected = RoughDate("dos días antes del entierro", "2021-06", "2022", Side.BEFORE, 2)
    assert telling.card(3).when == expected
    window.go(Place.CARD, "3/when")
    page = window.shown.page
    assert page.rough.dates.opened
    assert page.rough.beside.opened
    assert page.rough.earliest.value() == "2021-06"
    page.rough.sides.buttons["none"].click()
    assert telling.card(3).when.side is None
    assert telling.card(3).when.words == "dos días antes del entierro"


def test_where_a_card_without_a_date_stands_is_for_the_person_to_say(window, telling):
    with_cards(telling)
    window.go(Place.CARD, "2/when")
    spot = window.shown.page.spot
    spot.fold.ask.click()
    spot.earlier.click()
    assert [card.number for card in telling.story.cards] == [2, 1, 3]
    assert not spot.earlier.isEnabled()
    spot.later.click()
    spot.later.click()
    assert [card.number for card in telling.story.cards] == [1, 3, 2]
    spot.spots.buttons[Spot.START.value].click()
    assert [card.number for card in telling.statement().order.cards] == [2, 1, 3]


def test_a_date_that_cannot_be_is_said_so_and_not_kept(window, telling):
    with_cards(telling, 1)
    window.go(Place.CARD, "1/when")
    rough = window.shown.page.rough
    rough.dates.ask.click()
    rough.earliest.show_value("2021-02")
    rough.earliest.day.setText("30")
    settle()
    assert rough.earliest.wrong.text()
    assert telling.card(1).when.earliest == "2021-02"


# ── Help to begin, and a pause ────────────────────────────────────────────────────────────────────────────────


def test_prompts_begin_a_card_and_write_nothing_on_it(window, telling):
    window.go(Place.PROMPTS)
    window.shown.cards["decl-04"].click()
    settle()
    assert window.place is Place.CARD
    assert window.shown.page.box.words == ""
    assert telling.card(1).prompt == "decl-04"
    assert window.session.library.prompts["decl-04"].ask.es in said(window)


def test_a_hard_prompt_cannot_be_read_before_it_is_asked_for(window, telling):
    prompts = window.session.library.prompts
    window.go(Place.PROMPTS)
    settle()
    hard = [each for each in prompts.values() if each.painful]
    assert len(hard) > 15
    assert not any(each.ask.es in said(window) for each in hard)
    window.shown.folds["return"].ask.click()
    settle()
    window.shown.cards["decl-25"].click()
    settle()
    assert window.shown.page is None
    assert prompts["decl-25"].ask.es not in said(window)
    assert telling.card(1).spot is Spot.END
    window.shown.foot.next.click()
    settle()
    assert prompts["decl-25"].ask.es in said(window)


def test_what_the_paper_says_by_itself_is_shown_and_begins_no_card(window):
    window.go(Place.PROMPTS)
    printed = [each.id for each in window.session.library.prompts.values() if each.printed]
    assert printed
    assert not set(printed) & set(window.shown.cards)


def test_a_pause_leads_the_breath_and_comes_back_to_the_same_place(window, telling):
    with_cards(telling, 1)
    telling.close(1, painful=True)
    window.go(Place.CARD, "1")
    window.shown.foot.next.click()
    window.shown.show_ask(Ask.WHO)
    window.shown.pause.click()
    settle()
    assert window.place is Place.BREATHING
    assert window.shown.breath.moving
    leading = window.shown.breath
    window.shown.resume.click()
    settle()
    assert not leading.moving
    assert (window.place, window.shown.ask) == (Place.CARD, Ask.WHO)
    assert window.shown.page is not None


def test_breathing_in_takes_four_seconds_and_out_six(window):
    window.go(Place.BREATHING, Place.STORY.value)
    leading = window.shown.breath
    assert [leading.at(second)[0] for second in range(12)] == [True] * 4 + [False] * 6 + [True] * 2
    assert leading.at(0) == (True, 0)
    assert leading.at(4) == (False, 1)
    window.shown.stop.click()
    assert window.place is Place.HOME


def test_nothing_moves_where_less_motion_is_wanted(window, monkeypatch):
    monkeypatch.setattr(breath, "still", lambda: True)
    window.go(Place.BREATHING, Place.STORY.value)
    leading = window.shown.breath
    assert leading.still
    assert leading._timer.interval() == 1000
    window.go(Place.HOME)


# ── On paper ──────────────────────────────────────────────────────────────────────────────────────────────────


PAPERS = (
    "declaration",
    "declaration-reading",
    "certificate-translation",
    "certificate-interpretation",
    "story-questions",
)


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_is_one_press_away(window, telling, qtbot, name):
    with_cards(telling)
    window.go(Place.STATEMENT)
    window.shown.papers[name].click()
    qtbot.waitUntil(lambda: window.shown.ready, timeout=60_000)
    assert window.shown.document.pageCount() >= 1
    window.shown.back()
    assert window.place is Place.STATEMENT


def test_what_the_papers_need_is_answered_there(window, telling):
    with_cards(telling)
    telling.close(3, not_today=True)
    window.go(Place.STATEMENT)
    window.shown.places.buttons["inside"].click()
    window.shown.choices["with_not_today"].click()
    window.shown.choices["ties"].click()
    window.shown.folds["translator"].ask.click()
    window.shown.entries["translator", "name"].line.setText("Persona de Ejemplo")
    window.shown.folds["language"].ask.click()
    window.shown.entries["language", "language"].line.setText("mam")
    signing = telling.story.signing
    assert signing.where.value == "inside"
    assert signing.with_not_today
    assert signing.ties
    assert signing.translator.name == "Persona de Ejemplo"
    assert signing.language == "mam"
    window.go(Place.STATEMENT)
    assert window.shown.choices["ties"].isChecked()


def test_letters_that_cannot_be_printed_are_said_before_printing(window, telling):
    with_cards(telling, 1)
    window.go(Place.STATEMENT)
    assert window.shown.warning is None
    telling.write(1, Ask.WHERE, "en Nꞌga")
    window.go(Place.STATEMENT)
    settle()
    assert "ꞌ" in said(window)


def test_a_translator_types_line_by_line_and_is_told_what_has_changed(window, telling):
    telling.begin()
    telling.write(1, Ask.WHAT, "uno **x**\ndos")
    window.go(Place.STATEMENT)
    window.shown.translate.click()
    settle()
    assert "**x**" in said(window).replace("\u2060", "")
    window.shown.boxes[0].setPlainText("one")
    window.shown.foot.next.click()
    settle()
    assert window.shown.number == 2
    window.shown.boxes[0].setPlainText("two")
    window.shown.foot.next.click()
    assert window.place is Place.STATEMENT
    assert telling.statement().untranslated == 0
    telling.write(1, Ask.WHAT, "uno **x**\notro")
    window.go(Place.TRANSLATION, "2")
    assert window.shown.boxes[0].words == "two"
    assert telling.statement().untranslated == 1


def test_without_cards_there_is_nothing_to_translate(window):
    window.go(Place.TRANSLATION)
    assert window.place is Place.STATEMENT


def test_the_way_to_the_story_begins_where_one_prepares(window):
    window.go(Place.PREPARE)
    window.shown.cards["story"].click()
    assert window.place is Place.STORY
    window.shown.back()
    assert window.place is Place.PREPARE


# ── How it looks ──────────────────────────────────────────────────────────────────────────────────────────────


def every_screen(window):
    telling = window.session.story
    window.go(Place.STORY)
    yield "no cards"
    window.go(Place.PROMPTS)
    for fold in window.shown.folds.values():
        fold.ask.click()
    yield "prompts"
    with_cards(telling, 7)
    telling.close(2, painful=True)
    telling.close(3, not_today=True)
    telling.begin()
    window.go(Place.STORY)
    yield "cards"
    for ask in Ask:
        window.go(Place.CARD, f"1/{ask.value}")
        yield f"card {ask.value}"
    window.go(Place.CARD, "1/when")
    window.shown.page.rough.dates.ask.click()
    window.shown.page.rough.beside.ask.click()
    window.shown.page.spot.fold.ask.click()
    yield "when, opened"
    for number in (2, 3):
        window.go(Place.CARD, str(number))
        yield f"card {number} announced"
        window.shown.foot.next.click()
        yield f"card {number}"
    window.go(Place.CARD, f"{telling.begin(window.session.library.prompts['decl-05']).number}/new")
    yield "prompt"
    window.go(Place.BREATHING, Place.STORY.value)
    yield "breathing"
    telling.remove(1)
    window.go(Place.STORY)
    yield "removed"
    window.go(Place.STATEMENT)
    for fold in window.shown.folds.values():
        fold.ask.click()
    yield "statement"
    window.go(Place.TRANSLATION)
    yield "translation"


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(str(part) for part in way))
def test_nothing_is_clipped_and_nothing_is_wider_than_the_window(open_window, content, way):
    language, view, size, look, width, height = way
    settings = Settings(language=language.partition("_")[0], view=view, text_size=size, look=look)
    window = open_window(Session(content, Forgetful(settings), TODAY), width, height)
    if language == "en_XA":
        window.session.use_language(language)
    bad = {}
    for name in every_screen(window):
        settle()
        if found := clipped(window):
            bad[name] = found
        assert (window.width(), window.height()) == (width, height), name
        column = window.shown.column
        assert column.widget().width() <= column.viewport().width(), name
    assert not bad
