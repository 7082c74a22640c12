"""Editions: one lesson, several papers; and one paper, several copies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO

import pikepdf

from kyr_app.documents import card_sheet, discreet, handout, zine
from kyr_app.model.settings import Edition

BUILDERS: dict[Edition, Callable[..., bytes]] = {
    Edition.STANDARD: handout.build,
    Edition.LARGE: partial(handout.build, large=True),
    Edition.ZINE: zine.build,
    Edition.CARD: card_sheet.build,
    Edition.DISCREET: discreet.build,
}
"""What draws each edition; all take the same things."""


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
