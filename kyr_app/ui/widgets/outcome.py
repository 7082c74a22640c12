"""The outcome of a screening: what it means, what it does not mean, and what to do next. Never a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_, Text
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair
from kyr_app.ui.widgets.steps import numbered

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.screening import Flag, Screened
    from kyr_app.ui.words import Speaks


def outcome_views(say: Speaks, screened: Screened) -> list[QWidget]:
    """Return the parts of an outcome in the order they are read."""
    outcome = screened.outcome
    frame = Framed("phrase", outcome.icon, Tone.ACCENT, 2.0)
    frame.column.addWidget(Pair(say, outcome.title, "subtitle"))
    frame.column.addWidget(Pair(say, screened.rule.because))
    frame.column.addWidget(Pair(say, outcome.means))
    not_means = Framed("sheet", "info")
    not_means.name(say, N_("What it does not mean"), "kicker")
    not_means.column.addWidget(Pair(say, outcome.not_means))
    parts: list[QWidget] = [_flag(say, each) for each in screened.flags if each.urgent]
    parts += [frame, not_means]
    if outcome.steps:
        parts += [
            Pair(say, N_("What to do next"), "lead"),
            numbered(say, [(step, "") for step in outcome.steps]),
        ]
    parts += [_flag(say, each) for each in screened.flags if not each.urgent]
    if screened.screening.each_person:
        parts.append(Pair(say, N_("This is for one person. Answer again for each person in your family.")))
    parts.append(_soft(say, screened.screening.disclaimer))
    return parts


def _flag(say: Speaks, flag: Flag) -> Framed:
    if flag.urgent:
        frame = Framed("stop", "hand-palm", Tone.STOP)
        frame.name(say, N_("Stop here and get help first"), "stop")
    else:
        frame = Framed("sheet", "chat-circle-text")
        frame.name(say, N_("Ask about this"), "kicker")
    frame.column.addWidget(Pair(say, flag.text))
    return frame


def _soft(say: Speaks, words: Text) -> Pair:
    return Pair(say, words, "small")
