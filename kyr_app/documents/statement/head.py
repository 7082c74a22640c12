"""The caption of a court case, where one is known: the same as on every other paper for a court."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle

from kyr_app.documents.statement.case import Case
from kyr_app.documents.templates.caption import caption
from kyr_app.documents.templates.filled import Captioned, Ink, Run
from kyr_app.documents.typesetting.fonts import BOLD
from kyr_app.documents.typesetting.pages import Geometry
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.text import Words

_NAME, _NUMBER = "_" * 24, "_" * 20
"""Lines for the pen."""
_LEADING = 1.3
"""How far its lines stand apart, in letter heights."""


def head(spoken: Sequence[Voice], page: Geometry, case: Case, title: Words) -> list[Any]:
    """Return the caption in the language of the court, with the title in every language; nothing without a court."""
    if not case.court:
        return []
    voice = spoken[-1]
    titles = " / ".join(dict.fromkeys(each.locale.render(title) for each in reversed(spoken)))
    made = Captioned(
        id="caption",
        title=(Run(titles, Ink.ANSWER),),
        cover=False,
        sender=(),
        detained=None,
        court=case.court,
        people=((case.name or _NAME, case.a_number or _NUMBER),),
        judge="",
        hearing="",
    )
    base = ParagraphStyle("caption", parent=voice.styles.text, leading=voice.styles.body * _LEADING)
    center = ParagraphStyle("caption title", parent=base, fontName=BOLD, alignment=TA_CENTER)
    return caption(made, voice, page, base, center)
