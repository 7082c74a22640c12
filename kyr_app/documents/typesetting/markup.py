"""From our inline notation to ReportLab's, with every text made safe on the way."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import cache

from kyr_app.content.tokens import theme
from kyr_app.documents.typesetting import fonts, lost
from kyr_app.documents.typesetting.marks import drawn
from kyr_app.model import inline

# Invisible characters: directions that would reorder a line, joiners, variation selectors, soft hyphens.
_DROPPED = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_SPACE = re.compile("[\t\n\x0b\x0c\r\x85\u1680\u2000-\u200a\u2028\u2029\u205f\u3000]")
_SAME = str.maketrans({"\u2010": "-", "\u2011": "-", "\u202f": "\xa0"})
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# What must not be torn apart at the end of a line: a telephone number, a citation.
_CODE = r"(?:CFR|USC|U\.S\.C\.|C\.F\.R\.)"
_TOGETHER = re.compile(rf"(\(\d{{3}}\)|\b{_CODE}|§|\d(?= {_CODE})) (?=[\dCU§])")

_USUAL = " " + string.ascii_letters + string.digits + string.punctuation + "¿¡«»“”‘’—–…·•§ºª"
_ACCENTED = range(0xC0, 0x180)

BOX = "☐"
"""What authors write for a box to tick inside a sentence: no letter of the family's, and drawn as an icon."""
_LOW = 0.2
"""How far such a box is lowered, in letter heights: an icon stands higher than a letter."""
_DOWN = 0.15
"""How far below the line an icon stands, in its own heights."""


def clean(text: str) -> str:
    """Return `text` composed (NFC), without bidirectional or invisible controls, other controls made U+FFFD."""
    text = unicodedata.normalize("NFC", _DROPPED.sub("", text))
    return _CONTROL.sub("\ufffd", _SPACE.sub(" ", text.translate(_SAME)))


def safe(text: str) -> str:
    """Return any text as harmless markup: cleaned and escaped; what no letter exists for becomes a visible box.

    Such a letter is noted in `lost`.
    """
    if _harmless().fullmatch(text):
        return _TOGETHER.sub("\\1\xa0", text)
    lost.note(letter for letter in fonts.uncovered().findall(clean(text)) if letter != BOX)
    return _made_safe(text)


@cache
def _harmless() -> re.Pattern[str]:
    """Return what finds texts of nothing but usual letters, each of which is as it should be: most of all texts."""
    usual = _USUAL + "".join(map(chr, _ACCENTED))
    letters = "".join(letter for letter in usual if _made_safe(letter) == letter)
    return re.compile(f"[{re.escape(letters)}]*")


def _made_safe(text: str) -> str:
    text = _TOGETHER.sub("\\1\xa0", clean(text)).replace(f"{BOX} ", f"{BOX}\xa0").translate(_ESCAPED)
    return fonts.uncovered().sub(lambda found: _box() if found[0] == BOX else _substitute(), text)


def markup(text: str) -> str:
    """Return a text in our notation as markup: strong is bold, a glossary term is underlined."""
    return "".join(_run(run) for run in inline.runs(text))


def glyph(name: str, size: float) -> str:
    """Return an icon of `size` points as markup that stands level with the text round it."""
    return f'<sub rise="{size * _DOWN:.2f}" size="{size:g}">{_drawn(name)}</sub>'


def _drawn(name: str) -> str:
    return f'<font name="{fonts.ICONS}">{drawn(name)}</font>'


def _box() -> str:
    """Return a box to tick inside a sentence, as high as a capital and standing on the line."""
    return f'<sub rise="{theme().paper.body * _LOW:.2f}" size="{theme().paper.body}">{_drawn("square")}</sub>'


def _substitute() -> str:
    return _drawn("square")


def _run(run: inline.Run) -> str:
    said = safe(run.text)
    if run.term:
        said = f'<u width="0.75" offset="-0.16*F">{said}</u>'
    return f"<b>{said}</b>" if run.strong else said
