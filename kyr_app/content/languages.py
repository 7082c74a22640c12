"""`language.yaml`: what an added language is called, how it writes days. Beside it lie the PO files of its words."""

from __future__ import annotations

from pathlib import Path

from kyr_app.content import schema
from kyr_app.content.desk import Problem
from kyr_app.content.source import Mapping, Unreadable, read
from kyr_app.model.language import Language
from kyr_app.model.text import N_

FILE = "language.yaml"


def language(folder: Path) -> Language | list[Problem]:
    """Return the language of a folder, or everything that is wrong with its file."""
    name = f"{folder.name}/{FILE}"
    try:
        node = read(folder / FILE)
    except Unreadable as error:
        return [Problem(name, error.mistake.line, error.mistake.said)]
    mistakes = [Problem(name, each.line, each.said) for each in schema.check(Language, node)]
    if mistakes:
        return mistakes
    found = schema.decode(Language, node)
    if found.id != folder.name and isinstance(node, Mapping):
        said = N_("The id is “{id}”, and the folder is “{folder}”.", id=found.id, folder=folder.name)
        return [Problem(name, node.lines["id"], said)]
    return found
