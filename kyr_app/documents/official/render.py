"""From a plan and a blank to a flat PDF, read back before anybody gets it.

Our own pages are drawn here, with embedded letters and nothing else on them; the limited process makes the blank
flat and lays them over it. What was made is read again: every value has to stand in its box, or nothing is given.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from kyr_app.documents.official import captions
from kyr_app.documents.official.letters import bold, embedded
from kyr_app.documents.official.planned import Mark, Plan, Shape
from kyr_app.documents.typesetting.markup import clean
from kyr_app.documents.worker import api
from kyr_app.documents.worker.shapes import Spot
from kyr_app.model.errors import KyrError

GoOn = Callable[[], bool]
Step = Callable[[int], GoOn]
"""Told that a step begins, from 1; returns what says whether to go on meanwhile."""


class Lost(KyrError):
    """A value that was drawn and could not be read again; `questions` are theirs. The paper was thrown away."""

    def __init__(self, questions: tuple[str, ...]) -> None:
        super().__init__(captions.LOST, captions.LOST_HINT.with_values(names=", ".join(questions)))
        self.questions = questions


def made(blank: bytes, plan: Plan, title: str, step: Step = lambda _: lambda: True) -> bytes:
    """Return the filled form as a flat PDF: no field, no script, no signature of the maker, nothing cut.

    Raise `Lost` where a value cannot be read back, `NotTaken` and `Interrupted` as the limited process does.
    """
    paper = api.stamp(blank, overlay(plan), plan.order, clean(title), step(1))
    read_back(paper, plan, step(2))
    step(3)
    return paper


def overlay(plan: Plan) -> bytes:
    """Return a PDF with a page for each page of the plan, and on it only what we write; the same bytes every time."""
    first = embedded().of("").name
    out = BytesIO()
    canvas = Canvas(out, invariant=1, initialFontName=first, pageCompression=1)
    by_sheet: dict[int, list[Mark]] = {}
    for mark in plan.marks:
        by_sheet.setdefault(mark.sheet, []).append(mark)
    for sheet, size in enumerate(plan.sizes):
        canvas.setPageSize(size)
        for mark in by_sheet.get(sheet, ()):
            _draw(canvas, mark)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Any, mark: Mark) -> None:
    canvas.setFont(bold(mark.face) if mark.shape is Shape.CROSS else mark.face, mark.size)
    for line in mark.lines:
        canvas.drawString(line.x, line.y, line.text)


def read_back(paper: bytes, plan: Plan, go_on: GoOn | None = None) -> None:
    """Raise `Lost` unless every value of the plan stands in its box of the made PDF; blanks are not compared."""
    spots = [Spot(mark.sheet, mark.rect) for mark in plan.marks]
    texts = api.read(paper, spots, go_on)
    lost = [
        mark.question
        for mark, text in zip(plan.marks, texts, strict=True)
        if _bare(mark.text) not in _bare(text)
    ]
    if lost:
        raise Lost(tuple(dict.fromkeys(lost)))


def _bare(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and letter not in "\u00ad\ufffe\x02")
