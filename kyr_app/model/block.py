"""Blocks: the unit of translation, of speech, of a slide and of print.

A block has an id that never changes, the facts it rests on, or `practice: yes` where it gives practical advice
and states no law. Inline notation in every text: `**strong**` and `[[term|words]]` for a glossary term.
"""

from __future__ import annotations

from msgspec import Struct

from kyr_app.model.text import Text


class Block(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind"):
    """What every block has."""

    id: str
    facts: tuple[str, ...] = ()
    practice: bool = False


class Heading(Block, frozen=True, omit_defaults=True, kw_only=True, tag="heading"):
    """A short title inside a point."""

    text: Text


class Paragraph(Block, frozen=True, omit_defaults=True, kw_only=True, tag="paragraph"):
    """A few short sentences, with a picture beside them where `icon` names one."""

    text: Text
    icon: str = ""


class Item(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One entry of a list; its picture always stands beside its words. Facts default to those of its block."""

    id: str
    text: Text
    icon: str = ""
    facts: tuple[str, ...] = ()


class Items(Block, frozen=True, omit_defaults=True, kw_only=True, tag="list"):
    """Things without an order; with icons they become a grid of pictures with words."""

    items: tuple[Item, ...]


class Steps(Block, frozen=True, omit_defaults=True, kw_only=True, tag="steps"):
    """Things in an order: numbered."""

    items: tuple[Item, ...]


class Warning(Block, frozen=True, omit_defaults=True, kw_only=True, tag="warning"):  # noqa: A001 (the domain's word)
    """Take care: a danger, or something that may have changed."""

    text: Text


class Phrase(Block, frozen=True, omit_defaults=True, kw_only=True, tag="phrase"):
    """A sentence to say aloud; always shown in both languages, because the officer hears English."""

    say: Text
    note: Text | None = None


class Option(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A possible answer to a teach-back question, and the kind reply to it."""

    id: str
    text: Text
    reply: Text
    right: bool = False


class Choice(Block, frozen=True, omit_defaults=True, kw_only=True, tag="choice"):
    """A teach-back question. It checks whether the lesson was clear, never the person."""

    question: Text
    options: tuple[Option, ...]


class Row(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A row of a table; as many cells as the table has columns."""

    id: str
    cells: tuple[Text, ...]
    facts: tuple[str, ...] = ()


class Table(Block, frozen=True, omit_defaults=True, kw_only=True, tag="table"):
    """Things side by side, two or three columns."""

    columns: tuple[Text, ...]
    rows: tuple[Row, ...]


AnyBlock = Heading | Paragraph | Items | Steps | Warning | Phrase | Choice | Table


def facts_of(block: AnyBlock) -> tuple[str, ...]:
    """Return the ids of all facts a block rests on, its own first, each once."""
    found = dict.fromkeys(block.facts)
    if isinstance(block, Items | Steps):
        found.update(dict.fromkeys(fact for item in block.items for fact in item.facts))
    if isinstance(block, Table):
        found.update(dict.fromkeys(fact for row in block.rows for fact in row.facts))
    return tuple(found)
