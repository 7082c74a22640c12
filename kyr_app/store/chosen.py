"""A file that a person chose: its bytes, or in words why not."""

from __future__ import annotations

from pathlib import Path

from kyr_app import outside
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_


def read(path: Path, most: int) -> bytes:
    """Return the bytes of a plain file of at most `most`. Raise `InputError`, with what to do, for anything else."""
    name = outside.shown(path.name)
    try:
        return outside.read(path, most)
    except outside.TooLarge as error:
        raise too_large(name) from error
    except outside.NotPlain as error:
        raise InputError(
            N_("“{name}” is no file that can be read: it is a folder, a pipe or a device.", name=name),
            N_("Choose the file itself. On the command line, - stands for what is piped in."),
        ) from error
    except PermissionError as error:
        raise InputError(
            N_("This program may not read the file “{name}”.", name=name),
            N_("Copy it to a folder of your own, and choose the copy."),
        ) from error
    except OSError as error:
        raise InputError(
            N_("The file “{name}” cannot be opened.", name=name),
            N_("Check its name, and that the stick is still in."),
        ) from error


def too_large(name: str) -> InputError:
    """Return the error of a file that is larger than any that would be of use."""
    return InputError(
        N_("The file “{name}” is too large to be what is asked for.", name=name),
        N_("Check that it is the file you mean."),
    )
