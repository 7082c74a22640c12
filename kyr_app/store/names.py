"""Names of files that leave the program: they say what kind of thing it is and when, never whose."""

from __future__ import annotations

import datetime as dt
import re
import secrets
import unicodedata
from enum import Enum

LONGEST = 80
"""Characters of a name, its ending included: short enough for every stick and every path."""
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
_BAD = re.compile(r"[^\w.\-]+|_+", re.ASCII)
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
_NO_NAME = "documento"


class Label(Enum):
    """The first word of a name, the same for everyone: Spanish that English readers know, too."""

    PAPER = "documento"
    COPY = "copia"
    SHEET = "hoja"
    TABLE = "lista"
    RECEIPT = "recibo"
    PACKET = "paquete"
    FORM = "formulario"


def neutral(label: Label, day: dt.date, suffix: str) -> str:
    """Return a name such as `documento-2026-11-22-k7p2.pdf`: a fixed word, the day, and four letters by chance."""
    chance = "".join(secrets.choice(_LETTERS) for _ in range(4))
    endings = re.findall(r"[a-z0-9]{1,8}", suffix.casefold())
    return ".".join([f"{label.value}-{day.isoformat()}-{chance}", *endings[-2:]])


def safe(name: str) -> str:
    """Return a file name that every system takes, out of any text at all: for what others have named.

    Only ASCII letters, digits, `-` and `.`; no path, nothing hidden, no device of Windows, at most 80
    characters. Two texts may give the same name.
    """
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    last = re.split(r"[/\\]", text.replace("\0", ""))[-1]
    clean = re.sub(r"\.{2,}", ".", _BAD.sub("-", last)).strip(".- ")
    stem, dot, ending = clean.rpartition(".")
    if not dot or not re.fullmatch(r"[A-Za-z0-9]{1,8}", ending):
        stem, ending = clean, ""
    room = LONGEST - (len(ending) + 1 if ending else 0)
    stem = stem[:room].strip(".- ")
    made = (stem or _NO_NAME) + (f".{ending}" if ending else "")
    return f"{_NO_NAME}-{made}"[:LONGEST] if _RESERVED.fullmatch(made) else made
