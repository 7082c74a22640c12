"""A copy that opens anywhere: a ZIP of papers under a passphrase, in the format of `age`.

Whoever has the words and any age tool (age, rage, and others) can open it, without this program.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping

from kyr_app.model.text import N_
from kyr_app.store import names, phrases
from kyr_app.store.troubles import DamagedContent, WeakPhrase, WrongPhrase

SUFFIX = "zip.age"
MOST_BYTES = 512 * 1024 * 1024
"""A copy that unpacks to more is not ours."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of every ZIP: the copy tells no time


def words(passphrase: str) -> str:
    """Return the passphrase as it has to be typed into an age tool: as written, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", passphrase).split())


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return a plain ZIP of `files`, in the order of their names: the same files give the same bytes."""
    import zipfile  # noqa: PLC0415 (only for a copy)

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        used: set[str] = set()
        for name, data in sorted(files.items()):
            plain = _free(names.safe(name), used)
            entry = zipfile.ZipInfo(plain, _FIRST_DAY)
            entry.compress_type, entry.external_attr, entry.create_system = (
                zipfile.ZIP_DEFLATED,
                0o600 << 16,
                3,
            )
            archive.writestr(entry, data)
    return out.getvalue()


def _free(name: str, used: set[str]) -> str:
    made, number = name, 2
    while made.casefold() in used:
        made, number = f"{number}-{name}", number + 1
    used.add(made.casefold())
    return made


def age_copy(files: Mapping[str, bytes], passphrase: str) -> bytes:
    """Return `files` in a ZIP, sealed under `passphrase`; about two seconds of work, on purpose.

    Raise `WeakPhrase`. The passphrase is the family's choice for this copy, and opens nothing else.
    """
    if why := phrases.weak(passphrase):
        raise WeakPhrase(why)
    from pyrage import passphrase as age  # type: ignore[import-untyped]  # noqa: PLC0415 (only for a copy)

    return bytes(age.encrypt(packed(files), words(passphrase)))


def age_open(data: bytes, passphrase: str) -> dict[str, bytes]:
    """Return the files of a copy. Raise `WrongPhrase`, or `DamagedContent` where it is no copy of ours."""
    import zipfile  # noqa: PLC0415 (only for a copy)

    from pyrage import DecryptError  # noqa: PLC0415
    from pyrage import passphrase as age  # noqa: PLC0415

    try:
        plain = bytes(age.decrypt(data, words(passphrase)))
    except DecryptError as error:
        raise WrongPhrase(N_("These words do not open this copy, or the copy is damaged.")) from error
    try:
        with zipfile.ZipFile(io.BytesIO(plain)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
                raise DamagedContent
            return {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except (zipfile.BadZipFile, ValueError) as error:
        raise DamagedContent from error
