"""The numbers of a workshop for whoever pays for paper: two, typed by hand, and nothing that points at a person."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kyr_app.model.errors import InputError
from kyr_app.model.text import N_

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale

MOST = 99_999
"""A number that no workshop reaches."""


def numbers(people: int, sheets: int, locale: Locale) -> bytes:
    """Return the two numbers of a report as CSV, with their names in a language; nothing else is in it.

    Raise `InputError` for a number below 0 or beyond any workshop.
    """
    if not 0 <= people <= MOST or not 0 <= sheets <= MOST:
        raise InputError(N_("Please look at these numbers again."))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([locale.render(N_("people")), locale.render(N_("sheets of paper"))])
    writer.writerow([people, sheets])
    return out.getvalue().encode("utf-8-sig")
