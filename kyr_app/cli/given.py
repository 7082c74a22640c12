"""The file or folder that an author names."""

from __future__ import annotations

from pathlib import Path

from kyr_app.model.errors import InputError
from kyr_app.model.text import N_


def given(name: str) -> Path:
    """Return the file or folder that was asked for. Raise `InputError` where there is no content."""
    path = Path(name)
    if not path.exists():
        raise InputError(N_("There is no “{name}”.", name=name), N_("Give a content file or a folder."))
    if path.is_dir() and not any(path.rglob("*.y*ml")):
        raise InputError(
            N_("There is no content in “{name}”.", name=name), N_("The name of a content file ends in .yaml.")
        )
    return path
