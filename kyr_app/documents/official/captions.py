"""What the program says of official forms: what a PDF is, what did not fit, what is still missing."""

from __future__ import annotations

from kyr_app.model.form import OfficialForm
from kyr_app.model.text import N_, P_, Words

Said = tuple[Words, Words]

_WORKSHEET = N_("With the worksheet you can copy the answers by hand.")
_OTHER = N_("Choose another file, or use the worksheet to copy the answers by hand.")
_BRING = N_(
    "Ask somebody with internet to download the blank form from the agency’s own page, and bring it on a stick. "
    "Or use the worksheet and copy the answers by hand."
)

WAITING: Said = (
    N_("This PDF only opens in one program: it says “Please wait…”. Its boxes cannot be filled here."),
    _BRING,
)
NAMES_ONLY = N_(
    "This program knows the names of the boxes of this form, but was never tried on the form itself. "
    "Look at every page with care before anybody signs."
)
CHANGED = N_("Somebody has changed this blank a little. Look at every page with care before anybody signs.")


def older(edition: str) -> Words:
    """Return the warning for an edition that is not the last one known."""
    return N_(
        "Edition {edition} is old. An office can send it back. Ask which edition is taken today.",
        edition=edition,
    )


def known(form: OfficialForm, edition: str) -> Said:
    """Return that a form can be filled."""
    return (
        N_("This is form {form}, edition {edition}.", form=form.number, edition=edition),
        N_("It can be filled with your answers. Your file stays as it is."),
    )


def unlisted(form: OfficialForm, printed: str, like: str) -> Said:
    """Return that an edition has the boxes of a known one, but was not checked."""
    if not printed:
        return (
            N_("This is form {form}, but it does not say which edition it is.", form=form.number),
            _BRING,
        )
    return (
        N_(
            "This is form {form}, edition {printed}. "
            "It has the same boxes as edition {like}, but nobody has checked it.",
            form=form.number,
            printed=printed,
            like=like,
        ),
        _WORKSHEET,
    )


def unknown_edition(form: OfficialForm, printed: str) -> Said:
    """Return that an edition is not known."""
    said = (
        N_(
            "This is form {form}, edition {printed}. This program does not know that edition.",
            form=form.number,
            printed=printed,
        )
        if printed
        else N_("This is form {form}, in an edition that this program does not know.", form=form.number)
    )
    return said, _WORKSHEET


def already_filled(form: OfficialForm, count: int) -> Said:
    """Return that somebody has begun to fill the form."""
    return (
        P_(
            "This form {form} is not blank: {n} box is filled in already.",
            "This form {form} is not blank: {n} boxes are filled in already.",
            count,
            form=form.number,
        ),
        N_("Choose a blank copy. This program does not write over what somebody else wrote."),
    )


def flat(form: OfficialForm | None) -> Said:
    """Return that a PDF has no boxes to fill."""
    if form is None:
        return N_("This PDF has no boxes to fill in, and it is no form that this program knows."), _BRING
    return (
        N_(
            "This is a picture of form {form}: a scan, or a print to PDF. It has no boxes to fill in.",
            form=form.number,
        ),
        _BRING,
    )


def wrong(form: OfficialForm | None, wanted: OfficialForm | None) -> Said:
    """Return that a PDF is another form, or none that is known."""
    if wanted is None or form is None:
        hint = _BRING if wanted else _OTHER
        return N_("This PDF is no form that this program knows."), hint
    return (
        N_("This is form {form}. You chose form {wanted}.", form=form.number, wanted=wanted.number),
        N_("Choose the other form in the list, or another file."),
    )


# What a plan has to say.

MISSING = N_("Not answered yet.")
UNSURE = N_("There is no box for “I don’t know”. Nothing was marked. Talk about it with a legal team.")
BY_HAND = N_("It does not fit in the box, even in small letters. The box was left empty: write it by hand.")
NOT_LISTED = N_("The list of the form does not have this. The box was left empty: write it by hand.")
SPANISH = N_(
    "This seems to be in Spanish. This form must be in English. Have it translated, with the translator’s certificate."
)
LONGER = N_("It is longer than the form expects. Look whether it can be read well.")
SMALL = N_("It only fits in very small letters. Look whether it can be read well.")


def continued(called: str) -> Words:
    """Return that a text goes on elsewhere."""
    return N_("It goes on in {place}. Nothing was cut.", place=called)


def letters(which: str) -> Words:
    """Return that some letters cannot be printed."""
    return N_(
        "These letters cannot be printed: {letters}. The box was left empty: write it by hand.", letters=which
    )


NOT_OF_THIS_FORM = N_("This blank does not have the boxes that its map names. Nothing was written.")
NOT_OF_THIS_FORM_HINT = N_("Use the worksheet. Tell whoever gave you this program: {names}.")
LOST = N_("One answer could not be found again in the paper that was made. The paper was thrown away.")
LOST_HINT = N_("Use the worksheet. Tell whoever gave you this program: {names}.")

# The worksheet.

FILE_TITLE = N_("Form {number}")


def worksheet_title(form: OfficialForm) -> Words:
    """Return the name of a worksheet, without a telling word."""
    return N_("Worksheet {number}", number=form.number)


def worksheet_named(form: OfficialForm) -> Words:
    """Return what a worksheet is called among the papers."""
    return N_("{number} · {title} · worksheet", number=form.number, title=form.title)


COPY = N_(
    "This is not the form. Copy each answer to the box with the same number, in English, with black ink. "
    "Do not send this sheet."
)
EDITIONS_KNOWN = N_("Editions that this sheet follows: {editions}. Look at the foot of your form.")
SIGN_HERE = N_("Sign and date by hand")
SIGN_HOW = N_("Nobody signs for you. Sign only when you understand every page and all of it is true.")
ON_PAGE = N_("page {n}")
MOST = N_("at most {n} letters or digits")
ROW = N_("{n} of {total}")
FURTHER = N_("There is no room for more on the form: use {place}, or another sheet.")
FURTHER_SHEET = N_("There is no room for more on the form: use another sheet with your name and number.")
DOES_NOT_APPLY = N_("With your answers, the form says to skip this.")
BEFORE = N_("Before you use this form")
