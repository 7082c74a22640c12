"""The papers that we write, offered: one for each template, without a line of code per paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from kyr_app.documents.official.language import spanish
from kyr_app.documents.templates import captions, needs
from kyr_app.documents.templates.job import TemplateJob
from kyr_app.documents.templates.wanted import Left, Take
from kyr_app.model.answers import NOTHING, Answers, Row
from kyr_app.model.derived import DERIVED, with_derived
from kyr_app.model.interview import AnyField, Rows, columns_of, singly
from kyr_app.model.template import ENGLISH, Group, Leaves, Speaks, Template
from kyr_app.model.text import Together
from kyr_app.rules.statement import said
from kyr_app.rules.story_order import ordered
from kyr_app.session import missing, situation
from kyr_app.session.frame import frame
from kyr_app.session.making.papers import Kind, Offer

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.settings import Paper
    from kyr_app.model.text import Words
    from kyr_app.session.session import Session

FILING = "en"
READER, BOTH = ("es",), ("es", "en")
"""The languages of a paper where nobody asks for others, the reader's first."""
EVENTS = "story_events"
"""The rows that are made of the cards of the story."""
_KINDS = {Group.COURT: Kind.COURT, Group.LETTER: Kind.LETTER, Group.FAMILY: Kind.FAMILY}


def offers(session: Session, person: int | None = None) -> Iterable[Offer]:
    """Yield every paper that we write, for one person's answers, and those that are offered blank."""
    known = session.library.templates
    answers = answers_for(session, person)
    for one in known.values():
        yield Offer(
            one.id,
            one.title,
            partial(_make, session, one, person),
            reads=_asked(session.library, needs.reads(one, known, answers)),
            kind=_KINDS[one.group],
            icon=one.icon,
            about=one.summary,
            first=one.lawyer,
            own=one.own,
            languages=BOTH if one.both else READER,
            filing=_sent(one),
        )
        if one.blank:
            title = Together((captions.BLANK, one.title), " · ")
            yield Offer(f"blank-{one.id}", title, partial(blank, session, one))


def _sent(one: Template) -> str:
    """Return the language in which a paper is sent; nothing where it stays."""
    if one.leaves is Leaves.KEPT:
        return ""
    return FILING if any(page.speaks in {Speaks.FILING, Speaks.ENGLISH} for page in one.sheets) else READER[0]


def _make(
    session: Session, one: Template, person: int | None, languages: Sequence[str], paper: Paper | None
) -> TemplateJob:
    return job(session, one.id, languages, paper, person=person)


def job(  # noqa: PLR0913 (what a paper is)
    session: Session,
    template_id: str,
    languages: Sequence[str],
    paper: Paper | None = None,
    *,
    person: int | None = None,
    take: Take = Take.KIT,
    numbered: bool = True,
) -> TemplateJob:
    """Return the job that makes a paper, or a part of it, of one person's answers.

    Raise `ContentError` for an id that no paper has.
    """
    one = session.library.template(template_id)
    answers = answers_for(session, person, languages[0])
    copied = _copied(session, one, answers, languages)
    return TemplateJob(
        template=one,
        copied=copied,
        answers=answers,
        left=_left(session.library, one, answers)
        if copied
        else Left(_missing(session.library, one, answers)),
        take=take,
        numbered=numbered,
        **_frame(session, languages, paper),
    )


def _frame(session: Session, languages: Sequence[str], paper: Paper | None) -> dict[str, Any]:
    return {
        "fields": fields(session.library),
        "filing": session.locale_of(FILING),
        **frame(session, languages, paper),
    }


def _copied(session: Session, one: Template, answers: Answers, languages: Sequence[str]) -> Locale | None:
    """Return the language of the copy: the reader's; Spanish where an English reader's family wrote Spanish."""
    found = next((each for each in languages if each != FILING), None)
    told = needs.in_english(one, session.library.templates, answers)
    if found is None and any(spanish(str(answers[name])) for name in told):
        found = READER[0]
    return session.locale_of(found) if found else None


def blank(session: Session, one: Template, languages: Sequence[str], paper: Paper | None) -> TemplateJob:
    """Return the job that makes a paper to fill in by hand."""
    copied = _copied(session, one, NOTHING, languages)
    return TemplateJob(template=one, copied=copied, **_frame(session, languages, paper))


def answers_for(session: Session, person: int | None, language: str = READER[0]) -> Answers:
    """Return the answers that a paper for one person may use, with what follows from them and from the story."""
    given = session.answers_of(person)
    events = _events(session, session.locale_of(language))
    return with_derived(given.given(EVENTS, events) if events else given)


def _events(session: Session, locale: Locale) -> tuple[Row, ...]:
    """Return what the cards of the story tell, in the order of time, without those marked *not today*."""
    cards = [card for card in session.story.story.cards if not card.blank and not card.not_today]
    return tuple(
        Row({"when": locale.render(said(card.when) or ""), "where": card.where, "what": card.what})
        for card in ordered(cards).cards
    )


def _left(library: Library, one: Template, answers: Answers) -> Left:
    """Return what is left for the pen where the family wrote another language than is filed."""
    if one.leaves is Leaves.KEPT:
        return Left(_missing(library, one, answers))
    typed = tuple(name for name in one.typed if isinstance(answers.get(name), str))
    told = needs.in_english(one, library.templates, answers)
    return Left(
        _missing(library, one, answers), missing.named(library, told), _typed(library, typed, answers)
    )


def _missing(library: Library, one: Template, answers: Answers) -> tuple[Words, ...]:
    """Return the words of the questions that still wait, without those for a translator."""
    asked = _asked(library, needs.reads(one, library.templates, answers))
    names = tuple(name for name in missing.missing(library, asked, answers) if not name.endswith(ENGLISH))
    return missing.named(library, names)


def _typed(library: Library, names: Sequence[str], answers: Answers) -> tuple[Words, ...]:
    asked = situation.asked_names(library)
    return tuple(
        Together((asked[name].short, f"«{answers[name]}»"), ": ")
        for name in names
        if name in asked and answers.value(name + ENGLISH) is None
    )


def _asked(library: Library, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that questions or what follows from them answer."""
    home: Mapping[str, object] = missing.home_of(library)
    return tuple(name for name in names if name in home or name in DERIVED)


@lru_cache(maxsize=2)
def fields(library: Library) -> dict[str, AnyField]:
    """Return what is asked under each answer name, a column of rows under `rows.column`."""
    found: dict[str, AnyField] = {}
    for interview in library.interviews.values():
        for screen in interview.screens:
            for single in singly(screen):
                found[single.answer.name] = single.answer
                if isinstance(single.answer, Rows):
                    name = single.answer.name
                    found |= {f"{name}.{each.answer.name}": each.answer for each in columns_of(single.answer)}
    return found
