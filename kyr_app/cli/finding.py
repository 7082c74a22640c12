"""`kyr search`, `kyr screen`: places in the content, and what one screening comes to."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kyr_app.cli.situation import take_answers
from kyr_app.content.search import Hit, Index
from kyr_app.model.text import N_, Together
from kyr_app.session import situation

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree
    from kyr_app.model.text import Text


def search(out: Out, arguments: argparse.Namespace) -> None:
    """Find the best places for some words."""
    hits = Index(out.session.library).find(" ".join(arguments.words), arguments.lang or "")
    if arguments.json:
        out.json([_hit(out, hit) for hit in hits])
        return
    if not hits:
        out.line(N_("Nothing was found. Try another word, or a shorter one."))
    for hit in hits:
        out.line(
            Together((hit.kind.value, hit.id, hit.title, "".join(run.text for run in hit.excerpt)), " · ")
        )


def _hit(out: Out, hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind.value,
        "id": hit.id,
        "point": hit.point,
        "block": hit.block,
        "language": hit.language,
        "title": out.both(hit.title),
        "excerpt": "".join(run.text for run in hit.excerpt),
    }


def screen(out: Out, arguments: argparse.Namespace) -> None:
    """Say what a screening comes to for one person's answers."""
    library = out.session.library
    library.screening(arguments.screen)
    take_answers(out, arguments)
    found = situation.screened(library, arguments.screen, out.session.answers)
    because: list[Text] = [found.rule.because, *(flag.text for flag in found.flags)]
    if arguments.json:
        citations = "; ".join(
            library.facts[name].citation for name in found.screening.facts if name in library.facts
        )
        out.json(
            {
                "outcome": found.outcome.id,
                "rule": found.rule.n,
                "flags": [flag.id for flag in found.flags],
                "because": [{**(out.both(words) or {}), "source": citations} for words in because],
                "as_of": found.screening.reviewed.isoformat(),
            }
        )
        return
    for words in (
        found.outcome.title,
        found.outcome.means,
        *because,
        found.outcome.not_means,
        *found.outcome.steps,
    ):
        out.line(words)
    out.line(found.screening.disclaimer)


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    parser = tree.add("search", search, N_("find places in lessons, glossary and directory"))
    parser.add_argument("words", nargs="+", metavar="WORDS", help=tree.say(N_("what to look for")))
    parser.add_argument("--lang", choices=tree.languages, help=tree.say(N_("look in this language alone")))
    tree.json(parser)
    parser = tree.add("screen", screen, N_("say what one screening comes to"))
    parser.add_argument("screen", metavar="SCREEN", help=tree.say(N_("the id of a screening")))
    parser.add_argument("--today", metavar="DATE", help=tree.say(N_("another day than today")))
    tree.answers(parser)
    tree.json(parser)
