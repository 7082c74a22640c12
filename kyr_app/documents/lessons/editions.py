"""Editions: one lesson, several papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kyr_app.documents.lessons import card_sheet, discreet, handout, zine
from kyr_app.model.settings import Edition

BUILDERS: dict[Edition, Callable[..., bytes]] = {
    Edition.STANDARD: handout.build,
    Edition.LARGE: partial(handout.build, large=True),
    Edition.ZINE: zine.build,
    Edition.CARD: card_sheet.build,
    Edition.DISCREET: discreet.build,
}
"""What draws each edition; all take the same things."""
