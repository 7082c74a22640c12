"""`kyr workshop`: the agenda, the guide for whoever leads, and a set of sheets for each person."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from kyr_app.cli.tree import paper_languages
from kyr_app.model.errors import InputError
from kyr_app.model.settings import Edition, Paper
from kyr_app.model.text import N_, Together
from kyr_app.session.workshop import Wanted

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree

_EDITIONS = (Edition.STANDARD, Edition.LARGE, Edition.ZINE, Edition.DISCREET)
_MINUTES, _PEOPLE = 90, 25


def workshop(out: Out, arguments: argparse.Namespace) -> None:
    """Print everything for a workshop; how many sheets that is is told before, on standard error."""
    from kyr_app.documents.workshop.sets import read  # noqa: PLC0415 (only where there is a workshop)

    _choose(out, arguments)
    wanted = Wanted(
        languages=paper_languages(out, arguments.lang),
        edition=Edition(arguments.edition),
        cards=not arguments.no_cards,
        both_sides=arguments.both_sides,
        paper=Paper(arguments.paper),
    )
    chosen = out.session.workshop
    count = read(chosen.count(wanted).run())
    sys.stderr.write(out.session.locale.render(count.told()) + "\n")
    out.file(arguments.output, chosen.pack(wanted).run(), force=arguments.force)


def _choose(out: Out, arguments: argparse.Namespace) -> None:
    chosen = out.session.workshop
    if bool(arguments.plan) == bool(arguments.lesson):
        known = ", ".join(out.session.library.workshops)
        hint = N_("Ready plans: {known}.", known=known)
        raise InputError(N_("Give the ids of lessons, or --plan with a ready plan."), hint)
    if arguments.lesson:
        chosen.choose(
            arguments.lesson,
            minutes=_MINUTES if arguments.minutes is None else arguments.minutes,
            people=_PEOPLE if arguments.people is None else arguments.people,
            children=arguments.children,
        )
        return
    chosen.take(arguments.plan)
    asked = {"minutes": arguments.minutes, "people": arguments.people, "children": arguments.children}
    chosen.change(**{name: value for name, value in asked.items() if value is not None})


def plans(out: Out, arguments: argparse.Namespace) -> None:
    """List the ready plans."""
    found = out.session.library.workshops.values()
    if not arguments.json:
        for each in found:
            out.line(Together((each.id, each.title, N_("{n} minutes", n=each.minutes)), " · "))
        return
    out.json(
        [
            {
                "id": each.id,
                "title": out.both(each.title),
                "minutes": each.minutes,
                "people": each.people,
                "lessons": list(each.lessons),
                "stations": [station.id for station in each.stations],
            }
            for each in found
        ]
    )


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    say = tree.say
    parser = tree.add(
        "workshop", workshop, N_("print the agenda, the guide and a set of sheets for each person")
    )
    parser.add_argument("lesson", nargs="*", metavar="LESSON", help=say(N_("the id of a lesson")))
    parser.add_argument("--plan", metavar="ID", help=say(N_("a ready plan, instead of lessons")))
    parser.add_argument("--people", type=int, metavar="N", help=say(N_("how many people come")))
    parser.add_argument("--minutes", type=int, metavar="M", help=say(N_("how long it takes: 60, 90 or 120")))
    children = say(N_("how many children have a corner of their own"))
    parser.add_argument("--children", type=int, default=0, metavar="N", help=children)
    editions = [each.value for each in _EDITIONS]
    how = say(N_("how the lessons are printed"))
    parser.add_argument("--edition", choices=editions, default=editions[0], help=how)
    parser.add_argument("--no-cards", action="store_true", help=say(N_("no cards with what is said aloud")))
    both = N_("let each sheet begin on paper of its own when both sides are printed")
    parser.add_argument("--both-sides", action="store_true", help=say(both))
    tree.paper(parser, required=True)
    tree.json(tree.add("workshops", plans, N_("list the ready plans of workshops")))
