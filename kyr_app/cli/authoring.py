"""`kyr content`: every mistake at once, how easy the content reads, and the other tools for authors."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kyr_app import places
from kyr_app.cli import exchanging, looking, previewing
from kyr_app.cli.given import given
from kyr_app.model.text import N_, P_, Together

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree


def check(out: Out, arguments: argparse.Namespace) -> int:
    """Check a file, a folder, or all content of the program; 1 where there is something to mend."""
    from kyr_app.content.check import check_file  # noqa: PLC0415 (YAML, for authors alone)

    home = places.assets() / "content"
    path = given(arguments.path) if arguments.path else home
    found = check_file(path, home)
    for each in found:
        out.line(Together((N_("{file}, line {line}", file=each.file, line=str(each.line)), each.said), ": "))
    out.line(P_("{n} thing to mend.", "{n} things to mend.", len(found)) if found else N_("Nothing to mend."))
    return 1 if found else 0


def guide(out: Out, arguments: argparse.Namespace) -> None:
    """Write how easy the content reads."""
    from kyr_app.content.guide import readability  # noqa: PLC0415 (for authors alone)

    out.file(arguments.output, readability(out.session.library).encode("utf-8"), force=arguments.force)


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    content = tree.add("content", check, N_("tools for authors"))
    tools = content.add_subparsers(required=True, dest="tool", metavar=tree.say(N_("TOOL")))
    about = tree.say(N_("check a content file, or all content"))
    parser = tools.add_parser("check", help=about, description=about, parents=[tree.shared])
    parser.add_argument("path", nargs="?", metavar="PATH", help=tree.say(N_("a file or a folder")))
    parser.set_defaults(run=check)
    about = tree.say(N_("write how easy the content reads"))
    parser = tools.add_parser("guide", help=about, description=about, parents=[tree.shared])
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help=tree.say(N_("the page to write"))
    )
    parser.add_argument("--force", action="store_true", help=tree.say(N_("replace a file that exists")))
    parser.set_defaults(run=guide)
    previewing.add(tree, tools)
    exchanging.add(tree, tools)
    looking.add(tree, tools)
