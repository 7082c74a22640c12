"""Write a file whole or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Msg
from kyr_app.store.replace import replace as give_name

_REASONS = {
    errno.ENOSPC: N_("There is no room left there."),
    errno.EROFS: N_("That place cannot be written to. The stick may be locked."),
    errno.EACCES: N_("This program may not write there."),
    errno.EPERM: N_("This program may not write there."),
    errno.ENOENT: N_("That folder does not exist, or the stick was taken out."),
    errno.ENOTDIR: N_("That folder does not exist, or the stick was taken out."),
    errno.EISDIR: N_("That is a folder. Give the file a name."),
    errno.ENAMETOOLONG: N_("That name is too long."),
    errno.EEXIST: N_("There is already a file of that name, and it was left as it is."),
    errno.EINVAL: N_("That is a device or a pipe. Give the file another name."),
}


class NotSaved(KyrError):
    """A file that could not be written; whatever was there before is still there, untouched."""


def reason(error: OSError) -> Msg:
    """Return why a disk refused, in words."""
    return _REASONS.get(error.errno or 0, N_("The disk or stick did not take it."))


def not_saved(error: OSError) -> NotSaved:
    """Return the error of a disk in words, with what to do."""
    return NotSaved(
        N_("The file was not saved. {reason}", reason=reason(error)),
        N_("Nothing was lost. Try another place or stick."),
    )


def plain(target: Path) -> None:
    """Raise `OSError` where a name is taken by what no file may take the place of: a device, a pipe, a folder."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "folder")
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "no plain file")


def staged(target: Path, data: bytes) -> Path:
    """Write `data` beside `target`, flushed to the disk, and return where. Raise `OSError`; nothing is left then."""
    import tempfile  # noqa: PLC0415 (the first window writes nothing)

    handle, fresh = tempfile.mkstemp(dir=target.parent, prefix=".kyr-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
    except BaseException:
        with suppress(OSError):
            Path(fresh).unlink()
        raise
    return Path(fresh)


def flush(folder: Path) -> None:
    """Return once the names in a folder are on the medium; nothing to do on Windows. Raise `OSError`."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(target: Path, data: bytes, *, replace: bool = True) -> None:
    """Put `data` into `target`, whole or not at all, flushed to the disk before it gets its name.

    Raise `NotSaved` where the disk refuses, and where the file exists and `replace` is false.
    """
    try:
        if target.exists() and not replace:
            raise FileExistsError(errno.EEXIST, "exists")
        plain(target)
        fresh = staged(target, data)
    except OSError as error:
        raise not_saved(error) from error
    try:
        give_name(fresh, target)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise not_saved(error) from error
