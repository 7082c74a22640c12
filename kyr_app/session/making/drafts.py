"""A file or a folder of content that nobody has built yet: its proofs, how it comes out on paper, and on the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kyr_app import places
from kyr_app.content import build, official, proof, tokens
from kyr_app.content import check as checking
from kyr_app.content.library import Library
from kyr_app.documents.authoring.proof_job import ProofJob
from kyr_app.model.checklist import Checklist
from kyr_app.model.errors import InputError
from kyr_app.model.form import OfficialForm
from kyr_app.model.lesson import Lesson
from kyr_app.model.template import Template
from kyr_app.model.text import N_, P_
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful

if TYPE_CHECKING:
    from kyr_app.content.proof import Proof
    from kyr_app.documents.sheet_job import SheetJob
    from kyr_app.model.settings import Paper

BOTH = ("es", "en")


class Draft:
    """What lies at `path`, together with all the content of the program, which it may stand in the place of."""

    def __init__(self, path: Path, session: Session) -> None:
        self._session = session
        self._desk, self._name = checking.desk_for(path, places.assets() / "content")

    @cached_property
    def proofs(self) -> tuple[Proof, ...]:
        """The proof of each file."""
        return proof.proofs(self._desk, self._name)

    def proof(self, chosen: tuple[Proof, ...], paper: Paper) -> ProofJob:
        """Return the job that prints proofs, in the language of the session."""
        session = self._session
        return ProofJob(
            library=session.library,
            locales=tuple(session.locale_of(each) for each in BOTH),
            paper=paper,
            today=session.today,
            proofs=chosen,
            reader=session.locale,
        )

    def paper(self, one: Proof, paper: Paper) -> SheetJob:
        """Return the job that prints a file as families get it, in both languages, with no answer of anybody.

        Raise `InputError` where the file has mistakes, or is nothing that is printed by itself.
        """
        if one.value is None:
            raise InputError(
                P_(
                    "{file}: there is {n} thing to mend first.",
                    "{file}: there are {n} things to mend first.",
                    len(one.wrong),
                    file=one.file,
                ),
                N_("Ask: kyr content check"),
            )
        make = _PAPERS.get(type(one.value))
        if make is None:
            raise InputError(
                N_("{file}: this is not printed by itself.", file=one.file),
                N_("Ask for its proof sheet, without --as paper."),
            )
        return make(self._sitting, one.value, paper)

    @cached_property
    def _sitting(self) -> Session:
        """A sitting in which nobody answered anything, with the draft in its content."""
        forms = {one.id: one for one in sorted(self._desk.values(OfficialForm), key=lambda each: each.order)}
        library = Library(build.shelf(self._desk), lambda: forms)
        settings = self._session.settings
        return Session(library=library, preferences=Forgetful(settings), today=self._session.today)

    def compile(self, folder: Path) -> None:
        """Write the content with the draft in it into `folder`, for a window to read."""
        build.write(self._desk, folder)
        official.write(self._desk, folder)
        tokens.write(folder)


def _lesson(session: Session, one: Lesson, paper: Paper) -> SheetJob:
    return session.handout([one.id], BOTH, paper)


def _checklist(session: Session, one: Checklist, paper: Paper) -> SheetJob:
    return session.sheets.blank_checklist(one.id, BOTH, paper)


def _template(session: Session, one: Template, paper: Paper) -> SheetJob:
    from kyr_app.session.making import templates  # noqa: PLC0415 (only for papers that we write)

    return templates.blank(session, one, BOTH, paper)


def _form(session: Session, one: OfficialForm, paper: Paper) -> SheetJob:
    from kyr_app.session.making import official as forms  # noqa: PLC0415 (only for official forms)

    return forms.worksheet(session, one.id, BOTH, paper, blank=True)


_PAPERS: dict[type, Callable[[Session, Any, Paper], SheetJob]] = {
    Lesson: _lesson,
    Checklist: _checklist,
    Template: _template,
    OfficialForm: _form,
}
