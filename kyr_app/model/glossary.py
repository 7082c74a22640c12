"""Glossary terms: legal words explained once, in place."""

from __future__ import annotations

from msgspec import Struct

from kyr_app.model.text import Text


class Term(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A term and what it means in plain words."""

    id: str
    term: Text
    meaning: Text


class Glossary(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A file of terms."""

    id: str
    terms: tuple[Term, ...]
