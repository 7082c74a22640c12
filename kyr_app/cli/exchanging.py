"""`kyr content exchange`: PO files out to translators and in again, for a third language and for corrections."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app.cli.output import read_input
from kyr_app.model.errors import InputError
from kyr_app.model.language import CODE
from kyr_app.model.text import N_, P_, Together
from kyr_app.store.disk import write_whole
from kyr_app.store.together import write_together

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree
    from kyr_app.content.desk import Problem
    from kyr_app.content.exchange import Merged
    from kyr_app.model.text import Words
    from kyr_app.model.translation import Catalogue
    from kyr_app.session.exchange.content import Exchange, Taken

MOST = 16 * 1024 * 1024
SHOWN = 20
"""So many notes are told; the others are counted."""


def given_out(out: Out, arguments: argparse.Namespace) -> None:
    """Write what there is to translate; what was translated before in the same file stays in it."""
    from kyr_app.i18n import po  # noqa: PLC0415 (for translators alone)
    from kyr_app.session.exchange import content as exchange  # noqa: PLC0415
    from kyr_app.session.exchange import program as exchange_program  # noqa: PLC0415

    language, target = _language(arguments.lang), Path(arguments.output)
    content = exchange.Exchange()
    if target.suffix == ".po" or arguments.output == "-":
        wanted = {arguments.output: content.out}
    else:
        wanted = {str(target / exchange.CONTENT): content.out}
        if language not in exchange.OWN:
            wanted[str(target / exchange.PROGRAM)] = exchange_program.out
    made: list[tuple[str, Catalogue, Merged]] = []
    for name, make in wanted.items():
        made.append((name, *make(language, _former(name, force=arguments.force))))
    if arguments.output == "-":
        out.file("-", po.written(made[0][1]), force=arguments.force)
        return
    write_together({Path(name): po.written(catalogue) for name, catalogue, _ in made})
    for name, _, merged in made:
        _tell(out, name, merged)
    if target.suffix != ".po" and language not in exchange.OWN:
        _named(out, target, language)


def _former(name: str, *, force: bool) -> bytes:
    file = Path(name)
    if name == "-" or not file.is_file():
        return b""
    if not force:
        hint = N_("With --force it is brought up to date: what is translated in it stays.")
        raise InputError(N_("There is already a file “{name}”, and it was left as it is.", name=name), hint)
    return read_input(name, MOST)


def _tell(out: Out, name: str, merged: Merged) -> None:
    n = len(merged.entries)
    parts: list[Words] = [
        P_("{n} passage", "{n} passages", n),
        N_("{n} translated", n=merged.done),
        *([N_("{n} to be looked at again", n=merged.fuzzy)] if merged.fuzzy else []),
        *([N_("{n} of what is not there any more", n=len(merged.gone))] if merged.gone else []),
    ]
    out.line(Together((name, Together(tuple(parts), " · ")), ": "))


def _named(out: Out, folder: Path, language: str) -> None:
    """Begin the file that says what the language is called, where there is none."""
    from kyr_app.i18n.naming import beginning  # noqa: PLC0415 (for translators alone)

    file = folder / "language.yaml"
    if not file.exists():
        write_whole(file, beginning(language).encode())
        out.line(N_("{name}: please look at it, and mend what is not right.", name=str(file)))


def taken_in(out: Out, arguments: argparse.Namespace) -> int:
    """Look at a PO file and take it, whole or not at all; 1 where there is something to mend."""
    from kyr_app.i18n import po  # noqa: PLC0415 (for translators alone)
    from kyr_app.session.exchange import content as exchange  # noqa: PLC0415
    from kyr_app.session.exchange import program as exchange_program  # noqa: PLC0415

    language, name = _language(arguments.lang), Path(arguments.file).name
    data = read_input(arguments.file, MOST)
    content = exchange.Exchange()
    try:
        program = language not in exchange.OWN and not any(each.context for each in po.read(data).entries)
        taken = exchange_program.take(data, language, name) if program else content.take(data, language, name)
    except po.PoError as error:
        return _refused(out, [_problem(name, error)])
    if taken.problems:
        _notes(out, taken)
        return _refused(out, taken.problems)
    if language in exchange.OWN:
        return _corrected(out, arguments, content, taken)
    target = Path(arguments.output) / (exchange.PROGRAM if program else exchange.CONTENT)
    out.free(target, force=arguments.force)
    write_together({target: po.written(taken.catalogue)})
    _notes(out, taken)
    counted = N_("{n} of {total} are translated.", n=taken.done, total=taken.total)
    out.line(Together((str(target), counted), ": "))
    return 0


def _problem(name: str, error: object) -> Problem:
    from kyr_app.content.desk import Problem  # noqa: PLC0415

    return Problem(name, getattr(error, "line", 1), getattr(error, "said", ""))


def _refused(out: Out, problems: Iterable[Problem]) -> int:
    found = list(problems)
    for each in found:
        out.line(Together((N_("{file}, line {line}", file=each.file, line=str(each.line)), each.said), ": "))
    out.line(P_("{n} thing to mend.", "{n} things to mend.", len(found)))
    out.line(N_("Nothing was written."))
    return 1


def _corrected(out: Out, arguments: argparse.Namespace, content: Exchange, taken: Taken) -> int:
    """Write the files that corrections change into a folder, to be looked at and put in their place."""
    files, problems = content.corrected(taken, arguments.lang)
    if problems:
        return _refused(out, problems)
    folder = Path(arguments.output)
    existing = [name for name in files if (folder / name).exists()]
    if existing and not arguments.force:
        hint = N_("Give another folder, or say --force to replace it.")
        said = N_("There is already a file “{name}”, and it was left as it is.", name=existing[0])
        raise InputError(said, hint)
    write_together({folder / name: data for name, data in files.items()})
    for name in files:
        out.line(str(folder / name))
    _notes(out, taken)
    out.line(
        P_("{n} file is corrected.", "{n} files are corrected.", len(files))
        if files
        else N_("Nothing is different.")
    )
    return 0


def _notes(out: Out, taken: Taken) -> None:
    """Tell what was not taken, though nothing is wrong with it: its source is another now, or not there any more."""
    notes = [*taken.changed, *taken.strange]
    for each in notes[:SHOWN]:
        where = N_("{file}, line {line}", file=each.file, line=str(each.line))
        sys.stderr.write(out.session.locale.render(Together((where, each.said), ": ")) + "\n")
    if len(notes) > SHOWN:
        sys.stderr.write(out.session.locale.render(N_("… and {n} more.", n=len(notes) - SHOWN)) + "\n")


def _language(code: str) -> str:
    if not CODE.fullmatch(code):
        raise InputError(
            N_("“{code}” is no code of a language.", code=code), N_("Such as ht, pt, quc: small letters.")
        )
    return code


def add(tree: Tree, tools: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the tools for authors."""
    say = tree.say
    about = say(N_("PO files for translators: out and in again"))
    both = tools.add_parser("exchange", help=about, description=about, parents=[tree.shared])
    ways = both.add_subparsers(required=True, dest="way", metavar=say(N_("WAY")))
    for name, run, told, where, metavar in (
        (
            "out",
            given_out,
            N_("write what there is to translate"),
            N_("a PO file, or the folder of a language"),
            "PO|DIR",
        ),
        (
            "in",
            taken_in,
            N_("take a PO file, whole or not at all"),
            N_("the folder of a language, or for corrected files"),
            "DIR",
        ),
    ):
        parser = ways.add_parser(name, help=say(told), description=say(told), parents=[tree.shared])
        if name == "in":
            parser.add_argument("file", metavar="PO", help=say(N_("the PO file, or - for standard input")))
        code = N_("the code of the language: ht, pt …; es or en for corrections")
        parser.add_argument("--lang", required=True, metavar="CODE", help=say(code))
        tree.output(parser, where, metavar)
        parser.set_defaults(run=run)
