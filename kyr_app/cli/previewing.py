"""`kyr content preview`: what an author sees of a file before it is built: proof sheet, paper, pictures, window."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app import places
from kyr_app.cli.given import given
from kyr_app.model.errors import InputError
from kyr_app.model.settings import Paper
from kyr_app.model.text import N_, P_, Together
from kyr_app.store.disk import not_saved, write_whole

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree
    from kyr_app.content.proof import Proof
    from kyr_app.session.making.drafts import Draft

KINDS = ("proof", "paper", "screen")


def preview(out: Out, arguments: argparse.Namespace) -> None:
    """Show a file or a folder as its author must see it. What there is to mend is told, and stands in the proof."""
    from kyr_app.session.making.drafts import Draft  # noqa: PLC0415 (YAML, for authors alone)

    if not arguments.output and not arguments.open:
        raise InputError(
            N_("Where to? Nothing was made."), N_("Say -o FILE.pdf, -o FOLDER, or --open for the window.")
        )
    draft = Draft(given(arguments.path), out.session)
    if arguments.output:
        _made(out, draft, arguments)
    for each in draft.proofs:
        n = len(each.wrong)
        told = P_("{n} thing to mend.", "{n} things to mend.", n) if n else N_("Nothing to mend.")
        out.line(Together((each.file, told), ": "))
    if arguments.open:
        _window(out, draft, draft.proofs[0])


def _made(out: Out, draft: Draft, arguments: argparse.Namespace) -> None:
    """Write one PDF, or into a folder a PDF and pictures of its pages for each file."""
    target, paper = Path(arguments.output), Paper(arguments.paper)
    if arguments.kind != "screen" and (arguments.output == "-" or target.suffix == ".pdf"):
        jobs = (
            [draft.proof(draft.proofs, paper)]
            if arguments.kind == "proof"
            else [draft.paper(each, paper) for each in draft.proofs]
        )
        if len(jobs) > 1:
            hint = N_("Give a folder: -o FOLDER.")
            raise InputError(N_("These are several papers; one file holds one."), hint)
        out.file(arguments.output, jobs[0].run(), force=arguments.force)
        return
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_saved(error) from error
    for each in draft.proofs:
        if arguments.kind == "screen":
            _window(out, draft, each, target)
            continue
        job = draft.proof((each,), paper) if arguments.kind == "proof" else draft.paper(each, paper)
        _saved(out, target / f"{Path(each.file).stem}-{arguments.kind}", job.run())


def _saved(out: Out, target: Path, pdf: bytes) -> None:
    """Write a PDF and a picture of each of its pages; these are remade each time, and named after the file."""
    from kyr_app.documents.worker import api  # noqa: PLC0415 (only where pictures are wanted)

    write_whole(target.with_name(f"{target.name}.pdf"), pdf)
    out.line(f"{target}.pdf")
    for number, page in enumerate(api.render(pdf, dpi=110), 1):
        file = target.with_name(f"{target.name}-{number:02}.jpg")
        write_whole(file, page.jpeg)
        out.line(str(file))


def _window(out: Out, draft: Draft, one: Proof, pictures: Path | None = None) -> None:
    """Let a process of its own open the window on a file, or draw it without a screen: this one stays without Qt."""
    if one.value is None:
        raise InputError(N_("{file}: mend it first; then it can be shown.", file=one.file))
    own = ["--draft"] if getattr(sys, "frozen", False) else ["-m", "kyr_app.ui.draft"]
    kind = type(one.value).__name__.lower()
    with tempfile.TemporaryDirectory(prefix="draft-") as folder:
        draft.compile(Path(folder))
        what = (folder, out.session.locale.language, kind, getattr(one.value, "id", ""))
        command = [*places.starting(sys.executable), *own, *what, *([str(pictures)] if pictures else [])]
        done = subprocess.run(command, env=dict(os.environ), capture_output=True, text=True, check=False)
    if done.returncode:
        raise InputError(
            N_("The window could not be opened. Is there a screen?"),
            N_("Without one: --as screen -o FOLDER makes pictures of it."),
        )
    for line in done.stdout.splitlines():
        out.line(line)


def add(tree: Tree, tools: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the tools for authors."""
    say = tree.say
    about = say(N_("show a file as its author must see it, before it is built"))
    parser = tools.add_parser("preview", help=about, description=about, parents=[tree.shared])
    parser.add_argument("path", metavar="PATH", help=say(N_("a file or a folder")))
    told = N_("a PDF to write (- for standard output), or a folder for PDFs and pictures of their pages")
    parser.add_argument("-o", "--output", metavar="FILE|DIR", help=say(told))
    told = N_(
        "proof: every passage with its line, sources and mistakes; paper: as families get it; screen: pictures"
    )
    parser.add_argument("--as", dest="kind", choices=KINDS, default=KINDS[0], help=say(told))
    sizes = [each.value for each in Paper]
    parser.add_argument("--paper", choices=sizes, default=sizes[0], help=say(N_("the size of the paper")))
    parser.add_argument("--open", action="store_true", help=say(N_("open the window on it")))
    tree.force(parser)
    parser.set_defaults(run=preview)
