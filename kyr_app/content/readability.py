"""Readability by published formulas: INFLESZ (Szigriszt-Pazos) for Spanish, Flesch-Kincaid for English.

Formulas and bands: Barrio-Cantalejo 2008; Szigriszt-Pazos 1993; Flesch 1948; Kincaid 1975. Addresses, telephone
numbers, form names, A-numbers and citations count as one word of two syllables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from kyr_app.model.inline import plain

_ABBREVIATIONS = re.compile(
    r"\b(a\. ?m|p\. ?m|a\.m|p\.m|EE\. ?UU|Sra?|Dra?|núm|art|arts|No|U\.S|Mr|Mrs|Ms|Dr|vs|v|sec|pág)\.",
    re.IGNORECASE,
)
_OPAQUE = re.compile(
    r"https?://\S+|\b[\w-]+(?:\.[\w-]+)+\.?(?:/\S+)?(?=\s|$)|"
    r"\(?\+?\d[\d()\- ]{6,}\d#?|\b[A-Z]{1,4}-\d+[A-Z]?(?:/[A-Z]+)?\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,:/]\d+)*")
_END = re.compile(r"[.!?…·]+(?=\s+[¿¡])|[.!?…]+(?=[\s»”\")]|$)")


class Count(Struct, frozen=True):
    """Words, sentences and syllables of a text."""

    words: int
    sentences: int
    syllables: int

    def __add__(self, other: Count) -> Count:
        """Return the counts of both texts together."""
        return Count(
            self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables
        )


NONE = Count(0, 0, 0)


def sentences(text: str) -> list[str]:
    """Return the sentences of a passage; the end of the passage ends one."""
    safe = _ABBREVIATIONS.sub(lambda found: found[0].replace(".", "·"), _decimal(plain(text)))
    parts = _END.split(safe)
    return [part.strip() for part in parts if _WORD.search(part)]


def _decimal(text: str) -> str:
    return re.sub(r"(?<=\d)\.(?=\d)", "·", text)


def words(text: str) -> list[str]:
    """Return the words of a passage."""
    return _WORD.findall(_OPAQUE.sub(" forma ", plain(text)))


def inflesz(count: Count) -> float:
    """Return the INFLESZ score: above 65 fairly easy, above 80 very easy."""
    return 206.835 - 62.3 * count.syllables / count.words - count.words / count.sentences


def fernandez_huerta(count: Count) -> float:
    """Return the Fernández Huerta score, with words per sentence (its often misprinted last term)."""
    return 206.84 - 60 * count.syllables / count.words - 1.02 * count.words / count.sentences


def grade(count: Count) -> float:
    """Return the Flesch-Kincaid grade."""
    return 0.39 * count.words / count.sentences + 11.8 * count.syllables / count.words - 15.59


def reading_ease(count: Count) -> float:
    """Return the Flesch reading ease."""
    return 206.835 - 1.015 * count.words / count.sentences - 84.6 * count.syllables / count.words


def measure(passages: Iterable[str], language: str) -> Count:
    """Return the counts of several passages in `es` or `en`."""
    syllables = spanish_syllables if language == "es" else english_syllables
    total = NONE
    for passage in passages:
        found = words(passage)
        if found:
            total += Count(len(found), max(1, len(sentences(passage))), sum(map(syllables, found)))
    return total


def spanish_syllables(word: str) -> int:
    """Return the number of syllables: one a vowel group, strong vowels apart, accented weak ones apart."""
    bare = re.sub(r"y$", "i", word.casefold())
    bare = re.sub(r"qu(?=[eiéí])", "q", bare)
    bare = re.sub(r"gu(?=[eiéí])", "g", bare)
    bare = re.sub(r"(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])", "", bare)
    if not re.search(r"[aeiouáéíóúü]", bare):
        return max(1, len(re.findall(r"\d", bare))) if bare[:1].isdigit() else 1
    return sum(_group(group) for group in re.findall(r"[aeiouáéíóúü]+", bare))


def _group(group: str) -> int:
    count = 1
    for left, right in pairwise(group):
        strong_pair = left in "aeoáéóíú" and right in "aeoáéóíú"
        count += strong_pair
    return count


_SILENT = re.compile(r"(?:[^laeiouy]es|[^dt]ed|[^l]e|(?<=[aeiouy])le)$")
_ENGLISH_GROUPS = re.compile(r"[aeiouy]+")
_SPLIT = re.compile(r"i[ao](?!us)|(?<!p)eo(?!u)|ua(?![rgl])|[aeiou]ing|ui(?=[nt]y)")


def english_syllables(word: str) -> int:
    """Return the number of syllables by vowel groups; wrong for about one word in ten."""
    bare = word.casefold().replace("’", "'").split("'")[0]
    if bare[:1].isdigit():
        return max(1, len(re.findall(r"\d", bare)))
    groups = len(_ENGLISH_GROUPS.findall(bare)) + len(_SPLIT.findall(re.sub(r"[ts]io", "so", bare)))
    if len(bare) > 3 and _SILENT.search(bare):
        groups -= 1
    return max(1, groups)
