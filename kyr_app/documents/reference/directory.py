"""Places that help, on paper: by country and kind, or one place to a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from reportlab.platypus import NextPageTemplate, PageBreak

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.reference import captions as words
from kyr_app.documents.reference.sheet import paper_of, sheet, source
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.frames import Rules
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import Sheet, names
from kyr_app.documents.typesetting.parts import section, state, top
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.directory import Contact, Phone
from kyr_app.model.text import Together, Words

_KINDS = list(words.CATEGORIES.values())
_SIDES = list(words.SIDES)
_ICON, _LINES = "map-pin", 8


def build(library: Library, contacts: Sequence[Contact], order: Order) -> bytes:
    """Return the PDF of some contacts, each on a sheet of its own; of all of them on one where none is named."""
    whole = sheet(order.title, library, order.today, "directory")
    sheets = [Sheet(each.name, whole.reviewed, whole.good_until, "", whole.expired) for each in contacts] or [
        whole
    ]

    def made(flow: Flow) -> list[Any]:
        if not contacts:
            return _all(flow, whole, list(library.contacts.values()))
        pages: list[Any] = []
        for at, contact in enumerate(contacts):
            if at:
                pages += [NextPageTemplate(names(at, first=True)), PageBreak()]
            pages += top(flow, contact.name, contact.what, _ICON, f"{at}") + _ways(flow, contact)
        return pages

    return paper_of(made, sheets, order)


def kind(contact: Contact) -> Words:
    """Return what the kind of a place is called."""
    return words.CATEGORIES.get(contact.category, words.OTHER_HELP)


def _rank(contact: Contact) -> tuple[int, int]:
    named = kind(contact)
    return _SIDES.index(contact.side), _KINDS.index(named) if named in _KINDS else len(_KINDS)


def _all(flow: Flow, whole: Sheet, contacts: Sequence[Contact]) -> list[Any]:
    made = top(flow, whole.title, words.DIRECTORY_ABOUT, _ICON, "top")
    made += state(flow, whole.reviewed, whole.good_until, whole.review)
    for side, there in groupby(sorted(contacts, key=_rank), lambda each: each.side):
        made += section(flow, words.SIDES[side], "globe", side.value)
        for named, group in groupby(there, kind):
            made += flow.said(named, "heading", keep=True)
            for contact in group:
                made += entry(flow, contact)
    return made


def entry(flow: Flow, contact: Contact) -> list[Any]:
    """Return a place in few lines, never torn."""

    def lines(voice: Voice) -> list[Any]:
        styles = voice.styles
        phones = [voice.picture("phone", _number(phone), styles.strong) for phone in contact.phones]
        rest = tuple(said for icon, said in _facts(contact) if icon != "phone")
        return [
            voice.say(contact.name, styles.strong),
            voice.say(contact.what, styles.detail),
            *phones,
            voice.say(Together(rest, " · "), styles.detail),
            *_checks(voice, contact),
        ]

    made = flow.row(lines, icon=_ICON)
    made[-1].spaceAfter = flow.styles.unit * 2
    return made


def _ways(flow: Flow, contact: Contact) -> list[Any]:
    """Return how to reach a place, what to check first, how old all of it is, and lines for what it answers."""

    def lines(voice: Voice) -> list[Any]:
        told = [voice.picture(icon, said, voice.styles.detail) for icon, said in _facts(contact)]
        return [*told, *_checks(voice, contact)]

    head = section(flow, captions.NOTES, "pencil-simple", f"{contact.id}-notes")
    apart = flow.styles.body * 2
    return [*flow.row(lines), *head, Rules(_LINES, apart, theme().paper.rule)]


def _checks(voice: Voice, contact: Contact) -> list[Any]:
    styles = voice.styles
    caution = words.CHECK if contact.phones else words.CHECK_FIRST
    note: Words = contact.note or ""
    checked = [voice.labelled(caution, note, styles.detail, icon="warning")]
    noted = [voice.say(note, styles.detail)] if contact.note else []
    aged = Together((words.information(contact.as_of), source(contact.source)))
    return [*(checked if contact.verify else noted), voice.say(aged, styles.small)]


def _facts(contact: Contact) -> list[tuple[str, Words]]:
    """Return how to reach a place, each with its icon."""
    told: list[tuple[str, Words]] = [("phone", _number(phone)) for phone in contact.phones]
    if not contact.phones:
        told.append(("phone-slash", words.NO_PHONE))
    place = tuple(each for each in (contact.address, contact.city) if each)
    if place:
        told.append((_ICON, Together(place, ". ")))
    for icon, label, said in (
        ("clock", words.HOURS, contact.hours),
        ("translate", words.SPEAKS, contact.languages),
    ):
        if said:
            told.append((icon, Together((label, said))))
    for icon, link in (("envelope", contact.email), ("globe", contact.website.removeprefix("https://"))):
        if link:
            told.append((icon, link))
    return told


def _number(phone: Phone) -> Words:
    return Together((phone.number, Together(("(", phone.label, ")"), ""))) if phone.label else phone.number
