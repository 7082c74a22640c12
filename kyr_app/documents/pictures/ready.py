"""A sheet as it lies in a PDF: packed once, then only placed, however often a packet is put together."""

from __future__ import annotations

from msgspec import Struct, structs

from kyr_app.documents.pictures import page as pictures
from kyr_app.model.packet import WHOLE, Sheet, Tone


class Ready(Struct, frozen=True):
    """Pixels as a PDF takes them: a JPEG of one colour or three, or with `fax` rows packed as CCITT G4."""

    width: int
    height: int
    data: bytes
    colours: int = 1
    fax: bool = False


def on_paper(sheet: Sheet, *, colour: bool) -> Sheet:
    """Return how a sheet is shown on paper: what is left as it is, is printed in shades of grey unless `colour`."""
    if colour or sheet.tone is not Tone.AS_IS:
        return sheet
    return structs.replace(sheet, tone=Tone.GREY)


def ready(picture: bytes, sheet: Sheet) -> Ready:
    """Return a sheet as it goes into a PDF. Raise `PictureGone` where the picture cannot be read.

    What came in as it is wanted is not decoded and written again: it stays as sharp as it is.
    """
    if sheet.tone is Tone.BLACK_WHITE:
        bits = pictures.bits(picture, sheet)
        return Ready(bits.width, bits.height, bits.g4, fax=True)
    made = picture if _as_wanted(picture, sheet) else pictures.page(picture, sheet)
    wide, high = pictures.size(made)
    return Ready(wide, high, made, _colours(made))


def _as_wanted(picture: bytes, sheet: Sheet) -> bool:
    if sheet.corners != WHOLE or sheet.turn % 4 or sheet.tilt:
        return False
    if sheet.tone is not Tone.AS_IS and not (sheet.tone is Tone.GREY and _colours(picture) == 1):
        return False
    wide, high = pictures.size(picture)
    return wide <= pictures.PAPER[0] and high <= pictures.PAPER[1] and _colours(picture) in {1, 3}


def _colours(jpeg: bytes) -> int:
    """Return how many colours a JPEG has: from its frame header, without decoding it; 0 where there is none."""
    at = 2
    while at + 9 < len(jpeg) and jpeg[at] == 0xFF:
        marker = jpeg[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            return jpeg[at + 9]
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return 0
