"""What the screens say of an exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_, Words
from kyr_app.rules.exhibits import ENGLISH, NO_WORDS
from kyr_app.ui.widgets.exhibit import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kyr_app.model.packet import Exhibit
    from kyr_app.session.packet import Packing

SPANISH = "es"
LANGUAGES: tuple[tuple[str, Words], ...] = (
    (SPANISH, N_("Spanish")),
    (ENGLISH, N_("English")),
    (NO_WORDS, N_("No writing on it")),
)
"""The languages that need no typing."""


def language_said(language: str) -> Words:
    """Return a language in words; one that was typed as it was typed."""
    return dict(LANGUAGES).get(language, language)


def shown(packing: Packing, number: int) -> Shown:
    """Return what the list says of an exhibit."""
    exhibit = packing.exhibit(number)
    return Shown(
        number=number,
        letter=packing.packet.letter(number),
        title=packing.title(number),
        pages=len(exhibit.sheets),
        about=tuple(_about(exhibit)),
        missing=packing.missing(number),
        sheet=exhibit.sheets[0] if exhibit.sheets else None,
        icon="file-text" if exhibit.paper else "image",
    )


def _about(exhibit: Exhibit) -> Iterator[Words]:
    if exhibit.paper:
        yield N_("made by this program")
        return
    if exhibit.date.strip():
        yield exhibit.date.strip()
    if exhibit.language:
        yield language_said(exhibit.language)
    if exhibit.translate:
        yield N_("translation needed")
    if exhibit.country:
        yield N_("about the country")
