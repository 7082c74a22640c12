"""Looks for secrets in bytes: as they are, and inside whatever is packed in them."""

from __future__ import annotations

import base64
import re
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_GZIP = re.compile(rb"\x1f\x8b\x08")
_ZIP = re.compile(rb"PK\x03\x04")
_A85 = re.compile(rb"(?<=stream\n)[!-uz\s]{16,}?~>|(?<=stream\r\n)[!-uz\s]{16,}?~>")
_PDF = re.compile(rb"%PDF-1\.")
_MOST = 8 << 20
"""Bytes unpacked of one stream, at most."""

_DEEP = 4
_ROUND = 160


class Hit(Struct, frozen=True):
    """A secret that was found: where, in which form, inside what, and what stands round it."""

    where: str
    form: str
    inside: str
    offset: int
    near: bytes

    def __str__(self) -> str:
        return f"{self.where} at {self.offset} ({self.form}{f' in {self.inside}' if self.inside else ''})"


def hits(data: bytes, needles: Mapping[bytes, str], where: str = "", inside: str = "") -> Iterator[Hit]:
    """Yield every place of every needle in `data`, also where it is packed, up to four layers deep."""
    layers: deque[tuple[str, bytes]] = deque([(inside, data)])
    while layers:
        what, layer = layers.popleft()
        for needle, form in needles.items():
            at = layer.find(needle)
            while at >= 0:
                yield Hit(where, form, what, at, bytes(layer[max(at - _ROUND, 0) : at + _ROUND]))
                at = layer.find(needle, at + 1)
        if what.count(">") + bool(what) < _DEEP:
            layers += [(f"{what} > {how}" if what else how, part) for how, part in unpacked(layer)]


def unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what unpacks from anywhere in `data`: zlib, gzip, ZIP, the streams and the text of PDFs."""
    for how, mark, bits in (("zlib", _ZLIB, 15), ("gzip", _GZIP, 31)):
        for found in mark.finditer(data):
            if part := _inflated(data, found.start(), bits):
                yield how, part
    for found in _ZIP.finditer(data):
        head = data[found.start() : found.start() + 30]
        if len(head) == 30 and head[8:10] == b"\x08\x00":
            names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
            if part := _inflated(data, found.start() + 30 + names, -15):
                yield "ZIP", part
    for found in _A85.finditer(data):
        try:
            yield "ASCII85", base64.a85decode(found.group().strip()[:-2])
        except ValueError:
            continue
    yield from _pdf_texts(data)


def _inflated(data: bytes, start: int, bits: int) -> bytes:
    """Return what unpacks from `start`, also where the stream breaks off; nothing where it is no stream at all."""
    machine = zlib.decompressobj(bits)
    made = b""
    try:
        made = machine.decompress(data[start : start + 512], _MOST)
        made += machine.decompress(machine.unconsumed_tail + data[start + 512 : start + _MOST], _MOST)
    except zlib.error:
        pass
    return made if len(made) >= 6 else b""


def _pdf_texts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the words of each PDF in `data` as a reader sees them: letters may be renumbered in the file."""
    for found in _PDF.finditer(data):
        end = data.find(b"%%EOF", found.start())
        if end < 0:
            continue
        while (more := data.find(b"%%EOF", end + 5, end + 4096)) > 0:
            end = more
        if text := _read(data[found.start() : end + 6]):
            yield "text of a PDF", text.encode()


def _read(pdf: bytes) -> str:
    import pypdfium2  # noqa: PLC0415 (only where a PDF was found)

    try:
        paper = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return ""
    with paper:
        said = [page.get_textpage().get_text_range() for page in paper]
        facts = paper.get_metadata_dict()
    return "\n".join([*said, *facts.values()])


def tree(
    folders: Iterable[Path], needles: Mapping[bytes, str], since: float = 0
) -> tuple[list[Hit], int, int]:
    """Scan names and contents below folders, of files written since then. Return hits, files, bytes."""
    found: list[Hit] = []
    files = size = 0
    for path in sorted({path for folder in folders for path in below(folder)}):
        found += hits(str(path).encode("utf-8", "surrogateescape"), needles, "a file name")
        try:
            about = path.lstat()
            if not path.is_symlink() and path.is_file() and max(about.st_mtime, about.st_ctime) >= since:
                data = path.read_bytes()
                found += hits(data, needles, str(path))
                files, size = files + 1, size + len(data)
        except OSError:
            continue
    return found, files, size


def below(folder: Path) -> Iterator[Path]:
    """Yield all that is in a folder, without following links or leaving its volume."""
    try:
        volume = folder.lstat().st_dev
        inside = sorted(folder.iterdir())
    except OSError:
        return
    for path in inside:
        yield path
        try:
            if path.is_dir() and not path.is_symlink() and path.lstat().st_dev == volume:
                yield from below(path)
        except OSError:
            continue
