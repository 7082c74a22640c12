"""The words of a court caption: who, which court, which judge, which hearing, as the practice manual's sample has them.

EOIR Immigration Court Practice Manual 3.3(c)(6) and its appendix of cover pages (fact `filing-cover-page`).
"""

from __future__ import annotations

from kyr_app.documents.templates import captions
from kyr_app.documents.templates.filled import Captioned
from kyr_app.documents.templates.filling import Filler
from kyr_app.model.answers import Open
from kyr_app.model.paper_block import Caption

PEOPLE = "case_people"
"""The answer that holds the others of the family who are in the same case, by `name` and `a_number`."""

_LONG, _SHORT = "_" * 34, "_" * 20


def captioned(block: Caption, filler: Filler) -> Captioned:
    """Return the caption with its answers; what is missing is a line for the pen."""
    return Captioned(
        id=block.id,
        title=filler.runs(block.title),
        cover=block.cover,
        sender=_sender(filler),
        detained={"yes": True, "no": False}.get(str(filler.answer("detained"))),
        court=_told(filler, "court_name", _LONG),
        people=_people(filler),
        judge=_told(filler, "judge_name", "_" * 18),
        hearing=_hearing(filler),
    )


def _told(filler: Filler, name: str, blank: str) -> str:
    return filler.string(name) or blank


def _known(filler: Filler, name: str, blank: str) -> str:
    """Return what is told, but for *I don't know*: that is no day and no hour."""
    return blank if filler.answer(name) is Open.UNSURE else _told(filler, name, blank)


def _sender(filler: Filler) -> tuple[str, ...]:
    """Return who files: name, address, telephone, that nobody represents them."""
    phone = filler.answer("phone")
    say = filler.locale.render
    found = [_told(filler, "full_name", _LONG), say(captions.RESPONDENT)]
    found += [_told(filler, name, _LONG) for name in ("mail_line1", "mail_line2")]
    found.append(_number(filler.string("a_number")))
    if phone is not Open.NONE:
        found.append(f"{say(captions.PHONE)} {_told(filler, 'phone', _SHORT)}")
    return tuple(found)


def _people(filler: Filler) -> tuple[tuple[str, str], ...]:
    found = [(_told(filler, "full_name", _LONG), _number(filler.string("a_number")))]
    for row in filler.answers.rows(PEOPLE):
        name = filler.shown(f"{PEOPLE}.name", row.get("name"))
        number = filler.shown(f"{PEOPLE}.a_number", row.get("a_number"))
        found.append((name or _LONG, _number(number)))
    return tuple(found)


def _number(text: str | None) -> str:
    """Return an A-number with its letter; what is no number (*none*, *unknown*) as it is."""
    if text is None:
        return f"A {_SHORT}"
    return f"A {text.lstrip('Aa -')}" if any(letter.isdigit() for letter in text) else text


def _hearing(filler: Filler) -> str:
    """Return day, time and kind of the next hearing; what is not known yet is a line: the notice will tell it."""
    kind = captions.KINDS.get(str(filler.answer("hearing_kind")))
    time = filler.answer("hearing_time")
    parts = [_known(filler, "hearing_date", _SHORT)]
    parts += [] if time is Open.NONE else [_known(filler, "hearing_time", "_" * 8)]
    parts += [filler.locale.render(kind)] if kind else []
    return ", ".join(parts)
