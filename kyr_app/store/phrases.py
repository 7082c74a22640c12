"""Words that open a file: made by the program, or one's own if they are strong.

Six words of a list of 2,048 are 66 bits: about a million years for a thousand graphics cards (see
docs/security). What is typed is forgiven its capitals, accents, commas, hyphens and double spaces, for keyboards
differ; that makes no generated phrase weaker, because no two words of a list differ in these alone.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from functools import cache

from kyr_app.model.text import N_, Words

WORDS = 6
OWN_WORDS = 4
OWN_GUESSES = 1e14
_LISTS = {"es": "spanish", "en": "english"}
_STRAY = dict.fromkeys(map(ord, "'’‘`´¨^~\u00ad\u200b\u200c\u200d\u2060\ufeff"))  # dead keys, invisible signs
_BETWEEN = re.compile(r"[\s.,;:_/|\-‐‑‒–—]+")
_ROWS = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce one two three four five six seven eight nine ten"
    " lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday"
    " enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre january february"
    " march april may june july august september october november december"
)
_COUNTED = frozenset(_ROWS.split())
_EASY = N_(
    "These words are too easy to guess. Use at least four different words that do not belong together."
)


@cache
def _words(language: str) -> tuple[str, ...]:
    from mnemonic import Mnemonic  # noqa: PLC0415 (only where words are made)

    found = Mnemonic(_LISTS.get(language, "spanish")).wordlist
    return tuple(unicodedata.normalize("NFC", word) for word in found)


@cache
def _plain(language: str) -> dict[str, str]:
    # From the word as it counts to the word as the list has it.
    return {_bare(word): unicodedata.normalize("NFKD", word) for word in _words(language)}


def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.translate(_STRAY)).casefold()
    letters = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return _BETWEEN.sub(" ", letters).strip()


def normal(phrase: str) -> bytes:
    """Return what a phrase counts as: no accents, no capitals, one space between words. Never to be changed."""
    return _bare(phrase).encode("utf-8", "replace")


def same(first: str, second: str) -> bool:
    """Return whether two phrases open the same file."""
    return secrets.compare_digest(normal(first), normal(second))


def new_phrase(language: str, words: int = WORDS) -> str:
    """Return words drawn by the system's own chance from the list of `language` (`es` or `en`), as one writes them."""
    found = _words(language)
    return " ".join(secrets.choice(found) for _ in range(words))


def recovery(language: str) -> str:
    """Return the twelve words of a recovery card: 128 bits, and four more that show a slip of the pen."""
    from mnemonic import Mnemonic  # noqa: PLC0415 (only where words are made)

    made = Mnemonic(_LISTS.get(language, "spanish")).generate(128)
    return unicodedata.normalize("NFC", " ".join(made.split()))


def weak(phrase: str) -> Words | None:
    """Return why words of one's own are too easy to guess; None where they are strong enough.

    Strong are four different words of three letters or more, or whatever takes 10^14 guesses (zxcvbn).
    """
    if not (words := _bare(phrase).split()):
        return N_("Type the words first.")
    chosen = [word for word in words if word not in _COUNTED]  # who counts to ten has chosen nothing
    if len({word for word in chosen if len(word) >= 3}) >= OWN_WORDS:
        return None
    if not chosen:
        return _EASY
    from zxcvbn import zxcvbn  # type: ignore[import-untyped]  # noqa: PLC0415 (slow)

    if float(zxcvbn(" ".join(chosen)[:72])["guesses"]) >= OWN_GUESSES:
        return None
    return _EASY


def card_holds(phrase: str) -> bool:
    """Return whether `phrase` is twelve words of one list whose check adds up: a recovery card without a slip."""
    from mnemonic import Mnemonic  # noqa: PLC0415 (only with a file)

    typed = _bare(phrase).split()
    if len(typed) != 12:
        return False
    for language, name in _LISTS.items():
        known = _plain(language)
        if all(word in known for word in typed):
            return Mnemonic(name).check(" ".join(known[word] for word in typed))
    return False


def order(phrase: str) -> tuple[int, ...]:
    """Return in which order to try the four slots: twelve words that add up are nobody's own phrase."""
    return (1, 0, 2, 3) if card_holds(phrase) else (0, 1, 2, 3)


def slip(phrase: str) -> Words | None:
    """Return what looks mistyped, for someone whose words did not open; None where nothing does.

    Speaks only where most words are of a list, so that a phrase of one's own is not doubted.
    """
    typed = _bare(phrase).split()
    for language in _LISTS:
        strange = [place for place, word in enumerate(typed, 1) if word not in _plain(language)]
        if len(typed) >= WORDS and len(strange) <= len(typed) // 3:
            if strange:
                return N_("Look at word number {place} again: it is on no list.", place=strange[0])
            break
    else:
        return None
    if len(typed) == 12 and not card_holds(phrase):
        return N_("One of the twelve words is not as on the card, or two have changed places.")
    return None
