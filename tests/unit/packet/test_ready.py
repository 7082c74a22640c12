"""Sheets are made ready once, ahead of time, in memory alone; what is placed then is only placed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from msgspec import structs

from kyr_app.documents.pictures.page import PAPER, PictureGone
from kyr_app.documents.pictures.ready import Ready, on_paper, ready
from kyr_app.model.packet import Packet, Sheet, Tone
from kyr_app.session.making import packet as making
from kyr_app.session.packet.ready import ReadySheets
from kyr_app.session.session import Session
from kyr_app.store.slots import cheap
from tests.unit.packet import pictures
from tests.unit.packet.pictures import QUAD, jpeg
from tests.unit.session.conftest import WORDS


class Album:
    """Pictures by name; counts how often each is asked for, and lets nobody have one while `held`."""

    def __init__(self, *names: str) -> None:
        self.pictures = {name: jpeg(pictures.paper(name).resize((340, 440))) for name in names}
        self.asked: list[str] = []
        self.go_on = threading.Event()
        self.go_on.set()

    def picture(self, name: str) -> bytes:
        self.asked.append(name)
        self.go_on.wait(10)
        if name not in self.pictures:
            raise PictureGone
        return self.pictures[name]


def packet(*names: str) -> Packet:
    return Packet().with_new(names)[0]


def grey(name: str) -> Sheet:
    return Sheet(name, tone=Tone.GREY)


def test_every_sheet_is_made_once_whoever_asks():
    album = Album("a", "b")
    kept = ReadySheets(album.picture)
    kept.follow(packet("a", "b"), colour=False)
    threads = [threading.Thread(target=kept.get, args=(grey(name),)) for name in "abab"]
    for each in threads:
        each.start()
    for each in threads:
        each.join(10)
    assert kept.wait(10)
    assert sorted(album.asked) == ["a", "b"]
    assert kept.count == 2
    assert kept.get(grey("a")) == ready(album.pictures["a"], grey("a"))


def test_only_what_changed_is_made_anew():
    album = Album("a", "b")
    kept = ReadySheets(album.picture)
    kept.follow(packet("a", "b"), colour=False)
    assert kept.wait(10)
    one = packet("a", "b")
    sheets = (structs.replace(one.exhibits[0].sheets[0], turn=1), one.exhibits[0].sheets[1])
    kept.follow(one.with_changed(structs.replace(one.exhibits[0], sheets=sheets)), colour=False)
    assert kept.wait(10)
    assert album.asked == ["a", "b", "a"]
    assert kept.count == 2


def test_both_ways_to_print_are_kept_and_only_the_chosen_one_is_made_ahead():
    album = Album("a")
    kept = ReadySheets(album.picture)
    kept.follow(packet("a"), colour=False)
    assert kept.wait(10)
    assert kept.get(Sheet("a")).colours == 3
    assert kept.get(grey("a")).colours == 1
    kept.follow(packet("a"), colour=True)
    assert (kept.count, album.asked) == (2, ["a", "a"])


def test_what_is_under_way_when_all_is_forgotten_is_not_kept():
    album = Album("a", "b")
    kept = ReadySheets(album.picture)
    album.go_on.clear()
    kept.follow(packet("a", "b"), colour=False)
    kept.clear()
    album.go_on.set()
    assert kept.wait(10)
    assert kept.count == 0
    assert "b" not in album.asked


def test_there_is_an_end_to_what_is_kept():
    album = Album(*"abcdef")
    size = len(ready(album.pictures["a"], grey("a")).data)
    kept = ReadySheets(album.picture, room=round(size * 3.5))
    kept.follow(packet(*"abcdef"), colour=False)
    assert kept.wait(10)
    assert 2 <= kept.count <= 4
    assert [kept.get(grey(name)).width for name in "abcdef"] == [340] * 6


def test_a_picture_that_is_gone_stops_nobody_and_is_told_to_who_wants_it():
    album = Album("a", "c")
    kept = ReadySheets(album.picture)
    kept.follow(packet("a", "gone", "c"), colour=False)
    assert kept.wait(10)
    assert kept.count == 2
    with pytest.raises(PictureGone):
        kept.get(grey("gone"))


def test_whatever_happens_to_one_the_others_are_made():
    album = Album("a", "b")

    def picture(name: str) -> bytes:
        if name == "a":
            raise ValueError("the file was closed")
        return album.picture(name)

    kept = ReadySheets(picture)
    kept.follow(packet("a", "b"), colour=False)
    assert kept.wait(10)
    assert kept.count == 1
    kept.follow(packet("b", "b"), colour=True)
    assert kept.wait(10)
    assert kept.count == 2


def test_what_came_in_as_it_is_wanted_is_not_written_again():
    plain = jpeg(pictures.paper().convert("L"))
    assert ready(plain, grey("x")).data == plain
    assert ready(plain, Sheet("x")) == Ready(850, 1100, plain)
    colour = jpeg(pictures.paper())
    assert ready(colour, Sheet("x")) == Ready(850, 1100, colour, 3)
    assert ready(colour, grey("x")).colours == 1
    large = ready(jpeg(pictures.paper().resize((1700, 2200))), Sheet("x"))
    assert large.width <= PAPER[0]
    fax = ready(colour, Sheet("x", QUAD, tone=Tone.BLACK_WHITE))
    assert fax.fax
    assert on_paper(Sheet("x"), colour=True) == Sheet("x")
    assert on_paper(Sheet("x", tone=Tone.CLEAR), colour=False).tone is Tone.CLEAR


def test_a_packet_puts_together_what_is_ready_and_always_the_same(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    packing = session.packet
    names = packing._album.keep([jpeg(pictures.paper(str(at)).resize((340, 440))) for at in range(3)])
    made, _ = packing.packet.with_new(names)
    packing.use(made, "brought")
    assert packing.ready.wait(10)
    asked: list[str] = []
    find = packing._album.picture
    monkeypatch.setattr(packing.ready, "_picture", lambda name: asked.append(name) or find(name))
    once = making.job(session).run()
    assert asked == []
    assert making.job(session).run() == once
    packing.ready.clear()
    assert making.job(session).run() == once
    assert sorted(asked) == sorted(names)


def test_finish_and_forget_lets_go_of_it_and_of_what_was_chosen(session: Session):
    packing = session.packet
    names = packing._album.keep([jpeg(pictures.paper().resize((340, 440)))])
    packing.choices = structs.replace(packing.choices, colour=True, order=True)
    packing.use(packing.packet.with_new(names)[0], "brought")
    assert packing.ready.wait(10)
    assert packing.ready.count == 1
    session.forget()
    assert packing.ready.count == 0
    assert packing.choices == making.Choices()


def test_a_family_file_that_is_closed_meanwhile(session: Session, tmp_path: Path):
    """Nothing of it stays in memory, and the next time it is put together from what lies sealed."""
    session.family.create(tmp_path, WORDS, costs=cheap())
    packing = session.packet
    names = packing._album.keep([jpeg(pictures.paper(str(at)).resize((340, 440))) for at in range(6)])
    packing.use(packing.packet.with_new(names)[0], "brought")
    packing.describe(1, title="Report", language="en")
    once = making.job(session).run()
    target = session.family.lock_target()
    session.family.save_now()
    session.forget()
    assert packing.ready.wait(10)
    assert packing.ready.count == 0
    session.family.open_file(target, WORDS)
    assert len(packing.packet.pictures) == 6
    assert making.job(session).run() == once
    assert packing.ready.wait(10)
    assert packing.ready.count == 6
