"""Wording: the same numbers in both languages, no forbidden promise, no sentence too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kyr_app.content.checks.sources import MONTHS
from kyr_app.content.desk import Problem, Source
from kyr_app.content.readability import sentences, words
from kyr_app.content.source import Mapping
from kyr_app.model.inline import plain
from kyr_app.model.text import N_, Text, Words

MOST_WORDS = 25

FORBIDDEN = {
    "es": (
        r"usted (no )?califica",
        r"(usted )?(tiene|tendrá) derecho a quedarse",
        r"va a ganar",
        r"va a perder",
        r"ganará (su|el) caso",
        r"(le|les) (van a|darán|dará) (dar )?(el )?asilo",
        r"no cruce",
        r"\bcruce (la frontera|por|el río)",
        r"(debe|puede|conviene|tiene que) cruzar",
        r"mienta",
        r"ilegales\b",
    ),
    "en": (
        r"you (do not |don't )?qualify",
        r"you will (win|lose)",
        r"you will get asylum",
        r"(do not|don't) cross",
        r"(should|must|can|may) cross",
        r"^cross\b",
        r"illegal aliens?",
        r"\bpro se\b",
    ),
}
"""What no screen and no sheet ever says, by language."""

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_FORM = re.compile(r"\b[A-Z]{1,5}-\d+[A-Z]*(?:/[A-Z]+)?\b")
_MONTH_ES = re.compile(rf"\b({'|'.join(MONTHS['es'])})\b", re.IGNORECASE)
_MONTH_EN = re.compile(
    rf"\b({'|'.join(m for m in MONTHS['en'] if m != 'May')}|May(?= \d)|(?<=[a-z] )May(?=[,.]))\b"
)


def check(source: Source) -> Iterator[Problem]:
    """Yield what is wrong with the words of a file."""
    for text, node in source.each(Text):
        yield from of_text(source, text, node)


def of_text(source: Source, text: Text, node: Mapping) -> Iterator[Problem]:
    """Yield what is wrong with the words of one passage."""
    yield from _parity(source, text, node)
    for language in ("es", "en"):
        yield from _manners(source, text.in_language(language), language, node)


def _parity(source: Source, text: Text, node: Mapping) -> Iterator[Problem]:
    for why in unequal(text):
        yield source.problem(node, why)


def unequal(text: Text) -> Iterator[Words]:
    """Yield what the two languages of a passage hold that is not the same: numbers, forms, months."""
    if numbers(text.es) != numbers(text.en):
        yield N_("The Spanish and the English hold different numbers.")
    if sorted(_FORM.findall(text.es)) != sorted(_FORM.findall(text.en)):
        yield N_("The Spanish and the English name different forms.")
    if _months(text.es, _MONTH_ES, "es") != _months(text.en, _MONTH_EN, "en"):
        yield N_("The Spanish and the English name different months.")


def strange_numbers(spanish: str, said: str) -> Words | None:
    """Return that a translation holds other numbers than its Spanish: years, dates, telephones, articles of a law."""
    return None if numbers(spanish) == numbers(said) else N_("it holds other numbers than the Spanish")


def numbers(text: str) -> list[str]:
    """Return the numbers of a text, sorted, however its language parts thousands and decimals."""
    return sorted(
        re.sub(r"[.,](?=\d{3}\b)", "", number).replace(",", ".") for number in _NUMBER.findall(plain(text))
    )


def _months(text: str, pattern: re.Pattern[str], language: str) -> list[int]:
    order = [month.casefold() for month in MONTHS[language]]
    return sorted(order.index(found.casefold()) for found in pattern.findall(text))


def _manners(source: Source, text: str, language: str, node: Mapping) -> Iterator[Problem]:
    said = plain(text)
    for pattern in FORBIDDEN[language]:
        found = re.search(pattern, said, re.IGNORECASE)
        if found:
            yield source.problem(node, N_("We never say “{words}”.", words=found[0]))
    for sentence in sentences(text):
        count = len(words(sentence))
        if count > MOST_WORDS:
            start = " ".join(sentence.split()[:5])
            said_so = N_(
                "A sentence of {n} words (at most {most}): “{start} …”", n=count, most=MOST_WORDS, start=start
            )
            yield source.problem(node, said_so)
