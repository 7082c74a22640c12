"""The stories and what each must come to."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from kyr_app.model.answers import Answers, Open
from kyr_app.model.checklist import PersonalChecklist, Urgency


class Story(NamedTuple):
    """A family: its answers by name, and what must follow."""

    name: str
    answers: dict[str, Any]
    findings: list[str]
    items: list[str]
    not_items: list[str]


def stories(file: str) -> list[Story]:
    """Return the stories of a file."""
    read = yaml.safe_load((Path(__file__).parent / file).read_text(encoding="utf-8"))
    return [
        Story(each["story"], each["answers"], each["findings"], each["items"], each["not_items"])
        for each in read
    ]


def told(story: Story, personal: PersonalChecklist) -> None:
    """Hold a checklist against its story."""
    holds(
        story,
        [
            f"{each.urgency.value} {each.id}"
            for each in personal.findings
            if each.urgency is not Urgency.FIND_OUT
        ],
        [each.item.id for part in personal.parts for each in part.items if not each.open],
    )


def holds(story: Story, findings: list[str], items: list[str]) -> None:
    """Fail where the findings are not those of the story, or an item is missing or too much."""
    assert findings == story.findings
    assert [item for item in story.items if item not in items] == []
    assert [item for item in story.not_items if item in items] == []


def plain(answers: Answers) -> dict[str, Any]:
    """Return answers as a file of answers holds them."""
    return {name: _plain(value) for name, value in answers.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Open):
        return value.value
    return list(value) if isinstance(value, tuple) else value
