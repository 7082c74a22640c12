"""The head of a court paper, drawn: on a cover alone on its page, else above the text.

After the sample cover page of the EOIR Immigration Court Practice Manual (fact `filing-cover-page`): who files at the
top left, DETAINED at the top right, the court in the middle, the matter with its file numbers, judge and next
hearing, the title.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Spacer
from reportlab.platypus import Table as Plate

from kyr_app.content.tokens import theme
from kyr_app.documents.templates import captions as words
from kyr_app.documents.templates.filled import Captioned
from kyr_app.documents.templates.ruled import marked
from kyr_app.documents.typesetting.form import PLAIN
from kyr_app.documents.typesetting.markup import glyph, safe
from kyr_app.documents.typesetting.pages import Geometry
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.voice import Voice

_COVER, _INNER = 5.0, 1.5
"""How much room stands between the parts, in steps of the distances."""


def caption(
    block: Captioned, voice: Voice, place: Geometry, base: ParagraphStyle, center: ParagraphStyle
) -> list[Any]:
    """Return the flowables of a caption; `base` is its running text, `center` its title."""
    close = ParagraphStyle("close", parent=base, spaceAfter=0)
    made = _Caption(block, voice, place.measure, close)
    gap = Spacer(1, voice.styles.unit * (_COVER if block.cover else _INNER))
    title = Paragraph(marked(block.title), center)
    if not block.cover:
        return [made.court(), gap, made.matter(), gap, title]
    return [made.head(), gap, made.court(), gap, made.matter(), gap, made.hearing(), gap, title]


class _Caption:
    """Draws the parts of a caption."""

    def __init__(self, block: Captioned, voice: Voice, wide: float, close: ParagraphStyle) -> None:
        self.block, self.voice, self.wide, self.close = block, voice, wide, close
        self.say = voice.marked
        self.right = ParagraphStyle("right", parent=close, alignment=TA_RIGHT)
        self.middle = ParagraphStyle("middle", parent=close, alignment=TA_CENTER)

    def _line(self, text: str, style: ParagraphStyle | None = None) -> Paragraph:
        return Paragraph(text, style or self.close)

    def _plate(self, rows: list[list[Any]], shares: tuple[float, ...], *rules: Any) -> Plate:
        plate = Plate(rows, [self.wide * share for share in shares], hAlign="LEFT")
        plate.setStyle([*PLAIN, ("VALIGN", (0, 0), (-1, -1), "TOP"), *rules])
        return plate

    def head(self) -> Plate:
        """Return who files, and whether they are locked up; two boxes where nobody said."""
        sender = [self._line(safe(each)) for each in self.block.sender]
        return self._plate([[sender, self._held()]], (0.55, 0.45))

    def _held(self) -> list[Paragraph]:
        yes, no = self.say(words.DETAINED), self.say(words.NOT_DETAINED)
        if self.block.detained is None:
            box = glyph("square", self.voice.styles.icon)
            return [self._line(f"{box} <b>{each}</b>", self.right) for each in (yes, no)]
        return [self._line(f"<b>{yes if self.block.detained else no}</b>", self.right)]

    def court(self) -> Plate:
        """Return the three lines of the court, and which one it is."""
        told = [self.say(each) for each in (words.DEPARTMENT, words.OFFICE, words.COURT)]
        lines = [self._line(f"<b>{each}</b>", self.middle) for each in told]
        return self._plate([[[*lines, self._line(safe(self.block.court), self.middle)]]], (1.0,))

    def matter(self) -> Plate:
        """Return whose matter it is, each with a file number, in removal proceedings."""
        rows = [[self._line(self.say(words.MATTER)), ""]]
        for name, number in self.block.people:
            file = f"{self.say(words.FILE)} {safe(number)}"
            rows.append([self._line(f"<b>{safe(name)}</b>"), self._line(file)])
        rows.append([self._line(self.say(words.REMOVAL)), ""])
        rule, pad = theme().paper.rule, self.voice.styles.unit
        return self._plate(
            rows,
            (0.55, 0.45),
            ("LINEABOVE", (0, 0), (0, 0), rule, black),
            ("LINEBELOW", (0, -1), (0, -1), rule, black),
            ("LINEAFTER", (0, 0), (0, -1), rule, black),
            ("LEFTPADDING", (1, 0), (1, -1), pad * 2),
            ("TOPPADDING", (0, 0), (-1, -1), pad * 0.6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), pad * 0.6),
        )

    def hearing(self) -> Plate:
        """Return the judge to the left, the next hearing to the right."""
        judge = f"<b>{self.say(words.JUDGE)}</b> {safe(self.block.judge)}"
        hearing = f"<b>{self.say(words.NEXT_HEARING)}</b> {safe(self.block.hearing)}"
        return self._plate(
            [[self._line(judge), self._line(hearing)]],
            (0.5, 0.5),
            ("RIGHTPADDING", (0, 0), (0, -1), self.voice.styles.unit * 2),
        )
