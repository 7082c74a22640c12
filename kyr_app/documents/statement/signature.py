"""Where somebody signs by hand. The lines are always left empty; only a printed name may stand there already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kyr_app.documents.statement import captions
from kyr_app.documents.typesetting.form import Form
from kyr_app.model.text import Words

Filled = tuple[Words, str]
"""What a line is for, and what stands on it; empty to write on."""


def signed(form: Form, name: str) -> list[Any]:
    """Return the lines of the one who declares: when, where, signature, name."""
    return block(
        form,
        ((captions.EXECUTED, ""), (captions.PLACE, ""), (captions.SIGNATURE, ""), (captions.PRINTED, name)),
    )


def block(form: Form, lines: Sequence[Filled]) -> list[Any]:
    """Return lines two abreast that stay together; one that is left over takes the whole width."""
    made: list[Any] = []
    for at in range(0, len(lines), 2):
        pair = lines[at : at + 2]
        cells = [form.line(asked, said) if said else form.blank(asked) for asked, said in pair]
        made.append(form.lines(cells, len(cells)))
    for each in made[:-1]:
        each.keepWithNext = 1
    return made
