"""What a sitting leaves: what was read, its family file, what left the program, and the end of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.model.receipt import Receipt
    from kyr_app.session.family import parts
    from kyr_app.session.family.family import Family
    from kyr_app.session.family.receipt import Handed
    from kyr_app.session.practice import Practice
    from kyr_app.session.reading import Reading
    from kyr_app.session.signal import Signal

    class Sitting(parts.Sitting, Protocol):  # for the type checker alone: parts know of rules
        """What leaving needs of the session, besides its parts."""

        changed: Signal[Changes]

        @property
        def family(self) -> Family:
            """The family file."""

        @property
        def handed(self) -> Handed:
            """What left the program."""


class Leaving:
    """The end of a sitting, and what stays of it. Each thing is fetched where it is first asked for."""

    @cached_property
    def reading(self: Sitting) -> Reading:
        """What was read in this sitting."""
        from kyr_app.session.reading import Reading  # noqa: PLC0415

        return Reading(self)

    @cached_property
    def practice(self: Sitting) -> Practice:
        """What is practised now: nothing of it stays."""
        from kyr_app.session.practice import Practice  # noqa: PLC0415

        return Practice(self)

    @cached_property
    def family(self: Sitting) -> Family:
        """The family file, where somebody wants one."""
        from kyr_app.session.family.family import Family  # noqa: PLC0415

        return Family(self)

    @cached_property
    def handed(self) -> Handed:
        """What left the program in this sitting, counted."""
        from kyr_app.session.family.receipt import Handed  # noqa: PLC0415

        return Handed()

    def forget(self: Sitting) -> Receipt:
        """Finish and forget: no answer of this sitting is left; return what remains of it, and where.

        A family file that is open is saved and closed first. Raise `KyrError` where that fails: nothing is forgotten.
        """
        from kyr_app.session.family.receipt import of_sitting  # noqa: PLC0415 (at the end of a sitting)

        where = self.family.where
        self.family.close()
        made = of_sitting(self.handed, where)
        self.handed.clear()
        return made
