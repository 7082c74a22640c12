"""Further words, changed words and words taken away: in both halves, or it was not done."""

import pytest

from kyr_app.store import families, pingpong, slots
from kyr_app.store import troubles as wrong
from kyr_app.store.families import Opened, open_file
from kyr_app.store.slots import Kind
from tests.unit.store.disks import FailingDisk
from tests.unit.store.words import CARD, OTHER, PHRASE

CHEAP = slots.cheap()


def opens(path, phrase):
    try:
        with open_file(path, phrase) as file:
            return file.opened
    except wrong.WrongPhrase:
        return None


def opens_alone(path, phrase):
    """Return which halves open with the words, each one alone."""
    found = set()
    for half in pingpong.halves(path.parent, path.name):
        hidden = pingpong.other(half)
        aside = hidden.rename(hidden.with_suffix(".aside"))
        if opens(path, phrase):
            found.add(half.suffix)
        aside.rename(hidden)
    return found


def test_new_words_open_both_halves_and_old_ones_neither(file):
    file.set_phrase(OTHER, costs=CHEAP)
    assert [slot.kind for slot in file.slots()] == [Kind.FAMILY]
    file.close()
    assert opens_alone(file.path, OTHER) == {".a", ".b"}
    assert opens_alone(file.path, PHRASE) == set()


def test_card_and_volunteer_open_the_same_file(file):
    file.add_slot(Kind.CARD, CARD, costs=CHEAP)
    slot = file.add_slot(Kind.VOLUNTEER, OTHER, costs=CHEAP)
    assert (slot.number, slot.kind) == (2, Kind.VOLUNTEER)
    assert [slot.number for slot in file.slots()] == [0, 1, 2]
    file.close()
    assert {opens(file.path, phrase) for phrase in (PHRASE, CARD, OTHER)} == {Opened.NEWEST}
    assert opens_alone(file.path, CARD) == {".a", ".b"}


def test_a_dropped_slot_opens_neither_half(file):
    file.add_slot(Kind.VOLUNTEER, OTHER, costs=CHEAP)
    file.drop_slot(Kind.VOLUNTEER)
    file.close()
    assert opens_alone(file.path, OTHER) == set()
    assert opens_alone(file.path, PHRASE) == {".a", ".b"}


def test_what_a_slot_refuses(file):
    with pytest.raises(wrong.LastSlot):
        file.drop_slot(Kind.FAMILY)
    with pytest.raises(wrong.NoSuchSlot):
        file.drop_slot(Kind.CARD)
    with pytest.raises(wrong.NoSuchSlot):
        file.set_phrase(OTHER, Kind.CARD, costs=CHEAP)
    file.add_slot(Kind.CARD, CARD, costs=CHEAP)
    with pytest.raises(wrong.SlotTaken):
        file.add_slot(Kind.CARD, OTHER, costs=CHEAP)
    with pytest.raises(wrong.SlotTaken):
        file.add_slot(Kind.OFFICE, OTHER, costs=CHEAP)
    with pytest.raises(wrong.WeakPhrase):
        file.set_phrase("hola", costs=CHEAP)


def test_weak_words_make_no_file(folder):
    with pytest.raises(wrong.WeakPhrase):
        families.create(folder, "123456", costs=CHEAP)
    assert not list(folder.iterdir())


@pytest.mark.parametrize("step", range(3))
def test_a_change_that_fails_before_the_first_half_changes_nothing(folder, step):
    disk = FailingDisk()
    with families.create(folder, PHRASE, costs=CHEAP, disk=disk) as file:
        disk.arm(wrong.DiskFull, step, for_good=True)
        with pytest.raises(wrong.DiskFull):
            file.set_phrase(OTHER, costs=CHEAP)
        disk.fail_at = None
        file.save()
    assert opens(file.path, PHRASE)
    assert opens_alone(file.path, OTHER) == set()


def test_a_change_that_fails_at_the_second_half_says_so_and_is_mended_by_the_next_save(folder):
    disk = FailingDisk()
    with families.create(folder, PHRASE, costs=CHEAP, disk=disk) as file:
        disk.arm(wrong.DiskFull, 3 + 1)
        with pytest.raises(wrong.HalfDone):
            file.set_phrase(OTHER, costs=CHEAP)
        disk.fail_at = None
        file.save()
    assert opens_alone(file.path, OTHER) == {".a", ".b"}
    assert opens_alone(file.path, PHRASE) == set()


def test_a_change_that_was_cut_off_is_brought_to_its_end_at_the_next_good_open(folder):
    disk = FailingDisk()
    with families.create(folder, PHRASE, costs=CHEAP, disk=disk) as file:
        disk.arm(wrong.DiskFails, 3, for_good=True)
        with pytest.raises(wrong.HalfDone):
            file.set_phrase(OTHER, costs=CHEAP)
    assert opens_alone(file.path, PHRASE)
    assert opens(file.path, OTHER) is Opened.NEWEST
    assert opens_alone(file.path, PHRASE) == set()


@pytest.mark.parametrize("arrived", [1024, 5000, 200_000])
@pytest.mark.parametrize("change", ["words", "card", "dropped"])
def test_a_change_of_words_that_was_torn_leaves_the_former_words_in_force(file, arrived, change):
    file.add_slot(Kind.VOLUNTEER, CARD, costs=CHEAP)
    target = file.path.with_suffix(pingpong.half_of(file.generation + 1))
    before, kept = (
        target.read_bytes(),
        target.with_suffix(".b" if target.suffix == ".a" else ".a").read_bytes(),
    )
    if change == "words":
        file.set_phrase(OTHER, costs=CHEAP)
    elif change == "card":
        file.add_slot(Kind.CARD, OTHER, costs=CHEAP)
    else:
        file.drop_slot(Kind.VOLUNTEER)
    file.close()
    # The power goes during the first of its two saves: the header is there, and not all of what follows.
    target.write_bytes(target.read_bytes()[:arrived] + before[arrived:])
    pingpong.other(target).write_bytes(kept)
    torn = {half: half.read_bytes() for half in pingpong.halves(file.folder, file.id)}
    for phrase in (PHRASE, CARD, OTHER):
        for half, data in torn.items():
            half.write_bytes(data)
        if phrase is OTHER and change == "dropped":
            continue
        with open_file(file.path, phrase) as again:  # what opens it once goes on opening it
            assert again.opened is Opened.PREVIOUS
            again.save()
        assert opens(file.path, phrase) is Opened.NEWEST


def test_words_from_before_are_called_so_where_the_older_half_still_opens(folder):
    disk = FailingDisk()
    with families.create(folder, PHRASE, costs=CHEAP, disk=disk) as file:
        disk.arm(wrong.DiskFails, 3, for_good=True)
        with pytest.raises(wrong.HalfDone):
            file.set_phrase(OTHER, costs=CHEAP)
    with pytest.raises(wrong.WrongPhrase) as caught:
        open_file(file.path, PHRASE)
    assert caught.value.said != wrong.WrongPhrase.SAID


def test_twelve_words_are_tried_on_the_card_first(file, monkeypatch):
    from kyr_app.store import phrases  # noqa: PLC0415

    card = phrases.recovery("es")
    file.add_slot(Kind.CARD, card, costs=CHEAP)
    file.close()
    tried = []
    real = slots.try_open
    monkeypatch.setattr(slots, "try_open", lambda *given: tried.append(given[1]) or real(*given))
    assert opens(file.path, card.upper())
    assert tried == [1]


def test_words_fit_without_a_look_at_the_disk(file):
    file.add_slot(Kind.CARD, CARD, costs=CHEAP)
    for half in pingpong.halves(file.folder, file.id):
        half.unlink()
    assert file.fits(PHRASE.upper())
    assert file.fits(CARD)
    assert not file.fits(OTHER)
    file.close()
    with pytest.raises(wrong.Closed):
        file.fits(PHRASE)
