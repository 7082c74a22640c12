"""Runs of a filled text as markup: ours in our looks, answers verbatim and harmless, blanks as lines for the pen."""

from __future__ import annotations

from kyr_app.documents.templates.filled import Ink, Run, Runs
from kyr_app.documents.typesetting.markup import safe

LINE = "_"
"""What a line for the pen is made of."""


def marked(runs: Runs) -> str:
    """Return runs as markup."""
    return "".join(map(_one, runs))


def _one(run: Run) -> str:
    said = LINE * run.width if run.ink is Ink.BLANK else safe(run.text)
    return f"<b>{said}</b>" if run.strong and run.ink is not Ink.BLANK else said
