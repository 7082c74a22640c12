"""Opening a pack whose signature is good: a ZIP in memory, within limits, and nothing in it that could surprise.

Limits: 60 MiB packed, 64 MiB unpacked, 500 files of at most 8 MiB each, none packed to less than a 120th. Names are
small letters, digits, dots, dashes and underscores, at most five levels deep, none that Windows keeps for itself.

Readers of ZIP differ in what they make of bytes before, between and after the files, of names and sizes that are said
twice. So a pack is its files one after the other, their list, and nothing else: whoever unpacks it with another program
sees what this one reads.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from kyr_app.model.text import N_
from kyr_app.updates import troubles

MIB = 1024 * 1024
MOST_PACKED, MOST_UNPACKED, MOST_FILE, MOST_FILES, MOST_RATIO = 60 * MIB, 64 * MIB, 8 * MIB, 500, 120
KINDS = (".json", ".pdf", ".png", ".txt", ".wav")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_KEPT = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_LEVELS, _LONGEST = 5, 160
"""Of a name with its folders: what Windows still takes under a home folder."""
_LOCAL, _LISTED, _END = struct.Struct("<4s5H3L2H"), 46, 22
_FIXED = (1980, 1, 1, 0, 0, 0)
_READ = 64 * 1024


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return files as a ZIP: the same files, the same bytes. Raise `NotAPack` for what would not be opened again."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type, entry.create_system, entry.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o644 << 16,
            )
            archive.writestr(entry, files[name])
    data = held.getvalue()
    unpacked(data)
    return data


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the files of a pack by name. Raise `NotAPack` for the first rule that it breaks."""
    if len(data) > MOST_PACKED:
        raise troubles.no_pack(N_("it is too large."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = dict(_entries(archive))
            _laid_out(data, archive)
            return found
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError) as error:
        raise troubles.no_pack(N_("it is damaged.")) from error
    except (RuntimeError, KeyError, IndexError, OverflowError, MemoryError) as error:
        raise troubles.no_pack(N_("it is packed in a way this program does not read.")) from error


def _entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise troubles.no_pack(N_("it holds too many files."))
    if len({entry.filename for entry in entries}) != len(entries):
        raise troubles.no_pack(N_("a file stands in it twice."))
    names(entry.orig_filename for entry in entries)
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise troubles.no_pack(N_("it is too large."))
    for entry in entries:
        _allowed(entry)
        yield entry.filename, _read(archive, entry)


def names(given: Iterable[str]) -> None:
    """Raise `NotAPack` unless every name is one that each system can have, and none is a folder of another."""
    found = set(given)
    folders = {parent.as_posix() for name in found for parent in PurePosixPath(name).parents}
    if not all(map(_plain, found)) or found & folders:
        raise troubles.no_pack(N_("a name in it is not allowed."))


def _plain(name: str) -> bool:
    parts = name.split("/")
    return (
        len(parts) <= _LEVELS
        and len(name) <= _LONGEST
        and name.endswith(KINDS)
        and all(_NAME.fullmatch(part) and not _KEPT.fullmatch(part) and part[-1] != "." for part in parts)
    )


def _allowed(entry: zipfile.ZipInfo) -> None:
    """Raise `NotAPack` for an entry that is not a plain file of a plain size."""
    mode = entry.external_attr >> 16
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        raise troubles.no_pack(N_("it holds a link."))
    if entry.flag_bits or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise troubles.no_pack(N_("it is packed in a way this program does not read."))
    if entry.file_size > MOST_FILE or entry.file_size > max(entry.compress_size, 1) * MOST_RATIO:
        raise troubles.no_pack(N_("it is too large."))


def _laid_out(data: bytes, archive: zipfile.ZipFile) -> None:
    """Raise `NotAPack` unless the bytes are the files in the order of their list, the list, its end: nothing else."""
    at = listed = 0
    for entry in archive.infolist():
        sign, _, flags, way, *_, check, packed_size, size, named, more = _LOCAL.unpack_from(data, at)
        here = (sign, flags, way, check, packed_size, size, named, more, at)
        name = entry.orig_filename.encode()
        said = (
            entry.flag_bits,
            entry.compress_type,
            entry.CRC,
            entry.compress_size,
            entry.file_size,
            len(name),
        )
        if here != (b"PK\3\4", *said, 0, entry.header_offset) or entry.extra or entry.comment:
            raise troubles.no_pack(N_("it is packed in a way this program does not read."))
        at += _LOCAL.size + len(name) + entry.compress_size
        listed += _LISTED + len(name)
    if archive.comment or archive.start_dir != at or len(data) != at + listed + _END:
        raise troubles.no_pack(N_("it is packed in a way this program does not read."))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return exactly as many bytes as the entry says it has."""
    held = bytearray()
    with archive.open(entry) as file:
        while part := file.read(_READ):
            held += part
            if len(held) > entry.file_size:
                break
    if len(held) != entry.file_size:
        raise troubles.no_pack(N_("it is damaged."))
    return bytes(held)
