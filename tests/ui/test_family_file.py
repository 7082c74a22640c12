"""The family file on the screen: made, kept, opened the next day on another computer, shared on purpose, deleted."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from kyr_app.model.answers import Answers
from kyr_app.model.person import Who
from kyr_app.model.settings import TextSize, View
from kyr_app.model.story import Ask
from kyr_app.session.family import handover
from kyr_app.session.session import Session
from kyr_app.store import age_copy, drives, families, folders, slots
from kyr_app.store.drive import Drive
from kyr_app.ui import background
from kyr_app.ui.desk import Place
from kyr_app.ui.standing import State
from kyr_app.ui.widgets.filestate import SAID
from kyr_app.ui.widgets.wordgrid import WordGrid
from tests.ui.conftest import TODAY, clipped, past_stops, settle, shown_words
from tests.ui.keeping import OTHERS, WORDS, done, make_cheap, sentry_of, until, with_file

FREE = 7_000_000_000


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """A stick that is in, and a folder of this computer."""
    folder, home = tmp_path / "KINGSTON", tmp_path / "Documentos"
    folder.mkdir()
    home.mkdir()
    put_in(monkeypatch, folder)
    monkeypatch.setattr(folders, "personal", lambda: (home,))
    make_cheap(monkeypatch)
    return folder


def put_in(monkeypatch, *paths, writable=True, free=FREE):
    """Let these sticks be in, and no others."""
    made = tuple(Drive(path, path.name, True, free, writable) for path in paths)
    monkeypatch.setattr(drives, "drives", lambda _=None: made)


@pytest.fixture
def sentry(window):
    return sentry_of(window)


def words_of(window):
    return " ".join(text for _, text in shown_words(window))


def made(window, stick):
    """Make a file as a person does; return its words."""
    window.go(Place.CREATE)
    window.shown.places.cards[stick].click()
    words = window.shown.steps.words
    window.shown.foot.next.click()
    window.shown.steps.entry.line.setText(words.upper())
    window.shown.foot.next.click()
    until(lambda: window.session.family.open)
    return words


def opened(window, words):
    """Open the only file there is, as a person does."""
    window.go(Place.OPENING)
    done()
    window.shown.cards[0].click()
    window.shown.entry.line.setText(words)
    QTest.keyClick(window.shown.entry.line, Qt.Key.Key_Return)
    done()


# Making


def test_the_bar_says_what_is_kept_and_leads_there(window, sentry, stick):
    assert sentry
    assert window.bar.file.state is State.NOTHING
    window.bar.file.click()
    assert window.place is Place.FAMILY
    window.shown.cards[Place.CREATE].click()
    assert window.place is Place.CREATE
    with_file(window, stick)
    assert window.bar.file.state is State.KEPT
    assert window.bar.file.text() == window.session.locale.render(SAID[State.KEPT][1])


def test_six_words_are_shown_practised_once_and_then_open_the_file(window, sentry, stick):
    assert sentry
    window.session.add_person(Who.ME)
    window.go(Place.CREATE)
    screen = window.shown
    screen.places.cards[stick].click()
    words = screen.steps.words
    assert len(words.split()) == 6
    assert screen.column.page.findChild(WordGrid).said == words
    screen.foot.next.click()
    assert screen.column.page.findChild(WordGrid) is None
    screen.steps.entry.line.setText("otra cosa")
    screen.foot.next.click()
    assert screen.steps.entry.remark.text()
    assert not list(stick.iterdir())
    screen.steps.entry.line.setText(words)
    screen.foot.next.click()
    until(lambda: window.session.family.open)
    assert screen.steps.words == ""
    path = window.session.family.file.path
    window.session.family.close()
    with families.open_file(path, words) as file:
        assert file.rows("people")


def test_other_words_are_other_words(window, stick):
    window.go(Place.CREATE)
    window.shown.places.cards[stick].click()
    first = window.shown.steps.words
    window.shown.steps._fresh()
    assert window.shown.steps.words != first


def test_words_of_ones_own_only_if_strong_and_it_says_why_not(window, sentry, stick):
    assert sentry
    window.go(Place.CREATE)
    screen = window.shown
    screen.places.cards[stick].click()
    screen.steps.ask_own()
    screen.steps.entry.line.setText("maria 1980")
    screen.foot.next.click()
    assert screen.steps.page == "own"
    assert screen.steps.entry.remark.text()
    screen.steps.entry.line.setText("cuchara violeta montaña reloj")
    assert not screen.steps.entry.remark.text()
    screen.foot.next.click()
    assert screen.steps.page == "practise"
    screen.back()
    assert screen.steps.page == "own"
    screen.steps.entry.line.setText("cuchara violeta montaña reloj")
    screen.foot.next.click()
    screen.steps.entry.line.setText("CUCHARA VIOLETA MONTANA RELOJ")
    screen.foot.next.click()
    until(lambda: window.session.family.open)


def test_going_elsewhere_forgets_the_words(window, stick):
    window.go(Place.CREATE)
    screen = window.shown
    screen.places.cards[stick].click()
    window.go(Place.HOME)
    assert screen.steps.words == ""
    assert screen.findChild(WordGrid) is None or not screen.findChild(WordGrid).isVisible()


def test_a_full_and_a_locked_stick_say_so_and_take_no_press(window, stick, monkeypatch):
    for how in ({"free": 1000}, {"writable": False}):
        put_in(monkeypatch, stick, **how)
        window.go(Place.CREATE)
        assert not window.shown.places.cards[stick].isEnabled()
        assert len(window.shown.places.cards) == 2


def test_a_stick_put_in_later_is_found(window, stick, monkeypatch):
    put_in(monkeypatch)
    window.go(Place.CREATE)
    assert stick not in window.shown.places.cards
    put_in(monkeypatch, stick)
    window.shown.places.again.emit()
    assert stick in window.shown.places.cards


# J2: over two days, on two computers


def test_j2_halfway_today_and_on_another_computer_tomorrow_at_the_same_question(
    window, sentry, open_window, stick, content
):
    words = made(window, stick)
    interview = next(iter(content.interviews))
    window.go(Place.INTERVIEW, interview)
    for _ in range(3):
        window.shown.skip.click()
        past_stops(window)
    asked = window.session.interviews.at.id
    skipped = dict(window.session.answers)
    settle()
    assert sentry.autosave.state is State.SAVING
    sentry.autosave.save()
    done()
    assert sentry.autosave.state is State.KEPT
    window.close()
    assert not window.session.answers
    other = open_window(Session(content, today=TODAY))
    sentry_of(other)
    opened(other, words)
    past_stops(other)
    assert other.place is Place.INTERVIEW
    assert other.session.interviews.at.id == asked
    assert dict(other.session.answers) == skipped
    other.session.family.close()


def test_j2_the_same_point_of_a_lesson_and_the_same_ticks(window, sentry, open_window, stick, content):
    assert sentry
    words = made(window, stick)
    lesson = next(each for each in content.lessons.values() if len(each.points) > 2 and not each.painful)
    checklist = next(iter(content.checklists.values()))
    tick = (checklist.id, checklist.items[0].id)
    window.session.plan.tick(*tick, on=True)
    window.go(Place.LESSON, lesson.id)
    window.shown.forward()
    assert window.shown.at == 1
    window.close()
    other = open_window(Session(content, today=TODAY))
    sentry_of(other)
    opened(other, words)
    assert other.place is Place.LESSON
    assert other.shown.at == 1
    assert other.session.plan.ticked(*tick)
    other.session.family.close()


def test_j2_the_same_card_of_the_story_and_those_for_another_day_stay_closed(
    window, sentry, open_window, stick, content
):
    assert sentry
    words = made(window, stick)
    story = window.session.story
    for told in ("lo primero", "lo segundo", "lo tercero"):
        story.write(story.begin().number, Ask.WHAT, told)
    story.close(1, not_today=True)
    window.go(Place.CARD, f"2/{Ask.WHERE.value}")
    window.close()
    other = open_window(Session(content, today=TODAY))
    sentry_of(other)
    opened(other, words)
    again = other.session.story
    assert other.place is Place.CARD
    assert (other.shown.number, other.shown.ask) == (2, Ask.WHERE)
    assert again.story.card(1).not_today
    assert len(again.story.cards) == 3
    other.session.family.close()


def test_j2_the_stick_pulled_out_during_a_save(window, sentry, stick):
    made(window, stick)
    away = stick.parent / "pulled"
    stick.rename(away)
    window.session.add_person(Who.CHILD)
    sentry.autosave.save()
    done()
    assert sentry.autosave.state is State.UNSAVED
    assert window.bar.file.state is State.UNSAVED
    assert window.notice.isVisible()
    assert window.session.people.here
    window.go(Place.UNSAVED)
    window.shown.again.click()
    done()
    assert sentry.autosave.state is State.UNSAVED
    away.rename(stick)
    window.go(Place.UNSAVED)
    window.shown.again.click()
    done()
    assert sentry.autosave.state is State.KEPT
    assert window.session.people.here


def test_a_stick_that_comes_back_is_saved_to_by_itself(window, sentry, stick):
    made(window, stick)
    away = stick.parent / "pulled"
    stick.rename(away)
    window.session.add_person(Who.CHILD)
    sentry.autosave.save()
    done()
    away.rename(stick)
    assert sentry.autosave._retry.isActive()
    sentry.autosave._retry.timeout.emit()
    done()
    assert sentry.autosave.state is State.KEPT


def test_another_place_when_the_stick_is_gone_for_good(window, sentry, stick, monkeypatch):
    words = made(window, stick)
    shutil.rmtree(stick)
    window.session.add_person(Who.CHILD)
    sentry.autosave.save()
    done()
    other = stick.parent / "OTRA"
    other.mkdir()
    put_in(monkeypatch, other)
    window.go(Place.UNSAVED)
    window.shown.elsewhere.click()
    window.shown.places.cards[other].click()
    done()
    assert sentry.autosave.state is State.KEPT
    path = window.session.family.file.path
    assert path.parent == other
    window.session.family.close()
    with families.open_file(path, words) as file:
        assert any(row.get("who") == "child" for row in file.rows("people"))


def test_closing_without_the_last_changes_takes_five_seconds(window, sentry, stick):
    made(window, stick)
    shutil.rmtree(stick)
    window.session.add_person(Who.CHILD)
    window.go(Place.UNSAVED)
    window.shown.leave.click()
    for _ in range(4):
        window.shown.countdown.tick()
    assert window.session.people.here
    window.shown.countdown.tick()
    assert not window.session.family.open
    settle()
    assert sentry.autosave.state is State.NOTHING


# Opening


def test_wrong_words_say_so_and_leave_nothing_in_the_line(window, sentry, stick):
    assert sentry
    with_file(window, stick).close()
    opened(window, OTHERS)
    assert not window.session.family.open
    assert window.shown.entry.remark.text()
    opened(window, WORDS)
    assert window.session.family.open


def test_answers_from_before_are_asked_about(window, sentry, stick):
    assert sentry
    with_file(window, stick).close()
    window.session.add_person(Who.CHILD)
    opened(window, WORDS)
    assert window.shown.stage == "meeting"
    window.shown.cards[0].click()
    done()
    assert window.session.family.open
    assert window.session.people.here
    window.session.family.close()
    window.session.add_person(Who.ME)
    opened(window, WORDS)
    window.shown.cards[1].click()
    done()
    assert [each.who for each in window.session.people.here] == [Who.CHILD]


def test_a_damaged_newest_copy_opens_the_one_before_and_says_so(window, sentry, stick):
    assert sentry
    family = with_file(window, stick)
    window.session.add_person(Who.CHILD)
    family.save_now()
    window.session.add_person(Who.ME)
    family.save_now()
    newest = stick / f"{family.file.id}.{'a' if family.generation % 2 else 'b'}"
    family.close()
    data = bytearray(newest.read_bytes())
    data[2000] ^= 1
    newest.write_bytes(data)
    opened(window, WORDS)
    assert window.session.family.opened_previous
    assert window.notice.isVisible()


def test_the_same_file_on_two_sticks_says_which_is_newer_and_keeps_both(window, sentry, stick, monkeypatch):
    assert sentry
    other = stick.parent / "VIEJA"
    family = with_file(window, stick)
    shutil.copytree(stick, other)
    window.session.add_person(Who.CHILD)
    family.save_now()
    family.close()
    put_in(monkeypatch, stick, other)
    window.go(Place.OPENING)
    done()
    assert [each.newest for each in window.shown.found] == [True, False]
    before = {each.name: each.read_bytes() for each in other.iterdir()}
    window.shown.cards[0].click()
    window.shown.entry.line.setText(WORDS)
    window.shown.forward()
    done()
    window.go(Place.KEPT)
    assert [each.standing for each in window.session.family.copies()] == ["older"]
    assert {each.name: each.read_bytes() for each in other.iterdir()} == before


def test_no_file_anywhere_teaches_what_to_do(window, stick):
    assert stick
    window.go(Place.OPENING)
    done()
    assert window.shown.stage == "choose"
    assert not window.shown.cards


# The locked page


def test_the_locked_page_opens_at_the_words_and_goes_on_where_one_was(window, sentry, stick):
    assert sentry
    family = with_file(window, stick)
    window.go(Place.DATES)
    path = family.lock_target()
    window.go(Place.LOCKED, str(path))
    assert window.focusWidget() is window.shown.entry.line
    window.shown.entry.line.setText(OTHERS)
    window.shown.forward()
    done()
    assert window.place is Place.LOCKED
    window.shown.entry.line.setText(WORDS)
    window.shown.forward()
    done()
    assert window.place is Place.DATES


def test_from_the_locked_page_the_program_can_be_used_without_the_file(window, sentry, stick):
    assert sentry
    path = with_file(window, stick).lock_target()
    window.go(Place.LOCKED, str(path))
    window.shown.back()
    assert window.place is Place.HOME
    assert not window.session.family.open


# Words and card


def test_a_recovery_card_opens_the_file_and_is_shown_once(window, sentry, stick):
    assert sentry
    with_file(window, stick)
    window.go(Place.PHRASES, "card")
    done()
    words = window.shown.words
    assert len(words.split()) == 12
    assert window.shown.column.page.findChild(WordGrid).said == words
    window.go(Place.FAMILY)
    assert window.screens[Place.PHRASES].words == ""
    window.session.family.close()
    opened(window, words)
    assert window.session.family.open


def test_the_card_is_printed_in_one_copy_without_a_preview(window, sentry, stick, monkeypatch):
    assert sentry
    with_file(window, stick)
    window.go(Place.PHRASES, "card")
    done()
    sheets = []
    monkeypatch.setattr(
        window.shown.out.output, "print", lambda made, document: sheets.append((made, document))
    )
    window.shown.print_card()
    done()
    assert sheets[0][0].startswith(b"%PDF")
    assert sheets[0][1].pageCount() == 1


def test_new_words_and_a_second_person_and_taking_them_away(window, sentry, stick):
    assert sentry
    family = with_file(window, stick)
    path = family.file.path
    window.go(Place.PHRASES)
    for key in ("change", "volunteer"):
        window.shown.cards[key].click()
        words = window.shown.steps.words
        window.shown.forward()
        window.shown.steps.entry.line.setText(words)
        window.shown.forward()
        done()
        assert window.shown.stage == "list"
        assert family.fits(words)
    assert not family.fits(WORDS)
    number = next(iter(window.shown.drops))
    window.shown.drops[number].click()
    done()
    assert [each.kind for each in family.slots()] == ["family"]
    family.close()
    assert path


# Rooms


def test_shared_facts_go_only_when_ticked_and_arrive_only_when_ticked(window, sentry, stick):
    assert sentry
    with_file(window, stick)
    window.session.replace_answers(Answers({"adults": 2, "children": 1}))
    names = [each.name for each in handover.offer(window.session)]
    window.go(Place.HANDING)
    assert not any(card.isChecked() for card in window.shown.cards.values())
    window.shown.forward()
    assert window.shown.stage == "choose"
    window.shown.cards[names[0]].setChecked(True)
    window.shown.forward()
    words = window.shown.words
    window.shown.forward()
    done()
    window.shown.places.cards[stick].click()
    assert window.shown.stage == "done"
    assert window.shown.words == ""
    window.session.family.close()
    with_file(window, stick, OTHERS)
    window.go(Place.TAKING)
    window.shown.files[next(iter(window.shown.files))].click()
    window.shown.entry.line.setText(words)
    window.shown.forward()
    done()
    assert list(window.shown.cards) == names[:1]
    window.shown.forward()
    assert not window.session.answers
    window.shown.cards[names[0]].setChecked(True)
    window.shown.forward()
    assert names[0] in window.session.answers


def test_another_adult_begins_with_nothing_of_the_first(window, sentry, stick):
    assert sentry
    with_file(window, stick)
    window.session.add_person(Who.CHILD)
    window.go(Place.ROOMS)
    window.shown.cards["next"].click()
    assert window.place is Place.CREATE
    assert not window.session.people.here
    assert not window.session.family.open


# A copy, and the end


def test_a_copy_that_opens_anywhere(window, sentry, stick):
    assert sentry
    with_file(window, stick)
    window.session.add_person(Who.ME)
    window.go(Place.EXPORT)
    window.shown.forward()
    words = window.shown.steps.words
    window.shown.forward()
    window.shown.steps.entry.line.setText(words)
    window.shown.forward()
    until(lambda: window.shown.stage == "place", 60)
    window.shown.places.cards[stick].click()
    assert window.shown.stage == "done"
    file = next(stick.glob("*.age"))
    inside = age_copy.age_open(file.read_bytes(), words)
    assert any(name.endswith(".json") for name in inside)
    assert any(data.startswith(b"%PDF") for data in inside.values())


def test_deleting_can_be_stopped_for_five_seconds(window, sentry, stick):
    assert sentry
    family = with_file(window, stick)
    window.go(Place.DELETE)
    window.shown.foot.next.click()
    for _ in range(4):
        window.shown.countdown.tick()
    window.shown.countdown.stop.click()
    assert family.open
    window.shown.foot.next.click()
    window.go(Place.HOME)
    assert family.open
    window.go(Place.DELETE)
    window.shown.foot.next.click()
    for _ in range(5):
        window.shown.countdown.tick()
    assert not family.open
    assert not [each for each in stick.iterdir() if each.suffix in {".a", ".b"}]


def test_closing_tells_when_the_stick_can_be_taken(window, sentry, stick):
    assert sentry
    with_file(window, stick)
    window.go(Place.FAMILY)
    window.shown.close_file.click()
    settle()
    assert window.shown.closed.removable
    assert "KINGSTON" in words_of(window)
    assert window.bar.file.state is State.NOTHING


def test_no_screen_outlives_the_sitting_it_was_made_for(window, sentry, stick):
    assert sentry
    family = with_file(window, stick)
    for place in (Place.KEPT, Place.SITUATION, Place.DATES, Place.FAMILY):
        window.go(place)
    assert len(window.screens) > 3
    family.close()
    settle()
    assert list(window.screens) == [Place.FAMILY]
    assert window.stack.count() == 1


def test_finish_closes_the_file_and_gives_a_receipt(window, sentry, stick):
    assert sentry
    family = with_file(window, stick)
    window.go(Place.FORGET, Place.HOME)
    window.shown.forward()
    assert not family.open
    assert window.place is Place.RECEIPT
    assert window.shown.receipt.clean
    window.shown.forward()
    assert window.place is Place.HOME
    assert window.desk.receipt is None


def test_the_receipt_can_be_saved_and_printed(window, sentry, stick, monkeypatch):
    assert sentry
    window.go(Place.FORGET, Place.HOME)
    window.shown.forward()
    sheets = []
    monkeypatch.setattr(window.shown.out.output, "print", lambda made, _: sheets.append(made))
    window.shown.print_button.click()
    done()
    assert sheets[0].startswith(b"%PDF")
    window.shown.save_button.click()
    window.shown._save(str(stick))
    done()
    assert [each.suffix for each in stick.iterdir()] == [".pdf"]


# Looks


def wrong_with(window):
    """Return what is cut, too small to press, or without a name."""
    bad = list(clipped(window))
    for each in window.findChildren(QAbstractButton) + window.findChildren(QLineEdit):
        if each.isVisible():
            text = each.text() if isinstance(each, QAbstractButton) else ""
            if not (each.accessibleName() or text):
                bad.append(type(each).__name__)
            if min(each.width(), each.height()) < 44:
                bad.append((each.accessibleName() or text, each.width(), each.height()))
    return bad


@pytest.mark.parametrize(
    ("width", "view", "size"),
    [
        (1366, View.ONE, TextSize.NORMAL),
        (1024, View.BOTH, TextSize.NORMAL),
        (1366, View.BOTH, TextSize.VERY_LARGE),
    ],
)
def test_every_screen_fits_and_nothing_is_cut(open_window, session, stick, width, view, size):
    session.use_view(view)
    session.use_text_size(size)
    window = open_window(session, width, 708)
    sentry_of(window)
    bad = {}
    with_file(window, stick)
    places = [Place.FAMILY, Place.KEPT, Place.PHRASES, Place.ROOMS, Place.HANDING, Place.TAKING]
    places += [Place.EXPORT, Place.DELETE, Place.UNSAVED, Place.FORGET]
    for place in places:
        window.go(place)
        settle()
        bad[place] = wrong_with(window)
    session.family.close()
    for place in (Place.FAMILY, Place.CREATE, Place.LOCKED):
        window.go(place, str(stick / "x") if place is Place.LOCKED else "")
        settle()
        bad[place, "closed"] = wrong_with(window)
    window.shown.entry.tell("uno dos tres")
    window.go(Place.CREATE)
    window.shown.places.cards[stick].click()
    for page in range(2):
        settle()
        bad["page", page] = wrong_with(window)
        window.shown.foot.next.click()
    assert not {place: found for place, found in bad.items() if found}


def test_nothing_is_under_way_when_a_screen_is_left_at_once(window, sentry, stick):
    assert sentry
    with_file(window, stick)
    for place in (Place.OPENING, Place.CROSSING, Place.EXPORT):
        window.go(place)
        window.go(Place.HOME)
    until(lambda: not background._under_way, 30)
    assert window.place is Place.HOME


def test_costs_of_the_tests_are_never_those_of_the_program():
    shipped = slots.SHIPPED
    assert (shipped.t, shipped.m, shipped.p) == (3, 131072, 4)
