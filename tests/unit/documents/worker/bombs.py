"""Files that were made to break a program: bombs, decoys and damage, each built here and small on disk."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image


def png(width: int, height: int, data: bytes = b"", extra: bytes = b"", depth: int = 8) -> bytes:
    """Return a PNG that says it is so large, with whatever data."""
    head = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + extra + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def photo(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **more: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **more)
    return out.getvalue()


def pdf(
    change=lambda _pdf: None, pages: int = 1, size: tuple[float, float] = (612, 792), **saved: object
) -> bytes:
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=size)
    change(document)
    out = BytesIO()
    document.save(out, **saved)
    return out.getvalue()


def raw(body: bytes) -> bytes:
    """Return a PDF written by hand, without a table of what is where."""
    return b"%PDF-1.7\n" + body + b"\ntrailer << /Root 1 0 R >>\n%%EOF"


def _flate_bomb(document: pikepdf.Pdf) -> None:
    packed = zlib.compress(zlib.compress(b" " * 60_000_000, 9), 9)
    stream = pikepdf.Stream(document, packed)
    stream.Filter = Array([Name.FlateDecode, Name.FlateDecode])
    document.pages[0].obj.Contents = stream


def _picture_bomb(document: pikepdf.Pdf) -> None:
    image = pikepdf.Stream(document, zlib.compress(b"\0" * (30_000 * 30_000 // 8), 9))
    image.Type, image.Subtype, image.Filter = Name.XObject, Name.Image, Name.FlateDecode
    image.Width = image.Height = 30_000
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 1
    _shown(document, image)


def _shown(document: pikepdf.Pdf, drawn: pikepdf.Object) -> None:
    page = document.pages[0].obj
    page.Resources = Dictionary(XObject=Dictionary(X=document.make_indirect(drawn)))
    page.Contents = document.make_stream(b"q 500 0 0 500 0 0 cm /X Do Q")


def _draws_itself(document: pikepdf.Pdf) -> None:
    form = document.make_indirect(pikepdf.Stream(document, b"/X Do"))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    _shown(document, form)


def _field_loop(document: pikepdf.Pdf) -> None:
    one, two = (document.make_indirect(Dictionary(T=String(name), FT=Name.Tx)) for name in "ab")
    one.Kids, two.Kids = Array([two]), Array([one])
    document.Root.AcroForm = Dictionary(Fields=Array([one]))


def _deep_fields(document: pikepdf.Pdf) -> None:
    first = node = document.make_indirect(Dictionary(T=String("t")))
    for _ in range(4000):
        kid = document.make_indirect(Dictionary(T=String("t")))
        node.Kids = Array([kid])
        node = kid
    document.Root.AcroForm = Dictionary(Fields=Array([first]))


def _many_fields(document: pikepdf.Pdf) -> None:
    fields = [document.make_indirect(Dictionary(T=String(f"f{n}"), FT=Name.Tx)) for n in range(6000)]
    document.Root.AcroForm = Dictionary(Fields=Array(fields))


def _scripts(document: pikepdf.Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("while (true) {}"))
    document.Root.OpenAction = script
    document.pages[0].obj.AA = Dictionary(O=script)
    document.attachments["x.exe"] = pikepdf.AttachedFileSpec(document, b"MZ", filename="x.exe")


def _private_photo() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it by a quarter
    exif[0x010F] = "CAMERA-OF-A-FAMILY"
    exif.get_ifd(0x8825)[1] = "N-PLACE"
    return photo(size=(80, 40), exif=exif, comment=b"a comment", icc_profile=b"PROFILE" * 20, dpi=(300, 300))


LOOP = b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj 2 0 obj << /Type /Pages /Kids [2 0 R] /Count 1 >> endobj"
NESTED = b"1 0 obj << /Type /Catalog /Pages 2 0 R /X " + b"[" * 200_000 + b" >> endobj"

BOMBS = {
    "png of 900 megapixels": lambda: png(30_000, 30_000),
    "png just too large": lambda: png(8_000, 8_000),
    "png with one long line": lambda: png(2_000_000_000, 1),
    "png whose words are a bomb": lambda: png(
        9, 9, extra=_chunk(b"zTXt", b"k\0\0" + zlib.compress(b"a" * 60_000_000, 9))
    ),
    "png with data that swells": lambda: png(9, 9, zlib.compress(b"\0" * 90_000_000, 9)),
    "png cut short": lambda: photo("PNG")[:60],
    "png with a wrong sum": lambda: photo("PNG").replace(b"IDAT", b"IDAX"),
    "jpeg that says it is enormous": lambda: photo().replace(b"\x00\x30\x00\x40", b"\xff\xff\xff\xff", 1),
    "jpeg cut short": lambda: photo(size=(900, 900))[:700],
    "jpeg with a page behind it": lambda: photo() + b"<html><script>alert(1)</script>",
    "jpeg with a family's place in it": _private_photo,
    "gif": lambda: photo("GIF"),
    "tiff": lambda: photo("TIFF"),
    "bmp": lambda: photo("BMP"),
    "svg": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "postscript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99 99\n(/etc/passwd) (r) file\n",
    "zip": lambda: b"PK\x03\x04" + bytes(200),
    "heic of nothing": lambda: b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1" + bytes(300),
    "random": lambda: bytes(range(256)) * 99,
    "pdf cut short": lambda: pdf()[:200],
    "pdf of noise": lambda: raw(bytes(range(256)) * 99),
    "pdf whose pages hold themselves": lambda: raw(LOOP),
    "pdf of brackets": lambda: raw(NESTED),
    "pdf with a stream that swells": lambda: pdf(_flate_bomb),
    "pdf with a picture of 900 megapixels": lambda: pdf(_picture_bomb),
    "pdf that draws itself": lambda: pdf(_draws_itself),
    "pdf with fields in a circle": lambda: pdf(_field_loop),
    "pdf with fields four thousand deep": lambda: pdf(_deep_fields),
    "pdf with six thousand fields": lambda: pdf(_many_fields),
    "pdf with scripts and a program in it": lambda: pdf(_scripts),
    "pdf of 300 pages": lambda: pdf(pages=300),
    "pdf as large as a house": lambda: pdf(size=(14_400, 14_400)),
    "pdf with a password": lambda: pdf(encryption=pikepdf.Encryption(user="secret", owner="secret")),
}
