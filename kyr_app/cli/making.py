"""`kyr documents`, `kyr make`: what can be made of a family's answers, and making it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kyr_app.cli.situation import take_answers
from kyr_app.cli.tree import LANGUAGES
from kyr_app.model.settings import Paper
from kyr_app.model.text import N_, Together
from kyr_app.session import papers
from kyr_app.session.intake import names_shared

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree


def documents(out: Out, arguments: argparse.Namespace) -> None:
    """List what can be made, and which answers each still needs."""
    if arguments.answers:
        take_answers(out, arguments)
    found = papers.offers(out.session).values()
    if arguments.json:
        out.json(
            [
                {
                    "id": each.id,
                    "title": out.both(each.title),
                    "languages": list(LANGUAGES),
                    "needs": list(each.needs),
                }
                for each in found
            ]
        )
        return
    for each in found:
        out.line(Together((each.id, each.title), " · "))
        if each.needs:
            out.line(Together(("  ", N_("still needs: {names}", names=", ".join(each.needs)))))


def make(out: Out, arguments: argparse.Namespace) -> None:
    """Make papers, several of them in one file."""
    if arguments.answers:
        take_answers(out, arguments)
    shared = None
    if arguments.share is not None:
        names = [name.strip() for name in arguments.share.split(",") if name.strip()]
        shared = names_shared(out.session.library, names)
    languages = LANGUAGES[arguments.lang] if arguments.lang else None
    job = papers.job(out.session, arguments.document, languages, Paper(arguments.paper), shared)
    out.file(arguments.output, job.run(), force=arguments.force)


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    listed = tree.add("documents", documents, N_("list the papers that can be made"))
    tree.answers(listed, required=False)
    tree.json(listed)
    parser = tree.add("make", make, N_("make papers of the answers, or papers to fill in by hand"))
    parser.add_argument("document", nargs="+", metavar="DOCUMENT", help=tree.say(N_("the id of a paper")))
    tree.answers(parser, required=False)
    told = N_("the answers an intake sheet may show, with commas between them; without this, all of the file")
    parser.add_argument("--share", metavar="NAMES", help=tree.say(told))
    tree.paper(parser, required=True)
    parser.set_defaults(lang=None)
