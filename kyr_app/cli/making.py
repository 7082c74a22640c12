"""`kyr documents`, `kyr make`: what can be made of a family's answers, and making it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from kyr_app.cli.output import read_input
from kyr_app.cli.situation import take_answers
from kyr_app.cli.tree import LANGUAGES, paper_languages
from kyr_app.documents.statement.captions import letters
from kyr_app.model.settings import Paper
from kyr_app.model.text import N_, Together
from kyr_app.session.intake import names_shared
from kyr_app.session.making import papers, story_file
from kyr_app.session.making.story import StoryPapers

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


def take_story(out: Out, arguments: argparse.Namespace) -> None:
    """Put the story of `--story FILE` into the session; say where it has letters that no font here can draw.

    Raise `InputError` for a file that is none.
    """
    out.session.story.take(story_file.read(read_input(arguments.story, story_file.MOST_BYTES)))
    missing = StoryPapers(out.session).letters_missing()
    if missing:
        told = letters(len(set("".join(missing.values()))), ", ".join(str(each) for each in missing))
        sys.stderr.write(out.session.locale.render(told) + "\n")


def make(out: Out, arguments: argparse.Namespace) -> None:
    """Make papers, several of them in one file."""
    if arguments.answers:
        take_answers(out, arguments)
    shared = None
    if arguments.share is not None:
        names = [name.strip() for name in arguments.share.split(",") if name.strip()]
        shared = names_shared(out.session.library, names)
    languages = paper_languages(out, arguments.lang) if arguments.lang else None
    if arguments.story:
        take_story(out, arguments)
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
    story = N_("a JSON file of a story, or - for standard input: see docs/story-file.md")
    parser.add_argument("--story", metavar="FILE", help=tree.say(story))
    tree.paper(parser, required=True)
    parser.set_defaults(lang=None)
