"""The parser of the commands, in one language."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from kyr_app.cli.output import Out
from kyr_app.i18n.catalogs import SPOKEN
from kyr_app.model.errors import InputError
from kyr_app.model.settings import Edition, Paper
from kyr_app.model.text import N_, Msg

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale

Command = Callable[[Out, argparse.Namespace], int | None]

LANGUAGES = {"es": ("es",), "en": ("en",), "both": ("es", "en")}
"""What `--lang` means on paper; in both, the first is the reader's. Two others are named with a +: `ht+es`."""


def paper_languages(out: Out, wanted: str) -> tuple[str, ...]:
    """Return the languages of a paper. Raise `InputError` for one whose letters the papers lack."""
    languages = LANGUAGES.get(wanted) or tuple(wanted.split("+"))
    for each in languages:
        if each not in out.session.paper_languages:
            raise InputError(
                N_(
                    "The papers lack the letters of this language: {language}.",
                    language=out.session.name_of(each),
                ),
                N_("It can be read on the screen. Print the paper in Spanish or in English."),
            )
    return languages


class Tree:
    """Builds the parser in one language. Each module of commands adds its own lines in `register`."""

    def __init__(self, locale: Locale, languages: tuple[str, ...] = SPOKEN) -> None:
        self.say, self.languages = locale.render, languages
        self.shared = argparse.ArgumentParser(add_help=False)
        self.shared.add_argument("--ui", choices=languages, help=self.say(N_("the language of messages")))
        about = N_("Know-your-rights lessons and papers, offline. Without a command it opens the window.")
        self.parser = argparse.ArgumentParser(prog="kyr", description=self.say(about), parents=[self.shared])
        self.commands = self.parser.add_subparsers(
            metavar=self.say(N_("COMMAND")), required=True, dest="command"
        )

    @property
    def paper_languages(self) -> tuple[str, ...]:
        """What `--lang` may be for a paper: one language, or two."""
        added = [each for each in self.languages if each not in LANGUAGES]
        pairs = [(one, other) for one in self.languages for other in self.languages if one != other]
        return (*LANGUAGES, *added, *("+".join(pair) for pair in pairs if set(pair) & set(added)))

    def add(self, name: str, run: Command, about: Msg) -> argparse.ArgumentParser:
        """Add a command, and return its parser for its own arguments."""
        said = self.say(about)
        added = self.commands.add_parser(name, help=said, description=said, parents=[self.shared])
        added.set_defaults(run=run)
        return added

    def json(self, parser: argparse.ArgumentParser) -> None:
        """Let a command print JSON."""
        parser.add_argument("--json", action="store_true", help=self.say(N_("print one JSON value")))

    def answers(self, parser: argparse.ArgumentParser, *, required: bool = True) -> None:
        """Let a command read a file of answers."""
        told = N_("a JSON file of answers, or - for standard input")
        parser.add_argument("--answers", required=required, metavar="FILE", help=self.say(told))

    def edition(self, parser: argparse.ArgumentParser) -> None:
        """Let a command print lessons in several ways, several times."""
        editions = [each.value for each in Edition]
        told = N_(
            "how to print it: as a sheet, large, as a little book, as cards, or telling nothing outside"
        )
        parser.add_argument("--edition", choices=editions, default=editions[0], help=self.say(told))
        parser.add_argument(
            "--copies", type=int, default=1, metavar="N", help=self.say(N_("how many copies"))
        )

    def paper(self, parser: argparse.ArgumentParser, *, required: bool) -> None:
        """Let a command make a PDF: language, paper, where to."""
        say = self.say
        parser.add_argument(
            "--lang",
            choices=self.paper_languages,
            default="es",
            help=say(N_("the language of the sheet")),
        )
        parser.add_argument(
            "--paper",
            choices=[each.value for each in Paper],
            default=Paper.LETTER.value,
            help=say(N_("the size of the paper")),
        )
        parser.add_argument(
            "-o",
            "--output",
            required=required,
            metavar="FILE",
            help=say(N_("the PDF to write, or - for standard output")),
        )
        self.force(parser)

    def output(self, parser: argparse.ArgumentParser, told: Msg, metavar: str = "FILE") -> None:
        """Let a command write a file of another kind than a sheet."""
        parser.add_argument("-o", "--output", required=True, metavar=metavar, help=self.say(told))
        self.force(parser)

    def force(self, parser: argparse.ArgumentParser) -> None:
        """Let a command replace a file."""
        parser.add_argument("--force", action="store_true", help=self.say(N_("replace a file that exists")))
