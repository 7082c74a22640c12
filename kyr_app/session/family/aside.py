"""What a family file holds beside its parts: what fits no question today, and what a later answer took the place of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.model.wording import said
from kyr_app.session import keeping
from kyr_app.session.family.meeting import FLEETING, Tables, together
from kyr_app.session.keeping import Part, Row

if TYPE_CHECKING:
    from kyr_app.rules.engine import Asked
    from kyr_app.store.families import FamilyFile

ASIDE = "aside"
"""The name of the table."""
UNFIT, FORMER = "unfit", "former"
"""Why a row is there: it is tried again at each opening, or it was said otherwise later."""


class TakenUp(Struct):
    """What was taken up from a file: what now stands aside, and how much of it is new."""

    aside: list[Row]
    unfit: int
    former: int


def plain(rows: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Return rows as JSON would give them back, sharing nothing with the ones given."""
    return msgspec.json.decode(msgspec.json.encode(list(rows)), type=list[Row])


def take_up(parts: Sequence[Part], file: FamilyFile, here: Tables) -> TakenUp:
    """Let the parts hold what the file says, with what was answered `here` put in."""
    before = plain(file.rows(ASIDE))
    names = {part.name for part in parts}
    again = [each for each in before if each.get("why") == UNFIT and each.get("part") in names]
    aside = [each for each in before if each not in again]
    rows = {
        part.name: [
            *(each["row"] for each in again if each["part"] == part.name),
            *plain(file.rows(part.name)),
        ]
        for part in parts
    }
    former = Tables()
    if here:
        rows, former = together(parts, rows, here)
    unfit = {part.name: keeping.restored(part, rows[part.name]) for part in parts}
    gone = _gone(parts, again, former, unfit)
    return TakenUp(
        [*aside, *_labelled(gone, FORMER), *_labelled(former, FORMER), *_labelled(unfit, UNFIT)],
        sum(map(len, unfit.values())),
        sum(map(len, former.values())),
    )


def _gone(parts: Sequence[Part], again: Sequence[Row], former: Tables, unfit: Tables) -> Tables:
    """Return what stood aside, fits today, and is not held: the family has said otherwise since."""
    tried = {
        part: [
            each["row"]
            for each in again
            if each["part"] == part.name and each["row"] not in former.get(part.name, [])
        ]
        for part in parts
    }
    return {
        part.name: keeping.gone(part, rows, unfit[part.name])
        for part, rows in tried.items()
        if rows and part.name not in FLEETING
    }


def _labelled(tables: Tables, why: str) -> list[Row]:
    return [{"part": name, "why": why, "row": row} for name, rows in tables.items() for row in rows]


def tell(taken: TakenUp) -> Iterable[Words]:
    """Say what was set aside at this opening."""
    if taken.unfit:
        yield P_(
            "{n} thing of this file does not fit today's questions. It is set aside in the file, not lost.",
            "{n} things of this file do not fit today's questions. They are set aside in the file, not lost.",
            taken.unfit,
        )
    if taken.former:
        yield P_(
            "{n} answer of today took the place of another one. The former one is set aside in the file.",
            "{n} answers of today took the place of others. The former ones are set aside in the file.",
            taken.former,
        )


def listed(asked: Asked, aside: Sequence[Row]) -> tuple[Words, ...]:
    """Return what is set aside, a line each, in words where there are any."""
    return tuple(_line(asked, each) for each in aside)


def _line(asked: Asked, each: Row) -> Words:
    row = each.get("row", {})
    why = N_("before:") if each.get("why") == FORMER else N_("no question takes it today:")
    name = str(row.get("name") or each.get("part", ""))
    answer = keeping.fitted(asked, row)
    if answer is not None:
        return Together((why, asked[name].short, "·", said(asked[name].answer, answer)))
    return Together((why, name))
