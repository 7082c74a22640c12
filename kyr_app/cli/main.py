"""The tree of commands. `design`: every command takes `--ui es|en`; exit 0 done, 1 a problem, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kyr_app import places
from kyr_app.cli import (
    authoring,
    dates,
    demo,
    family,
    finding,
    learning,
    making,
    official,
    packet,
    packs,
    saying,
    selftest,
    situation,
    workshop,
)
from kyr_app.cli.output import Out
from kyr_app.cli.tree import Tree
from kyr_app.i18n import catalogs
from kyr_app.i18n.catalogs import SPOKEN
from kyr_app.model.errors import KyrError
from kyr_app.model.settings import Settings
from kyr_app.model.text import N_
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale

# What argparse itself says, so that the catalogs know it.
_ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("%(prog)s: error: %(message)s\n"),
)


def language_of_environment(environment: dict[str, str]) -> str:
    """Return the language of the person at this computer: English where it says so, else Spanish."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = environment.get(name, "")[:2]
        if wanted in SPOKEN:
            return wanted
    return SPOKEN[0]


def _asked_language(arguments: Sequence[str]) -> str:
    """Return the language that `--ui` asks for, before anything is parsed, so that even usage errors speak it."""
    for at, argument in enumerate(arguments):
        wanted = (
            arguments[at + 1]
            if argument == "--ui" and at + 1 < len(arguments)
            else argument.removeprefix("--ui=")
        )
        if argument.startswith("--ui") and wanted != argument and wanted.isascii():
            return wanted
    return language_of_environment(dict(os.environ))


MODULES = (
    learning,
    situation,
    finding,
    dates,
    making,
    official,
    authoring,
    saying,
    family,
    packet,
    packs,
    selftest,
    workshop,
    demo,
)
"""Where the commands are. A new module of commands is one more name here."""


def build(locale: Locale, languages: tuple[str, ...] = SPOKEN) -> argparse.ArgumentParser:
    """Return the parser of every command, speaking the language of `locale`; `languages` can be asked for."""
    tree = Tree(locale, languages)
    for module in MODULES:
        module.register(tree)
    return tree.parser


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status. Errors go to standard error, in the person's language."""
    locale = catalogs.load(SPOKEN[0], places.translations())
    try:
        session = Session(preferences=Forgetful(Settings(language=_asked_language(arguments))))
        locale = session.locale
        spoken = locale.language if locale.own is None else SPOKEN[0]
        catalogs.speak_for_libraries(spoken, places.translations())
        parsed = build(locale, session.languages).parse_args(arguments)
        return parsed.run(Out(session), parsed) or 0
    except KyrError as error:
        return _explain(error, locale)
    except BrokenPipeError:
        return 1


def _explain(error: KyrError, locale: Locale) -> int:
    said = [locale.render(words) for words in (error.said, error.hint) if words is not None]
    sys.stderr.write("\n".join(said) + "\n")
    return 1
