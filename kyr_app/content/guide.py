"""What the content says of itself: how easy each lesson reads, how much of the facts is used. Made, never written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.content.scores import Score, score

if TYPE_CHECKING:
    from kyr_app.content.library import Library

_HEAD = "| | words es | words en | INFLESZ (es) | Flesch-Kincaid grade (en) |\n|---|--:|--:|--:|--:|"

_LEGEND = (
    "INFLESZ: 65–80 is fairly easy, above 80 very easy; safety and rights aim at 75. Flesch-Kincaid: a school grade; "
    "the aim is 6. Formulas: `kyr_app/content/readability.py`."
)


def readability(library: Library) -> str:
    """Return the Markdown page of scores, in the order of the library."""
    lessons = [score(each.id, each) for each in library.lessons.values()]
    others = [
        (title, [score(name, value) for name, value in shelf.items()])
        for title, shelf in (
            ("Interviews", library.interviews),
            ("Checklists", library.checklists),
            ("Findings", library.rule_sets),
            ("Screenings", library.screenings),
            ("Practice", library.practice),
            ("Prompts", {each.id: each for each in library.prompt_files}),
            ("Workshops", {**library.workshops, **library.guidance}),
        )
    ]
    used = {name for lesson in library.lessons.values() for name in lesson.facts}
    parts = [
        "# How easy the content reads",
        "Made by `python3 dev.py run content guide -o docs/readability.md`; the suite fails when it is not fresh.",
        _LEGEND,
        f"The {len(lessons)} lessons rest on {len(used)} of {len(library.facts)} facts.",
        _table("Lessons", lessons),
        *(_table(title, rows) for title, rows in others),
    ]
    return "\n\n".join(parts) + "\n"


def _table(title: str, rows: list[Score]) -> str:
    total = f"| **{title}** | {sum(r.words_es for r in rows)} | {sum(r.words_en for r in rows)} | | |"
    lines = [f"| {r.name} | {r.words_es} | {r.words_en} | {r.inflesz} | {r.grade} |" for r in rows]
    return "\n".join([f"## {title}\n", _HEAD, *lines, total])
