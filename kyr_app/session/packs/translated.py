"""From a folder of translations to what a pack carries: `languages/ht/` with `language.yaml` and two PO files.

`program.po` are the program's own words (English keys), `content.po` the passages of the content: the context is the
address, the key is the Spanish. What is empty, unsure (*fuzzy*) or translates a Spanish that has changed since is left
out, and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from kyr_app import outside
from kyr_app.content import addresses, languages
from kyr_app.content.checks import wording
from kyr_app.content.desk import Problem
from kyr_app.i18n import cldr, plurals, po, soundness
from kyr_app.i18n.table import FORMAT, known_code
from kyr_app.model.language import Counted, Direction, Language, WordTable, Writing
from kyr_app.model.text import N_, P_, Text, Words

if TYPE_CHECKING:
    from kyr_app.content.library import Shelf
    from kyr_app.model.form import OfficialForm
    from kyr_app.model.translation import Entry

PROGRAM, CONTENT = "program.po", "content.po"
MOST_BYTES = 16 * 1024 * 1024
Keys = frozenset[tuple[str, str]]
"""The messages of the program: the English of one, and of many where the message is counted."""


class Left(Struct, frozen=True):
    """What was left out of a translation: not done or not sure; of a Spanish that changed; of what is there no more."""

    open: int = 0
    changed: tuple[str, ...] = ()
    unknown: int = 0

    @property
    def said(self) -> tuple[Words, ...]:
        """It in words, without what there is none of."""
        told = (
            (
                self.open,
                P_("{n} entry is not translated yet.", "{n} entries are not translated yet.", self.open),
            ),
            (
                len(self.changed),
                P_(
                    "{n} passage was left out: its Spanish has changed since. First: {address}",
                    "{n} passages were left out: their Spanish has changed since. First: {address}",
                    len(self.changed),
                    address=next(iter(self.changed), ""),
                ),
            ),
            (
                self.unknown,
                P_(
                    "{n} entry is of something that is not there any more.",
                    "{n} entries are of something that is not there any more.",
                    self.unknown,
                ),
            ),
        )
        return tuple(words for n, words in told if n)


class Translation(Struct, frozen=True):
    """A language as it goes into a pack: its table, its passages by address, and what was left out."""

    table: WordTable
    passages: dict[str, str]
    left: Left

    def put(self, shelf: Shelf, forms: Iterable[OfficialForm]) -> tuple[Shelf, tuple[OfficialForm, ...]]:
        """Return the content with the passages in it."""
        fresh = tuple(addresses.turned_value(addresses.OFFICIAL, each, self._with) for each in forms)
        return addresses.turned(shelf, self._with), fresh

    def _with(self, address: str, text: Text) -> Text:
        said = self.passages.get(address)
        return (
            text if said is None else structs.replace(text, more={**text.more, self.table.language.id: said})
        )

    def printed(self, *, prints: bool) -> Translation:
        """Return it with whether papers have its letters; what is written from the right is never printed."""
        language = self.table.language
        prints = prints and language.direction is Direction.LTR
        return structs.replace(
            self, table=structs.replace(self.table, language=structs.replace(language, prints=prints))
        )


def folders(home: Path) -> tuple[Path, ...]:
    """Return the folders of languages in a folder; the folder itself where it is one."""
    if (home / languages.FILE).is_file():
        return (home,)
    return tuple(sorted(each.parent for each in home.glob(f"*/{languages.FILE}")))


def read(folder: Path, keys: Keys, spanish: Mapping[str, str]) -> Translation | list[Problem]:
    """Return the translation of a folder, or everything that is wrong in its files, each with file and line.

    `keys` are the messages of the program, `spanish` the passages of the content by address.
    """
    found = languages.language(folder)
    if isinstance(found, list):
        return found
    if not known_code(found.id):
        said = N_("“{code}” is no name of a language, or not of this one", code=found.id)
        return [Problem(f"{folder.name}/{languages.FILE}", 1, said)]
    return _Reading(folder, _completed(found), keys, spanish).translation()


def _completed(language: Language) -> Language:
    """Return a language with what CLDR knows of it, where its own file does not say."""
    writing, direction = language.writing, language.direction
    if writing == Writing():
        writing = cldr.writing_of(language.id) or writing
    if direction is Direction.LTR:
        direction = cldr.direction_of(language.id)
    return structs.replace(language, writing=writing, direction=direction)


class _Reading:
    """Reads the two files of a language, noting what is wrong."""

    def __init__(self, folder: Path, language: Language, keys: Keys, spanish: Mapping[str, str]) -> None:
        self.folder, self.language, self.keys, self.spanish = folder, language, keys, spanish
        self.rules = plurals.rules_of(language.id)
        self.problems: list[Problem] = []
        self.open = self.unknown = 0
        self.changed: list[str] = []

    def translation(self) -> Translation | list[Problem]:
        """Return the translation, or what is wrong."""
        words, counted = self._program()
        passages = self._content()
        if self.problems:
            return sorted(self.problems)
        table = WordTable(
            format=FORMAT,
            language=self.language,
            of=len(self.keys),
            plural=self.rules,
            words=words,
            counted=tuple(counted),
        )
        return Translation(table, passages, Left(self.open, tuple(self.changed), self.unknown))

    def _entries(self, name: str) -> tuple[Iterator[Entry], str]:
        """Return the entries of a file that are whole and sure, if there is a file, and its line on plurals."""
        file = self.folder / name
        if not file.exists():
            return iter(()), ""
        try:
            found = po.read(outside.read(file, MOST_BYTES))
        except po.PoError as error:
            self._wrong(name, error.line, error.said)
            return iter(()), ""
        except OSError:
            self._wrong(name, 1, N_("This file cannot be opened."))
            return iter(()), ""
        if found.language.partition("-")[0] not in {"", self.language.id.partition("-")[0]}:
            said = N_(
                "This file is in the language “{code}”, and its folder is another one.", code=found.language
            )
            self._wrong(name, 1, said)
        sure = [each for each in found.entries if each.done]
        self.open += len(found.entries) - len(sure)
        return iter(sure), found.plural_forms

    def _program(self) -> tuple[dict[str, str], list[Counted]]:
        words: dict[str, str] = {}
        counted: list[Counted] = []
        entries, header = self._entries(PROGRAM)
        for entry in entries:
            if (entry.source, entry.plural) not in self.keys:
                self.unknown += 1
            elif entry.plural:
                counted += self._forms(entry, header)
            elif self._sound(PROGRAM, entry, soundness.differs(entry.source, entry.said[0])):
                words[entry.source] = entry.said[0]
        return words, counted

    def _forms(self, entry: Entry, header: str) -> Iterator[Counted]:
        try:
            said = plurals.by_kind(entry.said, header, self.rules)
        except plurals.NoRule:
            self._wrong(PROGRAM, entry.line, N_("The line Plural-Forms of this file does not fit its forms."))
            return
        numbers = plurals.numbers_of(self.rules)
        for kind, form in said.items():
            optional = frozenset({"n"}) if len(numbers[kind]) == 1 else frozenset[str]()
            if not self._sound(
                PROGRAM, entry, soundness.differs(entry.plural, form, optional=optional), form
            ):
                return
        yield Counted(entry.source, entry.plural, said)

    def _content(self) -> dict[str, str]:
        passages = {}
        for entry in self._entries(CONTENT)[0]:
            spanish = self.spanish.get(entry.context)
            if spanish is None:
                self.unknown += 1
            elif spanish != entry.source:
                self.changed.append(entry.context)
            elif self._sound(CONTENT, entry, _other(spanish, entry.said[0])):
                passages[entry.context] = entry.said[0]
        return passages

    def _sound(self, name: str, entry: Entry, wrong: Words | None, form: str = "") -> bool:
        why = soundness.unsound(form or entry.said[0]) or wrong
        if why is not None:
            self._wrong(name, entry.line, N_("“{words}”: {why}", words=entry.source[:60], why=why))
        return why is None

    def _wrong(self, name: str, line: int, said: Words) -> None:
        self.problems.append(Problem(f"{self.folder.name}/{name}", line, said))


def _other(spanish: str, said: str) -> Words | None:
    """Return why a passage does not stand for its Spanish: its places and marks, or its numbers."""
    return soundness.strays(spanish, said) or wording.strange_numbers(spanish, said)
