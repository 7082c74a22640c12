"""What the program itself says on the papers that it writes, and on the page before them."""

from __future__ import annotations

from kyr_app.model.template import Leaves
from kyr_app.model.text import N_, P_, Words

NONE = N_("none")
UNKNOWN = N_("unknown")
NOT_FOR_THIS = N_("N/A")

BEFORE: dict[Leaves, Words] = {
    Leaves.FILED: N_("Before you file"),
    Leaves.GIVEN: N_("Before you hand it over"),
    Leaves.KEPT: N_("How to use this sheet"),
}
WHEN = N_("When to use it")
COPIES = N_("How many")
WHERE = N_("Where it goes")
FEE = N_("What it costs")
CHECK = N_("Check first")
SENT = N_("What you hand in: the pages in English.")
SENT_TRANSLATED = N_(
    "What you hand in: the signed letter, and its translation into English with the certificate."
)
SENT_WRITER = N_("What you hand in: the pages in your own language, signed.")
STAYS = N_("This page and the pages marked “copy for you” stay with you.")
STAYS_PAGE = N_("This page stays with you.")
SIGN = N_("Sign and date by hand, on the pages that you hand in. We never sign for you.")
BY_HAND = N_("Fill in by hand every line and box that is left. Where there is nothing, write “none”.")
MISSING = N_("Still missing. There is a line for each: write it by hand, or answer it and print again.")
IN_ENGLISH = N_(
    "Write these in English, by hand, on the lines. Your own words stand on the copy for you. "
    "Whoever translates can help."
)
TYPED = N_("These stand in the English pages as you typed them. Are they in English?")
COPY = N_("Copy for you · do not file it")
BLANK = N_("To fill in by hand")
SIGNATURE = N_("Signature")
DATE = N_("Date")

DEPARTMENT = N_("UNITED STATES DEPARTMENT OF JUSTICE")
OFFICE = N_("EXECUTIVE OFFICE FOR IMMIGRATION REVIEW")
COURT = N_("IMMIGRATION COURT")
MATTER = N_("In the Matter of:")
REMOVAL = N_("In removal proceedings")
FILE = N_("File No.:")
DETAINED = N_("DETAINED")
NOT_DETAINED = N_("NON-DETAINED")
JUDGE = N_("Immigration Judge:")
NEXT_HEARING = N_("Next Hearing:")
RESPONDENT = N_("Respondent, without a lawyer")
PHONE = N_("Telephone:")
KINDS: dict[str, Words] = {
    "master": N_("master calendar hearing"),
    "individual": N_("individual hearing"),
}


def cut(n: int) -> Words:
    """Return how many cards a page holds."""
    return P_(
        "Cut out {n} card. Fold it, or learn it and keep none.", "Cut out {n} cards. One for each person.", n
    )
