"""What left the program in a sitting, and what remains of it: counted, never named."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from kyr_app.model.receipt import Receipt, Section
from kyr_app.model.text import N_, P_, Words
from kyr_app.session.family import whereabouts

if TYPE_CHECKING:
    from pathlib import Path

    from kyr_app.session.family.whereabouts import Where


class Way(StrEnum):
    """How something left the program."""

    PRINTED = "printed"
    SAVED = "saved"
    COPIED = "copied"
    HANDED = "handed"


class Handed:
    """Counts what left the program in this sitting: how, and where to. No name and no title of anything."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Way, str]] = Counter()
        self._here: set[str] = set()

    def note(self, way: Way, where: str = "", *, here: bool = False) -> None:
        """Count one thing; `where` is what people call the drive or folder, `here` says that it is this computer's."""
        self._counts[way, where] += 1
        if here:
            self._here.add(where)

    def note_at(self, way: Way, folder: Path) -> None:
        """Count one thing that was written into `folder`."""
        place = whereabouts.where_of(folder)
        self.note(way, whereabouts.label_of(folder), here=not place.removable)

    def here(self) -> tuple[tuple[str, int], ...]:
        """Return the folders of this computer that something was written into, and how much."""
        counts = Counter[str]()
        for (_, where), n in self._counts.items():
            if where in self._here:
                counts[where] += n
        return tuple(counts.items())

    @property
    def total(self) -> int:
        """How many things left."""
        return self._counts.total()

    def of(self, way: Way) -> tuple[tuple[str, int], ...]:
        """Return where to, and how many, for one way."""
        return tuple((where, n) for (by, where), n in self._counts.items() if by is way)

    def clear(self) -> None:
        """Begin to count anew."""
        self._counts.clear()
        self._here.clear()


TITLE = N_("Receipt of this sitting")
REMAINS, PRINTED, SAVED = N_("On this computer"), N_("Printed"), N_("Saved or copied")
SPOOL = N_(
    "A printer, and the computer it belongs to, may remember pages for a while. This program cannot look there."
)


def of_sitting(handed: Handed, where: Where | None) -> Receipt:
    """Return the receipt of a sitting that was just forgotten; `where` is where its family file is, if it has one."""
    return Receipt(
        title=TITLE,
        about=N_("What remains of this sitting, and where. No name and no answer stands on this sheet."),
        sections=(
            Section(REMAINS, _remains(where, handed.here()), "laptop"),
            Section(PRINTED, _printed(handed), "printer"),
            Section(SAVED, _saved(handed), "hard-drive"),
        ),
        clean=(where is None or where.removable) and not handed.here(),
    )


def _remains(where: Where | None, written: tuple[tuple[str, int], ...]) -> tuple[Words, ...]:
    said: list[Words] = [
        P_(
            "{n} file that you saved in {place} is still there.",
            "{n} files that you saved in {place} are still there.",
            n,
            place=folder,
        )
        for folder, n in written
    ]
    if where is not None and not where.removable:
        said += [
            N_(
                "The sealed family file is in {drive}. Without its words nobody can open it.",
                drive=where.called,
            ),
            N_(
                "Anybody can see that a sealed file is there. To take it away, copy it to a stick and delete it here."
            ),
        ]
    if not said:
        said.append(N_("Nothing of the family: no answer, no name, no paper."))
    if where is not None and where.removable:
        said.append(
            N_(
                "The sealed family file is on {drive}. Without its words nobody can open it.",
                drive=where.called,
            )
        )
    said.append(
        N_("The program remembers its language, the size of its letters and of the paper: nothing else.")
    )
    return tuple(said)


def _printed(handed: Handed) -> tuple[Words, ...]:
    printed = sum(n for _, n in handed.of(Way.PRINTED))
    if not printed:
        return (N_("Nothing was printed."),)
    return (P_("{n} paper went to the printer.", "{n} papers went to the printer.", printed), SPOOL)


def _saved(handed: Handed) -> tuple[Words, ...]:
    said: list[Words] = []
    for where, n in handed.of(Way.SAVED):
        said.append(P_("{n} paper in {place}.", "{n} papers in {place}.", n, place=where or _SOMEWHERE))
    for where, _ in handed.of(Way.COPIED):
        said.append(N_("A sealed copy that opens anywhere, in {place}.", place=where or _SOMEWHERE))
    for where, _ in handed.of(Way.HANDED):
        said.append(N_("A sealed sheet of shared facts, in {place}.", place=where or _SOMEWHERE))
    if not said:
        return (N_("Nothing was saved or copied."),)
    return (*said, N_("What is not sealed can be read by anybody who finds it."))


_SOMEWHERE = N_("the folder that you chose")


def card(words: str) -> Receipt:
    """Return what stands on a recovery card: its words, and how to keep it. Nothing says what they open."""
    return Receipt(
        title=N_("Twelve words"),
        about=N_("Keep this sheet in another place than the stick. Whoever has both can read everything."),
        sections=(
            Section(N_("In this order"), tuple(words.split()), "list-numbers", numbered=True),
            Section(
                N_("How to use them"),
                (
                    N_(
                        "If your own words are forgotten, write these twelve. Accents and capitals do not matter."
                    ),
                    N_(
                        "Nobody else has them. If this sheet is lost as well, the file cannot be opened any more."
                    ),
                    N_(
                        "If somebody saw this sheet, make a new one. The old words then open only older copies."
                    ),
                ),
                "key",
            ),
        ),
        icon="key",
    )
