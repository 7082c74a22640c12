"""A counted date: the safe day first and largest, then the last day by the rule, and how both were counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kyr_app.documents.situation.captions import SAFE, last_day, passed
from kyr_app.model.deadline import Due, Sort
from kyr_app.model.text import N_, Day, Words
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair, hushed
from kyr_app.ui.widgets.source import SourceLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.fact import Fact
    from kyr_app.ui.words import Speaks


def chosen_day(due: Due) -> dt.date | None:
    """Return the day that a family writes down: the safe one; for the government's, its own."""
    return due.safe or due.due


def day_view(say: Speaks, due: Due, today: dt.date) -> Framed:
    """Return the day in large letters, with what kind of day it is before it."""
    frame = Framed("phrase", "calendar-check", Tone.ACCENT, 2.0)
    day, rule = chosen_day(due), due.rule
    if day is None:
        frame.column.addWidget(Pair(say, N_("There is no fixed day. Ask a legal team today."), "subtitle"))
        if rule.no_date is not None:
            frame.column.addWidget(Pair(say, rule.no_date))
        return frame
    frame.name(say, SAFE[rule.sort], "kicker")
    frame.column.addWidget(Pair(say, Day(day.isoformat()), "display"))
    if rule.sort is Sort.LAST_DAY:
        frame.column.addWidget(Pair(say, last_day(due)))
    elif due.due is not None and due.due != day:
        words = N_("First day by the rule: {day}.", day=Day(due.due.isoformat()))
        frame.column.addWidget(Pair(say, words))
    late = passed(due, today)
    if late is not None:
        frame.column.addWidget(Pair(say, late, "warm"))
    return frame


def due_views(
    say: Speaks, due: Due, today: dt.date, facts: Mapping[str, Fact], dates: Words
) -> list[QWidget]:
    """Return everything there is to know of a counted date, in the order it is read."""
    rule = due.rule
    parts: list[QWidget] = [day_view(say, due, today)]
    if rule.doubt is not None:
        doubt = Framed("warm", "warning", Tone.WARM)
        doubt.name(say, N_("This may have changed"), "warm")
        doubt.column.addWidget(Pair(say, rule.doubt))
        parts.append(doubt)
    for icon, head, words in (
        ("file-text", N_("What to hand in"), rule.what),
        ("envelope-simple", N_("What counts"), rule.filing),
    ):
        frame = Framed("sheet", icon)
        frame.name(say, head, "kicker")
        frame.column.addWidget(Pair(say, words))
        parts.append(frame)
    parts.append(Fold(say, N_("How it was counted"), lambda: _counted(say, due)))
    cited = [facts[each] for each in rule.facts if each in facts]
    parts.append(Pair(say, N_("Rule: {citation}", citation=rule.citation), "small"))
    parts.append(SourceLine(say, cited, dates))
    return parts


def _counted(say: Speaks, due: Due) -> QWidget:
    holder, column = plain_column(0.5)
    hushed(holder)  # it begins with the day that was answered
    for words in (*due.because, due.rule.counting):
        column.addWidget(Pair(say, words))
    return holder
