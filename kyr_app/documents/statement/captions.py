"""What the papers of a story say themselves. Words of the law stand as the law has them."""

from __future__ import annotations

from kyr_app.model.inline import literal
from kyr_app.model.story import Ask, Where
from kyr_app.model.text import N_, Words

SHEETS = N_("Sheets to sign")
DECLARATION = N_("Declaration")
READING = N_("Declaration: copy to read")
TRANSLATION = N_("Certificate of translation")
INTERPRETATION = N_("Certificate of interpretation")
QUESTIONS = N_("Questions to talk over with a lawyer")

DECLARATION_WHEN = N_(
    "Your story in numbered paragraphs, to sign: as you told it, with its English beside it."
)
READING_WHEN = N_("To hear or read it in your language before you sign. It stays with you.")
TRANSLATION_WHEN = N_("The translator signs it. It goes behind every paper that is not in English.")
INTERPRETATION_WHEN = N_(
    "Whoever reads the English to you signs it. It is for those who do not read English."
)
QUESTIONS_WHEN = N_("What the dates leave open. It stays with you and your lawyer.")

SPANISH = N_("Spanish")
IN_ENGLISH = N_("English translation")
READ_ONLY = N_("This copy is to read. The paper to sign has the same numbers.")
NOTHING_TOLD = N_("Nothing has been told yet.")

NAMED: dict[Ask, Words] = {
    Ask.WHEN: N_("When:"),
    Ask.WHERE: N_("Where:"),
    Ask.WHO: N_("Who was there:"),
    Ask.WHY: N_("Why I think it happened:"),
    Ask.KNEW: N_("Who knew of it:"),
    Ask.LEFT: N_("How it left me:"),
}
"""What stands before a line, so that words told in answer to a question can be understood."""

# 28 U.S.C. 1746: (1) outside the United States, (2) inside; the law's own words in English.
OATH: dict[Where, Words] = {
    Where.OUTSIDE: N_(
        "I declare under penalty of perjury under the laws of the United States of America that the foregoing is "
        "true and correct."
    ),
    Where.INSIDE: N_("I declare under penalty of perjury that the foregoing is true and correct."),
}
EXECUTED = N_("Executed on (date)")
PLACE = N_("In (city, country)")
SIGNATURE = N_("Signature")
PRINTED = N_("Name, printed")
ADDRESS = N_("Address")
TELEPHONE = N_("Telephone")
DATE = N_("Date")


SAFE = N_("This page is not part of the statement. Keep it for yourself and for a lawyer. Do not hand it in.")
NO_GRADE = N_(
    "Nothing here is wrong, and nothing is graded. Only dates were looked at, never what you told. "
    "If you do not remember, you may say so."
)
NONE_OPEN = N_("The dates leave no question open.")
LETTERS_HEAD = N_("Letters that could not be printed")
BEFORE_SIGNING = N_("Before you sign")


def declaration_of(name: str) -> Words:
    """Return the title of a statement."""
    return N_("Declaration of {name}", name=literal(name)) if name else DECLARATION


def opening(name: str) -> Words:
    """Return the sentence with which a statement begins."""
    return N_("I, {name}, declare:", name=literal(name)) if name else N_("I declare:")


def language_of(typed: str) -> Words:
    """Return the language a story is told in: Spanish where nobody named another."""
    return literal(typed) if typed else SPANISH


def as_told(language: Words) -> Words:
    """Return what stands above the column in the person's own language."""
    return N_("In {language}, as it was told", language=language)


def same_time(number: int) -> Words:
    """Return what stands before a paragraph about the same time as an earlier one."""
    return N_("About the same time as paragraph {n}:", n=number)


def letters(count: int, paragraphs: str) -> Words:
    """Return what to do where letters have no picture in the font."""
    return N_(
        "A small box stands for {n} letters that this program cannot draw. Write them by hand. Paragraphs: {numbers}.",
        n=count,
        numbers=paragraphs,
    )


# 8 CFR 1003.33: competent; true and accurate to the best of the translator's abilities.
COMPETENT = N_("I am competent to translate from {language} into English.")
ACCURATE = N_(
    "I certify that the translation of the {title}, paragraphs 1 to {n}, is true and accurate to the best of my "
    "abilities."
)
# EOIR Practice Manual 3.3(a): read in a language understood, before signing; competent; true and accurate.
INTERPRETER = N_("I am competent to interpret between English and {language}.")
READ_ALOUD = N_(
    "I read the {title}, paragraphs 1 to {n}, aloud and whole, in {language}, to the person who signs it."
)
UNDERSTOOD = N_("That person told me, before signing, that they understood it.")
INTERPRETED = N_("My interpretation was true and accurate to the best of my abilities.")
