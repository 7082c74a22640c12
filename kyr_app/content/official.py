"""The maps of official forms, `forms/official/*.yaml`, compiled into a file of the pack.

They lie beside the library, not in it: whoever reads lessons never pays for them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kyr_app.model.errors import ContentError
from kyr_app.model.form import OfficialForm
from kyr_app.model.text import N_

if TYPE_CHECKING:
    from kyr_app.content.desk import Desk

FILE = "forms.json"


def write(desk: Desk, folder: Path) -> Path:
    """Write the forms of a desk into a pack folder, whole or not at all, and return the file."""
    forms = sorted(desk.values(OfficialForm), key=lambda each: each.order)
    target = folder / FILE
    fresh = target.with_suffix(".new")
    fresh.write_bytes(msgspec.json.encode(forms))
    fresh.replace(target)
    return target


@cache
def load(folder: Path) -> dict[str, OfficialForm]:
    """Return the forms of a pack folder by id, in order. Raise `ContentError` where the file is missing or damaged."""
    try:
        data = (folder / FILE).read_bytes()
    except OSError as error:
        raise _damaged() from error
    return decode(data)


def decode(data: bytes) -> dict[str, OfficialForm]:
    """Return the forms in the JSON of a pack, as `load` does."""
    try:
        forms = msgspec.json.decode(data, type=tuple[OfficialForm, ...])
    except msgspec.MsgspecError as error:
        raise _damaged() from error
    return {each.id: each for each in forms}


def _damaged() -> ContentError:
    return ContentError(
        N_("The official forms of this program are missing or damaged."),
        N_("Copy the whole program folder again; this copy is not complete."),
    )
