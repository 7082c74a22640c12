"""Inside the limited process: what a PDF is, its fields as they stand, and the words at the foot of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from kyr_app.documents.worker.opening import opened
from kyr_app.documents.worker.shapes import (
    MOST_BYTES,
    MOST_PAGES,
    BlankField,
    Inspected,
    Rect,
    Refused,
    Trouble,
    Widget,
)

_READ = 4
"""Pages whose words are looked at: the number of a form stands on each."""

_MOST_FIELDS, _MOST_DEPTH, _MOST_LETTERS = 5_000, 32, 4_000
_FLAGS = {1: "readonly", 2: "required"}
_TEXT_FLAGS = {1 << 12: "multiline", 1 << 13: "password", 1 << 23: "donotscroll", 1 << 24: "comb"}
_RADIO, _PUSH = 1 << 15, 1 << 16


def inspect(data: bytes) -> Inspected:
    """Return what a PDF is. Raise `Refused` where it is none, is damaged, wants a password or has too many pages."""
    if len(data) > MOST_BYTES:
        raise Refused(Trouble.LARGE)
    if b"%PDF-" not in data[:1024]:
        raise Refused(Trouble.KIND)
    try:
        pdf = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError as error:
        raise Refused(Trouble.LOCKED) from error
    except pikepdf.PdfError as error:
        raise Refused(Trouble.DAMAGED) from error
    with pdf:
        count = len(pdf.pages)
        if count > MOST_PAGES:
            raise Refused(Trouble.PAGES)
        form: Any = pdf.Root.get("/AcroForm")
        return Inspected(
            pages=count,
            sizes=tuple(_size(page) for page in pdf.pages),
            fields=tuple(_fields(pdf, form)) if form is not None else (),
            texts=_texts(data, min(count, _READ)),
            locked=pdf.is_encrypted,
            xfa=form is not None and "/XFA" in form,
            title=_info(pdf, "/Title"),
            producer=_info(pdf, "/Producer"),
        )


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    return abs(right - left), abs(top - bottom)


def _info(pdf: pikepdf.Pdf, name: str) -> str:
    return str(pdf.docinfo.get(name, ""))[:_MOST_LETTERS]


def _texts(data: bytes, count: int) -> tuple[str, ...]:
    document = opened(data)
    return tuple(document[at].get_textpage().get_text_bounded() for at in range(min(count, len(document))))


def _fields(pdf: pikepdf.Pdf, form: Any) -> Iterator[BlankField]:
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    places = _places(pdf)
    waiting: list[tuple[Any, str, dict[str, Any], int]] = [
        (each, "", {}, 0) for each in reversed(list(form.get("/Fields", [])))
    ]
    count, seen = 0, set()
    while waiting:
        node, before, inherited, depth = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or (node.objgen != (0, 0) and node.objgen in seen):
            continue
        seen.add(node.objgen)
        own = {
            **inherited,
            **{key: node[key] for key in ("/FT", "/Ff", "/V", "/MaxLen", "/TU", "/Opt") if key in node},
        }
        name = before
        if "/T" in node:
            name = f"{before}.{node.T}" if before else str(node.T)
        inner = [kid for kid in node.get("/Kids", []) if isinstance(kid, pikepdf.Dictionary) and "/T" in kid]
        if inner:
            if depth < _MOST_DEPTH:
                waiting += [(kid, name, own, depth + 1) for kid in reversed(inner)]
            continue
        count += 1
        if count > _MOST_FIELDS:
            raise Refused(Trouble.DAMAGED)
        widgets = [node, *node.get("/Kids", [])] if "/Rect" in node else list(node.get("/Kids", []))
        yield _field(name, own, [each for each in widgets if "/Rect" in each], pages, places)


def _places(pdf: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    """Return on which page each annotation stands: not every widget says so itself."""
    found = {}
    for number, page in enumerate(pdf.pages):
        for each in page.obj.get("/Annots", []):
            if isinstance(each, pikepdf.Dictionary):
                found[each.objgen] = number
    return found


def _field(name: str, own: dict[str, Any], widgets: list[Any], pages: Any, places: Any) -> BlankField:
    bits = int(own.get("/Ff", 0))
    kind = _kind(str(own.get("/FT", "")), bits)
    flags = [word for bit, word in _FLAGS.items() if bits & bit]
    if kind == "text":
        flags += [word for bit, word in _TEXT_FLAGS.items() if bits & bit]
    value = own.get("/V", "")
    return BlankField(
        name=name,
        kind=kind,
        widgets=tuple(_widget(each, kind, pages, places) for each in widgets),
        value=_written(value),
        flags=tuple(flags),
        longest=int(own.get("/MaxLen", 0)),
        options=tuple(_option(each) for each in own.get("/Opt", [])),
        tip=str(own.get("/TU", ""))[:_MOST_LETTERS],
    )


def _kind(kind: str, bits: int) -> str:
    if kind == "/Btn":
        return "radio" if bits & _RADIO else "button" if bits & _PUSH else "check"
    return {"/Tx": "text", "/Ch": "choice", "/Sig": "signature"}.get(kind, "other")


def _written(value: Any) -> str:
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return "signed"
    if isinstance(value, pikepdf.Array):
        return ", ".join(str(each) for each in value)[:_MOST_LETTERS]
    return str(value).removeprefix("/")[:_MOST_LETTERS]


def _option(each: Any) -> str:
    return str(each[0] if isinstance(each, pikepdf.Array) and len(each) else each)[:200]


def _widget(node: Any, kind: str, pages: Any, places: Any) -> Widget:
    left, bottom, right, top = (float(edge) for edge in list(node.Rect)[:4])
    rect: Rect = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    page = places.get(node.objgen, -1)
    if page < 0 and "/P" in node:
        page = pages.get(node.P.objgen, -1)
    return Widget(page, rect, _on(node) if kind in {"check", "radio"} else "")


def _on(node: Any) -> str:
    looks: Any = node.get("/AP", {}).get("/N", {})
    if not isinstance(looks, pikepdf.Dictionary):
        return ""
    names = [str(name) for name in dict(looks.items()) if name != "/Off"]
    return names[0].removeprefix("/") if names else ""
