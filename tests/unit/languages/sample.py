"""Packs that add a language, made from the samples in `tests/data/languages` or from a table that was tampered with."""

import datetime as dt
import json
import re
import shutil
import zipfile
from pathlib import Path

from msgspec import structs

from kyr_app import places
from kyr_app.content import addresses
from kyr_app.content import library as libraries
from kyr_app.model.text import Text
from kyr_app.updates import manifest, minisign, secret
from tests.unit.updates.simulator import zipped

KEY = secret.SecretKey(b"keykey00", b"k" * 32)
SAMPLES = Path(__file__).parents[2] / "data" / "languages"
LESSON = "teen-court"
HAITIAN = "Kreyòl ayisyen"
_ENTRY = re.compile(r'msgctxt "(?P<address>[^"]+)"\nmsgid (?:".*"\n)+?(?=msgstr)')


def languages(target, *codes, shelf=None):
    """Copy samples into a folder, their Spanish as the content has it today: what an exchange does for a translator."""
    shelf = shelf or libraries.load(places.pack()).shelf
    spanish = {each.address: each.text.es for each in addresses.texts(shelf)}

    def fresh(found):
        words = json.dumps(spanish[found["address"]], ensure_ascii=False)
        return f'msgctxt "{found["address"]}"\nmsgid {words}\n'

    for code in codes or ("ht",):
        shutil.copytree(SAMPLES / code, target / code)
        file = target / code / "content.po"
        file.write_text(_ENTRY.sub(fresh, file.read_text("utf-8")), "utf-8")
    return target


def small(library):
    """Return a shelf with one lesson, and the words and sources it names: packs of it are made in no time."""
    every = {
        name: () for name in libraries.Shelf.__struct_fields__ if name not in {"format", "built", "terms"}
    }
    lesson = library.lesson(LESSON)
    facts = tuple(each for each in library.shelf.facts if each.id in lesson.facts)
    return structs.replace(library.shelf, **{**every, "lessons": (lesson,), "facts": facts})


def table(code="ht", **more):
    """Return a table as JSON has it, with three messages."""
    return {
        "format": 1,
        "language": {
            "id": code,
            "name": HAITIAN,
            "called": {"es": "criollo haitiano", "en": "Haitian Creole"},
        },
        "of": 3,
        "plural": {"one": "n = 1"},
        "words": {"Next": "Pwochen", "Part {n} of {total}": "Pati {n} sou {total}"},
        "counted": [
            {
                "one": "See {n} source",
                "many": "See all {n} sources",
                "said": {"one": "Gade {n} sous", "other": "Gade {n} sous"},
            }
        ],
        **more,
    }


def spoken(shelf, code, say):
    """Return a shelf whose passages are `say` of their Spanish in a language."""
    return addresses.turned(shelf, lambda _, text: structs.replace(text, more={code: say(text)}))


def spoken_forms(forms, code, say):
    """Return maps of official forms likewise."""
    return [
        addresses.turned_value(
            addresses.OFFICIAL, each, lambda _, text: structs.replace(text, more={code: say(text)})
        )
        for each in forms
    ]


def signed(folder, files, version=2099010101, said=None):
    """Write a pack of files with its signature, and return it; `said` is its manifest where that should lie."""
    said = said or manifest.made(
        files,
        version=version,
        made=dt.date(2026, 11, 22),
        valid_until=dt.date(2099, 1, 1),
        notes=Text("Agrega un idioma.", "Adds a language."),
    )
    whole = {**files, manifest.FILE: manifest.encode(said)}
    data = zipped(sorted(whole.items()), compression=zipfile.ZIP_STORED)
    file = folder / f"guia-{version}.zip"
    file.write_bytes(data)
    file.with_name(file.name + ".minisig").write_bytes(minisign.sign(data, said.comment, KEY))
    return file


def files(shelf, *tables):
    """Return the files of a pack with tables of words."""
    return {
        libraries.FILE: libraries.encode(shelf),
        **{f"words/{each['language']['id']}.json": json.dumps(each).encode() for each in tables},
    }
