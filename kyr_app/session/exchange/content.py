"""Content and the program's words out to translators and back, as PO files: all problems at once, nothing half done."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from msgspec import Struct, structs

from kyr_app import places
from kyr_app.content import check as checking
from kyr_app.content import exchange, rewriting
from kyr_app.content.checks import shape, wording
from kyr_app.content.desk import Desk, Problem, Source, shipped
from kyr_app.content.exchange import Merged, Spot
from kyr_app.content.source import Mapping
from kyr_app.i18n import po, soundness
from kyr_app.model.text import N_, Text, Words
from kyr_app.model.translation import Catalogue, Entry

OWN = ("es", "en")
"""The languages in which lawyers write; a translation of these is a correction of their files."""
CONTENT, PROGRAM = "content.po", "program.po"


class Taken(Struct, frozen=True, kw_only=True):
    """What came of a PO file. With `problems`, nothing of it is taken.

    `catalogue` is the file brought up to date; `changed` are entries whose source is another now, `strange` those of
    nothing that is there, both with their line.
    """

    problems: tuple[Problem, ...] = ()
    catalogue: Catalogue = Catalogue()
    done: int = 0
    total: int = 0
    changed: tuple[Problem, ...] = ()
    strange: tuple[Problem, ...] = ()


class Exchange:
    """Gives out and takes back. Reads every content file once: some seconds."""

    def __init__(self, desk: Desk | None = None) -> None:
        self._desk = desk or shipped()

    @cached_property
    def spots(self) -> dict[str, Spot]:
        """Every passage by its address, in the order of a translator."""
        return {each.address: each for each in exchange.spots(self._desk)}

    def out(self, language: str, former: bytes = b"") -> tuple[Catalogue, Merged]:
        """Return the passages for a language, with what `former`, an older PO file, translates already.

        Raise `PoError` where that is none.
        """
        fresh = exchange.entries(self.spots.values(), language)
        return with_former(fresh, former, language)

    def take(self, data: bytes, language: str, name: str = CONTENT) -> Taken:
        """Return what came of the passages in a PO file. Raise `PoError` where it is none."""
        read = po.read(data)
        problems = [*of_header(read, language, name)]
        changed, strange, good = [], [], []
        for entry in read.entries:
            spot = self.spots.get(entry.context)
            if spot is None:
                strange.append(Problem(name, entry.line, self._unknown(entry.context)))
            elif exchange.sides(spot.text, language)[0] != entry.source:
                changed.append(
                    Problem(
                        name,
                        entry.line,
                        N_("“{id}”: what it translates is not the same any more.", id=entry.context),
                    )
                )
            elif entry.done:
                found = list(self._faults(spot, entry, language, name))
                problems += found
                good += [] if found else [entry]
        merged = exchange.merged(exchange.entries(self.spots.values(), language), read.entries)
        return Taken(
            problems=tuple(sorted({repr(each): each for each in problems}.values())),
            catalogue=Catalogue(
                language=language, plural_forms=read.plural_forms, entries=merged.entries, gone=merged.gone
            ),
            done=len(good),
            total=len(self.spots),
            changed=tuple(changed),
            strange=tuple(strange),
        )

    def _unknown(self, address: str) -> Words:
        near = exchange.unknown(address, self.spots)
        if near:
            return N_("There is no passage “{id}”. Did you mean “{near}”?", id=address, near=near)
        return N_("There is no passage “{id}” any more.", id=address or "–")

    def _faults(self, spot: Spot, entry: Entry, language: str, name: str) -> Iterator[Problem]:
        """Yield what is wrong with the words of one entry."""
        said = entry.said[0]
        wrong = soundness.unsound(said)
        if wrong is not None:
            yield Problem(name, entry.line, N_("“{id}”: {why}", id=entry.context, why=wrong))
        elif language in OWN:
            text = structs.replace(spot.text, **{language: said})
            source, node = Source(name, Text, None, ()), Mapping({}, {}, entry.line)
            yield from wording.of_text(source, text, node)
            yield from shape.links(source, text, node, set(self._desk.terms))
            if strays := soundness.strays(spot.text.es, said):
                yield Problem(name, entry.line, strays)
        else:
            for why in (soundness.strays(entry.source, said), wording.strange_numbers(entry.source, said)):
                if why is not None:
                    yield Problem(name, entry.line, N_("“{id}”: {why}", id=entry.context, why=why))

    def corrected(self, taken: Taken, language: str) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
        """Return the files that corrections of Spanish or English change, by name; or what is wrong with them then."""
        changes: dict[str, list[rewriting.Change]] = {}
        for entry in taken.catalogue.entries:
            spot = self.spots[entry.context]
            said = " ".join(entry.said[0].split()) if entry.done else ""
            if said and said != exchange.sides(spot.text, language)[1]:
                changes.setdefault(spot.file, []).append((spot.node, language, said))
        read = {name: file_of(name).read_bytes().decode("utf-8") for name in changes}
        files = {name: text.encode("utf-8") for name, text in rewriting.by_file(changes, read).items()}
        return files, _checked(files)


def file_of(name: str) -> Path:
    """Return where a file of the content lies, by the name that it has on a desk."""
    own = places.assets() / "content" / name
    return own if own.exists() else places.forms().parent / name


def with_former(fresh: tuple[Entry, ...], former: bytes, language: str) -> tuple[Catalogue, Merged]:
    """Return fresh entries with what an older PO file translates already. Raise `PoError` where that is none."""
    before = po.read(former) if former else Catalogue()
    merged = exchange.merged(fresh, before.entries)
    plural = before.plural_forms if former else po.plural_forms(language)
    gone = (*merged.gone, *before.gone)
    return Catalogue(language=language, plural_forms=plural, entries=merged.entries, gone=gone), merged


def of_header(read: Catalogue, language: str, name: str) -> Iterator[Problem]:
    """Yield that a file is in another language than was said."""
    if read.language and read.language != language:
        said = N_("This file is in “{found}”, not in “{wanted}”.", found=read.language, wanted=language)
        yield Problem(name, 1, said)


def _checked(files: dict[str, bytes]) -> tuple[Problem, ...]:
    """Return what the checker says of files as they would be."""
    if not files:
        return ()
    with tempfile.TemporaryDirectory(prefix="exchange-") as name:
        folder = Path(name)
        for each, data in files.items():
            (folder / each).parent.mkdir(parents=True, exist_ok=True)
            (folder / each).write_bytes(data)
        found = checking.check_file(folder, places.assets() / "content")
        return tuple(structs.replace(each, file=str(Path(each.file).relative_to(folder))) for each in found)
