"""`kyr family check`, `kyr family export`, `kyr traces`: family files and what the program left, without a window."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app.model.errors import InputError
from kyr_app.model.text import N_, Msg, Together

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree
    from kyr_app.session.family.crossing import Thing
    from kyr_app.store.families import FamilyFile

_MOST = 4096
"""Bytes of a file with words in it."""


def check(out: Out, arguments: argparse.Namespace) -> int:
    """Say whether a family file is sound: from the outside, and with its words to the last byte."""
    from kyr_app.store import families  # noqa: PLC0415 (brings what seals, here and below)

    path = Path(arguments.file)
    stem = path.name[:32]
    found = next((each for each in families.found(path.parent) if each.id == stem), None)
    if found is None:
        raise InputError(
            N_("There is no family file of that name."), N_("It has a long name, and ends in .a or .b.")
        )
    told = {"id": found.id, "generation": found.generation, "whole": found.whole, "bytes": found.size}
    if arguments.outside:
        trouble = found.trouble
        _tell(out, arguments, {**told, "trouble": out.both(trouble)})
        return 0 if found.whole and trouble is None else 1
    with _opened(out, arguments) as file:
        sound = file.opened.name == "NEWEST" and file.note is None
        photos = [_readable(file, name) for name in file.blobs()]
        counts = {name: len(file.rows(name)) for name in file.tables()}
        told |= {"opened": file.opened.name.lower(), "tables": counts, "photos": len(photos)}
        _tell(out, arguments, {**told, "trouble": out.both(file.note), "photos_damaged": photos.count(False)})
    return 0 if sound and found.whole and all(photos) else 1


def _readable(file: FamilyFile, name: str) -> bool:
    from kyr_app.model.errors import KyrError  # noqa: PLC0415

    try:
        file.blob(name)
    except KyrError:
        return False
    return True


def _tell(out: Out, arguments: argparse.Namespace, told: dict[str, object]) -> None:
    if arguments.json:
        out.json(told)
        return
    out.line(N_("Saves: {n}. Bytes: {bytes}.", n=str(told["generation"]), bytes=str(told["bytes"])))
    trouble = told.get("trouble")
    if isinstance(trouble, dict):
        out.line(trouble[out.session.locale.language])
    if not told["whole"]:
        out.line(N_("One of the two halves is damaged or missing. The other one can still be opened."))
    if told.get("photos_damaged"):
        out.line(N_("Some photos cannot be read."))
    elif told["whole"] and trouble is None:
        words = (
            N_("Sound, as far as one sees without its words.")
            if "tables" not in told
            else N_("The file is sound.")
        )
        out.line(words)


def export(out: Out, arguments: argparse.Namespace) -> None:
    """Write a copy of a family file that any age tool opens, under words of its own."""
    from kyr_app.session.making import copying  # noqa: PLC0415

    if arguments.output != "-" and Path(arguments.output).exists() and not arguments.force:
        hint = N_("Give another name, or say --force to replace it.")
        raise InputError(N_("There is already a file of that name, and it was left as it is."), hint)
    session = out.session
    session.family.open_file(
        Path(arguments.file), _phrase(out, arguments.phrase_from, N_("Words of the family file: "))
    )
    try:
        fresh = _phrase(out, arguments.copy_phrase_from, N_("New words for the copy: "))
        if arguments.copy_phrase_from is None:
            again = _phrase(out, None, N_("The new words once more: "))
            if not session.family.same(fresh, again):
                raise InputError(N_("These words are not the same. Nothing was written."))
        data = copying.job(session, fresh).run()
    finally:
        session.family.abandon()
    out.file(arguments.output, data, force=arguments.force)


def _opened(out: Out, arguments: argparse.Namespace) -> FamilyFile:
    from kyr_app.store import families  # noqa: PLC0415

    return families.open_file(
        Path(arguments.file), _phrase(out, arguments.phrase_from, N_("Words of the family file: "))
    )


def _phrase(out: Out, source: str | None, asked: Msg) -> str:
    """Return words from a file (`-`: standard input), or ask on the terminal without showing them.

    Words are never an argument and never in the environment: other programs can read both.
    """
    if source is None:
        if not sys.stdin.isatty():
            raise InputError(
                N_("There is no terminal to ask for the words."),
                N_("Say --phrase-from FILE, or - for standard input."),
            )
        return getpass.getpass(out.session.locale.render(asked))
    from kyr_app.cli.output import read_input  # noqa: PLC0415

    data = read_input(source, _MOST)
    if len(data) > _MOST:
        raise InputError(N_("This file is too large to hold only words."))
    try:
        return data.decode("utf-8-sig").strip("\r\n")
    except UnicodeDecodeError as error:
        raise InputError(N_("The words are not in UTF-8.")) from error


def traces(out: Out, arguments: argparse.Namespace) -> None:
    """List what the program left. Raise `InputError` for a folder that is not there."""
    from kyr_app.session.family import crossing  # noqa: PLC0415

    wanted = [Path(each) for each in arguments.folder]
    for folder in wanted:
        if not folder.is_dir():
            raise InputError(N_("There is no folder “{name}”.", name=str(folder)))
    found = crossing.look(only=wanted) if wanted else crossing.look()
    if arguments.json:
        verified = found.verified
        out.json(
            {
                "clean": found.clean,
                "traces": [_thing(out, each) for each in found.things],
                "unfinished": [str(each) for each in found.unfinished],
                "program": {
                    "said": out.both(found.program),
                    "listed": verified.listed,
                    "same": verified.same,
                    "checked": verified.checked,
                    "changed": list(verified.changed),
                    "missing": list(verified.missing),
                    "more": list(verified.more),
                },
            }
        )
        return
    for group in found.groups:
        out.line(Together((group.title, ": ", str(len(group.things))), ""))
        for each in group.things:
            out.line(f"  {each.trace.path}")
    if not found.personal:
        out.line(N_("Personal files: none."))
    for folder in found.unfinished:
        out.line(N_("Not looked at to the end: {folder}", folder=str(folder)))
    out.line(found.program)
    for words in crossing.LIMITS:
        out.line(words)


def _thing(out: Out, each: Thing) -> dict[str, object]:
    return {
        "kind": each.trace.kind.value,
        "path": str(each.trace.path),
        "bytes": each.trace.size,
        "place": out.both(each.where.called),
        "removable": each.where.removable,
        "own": each.own,
    }


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    say = tree.say
    family = tree.add("family", check, N_("look after a family file"))
    tools = family.add_subparsers(required=True, dest="tool", metavar=say(N_("TOOL")))
    words = N_("read the words from a file, or - for standard input, instead of asking")

    about = say(N_("say whether a family file is sound"))
    checked = tools.add_parser("check", help=about, description=about, parents=[tree.shared])
    checked.add_argument("file", metavar="FILE", help=say(N_("one of the two halves, .a or .b")))
    checked.add_argument("--outside", action="store_true", help=say(N_("look without its words")))
    checked.add_argument("--phrase-from", metavar="FILE", help=say(words))
    tree.json(checked)
    checked.set_defaults(run=check)

    about = say(N_("write a copy that any age tool opens"))
    exported = tools.add_parser("export", help=about, description=about, parents=[tree.shared])
    exported.add_argument("file", metavar="FILE", help=say(N_("one of the two halves, .a or .b")))
    exported.add_argument("--phrase-from", metavar="FILE", help=say(words))
    told = N_("read the new words of the copy from a file, or - for standard input, instead of asking")
    exported.add_argument("--copy-phrase-from", metavar="FILE", help=say(told))
    tree.output(exported, N_("the copy to write, or - for standard output"))
    exported.set_defaults(run=export)

    left = tree.add("traces", traces, N_("list what the program left on this machine and its sticks"))
    left.add_argument(
        "folder", nargs="*", metavar="DIR", help=say(N_("look only here, and in the program's own place"))
    )
    tree.json(left)
