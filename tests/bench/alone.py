"""The same words by somebody who knows ReportLab well, with what a reader needs on each page and no more.

Plain paragraphs are the floor (`tests.unit.documents.bare`); here each page has its header, a line and a footer that
says *page n of N*, in the usual way: pages are kept until their number is known.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from kyr_app.documents.typesetting import fonts

LEFT, RIGHT, LOW, HIGH = 100, 139, 60, 750
ABOUT = "Revisado el 22 de noviembre de 2026. Vale hasta el 20 de febrero de 2027"
FREE = "Esta hoja es gratis. No es un consejo legal. Todavía no la ha revisado un abogado."


def numbered(body: list[tuple[str, Any]], title: str, small: Any) -> bytes:
    """Return the PDF of paragraphs with their styles; `small` is the style of header and footer."""

    class Numbered(Canvas):  # type: ignore[misc]
        def __init__(self, *args: Any, **more: Any) -> None:
            super().__init__(*args, **more)
            self.kept: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self.kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self.kept, 1):
                self.__dict__.update(page)
                self.around(number, len(self.kept))
                super().showPage()
            super().save()

        def around(self, number: int, total: int) -> None:
            wide = self._pagesize[0] - LEFT - RIGHT
            self.line(LEFT, LOW, LEFT + wide, LOW)
            said = [(f"Página {number} de {total} · {ABOUT}", LOW - 14), (FREE, LOW - 28)]
            for text, level in [*said, *([(title, HIGH)] if number > 1 else [])]:
                paragraph = Paragraph(text, small)
                paragraph.wrap(wide, 100)
                paragraph.drawOn(self, LEFT, level)

    out = BytesIO()
    document = SimpleDocTemplate(
        out,
        leftMargin=LEFT,
        rightMargin=RIGHT,
        invariant=1,
        initialFontName=fonts.TEXT,
        title=title,
        lang="es",
    )
    document.build([Paragraph(text, style) for text, style in body], canvasmaker=Numbered)
    return out.getvalue()
