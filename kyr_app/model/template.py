"""A template: a paper that we write ourselves, in both languages, with places for a family's answers.

One file each in `forms/documents`. A text holds `{answer_name}` where an answer stands, `{rows.column}` inside a
sheet that is repeated for each row, `{document}` for what the paper is called. Both languages stand in one text, so
that numbers and order are the same by construction.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from msgspec import Struct

from kyr_app.model.paper_block import AnyPart
from kyr_app.model.text import Text

SLOT = re.compile(r"\{([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)\}")
"""A place for an answer."""

DOCUMENT = "document"
"""The slot that says what the paper is called."""

ENGLISH = "_en"
"""What the name of the English version of an answer in the person's own words ends in."""


class Group(StrEnum):
    """Where a paper stands among the others."""

    COURT = "court"
    LETTER = "letter"
    FAMILY = "family"


class Leaves(StrEnum):
    """Who gets a paper. What is `filed` or `given` goes out in English; a copy in the signer's language stays."""

    FILED = "filed"
    GIVEN = "given"
    KEPT = "kept"


class Speaks(StrEnum):
    """The languages of a sheet: English with a copy, English alone (a translation), the writer's own, the reader's."""

    FILING = "filing"
    ENGLISH = "english"
    WRITER = "writer"
    READER = "reader"


class Look(StrEnum):
    """How a sheet is set: double spaced for a court, a letter, a sheet of labels and lines, cards to cut out."""

    COURT = "court"
    LETTER = "letter"
    SHEET = "sheet"
    CARDS = "cards"


class Note(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Something to know before a paper is used, with what it rests on."""

    id: str
    text: Text
    facts: tuple[str, ...] = ()
    practice: bool = False


class Before(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What stands on the page before a paper: when to use it, how many, where to, what it costs, what to check."""

    when: Note
    copies: Note
    where: Note
    fee: Note
    check: tuple[Note, ...]


class Page(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A part of a paper that begins on a new page.

    `use` takes the pages of another template instead of blocks of its own; `each` repeats the page for every row of
    an answer.
    """

    id: str
    title: Text
    look: Look
    speaks: Speaks
    blocks: tuple[AnyPart, ...] = ()
    use: str = ""
    each: str = ""
    when: str = ""


class Template(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A paper. `document` is what it is called where it is filed; `neutral_title` tells nobody what it is.

    `lawyer` says that a lawyer should read it before it is filed. `own` is made for one person, else for the family.
    `typed` names answers that an English page shows as they were typed, so that whoever files can look at them.
    `both` is read by people of both languages. `blank` offers it without any answers too. `review` names the lawyer
    who signed it and is empty until one does.
    """

    id: str
    order: int
    group: Group
    leaves: Leaves
    icon: str
    title: Text
    neutral_title: Text
    summary: Text
    reviewed: dt.date
    good_until: dt.date
    before: Before
    sheets: tuple[Page, ...]
    document: Text | None = None
    typed: tuple[str, ...] = ()
    blank: bool = False
    both: bool = False
    lawyer: bool = False
    own: bool = True
    review: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of every fact it rests on, each once, what stands before it first."""
        notes = (self.before.when, self.before.copies, self.before.where, self.before.fee, *self.before.check)
        named = [fact for note in notes for fact in note.facts]
        named += [fact for sheet in self.sheets for block in sheet.blocks for fact in block.facts]
        return tuple(dict.fromkeys(named))


def slots(text: str) -> tuple[str, ...]:
    """Return the names of the answers that stand in a text, each once."""
    return tuple(dict.fromkeys(SLOT.findall(text)))
