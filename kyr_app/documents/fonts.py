"""The letters and the icons of every paper, embedded; what they cannot draw is known beforehand."""

from __future__ import annotations

import re
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kyr_app import places

TEXT = "Atkinson"
BOLD = "Atkinson-Bold"
ICONS = "Phosphor"
_STYLES = {TEXT: "regular", BOLD: "bold", "Atkinson-Italic": "italic", "Atkinson-BoldItalic": "bold-italic"}
_SAMPLE = (
    "Usted tiene derecho a un intérprete en su idioma. Pregunte a un equipo legal qué pasa hoy en la corte."
)


@cache
def register() -> None:
    """Make the fonts known to ReportLab; once in a process, with nothing fetched from outside a paper."""
    rl_config.trustedSchemes = ["data"]
    rl_config.trustedHosts = None
    files = places.font_files()
    for name, style in _STYLES.items():
        pdfmetrics.registerFont(TTFont(name, str(files[style])))
    pdfmetrics.registerFont(TTFont(ICONS, str(places.icon_font())))
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
