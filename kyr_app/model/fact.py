"""A fact: one statement of law or practice, with where it comes from and how fast it changes."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class Volatility(StrEnum):
    """How fast a fact changes; the last two make a lesson expire within 90 days."""

    STABLE = "stable"
    IN_LITIGATION = "in-litigation"
    CHANGED_RECENTLY = "changed-recently"


class Confidence(StrEnum):
    """How well the source supports the fact; a low one is never stated as fact."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Fact(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One fact. `statement` is for authors and reviewers (English); families read the lessons."""

    id: str
    topic: str
    statement: str
    citation: str
    source: str
    as_of: str
    volatility: Volatility
    confidence: Confidence
    note: str = ""

    @property
    def changes(self) -> bool:
        """Whether the fact is in court or changed lately, so that its date must stand beside it."""
        return self.volatility is not Volatility.STABLE

    @property
    def unverified(self) -> bool:
        """Whether nothing but general knowledge stands behind the fact."""
        return self.source.startswith("unverified")


PRACTICE = "practice"
"""The citation of a fact that is practical advice: there is no law to cite."""


def citations(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return what facts cite, each once, in order; practical advice cites nothing."""
    return tuple(dict.fromkeys(fact.citation for fact in facts if fact.citation != PRACTICE))


class FactFile(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The facts about one topic."""

    id: str
    facts: tuple[Fact, ...]
