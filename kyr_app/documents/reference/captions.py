"""What the program says on sheets that belong to nobody: places that help, dates, words, sources, changes."""

from __future__ import annotations

from kyr_app.documents.lessons import captions
from kyr_app.model.directory import Side
from kyr_app.model.fact import Volatility
from kyr_app.model.text import N_, Day, Words

TEST = captions.TEST

DIRECTORY = N_("Where to find help")
DIRECTORY_ABOUT = N_(
    "Numbers and places change. Where it says “check before you call”, nobody could confirm it with the place."
)
SIDES: dict[Side, Words] = {
    Side.MEXICO: N_("In Mexico"),
    Side.BOTH: N_("In Mexico and in the United States"),
    Side.US: N_("In the United States"),
    Side.INTERNATIONAL: N_("In other countries"),
}
_LEGAL, _RIGHTS, _SHELTER = N_("Legal help"), N_("Human rights"), N_("Shelters")
_AID, _OFFICES = N_("Food, clothes and other help"), N_("Public offices and services")
_LINES, _HEALTH = N_("Telephone lines and pages of the government"), N_("Health and calm")
CATEGORIES: dict[str, Words] = {
    "emergency": N_("If there is danger now"),
    "legal": _LEGAL,
    "legal-hotline": _LEGAL,
    "legal-children": _LEGAL,
    "legal-and-humanitarian": _LEGAL,
    "class-counsel": N_("The lawyers of the Remain in Mexico case"),
    "hotline": N_("Telephone lines"),
    "shelter": _SHELTER,
    "shelter-and-rights": _SHELTER,
    "shelter-women-children": _SHELTER,
    "health": _HEALTH,
    "mental-health": _HEALTH,
    "humanitarian": _AID,
    "community": _AID,
    "services-hub": _AID,
    "rights": _RIGHTS,
    "human-rights": _RIGHTS,
    "crime-report": N_("To report a crime"),
    "missing-people": N_("To look for somebody who is missing"),
    "official": _OFFICES,
    "official-aid": _OFFICES,
    "information": _OFFICES,
    "un-agency": N_("United Nations"),
    "consular": N_("Consulates"),
    "official-hotline": _LINES,
    "official-web": _LINES,
}
"""What kinds of places are called, in the order of a sheet."""
OTHER_HELP = N_("Other help")
CHECK = N_("Check before you call.")
CHECK_FIRST = N_("Check before you go.")
PARTLY = N_("Part of this was not checked.")
NO_PHONE = N_("No telephone number was found.")
SPEAKS = N_("Languages:")
HOURS = N_("Hours:")

DATES = N_("Dates and years")
TIMELINE = N_("Remain in Mexico: what happened, and when")
TIMELINE_ABOUT = N_(
    "What the governments and the courts did, from the first event to the last one on this sheet."
)

GLOSSARY = N_("Words")
GLOSSARY_ABOUT = N_("What difficult words mean, said simply.")

SOURCES = N_("Sources")
SOURCES_ABOUT = N_(
    "What the lessons rest on, for those who check them. The numbers are those of the lessons."
)
LESSONS = N_("Lessons")
CITED = N_("What is cited")
AS_OF = N_("Date")
CHANGES_HOW = N_("How it changes")
UNDATED = N_("no date")
PRACTICE = N_("Practical advice, without a law")
VOLATILITY: dict[Volatility, Words] = {
    Volatility.STABLE: N_("stable"),
    Volatility.IN_LITIGATION: N_("in court"),
    Volatility.CHANGED_RECENTLY: N_("changed lately"),
}

CHANGES = N_("What changed a short time ago")
CHANGES_ABOUT = N_(
    "Newest first. The date is that of the information. Before you use it, ask a legal team what happened after it."
)
NO_CHANGES = N_("Nothing in the lessons changed a short time ago.")


def information(as_of: str) -> Words:
    """Return how old something is; `as_of` is an ISO day, month or year."""
    return N_("Date of this information: {days}.", days=Day(as_of))
