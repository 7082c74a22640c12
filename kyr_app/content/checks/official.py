"""Official forms: every field once, every name an answer, every continuation there, every edition with its source."""

from __future__ import annotations

from collections.abc import Iterator

from kyr_app.content.desk import Desk, Problem, Source
from kyr_app.content.schema import nearest
from kyr_app.content.source import Mapping
from kyr_app.model.condition import ConditionError
from kyr_app.model.derived import DERIVED
from kyr_app.model.form import (
    AnyQuestion,
    Choose,
    OfficialForm,
    Overflow,
    RowsOf,
    Tick,
    Verified,
    fields_of,
    names_read,
)
from kyr_app.model.interview import Interview, singly
from kyr_app.model.text import N_


def check(desk: Desk) -> Iterator[Problem]:
    """Yield what is wrong with the forms of a desk."""
    known = _known(desk)
    for source in desk.of(OfficialForm):
        yield from _fields(source)
        yield from _overflows(source)
        yield from _names(source, known)
        yield from _editions(source)


def _known(desk: Desk) -> frozenset[str]:
    """Return every answer name: those that are asked, and those made of them."""
    interviews = desk.values(Interview)
    asked = (each.answer.name for one in interviews for screen in one.screens for each in singly(screen))
    return frozenset((*asked, *DERIVED))


def _questions(source: Source) -> Iterator[tuple[AnyQuestion, Mapping]]:
    return source.each(*AnyQuestion.__args__)  # a union holds its members


def _fields(source: Source) -> Iterator[Problem]:
    """Yield where two questions write to one field, and where rows have not as many boxes as they say."""
    taken: dict[str, AnyQuestion] = {}
    for question, node in _questions(source):
        if isinstance(question, Tick | Choose) and _several(question):
            continue  # several boxes are one field here
        for name in fields_of(question):
            before = taken.setdefault(name, question)
            if before is not question and not (before.when and question.when):
                said = N_("The field “{id}” belongs to question {number} too.", id=name, number=before.id)
                yield source.problem(node, said)
        if isinstance(question, RowsOf):
            lists = [each.fields for column in question.columns for each in (column.options or (column,))]
            if any(len(fields) not in {0, 1, question.printed} for fields in lists):
                yield source.problem(node, N_("Every row needs {n} cells.", n=question.printed))


def _several(question: Tick | Choose) -> bool:
    """Tell whether several boxes are one field here."""
    return bool(question.on) if isinstance(question, Tick) else any(each.on for each in question.options)


def _overflows(source: Source) -> Iterator[Problem]:
    known = {each.id for each in source.value.continuations}
    for overflow, node in source.each(Overflow):
        if overflow.to not in known:
            said = N_("There is no continuation “{id}” in this form.", id=overflow.to)
            yield source.problem(node, said)


def _names(source: Source, known: frozenset[str]) -> Iterator[Problem]:
    for question, node in _questions(source):
        try:
            names = names_read(question)
        except ConditionError as error:
            yield source.problem(node, N_("This condition is not understood: {part}", part=str(error)))
            continue
        for name in names:
            if name not in known:
                near = nearest(name, known) or "–"
                said = N_("No question has the answer “{id}”. Did you mean “{near}”?", id=name, near=near)
                yield source.problem(node, said)


def _editions(source: Source) -> Iterator[Problem]:
    form: OfficialForm = source.value
    for each in form.editions:
        if not (each.sources or form.sources):
            yield source.problem(source.visits[0][2], N_("Say where edition {id} was seen.", id=each.id))
        if each.verified is Verified.PDF and not (each.names and each.structure and each.pages):
            yield source.problem(
                source.visits[0][2], N_("Edition {id} needs its pages and both fingerprints.", id=each.id)
            )
