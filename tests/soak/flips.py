"""Every bit of a family file turned, one at a time: nothing of it may be taken for good, and nothing may crash."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kyr_app.model.errors import KyrError
from kyr_app.store import families, phrases, seal, slots
from tests.soak.disks import FakeDisk
from tests.soak.outcome import Row, Scale, words
from tests.soak.samples import PHRASE
from tests.soak.samples import rows as sample

FOLDER = Path("/stick")
SMALL = 64 * 1024
_GENERATION = slice(32, 40)
_CHECKED = seal.HEADER_BYTES - 32


@contextmanager
def small_files() -> Iterator[None]:
    """Let files be 64 KiB: the same layout, four times as many of them in the time."""
    before = seal.bucket.__defaults__
    seal.bucket.__defaults__ = (SMALL,)
    try:
        yield
    finally:
        seal.bucket.__defaults__ = before


def made() -> tuple[FakeDisk, Path]:
    """Return a disk with a family file of two good generations, and its path."""
    disk = FakeDisk()
    file = families.create(FOLDER, PHRASE, costs=slots.cheap(), disk=disk)
    for number in (1, 2):
        file.replace("answers", sample(number, large=False))
    file.close()
    return disk, file.path


def newest_alone(disk: FakeDisk, path: Path) -> tuple[str, bytes]:
    """Return the name and the bytes of the half that holds the newest generation."""
    halves = [str(path.with_suffix(ending)) for ending in (".a", ".b")]
    name = max(halves, key=lambda each: struct.unpack("<Q", disk.files[each][_GENERATION]))
    return name, disk.files[name]


def repaired(data: bytes) -> bytes:
    """Return a file whose header's checksum is right again: what somebody does who knows the layout."""
    import hashlib  # noqa: PLC0415

    return data[:_CHECKED] + hashlib.sha256(data[:_CHECKED]).digest() + data[seal.HEADER_BYTES :]


def flipped(data: bytes, bit: int) -> bytes:
    """Return bytes with one bit turned."""
    changed = bytearray(data)
    changed[bit >> 3] ^= 1 << (bit & 7)
    return bytes(changed)


def tell(found: Counter[str], act: Callable[[], object]) -> None:
    """Count how an attempt ends: with an error of ours by its name, with data, or with a crash."""
    try:
        act()
    except KyrError as error:
        found[type(error).__name__] += 1
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what this test is for)
        found[f"CRASH {type(error).__name__}"] += 1
    else:
        found["DATA RETURNED"] += 1


def bad(found: Counter[str]) -> int:
    """Return how many attempts came to data or to a crash."""
    return sum(count for kind, count in found.items() if kind.isupper() or kind.startswith("CRASH"))


def opening(name: str, data: bytes) -> Callable[[], object]:
    """Return the whole way to open a file of which only this half is there."""
    return lambda: families.open_file(Path(name), PHRASE, disk=FakeDisk({name: data})).rows("answers")


def row(test: str, done: str, found: Counter[str], unit: str = "") -> Row:
    """Return a row of counted endings."""
    return Row(test=test, done=done, count=found.total(), unit=unit, bad=bad(found), result=words(found))


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    with small_files():
        name, data = newest_alone(*made())
        yield _content(data, scale)
        yield _header(name, data, scale)
        yield _repaired(name, data, scale)
    yield _whole_way(scale)


def _content(data: bytes, scale: Scale) -> Row:
    header = seal.parse(data)
    key = seal.unlock(header, phrases.normal(PHRASE))
    seal.unseal(header, data, key)  # it opens as it is: what follows would prove nothing otherwise
    found, work = Counter[str](), bytearray(data)
    for bit in range(seal.HEADER_BYTES * 8, len(data) * 8, scale.of(1, 97)):
        work[bit >> 3] ^= 1 << (bit & 7)
        tell(found, lambda: seal.unseal(header, work, key))
        work[bit >> 3] ^= 1 << (bit & 7)
    return row("Every bit of the content", "one bit turned in a file of 64 KiB, the right key", found, "bits")


def _header(name: str, data: bytes, scale: Scale) -> Row:
    found = Counter[str]()
    for bit in range(0, seal.HEADER_BYTES * 8, scale.of(1, 7)):
        tell(found, opening(name, flipped(data, bit)))
    return row("Every bit of the header", "opened with the right words", found, "bits")


def _repaired(name: str, data: bytes, scale: Scale) -> Row:
    found = Counter[str]()
    for bit in range(0, _CHECKED * 8, scale.of(1, 11)):
        tell(found, opening(name, repaired(flipped(data, bit))))
    return row(
        "Every bit of the header, checksum repaired", "as somebody would who knows the layout", found, "bits"
    )


def _whole_way(scale: Scale) -> Row:
    name, data = newest_alone(*made())
    found = Counter[str]()
    for bit in range(3, len(data) * 8, scale.of(211, 9001)):
        tell(found, opening(name, flipped(data, bit)))
    done = "a file as large as they ship, opened as the program does"
    return row("Bits all over a whole file", done, found, "bits")
