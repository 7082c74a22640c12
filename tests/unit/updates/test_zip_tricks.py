"""A ZIP that two programs would read differently is refused, also where it is signed: one reading, or none."""

import io
import struct
import zipfile

import pytest

from kyr_app.updates import archive
from kyr_app.updates.troubles import NotAPack
from kyr_app.updates.trust import Known, accept
from tests.unit.updates.simulator import KEYS, Simulator, zipped

FILES = {"a.json": b"{}" * 40, "b.json": b"[]" * 40}
GOOD = archive.packed(FILES)
LISTED = GOOD.index(b"PK\1\2")
END = GOOD.index(b"PK\5\6")
SECOND = GOOD.index(b"PK\3\4", 1)


def at(data, place, shape, value):
    """Return the bytes with a number written at a place."""
    changed = bytearray(data)
    struct.pack_into(shape, changed, place, value)
    return bytes(changed)


def end(data, start, size, *, count=2, comment=b""):
    """Return the bytes with an end of the list that says where it begins."""
    return data + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, size, start, len(comment)) + comment


def moved(data, by):
    """Return a list of files in which every file begins later by so many bytes."""
    changed, place = bytearray(data), 0
    while place < len(data):
        offset, named = (
            struct.unpack_from("<L", data, place + 42)[0],
            struct.unpack_from("<H", data, place + 28)[0],
        )
        struct.pack_into("<L", changed, place + 42, offset + by)
        place += 46 + named
    return bytes(changed)


def hidden():
    """Return a ZIP with a file between the others that its list does not name."""
    spare = archive.packed({"evil.json": b"{}"})
    spare = spare[: spare.index(b"PK\1\2")]
    data = spare + GOOD[:LISTED]
    return end(data + moved(GOOD[LISTED:END], len(spare)), len(data), END - LISTED)


def twice_said():
    """Return a ZIP whose list calls a file what the file itself does not."""
    return GOOD[:LISTED] + GOOD[LISTED:].replace(b"a.json", b"c.json")


def zip64():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made, made.open("a.json", "w", force_zip64=True) as file:
        file.write(b"{}")
    return held.getvalue()


def streamed():
    """Return a ZIP whose sizes stand behind the files, as from a pipe."""

    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def tell(self):
            raise OSError

    held = Pipe()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("a.json", b"{}")
    return held.getvalue()


def with_extra(where):
    entry = zipfile.ZipInfo("a.json")
    if where == "extra":
        entry.extra = b"ux\4\0abcd"
    else:
        entry.comment = b"hello"
    return zipped([(entry, b"{}")])


SPARE = b"PK\3\4" + b"x" * 40
TRICKS = {
    "bytes before": SPARE + GOOD,
    "bytes before, offsets mended": end(
        SPARE + GOOD[:LISTED] + moved(GOOD[LISTED:END], len(SPARE)), LISTED + len(SPARE), END - LISTED
    ),
    "bytes behind": GOOD + b"x",
    "a program before": b"#!/bin/sh\nexit\n" + GOOD,
    "a second ZIP behind": GOOD + archive.packed({"c.json": b"{}"}),
    "a second ZIP before": archive.packed({"c.json": b"{}"}) + GOOD,
    "a comment": end(GOOD[:END], LISTED, END - LISTED, comment=b"hello"),
    "a comment that is another end": end(GOOD[:END], LISTED, END - LISTED, comment=GOOD[END:]),
    "a gap before the list": end(GOOD[:LISTED] + b"gap" + GOOD[LISTED:END], LISTED + 3, END - LISTED),
    "a file that is not in the list": hidden(),
    "a list that leaves a file out": end(GOOD[:END], LISTED, END - LISTED, count=1),
    "another name in the list": twice_said(),
    "another size at the file": at(GOOD, 22, "<L", 79),
    "another packed size at the file": at(GOOD, 18, "<L", 5),
    "another check at the file": at(GOOD, 14, "<L", 1),
    "another way at the file": at(GOOD, 8, "<H", 0),
    "encrypted at the file": at(GOOD, 6, "<H", 1),
    "encrypted in the list": at(GOOD, LISTED + 8, "<H", 1),
    "encrypted in both": at(at(GOOD, 6, "<H", 1), LISTED + 8, "<H", 1),
    "strongly encrypted": at(at(GOOD, 6, "<H", 0x41), LISTED + 8, "<H", 0x41),
    "patched": at(at(GOOD, 6, "<H", 0x20), LISTED + 8, "<H", 0x20),
    "two files at one place": at(GOOD, LISTED + 46 + 6 + 42, "<L", 0),
    "files in another order": end(
        GOOD[:LISTED] + GOOD[LISTED + 52 : END] + GOOD[LISTED : LISTED + 52], LISTED, END - LISTED
    ),
    "larger numbers": zip64(),
    "sizes behind": streamed(),
    "more at the file": with_extra("extra"),
    "a comment of a file": with_extra("comment"),
    "on another disk": at(GOOD, END + 4, "<H", 1),
    "nothing at all": end(b"", 0, 0, count=0),
}


@pytest.mark.parametrize("name", TRICKS)
def test_a_trick_is_refused_though_it_is_signed(name):
    data = TRICKS[name]
    with pytest.raises(NotAPack):
        accept(data, Simulator().signed(data), KEYS, Known())


def test_the_tricks_are_made_of_what_is_taken_as_it_is():
    assert archive.unpacked(GOOD) == FILES
    assert end(GOOD[:END], LISTED, END - LISTED) == GOOD
    assert zipfile.ZipFile(io.BytesIO(hidden())).namelist() == ["a.json", "b.json"]
    assert GOOD[SECOND + 30 :].startswith(b"b.json")


RESERVED = ("con", "prn", "aux", "nul", "com0", "com1", "com9", "lpt0", "lpt9")


@pytest.mark.parametrize("word", RESERVED)
@pytest.mark.parametrize("shape", ["{}.json", "{}.tar.json", "a/{}.json", "{}/a.json", "a/{}.x/b.json", "{}"])
def test_names_that_windows_keeps_for_itself(word, shape):
    with pytest.raises(NotAPack):
        archive.names([shape.format(word)])


@pytest.mark.parametrize(
    "names",
    [
        ["A.json"],  # on a stick the same as a.json
        ["a.JSON"],
        ["a.json."],
        ["a.json "],
        [" a.json"],
        ["a./b.json"],
        ["a /b.json"],
        ["a.json", "a.json/b.json"],  # a file that is a folder too
        ["a/b.json", "a/b.json/c.json"],
        ["ma\u00f1ana.json"],
        ["man\u0303ana.json"],  # the same letters, put together in another way
        ["\uff41.json"],  # wide letters, which some systems make narrow
        ["a\u200b.json"],
        ["a.json:b.json"],  # a stream of NTFS
        ["a~1/$data.json"],
        [".json"],
        ["-rf.json"],
        ["a//b.json"],
        ["./a.json"],
        ["a/./b.json"],
        ["a/../a.json"],
        ["~/a.json"],
        ["a\\b.json"],
        ["a" * 65 + ".json"],
        ["/".join(["a" * 60] * 3) + "/b.json"],  # each part is short enough, and the whole is not
        ["a/b/c/d/e/f.json"],
        ["a.json\n"],
        [""],
        ["/"],
    ],
)
def test_names_that_are_not_the_same_everywhere(names):
    with pytest.raises(NotAPack):
        archive.names(names)


def test_names_of_packs_are_taken():
    archive.names(
        ["library.json", "words/pt-br.json", "voice/mam/turn-in/first_1.wav", "a..b.json", "console.json"]
    )
