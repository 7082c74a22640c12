"""`kyr demo`: one family's journey without a screen: pictures of the window, and the papers."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app import places
from kyr_app.cli.tree import LANGUAGES
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_
from kyr_app.session import answers_file
from kyr_app.store.disk import not_saved, write_whole

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree


def demo(out: Out, arguments: argparse.Namespace) -> None:
    """Play the journey of a sample family and save what it would see and hold."""
    folder = Path(arguments.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_saved(error) from error
    session = out.session
    sample = (places.assets() / "sample" / "family.json").read_bytes()
    session.replace_answers(answers_file.read(sample, session.library))
    for name, languages in LANGUAGES.items():
        for lesson_id in ("turn-in",):
            _save(
                out, folder / f"lesson-{lesson_id}-{name}.pdf", session.handout([lesson_id], languages).run()
            )
        _save(out, folder / f"checklist-{name}.pdf", session.sheets.checklists(["turn-in"], languages).run())
    _pictures(out, folder)


def _save(out: Out, target: Path, data: bytes) -> None:
    write_whole(target, data)
    out.line(str(target))


def _pictures(out: Out, folder: Path) -> None:
    """Let a process of its own draw the window: this one stays without Qt."""
    own = ["--pictures"] if getattr(sys, "frozen", False) else ["-m", "kyr_app.ui.pictures"]
    command = [*places.starting(sys.executable), *own, str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise InputError(N_("The pictures of the window could not be made. The papers are saved."))
    for line in done.stdout.splitlines():
        out.line(line)


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    shown = tree.add("demo", demo, N_("play one family's journey: pictures of the window and papers"))
    shown.add_argument(
        "-o", "--output", required=True, metavar="DIR", help=tree.say(N_("the folder to fill"))
    )
