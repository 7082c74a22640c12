"""Words that occur nowhere in the world, and every form in which a program may leave one on a disk."""

from __future__ import annotations

import base64
import json
import secrets
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from msgspec import Struct

_CONSONANTS, _VOWELS = "bcdfgklmnprstvz", "aeiou"


class Canaries(Struct, frozen=True):
    """The secrets of one run. All words have one stem, so that a scan looks for one text.

    Each word has its own tail, which tells what leaked: the tail is looked at where the stem was found.
    """

    stem: str
    number: str
    plain: tuple[str, ...] = ()
    """Secrets that are not ours to make up, as the words of a phrase: looked for as they are."""

    def word(self, tail: str) -> str:
        """Return a secret word; it looks like a name."""
        return f"{self.stem}{tail}"


def fresh() -> Canaries:
    """Return secrets that nobody has seen: made by chance, and never a part of any source."""
    syllables = "".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(4))
    return Canaries(f"Qu{syllables[:4]}ñé{syllables[4:]}x", f"000{secrets.randbelow(900000) + 100000}")


def forms(text: str) -> dict[bytes, str]:
    """Return the bytes of a text in each form, with the form's name.

    Base64 has three: what stands before the text shifts it. Only what is the same whatever stands round it counts.
    """
    plain = text.encode()
    made: dict[bytes, str] = {}
    for name, form in _encoded(text):
        made.setdefault(form, name)
    for name, form in _base64(plain):
        made.setdefault(form, name)
    return {form: name for form, name in made.items() if len(form) >= 6}


def _encoded(text: str) -> Iterator[tuple[str, bytes]]:
    plain, apart = text.encode(), unicodedata.normalize("NFD", text)
    bare = "".join(each for each in apart if not unicodedata.combining(each))
    yield "UTF-8", plain
    yield "UTF-8, decomposed", apart.encode()
    yield "without accents", bare.encode()
    yield "without accents, small", bare.casefold().encode()
    yield "small", text.lower().encode()
    yield "capitals", text.upper().encode()
    for code in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        yield code.upper(), text.encode(code)
        yield f"{code.upper()}, decomposed", apart.encode(code)
    latin = text.encode("latin-1", "replace")
    yield "Latin-1", latin
    yield "hex", plain.hex().encode()
    yield "hex, capitals", plain.hex().upper().encode()
    yield "hex of UTF-16", text.encode("utf-16-be").hex().upper().encode()
    yield "URL", quote(text).encode()
    yield "URL, small", quote(text).replace("%C3%B1", "%c3%b1").replace("%C3%A9", "%c3%a9").encode()
    escaped = json.dumps(text)[1:-1]
    yield "JSON", escaped.encode()
    yield "JSON, capitals", escaped.replace("\\u00f1", "\\u00F1").replace("\\u00e9", "\\u00E9").encode()
    yield "repr of bytes", repr(plain)[2:-1].encode()
    yield "PDF string", "".join(chr(each) if each < 127 else f"\\{each:03o}" for each in latin).encode()
    yield "HTML", text.encode("ascii", "xmlcharrefreplace")


def _base64(plain: bytes) -> Iterator[tuple[str, bytes]]:
    for shift in range(3):
        inside = plain[-shift % 3 :] if shift else plain
        whole = inside[: len(inside) // 3 * 3]
        yield f"base64 at {shift}", base64.b64encode(whole)
        yield f"base64 for URLs at {shift}", base64.urlsafe_b64encode(whole)


def hunted(canaries: Canaries) -> dict[bytes, str]:
    """Return everything to look for, with the name of its form."""
    found: dict[bytes, str] = {}
    for text in (canaries.stem, canaries.number, *canaries.plain):
        found.update(forms(text))
    return found


def tails(canaries: Canaries, names: Iterable[str]) -> Mapping[str, frozenset[bytes]]:
    """Return, for each tail, the forms of its word: to tell which secret it was where the stem was found."""
    return {name: frozenset(forms(canaries.word(name))) for name in names}
