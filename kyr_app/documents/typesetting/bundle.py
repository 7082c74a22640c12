"""Several papers in one file, or one several times: each with its own page numbers and bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pikepdf

from kyr_app.documents.typesetting.markup import clean


def joined(papers: Sequence[bytes], title: str) -> bytes:
    """Return the papers as one PDF called `title`, with every bookmark; the same bytes for the same papers."""
    with pikepdf.open(BytesIO(papers[0])) as whole:
        for paper in papers[1:]:
            with pikepdf.open(BytesIO(paper)) as other:
                marks = _bookmarks(other)
                before = len(whole.pages)
                whole.pages.extend(other.pages)
            with whole.open_outline() as outline:
                outline.root.extend(
                    pikepdf.OutlineItem(name, before + page, "XYZ", top=top) for name, page, top in marks
                )
        whole.docinfo["/Title"] = clean(title)
        out = BytesIO()
        whole.save(out, deterministic_id=True)
    return out.getvalue()


def copied(pdf: bytes, copies: int) -> bytes:
    """Return a PDF with all its pages `copies` times, one whole copy after the other; its words are kept once."""
    if copies == 1:
        return pdf
    with pikepdf.open(BytesIO(pdf)) as paper:
        once = list(paper.pages)
        for _ in range(copies - 1):
            paper.pages.extend(once)
        out = BytesIO()
        paper.save(out, deterministic_id=True)
    return out.getvalue()


def _bookmarks(paper: pikepdf.Pdf) -> list[tuple[str, int, float]]:
    """Return the name of each bookmark, the number of its page from 0, and how high on the page it points."""
    numbers = {page.obj.objgen: number for number, page in enumerate(paper.pages)}
    found = []
    with paper.open_outline() as outline:
        for item in outline.root:
            target: Any = item.destination
            found.append((item.title, numbers[target[0].objgen], float(target[3])))
    return found
