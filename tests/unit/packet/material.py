"""Photos and PDFs of every sort that families bring, made here; and those that no program should take."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from kyr_app.documents.pictures import page as pictures
from kyr_app.model.packet import Sheet
from tests.unit.packet.pictures import encoded, jpeg, noise, on_table, paper

ORIENTATION = 0x0112


def turned(how: int) -> bytes:
    """Return a photo that says in its EXIF how it was held."""
    exif = Image.Exif()
    exif[ORIENTATION] = how
    exif[0x010F] = "Camera of nobody"
    return jpeg(paper(), exif=exif)


def deep() -> bytes:
    """Return a picture of 16 bits."""
    high = paper().convert("L").resize((425, 550))
    data = b"".join(struct.pack("<H", each * 257) for each in high.tobytes())
    grey = Image.frombytes("I;16", high.size, data)
    return encoded(grey, "PNG")


def glass() -> bytes:
    """Return a picture that is transparent round a page."""
    made = Image.new("RGBA", (700, 900), (0, 0, 0, 0))
    made.paste(paper().convert("RGBA").resize((500, 650)), (100, 120))
    return encoded(made, "PNG")


PHOTOS: dict[str, Callable[[], bytes]] = {
    "plain.jpg": lambda: jpeg(paper()),
    "skew.jpg": lambda: jpeg(on_table(shadow=True)),
    "noise.jpg": lambda: jpeg(noise((1200, 900))),
    "held-3.jpg": lambda: turned(3),
    "held-6.jpg": lambda: turned(6),
    "held-8.jpg": lambda: turned(8),
    "held-1.jpg": lambda: turned(1),
    "cmyk.jpg": lambda: encoded(paper().convert("CMYK"), "JPEG"),
    "deep.png": deep,
    "one-bit.png": lambda: encoded(paper().convert("1"), "PNG"),
    "glass.png": glass,
    "tiny.png": lambda: encoded(Image.new("RGB", (3, 2), (10, 10, 10)), "PNG"),
    "wide.jpg": lambda: jpeg(noise((3000, 150))),
    "tall.jpg": lambda: jpeg(noise((150, 3000))),
    "camera.jpg": lambda: jpeg(paper().resize((3024, 4032)), quality=80),
}
HUGE = "huge.png"


def huge() -> bytes:
    """Return a picture of 49 million pixels."""
    return encoded(paper().convert("1").resize((6300, 7800)), "PNG")


# PDFs


def text(pages: int, size: tuple[float, float] = (612, 792), rotate: int = 0) -> bytes:
    """Return a PDF of so many pages of writing, with a line all round each."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=size)
    for number in range(1, pages + 1):
        canvas.setPageRotation(rotate)
        canvas.rect(4, 4, size[0] - 8, size[1] - 8)
        canvas.drawString(60, size[1] / 2, f"Persona de Ejemplo, hoja {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _form() -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    canvas.acroForm.textfield(name="name", x=72, y=600, width=300, height=24, value="Persona de Ejemplo")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _saved(pdf: bytes, **how: object) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def _fax() -> bytes:
    return encoded(paper().convert("1"), "PDF")


def _jbig2() -> bytes:
    """Return a PDF with a JBIG2 picture: a page segment, and a generic region coded as a fax codes it (MMR)."""
    bits = pictures.bits(jpeg(paper()), Sheet("any"))
    wide, high = bits.width, bits.height
    about = struct.pack(">IIIIBH", wide, high, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", wide, high, 0, 0, 0, 1) + bits.g4
    data = struct.pack(">IBBBI", 0, 0x30, 0, 1, len(about)) + about
    data += struct.pack(">IBBBI", 1, 0x26, 0, 1, len(region)) + region
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(612, 792))
        image = pikepdf.Stream(made, data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        image.Width, image.Height, image.BitsPerComponent = wide, high, 1
        image.ColorSpace, image.Filter = pikepdf.Name.DeviceGray, pikepdf.Name.JBIG2Decode
        name = page.add_resource(image, pikepdf.Name.XObject)
        page.contents_add(f"q 612 0 0 792 0 0 cm {name} Do Q".encode())
        out = BytesIO()
        made.save(out)
    return out.getvalue()


def _torn() -> bytes:
    """Return a PDF whose end is lost: its pages are there, its table of contents is not."""
    whole = text(2)
    return whole[: whole.rindex(b"xref\n")]


PDFS: dict[str, tuple[Callable[[], bytes], int]] = {
    "text.pdf": (lambda: text(3), 3),
    "fax.pdf": (_fax, 1),
    "jbig2.pdf": (_jbig2, 1),
    "form.pdf": (_form, 1),
    "torn.pdf": (_torn, 2),
    "a4.pdf": (lambda: text(2, (595, 842)), 2),
    "lying.pdf": (lambda: text(1, (792, 612)), 1),
    "turned.pdf": (lambda: text(2, rotate=90), 2),
    "owner.pdf": (lambda: _saved(text(1), encryption=pikepdf.Encryption(owner="555-0100", user="")), 1),
    "photos.pdf": (lambda: encoded(paper(), "PDF", save_all=True, append_images=[on_table(), paper()]), 3),
    "little.pdf": (lambda: text(1, (200, 120)), 1),
    "long.pdf": (lambda: text(12), 12),
}
"""A PDF of each sort, and how many pages it has."""


def bomb() -> bytes:
    """Return a PNG of 900 million pixels in a hundred kilobytes; made row by row."""
    side, packer = 30000, zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(1 + side // 8)) for _ in range(side)) + packer.flush()

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


REFUSED: dict[str, Callable[[], bytes]] = {
    "locked.pdf": lambda: _saved(text(1), encryption=pikepdf.Encryption(owner="a", user="555-0101")),
    "damaged.pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "damaged.jpg": lambda: jpeg(paper())[:300],
    "decoy.jpg": lambda: b"<html>not a photo</html>",
    "bomb.png": bomb,
}


def photos(folder: Path, count: int) -> Iterator[Path]:
    """Write so many photos, every sort by turns, and yield their paths."""
    made = {name: make() for name, make in PHOTOS.items()}
    for at in range(count):
        name = list(made)[at % len(made)]
        path = folder / f"{at:02}-{name}"
        path.write_bytes(made[name])
        yield path


def pdfs(folder: Path, names: list[str] | None = None) -> Iterator[tuple[Path, int]]:
    """Write a PDF of each sort, and yield its path and how many pages it has."""
    for name in names or list(PDFS):
        make, pages = PDFS[name]
        (folder / name).write_bytes(make())
        yield folder / name, pages
