"""PO files, as Poedit and Weblate read and write them: to entries and back. What is written holds no date, no name."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from babel.messages import pofile
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural

from kyr_app.model.errors import InputError
from kyr_app.model.text import N_, Words
from kyr_app.model.translation import Catalogue, Entry

if TYPE_CHECKING:
    from babel.messages.catalog import Message

MOST_BYTES = 16 * 1024 * 1024
"""A PO file of all the content has four."""
WIDTH = 100

_HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""
_LINE = re.compile(r'(?P<word>msg(?:ctxt|id|id_plural|str(?:\[\d\])?)\s+)?(?P<said>"(?:[^"\\]|\\.)*")\s*')

_JOINED = re.compile(r'"\s*\n\s*"')
_TOO_MANY = re.compile(r"nplurals\s*=\s*\d\d")
"""More forms of a sentence than any language has: room would be made for as many."""


class PoError(InputError):
    """A file that is no PO file; `line` says where that shows."""

    def __init__(self, line: int, said: Words) -> None:
        super().__init__(said)
        self.line, self.said = line, said


def plural_forms(language: str) -> str:
    """Return the rule for plurals of a language, as gettext writes it; that of English where none is known."""
    found = get_plural(language.replace("-", "_"))
    return f"nplurals={found.num_plurals}; plural={found.plural_expr};"


def read(data: bytes) -> Catalogue:
    """Return the entries of a PO file, each with its line. Raise `PoError` for what is none."""
    if len(data) > MOST_BYTES:
        raise PoError(1, N_("This file is too large to be a translation."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise PoError(line, N_("This file is not in UTF-8. Save it again as UTF-8 text.")) from error
    _look_first(text)
    try:
        catalog = pofile.read_po(io.StringIO(text), abort_invalid=True)
        entries = tuple(_entry(each) for each in catalog if each.id)
        gone = tuple(_entry(each) for each in catalog.obsolete.values())
        plural = catalog.plural_forms
    except pofile.PoFileError as error:
        raise PoError((error.lineno or 0) + 1, UNREADABLE) from error
    except (ValueError, TypeError, LookupError, AttributeError, SyntaxError) as error:
        raise PoError(1, UNREADABLE) from error
    return Catalogue(language=_language(catalog), plural_forms=plural, entries=entries, gone=gone)


def _look_first(text: str) -> None:
    """Raise `PoError` for a line that would be passed over without a word, and for an entry that stands twice."""
    if _TOO_MANY.search(_JOINED.sub("", text).replace("\\", "")):
        raise PoError(1, UNREADABLE)
    seen: dict[tuple[str, str], int] = {}
    context, source, word = "", "", ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            raise PoError(number, UNREADABLE)
        word = (found["word"] or word).strip()
        if found["word"] and word == "msgctxt":
            context = ""
        elif found["word"] and word == "msgid":
            source = ""
        elif found["word"] and word in {"msgstr", "msgstr[0]"}:
            first = seen.setdefault((context, source), number)
            if first != number:
                raise PoError(
                    number, N_("This entry stands twice in the file, first on line {line}.", line=str(first))
                )
            context = ""
        context += found["said"][1:-1] if word == "msgctxt" else ""
        source += found["said"][1:-1] if word == "msgid" else ""


UNREADABLE = N_("This line is not that of a PO file. Open and save the file with Poedit.")


def _language(catalog: Catalog) -> str:
    found = dict(catalog.mime_headers).get("Language", "")
    return str(found).strip().replace("_", "-").lower()


def _entry(message: Message) -> Entry:
    source, many = message.id if isinstance(message.id, list | tuple) else (message.id, "")
    said = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return Entry(
        context=message.context or "",
        source=str(source),
        plural=str(many),
        said=tuple(each or "" for each in said),
        notes=tuple(message.auto_comments),
        remarks=tuple(message.user_comments),
        places=tuple((name, line or 0) for name, line in message.locations),
        flags=tuple(sorted(message.flags - {"fuzzy"})),
        fuzzy=message.fuzzy,
        line=message.lineno or 1,
    )


def written(catalogue: Catalogue) -> bytes:
    """Return a PO file: the same entries, the same bytes."""
    catalog = Catalog(fuzzy=False)
    for each in catalogue.entries:
        _add(catalog, each)
    kept = Catalog(fuzzy=False)
    for each in catalogue.gone:
        _add(kept, each)
    for number, message in enumerate(kept):
        if message.id:
            catalog.obsolete[str(number)] = message  # written in order; the key is of no account
    held = io.BytesIO()
    pofile.write_po(held, catalog, width=WIDTH, omit_header=True)
    plural = catalogue.plural_forms or plural_forms(catalogue.language)
    head = _HEADER.format(language=catalogue.language.replace("-", "_"), plural=plural)
    return head.encode() + held.getvalue()


def _add(catalog: Catalog, entry: Entry) -> None:
    catalog.add(
        (entry.source, entry.plural) if entry.plural else entry.source,
        _strings(entry),
        locations=list(entry.places),
        flags=({"fuzzy"} if entry.fuzzy else set()) | set(entry.flags),
        auto_comments=entry.notes,
        user_comments=entry.remarks,
        context=entry.context or None,
    )


def _strings(entry: Entry) -> str | tuple[str, ...]:
    if entry.plural:
        return entry.said or ("", "")
    return entry.said[0] if entry.said else ""
