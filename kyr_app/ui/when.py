"""Dates as exactly as they are known."""

from __future__ import annotations

import re

from kyr_app.model.text import N_, Day, Words

_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def when(iso: str) -> Words:
    """Return a day, a month or a year in words; years in a row as they are; what has no date says so."""
    if _ISO.fullmatch(iso):
        return Day(iso)
    return iso if iso[:1].isdecimal() else N_("without a date")
