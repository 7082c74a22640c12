"""Official forms for a family: which there are, what a blank on a stick is, filling it, and the worksheet without one.

A blank is only ever looked at in the limited process, and never changed. Everything here that starts that process
waits for it: `Looking` and the jobs are run off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.documents.official import captions
from kyr_app.documents.official.identify import Found, Identity, identify
from kyr_app.documents.official.job import OfficialJob, WorksheetJob
from kyr_app.documents.sheet_job import Stopped
from kyr_app.documents.worker import api
from kyr_app.documents.worker.shapes import Inspected
from kyr_app.model.errors import ContentError, InputError
from kyr_app.model.form import OfficialForm, Write, names_read
from kyr_app.model.text import N_
from kyr_app.session.making.papers import ENGLISH, Kind, Offer
from kyr_app.session.missing import home_of

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.model.settings import Paper
    from kyr_app.model.text import Words
    from kyr_app.session.session import Session

BOTH = ("es", "en")
"""A worksheet is copied into an English form by a reader of Spanish: it is in both languages."""


def form(library: Library, name: str) -> OfficialForm:
    """Return a form by its id or its number (`i-589`, `I-589`, `EOIR-33/IC`). Raise `ContentError` for any other."""
    known = library.forms
    wanted = name.strip().casefold().replace("/", "-")
    if wanted in known:
        return known[wanted]
    hint = N_("There is: {known}.", known=", ".join(known))
    raise ContentError(N_("There is no “{id}” in this content.", id=name), hint)


def offers(session: Session, person: int | None = None) -> Iterable[Offer]:
    """Yield the worksheet of every form: the paper that is made where there is no blank."""
    for one in session.library.forms.values():
        yield Offer(
            one.id,
            captions.worksheet_named(one),
            partial(_worksheet, session, one, person),
            reads=reads(session.library, one.id),
            kind=Kind.FORM,
            icon=one.icon,
            about=one.summary,
            languages=BOTH,
            own=one.one_per_person,
        )


@lru_cache(maxsize=32)
def reads(library: Library, form_id: str) -> tuple[str, ...]:
    """Return every answer that a form can use; of a story also its English, where that is asked for."""
    asked, found = home_of(library), dict[str, None]()
    for question in library.forms[form_id].questions:
        for name in names_read(question):
            found[name] = None
        if isinstance(question, Write) and question.prose and question.answer + ENGLISH in asked:
            found[question.answer + ENGLISH] = None
    return tuple(found)


def worksheet(  # noqa: PLR0913 (what a worksheet is)
    session: Session,
    name: str,
    languages: Sequence[str] = BOTH,
    paper: Paper | None = None,
    *,
    person: int | None = None,
    blank: bool = False,
) -> WorksheetJob:
    """Return the job of a worksheet, with the answers given so far or, `blank`, with none. Raise as `form` does."""
    return WorksheetJob(
        library=session.library,
        locales=tuple(session.locale_of(each) for each in languages),
        paper=paper or session.settings.paper,
        today=session.today,
        form=form(session.library, name),
        answers=None if blank else session.answers_of(person),
    )


def _worksheet(
    session: Session, one: OfficialForm, person: int | None, languages: Sequence[str], paper: Paper | None
) -> WorksheetJob:
    answered = session.answers_of(person)
    return worksheet(session, one.id, languages, paper, person=person, blank=not len(answered))


class Blank(Struct, frozen=True):
    """A PDF that somebody chose, and what it is. Its `repr` shows nothing of it."""

    data: bytes
    inspected: Inspected
    identity: Identity
    form: OfficialForm | None
    """The form it is, None where it is none that is known."""

    def __repr__(self) -> str:
        return f"Blank({self.identity.found.value}, {len(self.data)} bytes)"


def look(
    library: Library, data: bytes, wanted: str | None = None, go_on: Callable[[], bool] | None = None
) -> Blank:
    """Return what a PDF is; `wanted` is the id of the form that was asked for.

    Raise `NotTaken` (damaged, locked, too many pages …) and `Interrupted` as the limited process does.
    """
    inspected, known = api.inspect(data, go_on), library.forms
    identity = identify(inspected, known.values(), known.get(wanted or ""))
    return Blank(data, inspected, identity, known.get(identity.form))


class Looking:
    """Looks at a PDF in the background: after `run`, `blank` holds what it is."""

    def __init__(self, library: Library, data: bytes, wanted: str | None = None) -> None:
        self._library, self._data, self._wanted = library, data, wanted
        self.blank: Blank | None = None

    def run(self, progress: Callable[[int, int], bool] | None = None) -> bytes:
        """Look, and return nothing. Raise as `look` does, and `Stopped` where `progress` says not to go on."""
        try:
            self.blank = look(
                self._library, self._data, self._wanted, lambda: progress is None or progress(0, 1)
            )
        except api.Interrupted as error:
            raise Stopped from error
        return b""


def fill(session: Session, blank: Blank, people: Sequence[int | None] = (None,)) -> OfficialJob:
    """Return the job that fills a blank, once for each of `people`, None being the one who answers.

    Raise `InputError`, with what to do instead, where this PDF cannot be filled.
    """
    one, identity = blank.form, blank.identity
    edition = one.edition(identity.edition) if one is not None else None
    if one is None or edition is None or not identity.fillable:
        raise InputError(identity.said, identity.hint)
    return OfficialJob(
        form=one,
        edition=edition,
        blank=blank.data,
        inspected=blank.inspected,
        each=tuple(session.answers_of(person) for person in people),
    )


def whom(session: Session, name: str) -> tuple[tuple[int | None, Words], ...]:
    """Return for whom a form is filled: for the one who answers, and, where each has their own, for everybody here."""
    first: tuple[int | None, Words] = (None, session.my_papers.called(None))
    if not form(session.library, name).one_per_person:
        return (first,)
    others = [(each.number, session.my_papers.called(each.number)) for each in session.people.here]
    return (first, *others)


def join_all(session: Session) -> None:
    """Take in everybody whom the answers name (the partner, each child), so that each has papers of their own."""
    for key, _ in session.my_papers.relatives():
        session.my_papers.join(key)


__all__ = [
    "Blank",
    "Found",
    "Looking",
    "fill",
    "form",
    "join_all",
    "look",
    "offers",
    "whom",
    "worksheet",
]
