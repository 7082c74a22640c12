"""Everything that can go wrong with a family file: one class each, in a person's words, with what to do next."""

from __future__ import annotations

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Words

_OTHER_PLACE = N_("Save to another stick, or print what you need now.")


class FamilyError(KyrError):
    """Something about a family file. A subclass knows its own words; `Kind()` is enough to raise it."""

    SAID: Words = N_("The family file could not be used.")
    HINT: Words = N_("Take out the stick, put it in again, and open the file once more.")

    def __init__(self, said: Words | None = None, hint: Words | None = None) -> None:
        super().__init__(said or self.SAID, hint or self.HINT)


class NotAFamilyFile(FamilyError):
    """The bytes are no family file, or there is no file at all."""

    SAID = N_("This is not a family file, or the file is not there.")
    HINT = N_("Choose the file again. It has a long name of letters and digits, and ends in .a or .b.")


class DamagedHeader(FamilyError):
    """The first kilobyte does not add up: nothing of the file can be believed."""

    SAID = N_("The beginning of this family file is damaged, so it cannot be opened.")
    HINT = N_("Keep the file as it is. If you made a copy on a stick, open that copy.")


class HostileCosts(DamagedHeader):
    """The file asks for more work or memory than any honest one: refused before any of it is done."""

    SAID = N_("This family file asks for more memory than any real one. It was not opened.")
    HINT = N_("Somebody may have changed it. Open a copy that you made yourself.")


class DamagedContent(FamilyError):
    """The words are right, and the content does not authenticate; no other generation is whole."""

    SAID = N_("Your words are right, but the content of this family file is damaged.")
    HINT = N_("Keep the file as it is. If you made a copy on a stick, open that copy.")


class CutShort(FamilyError):
    """The file ends before its content does."""

    SAID = N_("A part of this family file is missing: it was cut short, perhaps while it was copied.")
    HINT = N_("Copy both halves again from the stick or computer they came from, and open that copy.")


class WrongPhrase(FamilyError):
    """The file is whole; no slot opens with these words."""

    SAID = N_("These words do not open this file. The file is not damaged.")
    HINT = N_(
        "Check the order and the spelling. Capitals and accents do not matter. Try the recovery card too."
    )


class NewerVersion(FamilyError):
    """Made by a version of the program that knows more than this one."""

    SAID = N_("This family file was made by a newer version of this program. Nothing was changed.")
    HINT = N_(
        "Open it with the program from the newer stick, or ask who runs this computer for the newer one."
    )


class InUse(FamilyError):
    """Another window or another copy of the program has this file open."""

    SAID = N_("This family file is open in another window.")
    HINT = N_("Close it there first. Then open it here.")


class NoMemory(FamilyError):
    """The computer has not the memory that the words' protection needs (128 MiB)."""

    SAID = N_("This computer has too little free memory to open the file. Nothing was changed.")
    HINT = N_("Close other programs, then try again.")


class Closed(FamilyError):
    """The file was closed, by a lock or by leaving; what is asked of it comes too late."""

    SAID = N_("The family file is closed.")
    HINT = N_("Open it again with your words.")


class Overtaken(FamilyError):
    """The file on the stick is not the one that was opened here: it was saved elsewhere meanwhile."""

    SAID = N_("This file was changed somewhere else while it was open here. Nothing was overwritten.")
    HINT = N_("Save what you see as a copy in another place. Then close the file and open it again.")


class Renamed(FamilyError):
    """The file has another name than the one it was made with."""

    HINT = N_("Give the file its own name again, then open it.")


class AlreadyThere(FamilyError):
    """The other place holds the same family file with changes this one does not have."""

    SAID = N_(
        "That place already has this family file, with changes that are not in this one. Both were kept."
    )
    HINT = N_("Open the other one too, and compare. Save this one in another place.")


class WeakPhrase(FamilyError):
    """The words would be guessed too soon."""

    SAID = N_("These words are too easy to guess.")
    HINT = N_("Use the six words that the program offers.")


class SlotTaken(FamilyError):
    """Words for this purpose exist already."""

    SAID = N_("There are already words of this kind for this file. They were left as they are.")
    HINT = N_("Take the old ones away first, or change them.")


class NoSuchSlot(FamilyError):
    """There are no words for this purpose."""

    SAID = N_("There are no words of this kind for this file.")
    HINT = N_("Make them first.")


class LastSlot(FamilyError):
    """The family's own words cannot be taken away, only changed."""

    SAID = N_("A file has to keep the words of its family. Nothing was changed.")
    HINT = N_("You can change the words, or delete the file.")


class HalfDone(FamilyError):
    """New words are on the disk, and the older of the two halves could not be rewritten yet."""

    SAID = N_("The change of words was saved, but an older copy inside the file still opens as before.")
    HINT = N_("Save once more, with room on the disk or stick: that takes the older copy away.")


class BlobGone(FamilyError):
    """A photo or scan that the file names is missing or damaged."""

    SAID = N_("This photo is missing or damaged. Everything else in your file is there.")
    HINT = N_("Take the photo again, or add it from where you keep it.")


class DiskTrouble(FamilyError):
    """The disk or stick refused. What was saved before is still there."""


class DiskFull(DiskTrouble):
    """No room; the last good save was not touched."""

    SAID = N_("There is no room left there. This change was not saved; everything before it is.")
    HINT = N_("Make room, or save to another stick. You can also print what you need now.")


class DiskFails(DiskTrouble):
    """Reading or writing failed; whether bytes arrived is unknown, so they count as not saved."""

    SAID = N_("The disk or stick did not take it. This change was not saved; everything before it is.")
    HINT = _OTHER_PLACE


class HalfUnreadable(DiskFails):
    """A half could not be read: it may hold the newest save, so it is not written over."""

    SAID = N_(
        "A part of this file cannot be read just now. It was left as it is, and nothing was saved here."
    )
    HINT = N_(
        "Save the file in another place, or take the stick out, put it in again, and open it once more."
    )


class ReadOnly(DiskTrouble):
    """The place is locked against writing."""

    SAID = N_("That stick or folder is locked against writing. Nothing was changed.")
    HINT = N_("Slide the small switch of the stick to open, or use another stick.")


class NoPermission(DiskTrouble):
    """This user may not write or read there."""

    SAID = N_("This program may not use that folder. Nothing was changed.")
    HINT = N_("Choose another folder or a stick.")


class StickGone(DiskTrouble):
    """The folder or its drive has vanished."""

    SAID = N_("The stick was taken out. The last change was not saved; everything before it is on the stick.")
    HINT = N_("Put the same stick in again. Your work is still on the screen, and will then be saved.")
