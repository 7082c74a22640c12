"""`kyr lessons`, `kyr handout`: lessons as data and on paper."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kyr_app.cli.tree import paper_languages
from kyr_app.model.settings import Edition, Paper
from kyr_app.model.text import N_, Day, Together

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree
    from kyr_app.model.lesson import Lesson


def lessons(out: Out, arguments: argparse.Namespace) -> None:
    """List the lessons."""
    found = out.session.library.lessons.values()
    if arguments.json:
        out.json([_as_json(out, lesson) for lesson in found])
        return
    for lesson in found:
        minutes = N_("{n} minutes", n=lesson.minutes)
        until = N_("good until {day}", day=Day(lesson.good_until.isoformat()))
        out.line(Together((lesson.id, lesson.title, minutes, until), " · "))


def _as_json(out: Out, lesson: Lesson) -> dict[str, object]:
    return {
        "id": lesson.id,
        "title": out.both(lesson.title),
        "minutes": lesson.minutes,
        "reviewed": lesson.reviewed.isoformat(),
        "expires": lesson.good_until.isoformat(),
        "review": lesson.review or "not yet reviewed by a lawyer",
        "sources": out.sources(lesson.facts, out.session.library),
    }


def handout(out: Out, arguments: argparse.Namespace) -> None:
    """Print lessons."""
    job = out.session.handout(
        arguments.lesson,
        paper_languages(out, arguments.lang),
        Paper(arguments.paper),
        edition=Edition(arguments.edition),
        copies=arguments.copies,
    )
    out.file(arguments.output, job.run(), force=arguments.force)


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    tree.json(tree.add("lessons", lessons, N_("list the lessons")))
    parser = tree.add("handout", handout, N_("print lessons on paper"))
    parser.add_argument("lesson", nargs="+", metavar="LESSON", help=tree.say(N_("the id of a lesson")))
    tree.edition(parser)
    tree.paper(parser, required=True)
