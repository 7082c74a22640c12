"""Which numbers take which form of a sentence: CLDR's kinds (`one`, `few`, `many`, `other`) and its notation."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Mapping, Sequence

KINDS = ("zero", "one", "two", "few", "many", "other")
OTHER = "other"
LONGEST_RULE = 200
_TRIED = range(201)
"""Numbers that a rule is tried with: what the program counts is seldom more than a few hundred."""

Kind = Callable[[int], str]


_BY_NOTHING = re.compile(r"(mod|%)\s*0+\b")


class NoRule(ValueError):
    """A rule that cannot be read."""


def kind_of(rules: Mapping[str, str]) -> Kind:
    """Return what tells the kind of a number. Raise `NoRule` for what is not CLDR's notation."""
    from babel.plural import PluralRule, RuleError  # noqa: PLC0415 (only where a pack adds a language)

    written = tuple(rules.values())
    if not set(rules) <= set(KINDS) - {OTHER} or any(len(each) > LONGEST_RULE for each in written):
        raise NoRule
    if any(_BY_NOTHING.search(each) for each in written):
        raise NoRule
    try:
        rule = PluralRule(dict(rules))
        rule(1)
    except (RuleError, ValueError, TypeError, SyntaxError, ArithmeticError) as error:
        raise NoRule from error
    return rule


def numbers(kind: Kind) -> dict[str, tuple[int, ...]]:
    """Return the kinds that numbers up to 200 are of, each with those numbers."""
    found: dict[str, list[int]] = {}
    for n in _TRIED:
        found.setdefault(kind(n), []).append(n)
    return {name: tuple(each) for name, each in found.items()}


def rules_of(code: str) -> dict[str, str]:
    """Return CLDR's rules for a language; for one that CLDR does not know: one thing, and any other number."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return dict(Locale.parse(code, sep="-").plural_form.rules)
    except (UnknownLocaleError, ValueError):
        return {"one": "n = 1"}


def by_kind(forms: Sequence[str], header: str, rules: Mapping[str, str]) -> dict[str, str]:
    """Return the forms of a PO file by CLDR's kinds; `header` is its line *Plural-Forms*.

    Raise `NoRule` where that line cannot be read, or a number has no form.
    """
    found = re.fullmatch(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+);?\s*", header)
    if found is None or int(found[1]) != len(forms):
        raise NoRule
    try:
        choose = gettext.c2py(found[2])
        return {
            kind: forms[choose(1 if 1 in numbers else numbers[0])]
            for kind, numbers in numbers_of(rules).items()
        }
    except (ValueError, IndexError, ArithmeticError) as error:
        raise NoRule from error


def numbers_of(rules: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """Return the kinds of numbers by their rules, as `numbers` does."""
    return numbers(kind_of(rules))
