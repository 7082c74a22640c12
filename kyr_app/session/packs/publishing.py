"""Putting translations into the files of a pack: for who makes packs. Fetched only there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from kyr_app import places
from kyr_app.content import addresses, library, official
from kyr_app.content.checks import wording
from kyr_app.content.desk import Problem
from kyr_app.i18n import po
from kyr_app.model.errors import InputError
from kyr_app.model.form import OfficialForm
from kyr_app.model.text import N_, P_, Text, Words
from kyr_app.session.packs import tongues, translated
from kyr_app.session.packs.translated import Keys, Translation
from kyr_app.updates import strict, words

TEMPLATE = "kyr.pot"


class Faulty(InputError):
    """Translations in which something is to be mended: `problems` say what, each with file and line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(
            P_("{n} thing to mend.", "{n} things to mend.", len(problems)), N_("No pack was made.")
        )
        self.problems = problems


def with_languages(
    files: Mapping[str, bytes], home: Path
) -> tuple[dict[str, bytes], tuple[Translation, ...]]:
    """Return the files of a pack with the languages in `home`, and those languages.

    `home` holds a folder for each language, or is one. Raise `Faulty` for words that would be refused, `InputError`
    where there is no language or nothing to put it into.
    """
    folders = translated.folders(home)
    if not folders:
        raise InputError(
            N_("There is no language in “{name}”.", name=home.name),
            N_("A language is a folder with the file language.yaml. See docs/authors/languages.md."),
        )
    if library.FILE not in files:
        raise InputError(N_("The lessons of this program are missing."))
    shelf, forms = library.decode(files[library.FILE]).shelf, tongues.forms_of(files)
    read = [translated.read(each, program_keys(), spanish(shelf, forms)) for each in folders]
    problems = [problem for each in read if isinstance(each, list) for problem in each]
    if problems:
        raise Faulty(problems)
    fresh, made = dict(files), []
    for each in [each for each in read if isinstance(each, Translation)]:
        shelf, forms = each.put(shelf, forms)
        done = each.printed(prints=not tongues.unprintable(each.table, library.Library(shelf)))
        fresh[words.file_of(done.table.language.id)] = msgspec.json.encode(done.table)
        made.append(done)
    fresh[library.FILE] = library.encode(shelf)
    if official.FILE in files:
        fresh[official.FILE] = msgspec.json.encode(forms)
    return fresh, tuple(made)


def sound(files: Mapping[str, bytes]) -> None:
    """Raise `Faulty` where a passage holds other numbers in another language: telephones, dates, amounts, forms.

    They are held together by the very functions that check content and take translations in. Raise `InputError` where
    there are no lessons, `ContentError` or `NotAPack` where they cannot be read.
    """
    if library.FILE not in files:
        raise InputError(N_("The lessons of this program are missing."), N_("No pack was made."))
    for name, data in files.items():
        if name.endswith(".json"):
            strict.loads(data)
    shelf, forms = library.decode(files[library.FILE]).shelf, tongues.forms_of(files)
    problems = [
        Problem(each.address, 0, why) for each in addresses.texts(shelf, forms) for why in _unequal(each.text)
    ]
    if problems:
        raise Faulty(problems)


def _unequal(text: Text) -> Iterator[Words]:
    yield from wording.unequal(text)
    for code, said in sorted(text.more.items()):
        if why := wording.strange_numbers(text.es, said):
            yield N_("“{words}”: {why}", words=code, why=why)


def spanish(shelf: library.Shelf, forms: tuple[OfficialForm, ...]) -> dict[str, str]:
    """Return the Spanish of every passage by its address."""
    return {each.address: each.text.es for each in addresses.texts(shelf, forms)}


def program_keys() -> Keys:
    """Return the messages of the program. Raise `InputError` where its template is not there."""
    file = places.translations() / TEMPLATE
    try:
        found = po.read(file.read_bytes())
    except (OSError, po.PoError) as error:
        raise InputError(
            N_("The list of the program's words is missing: {name}.", name=TEMPLATE),
            N_("Packs with a language are made in a copy of the source."),
        ) from error
    return frozenset((each.source, each.plural) for each in found.entries)
