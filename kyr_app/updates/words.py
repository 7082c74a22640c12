"""The languages that a pack adds: `words/<code>.json`, and their passages in the library. No disk, but for `kept`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kyr_app import outside
from kyr_app.content import addresses
from kyr_app.i18n import table
from kyr_app.i18n.catalogs import SPOKEN
from kyr_app.i18n.soundness import strays, unsound
from kyr_app.model.language import WordTable
from kyr_app.model.text import N_
from kyr_app.updates import strict, troubles

if TYPE_CHECKING:
    from kyr_app.content.library import Shelf
    from kyr_app.model.form import OfficialForm
    from kyr_app.updates.manifest import Manifest

FOLDER, SUFFIX = "words/", ".json"
MOST_LANGUAGES = 8

Tables = dict[str, WordTable]


def file_of(code: str) -> str:
    """Return the name of the file of a language's words in a pack."""
    return f"{FOLDER}{code}{SUFFIX}"


def read(files: Mapping[str, bytes], said: Manifest) -> Tables:
    """Return the words of every language that a pack adds. Raise `NotAPack` for the first reason against one.

    They are read as strictly as the manifest is; a pack says in its manifest which languages it has.
    """
    names = {name[len(FOLDER) :].removesuffix(SUFFIX): name for name in files if name.startswith(FOLDER)}
    if said.languages != (*SPOKEN, *sorted(names)) or len(names) > MOST_LANGUAGES:
        raise troubles.no_pack(N_("its languages are not those that it names."))
    return {code: _table(files[names[code]], code) for code in sorted(names)}


def _table(data: bytes, code: str) -> WordTable:
    if len(data) > table.MOST_BYTES:
        raise troubles.no_pack(N_("it is too large."))
    try:
        return table.convert(strict.loads(data), code)
    except table.BadTable as error:
        raise troubles.no_pack(error.said) from error


def hold(tables: Iterable[str], shelf: Shelf, forms: Iterable[OfficialForm]) -> None:
    """Raise `NotAPack` where a passage is in a language that has no table, or may not be shown."""
    known = set(tables)
    for passage in addresses.texts(shelf, forms):
        for code, said in passage.text.more.items():
            why = unsound(said) or strays(passage.text.es, said)
            if code not in known:
                why = N_("the pack does not name its language")
            if why is not None:
                raise troubles.no_pack(N_("“{words}”: {why}", words=passage.address, why=why))


def kept(folder: Path) -> Tables:
    """Return the added languages of a pack that lies on this computer, held against its hashes already.

    A table that this program does not believe (any more) is left out: its passages are then shown in Spanish.
    """
    found: Tables = {}
    for file in sorted((folder / FOLDER).glob(f"*{SUFFIX}")):
        try:
            found[file.stem] = _table(outside.read(file, table.MOST_BYTES), file.stem)
        except (troubles.PackError, OSError):
            continue
    return found


def translated(shelf: Shelf, code: str) -> tuple[int, int]:
    """Return how many lessons are whole in a language, and how many lessons there are."""
    whole = sum(all(code in text.more for text in addresses.texts_in(each)) for each in shelf.lessons)
    return whole, len(shelf.lessons)
