"""The tree of commands. `design`: every command takes `--ui es|en`; exit 0 done, 1 a problem, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kyr_app import places
from kyr_app.cli import authoring, dates, demo, finding, learning, making, situation
from kyr_app.cli.output import Out
from kyr_app.i18n import catalogs
from kyr_app.i18n.catalogs import SPOKEN
from kyr_app.model.errors import KyrError
from kyr_app.model.settings import Edition, Paper, Settings
from kyr_app.model.text import N_, Msg
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale

Command = Callable[[Out, argparse.Namespace], int | None]

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
        if argument.startswith("--ui") and wanted in SPOKEN:
            return wanted
    return language_of_environment(dict(os.environ))


class _Tree:
    """Builds the parser in one language."""

    def __init__(self, locale: Locale) -> None:
        self.say = locale.render
        self.shared = argparse.ArgumentParser(add_help=False)
        self.shared.add_argument("--ui", choices=SPOKEN, help=self.say(N_("the language of messages")))
        about = N_("Know-your-rights lessons and papers, offline. Without a command it opens the window.")
        self.parser = argparse.ArgumentParser(prog="kyr", description=self.say(about), parents=[self.shared])
        self.commands = self.parser.add_subparsers(
            metavar=self.say(N_("COMMAND")), required=True, dest="command"
        )

    def add(self, name: str, run: Command, about: Msg) -> argparse.ArgumentParser:
        said = self.say(about)
        added = self.commands.add_parser(name, help=said, description=said, parents=[self.shared])
        added.set_defaults(run=run)
        return added

    def json(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help=self.say(N_("print one JSON value")))

    def answers(self, parser: argparse.ArgumentParser, *, required: bool = True) -> None:
        told = N_("a JSON file of answers, or - for standard input")
        parser.add_argument("--answers", required=required, metavar="FILE", help=self.say(told))

    def edition(self, parser: argparse.ArgumentParser) -> None:
        editions = [each.value for each in Edition]
        told = N_(
            "how to print it: as a sheet, large, as a little book, as cards, or telling nothing outside"
        )
        parser.add_argument("--edition", choices=editions, default=editions[0], help=self.say(told))
        parser.add_argument(
            "--copies", type=int, default=1, metavar="N", help=self.say(N_("how many copies"))
        )

    def paper(self, parser: argparse.ArgumentParser, *, required: bool) -> None:
        say = self.say
        parser.add_argument(
            "--lang",
            choices=tuple(learning.LANGUAGES),
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
        parser.add_argument("--force", action="store_true", help=say(N_("replace a file that exists")))


def build(locale: Locale) -> argparse.ArgumentParser:
    """Return the parser of every command, speaking the language of `locale`."""
    tree = _Tree(locale)
    tree.json(tree.add("lessons", learning.lessons, N_("list the lessons")))
    handout = tree.add("handout", learning.handout, N_("print lessons on paper"))
    handout.add_argument("lesson", nargs="+", metavar="LESSON", help=tree.say(N_("the id of a lesson")))
    tree.edition(handout)
    tree.paper(handout, required=True)
    questions = tree.add("questions", situation.questions, N_("list every answer key with its question"))
    questions.add_argument(
        "interview", nargs="?", metavar="INTERVIEW", help=tree.say(N_("the id of an interview"))
    )
    tree.json(questions)
    findings = tree.add("findings", situation.findings, N_("say what the answers call for"))
    tree.answers(findings)
    tree.json(findings)
    checklist = tree.add("checklist", situation.checklist, N_("assemble a checklist from the answers"))
    checklist.add_argument("name", nargs="+", metavar="NAME", help=tree.say(N_("the id of a checklist")))
    tree.answers(checklist)
    tree.paper(checklist, required=False)
    tree.json(checklist)
    _finding(tree)
    _dates(tree)
    _making(tree)
    _authoring(tree)
    shown = tree.add("demo", demo.demo, N_("play one family's journey: pictures of the window and papers"))
    shown.add_argument(
        "-o", "--output", required=True, metavar="DIR", help=tree.say(N_("the folder to fill"))
    )
    return tree.parser


def _finding(tree: _Tree) -> None:
    search = tree.add("search", finding.search, N_("find places in lessons, glossary and directory"))
    search.add_argument("words", nargs="+", metavar="WORDS", help=tree.say(N_("what to look for")))
    search.add_argument("--lang", choices=SPOKEN, help=tree.say(N_("look in this language alone")))
    tree.json(search)
    screen = tree.add("screen", finding.screen, N_("say what one screening comes to"))
    screen.add_argument("screen", metavar="SCREEN", help=tree.say(N_("the id of a screening")))
    screen.add_argument("--today", metavar="DATE", help=tree.say(N_("another day than today")))
    tree.answers(screen)
    tree.json(screen)


def _dates(tree: _Tree) -> None:
    tree.json(tree.add("deadlines", dates.deadlines, N_("list the rules that give a date")))
    one = tree.add("deadline", dates.deadline, N_("count one date"))
    one.add_argument("rule", metavar="RULE", help=tree.say(N_("the id of a rule")))
    one.add_argument("date", metavar="DATE", help=tree.say(N_("the day it happened, such as 2026-11-22")))
    one.add_argument("-o", "--output", metavar="FILE", help=tree.say(N_("a calendar file (.ics) to write")))
    one.add_argument("--force", action="store_true", help=tree.say(N_("replace a file that exists")))
    tree.json(one)


def _making(tree: _Tree) -> None:
    listed = tree.add("documents", making.documents, N_("list the papers that can be made"))
    tree.answers(listed, required=False)
    tree.json(listed)
    make = tree.add("make", making.make, N_("make papers of the answers, or papers to fill in by hand"))
    make.add_argument("document", nargs="+", metavar="DOCUMENT", help=tree.say(N_("the id of a paper")))
    tree.answers(make, required=False)
    told = N_("the answers an intake sheet may show, with commas between them; without this, all of the file")
    make.add_argument("--share", metavar="NAMES", help=tree.say(told))
    tree.paper(make, required=True)
    make.set_defaults(lang=None)


def _authoring(tree: _Tree) -> None:
    content = tree.add("content", authoring.check, N_("tools for authors"))
    tools = content.add_subparsers(required=True, dest="tool", metavar=tree.say(N_("TOOL")))
    about = tree.say(N_("check a content file, or all content"))
    check = tools.add_parser("check", help=about, description=about, parents=[tree.shared])
    check.add_argument("path", nargs="?", metavar="PATH", help=tree.say(N_("a file or a folder")))
    check.set_defaults(run=authoring.check)
    about = tree.say(N_("write how easy the content reads"))
    guide = tools.add_parser("guide", help=about, description=about, parents=[tree.shared])
    guide.add_argument(
        "-o", "--output", required=True, metavar="FILE", help=tree.say(N_("the page to write"))
    )
    guide.add_argument("--force", action="store_true", help=tree.say(N_("replace a file that exists")))
    guide.set_defaults(run=authoring.guide)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status. Errors go to standard error, in the person's language."""
    language = _asked_language(arguments)
    catalogs.speak_for_libraries(language, places.translations())
    try:
        session = Session(preferences=Forgetful(Settings(language=language)))
        parsed = build(session.locale).parse_args(arguments)
        return parsed.run(Out(session), parsed) or 0
    except KyrError as error:
        return _explain(error, language)
    except BrokenPipeError:
        return 1


def _explain(error: KyrError, language: str) -> int:
    locale = catalogs.load(language, places.translations())
    said = [locale.render(words) for words in (error.said, error.hint) if words is not None]
    sys.stderr.write("\n".join(said) + "\n")
    return 1
