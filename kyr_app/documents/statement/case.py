"""Whose statement it is, and before which court: what stands at its head."""

from __future__ import annotations

from msgspec import Struct


class Case(Struct, frozen=True, kw_only=True):
    """What is known of the person and the court case; empty is not known, and leaves a line or nothing."""

    name: str = ""
    a_number: str = ""
    court: str = ""

    def __repr__(self) -> str:
        return "Case(…)"
