"""`kyr content icons`, `kyr content facts`: what an author may name, found by a word of it."""

from __future__ import annotations

import argparse
import unicodedata
from typing import TYPE_CHECKING

from kyr_app.model.text import N_, Together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree


_WEIGHTS = ("-bold", "-fill", "-light", "-thin", "-duotone")
"""Pictures of another weight than the one in use."""


def icons(out: Out, arguments: argparse.Namespace) -> int:
    """List the pictures whose name holds a word; 1 where none does."""
    from kyr_app.content import icons as pictures  # noqa: PLC0415 (for authors alone)

    names = sorted(each for each in pictures.names() if not each.endswith(_WEIGHTS))
    return _listed(out, arguments.word, ((each,) for each in names))


def facts(out: Out, arguments: argparse.Namespace) -> int:
    """List the facts in which every word stands, with what they cite and how sure and how steady they are."""
    rows = (
        (
            one.id,
            one.statement,
            one.citation or one.source,
            one.as_of,
            one.volatility.value,
            one.confidence.value,
        )
        for one in out.session.library.facts.values()
    )
    return _listed(out, arguments.word, rows)


def _listed(out: Out, words: list[str], rows: Iterable[tuple[str, ...]]) -> int:
    wanted = [_bare(each) for each in words]
    found = [row for row in rows if all(each in _bare(" ".join(row)) for each in wanted)]
    for row in found:
        out.line(Together(tuple(row), " · "))
    if not found:
        out.line(N_("Nothing has these words. Try a shorter one."))
    return 0 if found else 1


def _bare(text: str) -> str:
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in split if not unicodedata.combining(each))


def add(tree: Tree, tools: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the tools for authors."""
    for name, run, told in (
        ("icons", icons, N_("find the name of a picture")),
        ("facts", facts, N_("find the facts a sentence can rest on")),
    ):
        about = tree.say(told)
        parser = tools.add_parser(name, help=about, description=about, parents=[tree.shared])
        parser.add_argument("word", nargs="+", metavar="WORD", help=tree.say(N_("a word of it")))
        parser.set_defaults(run=run)
