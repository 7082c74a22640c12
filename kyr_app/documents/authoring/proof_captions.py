"""What the program says on a proof sheet, for authors."""

from __future__ import annotations

from kyr_app.model.text import N_, P_, Together, Words

PROOFS = N_("Proof sheets")
READS = N_("How easily it reads")
AIMS = N_("Aims: INFLESZ 75 or more, school grade 6 or less. Short parts swing by themselves.")
PART, WORDS_ES, WORDS_EN = N_("Part"), N_("Words es"), N_("Words en")
INFLESZ, GRADE = "INFLESZ", N_("Grade")
ALL = N_("All of it")
EMPTY = N_("(nothing is written here)")
UNREAD = N_("This file could not be read. What follows is all that can be said of it.")


def to_mend(lines: tuple[int, ...]) -> Words:
    """Return how much there is to mend, and where."""
    if not lines:
        return N_("Nothing to mend.")
    counted = P_("{n} thing to mend.", "{n} things to mend.", len(lines))
    return Together((counted, N_("Lines: {lines}.", lines=", ".join(str(each) for each in lines))))


def wrong(line: int) -> Words:
    """Return where something is to be mended."""
    return N_("Mend, line {line}:", line=str(line))
