"""The tools of the soak tests: a scan, a model of a disk and a table that can each be seen to work."""

import base64
import gzip
import io
import random
import zipfile
import zlib

import pytest

from tests.soak import needles, scan
from tests.soak.__main__ import report, table
from tests.soak.disks import FakeDisk, Op
from tests.soak.flips import flipped
from tests.soak.outcome import Row
from tests.soak.powercut import Kind, Shelf

CANARIES = needles.Canaries("Qutinañémipux", "000481516")
WORD = CANARIES.word("typed")


def zipped(data):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        copy.writestr("a", data * 3)
    return made.getvalue()


FORMS = {
    **{f"form {number}": form for number, form in enumerate(needles.forms(WORD))},
    "in zlib": zlib.compress(WORD.encode()),
    "in gzip": gzip.compress(WORD.encode("utf-16-le")),
    "in a ZIP": zipped(WORD.encode()),
    "gzip in zlib": zlib.compress(gzip.compress(WORD.encode())),
    "a PDF stream": b"stream\n" + base64.a85encode(zlib.compress(WORD.encode())) + b"~>endstream",
    "base64 of a sentence": base64.b64encode(f"Me llamo {WORD} y".encode()),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("before", [b"", b"\0\xff\n", b"x" * 4095])
def test_a_secret_is_found_in_every_form(form, before):
    found = list(scan.hits(before + form + b"\x01tail", needles.hunted(CANARIES)))
    assert found


def test_where_there_is_none_none_is_found():
    clean = random.Random(1).randbytes(1 << 20) + zlib.compress(b"nothing " * 99) + b"Quti nada 000 481 516"
    assert not list(scan.hits(clean, needles.hunted(CANARIES)))


def test_secrets_are_new_each_time():
    assert needles.fresh() != needles.fresh()


def test_a_stream_that_breaks_off_is_still_looked_into():
    whole = zlib.compress(WORD.encode() + random.Random(2).randbytes(5000))
    assert list(scan.hits(whole[:2000], needles.hunted(CANARIES)))


def states(kind, *ops):
    shelf = Shelf(kind)
    for op in ops:
        shelf.do(op)
    return list(shelf.cuts(random.Random(3), 300))


MADE = (Op("create", "/s/x"), Op("write", "/s/x", 0, b"a" * 1500))
SYNCED = (*MADE, Op("sync", "/s/x"), Op("sync-folder", "/s"))


@pytest.mark.parametrize("kind", Kind)
def test_what_was_synced_stays(kind):
    assert all(found == {"/s/x": b"a" * 1500} for found in states(kind, *SYNCED))


@pytest.mark.parametrize("kind", Kind)
def test_what_was_not_synced_may_be_absent_whole_or_torn(kind):
    found = states(kind, *SYNCED, Op("write", "/s/x", 0, b"b" * 1500))
    contents = {each["/s/x"] for each in found}
    assert {b"a" * 1500, b"b" * 1500} <= contents
    assert b"b" * 512 + b"a" * 988 in contents
    assert any(b"\0" in each for each in contents) is (kind is Kind.FAT)


@pytest.mark.parametrize(
    ("kind", "lost"), [(Kind.JOURNALLED, False), (Kind.UNORDERED, True), (Kind.FAT, True)]
)
def test_a_name_may_go_where_its_folder_was_not_synced(kind, lost):
    assert ({} in states(kind, *MADE, Op("sync", "/s/x"))) is lost


def test_a_disk_in_memory_tells_what_was_asked_of_it(tmp_path):
    disk = FakeDisk()
    handle = disk.open(tmp_path / "x", new=True)
    disk.pwrite(handle, b"hello", 2)
    disk.truncate(handle, 4)
    disk.fsync(handle)
    assert [op.what for op in disk.log] == ["create", "write", "size", "sync"]
    assert disk.read(tmp_path / "x", 9) == b"\0\0he"


def test_one_bit_is_one_bit():
    assert flipped(b"\0\0", 9) == b"\0\x02"


def test_a_row_is_bad_where_something_bad_was_seen_and_a_control_where_nothing_was():
    good, bad = Row(test="a", done="b", count=3), Row(test="a", done="b", count=3, bad=1)
    blind = Row(test="a", done="b", count=3, control=True)
    seeing = Row(test="a", done="b", count=3, bad=1, control=True)
    assert [row.passed for row in (good, bad, blind, seeing)] == [True, False, False, True]
    assert not Row(test="a", done="b").passed  # nothing was tried
    assert Row(test="a", done="b", not_here="no Windows").passed


def test_the_table_says_what_was_not_tried_and_what_was_blind():
    rows = [
        Row(test="one", done="x|y", count=1500, unit="kills", result="0 lost"),
        Row(test="two", done="x", not_here="no root"),
        Row(test="three", done="x", count=2, control=True),
    ]
    said = report(rows, short=True, seconds=3.2)
    assert "| one | x¦y | 1,500 kills | 0 | 0 lost | 0.0 | ok |" in said
    assert "*not tried here: no root*" in said
    assert "**NOT SEEN: the test is blind**" in said
    assert len(table(rows)) == 5
