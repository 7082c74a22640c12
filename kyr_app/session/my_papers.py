"""My papers: which there are for whom, in what state each is, which are chosen, and asking just what they need."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from kyr_app.documents.templates.job import Take, TemplateJob
from kyr_app.model.changes import Changes
from kyr_app.model.person import Who
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.session import missing, relatives
from kyr_app.session.offers import ENGLISH, Kind, Offer, waited_for

if TYPE_CHECKING:
    from kyr_app.documents.sheet_job import SheetJob
    from kyr_app.session.relatives import Household

TITLES: dict[Kind, Words] = {
    Kind.COURT: N_("For the court"),
    Kind.LETTER: N_("Letters to send"),
    Kind.FAMILY: N_("For the family"),
    Kind.STORY: N_("Your story"),
    Kind.FORM: N_("Official forms"),
}
"""The piles of *My papers*, in order."""

_SENT = N_("In English: this one is sent")
_READ = N_("In Spanish: this one is to read and keep")

_NAMED = 3
"""So many missing answers are named; the others are counted."""

_FAMILY = ("marital", "spouse_first_name", "children_list")
"""The answers that say for whom papers could be made."""


class Sheet(Struct, frozen=True):
    """A paper in its state: what it still needs, by the words of the questions, each once."""

    offer: Offer
    lacking: tuple[Words, ...]
    chosen: bool

    @property
    def ready(self) -> bool:
        """Whether nothing is missing."""
        return not self.lacking

    @property
    def said(self) -> Words:
        """Its state in words."""
        if not self.lacking:
            return N_("For a lawyer to read first") if self.offer.first else N_("Ready to print")
        names: Words = Together(self.lacking[:_NAMED], " · ")
        if len(self.lacking) > _NAMED:
            names = Together((names, "…"), " · ")
        return P_(
            "{n} answer is missing: {what}", "{n} answers are missing: {what}", len(self.lacking), what=names
        )


class Pile(Struct, frozen=True):
    """Papers of a kind under their title."""

    kind: Kind
    sheets: tuple[Sheet, ...]

    @property
    def title(self) -> Words:
        """What the papers are for."""
        return TITLES[self.kind]


class Face(Struct, frozen=True):
    """One side of a paper to look at: what it is, and the job that makes it."""

    said: Words
    job: SheetJob


class MyPapers:
    """The papers of a family. What is chosen ends with the sitting, or goes into the family file.

    `more` returns every paper there is for a person, with what it still needs.
    """

    name = "papers"

    def __init__(self, session: Household, more: Callable[[int | None], tuple[Offer, ...]]) -> None:
        self._session, self._more = session, more
        self._chosen: set[tuple[str, int | None]] = set()

    def piles(self, person: int | None = None) -> tuple[Pile, ...]:
        """Return the papers for a person, None being the one who answers for the family."""
        found = [self._sheet(each, person) for each in self._more(person)]
        piles = (Pile(kind, tuple(each for each in found if each.offer.kind is kind)) for kind in TITLES)
        return tuple(each for each in piles if each.sheets)

    def _sheet(self, offer: Offer, person: int | None) -> Sheet:
        lacking = missing.named(self._session.library, offer.needs)
        return Sheet(offer, lacking, (offer.id, person) in self._chosen)

    def sheet(self, paper_id: str, person: int | None = None) -> Sheet | None:
        """Return one paper, None where there is none of that id."""
        sheets = (each for pile in self.piles(person) for each in pile.sheets)
        return next((each for each in sheets if each.offer.id == paper_id), None)

    def faces(self, offer: Offer) -> tuple[Face, ...]:
        """Return what there is to look at: of a paper that is sent, what is sent and then the copy to read."""
        session = self._session
        reader = session.pair[0]
        if not offer.filing:
            return (Face("", offer.make((reader,), None)),)
        reading = offer.make(("es",), None)
        if not isinstance(reading, TemplateJob):
            return (Face(_SENT, reading),)
        sent, copy = (structs.replace(reading, take=each) for each in (Take.FILED, Take.COPY))
        return (Face(_SENT, sent), Face(_READ, copy))

    def choose(self, paper_id: str, person: int | None, *, chosen: bool) -> None:
        """Choose a paper, or no longer: what several need is asked together."""
        (self._chosen.add if chosen else self._chosen.discard)((paper_id, person))
        self._session.changed.emit(Changes(marks=True))

    def ask(self, paper_ids: Iterable[str], person: int | None = None) -> bool:
        """Begin to ask just what some papers still need; return False where nothing is missing."""
        wanted = set(paper_ids)
        offers = [each for each in self._more(person) if each.id in wanted]
        return self._begin([name for each in offers for name in waited_for(each)], person)

    def ask_english(self, paper_id: str, person: int | None = None) -> bool:
        """Begin to ask for the English of a family's own words in a paper, as `ask` does."""
        names = self.english(paper_id, person)
        return self._begin(names, person)

    def english(self, paper_id: str, person: int | None = None) -> tuple[str, ...]:
        """Return the English that a paper could hold and nobody has typed yet, of words that are there."""
        given = self._session.answers_of(person)
        offer = next((each for each in self._more(person) if each.id == paper_id), None)
        names = offer.reads if offer is not None else ()
        return tuple(
            name
            for name in names
            if name.endswith(ENGLISH)
            and given.value(name) is None
            and given.value(name.removesuffix(ENGLISH)) is not None
        )

    def ask_family(self) -> bool:
        """Begin to ask who is in the family, so that papers can be made for each; as `ask` does."""
        return self._begin(_FAMILY, None)

    @property
    def family_known(self) -> bool:
        """Whether it was answered who is in the family."""
        return not missing.missing(self._session.library, _FAMILY, self._session.answers)

    def _begin(self, names: Sequence[str], person: int | None) -> bool:
        session = self._session
        made = missing.interview_for(session.library, names, session.answers_of(person))
        if not made.sections:
            return False
        session.interviews.start_made(made, person)
        session.changed.emit(Changes(marks=True))
        return session.interviews.at is not None

    def whom(self, shown: int | None) -> tuple[int | None, ...]:
        """Return for whom papers are: first the one who answers, None, and not once more as a person of the family.

        Whoever is `shown` stays among them.
        """
        here = self._session.people.here
        others = (each.number for each in here if each.who is not Who.ME or each.number == shown)
        return (None, *others)

    def called(self, person: int | None) -> Words:
        """Return what a person is called among the papers: by the first name where it was answered."""
        if person is None:
            return N_("For me")
        own = self._session.people.own_of(person).value("first_name")
        if isinstance(own, str):
            return own
        return next((each.name for each in self._session.people.here if each.number == person), "")

    def relatives(self) -> tuple[tuple[str, Words], ...]:
        """Return whom the answers name and who has no papers yet, as `relatives.named` does."""
        return relatives.named(self._session)

    def join(self, key: str) -> int:
        """Make papers for somebody whom the answers name, as `relatives.join` does."""
        return relatives.join(self._session, key)

    def kept(self) -> list[dict[str, Any]]:
        """Return a row for each paper that is chosen."""
        order = sorted(self._chosen, key=lambda each: (each[0], each[1] or 0))
        return [{"paper": paper, "person": person or 0} for paper, person in order]

    def restore(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Choose the papers of the rows; return the rows that are none."""
        self._chosen, aside = set(), []
        for row in rows:
            paper, person = row.get("paper"), row.get("person")
            if isinstance(paper, str) and isinstance(person, int):
                self._chosen.add((paper, person or None))
            else:
                aside.append(row)
        return aside

    def key(self, row: dict[str, Any]) -> Hashable:
        """Return the paper and the person."""
        return (row["paper"], row["person"])

    def clear(self) -> None:
        """Choose none, silently."""
        self._chosen.clear()
