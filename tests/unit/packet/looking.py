"""Looking at a packet from outside: with poppler and Qt, not with what made it."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

from kyr_app.documents.packet.layout import MARGIN, SHEET, STAMP

DPI = 36
_PALE = 170


def texts(pdf: bytes) -> list[str]:
    """Return the text of each page, as poppler reads it."""
    made = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return made.stdout.decode().split("\f")[:-1]


def rendered(pdf: bytes, folder: Path) -> list[Image.Image]:
    """Return each page as a picture in shades of grey."""
    (folder / "look.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-r", str(DPI), "-gray", "look.pdf", "look"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert done.stderr == b"", done.stderr.decode()
    found = sorted(folder.glob("look-*.pgm"), key=lambda path: int(re.findall(r"\d+", path.stem)[-1]))
    pages: list[Image.Image] = [Image.open(BytesIO(path.read_bytes())) for path in found]
    for path in found:
        path.unlink()
    return pages


def ink(page: Image.Image) -> tuple[float, float, float, float] | None:
    """Return where there is ink, in points from the top left corner."""
    box = page.convert("L").point(lambda level: 255 if level < _PALE else 0).getbbox()
    scale = 72 / DPI
    return None if box is None else tuple(each * scale for each in box)  # type: ignore[return-value]


def parts(page: Image.Image) -> tuple[Image.Image, Image.Image]:
    """Return a page without the band of its stamps, and that band alone."""
    top = round((SHEET[1] - STAMP - 14) * DPI / 72)
    bottom = round((SHEET[1] - STAMP + 8) * DPI / 72)
    band = page.crop((0, top, page.width, bottom))
    rest = page.copy()
    rest.paste(255, (0, top, page.width, bottom))
    return rest, band


def strays(page: Image.Image, slack: float = 3.0) -> str:
    """Return what is wrong with a page: content outside of the margins, or no stamp; else nothing."""
    rest, band = parts(page)
    content = ink(rest)
    if content is not None:
        left, top, right, bottom = content
        inside = (
            left >= MARGIN - slack
            and top >= MARGIN - slack
            and right <= SHEET[0] - MARGIN + slack
            and bottom <= SHEET[1] - MARGIN + slack
        )
        if not inside:
            return f"content at {content}"
    return "" if ink(band) is not None else "no stamp"


def apart(pdf: bytes, folder: Path) -> list[Path]:
    """Write each exhibit of a packet as a file of its own, and what stands before and behind them; return the paths."""
    made: list[Path] = []
    with pikepdf.open(BytesIO(pdf)) as opened:
        numbers = {page.obj.objgen: at for at, page in enumerate(opened.pages)}
        with opened.open_outline() as outline:
            targets: list[Any] = [each.destination for each in outline.root]
        starts = sorted({numbers[each[0].objgen] for each in targets})
        for start, end in pairwise([*starts, len(opened.pages)]):
            made.append(folder / f"{len(made):03}.pdf")
            with pikepdf.new() as part:
                part.pages.extend(opened.pages[start:end])
                part.save(made[-1])
    return made


def sound(pdf: bytes, folder: Path) -> int:
    """Have qpdf and Qt open a PDF; return how many pages Qt finds."""
    from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415 (heavy)

    path = folder / "sound.pdf"
    path.write_bytes(pdf)
    subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=True)
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    count = document.pageCount()
    document.close()
    return count
