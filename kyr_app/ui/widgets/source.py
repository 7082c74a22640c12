"""The source line: where a page comes from, when it was reviewed, and by whom — or that nobody has yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyr_app.model.fact import citations
from kyr_app.model.text import N_, P_, Day, Words
from kyr_app.ui import theme
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.frame import rule
from kyr_app.ui.widgets.label import Label, Pair, hushed

if TYPE_CHECKING:
    from kyr_app.model.fact import Fact
    from kyr_app.ui.words import Speaks

AT_ONCE = 2
"""How many sources are shown before a person asks for all of them."""


class SourceLine(QWidget):
    """Citations first, the rest of them when asked for; then dates and the state of the review."""

    def __init__(self, say: Speaks, facts: Iterable[Fact], dates: Words | None = None) -> None:
        super().__init__()
        hushed(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(1), 0, 0)
        column.setSpacing(theme.space(0.5))
        column.addWidget(rule())
        facts = tuple(facts)
        cited = citations(facts)
        self._say, self._cited = say, cited
        self._words = cited_line(say, cited[:AT_ONCE])
        column.addWidget(self._words)
        if len(cited) > AT_ONCE:
            column.addWidget(self._more(len(cited)))
        if any(fact.changes for fact in facts):
            column.addWidget(
                Pair(say, N_("Some of this is in court or changed recently. Ask if it is still so."), "small")
            )
        if dates is not None:
            column.addWidget(Pair(say, dates, "small"))

    def _more(self, total: int) -> Button:
        more = Button(self._say, P_("See {n} source", "See all {n} sources", total), "caret-down", "link")
        more.clicked.connect(self._show_all)
        more.clicked.connect(more.hide)
        return more

    def _show_all(self) -> None:
        self._say(self._words.say, sources(self._cited))


def cited_line(say: Speaks, cited: tuple[str, ...]) -> Label:
    """Return the line of citations: they are the same in every language, so it stands once."""
    label = hushed(Label("small"))
    say(label.say, sources(cited))
    return label


def sources(cited: tuple[str, ...]) -> Words:
    """Return the citations in words; a page without any gives practical advice."""
    if not cited:
        return N_("Practical advice. It states no law.")
    return N_("Source: {sources}", sources="  ·  ".join(cited))


def reviewed(day: dt.date, good_until: dt.date, lawyer: str) -> Words:
    """Return when a page was reviewed, until when it is good, and who signed it."""
    by = N_("reviewed by {name}", name=lawyer) if lawyer else N_("not yet reviewed by a lawyer")
    return N_(
        "Checked against its sources on {day}  ·  good until {until}  ·  {by}",
        day=Day(day.isoformat()),
        until=Day(good_until.isoformat()),
        by=by,
    )
