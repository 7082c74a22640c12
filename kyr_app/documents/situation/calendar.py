"""A calendar file (iCalendar, RFC 5545): a family's dates, with titles that tell nobody anything."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from msgspec import Struct

_LINE_BYTES = 74


class Entry(Struct, frozen=True):
    """A day and its neutral title."""

    day: dt.date
    title: str


def build(entries: Iterable[Entry], today: dt.date) -> bytes:
    """Return the calendar of some days, each a whole day with a reminder the day before at nine."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Guia//ES"]
    for entry in entries:
        lines += _event(entry, today)
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) for line in lines).encode("utf-8")


def _event(entry: Entry, today: dt.date) -> list[str]:
    # The id holds nothing of a person: only what the entry shows anyway.
    identity = hashlib.sha256(f"{entry.day.isoformat()} {entry.title}".encode()).hexdigest()[:24]
    return [
        "BEGIN:VEVENT",
        f"UID:{identity}",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry.day + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(entry.title)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(entry.title)}",
        "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, "\\" + mark)
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line cut into pieces of at most 75 bytes, as the format asks, never inside a character."""
    pieces, piece = [], ""
    for character in line:
        if len((piece + character).encode("utf-8")) > _LINE_BYTES:
            pieces.append(piece)
            piece = " "
        piece += character
    return "\r\n".join([*pieces, piece]) + "\r\n"
