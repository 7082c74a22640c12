"""What the screens say of an exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.packet import Tone
from kyr_app.model.text import N_, P_, Words
from kyr_app.rules.exhibits import ENGLISH, NO_WORDS
from kyr_app.ui.widgets.exhibit import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kyr_app.model.packet import Exhibit, Sheet
    from kyr_app.session.packet.packet import Packing

TONES: tuple[tuple[Tone, Words, str], ...] = (
    (Tone.AS_IS, N_("As it is"), "image"),
    (Tone.GREY, N_("Gray, for photos"), "circle-half"),
    (Tone.CLEAR, N_("Clear, for papers"), "sun"),
    (Tone.BLACK_WHITE, N_("Black and white"), "drop-half"),
)
"""How a page can be made readable for a copier, in words and with a picture."""
SPANISH = "es"
LANGUAGES: tuple[tuple[str, Words], ...] = (
    (SPANISH, N_("In Spanish")),
    (ENGLISH, N_("In English")),
    (NO_WORDS, N_("No writing on it")),
)
"""The languages that need no typing."""


KINDS: tuple[tuple[str, Words], ...] = (
    ("identification-card", N_("Birth certificate")),
    ("identification-card", N_("Identity card or passport")),
    ("shield", N_("Report to the police")),
    ("first-aid-kit", N_("Medical report")),
    ("camera", N_("Photos")),
    ("chat-text", N_("Threats received by phone")),
    ("envelope", N_("Letter from a witness")),
    ("newspaper", N_("News article")),
    ("graduation-cap", N_("School record")),
    ("briefcase", N_("Proof of work")),
    ("flower", N_("Death certificate")),
    ("heart", N_("Marriage certificate")),
    ("globe", N_("Report about the country")),
)
"""What many papers are: a press says it in both languages."""


def page_shown(sheet: Sheet, at: int, number: int) -> Shown:
    """Return what a list of pages says of the one at place `at`, from 0; `number` is its own while it is listed."""
    called = N_("Page {n}", n=at + 1)
    tone = next(words for tone, words, _ in TONES if tone is sheet.tone)
    return Shown(number=number, sign=str(at + 1), called=called, title=called, about=(tone,), sheet=sheet)


def language_said(language: str) -> Words:
    """Return a language in words; one that was typed as it was typed."""
    return dict(LANGUAGES).get(language, language)


def shown(packing: Packing, number: int) -> Shown:
    """Return what the list says of an exhibit."""
    exhibit, letter = packing.exhibit(number), packing.packet.letter(number)
    return Shown(
        number=number,
        sign=letter,
        called=N_("Exhibit {letter}", letter=letter),
        title=packing.title(number),
        about=tuple(_about(exhibit)),
        sheet=exhibit.sheets[0] if exhibit.sheets else None,
        missing=packing.missing(number),
        icon="file-text" if exhibit.paper else "image",
    )


def _about(exhibit: Exhibit) -> Iterator[Words]:
    if exhibit.paper:
        yield N_("made by this program")
        return
    yield P_("only {n} page", "{n} pages", len(exhibit.sheets))
    if exhibit.date.strip():
        yield exhibit.date.strip()
    if exhibit.language:
        yield language_said(exhibit.language)
    if exhibit.translate:
        yield N_("translation needed")
    if exhibit.country:
        yield N_("about the country")
