"""`kyr questions`, `kyr findings`, `kyr checklist`: from questions to what a family's answers call for."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kyr_app.cli.output import read_input
from kyr_app.cli.tree import paper_languages
from kyr_app.model.errors import InputError
from kyr_app.model.interview import Line, LongText, Number, Rows, Screen, options_of, singly
from kyr_app.model.settings import Paper
from kyr_app.model.text import N_, Together
from kyr_app.session import answers_file, situation

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree
    from kyr_app.model.checklist import Finding, PersonalChecklist, PersonalItem, Reason
    from kyr_app.model.interview import AnyField, Column, Interview


def questions(out: Out, arguments: argparse.Namespace) -> None:
    """List every answer key with its question."""
    library = out.session.library
    chosen = [library.interview(arguments.interview)] if arguments.interview else library.interviews.values()
    rows = [
        _question(out, interview, single)
        for interview in chosen
        for screen in interview.screens
        for single in singly(screen)
    ]
    if arguments.json:
        out.json(rows)
        return
    for interview in chosen:
        out.line(interview.title)
        for screen in interview.screens:
            for single in singly(screen):
                out.line(Together((f"  {single.answer.name}", single.question), ": "))


def _question(out: Out, interview: Interview, screen: Screen) -> dict[str, object]:
    field = screen.answer
    found: dict[str, object] = {
        "key": field.name,
        "type": type(field).__struct_config__.tag,
        "question": out.both(screen.question),
        "why": out.both(screen.why),
        "choices": [{"value": each.value, "text": out.both(each.text)} for each in options_of(field)],
        "interview": interview.id,
        "screen": screen.id,
        "when": screen.when,
        "own": screen.own,
    }
    return found | _limits(out, field)


def _limits(out: Out, field: AnyField) -> dict[str, object]:
    """Return what else a value must keep to, and for rows the columns of each."""
    found: dict[str, object] = {"optional": field.optional} if field.optional else {}
    if isinstance(field, Number):
        found |= {"least": field.least, "most": field.most}
    if isinstance(field, Line | LongText | Rows):
        found |= {"most": field.most}
    if isinstance(field, Rows):
        found |= {"columns": [_column(out, each) for each in field.columns]}
    return found


def _column(out: Out, column: Column) -> dict[str, object]:
    field = column.answer
    return {
        "key": field.name,
        "type": type(field).__struct_config__.tag,
        "question": out.both(column.label),
        "choices": [{"value": each.value, "text": out.both(each.text)} for each in options_of(field)],
        "when": column.when,
        **_limits(out, field),
    }


def take_answers(out: Out, arguments: argparse.Namespace) -> None:
    """Put the answers of `--answers FILE` into the session. Raise `InputError` for a file that does not fit."""
    data = read_input(arguments.answers, answers_file.MOST_BYTES)
    out.session.replace_answers(answers_file.read(data, out.session.library))


def findings(out: Out, arguments: argparse.Namespace) -> None:
    """Say what the answers call for."""
    take_answers(out, arguments)
    found = situation.findings(out.session.library, out.session.answers)
    if arguments.json:
        out.json([_finding(out, each) for each in found])
        return
    if not found:
        out.line(N_("These answers raise nothing urgent. A legal team can still help you."))
    for each in found:
        for words in (each.title, each.because, each.do):
            out.line(words)
        out.line("")


def _reasons(out: Out, reasons: tuple[Reason, ...]) -> list[dict[str, object]]:
    return [
        {"key": each.name, "asked": out.both(each.asked), "answered": out.both(each.answered)}
        for each in reasons
    ]


def _finding(out: Out, finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "urgency": finding.urgency.value,
        "title": out.both(finding.title),
        "because": out.both(finding.because),
        "reasons": _reasons(out, finding.reasons),
        "do": out.both(finding.do),
        "sources": out.sources(finding.facts, out.session.library),
    }


def checklist(out: Out, arguments: argparse.Namespace) -> None:
    """Assemble checklists from the answers."""
    if bool(arguments.output) == arguments.json:
        raise InputError(N_("Say where the sheet goes: -o FILE, or --json."))
    take_answers(out, arguments)
    if arguments.json:
        found = [_checklist(out, out.session.checklist(name)) for name in arguments.name]
        out.json(found)
        return
    job = out.session.sheets.checklists(
        arguments.name, paper_languages(out, arguments.lang), Paper(arguments.paper)
    )
    out.file(arguments.output, job.run(), force=arguments.force)


def _checklist(out: Out, personal: PersonalChecklist) -> dict[str, object]:
    return {
        "id": personal.checklist.id,
        "title": out.both(personal.checklist.title),
        "findings": [_finding(out, each) for each in personal.findings],
        "parts": [
            {"id": part.id, "title": out.both(part.title), "items": [_item(out, each) for each in part.items]}
            for part in personal.parts
        ],
    }


def _item(out: Out, personal: PersonalItem) -> dict[str, object]:
    item = personal.item
    return {
        "id": item.id,
        "text": out.both(personal.text),
        "open": personal.open,
        "because": out.both(personal.because),
        "reasons": _reasons(out, personal.reasons),
        "missing": out.both(item.missing),
        "who": out.both(item.who),
        "by": out.both(item.by),
        "safety": out.both(item.safety),
        "sources": out.sources(item.facts, out.session.library) or [{"id": "practical-advice"}],
    }


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    parser = tree.add("questions", questions, N_("list every answer key with its question"))
    parser.add_argument(
        "interview", nargs="?", metavar="INTERVIEW", help=tree.say(N_("the id of an interview"))
    )
    tree.json(parser)
    parser = tree.add("findings", findings, N_("say what the answers call for"))
    tree.answers(parser)
    tree.json(parser)
    parser = tree.add("checklist", checklist, N_("assemble a checklist from the answers"))
    parser.add_argument("name", nargs="+", metavar="NAME", help=tree.say(N_("the id of a checklist")))
    tree.answers(parser)
    tree.paper(parser, required=False)
    tree.json(parser)
