"""A copy that opens anywhere: the papers as PDF and everything else as JSON, in a ZIP that any age tool opens."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from kyr_app.model.answers import plain
from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Words
from kyr_app.rules.screening import names as names_read
from kyr_app.session import sheets
from kyr_app.session.interviews import State
from kyr_app.session.making import papers

if TYPE_CHECKING:
    from kyr_app.documents.sheet_job import SheetJob
    from kyr_app.session.session import Session

FORMAT, VERSION = "kyr-family", 1
DATA, READ_ME = "family.json", "LEEME-README.txt"
LANGUAGES = ("es", "en")
_APART = frozenset({"answers", "people"})

_ABOUT: tuple[Words, ...] = (
    N_("This is a copy of a family's papers. It was made with a program for families who ask for asylum."),
    N_("The PDF files can be read and printed anywhere."),
    N_("family.json holds every answer. Another program, or this one, can read it."),
    N_("Whoever can read these files can read everything. Keep them where nobody else looks."),
)


class Inside(Struct, frozen=True):
    """A file of the copy: its name, what it is called, and the job that makes it."""

    name: str
    title: Words
    job: SheetJob


class CopyJob:
    """Makes the copy on any thread; everything in it is as it was when the job was made."""

    def __init__(self, inside: tuple[Inside, ...], files: dict[str, bytes], phrase: str) -> None:
        self._inside, self._files, self._phrase = inside, files, phrase

    def run(self, progress: Callable[[int, int], bool] | None = None) -> bytes:
        """Return the copy, sealed. Raise `WeakPhrase`; `Stopped` where `progress` says not to go on."""
        from kyr_app.documents.sheet_job import Stopped  # noqa: PLC0415 (comes with the first paper)
        from kyr_app.store.age_copy import age_copy  # noqa: PLC0415

        files = dict(self._files)
        for at, each in enumerate(self._inside):
            if progress is not None and not progress(at, len(self._inside) + 1):
                raise Stopped
            files[each.name] = each.job.run()
        return age_copy(files, self._phrase)


def job(session: Session, phrase: str) -> CopyJob:
    """Return the work that makes the copy of what the sitting holds, under words of its own."""
    return CopyJob(contents(session), {**_plain_files(session), **_photos(session)}, phrase)


def contents(session: Session) -> tuple[Inside, ...]:
    """Return the papers that go in: what can be made of the answers given so far, and nothing that is empty."""
    return tuple(_papers(session))


def _papers(session: Session) -> Iterator[Inside]:
    own, library = session.sheets, session.library
    if session.answers or session.people.here:
        told = frozenset((*session.answers, "people"))
        yield _inside("intake", own.intake(told))
    if own.dues():
        with suppress(KyrError):
            yield _inside("dates", own.dates(LANGUAGES))
    for one in library.checklists.values():
        if _begun(session, one.interview) or any(session.plan.ticked(one.id, each.id) for each in one.items):
            made = (
                own.evidence(None, LANGUAGES)
                if one.id == sheets.EVIDENCE
                else own.checklists([one.id], LANGUAGES)
            )
            yield _inside(one.id, made)
    for screening in library.screenings.values():
        for person in (None, *(each.number for each in session.people.here)):
            if any(name in session.answers_of(person) for name in names_read(screening)):
                suffix = "" if person is None else f"-{person}"
                yield _inside(screening.id + suffix, own.screening(screening.id, person, LANGUAGES))
    if session.story.kept():
        for offer in papers.offers(session).values():
            if offer.kind is papers.Kind.STORY:
                with suppress(KyrError):
                    yield _inside(offer.id, offer.make(offer.languages, None), offer.title)


def _begun(session: Session, interview: str) -> bool:
    return bool(interview) and session.interviews.state(interview) is not State.NOT_STARTED


def _inside(name: str, made: SheetJob, title: Words | None = None) -> Inside:
    return Inside(f"{name}.pdf", title or made.title, made)


def as_json(session: Session) -> dict[str, Any]:
    """Return everything that the sitting holds as one JSON value; `answers` is a file of answers as it stands.

    `docs/family-file.md` says what each part means.
    """
    people = session.people
    return {
        "format": FORMAT,
        "version": VERSION,
        "made": session.today.isoformat(),
        "answers": {name: plain(each) for name, each in session.answers.items()},
        "people": [
            {
                "number": person.number,
                "who": person.who.value,
                "answers": {name: plain(each) for name, each in own.items()},
            }
            for person, own in zip(people.here, people.own, strict=True)
        ],
        "parts": {name: rows for name, rows in session.family.sitting.items() if name not in _APART},
        "aside": session.family.former,
    }


def _plain_files(session: Session) -> dict[str, bytes]:
    told = "\n\n".join(
        "\n".join(session.locale_of(language).render(words) for words in _ABOUT) for language in LANGUAGES
    )
    data = json.dumps(as_json(session), ensure_ascii=False, indent=1)
    return {READ_ME: told.encode("utf-8-sig"), DATA: data.encode()}


def _photos(session: Session) -> dict[str, bytes]:
    """Return the pictures of the packet in order, numbered; without those taken out, or that cannot be read."""
    found = {}
    for at, name in enumerate(session.packet.packet.pictures, 1):
        with suppress(KyrError):
            data = session.packet.picture(name)
            found[f"photo-{at:03d}.{_ending(data)}"] = data
    return found


def _ending(data: bytes) -> str:
    known = {b"\xff\xd8\xff": "jpg", b"\x89PNG": "png", b"%PDF": "pdf"}
    return next((ending for start, ending in known.items() if data.startswith(start)), "bin")
