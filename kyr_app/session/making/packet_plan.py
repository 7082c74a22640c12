"""A plan file: a packet in plain JSON, for a volunteer with a scanner. See docs/packet-plan.md."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from kyr_app.documents.packet.job import Sets
from kyr_app.model.errors import InputError
from kyr_app.model.packet import Exhibit, Packet, Sheet, Tone
from kyr_app.model.text import N_
from kyr_app.rules.exhibits import translates
from kyr_app.session import answers_file
from kyr_app.session.packet.choices import Choices

if TYPE_CHECKING:
    from kyr_app.documents.sheet_job import Progress
    from kyr_app.session.session import Session

MOST_BYTES = 4 * 1024 * 1024
_MB = 1_000_000


class PlanExhibit(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An exhibit of a plan: files in order, or one of the papers that the program makes."""

    files: tuple[str, ...] = ()
    paper: str = ""
    title: str = ""
    title_en: str = ""
    date: str = ""
    author: str = ""
    language: str = ""
    whose: str = ""
    translate: bool | None = None
    english: str = ""
    translator: str = ""
    country: bool = False
    tone: Tone = Tone.AS_IS
    turn: int = 0

    def __repr__(self) -> str:
        return "PlanExhibit(…)"


class PacketPlan(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A plan. `title` is what is filed, in English; `answers` are those of `kyr questions`."""

    exhibits: tuple[PlanExhibit, ...]
    title: str = ""
    answers: dict[str, Any] = {}
    proposed_order: bool = False
    proof_of_service: bool = True
    colour: bool = False
    most_megabytes: float = 0
    sets: Sets = Sets()

    def __repr__(self) -> str:
        return "PacketPlan(…)"

    @property
    def choices(self) -> Choices:
        """What goes into the packet beside exhibits."""
        return Choices(self.proposed_order, self.proof_of_service, self.colour, self.sets)


def read(data: bytes) -> PacketPlan:
    """Return the plan in a JSON file. Raise `InputError` where it is none, with the place of the mistake."""
    if len(data) > MOST_BYTES:
        raise InputError(N_("This file is too large to be a plan of a packet."), _HINT)
    try:
        plan = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=PacketPlan)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise _mistake(data, error) from error
    for at, each in enumerate(plan.exhibits, 1):
        if bool(each.files) == bool(each.paper):
            raise InputError(N_("Exhibit number {n} needs either files or a paper.", n=at), _HINT)
    if not plan.exhibits:
        raise InputError(N_("This plan has no exhibits."), _HINT)
    if not 0 <= plan.most_megabytes <= _MOST_MB or min(plan.sets.court, plan.sets.dhs, plan.sets.own) < 0:
        raise InputError(N_("A number in this plan is too large or below zero."), _HINT)
    return plan


_HINT = N_("docs/packet-plan.md shows what a plan looks like.")
_MOST_MB = 2000


def _mistake(data: bytes, error: Exception) -> InputError:
    from kyr_app.session.making.plan_mistakes import mistake  # noqa: PLC0415 (only where there is one)

    words = {
        "": PacketPlan.__struct_fields__,
        "exhibits": PlanExhibit.__struct_fields__,
        "sets": Sets.__struct_fields__,
    }
    return mistake(data, error, words, tuple(Tone), _HINT)


def fill(session: Session, plan: PacketPlan, folder: Path, progress: Progress | None = None) -> None:
    """Put a plan into the session: answers, and every file through the limited process. `folder` is where names begin.

    Raise `InputError` for the first file that is refused, with its name and why; then the packet is as it was.
    """
    given = {
        **plan.answers,
        **({"paper_title": plan.title, "paper_title_en": plan.title} if plan.title else {}),
    }
    session.replace_answers(answers_file.read(msgspec.json.encode(given), session.library))
    _known_papers(session, plan)
    sources = _sources(plan, folder)
    pictures = _pictures(session, sources, progress)
    made = []
    for number, each in enumerate(plan.exhibits, 1):
        own = tuple(
            Sheet(name, turn=each.turn % 4, tone=each.tone) for _ in each.files for name in next(pictures)
        )
        made.append(_exhibit(number, each, own))
    packet = Packet(tuple(made), len(made), round(plan.most_megabytes * _MB))
    session.packet.use(packet, N_("Packet of a plan"))


def _known_papers(session: Session, plan: PacketPlan) -> None:
    """Raise `InputError` for a paper that this program does not make."""
    from kyr_app.session.packet.papers import paper_title  # noqa: PLC0415 (as above)

    for each in plan.exhibits:
        if each.paper and not paper_title(session.my_papers, Exhibit(number=1, paper=each.paper)):
            raise InputError(
                N_("This program makes no paper called “{name}”.", name=each.paper),
                N_("“kyr documents” lists the papers, by the name that a plan takes."),
            )


def _sources(plan: PacketPlan, folder: Path) -> list[Path]:
    """Return the files of a plan. Raise `InputError` that names all that are not there."""
    names = [name for each in plan.exhibits for name in each.files]
    gone = [name for name in dict.fromkeys(names) if "\0" in name or not (folder / name).is_file()]
    if gone:
        raise InputError(
            N_("These files of the plan are not there: {names}.", names=", ".join(gone[:_NAMED])),
            N_("Nothing was made. Names begin in the folder in which the plan is."),
        )
    return [folder / name for name in names]


_NAMED = 10
"""So many files that are not there are named."""


def sources(plan: PacketPlan, folder: Path) -> frozenset[Path]:
    """Return the files that a plan is made of, so that nothing is written over them."""
    return frozenset(
        (folder / name).resolve() for each in plan.exhibits for name in each.files if "\0" not in name
    )


def _pictures(session: Session, sources: Sequence[Path], progress: Progress | None) -> Any:
    work = session.packet.importing(sources, again=True)
    work.run(progress)
    for each in work.refused:
        raise InputError(N_("{name}: {said}", name=each.called, said=each.said), each.hint)
    return iter([each.pictures for each in work.take()])


def _exhibit(number: int, one: PlanExhibit, sheets: tuple[Sheet, ...]) -> Exhibit:
    translate = translates(one.language) if one.translate is None else one.translate
    return Exhibit(
        number=number,
        title=one.title,
        title_en=one.title_en or one.title,  # where the plan has one title, it is the English one
        date=one.date,
        author=one.author,
        language=one.language,
        whose=one.whose,
        translate=translate and not one.paper,
        english=one.english,
        translator=one.translator,
        country=one.country,
        sheets=sheets,
        paper=one.paper,
    )
