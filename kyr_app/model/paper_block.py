"""The blocks of a paper that we write: what a template is made of. See `model.template`.

A block with a condition (`when`) is printed where it holds, left out where it does not, and printed after an empty
box to tick where nobody knows yet.
"""

from __future__ import annotations

from msgspec import Struct

from kyr_app.model.text import Text


class Part(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind"):
    """What every block of a paper has. One that states law names its facts."""

    id: str
    when: str = ""
    facts: tuple[str, ...] = ()


class Headline(Part, frozen=True, omit_defaults=True, kw_only=True, tag="heading"):
    """A short title inside a sheet; `center` sets it in the middle."""

    text: Text
    center: bool = False


class Passage(Part, frozen=True, omit_defaults=True, kw_only=True, tag="paragraph"):
    """A passage without a number."""

    text: Text
    strong: bool = False


class Point(Part, frozen=True, omit_defaults=True, kw_only=True, tag="point"):
    """A numbered passage; the numbers run through a sheet."""

    text: Text


class Told(Part, frozen=True, omit_defaults=True, kw_only=True, tag="told"):
    """What the person told in their own words under `name`, whole; `lines` to write on where nothing was told.

    On an English page stands the English version, where there is one, else lines for it.
    """

    name: str
    label: Text | None = None
    lines: int = 8


class Tick(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A box: ticked where its condition holds, left for the pen where there is none or it is unknown."""

    id: str
    text: Text
    when: str = ""


class Ticks(Part, frozen=True, omit_defaults=True, kw_only=True, tag="ticks"):
    """Boxes to tick."""

    items: tuple[Tick, ...]


class Bullet(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One entry of a list."""

    id: str
    text: Text
    when: str = ""


class Bullets(Part, frozen=True, omit_defaults=True, kw_only=True, tag="list"):
    """Things under one another; numbered where they are `steps`."""

    items: tuple[Bullet, ...]
    steps: bool = False


class Entry(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A label with the answer under it: the one of a `name`, or a `text` with slots; neither is a line for the pen."""

    id: str
    label: Text
    name: str = ""
    text: Text | None = None
    wide: bool = False


class Entries(Part, frozen=True, omit_defaults=True, kw_only=True, tag="fields"):
    """Labels with what was answered, side by side in `columns`."""

    entries: tuple[Entry, ...]
    columns: int = 2


class Head(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A column of a table: the name of the answer in it (empty: for the pen), its title, its share of the width."""

    id: str
    text: Text
    name: str = ""
    share: int = 1


class Listing(Part, frozen=True, omit_defaults=True, kw_only=True, tag="table"):
    """The rows of an answer, one each; at least `lines` rows, the empty ones for the pen."""

    rows: str
    heads: tuple[Head, ...]
    lines: int = 4


class Caption(Part, frozen=True, omit_defaults=True, kw_only=True, tag="caption"):
    """The head of a court paper as the practice manual shows it, with `title`; alone on its page for a cover."""

    title: Text
    cover: bool = False


class Lines(Part, frozen=True, omit_defaults=True, kw_only=True, tag="lines"):
    """Lines one under another: a sender, a receiver. One whose answers are *none* is left out."""

    texts: tuple[Text, ...]


class Signature(Part, frozen=True, omit_defaults=True, kw_only=True, tag="signature"):
    """Lines for a signature and its day, always empty, with the name under them and what else the signer writes."""

    who: Text
    more: tuple[Text, ...] = ()


class Ruled(Part, frozen=True, omit_defaults=True, kw_only=True, tag="rules"):
    """Lines to write on, under a label where there is one."""

    text: Text | None = None
    lines: int = 4


class Law(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Words of a statute as the law has them (`en`), with a translation for reading (`es`)."""

    es: str
    en: str


class Statute(Part, frozen=True, omit_defaults=True, kw_only=True, tag="statute"):
    """Text of a law, kept word for word. `warning` stands in bold letters in a box with lines of three points."""

    text: Law
    small: bool = False
    warning: bool = False


class Care(Part, frozen=True, omit_defaults=True, kw_only=True, tag="warning"):
    """Something to beware of, on a paper that stays with the family."""

    text: Text


AnyPart = (
    Headline
    | Passage
    | Point
    | Told
    | Ticks
    | Bullets
    | Entries
    | Listing
    | Caption
    | Lines
    | Signature
    | Ruled
    | Statute
    | Care
)
