"""What the program says on a family's own sheets: the intake sheet, results, dates, the evidence planner."""

from __future__ import annotations

import datetime as dt

from kyr_app.model.deadline import Due, Sort
from kyr_app.model.text import N_, Day, Words

FAMILY_SHEET = N_("Family sheet")
FAMILY_DATES = N_("Family dates")
QUIET_DATES = N_("Family dates, without saying what for")
BLANK = N_("To fill in by hand")
BLANK_INTAKE = N_("Intake sheet for a legal team, to fill in by hand")
ONE_PERSON = N_("One person")

INTAKE = N_("Intake sheet for a legal team")
CHOSEN = N_(
    "The family chose what is on this sheet. Names are written by hand, if the family wants to. "
    "Nothing here is a decision about a case."
)
FAMILY = N_("The family")
ADULT = N_("Adult")
CHILD = N_("Under 18")
ADULTS = N_("Adults")
CHILDREN = N_("Children under 18")
YOUNGEST = N_("Age of the youngest")
OLDEST = N_("Age of the oldest child")
PERSON = N_("Person")
NAME = N_("Name, by hand")
BORN = N_("Date of birth")
COUNTRY = N_("Country")
A_NUMBER = N_("A-number")
URGENT = N_("Urgent: to look at first")
URGENT_ASK = N_("Danger, health, a hearing or an order, someone held")
NO_URGENT = N_("The shared answers raise nothing urgent. Please ask.")
TOPICS = N_("Topics, not a decision")
DATES = N_("Dates")
ORDER_DATE = N_("Date of an order, if there is one")
CONTACTS = N_("Contact with immigration, and legal help")
OTHER_CONTACT = N_("Which contact, when and where")
LANGUAGES = N_("Languages and interpreter")
OTHER_LANGUAGES = N_("Other languages in the family")
INTERPRETER = N_("Is an interpreter needed?")
HEALTH = N_("Health needs")
OTHER_HEALTH = N_("Medicine, allergies, a birth that is near")
CONTACT = N_("Safe contact, by hand")
SAFE_PHONE = N_("Phone, e-mail or messages")
SAFE_TIMES = N_("Safe days and hours")
SAFE_MESSAGE = N_("Is it safe to leave a message?")
YES, NO = N_("Yes"), N_("No")

FACT_CARD = N_("Fact card")
CARD_WHY = N_("One card for each person. Leave blank what you do not know. Do not guess a date.")
CARD_KEEP = N_("Keep this card in a safe place. Give it only to a legal team that you trust.")
MEANS = N_("What it means")
NOT_MEANS = N_("What it does not mean")
BECAUSE = N_("Why it says this")
ALSO = N_("Also")
STEPS = N_("What to do now")

SAFE_FIRST = N_("Never go back into danger for a paper.")
PLAN_HOW = N_("Tick what you have. For the rest, write by when someone can send it.")
HAVE = N_("What")
WHO_SENDS = N_("Who can send it")
BY_WHEN = N_("By when")

BLANK_HOW = N_("Mark what you have done. Read only the parts that fit your family.")
FOR_SOME = N_("For some families:")

DATES_INTRO = N_("These days were counted by a rule. A legal team must check them with your papers.")
HOW = N_("How it was counted:")
DAY_ZERO = N_("Day 0:")
TO_FILE = N_("What to hand in:")
COUNTS = N_("What counts:")
RULE = N_("Rule:")
NO_DAY = N_("No fixed day. Ask a legal team today.")
SAFE: dict[Sort, Words] = {
    Sort.LAST_DAY: N_("Have it done by"),
    Sort.FIRST_DAY: N_("Not before"),
    Sort.GOVERNMENT: N_("The government has until"),
}


def made_on(iso: str) -> Words:
    """Return when a sheet was made."""
    return N_("Made on {day}", day=Day(iso))


NO_LAW = {"bia-appeal-safe-target"}
"""Rules that no law makes: a day to aim for, which is never called a last day."""


def last_day(due: Due) -> Words:
    """Return the last day by the rule, or that there is none."""
    if due.rule.id in NO_LAW:
        return N_("This is a day to aim for. It is not the day of the law.")
    return NO_DAY if due.due is None else N_("Last day by the rule: {day}.", day=Day(due.due.isoformat()))


def passed(due: Due, today: dt.date) -> Words | None:
    """Return what is said of a last day, or of a safe day, that lies behind; None where there is time."""
    if due.rule.sort is not Sort.LAST_DAY or due.safe is None or due.safe >= today:
        return None
    if due.due is not None and due.due >= today:
        return N_("The safe day has passed. By the rule there is still time: do it today.")
    return N_("This day has passed. Talk to a legal team today: sometimes there is still a way.")
