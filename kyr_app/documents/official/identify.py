"""Which official form and edition a PDF is, and whether it can be filled. Pure: from what the limited process found.

A barcode of the maker says it best, then the foot of the pages, then the names of the fields. Two editions can share
every name (I-589 of 2019 and of 2020), so the names alone never say which one it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from kyr_app.documents.official import captions
from kyr_app.documents.official.fields import Fields, filled, names_print, structure_print
from kyr_app.documents.worker.shapes import Inspected
from kyr_app.model.form import Choose, Edition, OfficialForm, Tick, Verified, fields_of
from kyr_app.model.text import Words

_WAIT = ("please wait", "por favor espere")
_ALIKE = 0.6
"""So much of a map's names must be there for a PDF without foot and barcode to be called that form."""


class Found(StrEnum):
    """What a PDF is to us."""

    EXACT = "exact"
    SAME_NAMES = "same-names-other-edition"
    UNKNOWN_EDITION = "unknown-edition"
    NOT_FILLABLE = "not-fillable"
    WRONG_FORM = "wrong-form"
    ALREADY_FILLED = "already-filled"


class Identity(Struct, frozen=True):
    """What a PDF is: `said` and `hint` in words. `edition` is the one whose map fits, `printed` what the PDF says.

    `fillable` is what counts: False means worksheet. `lacking` are fields of the map that the PDF has not, `further`
    those that the map does not know. `warnings` are said although it can be filled.
    """

    found: Found
    said: Words
    hint: Words
    form: str = ""
    edition: str = ""
    printed: str = ""
    verified: Verified | None = None
    fillable: bool = False
    lacking: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    filled: int = 0
    warnings: tuple[Words, ...] = ()


def identify(blank: Inspected, forms: Iterable[OfficialForm], wanted: OfficialForm | None = None) -> Identity:
    """Return what a PDF is. `wanted` is the form that was asked for: any other one is the wrong form."""
    known = tuple(forms)
    form = _form(blank, known)
    if not any(field.kind != "button" for field in blank.fields):
        return _without_fields(blank, form)
    if form is None or (wanted is not None and form.id != wanted.id):
        return _wrong(form, wanted)
    count = sum(filled(field) for field in blank.fields)
    if count:
        said, hint = captions.already_filled(form, count)
        return Identity(
            Found.ALREADY_FILLED, said, hint, form.id, printed=_printed(blank, form), filled=count
        )
    return _edition(blank, form)


def _form(blank: Inspected, forms: tuple[OfficialForm, ...]) -> OfficialForm | None:
    by_number = {form.number: form for form in forms}
    for value in blank.barcodes:
        if value.partition("|")[0] in by_number:
            return by_number[value.partition("|")[0]]
    text = _squeezed(" ".join(blank.texts))
    for form in forms:
        if any(_squeezed(words) in text for each in form.editions for words in each.footer):
            return form
    for form in sorted(forms, key=lambda each: -len(each.number)):
        if re.search(rf"\bform {re.escape(form.number.casefold())}(?![\w/-])", text):
            return form
    return _by_names(blank, forms)


def _by_names(blank: Inspected, forms: tuple[OfficialForm, ...]) -> OfficialForm | None:
    fields = Fields(blank)
    share: dict[str, float] = {}
    for form in forms:
        for edition in form.editions:
            names = needed(form, edition)
            share[form.id] = max(share.get(form.id, 0.0), 1 - len(fields.lacking(names)) / max(len(names), 1))
    best = max(forms, key=lambda form: share[form.id], default=None)
    return best if best is not None and share[best.id] >= _ALIKE else None


def _squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()


def needed(form: OfficialForm, edition: Edition) -> tuple[str, ...]:
    """Return every field that the map of an edition writes to, as that edition calls it."""
    names = [name for question in form.questions for name in fields_of(question)]
    for each in form.continuations:
        names += [slot.field for slot in each.head]
        names += [
            name for room in each.rooms for name in (room.body, room.part, room.question, room.page) if name
        ]
    called = (edition.called(name) for name in names)
    return tuple(dict.fromkeys(name for name in called if name))


def lacking(form: OfficialForm, edition: Edition, fields: Fields) -> tuple[str, ...]:
    """Return what the map of an edition names and a blank has not: fields, and boxes of a field by their values."""
    found = list(fields.lacking(needed(form, edition)))
    for name, on in _boxes(form):
        field = fields.find(edition.called(name))
        if on and field is not None and on not in {each.on.strip() for each in field.widgets}:
            found.append(f"{name} = {on}")
    return tuple(found)


def _boxes(form: OfficialForm) -> Iterator[tuple[str, str]]:
    for question in form.questions:
        if isinstance(question, Tick):
            yield question.field, question.on
        elif isinstance(question, Choose):
            yield from ((option.field, option.on) for option in question.options)


def _printed(blank: Inspected, form: OfficialForm) -> str:
    """Return the edition that a PDF says it is: its barcode, else what stands at the foot of its pages."""
    for value in blank.barcodes:
        number, _, rest = value.partition("|")
        if number == form.number:
            return rest.partition("|")[0]
    text = _squeezed(" ".join(blank.texts))
    for edition in form.editions:
        if any(_squeezed(words) in text for words in edition.footer):
            return edition.id
    number = re.escape(form.number.casefold())
    said = re.search(rf"form {number}\s*\(?(?:edition|rev\.)?\s*(\d\d/\d\d/\d\d)", text)
    return said.group(1) if said else ""


def _edition(blank: Inspected, form: OfficialForm) -> Identity:
    printed = _printed(blank, form)
    names, structure, fields = names_print(blank.fields), structure_print(blank.fields), Fields(blank)
    same = [each for each in form.editions if each.names and each.names == names]
    named = form.edition(printed)
    if named is None and not printed:
        fitting = [each for each in form.editions if each.verified is Verified.NAMES and not each.barcode]
        alike = (each for each in fitting if not lacking(form, each, fields))
        named = next((each for each in same if each.structure == structure), None) or next(alike, None)
    if named is not None and not lacking(form, named, fields):
        if named.verified is Verified.PDF and named.names == names:
            return _fits(form, named, printed, exact=named.structure == structure)
        if named.verified is Verified.NAMES:
            return _fits(form, named, printed, exact=False)
    if same:  # an edition that nobody has held against the map
        said, hint = captions.unlisted(form, printed, same[0].id)
        return Identity(Found.SAME_NAMES, said, hint, form.id, same[0].id, printed)
    nearest = named or form.editions[0]
    own = {field.name for each in needed(form, nearest) if (field := fields.find(each)) is not None}
    further = tuple(field.name for field in blank.fields if field.name not in own)
    said, hint = captions.unknown_edition(form, printed)
    return Identity(
        Found.UNKNOWN_EDITION,
        said,
        hint,
        form.id,
        "",
        printed,
        lacking=lacking(form, nearest, fields),
        further=further,
    )


def _fits(form: OfficialForm, edition: Edition, printed: str, *, exact: bool) -> Identity:
    warnings = [captions.older(edition.id)] if edition.superseded else []
    if edition.verified is Verified.NAMES:
        warnings.append(captions.NAMES_ONLY)
    elif not exact:
        warnings.append(captions.CHANGED)
    found = Found.EXACT if exact else Found.SAME_NAMES
    said, hint = captions.known(form, edition.id)
    return Identity(
        found,
        said,
        hint,
        form.id,
        edition.id,
        printed or edition.id,
        edition.verified,
        fillable=True,
        warnings=tuple(warnings),
    )


def _without_fields(blank: Inspected, form: OfficialForm | None) -> Identity:
    text = _squeezed(" ".join(blank.texts))
    waiting = blank.xfa or any(words in text for words in _WAIT)
    said, hint = captions.WAITING if waiting else captions.flat(form)
    return Identity(Found.NOT_FILLABLE, said, hint, form.id if form else "")


def _wrong(form: OfficialForm | None, wanted: OfficialForm | None) -> Identity:
    said, hint = captions.wrong(form, wanted)
    return Identity(Found.WRONG_FORM, said, hint, form.id if form else "")
