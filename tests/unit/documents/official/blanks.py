"""Blanks to test with: forms with the fields of the real ones (names and places are facts), drawn by ourselves.

No PDF of the government is part of this project. Where a folder of real blanks is at hand (`KYR_OFFICIAL_FORMS`, or
`shared/official-forms` beside the project), the same tests run over them too.
"""

from __future__ import annotations

import os
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from msgspec import Struct
from pikepdf import Array, Dictionary, Name, String

ROOT = Path(__file__).parents[4]
DATA = ROOT / "tests" / "data" / "official"
_KINDS = {"t": "/Tx", "c": "/Btn", "r": "/Btn", "s": "/Ch", "g": "/Sig"}
_BITS = {"R": 1, "Q": 2, "M": 1 << 12, "P": 1 << 13, "D": 1 << 23, "C": 1 << 24}
_RADIO, _COMBO = 1 << 15, 1 << 17
_STATES = ("", "AK", "AL", "CA", "NY", "TX", *(f"Z{n}" for n in range(50)))
BARCODE = b"0 g 0 0 40 18 re f 60 0 30 18 re f 120 0 80 18 re f 220 0 50 18 re f"


class Field(Struct, frozen=True):
    """One field to draw; several boxes of a radio field stand under each other."""

    name: str
    kind: str
    page: int
    rect: tuple[float, float, float, float]
    flags: str = ""
    longest: int = 0
    on: tuple[str, ...] = ()
    value: str = ""


def real_folder() -> Path | None:
    """Return the folder of real blanks, where there is one."""
    beside = ROOT.parent / "shared" / "official-forms" / "pdf"
    named = os.environ.get("KYR_OFFICIAL_FORMS")
    folder = Path(named) if named else beside
    return folder if folder.is_dir() else None


@cache
def fields(name: str) -> tuple[int, tuple[Field, ...]]:
    """Return the number of pages and the fields in a data file."""
    path = DATA / f"{name}.tsv"
    if not path.exists():
        return 3, _names_only(DATA / f"{name}.names.tsv")
    head, *lines = path.read_text("utf-8").splitlines()
    found = []
    for line in lines:
        full, kind, page, rect, flags, longest, on, value = (*line.split("\t"), *[""] * 8)[:8]
        place = tuple(float(edge) for edge in rect.split())
        found.append(
            Field(full, kind, int(page) - 1, place, flags, int(longest or 0), (on,) if on else (), value)
        )
    return int(head.rsplit(".", 2)[1].split()[0]), tuple(found)


def _names_only(path: Path) -> tuple[Field, ...]:
    """Return fields of which only the names are known, one under another on as many pages as it takes."""
    _, *lines = path.read_text("utf-8").splitlines()
    found = []
    for at, line in enumerate(lines):
        name, kind, flags, on = (*line.split("\t"), *[""] * 4)[:4]
        page, row = divmod(at, 24)
        top = 740 - row * 28
        boxes = tuple(each.strip() for each in on.split("|")) if on else ("Yes",)
        rect = (
            (60.0, top - 18.0, 560.0, float(top)) if kind in "tsg" else (60.0, top - 10.0, 70.0, float(top))
        )
        found.append(Field(name, kind, page, rect, flags, 0, boxes if kind in "rc" else ()))
    return tuple(found)


def blank(
    name: str,
    foot: str,
    *,
    values: dict[str, str] | None = None,
    encrypt: str | None = None,
    xfa: bool = True,
    drop: tuple[str, ...] = (),
    pages: int = 0,
    owner: str = "owner",
) -> bytes:
    """Return a blank: the fields of a data file, `foot` on every page, scripts and actions as the real ones have."""
    count, found = fields(name)
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    for number in range(pages or count):
        page = pdf.add_blank_page(page_size=(612, 792))
        words = f"BT /F1 8 Tf 36 30 Td ({_escaped(foot)} Page {number + 1} of {count}) Tj ET"
        page.obj.Contents = pdf.make_stream(words.encode("cp1252"))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Annots = Array([])
    tree = _Tree(pdf, font)
    for field in found:
        if not any(field.name.endswith(each) for each in drop):
            tree.add(field, (values or {}).get(field.name.rpartition(".")[2], field.value))
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(
            Fields=Array(tree.roots), DR=Dictionary(Font=Dictionary(Helv=font)), DA=String("/Helv 9 Tf 0 g")
        )
    )
    _actions(pdf, xfa=xfa)
    out = BytesIO()
    if encrypt is None:
        pdf.save(out)
    else:
        pdf.save(out, encryption=pikepdf.Encryption(user=encrypt, owner=owner, R=4))
    return out.getvalue()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _actions(pdf: pikepdf.Pdf, *, xfa: bool) -> None:
    """Put in what the result must not have any more."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('boo')"))
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.Perms = Dictionary(UR3=Dictionary(Type=Name.Sig))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    pdf.pages[0].obj.AA = Dictionary(O=script)
    if xfa:
        pdf.Root.AcroForm.XFA = Array([String("template"), pdf.make_stream(b"<template/>")])


class _Tree:
    """Builds fields under their parents, as the maker's own program does."""

    def __init__(self, pdf: pikepdf.Pdf, font: pikepdf.Object) -> None:
        self.pdf, self.font = pdf, font
        self.roots: list[pikepdf.Object] = []
        self._nodes: dict[str, pikepdf.Object] = {}

    def add(self, field: Field, value: str) -> None:
        parent = None
        parts = field.name.split(".") if field.name.startswith("form1") else [field.name]
        for at, part in enumerate(parts[:-1]):
            path = ".".join(parts[: at + 1])
            if path not in self._nodes:
                self._nodes[path] = self.pdf.make_indirect(Dictionary(T=String(part), Kids=Array([])))
                self._hang(self._nodes[path], parent)
            parent = self._nodes[path]
        self._hang(self._leaf(field, parts[-1], value), parent)

    def _hang(self, node: pikepdf.Object, parent: pikepdf.Object | None) -> None:
        if parent is None:
            self.roots.append(node)
        else:
            node.Parent = parent
            parent.Kids.append(node)

    def _leaf(self, field: Field, name: str, value: str) -> pikepdf.Object:
        bits = sum(_BITS[each] for each in field.flags)
        bits |= {"r": _RADIO, "s": _COMBO}.get(field.kind, 0)
        node = self.pdf.make_indirect(Dictionary(T=String(name), FT=Name(_KINDS[field.kind]), Ff=bits))
        if field.longest:
            node.MaxLen = field.longest
        if field.kind == "s":
            node.Opt = Array([String(each) for each in _STATES])
        if value:
            node.V = Name(f"/{value}") if field.kind in "cr" else String(value)
        if field.kind == "r":
            node.Kids = Array([])
            for at, on in enumerate(field.on):
                kid = self._widget(Dictionary(Parent=node), field, at, on)
                node.Kids.append(kid)
            return node
        return self._widget(node, field, 0, field.on[0] if field.on else "")

    def _widget(self, node: pikepdf.Object, field: Field, at: int, on: str) -> pikepdf.Object:
        left, bottom, right, top = field.rect
        across = at * 40.0
        node = node if node.is_indirect else self.pdf.make_indirect(node)
        node.Type, node.Subtype, node.F = Name.Annot, Name.Widget, 4
        node.Rect = Array([left + across, top, right + across, bottom])  # upside down, as some real ones are
        page = self.pdf.pages[field.page]
        node.P = page.obj
        size = Array([0, 0, right - left, top - bottom])
        if "PDF417" in field.name:
            node.AP = Dictionary(N=self._look(BARCODE, size))
        elif on:
            node.AP = Dictionary(
                N=Dictionary({f"/{on}": self._look(b"0 0 m 9 9 l S", size), "/Off": self._look(b"", size)})
            )
            node.AS = Name.Off
        page.obj.Annots.append(node)
        return node

    def _look(self, drawn: bytes, size: pikepdf.Array) -> pikepdf.Object:
        look = self.pdf.make_stream(drawn)
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, size
        return look


FEET = {
    "i-589_01-20-25": "Form I-589 Edition 01/20/25",
    "i-589_08-25-20": "Form I-589 (Rev. 08/25/20)",
    "i-765_08-21-25": "Form I-765 Edition 08/21/25",
    "g-1145_09-26-14": "Form G-1145 09/26/14",
    "ar-11_09-10-19": "Form AR-11 09/10/19",
    "ar-11_11-02-22": "Form AR-11 Edition 11/02/22",
    "eoir-26_mar-2026": "Form EOIR-26 Revised March 2026",
    "eoir-26a_aug-2022": "Form EOIR-26A Revised Aug. 2022",
    "eoir-33-ic_feb-2026": "Form EOIR-33/IC Revised Feb. 2026",
    "eoir-33-ic_feb-2024": "Formulario EOIR-33/IC Rev. Feb. 2024",
}
"""What stands at the foot of each blank."""

EDITIONS = {
    "i-589_01-20-25": ("i-589", "01/20/25"),
    "i-589_08-25-20": ("i-589", "08/25/20"),
    "i-765_08-21-25": ("i-765", "08/21/25"),
    "g-1145_09-26-14": ("g-1145", "09/26/14"),
    "ar-11_09-10-19": ("ar-11", "09/10/19"),
    "ar-11_11-02-22": ("ar-11", "11/02/22"),
    "eoir-26_mar-2026": ("eoir-26", "Mar. 2026"),
    "eoir-26a_aug-2022": ("eoir-26a", "Aug. 2022"),
    "eoir-33-ic_feb-2026": ("eoir-33-ic", "Feb. 2026"),
    "eoir-33-ic_feb-2024": ("eoir-33-ic", "Feb. 2024"),
}
"""Which form and edition each blank is."""


@cache
def made(name: str) -> bytes:
    """Return the ordinary blank of a data file, drawn once."""
    return blank(name, FEET[name])
