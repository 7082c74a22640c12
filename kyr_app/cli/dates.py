"""`kyr deadlines`, `kyr deadline`: the rules, and the dates they give."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import TYPE_CHECKING

from kyr_app.documents.situation import calendar
from kyr_app.documents.situation.calendar import Entry
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_, Day, Together
from kyr_app.rules.deadlines import count

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree
    from kyr_app.model.deadline import DeadlineRule, Due


def day(text: str) -> dt.date:
    """Return the day written as YYYY-MM-DD. Raise `InputError` for anything else."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InputError(N_("Please give a date such as {example}.", example="2026-11-22")) from error


def deadlines(out: Out, arguments: argparse.Namespace) -> None:
    """List the rules."""
    rules = out.session.library.deadlines.values()
    if arguments.json:
        out.json([_rule(out, rule) for rule in rules])
        return
    for rule in rules:
        out.line(Together((rule.id, rule.name, rule.citation), " · "))


def _rule(out: Out, rule: DeadlineRule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": out.both(rule.name),
        "trigger": out.both(rule.trigger),
        "length": rule.length,
        "unit": rule.unit.value,
        "direction": rule.direction.value,
        "roll": rule.roll.value,
        "what": out.both(rule.what),
        "filing": out.both(rule.filing),
        "doubt": out.both(rule.doubt),
        "citation": rule.citation,
        "sources": out.sources(rule.facts, out.session.library),
    }


def deadline(out: Out, arguments: argparse.Namespace) -> None:
    """Count one deadline; `-o` writes it as a calendar file as well."""
    due = count(out.session.library.deadline(arguments.rule), day(arguments.date))
    if arguments.output:
        out.file(arguments.output, _calendar(out, due), force=arguments.force)
    if arguments.json:
        out.json(_due(out, due))
        return
    for words in (due.rule.name, *due.because, due.rule.counting, due.rule.filing, due.rule.what):
        out.line(words)
    if due.due is not None:
        out.line(N_("Last day by the rule: {day}.", day=Day(due.due.isoformat())))
    if due.safe is not None:
        out.line(N_("Safe day: {day}.", day=Day(due.safe.isoformat())))
    if due.rule.doubt is not None:
        out.line(due.rule.doubt)
    out.line(due.rule.citation)


def _due(out: Out, due: Due) -> dict[str, object]:
    def iso(found: dt.date | None) -> str | None:
        return None if found is None else found.isoformat()

    return {
        "rule": due.rule.id,
        "trigger": iso(due.trigger),
        "due": iso(due.due),
        "safe": iso(due.safe),
        "rolled_from": iso(due.rolled_from),
        "because": [out.both(words) for words in due.because],
        "citation": due.rule.citation,
    }


def _calendar(out: Out, due: Due) -> bytes:
    chosen = due.safe or due.due
    if chosen is None:
        raise InputError(N_("This rule gives no day to put into a calendar."))
    title = out.session.locale.render(due.rule.neutral_name)
    return calendar.build([Entry(chosen, title)], out.session.today)


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    tree.json(tree.add("deadlines", deadlines, N_("list the rules that give a date")))
    one = tree.add("deadline", deadline, N_("count one date"))
    one.add_argument("rule", metavar="RULE", help=tree.say(N_("the id of a rule")))
    one.add_argument("date", metavar="DATE", help=tree.say(N_("the day it happened, such as 2026-11-22")))
    one.add_argument("-o", "--output", metavar="FILE", help=tree.say(N_("a calendar file (.ics) to write")))
    one.add_argument("--force", action="store_true", help=tree.say(N_("replace a file that exists")))
    tree.json(one)
