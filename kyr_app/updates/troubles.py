"""Why a pack is refused: one class for each reason, each with what stays as it was and what to do."""

from __future__ import annotations

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Words

_STAYS = N_("Nothing was changed. The lessons you had are still here.")


class PackError(KyrError):
    """A pack that is not used. Nothing was changed."""

    def __init__(self, said: Words, hint: Words | None = None) -> None:
        super().__init__(said, hint or _STAYS)


class NotSigned(PackError):
    """The signature is missing, damaged, of another key, or not of these bytes."""


class TooOld(PackError):
    """The pack is older than what this computer has, or has seen."""


class NotAPack(PackError):
    """The file is no pack, or breaks a limit."""


class NewerProgram(PackError):
    """The pack needs a newer program."""


class Doubled(PackError):
    """A version that was used here before, with other bytes."""


class Busy(PackError):
    """Another window is taking a pack, or going back."""


def unsigned() -> NotSigned:
    """Return the error of a pack without a signature."""
    return NotSigned(
        N_("This pack is not signed: its .minisig file is missing."),
        N_("Copy both files to the stick, the pack and its .minisig. Nothing was changed."),
    )


def stranger() -> NotSigned:
    """Return the error of a signature by a key this program does not know."""
    return NotSigned(N_("This pack was not signed by the people who publish this program. It was refused."))


def forged() -> NotSigned:
    """Return the error of bytes that are not what was signed."""
    return NotSigned(
        N_("This pack is not what its publishers signed: it is damaged, or somebody changed it.")
    )


def no_pack(reason: Words) -> NotAPack:
    """Return the error of a file that breaks a rule of packs."""
    return NotAPack(N_("This file cannot be used as a pack: {reason}", reason=reason))


def doubled(version: int) -> Doubled:
    """Return the error of a second pack of one number."""
    return Doubled(
        N_("A pack with the number {n} was used here before, and it was not the same one.", n=str(version)),
        N_("Nothing was changed. Ask whoever publishes the packs for one with a new number."),
    )


def busy() -> Busy:
    """Return the error of a shelf that another window is changing."""
    return Busy(
        N_("Another window of this program is changing the lessons right now."),
        N_("Nothing was changed here. Wait a moment, and try again."),
    )
