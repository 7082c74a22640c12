"""A long statement over two days (J2), at the level of use cases: told on one computer, gone on with on another."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kyr_app.i18n.locale import Locale
from kyr_app.model.rough_date import RoughDate
from kyr_app.model.story import Ask
from kyr_app.session.family.meeting import Meet
from kyr_app.session.session import Session
from kyr_app.store import door
from kyr_app.store.slots import cheap
from kyr_app.store.troubles import DiskTrouble, StickGone
from tests.unit.session.conftest import WORDS

Computer = Callable[[], Session]
LETTERS = "abcdeñóúÁ ¿?¡!“”—…\n\t{}%\\<&>'\"漢🙂\u200d"


def told(session: Session, cards: int) -> list[str]:
    """Tell a story of so many cards; return its words."""
    chance, words = random.Random(7), []
    for at in range(cards):
        card = session.story.begin()
        words.append("".join(chance.choice(LETTERS) for _ in range(600)))
        session.story.write(card.number, Ask.WHAT, words[-1])
        session.story.date(card.number, RoughDate(words="antes de las lluvias"))
        if at % 10 == 3:
            session.story.close(card.number, not_today=True)
    return words


def test_the_next_day_at_the_same_card(session: Session, stick: Path, computer: Computer) -> None:
    session.family.create(stick, WORDS, costs=cheap())
    words = told(session, 40)
    session.story.go_to(21, Ask.WHO)
    before = session.story.story
    path = session.family.lock_target()
    assert session.story.kept() == []
    other = computer()
    other.family.open_file(path, WORDS)
    assert other.story.story == before
    assert [card.what for card in other.story.story.cards] == words
    assert other.story.here is not None
    assert (other.story.here.number, other.story.story.ask) == (21, Ask.WHO)
    assert [card.number for card in other.story.story.cards if card.not_today] == [4, 14, 24, 34]
    assert len(other.family.kept()) == 1


def test_the_stick_is_pulled_out_during_a_save(
    session: Session, stick: Path, computer: Computer, monkeypatch: pytest.MonkeyPatch, locale: Locale
) -> None:
    session.family.create(stick, WORDS, costs=cheap())
    told(session, 5)
    session.family.save_now()
    before = session.story.story
    session.story.begin()
    path, real, calls = session.family.file.path, door.RealDisk.pwrite, 0

    def pulled(disk: door.RealDisk, handle: int, data: bytes, offset: int) -> None:
        nonlocal calls
        calls += 1
        real(disk, handle, data[: len(data) // 2], offset)
        raise StickGone

    monkeypatch.setattr(door.RealDisk, "pwrite", pulled)
    with pytest.raises(DiskTrouble) as trouble:
        session.family.save_now()
    assert calls == 1
    assert locale.render(trouble.value.said)
    assert session.family.stale
    assert len(session.story.story.cards) == 6
    session.family.abandon()
    monkeypatch.setattr(door.RealDisk, "pwrite", real)
    other = computer()
    other.family.open_file(path, WORDS)
    assert other.story.story == before
    assert locale.render(other.family.told[0])


def test_a_story_begun_without_a_file_goes_behind_that_of_the_file(
    session: Session, stick: Path, computer: Computer
) -> None:
    session.family.create(stick, WORDS, costs=cheap())
    words = told(session, 3)
    path = session.family.lock_target()
    other = computer()
    card = other.story.begin()
    other.story.write(card.number, Ask.WHAT, "hoy")
    other.family.open_file(path, WORDS, Meet.KEEP)
    assert [each.what for each in other.story.story.cards] == [*words, "hoy"]
