"""The packet of a sitting: every step goes back, photos are sealed or in memory, and nothing else is left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PIL import Image

from kyr_app.model.changes import Changes
from kyr_app.model.errors import InputError, KyrError
from kyr_app.model.packet import WHOLE, Packet, Sheet, Tone
from kyr_app.rules import exhibits
from kyr_app.session.family.meeting import Meet
from kyr_app.session.keeping import HoldsPhotos
from kyr_app.session.packet.packet import Packing
from kyr_app.session.packet.steps import MOST
from kyr_app.session.session import Session
from kyr_app.store.slots import cheap
from kyr_app.store.troubles import BlobGone, DiskFull
from tests.unit.packet.pictures import QUAD, jpeg
from tests.unit.session.conftest import WORDS

Computer = Callable[[], Session]
SECRET = b"Persona de Ejemplo en la foto"


def photo(number: int = 0) -> bytes:
    """Return a picture by which it is known again."""
    return jpeg(Image.new("RGB", (20 + number, 10), "white"))


def brought(session: Session, *pages: int) -> list[int]:
    """Put exhibits of so many pages each into the packet, as an import does."""
    made = []
    for count in pages:
        names = session.packet._album.keep([photo(at) for at in range(count)])
        packet, exhibit = session.packet.packet.with_new(names)
        session.packet.use(packet, "brought")
        made.append(exhibit.number)
    return made


def numbers(session: Session) -> list[int]:
    return [each.number for each in session.packet.packet.exhibits]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def computer(library: Any, today: Any) -> Computer:
    return lambda: Session(library=library, today=today)


def test_it_is_a_part_of_the_family_file(session: Session):
    assert isinstance(session.packet, HoldsPhotos)
    assert session.packet in session.family.parts
    assert session.packet.kept() == []


STEPS: dict[str, Callable[[Packing], object]] = {
    "move": lambda packing: packing.move(3, 0),
    "merge": lambda packing: packing.merge([1, 3]),
    "split": lambda packing: packing.split(2, 1),
    "remove": lambda packing: packing.remove([1, 2]),
    "show": lambda packing: packing.show(2, 1, Sheet("x", QUAD, 1, 2.0, Tone.CLEAR)),
    "show_all": lambda packing: packing.show_all(2, tone=Tone.GREY),
    "move_page": lambda packing: packing.move_page(2, 0, 2),
    "remove_page": lambda packing: packing.remove_page(2, 1),
    "describe": lambda packing: packing.describe(1, title="Acta", language="es"),
    "link": lambda packing: packing.link(1, card=4, on=True),
    "paper": lambda packing: packing.add_paper("declaration"),
}


@pytest.mark.parametrize("step", STEPS)
def test_every_step_goes_back_and_on_again(session: Session, step: str):
    brought(session, 1, 3, 1)
    before = session.packet.packet
    STEPS[step](session.packet)
    after = session.packet.packet
    assert after != before
    said = session.packet.undoes
    assert session.packet.undo() == said
    assert session.packet.packet == before
    assert session.packet.redo() == said
    assert session.packet.packet == after
    session.packet.undo()
    session.packet.move(1, 2)
    assert session.packet.redoes is None
    while session.packet.undo() is not None:
        pass
    assert session.packet.packet == Packet()


def test_every_step_is_told_and_one_that_changes_nothing_is_not(session: Session):
    class Heard:
        def __init__(self) -> None:
            self.times = 0

        def hear(self, changes: Changes) -> None:
            self.times += changes.packet

    heard = Heard()
    session.changed.connect(heard.hear)
    brought(session, 1, 1)
    session.packet.move(1, 0)
    assert heard.times == 2
    session.packet.move(1, 1)
    session.packet.undo()
    assert heard.times == 4
    assert numbers(session) == [1, 2]


def test_typing_is_one_step_until_somebody_pauses(session: Session):
    brought(session, 1)
    for words in ("A", "Ac", "Acta"):
        session.packet.describe(1, title=words)
    session.packet.describe(1, author="Registro Civil")
    session.packet.pause()
    session.packet.describe(1, author="Registro Civil de Ejemplo")
    session.packet.undo()
    assert session.packet.exhibit(1).author == "Registro Civil"
    session.packet.undo()
    assert (session.packet.exhibit(1).author, session.packet.exhibit(1).title) == ("", "Acta")
    session.packet.undo()
    assert session.packet.exhibit(1).title == ""


def test_a_language_says_whether_a_translation_belongs_to_it(session: Session):
    brought(session, 1)
    session.packet.describe(1, language="es")
    assert session.packet.exhibit(1).translate
    session.packet.describe(1, language="en")
    assert not session.packet.exhibit(1).translate
    session.packet.describe(1, language="mam", translate=False)
    assert not session.packet.exhibit(1).translate
    assert not exhibits.translates(exhibits.NO_WORDS)


def test_what_is_missing_is_said(session: Session):
    brought(session, 1)
    assert len(session.packet.missing(1)) == 2
    session.packet.describe(1, title="Acta de nacimiento", language="es")
    assert len(session.packet.missing(1)) == 3  # its name in English, its English, and who translates it
    session.packet.describe(1, title_en="Birth certificate")
    assert len(session.packet.missing(1)) == 2
    session.packet.describe(1, english="Born in 1990.", translator="Persona de Ejemplo")
    assert session.packet.missing(1) == ()
    number = session.packet.add_paper("declaration")
    (told,) = session.packet.missing(number)
    assert "(" in session.locale_of("en").render(told)  # which answers, not only how many
    assert session.packet.title(number)
    assert session.packet.add_paper("declaration") == number
    assert session.packet.missing(session.packet.add_paper("no such paper"))


def test_a_paper_of_our_own_is_made_anew(session: Session):
    number = session.packet.add_paper("motion-venue")
    jobs = session.packet.paper_jobs(session.packet.exhibit(number))
    assert jobs is not None
    assert jobs.copy is not None
    assert jobs.filed.run().startswith(b"%PDF")
    assert session.packet.paper_jobs(session.packet.exhibit(session.packet.add_paper("nothing"))) is None
    brought(session, 1)
    with pytest.raises(InputError):
        session.packet.merge(numbers(session))


def test_corners_that_enclose_nothing_are_refused(session: Session):
    brought(session, 1)
    sheet = session.packet.exhibit(1).sheets[0]
    with pytest.raises(InputError):
        session.packet.show(1, 0, Sheet(sheet.picture, (WHOLE[1], WHOLE[0], *WHOLE[2:])))
    for wrong in (lambda: session.packet.exhibit(9), lambda: session.packet.describe(9, title="x")):
        with pytest.raises(InputError):
            wrong()


def test_the_last_page_takes_its_paper_along(session: Session):
    brought(session, 2)
    session.packet.remove_page(1, 0)
    assert len(session.packet.exhibit(1).sheets) == 1
    session.packet.remove_page(1, 0)
    assert numbers(session) == []
    session.packet.undo()
    assert numbers(session) == [1]


def test_a_link_ticks_the_planner_and_takes_back_only_its_own_tick(session: Session):
    items = [each.id for each in session.library.checklists["evidence"].items][:2]
    session.plan.tick("evidence", items[1], on=True)
    brought(session, 1, 1)
    for item in items:
        session.packet.link(1, item=item, on=True)
    session.packet.link(2, item=items[0], on=True)
    assert session.plan.ticked("evidence", items[0])
    session.packet.remove([1])
    assert session.plan.ticked("evidence", items[0])  # the other paper still proves it
    session.packet.link(2, item=items[0], on=False)
    assert not session.plan.ticked("evidence", items[0])
    assert session.plan.ticked("evidence", items[1])  # ticked by hand before
    session.packet.undo()
    assert session.plan.ticked("evidence", items[0])


def test_in_memory_nothing_is_written_and_nothing_is_left(session: Session, tmp_path: Path):
    brought(session, 2, 1)
    assert not session.packet.sealed
    session.packet.remove([1])
    assert session.packet.removed == 2
    session.packet.forget_removed()
    assert session.packet.removed == 0
    assert session.packet._album.in_memory == 1
    assert session.packet.undoes is None
    session.forget()
    assert session.packet.packet == Packet()
    assert session.packet._album.in_memory == 0
    assert not [each for each in tmp_path.rglob("*") if each.is_file()]


def test_with_a_file_every_picture_is_sealed_beside_it(session: Session, stick: Path, computer: Computer):
    session.family.create(stick, WORDS, costs=cheap())
    brought(session, 2, 1)
    session.packet.describe(2, title="Acta")
    assert session.packet.sealed
    assert session.packet._album.in_memory == 0
    names = session.packet.packet.pictures
    assert set(names) == set(session.family.file.blobs())
    assert session.packet.picture(names[1]) == photo(1)
    whole = b"".join(each.read_bytes() for each in stick.iterdir())
    assert photo(0)[100:160] not in whole
    assert b"Acta" not in whole
    kept = session.packet.packet
    target = session.family.lock_target()
    again = computer()
    again.family.open_file(target, WORDS)
    assert again.packet.packet == kept
    assert again.packet.picture(names[1]) == photo(1)
    again.family.delete()
    assert not [each for each in stick.iterdir() if names[0] in each.name]


def test_what_was_in_memory_goes_into_the_file_that_is_made(
    session: Session, stick: Path, computer: Computer
):
    brought(session, 2, 1)
    session.packet.remove([2])
    session.family.create(stick, WORDS, costs=cheap())
    assert session.packet._album.in_memory == 0
    session.packet.undo()
    assert [session.packet.picture(name) for name in session.packet.packet.pictures] == [
        photo(0),
        photo(1),
        photo(0),
    ]
    target = session.family.lock_target()
    again = computer()
    again.family.open_file(target, WORDS)
    assert len(again.packet.packet.pictures) == 3


def test_a_file_that_cannot_be_made_leaves_the_pictures_in_memory(
    session: Session, stick: Path, monkeypatch: Any
):
    brought(session, 2)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr("kyr_app.session.family.family.Family.write", full)
    with pytest.raises(DiskFull):
        session.family.create(stick, WORDS, costs=cheap())
    assert not session.packet.sealed
    assert [session.packet.picture(name) for name in session.packet.packet.pictures] == [photo(0), photo(1)]


def test_a_sitting_put_into_a_file_keeps_both(session: Session, stick: Path, computer: Computer):
    session.family.create(stick, WORDS, costs=cheap())
    brought(session, 1)
    session.packet.describe(1, title="De antes")
    target = session.family.lock_target()
    other = computer()
    brought(other, 2)
    other.packet.describe(1, title="De hoy")
    other.family.open_file(target, WORDS, Meet.KEEP)
    assert [each.title for each in other.packet.packet.exhibits] == ["De antes", "De hoy"]
    assert len(set(numbers(other))) == 2
    assert all(other.packet.picture(name) for name in other.packet.packet.pictures)
    other.family.close()
    third = computer()
    brought(third, 1)
    third.family.open_file(target, WORDS, Meet.FILE)
    assert [each.title for each in third.packet.packet.exhibits] == ["De antes", "De hoy"]
    assert third.packet._album.in_memory == 0


def test_what_was_removed_is_gone_from_the_stick_at_the_next_opening(
    session: Session, stick: Path, computer: Computer
):
    session.family.create(stick, WORDS, costs=cheap())
    brought(session, 2, 1)
    gone = session.packet.exhibit(1).sheets[0].picture
    session.packet.remove([1])
    assert session.packet.picture(gone)
    target = session.family.lock_target()
    again = computer()
    again.family.open_file(target, WORDS)
    assert len(again.family.file.blobs()) == 1
    with pytest.raises(BlobGone):
        again.packet.picture(gone)
    again.packet.remove(numbers(again))
    again.packet.forget_removed()
    assert again.family.file.blobs() == ()
    again.family.close()


def test_steps_too_old_to_go_back_let_their_pictures_go(session: Session):
    brought(session, 1, 1)
    session.packet.remove([1])
    for turn in range(MOST + 1):
        session.packet.show(2, 0, Sheet(session.packet.exhibit(2).sheets[0].picture, turn=turn % 3 + 1))
    assert session.packet._album.in_memory == 1


def test_rows_that_do_not_fit_are_given_back(session: Session):
    brought(session, 1)
    rows = session.packet.kept()
    good = msgspec.json.decode(msgspec.json.encode(rows))
    strange: list[dict[str, Any]] = [
        {"kind": "exhibit", "number": "x"},
        {"kind": "hat"},
        {"kind": "head", "format": 2, "last": 1},
        {"kind": "exhibit", "number": 5, "title": "of a later program"},
    ]
    assert session.packet.restore([*good, *strange]) == strange
    assert numbers(session) == [1]
    broken = [{"kind": "head", "format": 1}, {
        "kind": "exhibit", "number": 3,
        "sheets": [{"picture": "a", "corners": [[0, 0], [0, 0], [0, 0], [0, 0]], "turn": 9, "tilt": 400}],
    }]  # fmt: skip
    assert session.packet.restore(broken) == []
    assert session.packet.exhibit(3).sheets == (Sheet("a", turn=1, tilt=15.0),)
    with pytest.raises(KyrError):
        session.packet.picture("a")


def test_nothing_of_it_is_printed(session: Session):
    brought(session, 1)
    session.packet.describe(1, title=SECRET.decode())
    assert SECRET.decode() not in repr((session.packet.packet, session.packet.exhibit(1), session.packet))
    assert session.packet.listed()[0][1] == 1
