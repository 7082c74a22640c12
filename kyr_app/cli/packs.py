"""`kyr pack`: signed content packs, for those who publish them and those who carry them."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app import places
from kyr_app.cli import offers
from kyr_app.cli.output import read_input
from kyr_app.cli.tree import LANGUAGES
from kyr_app.model.errors import InputError
from kyr_app.model.settings import Paper
from kyr_app.model.text import N_, Text, Together
from kyr_app.store import chosen
from kyr_app.store.preferences import home

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree
    from kyr_app.session.packs.packs import Packs

DAYS = 90
"""How long a pack is good where nobody says otherwise: what changes fast is looked at four times a year."""

_OWN = frozenset({"theme.json"})
"""What the compiled content has that belongs to the program, and stays out of a pack."""


def _packs(out: Out) -> Packs:
    from kyr_app.session.packs.packs import Packs  # noqa: PLC0415 (only for these commands)

    return Packs(out.session, home())


def build(out: Out, arguments: argparse.Namespace) -> None:
    """Make an unsigned pack of the content of this checkout, or of a folder of compiled content."""
    from kyr_app.updates import archive, manifest  # noqa: PLC0415

    folder = Path(arguments.content) if arguments.content else places.pack()
    files = {
        file.relative_to(folder).as_posix(): chosen.read(file, archive.MOST_FILE)
        for file in sorted(folder.rglob("*"))
        if not file.is_dir() and file.name not in _OWN
    }
    files = _sound(out, files, arguments)
    today = out.session.today
    said = manifest.made(
        files,
        version=arguments.version or int(f"{today:%Y%m%d}01"),
        made=today,
        valid_until=_day(arguments.valid_until) if arguments.valid_until else today + dt.timedelta(days=DAYS),
        notes=Text(arguments.notes_es, arguments.notes_en),
    )
    data = archive.packed({**files, manifest.FILE: manifest.encode(said)})
    out.file(arguments.output, data, force=arguments.force)


def _sound(out: Out, files: dict[str, bytes], arguments: argparse.Namespace) -> dict[str, bytes]:
    """Return the files of a pack with the languages that were asked for, and tell what came in and what did not."""
    from kyr_app.session.packs import publishing, tongues  # noqa: PLC0415

    try:
        publishing.sound(files)
        if not arguments.languages:
            return files
        fresh, made = publishing.with_languages(files, Path(arguments.languages))
    except publishing.Faulty as error:
        for each in error.problems:
            where = f"{each.file}:{each.line}" if each.line else each.file
            sys.stderr.write(f"{where}: {out.session.locale.render(each.said)}\n")
        raise
    if arguments.output != "-":
        for added in made:
            for said in (tongues.adds(added.table.language), *added.left.said):
                out.line(said)
    return fresh


def sign(out: Out, arguments: argparse.Namespace) -> None:
    """Write the signature of a pack beside it."""
    from kyr_app.updates import archive, manifest, minisign, secret  # noqa: PLC0415

    data = read_input(arguments.pack, archive.MOST_PACKED)
    files = archive.unpacked(data)
    said = manifest.decode(files.pop(manifest.FILE, b""))
    manifest.hold(said, files)
    key = secret.opened(read_input(arguments.key, 4096).decode("utf-8", "replace"), _password(out, arguments))
    out.file(arguments.pack + ".minisig", minisign.sign(data, said.comment, key), force=arguments.force)


def key(out: Out, arguments: argparse.Namespace) -> None:
    """Make a key to sign with: `NAME.key` to keep away from this computer, `NAME.pub` for the program."""
    from kyr_app.updates import minisign, secret  # noqa: PLC0415

    made = secret.new()
    password = _password(out, arguments, again=True)
    out.file(f"{arguments.name}.key", secret.written(made, password).encode(), force=arguments.force)
    out.file(f"{arguments.name}.pub", minisign.written(made.public).encode(), force=arguments.force)
    out.line(N_("Key {name}. Keep the .key file where only its owner comes.", name=made.public.name))
    if not password:
        out.line(N_("It has no password: whoever has the .key file can sign."))


def verify(out: Out, arguments: argparse.Namespace) -> None:
    """Say whether a pack is believed, who signed it and what it would change."""
    found = _packs(out).offered(Path(arguments.pack))
    if arguments.output:
        from kyr_app.session.making import pack_paper  # noqa: PLC0415

        languages = LANGUAGES[arguments.lang or "both"]
        paper = pack_paper.job(out.session, found, languages, Paper(arguments.paper))
        out.file(arguments.output, paper.run(), force=arguments.force)
    if arguments.output == "-":
        return
    if arguments.json:
        out.json(offers.as_json(out, found))
        return
    offers.tell(out, found)


def install(out: Out, arguments: argparse.Namespace) -> None:
    """Use a pack on this computer from now on."""
    packs = _packs(out)
    found = packs.offered(Path(arguments.pack))
    packs.take(found)
    offers.tell(out, found)
    out.line(N_("This pack is used from now on. `kyr pack back` goes back."))


def back(out: Out, arguments: argparse.Namespace) -> None:  # noqa: ARG001 (it needs none)
    """Go back to the content before."""
    _packs(out).back()
    out.line(N_("The lessons from before are used again."))


def listed(out: Out, arguments: argparse.Namespace) -> None:
    """List the content of this computer: what the program brings, and packs."""
    shelf = _packs(out).shelf
    current = shelf.current()
    used = current.name if current else ""
    rows = [{"name": "", "version": shelf.built_in, "active": not used}]
    rows += [
        {
            "name": name,
            "version": each.version,
            "active": name == used,
            "valid_until": each.valid_until.isoformat(),
        }
        for name, each in shelf.manifests().items()
    ]
    if arguments.json:
        out.json(rows)
        return
    for row in rows:
        what = N_("what the program brings") if not row["name"] else str(row["name"])
        now = (N_("in use"),) if row["active"] else ()
        out.line(Together((str(row["version"]), what, *now), " · "))
    from kyr_app.session.packs import publishers  # noqa: PLC0415 (only for these commands)

    if not publishers.pinned():
        out.line(publishers.NO_KEY)
        out.line(publishers.NO_KEY_DO)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InputError(N_("“{text}”: a date is needed here, such as 2026-11-22.", text=text)) from error


def _password(out: Out, arguments: argparse.Namespace, *, again: bool = False) -> str:
    """Return the password of a key: from a file, from standard input, or asked for without showing it.

    For a new key it is asked for `again`: a slip would lose the key. Raise `InputError` where the two differ.
    """
    if arguments.password_from:
        return read_input(arguments.password_from, 4096).decode("utf-8").rstrip("\r\n")
    if not sys.stdin.isatty():
        return ""
    say = out.session.locale.render
    typed = getpass.getpass(say(N_("Password of the key (empty: none): ")))
    if again and typed and getpass.getpass(say(N_("The same password again: "))) != typed:
        raise InputError(N_("These were two different passwords."), N_("No key was made. Try again."))
    return typed


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    about = N_("signed content packs")
    tools = tree.add("pack", listed, about).add_subparsers(
        required=True, dest="tool", metavar=tree.say(N_("TOOL"))
    )

    def tool(name: str, run: object, told: str) -> argparse.ArgumentParser:
        added = tools.add_parser(name, help=told, description=told, parents=[tree.shared])
        added.set_defaults(run=run)
        return added

    _building(tree, tool("build", build, tree.say(N_("make a pack of the content"))))
    _publishing(tree, tool("sign", sign, tree.say(N_("sign a pack"))), "pack")
    own = tool("key", key, tree.say(N_("make a key to sign with")))
    _publishing(tree, own, "name")
    for name, run, told in (
        ("verify", verify, N_("say whether a pack is believed, and what it would change")),
        ("install", install, N_("use a pack on this computer")),
    ):
        added = tool(name, run, tree.say(told))
        added.add_argument("pack", metavar="PACK", help=tree.say(N_("the pack; its .minisig beside it")))
        tree.json(added)
        if name == "verify":
            tree.paper(added, required=False)
            added.set_defaults(lang=None)
    tree.json(tool("list", listed, tree.say(N_("list the content of this computer"))))
    tool("back", back, tree.say(N_("go back to the content before")))


def _building(tree: Tree, made: argparse.ArgumentParser) -> None:
    made.add_argument("--content", metavar="DIR", help=tree.say(N_("a folder of compiled content")))
    told = N_("a folder of translations: the pack adds their languages")
    made.add_argument("--languages", metavar="DIR", help=tree.say(told))
    made.add_argument(
        "--version", type=int, metavar="N", help=tree.say(N_("the day and a counter: 2026112201"))
    )
    made.add_argument("--valid-until", metavar="DATE", help=tree.say(N_("until when it is good")))
    made.add_argument(
        "--notes-es", required=True, metavar="TEXT", help=tree.say(N_("what is new, in Spanish"))
    )
    made.add_argument(
        "--notes-en", required=True, metavar="TEXT", help=tree.say(N_("what is new, in English"))
    )
    tree.output(made, N_("the pack to write"))


def _publishing(tree: Tree, parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument(what, metavar=what.upper())
    if what == "pack":
        parser.add_argument("--key", required=True, metavar="FILE", help=tree.say(N_("the key to sign with")))
    told = N_("a file with the password of the key, or - for standard input")
    parser.add_argument("--password-from", metavar="FILE", help=tree.say(told))
    tree.force(parser)
