"""The tokens of the looks: declared in `assets/theme.toml`, read from what the build made of it while that is fresh."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from kyr_app import places
from kyr_app.model.errors import ContentError
from kyr_app.model.text import N_
from kyr_app.model.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

_COLOUR = re.compile(r"#[0-9A-F]{6}")


COMPILED = "theme.json"


@cache
def theme() -> Theme:
    """Return the tokens of the program, read at the first call."""
    source, compiled = places.assets() / "theme.toml", places.pack() / COMPILED
    try:
        if compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            return msgspec.json.decode(compiled.read_bytes(), type=Theme)
    except (OSError, msgspec.MsgspecError):
        pass  # the source says the same, some thousandths of a second later
    return load(source)


def write(folder: Path) -> None:
    """Put the tokens into a pack, in the form that is read fastest."""
    (folder / COMPILED).write_bytes(msgspec.json.encode(load(places.assets() / "theme.toml")))


def load(path: Path) -> Theme:
    """Read tokens. Raise `ContentError` where the file, a key or a value is missing, unknown or wrong."""
    import tomllib  # noqa: PLC0415 (five thousandths of a second that the first window does not pay)

    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Theme)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise _damaged(str(error)) from error
    for look in (found.light, found.dark, found.high):
        for name, value in msgspec.structs.asdict(look).items():
            if not _COLOUR.fullmatch(value):
                raise _damaged(f"{name}: {value}")
    return found


def _damaged(detail: str) -> ContentError:
    return ContentError(
        N_("The program's own file of colours and sizes is damaged: {detail}.", detail=detail),
        N_("Copy the program folder again from a good copy."),
    )
