"""What passes between the content and a translator: one entry for each passage, in the terms of a PO file."""

from __future__ import annotations

from msgspec import Struct


class Entry(Struct, frozen=True, kw_only=True):
    """A passage to translate, or translated.

    `context` is its address, `source` the words it is translated from, `plural` those for many where it is counted;
    `said` is the translation, one form or, where it is counted, one for each kind of number: empty where there is
    none yet. `notes` tell the translator what the words rest on, `places` where they stand (file, line), `line` is
    where the entry stands in the PO file. A `fuzzy` one is unsure, and is not taken; `flags` are its other flags.
    """

    context: str = ""
    source: str
    plural: str = ""
    said: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    flags: tuple[str, ...] = ()
    fuzzy: bool = False
    line: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """What names it in a PO file."""
        return (self.context, self.source, self.plural)

    @property
    def done(self) -> bool:
        """Whether it is translated, and sure."""
        return bool(self.said) and all(self.said) and not self.fuzzy


class Catalogue(Struct, frozen=True, kw_only=True):
    """A PO file: its language, its rule for plurals as gettext writes it, its entries in order.

    `gone` are translations of what is not there any more, kept for the day it comes back.
    """

    language: str = ""
    plural_forms: str = ""
    entries: tuple[Entry, ...] = ()
    gone: tuple[Entry, ...] = ()
