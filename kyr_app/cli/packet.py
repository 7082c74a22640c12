"""`kyr packet`: photos and PDFs of a plan file put together into one packet, numbered through."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app.cli.output import read_input
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_, Together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree
    from kyr_app.session.making.packet_plan import PacketPlan


def packet(out: Out, arguments: argparse.Namespace) -> None:
    """Make the packet of a plan, and beside it what is asked for. Everything is made before anything is written."""
    from kyr_app.session.making import packet as making  # noqa: PLC0415 (only where a packet is made, here and below)
    from kyr_app.session.making import packet_plan  # noqa: PLC0415

    plan = packet_plan.read(read_input(arguments.plan, packet_plan.MOST_BYTES))
    piped, session = arguments.plan == "-", out.session
    folder = Path.cwd() if piped else Path(arguments.plan).parent
    if not arguments.count:
        own = packet_plan.sources(plan, folder) | (frozenset() if piped else {Path(arguments.plan).resolve()})
        _look(arguments, own)
    packet_plan.fill(session, plan, folder)
    if arguments.count:
        _count(out, plan)
        return
    made: dict[str, bytes] = {}
    if arguments.output:
        made |= _named(arguments.output, making.job(session, plan.choices).files())
    if arguments.reading:
        made |= _named(arguments.reading, making.job(session, plan.choices, reading=True).files())
    if arguments.sets:
        made[arguments.sets] = making.collated(session, plan.sets, plan.choices).run()
    if arguments.before:
        made[arguments.before] = making.before(session, plan.sets, plan.choices).run()
    _write(out, made, force=arguments.force)
    for words in making.lacking(session, plan.choices):
        sys.stderr.write(session.locale.render(Together((N_("Still missing"), words), ": ")) + "\n")


def _look(arguments: argparse.Namespace, own: frozenset[Path]) -> None:
    """Raise `InputError` where nothing is to be written, or where it must not be: known before a page is made."""
    asked = (arguments.output, arguments.reading, arguments.sets, arguments.before)
    names = [name for name in asked if name]
    if not names:
        raise InputError(
            N_("Nothing was made: it was not said where to."),
            N_("Give a file name with -o; --reading, --sets and --before write more beside it."),
        )
    places = [name if name == "-" else Path(name).resolve() for name in names]
    if len(set(places)) < len(places):
        raise InputError(
            N_("Two papers would go into one file. Nothing was written."), N_("Give each a name of its own.")
        )
    for place in places:
        if place in own:
            name = Path(place).name
            raise InputError(
                N_("“{name}” is a part of the plan: nothing is written over it.", name=name),
                N_("Give another name."),
            )
    _free(names, force=arguments.force)


def _count(out: Out, plan: PacketPlan) -> None:
    from kyr_app.documents.packet import job as packet_job  # noqa: PLC0415
    from kyr_app.session.making import packet as making  # noqa: PLC0415

    counted = packet_job.read(making.count(out.session, plan.sets, plan.choices).run())
    out.line(counted.told())


def _named(name: str, files: tuple[bytes, ...]) -> dict[str, bytes]:
    """Return files by name: one by the name asked for, several with -1, -2 before its ending."""
    if len(files) == 1:
        return {name: files[0]}
    if name == "-":
        raise InputError(
            N_("The packet is parted into several files, and standard output takes one."),
            N_("Give a file name with -o."),
        )
    path = Path(name)
    return {str(path.with_stem(f"{path.stem}-{at}")): each for at, each in enumerate(files, 1)}


def _write(out: Out, made: dict[str, bytes], *, force: bool) -> None:
    _free(made, force=force)  # parts of a packet have names that were not known before
    for name, data in made.items():
        out.file(name, data, force=force)


def _free(names: Iterable[str], *, force: bool) -> None:
    there = [name for name in names if name != "-" and Path(name).exists()]
    if there and not force:
        raise InputError(
            N_("There is already a file “{name}”. Nothing was written.", name=Path(there[0]).name),
            N_("Give another name, or say --force to replace it."),
        )


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    parser = tree.add(
        "packet", packet, N_("photos and papers as one packet with cover, index, tabs and numbers")
    )
    say = tree.say
    parser.add_argument(
        "plan", metavar="PLAN", help=say(N_("a JSON file, or - for standard input: see docs/packet-plan.md"))
    )
    told = {
        "--reading": N_("also write the copy to read in Spanish, with the same page numbers"),
        "--before": N_("also write the sheet to read before filing"),
        "--sets": N_("also write whole sets for the court, the ICE lawyer and yourself"),
    }
    parser.add_argument(
        "-o", "--output", metavar="FILE", help=say(N_("the PDF to write, or - for standard output"))
    )
    for name, words in told.items():
        parser.add_argument(name, metavar="FILE", help=say(words))
    parser.add_argument(
        "--count", action="store_true", help=say(N_("only say how many sheets of paper the sets take"))
    )
    tree.force(parser)
