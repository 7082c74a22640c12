"""The letters and the icons of every paper, embedded; what they cannot draw is known beforehand."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kyr_app import places

TEXT = "Atkinson"
BOLD = "Atkinson-Bold"
ICONS = "Phosphor"
_FIRST = 0
"""The part of a font with the first 255 letters that a paper uses: nearly all text is set in these."""
_STYLES = {TEXT: "regular", BOLD: "bold", "Atkinson-Italic": "italic", "Atkinson-BoldItalic": "bold-italic"}
_SAMPLE = (
    "Usted tiene derecho a un intérprete en su idioma. Pregunte a un equipo legal qué pasa hoy en la corte."
)


class Letters(TTFont):  # type: ignore[misc]  # ReportLab brings no types
    """A font whose letters are looked up all at once where a paper has used every one of them before."""

    def splitString(self, text: Any, doc: Any, encoding: str = "utf-8") -> Any:  # noqa: N802 (ReportLab's name)
        """Return the codes of a text, by the part of the font they stand in."""
        try:
            used = self.state[doc].assignments
            codes = bytes(map(used.__getitem__, map(ord, text.replace("\xa0", " "))))
        except (KeyError, ValueError, TypeError):  # a new letter, one of a later part, or bytes
            return super().splitString(text, doc, encoding)
        return [(_FIRST, codes)] if codes else []


@cache
def register() -> None:
    """Make the fonts known to ReportLab; once in a process, with nothing fetched from outside a paper."""
    rl_config.trustedSchemes = ["data"]
    rl_config.trustedHosts = None
    files = places.font_files()
    for name, style in _STYLES.items():
        pdfmetrics.registerFont(Letters(name, str(files[style])))
    pdfmetrics.registerFont(Letters(ICONS, str(places.icon_font())))
    pdfmetrics.registerFontFamily(TEXT, *_STYLES)


@cache
def uncovered() -> re.Pattern[str]:
    """Return what finds one character that the text family has no letter for."""
    register()
    known = {code for code in pdfmetrics.getFont(TEXT).face.charToGlyph if code != 0xFFFF}
    return re.compile(f"[^{''.join(re.escape(chr(code)) for code in sorted(known))}]")


@cache
def line(characters: int, size: float) -> float:
    """Return how wide a line of that many characters of running text is, in points."""
    register()
    return float(pdfmetrics.stringWidth(_SAMPLE, TEXT, size)) / len(_SAMPLE) * characters


def width(text: str, font: str, size: float) -> float:
    """Return the width of `text` in points."""
    return float(pdfmetrics.stringWidth(text, font, size))
