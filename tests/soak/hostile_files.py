"""Files that were cut, mixed up, made up, or changed on purpose; words that are not the right ones."""

from __future__ import annotations

import random
import resource
import struct
from collections import Counter
from collections.abc import Iterator

from kyr_app.store import families, phrases, seal, slots
from kyr_app.store.families import Opened
from tests.soak.disks import FakeDisk
from tests.soak.flips import FOLDER, flipped, made, newest_alone, opening, repaired, row, small_files, tell
from tests.soak.outcome import Row, Scale
from tests.soak.samples import OTHER, PHRASE
from tests.soak.samples import rows as sample

_SLOT = struct.Struct("<HHIII")
_SLOTS_AT, _SLOT_BYTES = 128, slots.SLOT_BYTES


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    rng = random.Random(11)
    with small_files():
        disk, path = made()
        name, data = newest_alone(disk, path)
        yield _cut(name, data, scale)
        yield _sectors(name, data, scale.of(3000, 100), rng)
        yield _spliced(disk, name, data, rng)
        yield _future(name, data)
        yield _costs(name, data)
        yield _made_up(name, data, scale.of(10_000, 300), rng)
        yield _wrong(name, data, scale.of(500, 60), rng)
        yield _previous(disk, name, data, scale.of(5000, 200), rng)


def _cut(name: str, data: bytes, scale: Scale) -> Row:
    found = Counter[str]()
    for length in range(0, len(data), scale.of(1, 499)):
        tell(found, opening(name, data[:length]))
    return row("Cut short", "at every length, the other half gone", found, "lengths")


def _sectors(name: str, data: bytes, times: int, rng: random.Random) -> Row:
    found = Counter[str]()
    for _ in range(times):
        changed = bytearray(data)
        for _ in range(rng.randint(1, 5)):
            start = rng.randrange(len(data) // 512) * 512
            changed[start : start + 512] = rng.choice((bytes(512), rng.randbytes(512), b"\xff" * 512))
        if changed != data:
            tell(found, opening(name, bytes(changed)))
    return row("Bad sectors", "one to five are zero, ones or garbage", found, "files")


def _spliced(disk: FakeDisk, name: str, data: bytes, rng: random.Random) -> Row:
    """Mix two generations, and two files; move and swap slots, the checksum repaired each time."""
    found, head = Counter[str](), seal.HEADER_BYTES
    older = next(each for other, each in disk.files.items() if other != name and other[-2:] in {".a", ".b"})
    other_disk, other_path = made()
    _, foreign = newest_alone(other_disk, other_path)
    for first, second in ((data, older), (older, data), (data, foreign), (foreign, data)):
        tell(found, opening(name, first[:head] + second[head:]))
        tell(found, opening(name, repaired(first[:head]) + second[head:]))
        at = rng.randrange(head + 1, len(data))
        tell(found, opening(name, first[:at] + second[at:]))
    tell(found, opening(name, foreign))
    slot = data[_SLOTS_AT : _SLOTS_AT + _SLOT_BYTES]
    for number in (1, 2, 3):
        at = _SLOTS_AT + number * _SLOT_BYTES
        moved = data[:_SLOTS_AT] + bytes(_SLOT_BYTES) + data[_SLOTS_AT + _SLOT_BYTES : at] + slot
        tell(found, opening(name, repaired(moved + data[at + _SLOT_BYTES :])))
    theirs = foreign[_SLOTS_AT : _SLOTS_AT + _SLOT_BYTES]
    tell(found, opening(name, repaired(data[:_SLOTS_AT] + theirs + data[_SLOTS_AT + _SLOT_BYTES :])))
    return row(
        "Spliced", "halves of two generations, of two families; slots moved and swapped", found, "files"
    )


def _future(name: str, data: bytes) -> Row:
    found = Counter[str]()
    for place, shape, value in (
        (8, "<H", 2),
        (8, "<H", 0),
        (12, "<I", 2048),
        (40, "<H", 2),
        (42, "<H", 8),
        (44, "<I", 1),
        (44, "<I", 1 << 31),
    ):
        changed = bytearray(data)
        struct.pack_into(shape, changed, place, value)
        tell(found, opening(name, repaired(bytes(changed))))
    wrong = found.total() - found["NewerVersion"]
    made_row = row(
        "Made by a newer version", "major, header, suite, slots, flags of the future", found, "files"
    )
    return Row(**{**_fields(made_row), "bad": wrong})


def _fields(made_row: Row) -> dict[str, object]:
    return {name: getattr(made_row, name) for name in made_row.__struct_fields__}


def _costs(name: str, data: bytes) -> Row:
    """Ask for absurd work: it must be refused before any of the memory or the time is spent."""
    found = Counter[str]()
    before = resource.getrusage(resource.RUSAGE_SELF)
    for t, m, p in (
        (0, 32, 1),
        (11, 64, 1),
        (2**32 - 1, 64, 1),
        (1, 2**32 - 1, 1),
        (1, 1024 * 1024 + 1, 1),
        (1, 64, 9),
        (1, 64, 2**32 - 1),
        (1, 7, 1),
        (1, 0, 1),
        (1, 64, 0),
        (3, 63, 8),
    ):
        changed = bytearray(data)
        _SLOT.pack_into(changed, _SLOTS_AT, 1, 0, t, m, p)
        tell(found, opening(name, repaired(bytes(changed))))
    after = resource.getrusage(resource.RUSAGE_SELF)
    grown = (after.ru_maxrss - before.ru_maxrss) // 1024
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    made_row = row("Hostile costs", "t, m and p of the slot far too high, too low, or zero", found, "files")
    over = int(grown > 64) + int(seconds > 2)
    result = f"{made_row.result}; {grown} MiB and {seconds:.2f} s at most"
    return Row(**{**_fields(made_row), "bad": made_row.bad + over, "result": result})


def _made_up(name: str, data: bytes, times: int, rng: random.Random) -> Row:
    found = Counter[str]()
    for number in range(times):
        size = rng.choice((0, 1, 7, 8, 1023, 1024, 1025, 4096, rng.randrange(len(data))))
        made_up = rng.randbytes(size)
        if number % 3 == 1:
            made_up = data[:8] + made_up[8:]
        elif number % 3 == 2 and size >= seal.HEADER_BYTES:
            made_up = repaired(data[: rng.choice((8, 48, 128))].ljust(len(made_up), b"\x01")[: len(made_up)])
        tell(found, opening(name, made_up))
    return row(
        "Made up", "random files, some with our first bytes, some with a right checksum", found, "files"
    )


def _wrong(name: str, data: bytes, times: int, rng: random.Random) -> Row:
    """Try words that are wrong by much or by one letter; the same words as somebody else types them must open."""
    found, right = Counter[str](), PHRASE.split()
    for number in range(times):
        if number % 4 == 0:
            tried = phrases.new_phrase("es" if number % 8 else "en")
        elif number % 4 == 1:
            tried = " ".join(rng.sample(right, len(right) - 1))
        elif number % 4 == 2:
            letters = list(PHRASE)
            at = rng.choice([place for place, letter in enumerate(letters) if letter.isalpha()])
            letters[at] = rng.choice([each for each in "bdfghjklq" if each != letters[at]])
            tried = "".join(letters)
        else:
            tried = f"{OTHER} {number}"
        disk = FakeDisk({name: data})
        tell(found, lambda tried=tried, disk=disk: families.open_file(FOLDER / name, tried, disk=disk))
    wrong = found.total() - found["WrongPhrase"]
    for same in (
        PHRASE.upper(),
        PHRASE.replace("í", "i"),
        f"  {PHRASE.replace(' ', '   ')} ",
        PHRASE.title(),
    ):
        disk = FakeDisk({name: data})
        forgiven = Counter[str]()
        tell(forgiven, lambda same=same, disk=disk: families.open_file(FOLDER / name, same, disk=disk))
        wrong += 1 - forgiven["DATA RETURNED"]
    made_row = row(
        "Wrong words", "one word or one letter off; accents, capitals, spaces forgiven", found, "tries"
    )
    return Row(**{**_fields(made_row), "bad": wrong})


def _previous(disk: FakeDisk, name: str, data: bytes, times: int, rng: random.Random) -> Row:
    """Damage the newest generation: the previous one opens, and says so."""
    found = Counter[str]()
    for number in range(times):
        how = number % 4
        changed: bytes | None = flipped(data, rng.randrange(len(data) * 8))
        if how == 1:
            changed = data[: rng.randrange(len(data))]
        elif how == 2:
            start = rng.randrange(len(data) // 512) * 512
            changed = data[:start] + rng.randbytes(512) + data[start + 512 :]
        files = {**disk.files, name: changed or b""}
        if how == 3 and number % 20 == 3:
            del files[name]
        try:
            with families.open_file(FOLDER / name, PHRASE, disk=FakeDisk(files)) as file:
                flagged = file.opened is Opened.PREVIOUS and file.note is not None
                right = file.rows("answers") == sample(1, large=False)
            found["previous, flagged" if flagged and right else "WRONG"] += 1
        except Exception as error:  # noqa: BLE001 (whatever it is, it is what this test is for)
            found[f"CRASH {type(error).__name__}"] += 1
    return row("Newest generation damaged", "bits, cuts, sectors; sometimes the half is gone", found, "files")
