"""Each thing that can be wrong with a file has its own error, and none of them gives data away."""

import hashlib
import random
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from kyr_app.store import pingpong, seal, slots
from kyr_app.store import troubles as wrong
from kyr_app.store.families import Opened, found, open_file
from tests.unit.store.words import OTHER, PHRASE

ROOT = Path(__file__).parents[3]


def rewrite(path, place, value, *, repair=True):
    """Put bytes into both headers, and make the checksum right again, as an attacker would."""
    for half in pingpong.halves(path.parent, path.name):
        data = bytearray(half.read_bytes())
        data[place : place + len(value)] = value
        if repair:
            data[992:1024] = hashlib.sha256(data[:992]).digest()
        half.write_bytes(data)


def test_every_error_says_what_to_do_next():
    kinds = [
        kind for kind in vars(wrong).values() if isinstance(kind, type) and issubclass(kind, wrong.KyrError)
    ]
    assert len(kinds) > 20
    for kind in kinds[1:]:
        trouble = kind()
        assert trouble.said
        assert trouble.hint
        assert str(trouble) == kind.__name__


def test_not_there(folder):
    with pytest.raises(wrong.NotAFamilyFile):
        open_file(folder / ("0" * 32), PHRASE)
    assert not list(folder.iterdir())


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7" * 100, bytes(300_000)])
def test_not_a_family_file(folder, content):
    for name in ("paper.pdf", "0" * 32 + ".a"):
        path = folder / name
        path.write_bytes(content)
        with pytest.raises(wrong.NotAFamilyFile):
            open_file(path, PHRASE)


@pytest.mark.parametrize("phrase", ["", OTHER, PHRASE + " x", PHRASE[:-1], "mesa mesa mesa mesa"])
def test_wrong_phrase(closed, phrase):
    with pytest.raises(wrong.WrongPhrase) as caught:
        open_file(closed, phrase)
    assert not str(caught.value).count(" ")
    assert not caught.value.said.values


def test_damaged_header_in_both_halves(closed):
    rewrite(closed, 200, b"\xaa", repair=False)
    with pytest.raises(wrong.DamagedHeader):
        open_file(closed, PHRASE)
    assert found(closed.parent)[0].trouble == wrong.DamagedHeader.SAID


def test_damaged_content_in_both_halves(closed, spoil):
    spoil(closed, 5000)
    spoil(closed, 5000, newest=False)
    with pytest.raises(wrong.DamagedContent):
        open_file(closed, PHRASE)


@pytest.mark.parametrize("left", [0, 7, 8, 500, 1023, 1024, 1025, 100_000, 256 * 1024 - 1])
def test_cut_short(closed, left):
    for half in pingpong.halves(closed.parent, closed.name):
        half.write_bytes(half.read_bytes()[:left])
    expected = wrong.NotAFamilyFile if left < 8 else wrong.CutShort
    with pytest.raises(expected):
        open_file(closed, PHRASE)


@pytest.mark.parametrize(("place", "value"), [(8, 2), (12, 2048), (40, 2), (42, 5), (44, 1)])
def test_made_by_a_newer_version(closed, place, value):
    rewrite(closed, place, struct.pack("<H", value))
    with pytest.raises(wrong.NewerVersion):
        open_file(closed, PHRASE)


def test_one_newer_half_is_reason_enough_to_leave_the_older_one_alone(closed):
    half = closed.with_suffix(".b")
    data = bytearray(half.read_bytes())
    data[8] = 2
    data[992:1024] = hashlib.sha256(data[:992]).digest()
    half.write_bytes(data)
    with pytest.raises(wrong.NewerVersion):
        open_file(closed, PHRASE)


def test_a_newer_minor_version_is_read_and_not_written(file):
    content = file.content()
    file.close()
    for generation in (5, 6):
        newer = seal.seal(content.header, generation, content.key, content.payload.packed())
        head = bytearray(newer[:1024])
        head[10] = 7
        head[992:] = hashlib.sha256(head[:992]).digest()
        plain = seal.unseal(seal.parse(newer), newer, content.key)
        sealed = resealed(bytes(head), content.key, plain)
        file.path.with_suffix(pingpong.half_of(generation)).write_bytes(sealed)
    with open_file(file.path, PHRASE) as again:
        assert again.read_only
        assert again.note
        assert again.rows("people") == [{"name": "Persona de Ejemplo"}]
        with pytest.raises(wrong.NewerVersion):
            again.replace("people", [])
        assert again.rows("people") == [{"name": "Persona de Ejemplo"}]


def resealed(head, key, plain):
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    parsed = seal.parse(head)
    room = parsed.length - 16
    return head + ChaCha20Poly1305(seal._derived(key, parsed.salt, b"payload")).encrypt(
        bytes(12), seal.padded(plain, room), head
    )


def test_a_newer_schema_is_read_and_not_written(file):
    content = file.content()
    payload = b'{"schema":2,"tables":{"people":{"1":{"name":"A"}}},"sittings":[],"what":{"comes":"later"}}'
    file.close()
    for generation in (5, 6):
        half = file.path.with_suffix(pingpong.half_of(generation))
        half.write_bytes(seal.seal(content.header, generation, content.key, payload))
    with open_file(file.path, PHRASE) as again:
        assert again.rows("people") == [{"name": "A"}]
        assert again.read_only
        with pytest.raises(wrong.NewerVersion):
            again.save()


@pytest.mark.parametrize(
    ("t", "m", "p"),
    [
        (11, 32, 1),
        (2**32 - 1, 32, 1),
        (1, 2**20 + 1, 1),
        (1, 2**32 - 1, 1),
        (1, 128, 9),
        (0, 32, 1),
        (1, 7, 1),
    ],
)
def test_hostile_costs_are_refused_before_any_work(closed, monkeypatch, t, m, p):
    rewrite(closed, 128 + 4, struct.pack("<III", t, m, p))
    monkeypatch.setattr(slots, "_key", lambda *_: pytest.fail("the work was done"))
    with pytest.raises(wrong.HostileCosts):
        open_file(closed, PHRASE)


def test_too_little_memory_is_said():
    told = """
import resource, sys
from kyr_app.store.slots import Costs, _key
from kyr_app.store.troubles import NoMemory
resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))
try:
    _key(b"mesa", bytes(32), Costs(3, 1 << 20, 4))
except NoMemory:
    sys.exit(7)
"""
    assert subprocess.run([sys.executable, "-c", told], cwd=ROOT, check=False).returncode == 7


@pytest.mark.parametrize("place", [*range(8), *range(16, 1024, 37)])
def test_a_header_with_a_repaired_checksum_gives_nothing_wrong(closed, place):
    old = open_rows(closed)
    for half in pingpong.halves(closed.parent, closed.name):
        data = bytearray(half.read_bytes())
        data[place] ^= 1
        data[992:1024] = hashlib.sha256(data[:992]).digest()
        half.write_bytes(data)
    try:
        assert open_rows(closed) == old
        assert place >= 992
    except wrong.FamilyError:
        assert place < 992


def open_rows(path):
    with open_file(path, PHRASE) as file:
        return file.rows("people")


def test_random_flips_never_open_the_newest(closed, spoil):
    chance = random.Random(5)  # the same flips each time
    newest = closed.with_suffix(".b")
    good = newest.read_bytes()
    for place in [chance.randrange(len(good)) for _ in range(60)]:
        newest.write_bytes(good)
        spoil(closed, place)
        with open_file(closed, PHRASE) as file:
            assert file.opened is Opened.PREVIOUS
            assert file.generation == 3
            assert file.note
            assert file.rows("people") == [{"name": "Persona de Ejemplo"}]


def test_random_files_are_refused(folder):
    chance = random.Random(7)
    path = folder / ("a" * 32 + ".a")
    for size in [0, 1, 8, 9, 1023, 1024, 1025, 5000] * 8:
        path.write_bytes(seal.MAGIC[: size % 9] + chance.randbytes(size))
        with pytest.raises(wrong.FamilyError):
            open_file(path, PHRASE)


def test_renamed(closed):
    path = closed.parent / "mi archivo.a"
    closed.with_suffix(".a").rename(path)
    with pytest.raises(wrong.Renamed) as caught:
        open_file(path, PHRASE)
    assert caught.value.said.values["name"] == closed.name + ".a"


def test_renamed_to_another_id(closed):
    path = closed.parent / ("f" * 32)
    for half in pingpong.halves(closed.parent, closed.name):
        half.rename(path.with_suffix(half.suffix))
    with pytest.raises(wrong.Renamed):
        open_file(path, PHRASE)


def test_a_link_is_not_followed(closed, tmp_path):
    real = tmp_path / "elsewhere"
    for half in pingpong.halves(closed.parent, closed.name):
        half.rename(real.with_suffix(half.suffix))
        half.symlink_to(real.with_suffix(half.suffix))
    with pytest.raises(wrong.FamilyError):
        open_file(closed, PHRASE)
    with pytest.raises(wrong.NotAFamilyFile):
        open_file(closed.parent / "no", PHRASE)
