"""Crossing mode: what there is on this machine and on each drive, taking the program's own traces away, a receipt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from kyr_app.model.receipt import Receipt, Section
from kyr_app.model.text import N_, P_, Together, Words
from kyr_app.session.family import whereabouts
from kyr_app.session.family.whereabouts import Where
from kyr_app.store import folders, hardening, preferences, release, traces
from kyr_app.store.release import Verified
from kyr_app.store.traces import OWN, Kind, Seen, Trace

if TYPE_CHECKING:
    from kyr_app.store.drives import Drive

CALLED: dict[Kind, Words] = {
    Kind.SETTINGS: N_("Settings: language, letters, paper"),
    Kind.LOG: N_("Notes about errors, without a word of anybody"),
    Kind.LEFTOVER: N_("Half-written papers"),
    Kind.DESKTOP: N_("What the desktop noted about papers"),
    Kind.PAPER: N_("Papers that were saved"),
    Kind.FAMILY: N_("Sealed family files"),
}
ICONS: dict[Kind, str] = {
    Kind.SETTINGS: "gear",
    Kind.LOG: "article",
    Kind.LEFTOVER: "file",
    Kind.DESKTOP: "desktop",
    Kind.PAPER: "files",
    Kind.FAMILY: "lock-key",
}
PERSONAL = frozenset({Kind.FAMILY, Kind.PAPER, Kind.LEFTOVER})
"""What may say something about a family."""

LIMITS: tuple[Words, ...] = (
    N_("A paper that was given another name, or sent away, is not in this list."),
    N_("Printers, telephones and cameras are not looked at. Neither is the memory of this computer."),
    N_("Deleted is not destroyed: a stick or a modern disk may keep old pieces for a while."),
)


class Sitting(Protocol):
    """What leaving needs of the session."""

    def forget(self) -> Receipt:
        """Finish and forget."""

    def keep_no_settings(self) -> None:
        """Write no settings any more in this run."""


class Thing(Struct, frozen=True):
    """A trace, with where it is in words; `own`: the program takes it away without asking for it apart."""

    trace: Trace
    where: Where

    @property
    def own(self) -> bool:
        """Whether it is the program's own, and no family's."""
        return self.trace.kind in OWN

    @property
    def called(self) -> Words:
        """What to call it: its name, and where it is."""
        return Together((self.trace.path.name, self.where.called), " · ")


class Group(Struct, frozen=True):
    """Things of one kind."""

    kind: Kind
    title: Words
    icon: str
    things: tuple[Thing, ...]


class Inventory(Struct, frozen=True):
    """Everything that was found, the folders not seen to their end, and what the program's own folder came to."""

    things: tuple[Thing, ...]
    unfinished: tuple[Path, ...]
    verified: Verified

    @property
    def groups(self) -> tuple[Group, ...]:
        """The things by kind, what may be personal first."""
        ordered = sorted(Kind, key=lambda kind: (kind not in PERSONAL, kind.value))
        made = [
            Group(
                kind,
                CALLED[kind],
                ICONS[kind],
                tuple(each for each in self.things if each.trace.kind is kind),
            )
            for kind in ordered
        ]
        return tuple(group for group in made if group.things)

    @property
    def personal(self) -> int:
        """How many things may say something about a family."""
        return sum(each.trace.kind in PERSONAL for each in self.things)

    @property
    def clean(self) -> bool:
        """Whether nothing personal was found, and every folder was seen to its end."""
        return not self.personal and not self.unfinished

    @property
    def program(self) -> Words:
        """What the program's own folder came to."""
        found = self.verified
        if not found.listed:
            return N_("The program is a source copy: there is nothing to compare it with.")
        if found.same:
            return P_(
                "The program is as it was released: {n} file compared.",
                "The program is as it was released: {n} files compared.",
                found.checked,
            )
        if found.damaged_list:
            return N_(
                "The list of the program's files is damaged. Copy the program anew from a stick you trust."
            )
        return P_(
            "{n} file of the program is changed, missing or new. Copy the program anew from a stick you trust.",
            "{n} files of the program are changed, missing or new. Copy the program anew from a stick you trust.",
            len(found.changed) + len(found.missing) + len(found.more),
        )


def where_to_look(extra: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return the folders that are looked at: every stick, where people keep files, what is thrown away, and `extra`."""
    from kyr_app.store.drives import drives  # noqa: PLC0415 (asks the system)

    sticks = [each.path for each in drives() if each.removable]
    own = (*folders.personal(), traces.rubbish(), traces.temporary(), preferences.home())
    return tuple(dict.fromkeys((*sticks, *(each for each in own if each.is_dir()), *extra)))


def look(extra: Sequence[Path] = (), *, only: Sequence[Path] | None = None) -> Inventory:
    """Look for everything that the program may have left; `only` names other folders to look at than all."""
    from kyr_app.store.drives import drives  # noqa: PLC0415

    known: Sequence[Drive] = drives()
    seen: Seen = traces.look(where_to_look(extra) if only is None else only)
    things = tuple(Thing(each, whereabouts.where_of(each.path.parent, known)) for each in seen.traces)
    verified = release.verify(release.folder(), (preferences.home(),))
    return Inventory(things, seen.unfinished, verified)


def remove(
    session: Sitting, inventory: Inventory, *, families: bool = False, papers: bool = False
) -> tuple[Thing, ...]:
    """Take away the program's own traces, and family files and papers where that was chosen; return what stayed.

    The sitting is forgotten first, its family file saved and closed. Raise `KyrError` where that fails: nothing is
    removed then. From now on no settings are written.
    """
    session.forget()
    session.keep_no_settings()
    hardening.forget()
    chosen = OWN | ({Kind.FAMILY} if families else set()) | ({Kind.PAPER} if papers else set())
    _, stayed = traces.remove(each.trace for each in inventory.things if each.trace.kind in chosen)
    return tuple(each for each in inventory.things if each.trace in stayed)


def receipt(inventory: Inventory) -> Receipt:
    """Return what was found, for the screen and for paper: by place, without a name of anybody."""
    places: dict[Words, list[Thing]] = {}
    for each in inventory.things:
        places.setdefault(each.where.called if each.where.removable else _HERE, []).append(each)
    found = [
        Section(place, _counted(things), "laptop" if place is _HERE else "hard-drive")
        for place, things in places.items()
    ]
    nothing = Section(N_("On this computer and its sticks"), (N_("Personal files: none."),), "laptop")
    more = [N_("Not looked at to the end: {folder}", folder=str(each)) for each in inventory.unfinished]
    return Receipt(
        title=N_("What is on this computer and its sticks"),
        about=N_("What this program can see of itself from the outside."),
        sections=(
            *([] if inventory.personal else [nothing]),
            *found,
            Section(N_("The program itself"), (inventory.program,), "shield-check"),
            Section(N_("What nobody looked at"), (*more, *LIMITS), "info"),
        ),
        clean=inventory.clean,
        icon="list-bullets",
    )


_HERE = N_("On this computer")


def _counted(things: Sequence[Thing]) -> tuple[Words, ...]:
    counts = Counter(each.trace.kind for each in things)
    return tuple(Together((CALLED[kind], ": ", str(n)), "") for kind, n in counts.items())
