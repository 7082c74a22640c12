"""What a soak test came to: one row of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct


class Row(Struct, frozen=True, kw_only=True):
    """One row: what was tried, what was done to it, how often, and what came of it.

    `bad` counts what must not have happened. A `control` is broken on purpose: there `bad` must not be 0, or the
    test that found nothing is blind. `not_here` says why this machine could not try it; it is neither good nor bad.
    """

    test: str
    done: str
    count: int = 0
    unit: str = ""
    result: str = ""
    bad: int = 0
    control: bool = False
    not_here: str = ""
    seconds: float = 0

    @property
    def passed(self) -> bool:
        """Whether it came out as it must."""
        if self.not_here:
            return True
        return self.count > 0 and bool(self.bad) is self.control


class Scale(Struct, frozen=True):
    """How much is tried: all of it, or the short form of every change."""

    short: bool = False

    def of(self, full: int, short: int) -> int:
        """Return how often to try something."""
        return short if self.short else full


Test = Callable[[Scale], Iterator[Row]]
"""A soak test yields its rows as they are done."""


def words(errors: dict[str, int]) -> str:
    """Return counted kinds of errors, the most frequent first."""
    ordered = sorted(errors.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {kind}" for kind, count in ordered) or "none"
