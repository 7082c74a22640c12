"""The languages of packs: which the pack in use adds, and what an offered one would. Fetched only where packs are."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from kyr_app.content import addresses, official
from kyr_app.content.library import Library
from kyr_app.model.form import OfficialForm
from kyr_app.model.language import Direction, Language, WordTable, reviewed
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.session.packs import publishers
from kyr_app.updates import troubles, words
from kyr_app.updates.trust import Trusted
from kyr_app.updates.words import Tables


def installed(home: Path) -> Tables:
    """Return the words of the languages that the pack in use adds; it is held against its hashes first."""
    return of_folder(publishers.shelf(home).current())


def of_folder(folder: Path | None) -> Tables:
    """Return the added languages of a pack's folder; none for the content that the program brings."""
    return {} if folder is None else words.kept(folder)


def offered(trusted: Trusted, library: Library) -> Tables:
    """Return the languages that an offered pack adds. Raise `NotAPack` for the first reason against one of them."""
    tables = words.read(trusted.files, trusted.manifest)
    words.hold(tables, library.shelf, forms_of(trusted.files))
    for each in tables.values():
        lacking = unprintable(each, library) if each.language.prints else ()
        why: Words | None = None
        if lacking:
            why = N_("the papers have no letter for {letters}", letters=" ".join(lacking[:_SHOWN]))
        elif each.language.prints and each.language.direction is Direction.RTL:
            why = FROM_THE_RIGHT
        if why is not None:
            raise troubles.no_pack(N_("“{words}”: {why}", words=each.language.name, why=why))
    return tables


FROM_THE_RIGHT = N_(
    "It is for the screen alone: its lines begin at the right, which the papers do not do yet."
)
_SHOWN = 12
"""So many letters that are missing are named."""


def forms_of(files: Mapping[str, bytes]) -> tuple[OfficialForm, ...]:
    """Return the maps of official forms of a pack, if it brings any. Raise `NotAPack` where they are damaged."""
    if official.FILE not in files:
        return ()
    try:
        return msgspec.json.decode(files[official.FILE], type=tuple[OfficialForm, ...])
    except msgspec.MsgspecError as error:
        raise troubles.no_pack(N_("its lessons are not in a form that this program reads.")) from error


def unprintable(table: WordTable, library: Library) -> tuple[str, ...]:
    """Return the letters of a language that the papers cannot print, in order; fetches the fonts.

    Signs are not letters: papers draw a box where they have none, in any language.
    """
    from kyr_app.documents.typesetting.fonts import uncovered  # noqa: PLC0415 (only where a language is looked at)

    code = table.language.id
    said = [table.language.name, *table.words.values()]
    said += [form for each in table.counted for form in each.said.values()]
    said += [each.text.more.get(code, "") for each in addresses.texts(library.shelf, library.forms.values())]
    found = set(uncovered().findall("".join(said)))
    return tuple(sorted(each for each in found if unicodedata.category(each)[0] in "LMN"))


class Brought(Struct, frozen=True):
    """What a pack brings in a language: how many lessons are whole in it, how many messages are said.

    `changed` passages were in it already, in other words.
    """

    language: Language
    lessons: int
    of_lessons: int
    messages: int
    of_messages: int
    letters: tuple[str, ...] = ()
    changed: int = 0

    @property
    def said(self) -> tuple[Words, ...]:
        """What a person should know before it is used, most important first."""
        told: list[Words] = [
            P_(
                "{n} of {total} lessons is in it. The rest is shown in Spanish.",
                "{n} of {total} lessons are in it. The rest is shown in Spanish.",
                self.lessons,
                total=self.of_lessons,
            ),
            N_(
                "{n} of {total} of the program's own words are in it.",
                n=self.messages,
                total=self.of_messages,
            ),
            reviewed(self.language),
        ]
        if self.changed:
            told.append(
                P_(
                    "{n} passage in it is not as it was.",
                    "{n} passages in it are not as they were.",
                    self.changed,
                )
            )
        if not self.language.prints and not self.letters:
            told.append(FROM_THE_RIGHT)
        elif not self.language.prints:
            letters = " ".join(self.letters[:_SHOWN])
            told.append(
                N_("It is for the screen alone: the papers lack its letters ({letters}).", letters=letters)
            )
        return tuple(told)


def brought(tables: Tables, library: Library, before: Library) -> tuple[Brought, ...]:
    """Return what a pack brings in each language that it adds; `before` is the content in use."""
    return tuple(
        Brought(
            each.language,
            *words.translated(library.shelf, code),
            len(each),
            max(each.of, len(each)),
            () if each.language.prints else unprintable(each, library),
            _changed(code, before, library),
        )
        for code, each in tables.items()
    )


def _changed(code: str, before: Library, after: Library) -> int:
    was = {each.address: each.text.more.get(code) for each in addresses.texts(before.shelf)}
    now = {each.address: each.text.more.get(code) for each in addresses.texts(after.shelf)}
    return sum(
        was[address] is not None and was[address] != said for address, said in now.items() if address in was
    )


def adds(language: Language) -> Words:
    """Return that a pack adds a language, by both of its names."""
    return Together((N_("Adds a language"), Together((language.name, language.called), " · ")), ": ")
