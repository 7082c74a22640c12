"""Version 1, byte for byte, as the design has it: a file of today is opened by every program to come."""

import hashlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyr_app.store import families, pingpong, seal, slots
from kyr_app.store.sealed_file import Unsealed
from kyr_app.store.slots import SHIPPED, Costs
from tests.unit.store.words import PHRASE

KIB = 1024


def header(path):
    return path.with_suffix(".b").read_bytes()[:1024]


def test_shipped_costs_are_those_of_the_design():
    assert Costs(t=3, m=128 * KIB, p=4) == SHIPPED


def test_shipped_costs_are_what_create_uses(folder):
    with families.create(folder, PHRASE) as file:
        assert file.slots() == (slots.Slot(0, slots.Kind.FAMILY, SHIPPED),)
    assert struct.unpack_from("<HHIII", header(file.path), 128) == (1, 0, 3, 128 * KIB, 4)
    with families.open_file(file.path, PHRASE) as again:
        assert again.opened is families.Opened.NEWEST


@pytest.mark.parametrize(
    "costs", [Costs(2, 128 * KIB, 4), Costs(3, 63 * KIB, 4), Costs(3, 128 * KIB, 0), Costs(11, 64 * KIB, 4)]
)
def test_nothing_below_the_floor_is_made(folder, costs):
    with pytest.raises(ValueError, match="costs"):
        families.create(folder, PHRASE, costs=costs)
    assert not list(folder.iterdir())


def test_header(closed):
    data = header(closed)
    magic, major, minor, size = struct.unpack_from("<8sHHI", data)
    assert (magic.hex(), major, minor, size) == ("8946564c540d0a1a", 1, 0, 1024)
    assert data[16:32].hex() == closed.name
    assert struct.unpack_from("<Q", data, 32) == (4,)
    assert struct.unpack_from("<HHI", data, 40) == (1, 4, 0)
    assert struct.unpack_from("<Q", data, 80) == (256 * KIB - 1024,)
    assert data[120:128] == bytes(8)
    assert data[128 + 4 * 192 : 992] == bytes(96)
    assert data[992:] == hashlib.sha256(data[:992]).digest()


def test_salt_is_new_each_save_and_the_commitment_is_not(file):
    first = header(file.path)
    file.save()
    file.save()
    second = header(file.path)
    assert first[48:80] != second[48:80]
    assert first[88:120] == second[88:120] != bytes(32)


def test_both_halves_are_made_at_once_at_256_kib(folder):
    with families.create(folder, PHRASE, costs=slots.cheap()) as file:
        sizes = {half.suffix: half.stat().st_size for half in pingpong.halves(folder, file.id)}
        assert sizes == {".a": 256 * KIB, ".b": 256 * KIB}
        assert file.generation == 2
        assert {half.stat().st_mode & 0o777 for half in folder.iterdir()} == {0o600}


def test_odd_generations_go_to_a_and_even_ones_to_b(file):
    for generation in range(4, 10):
        before = {half: half.read_bytes() for half in pingpong.halves(file.folder, file.id)}
        file.save()
        changed = [half.suffix for half, data in before.items() if half.read_bytes() != data]
        assert (file.generation, changed) == (generation, [".a" if generation % 2 else ".b"])


def test_nothing_readable_is_in_the_file(closed):
    data = b"".join(half.read_bytes() for half in pingpong.halves(closed.parent, closed.name))
    assert b"Persona" not in data
    assert b"people" not in data


@pytest.mark.parametrize(
    ("size", "padded"),
    [
        (1, 64),
        (64 * KIB, 64),
        (64 * KIB + 1, 128),
        (400 * KIB, 512),
        (1024 * KIB, 1024),
        (1024 * KIB + 1, 2048),
    ],
)
def test_buckets(size, padded):
    assert seal.bucket(size, 0) == padded * KIB


def test_a_family_file_is_never_shorter_than_256_kib():
    assert seal.bucket(1) == 256 * KIB


def test_growing_and_shrinking_keeps_the_content(file):
    for letters in (10, 300_000, 1_200_000, 10):
        file.replace("story", [{"text": "ñ" * letters}])
        newest = file.path.with_suffix(pingpong.half_of(file.generation))
        assert newest.stat().st_size == seal.bucket(2 * letters + 2 * KIB)
        assert len(file.rows("story")[0]["text"]) == letters


@given(st.binary(max_size=5000))
def test_padding_comes_off_again(content):
    assert seal.unpadded(seal.padded(content, 6000)) == content
    assert len(seal.padded(content, 6000)) == 6000


def test_a_slot_moved_to_another_place_opens_nothing(file):
    head = seal.parse(header(file.path))
    moved = seal.with_slot(seal.with_slot(head, 0, slots.empty()), 1, head.slots[0])
    with pytest.raises(seal.WrongPhrase):
        seal.unlock(moved, PHRASE.encode())


def test_content_of_another_generation_does_not_fit(file):
    file.save()
    old, new = (half.read_bytes() for half in pingpong.halves(file.folder, file.id))
    spliced = old[:1024] + new[1024:]
    with pytest.raises(seal.DamagedContent):
        seal.unseal(seal.parse(spliced), spliced, file.content().key)


def test_nothing_of_it_shows_when_it_is_printed(file):
    content = file.content()
    unsealed = Unsealed(file.path, content.header, content.key, content.payload)
    shown = f"{file!r} {content!r} {content.payload!r} {unsealed!r}"
    assert "Persona" not in shown
    assert repr(content.key) not in shown
    assert content.key.hex() not in shown
