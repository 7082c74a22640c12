"""The family file at the level of use cases: what is kept comes back, and nothing is lost without a word."""

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kyr_app.i18n.locale import Locale
from kyr_app.model.answers import NOTHING, Answers, Open
from kyr_app.model.changes import Changes
from kyr_app.model.checklist import Note
from kyr_app.model.errors import InputError, KyrError
from kyr_app.model.person import Who
from kyr_app.model.settings import Look
from kyr_app.session.family.meeting import Meet, SittingInTheWay
from kyr_app.session.people import People
from kyr_app.session.session import Session
from kyr_app.store import families
from kyr_app.store.slots import cheap
from kyr_app.store.troubles import ReadOnly
from tests.unit.session.conftest import WORDS

Computer = Callable[[], Session]
OTHER = "sanear joya piscina supremo gastar rabo"


def fill(session: Session) -> None:
    """Leave something of every kind."""
    session.interviews.start("travelers")
    session.interviews.answer(2)
    session.interviews.answer(Open.SKIPPED)
    session.interviews.answer(Open.UNSURE)
    child = session.add_person(Who.CHILD)
    session.give("q01_returned_mpp", "yes", child.number)
    session.give("hearing_date", dt.date(2026, 12, 1))
    session.give("id_papers", ("national_id",))
    first = next(iter(session.library.checklists.values()))
    session.plan.tick(first.id, first.items[0].id, on=True)
    session.plan.note(first.id, first.items[1].id, Note("una tía", dt.date(2026, 12, 24)))
    session.plan.add("asylum-one-year", dt.date(2026, 3, 1))
    session.plan.share(["adults"])
    lessons = list(session.library.lessons)
    session.reading.reach(lessons[0], 2)
    session.reading.finish(lessons[1])
    session.reading.answer(lessons[1], session.library.lesson(lessons[1]).teach_back.options[0].id)


def everything(session: Session) -> dict[str, Any]:
    return {part.name: part.kept() for part in session.family.parts}


def test_the_next_day_on_another_computer(kept: Session, computer: Computer) -> None:
    fill(kept)
    shown, before = kept.interviews.at, everything(kept)
    path = kept.family.lock_target()
    assert (kept.answers, kept.family.open) == (NOTHING, False)
    other = computer()
    other.family.open_file(path, WORDS.upper())
    assert everything(other) == before
    assert other.interviews.at == shown
    assert other.answers["children"] is Open.SKIPPED
    assert other.answers_of(1)["q01_returned_mpp"] == "yes"
    assert other.answers["hearing_date"] == dt.date(2026, 12, 1)
    assert other.reading.at(next(iter(other.library.lessons))) == 2
    assert other.family.told == ()
    assert not other.family.stale


def test_what_the_sitting_holds_goes_into_a_new_file(
    session: Session, stick: Path, computer: Computer
) -> None:
    fill(session)
    before = everything(session)
    session.family.create(stick, WORDS, costs=cheap())
    assert everything(session) == before
    path = session.family.file.path
    session.family.abandon()
    other = computer()
    other.family.open_file(path, WORDS)
    assert everything(other) == before


def test_a_file_that_cannot_be_made_leaves_the_sitting_as_it_is(session: Session, tmp_path: Path) -> None:
    fill(session)
    before = everything(session)
    for folder, words in ((tmp_path / "taken-out", WORDS), (tmp_path, "123456")):
        with pytest.raises(KyrError):
            session.family.create(folder, words, costs=cheap())
    assert everything(session) == before
    assert not session.family.open
    assert not [each for each in tmp_path.iterdir() if each.suffix in {".a", ".b"}]


def test_a_file_whose_first_save_fails_is_not_left_behind(
    session: Session, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(session)

    def full(*_: object) -> None:
        raise KyrError("full")

    monkeypatch.setattr(families.FamilyFile, "replace", full)
    with pytest.raises(KyrError):
        session.family.create(stick, WORDS, costs=cheap())
    assert not session.family.open
    assert list(stick.iterdir()) == []
    assert len(session.answers) == 5


@pytest.mark.parametrize("words", ["", OTHER, WORDS + " más"])
def test_wrong_words_change_nothing(kept: Session, computer: Computer, words: str) -> None:
    path = kept.family.lock_target()
    other = computer()
    fill(other)
    before = everything(other)
    with pytest.raises(KyrError):
        other.family.open_file(path, words, Meet.FILE)
    assert everything(other) == before
    assert not other.family.open


def test_a_sitting_that_has_answers_is_asked_about_first(kept: Session, computer: Computer) -> None:
    path = kept.family.lock_target()
    other = computer()
    other.interviews.start("travelers")
    other.reading.reach(next(iter(other.library.lessons)), 1)
    other.family.opening(path, WORDS).give_up()  # having read something is no reason to ask
    other.interviews.answer(3)
    with pytest.raises(SittingInTheWay):
        other.family.open_file(path, "anything at all")
    assert other.answers["adults"] == 3


def test_keeping_what_was_answered_loses_nothing(kept: Session, computer: Computer, locale: Locale) -> None:
    kept.give("adults", 1)
    kept.give("children", 2)
    kept.add_person(Who.ME)
    kept.add_person(Who.CHILD)
    kept.give("q01_returned_mpp", "no", 2)
    path = kept.family.lock_target()
    other = computer()
    other.give("adults", 2)
    other.give("officer_language", "mam")
    other.add_person(Who.ME)
    other.add_person(Who.PARTNER)
    other.give("q01_returned_mpp", "yes", 2)
    other.interviews.start("mpp-class", 2)
    other.family.open_file(path, WORDS, Meet.KEEP)
    assert other.answers == Answers({"adults": 2, "children": 2, "officer_language": "mam"})
    assert [each.who for each in other.people.here] == [Who.ME, Who.CHILD, Who.PARTNER]
    assert [each.number for each in other.people.here] == [1, 2, 3]
    assert other.people.own_of(2) == {"q01_returned_mpp": "no"}
    assert other.people.own_of(3) == {"q01_returned_mpp": "yes"}
    assert other.interviews.person == 3
    assert other.family.stale
    assert any("1" in locale.render(words) for words in other.family.told)
    assert [locale.render(each) for each in other.family.aside()]
    assert other.family.former == [
        {"part": "answers", "why": "former", "row": {"name": "adults", "answer": 1}}
    ]
    path = other.family.lock_target()
    third = computer()
    third.family.open_file(path, WORDS)
    assert third.answers["adults"] == 2
    assert len(third.family.former) == 1
    assert third.family.told == ()


def test_starting_from_the_file_forgets_the_sitting(kept: Session, computer: Computer) -> None:
    kept.give("adults", 1)
    path = kept.family.lock_target()
    other = computer()
    fill(other)
    other.family.open_file(path, WORDS, Meet.FILE)
    assert other.answers == Answers({"adults": 1})
    assert other.people == People()
    assert not other.family.stale
    assert b"mam" not in msgspec.json.encode(other.family.sitting)


def test_only_what_is_to_be_kept_makes_it_stale(kept: Session) -> None:
    assert not kept.family.stale
    kept.use_look(Look.DARK)
    assert not kept.family.stale
    kept.plan.tick("turn-in", next(iter(kept.library.checklist("turn-in").items)).id, on=True)
    assert kept.family.stale
    work = kept.family.save_job()
    assert work is not None
    assert not kept.family.stale
    generation = kept.family.generation
    work.run()
    assert kept.family.generation == generation + 1
    kept.changed.emit(Changes(answers=True))
    assert kept.family.save_job() is None
    assert kept.family.generation == generation + 1


def test_a_save_that_comes_late_does_not_undo_a_later_one(kept: Session, computer: Computer) -> None:
    kept.give("adults", 1)
    early = kept.family.save_job()
    kept.give("adults", 2)
    late = kept.family.save_job()
    assert early is not None
    assert late is not None
    late.run()
    early.run()
    path = kept.family.file.path
    kept.family.abandon()
    other = computer()
    other.family.open_file(path, WORDS)
    assert other.answers["adults"] == 2


def test_a_save_that_fails_is_tried_again(
    kept: Session, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = families.FamilyFile.replace

    def full(*_: object) -> None:
        raise KyrError("full")

    kept.give("adults", 1)
    work = kept.family.save_job()
    assert work is not None
    monkeypatch.setattr(families.FamilyFile, "replace", full)
    with pytest.raises(KyrError):
        work.run()
    assert kept.family.stale
    with pytest.raises(KyrError):
        kept.forget()
    assert kept.answers["adults"] == 1
    assert kept.family.open
    monkeypatch.setattr(families.FamilyFile, "replace", real)
    path = kept.family.lock_target()
    other = computer()
    other.family.open_file(path, WORDS)
    assert other.answers["adults"] == 1


def test_saving_on_other_threads_while_answers_come(kept: Session, computer: Computer) -> None:
    threads = []
    for number in range(1, 13):
        kept.give("adults", number % 9 + 1)
        kept.give("children", number % 7)
        work = kept.family.save_job()
        if work is not None:
            threads.append(threading.Thread(target=work.run))
            threads[-1].start()
    for thread in threads:
        thread.join()
    before = everything(kept)
    path = kept.family.lock_target()
    other = computer()
    other.family.open_file(path, WORDS)
    assert everything(other) == before


def test_what_no_question_takes_is_set_aside_and_tried_again(
    kept: Session, computer: Computer, stick: Path, locale: Locale
) -> None:
    name = kept.family.file.id
    kept.family.close()
    with families.open_file(stick / name, WORDS) as file, file.together():
        file.replace(
            "answers",
            [
                {"name": "adults", "answer": 2},
                {"name": "a_question_of_tomorrow", "answer": "yes"},
                {"name": "children", "answer": "many"},
                {"odd": 1},
            ],
        )
        file.replace("people", [{"person": 1, "who": "alien"}, {"person": 7, "name": "adults", "answer": 1}])
        file.replace(
            "plan", [{"tick": ["no-list", "no-item"]}, {"date": "2026-13-40", "rule": "x"}, {"new": 1}]
        )
        file.replace("reading", [{"lesson": "none"}, {"lesson": 3}])
        file.replace(
            "progress", [{"interview": "none"}, {"interview": "travelers", "now": True, "screen": "gone"}]
        )
        file.replace("tomorrow", [{"anything": [1, 2]}])
        file.replace("aside", [{"part": "from_tomorrow", "why": "unfit", "row": {"x": 1}}])
    session = computer()
    session.family.open_file(stick / name, WORDS)
    assert session.answers == Answers({"adults": 2})
    assert session.interviews.at is not None
    assert "11" in " ".join(locale.render(words) for words in session.family.told)
    assert len(session.family.former) == 12
    session.give("children", 1)
    session.family.close()
    with families.open_file(stick / name, WORDS) as file:
        assert file.rows("tomorrow") == [{"anything": [1, 2]}]
        assert {"part": "from_tomorrow", "why": "unfit", "row": {"x": 1}} in file.rows("aside")
        assert len(file.rows("aside")) == 12
        kept_aside = file.rows("aside")
    session.family.open_file(stick / name, WORDS)
    assert session.answers == Answers({"adults": 2, "children": 1})
    assert session.family.former == kept_aside


def test_a_part_that_breaks_keeps_its_rows(kept: Session, computer: Computer, stick: Path) -> None:
    name = kept.family.file.id
    kept.family.close()
    rows = [{"interview": ["a", "list"]}, {"interview": "travelers", "person": "x"}]
    with families.open_file(stick / name, WORDS) as file:
        file.replace("progress", rows)
    session = computer()
    session.family.open_file(stick / name, WORDS)
    assert [each["row"] for each in session.family.former] == rows
    assert not session.interviews.under_way


def test_the_plain_list_counts_what_is_kept(kept: Session, locale: Locale) -> None:
    assert kept.family.kept() == ()
    fill(kept)
    said = {locale.render(words): n for words, n in kept.family.kept()}
    assert sorted(said.values()) == [1, 1, 1, 1, 1, 1, 1, 2, 5]
    assert "adults" not in " ".join(said)


def test_two_files_are_never_open_at_once(kept: Session, stick: Path) -> None:
    with pytest.raises(InputError):
        kept.family.create(stick, WORDS, costs=cheap())
    with pytest.raises(InputError):
        kept.family.open_file(kept.family.file.path, WORDS, Meet.FILE)
    other = Session(library=kept.library, today=kept.today)
    with pytest.raises(KyrError):
        other.family.open_file(kept.family.file.path, WORDS)


def test_an_opening_that_was_given_up_frees_the_file(kept: Session, computer: Computer) -> None:
    path = kept.family.lock_target()
    session = computer()
    for early in (True, False):
        work = session.family.opening(path, WORDS)
        if early:
            work.give_up()
            work.run()
        else:
            work.run()
            work.give_up()
        session.family.enter(work)
        assert not session.family.open
    session.family.open_file(path, WORDS)
    assert session.family.open


def test_words_card_and_second_person(kept: Session, computer: Computer, locale: Locale) -> None:
    family = kept.family
    card, second = family.new_card("es"), family.new_phrase("en")
    assert (len(card.split()), len(second.split())) == (12, 6)
    assert family.weak("hola hola") is not None
    assert family.weak(second) is None
    family.add_card(card, costs=cheap())
    family.add_volunteer(second, costs=cheap())
    family.add_volunteer(OTHER, costs=cheap())
    assert [each.kind for each in family.slots()] == ["family", "card", "volunteer"]
    assert all(locale.render(each.called) for each in family.slots())
    family.change_phrase(fresh := family.new_phrase("es"), costs=cheap())
    family.drop_slot(2)
    path = family.lock_target()
    for words in (WORDS, second, OTHER):
        with pytest.raises(KyrError):
            computer().family.open_file(path, words)
    for words in (card, fresh):
        other = computer()
        other.family.open_file(path, words)
        other.family.close()


def test_without_a_file_there_is_nothing_to_change(session: Session) -> None:
    for act in (session.family.slots, session.family.lock_target, session.family.delete):
        with pytest.raises(InputError):
            act()
    session.family.save_now()
    assert session.family.save_job() is None
    assert session.family.copies() == ()


def test_deleting_leaves_no_file_and_no_answer(kept: Session, stick: Path) -> None:
    fill(kept)
    kept.family.save_now()
    kept.family.delete()
    assert list(stick.iterdir()) == []
    assert kept.answers == NOTHING
    assert not kept.family.open


def test_files_are_found_and_the_newer_copy_is_told(
    kept: Session, stick: Path, tmp_path: Path, locale: Locale
) -> None:
    second = tmp_path / "second"
    second.mkdir()
    kept.family.copy_to(second)
    kept.give("adults", 2)
    kept.family.save_now()
    (copy,) = kept.family.copies([stick, second])
    assert (copy.standing, copy.where.folder) == ("older", second)
    found = kept.family.found([stick, second, tmp_path / "nowhere"])
    assert [(each.where.folder, each.newest) for each in found] == [(stick, True), (second, False)]
    assert all(locale.render(each.called) for each in found)
    other = Session(library=kept.library, today=kept.today)
    other.family.open_file(second / kept.family.file.id, WORDS)
    for number in (3, 4, 5):
        other.give("adults", number)
        other.family.save_now()
    (copy,) = kept.family.copies([second])
    assert copy.standing == "apart"


def test_it_goes_on_in_another_place_where_the_stick_is_gone(
    kept: Session, stick: Path, tmp_path: Path, computer: Computer
) -> None:
    fill(kept)
    kept.family.save_now()
    kept.give("adults", 7)
    second = tmp_path / "second"
    second.mkdir()
    with pytest.raises(KyrError):
        kept.family.move(tmp_path / "nowhere")
    stick.rename(tmp_path / "pocket")
    with pytest.raises(KyrError):
        kept.family.save_now()
    kept.family.move(second)
    assert kept.family.where is not None
    assert kept.family.where.folder == second
    kept.give("children", 5)
    path = kept.family.lock_target()
    other = computer()
    other.family.open_file(path, WORDS)
    assert (other.answers["adults"], other.answers["children"]) == (7, 5)
    other.family.close()
    other.family.open_file(tmp_path / "pocket" / path.name, WORDS)
    assert other.answers["adults"] == 2


def test_words_fit_without_the_disk(kept: Session, stick: Path, tmp_path: Path) -> None:
    stick.rename(tmp_path / "pocket")
    assert kept.family.fits(WORDS.title())
    assert not kept.family.fits(OTHER)


def test_a_locked_stick_is_read_and_nothing_is_pretended(
    kept: Session, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise ReadOnly

    kept.give("adults", 2)
    path = kept.family.lock_target()
    monkeypatch.setattr(families.FamilyFile, "read_only", property(lambda _: True))
    monkeypatch.setattr(families.FamilyFile, "_writable", locked)
    other = computer()
    other.family.open_file(path, WORDS)
    assert other.answers["adults"] == 2
    assert other.family.read_only
    other.give("adults", 3)
    assert other.family.save_job() is None
    with pytest.raises(KyrError):
        other.family.close()
    assert other.family.open
    other.family.abandon()
    assert other.answers == NOTHING


def test_the_previous_save_is_opened_and_told(kept: Session, computer: Computer, locale: Locale) -> None:
    kept.give("adults", 2)
    kept.family.save_now()
    kept.give("adults", 3)
    generation = kept.family.generation + 1
    path = kept.family.lock_target()
    newest = path.with_name(path.name + (".a" if generation % 2 else ".b"))
    damaged = bytearray(newest.read_bytes())
    damaged[3000] ^= 4
    newest.write_bytes(damaged)
    other = computer()
    other.family.open_file(path, WORDS)
    assert other.family.opened_previous
    assert other.answers["adults"] == 2
    assert locale.render(other.family.told[0])


class Album:
    """A part with a photo: in memory at first, then named by what the file returned."""

    name = "packet"

    def __init__(self) -> None:
        self.photo, self.blob = b"a photo", ""

    def store(self, file: families.FamilyFile) -> None:
        self.blob = file.blob_put(self.photo)

    def kept(self) -> list[dict[str, str]]:
        return [{"blob": self.blob}]

    def restore(self, rows: list[dict[str, str]]) -> None:
        self.blob = rows[0]["blob"] if rows else ""

    def clear(self) -> None:
        self.blob = ""


def test_photos_of_a_sitting_are_in_the_file_before_a_row_names_them(
    session: Session, stick: Path, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    album = Album()
    monkeypatch.setattr(Session, "packet", album, raising=False)
    session.family.create(stick, WORDS, costs=cheap())
    assert session.family.file.blob(album.blob) == b"a photo"
    path = session.family.lock_target()
    other = computer()
    other.family.open_file(path, WORDS, Meet.FILE)
    assert other.family.file.blob(album.blob) == b"a photo"
    other.family.close()
    other.family.open_file(path, WORDS, Meet.KEEP)
    assert len(other.family.file.blobs()) == 2
