"""What the same words cost without anything of ours: plain paragraphs in ReportLab's plainest document."""

from io import BytesIO
from time import perf_counter

import pikepdf
from reportlab.platypus import Paragraph, SimpleDocTemplate

from kyr_app.documents.typesetting import fonts, sources, voice
from tests.unit.documents.paper import job


def times(library):
    """Seconds a page, ours and bare: the best of nine runs each, taken in turn."""
    work = job(library.lessons["turn-in"], library=library)
    body = [each for each in _recorded(work) if each[1].name != "running"]
    ours, bare = [], []
    for _ in range(9):
        ours.append(_timed(work.run))
        bare.append(_timed(lambda: _bare(body)))
    return min(ours), min(bare)


def _recorded(work):
    seen = []

    class Noted(Paragraph):
        def __init__(self, text, style, **more):
            if isinstance(text, str):
                seen.append((text, style))
            super().__init__(text, style, **more)

    kept = voice.Paragraph, sources.Paragraph
    voice.Paragraph = sources.Paragraph = Noted
    try:
        work.run()
    finally:
        voice.Paragraph, sources.Paragraph = kept
    return seen


def _bare(body):
    out = BytesIO()
    document = SimpleDocTemplate(
        out, leftMargin=100, rightMargin=139, invariant=1, initialFontName=fonts.TEXT
    )
    document.build([Paragraph(text, style) for text, style in body])
    return out.getvalue()


def _timed(make):
    begun = perf_counter()
    made = make()
    spent = perf_counter() - begun
    return spent / len(pikepdf.open(BytesIO(made)).pages)
