"""`kyr forms`, `kyr fill`, `kyr worksheet`: what a PDF is, an official form filled, the sheet for copying by hand."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from kyr_app.cli.output import read_input
from kyr_app.cli.situation import take_answers
from kyr_app.cli.tree import paper_languages
from kyr_app.documents.worker.shapes import MOST_BYTES
from kyr_app.model.form import Edition, Verified
from kyr_app.model.settings import Paper
from kyr_app.model.text import N_, Msg, Together
from kyr_app.session.making import official

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree
    from kyr_app.documents.official.planned import Note, Plan


def forms(out: Out, arguments: argparse.Namespace) -> None:
    """List the official forms that the program knows, and the editions of each."""
    found = out.session.library.forms.values()
    if arguments.json:
        out.json(
            [
                {
                    "id": each.id,
                    "number": each.number,
                    "title": out.both(each.title),
                    "editions": [{"id": one.id, "verified": one.verified.value} for one in each.editions],
                }
                for each in found
            ]
        )
        return
    for each in found:
        out.line(Together((each.id, each.title), " · "))
        for one in each.editions:
            said = N_("edition {edition}: checked against {what}", edition=one.id, what=_checked(one))
            out.line(Together(("  ", said), ""))


def _checked(edition: Edition) -> Msg:
    return N_("the form itself") if edition.verified is Verified.PDF else N_("its names only")


def identify(out: Out, arguments: argparse.Namespace) -> None:
    """Say which official form and edition a PDF is."""
    found = official.look(out.session.library, read_input(arguments.pdf, MOST_BYTES)).identity
    if not arguments.json:
        for words in (found.said, found.hint, *found.warnings):
            out.line(words)
        return
    out.json(
        {
            "result": found.found.value,
            "form": found.form or None,
            "edition": found.edition or None,
            "printed": found.printed or None,
            "verified": found.verified.value if found.verified is not None else None,
            "fillable": found.fillable,
            "missing": list(found.lacking),
            "extra": list(found.further),
            "filled": found.filled,
            "said": out.both(found.said),
            "hint": out.both(found.hint),
            "warnings": [out.both(each) for each in found.warnings],
        }
    )


def fill(out: Out, arguments: argparse.Namespace) -> None:
    """Fill an official form: flat, nothing cut; say what did not fit and what is missing."""
    wanted = official.form(out.session.library, arguments.form)
    take_answers(out, arguments)
    blank = official.look(out.session.library, read_input(arguments.blank, MOST_BYTES), wanted.id)
    if arguments.each:
        official.join_all(out.session)
    people = [person for person, _ in official.whom(out.session, wanted.id)] if arguments.each else [None]
    job = official.fill(out.session, blank, people)
    plan = job.plan()
    out.file(arguments.output, job.made(plan), force=arguments.force)
    if arguments.json:
        out.json(_told(out, plan, wanted.id, blank.identity.edition))
    elif arguments.output != "-":
        for warning in blank.identity.warnings:
            out.line(warning)
        for note in plan.notes:
            out.line(Together((note.question.partition("-")[0], note.label, note.said), " · "))


def _told(out: Out, plan: Plan, form: str, edition: str) -> dict[str, Any]:
    return {
        "form": form,
        "edition": edition,
        "pages": len(plan.order),
        "added": plan.added,
        "missing": list(plan.missing),
        "notes": [_note(out, note) for note in plan.notes],
    }


def _note(out: Out, note: Note) -> dict[str, Any]:
    return {
        "about": note.about.value,
        "question": note.question,
        "label": out.both(note.label),
        "said": out.both(note.said),
        "names": list(note.names),
    }


def worksheet(out: Out, arguments: argparse.Namespace) -> None:
    """Make the worksheet of a form: with answers, or to fill in by hand."""
    if arguments.answers:
        take_answers(out, arguments)
    job = official.worksheet(
        out.session,
        arguments.form,
        paper_languages(out, arguments.lang),
        Paper(arguments.paper),
        blank=not arguments.answers,
    )
    out.file(arguments.output, job.run(), force=arguments.force)


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    listed = tree.add("forms", forms, N_("list the official forms; say which one a PDF is"))
    tree.json(listed)
    tools = listed.add_subparsers(dest="tool", metavar=tree.say(N_("TOOL")))
    about = tree.say(N_("say which official form and edition a PDF is"))
    one = tools.add_parser("identify", help=about, description=about, parents=[tree.shared])
    one.add_argument("pdf", metavar="PDF", help=tree.say(N_("a PDF, or - for standard input")))
    tree.json(one)
    one.set_defaults(run=identify)
    parser = tree.add("fill", fill, N_("fill an official form with answers"))
    _form(tree, parser)
    parser.add_argument(
        "--blank", required=True, metavar="PDF", help=tree.say(N_("the blank form, as its agency gives it"))
    )
    told = N_("one for each person of the family, where each has their own")
    parser.add_argument("--each", action="store_true", help=tree.say(told))
    tree.answers(parser)
    tree.output(parser, N_("the PDF to write, or - for standard output"))
    tree.json(parser)
    parser = tree.add("worksheet", worksheet, N_("make a form’s questions on a sheet for copying by hand"))
    _form(tree, parser)
    tree.answers(parser, required=False)
    tree.paper(parser, required=True)
    parser.set_defaults(lang="both")


def _form(tree: Tree, parser: argparse.ArgumentParser) -> None:
    parser.add_argument("form", metavar="FORM", help=tree.say(N_("the id of a form")))
