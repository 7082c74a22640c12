"""The program's own words out to translators and back: `program.po`, beside the passages of the content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from kyr_app import places
from kyr_app.content import exchange
from kyr_app.content.desk import Problem
from kyr_app.content.exchange import Merged
from kyr_app.i18n import po, soundness
from kyr_app.model.text import N_, P_, Words
from kyr_app.model.translation import Catalogue, Entry
from kyr_app.session.exchange.content import PROGRAM, Taken, of_header, with_former

TEMPLATE = "kyr.pot"
_BRACES = ("python-brace-format",)


def _fresh() -> tuple[Entry, ...]:
    """Return every message of the program, with nothing said; one with places says so to Poedit."""
    read = po.read((places.translations() / TEMPLATE).read_bytes())
    return tuple(
        structs.replace(each, said=(), flags=_BRACES if "{" in each.source else ()) for each in read.entries
    )


def out(language: str, former: bytes = b"") -> tuple[Catalogue, Merged]:
    """Return the program's words for a language, with what `former` says already. Raise `PoError` for what is none."""
    return with_former(_fresh(), former, language)


def take(data: bytes, language: str, name: str = PROGRAM) -> Taken:
    """Return what came of the program's words in a PO file. Raise `PoError` where it is none."""
    read, fresh = po.read(data), _fresh()
    known = {each.key for each in fresh}
    sure = [each for each in read.entries if each.key in known and each.done]
    found = [
        Problem(name, each.line, N_("“{id}”: {why}", id=each.source, why=why))
        for each in sure
        for why in _faults(each, read.plural_forms)
    ]
    strange = [each for each in read.entries if each.key not in known]
    merged = exchange.merged(fresh, read.entries)
    return Taken(
        problems=tuple(sorted([*of_header(read, language, name), *found])),
        catalogue=structs.replace(
            read, language=language, entries=merged.entries, gone=(*merged.gone, *read.gone)
        ),
        done=len(sure),
        total=len(fresh),
        strange=tuple(
            Problem(name, each.line, N_("The program does not say “{id}” any more.", id=each.source))
            for each in strange
        ),
    )


def _faults(entry: Entry, plural_forms: str) -> Iterator[Words]:
    for form in entry.said:
        wrong = soundness.unsound(form) or _differs(entry, form)
        if wrong is not None:
            yield wrong
    wanted = re.search(r"nplurals\s*=\s*(\d+)", plural_forms)
    if entry.plural and wanted and len(entry.said) != int(wanted[1]):
        yield P_("it needs {n} form", "it needs {n} forms", int(wanted[1]))


def _differs(entry: Entry, form: str) -> Words | None:
    optional = frozenset({"n"}) if entry.plural else frozenset[str]()
    return soundness.differs(entry.plural or entry.source, form, optional=optional)
