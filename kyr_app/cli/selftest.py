"""`kyr selftest`: whether this copy of the program is whole, and this computer does what it needs."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kyr_app.model.text import N_, Together

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree

_MARKS = {True: "✓", False: "✗", None: "·"}


def selftest(out: Out, arguments: argparse.Namespace) -> int:
    """Print the self-check; exit status 1 where something must be mended first."""
    from kyr_app.session.selfcheck import check  # noqa: PLC0415 (only for this command)

    found = check.lines(out.session)
    if arguments.output:
        job = out.session.receipt_sheet(check.page(found), out.session.pair)
        out.file(arguments.output, job.run(), force=arguments.force)
    if arguments.json:
        out.json(
            [
                {
                    "id": each.id,
                    "name": out.both(each.name),
                    "good": each.good,
                    "said": out.both(each.said),
                    "do": out.both(each.do),
                    "names": [out.both(name) for name in each.names],
                }
                for each in found
            ]
        )
    elif not arguments.output:
        for each in found:
            out.line(Together((_MARKS[each.good], check.told(each))))
            for name in check.named(each):
                out.line(Together((" ", name)))
    return int(not check.passed(found))


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    parser = tree.add("selftest", selftest, N_("check this copy of the program and this computer"))
    parser.add_argument(
        "-o", "--output", metavar="PDF", help=tree.say(N_("a page to print, in two languages"))
    )
    tree.force(parser)
    tree.json(parser)
