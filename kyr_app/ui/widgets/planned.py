"""An item of the evidence planner: an item of a list, with who can send it and by when, for this sitting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kyr_app.model.fact import citations
from kyr_app.model.interview import Line
from kyr_app.model.text import N_, Day, Together, Words
from kyr_app.ui.widgets.entries import DayEntry, LineEntry
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.item import ItemView
from kyr_app.ui.widgets.label import Pair, hushed

if TYPE_CHECKING:
    from kyr_app.model.checklist import PersonalItem
    from kyr_app.model.fact import Fact
    from kyr_app.ui.words import Speaks

MOST = 60
"""Letters in the name of whoever sends something."""


class PlannedItem(ItemView):
    """Tells `noted` who and by when (a day or None) whenever one of them is changed."""

    noted = Signal(str, object)

    def __init__(
        self,
        say: Speaks,
        personal: PersonalItem,
        facts: Mapping[str, Fact],
        who: str = "",
        by: dt.date | None = None,
    ) -> None:
        super().__init__(say, personal, facts)
        self._who, self._by = who, by
        self.told = hushed(Pair(say, self._said(), "strong"))
        self.plan = Fold(say, N_("Write who can send it, and by when"), self._entries)
        sourced = any(citations(facts[each] for each in personal.item.facts if each in facts))
        at = self.column.count() - sourced  # where it comes from stays at the end
        self.column.insertWidget(at, self.told)
        self.column.insertWidget(at + 1, self.plan)

    def _entries(self) -> Framed:
        frame = Framed("phrase")
        frame.column.addWidget(Pair(self._say, N_("Who can send it?"), "small-strong"))
        self.who = LineEntry(self._say, Line(name="who", most=MOST), N_("Who can send it?"))
        self.who.show_value(self._who)
        frame.column.addWidget(self.who)
        frame.column.addWidget(Pair(self._say, N_("By when?"), "small-strong"))
        self.by = DayEntry(self._say, N_("By when?"))
        if self._by is not None:
            self.by.show_value(self._by)
        frame.column.addWidget(self.by)
        self.who.edited.connect(self._edited)
        self.by.edited.connect(self._edited)
        return frame

    def _edited(self) -> None:
        who, by = self.who.value(), self.by.value()
        self._who = who if isinstance(who, str) else ""
        self._by = by if isinstance(by, dt.date) else None
        self._say.both(self.told.say_both, self._said())
        self.noted.emit(self._who, self._by)

    def _said(self) -> Words:
        if not self._who:
            return "" if self._by is None else N_("By {day}", day=Day(self._by.isoformat()))
        if self._by is None:
            return N_("Who: {name}", name=self._who)
        day = N_("By {day}", day=Day(self._by.isoformat()))
        return Together((N_("Who: {name}", name=self._who), day), "  ·  ")
