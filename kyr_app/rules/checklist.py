"""A checklist for this family: the items its answers call for."""

from __future__ import annotations

from kyr_app.model.answers import Answers
from kyr_app.model.checklist import (
    Checklist,
    ChecklistItem,
    Finding,
    PersonalChecklist,
    PersonalItem,
    PersonalPart,
)
from kyr_app.rules.engine import Asked, open_names, reasons, verdict


def personal(
    checklist: Checklist, findings: tuple[Finding, ...], answers: Answers, asked: Asked
) -> PersonalChecklist:
    """Return `checklist` for `answers`: what applies, and what must be found out; empty parts are left out."""
    parts = []
    for part in checklist.parts:
        items = tuple(made for item in part.items if (made := _item(item, answers, asked)))
        if items:
            parts.append(PersonalPart(part.id, part.title, items))
    return PersonalChecklist(checklist, findings, tuple(parts))


def _item(item: ChecklistItem, answers: Answers, asked: Asked) -> PersonalItem | None:
    held = verdict(item.when, answers)
    why = reasons(item.when, answers, asked)
    if held:
        return PersonalItem(item, item.text, item.because, open=False, reasons=why)
    if held is None and item.find_out is not None and open_names(item.when, answers):
        return PersonalItem(item, item.find_out, None, open=True, reasons=why)
    return None
