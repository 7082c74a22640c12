"""The outcome of a screening: what it means, what it does not mean, and what to do next. Never a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_
from kyr_app.ui.widgets.finding import reasons_view
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair, own
from kyr_app.ui.widgets.steps import numbered

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.checklist import Reason
    from kyr_app.model.screening import Flag, Screened
    from kyr_app.ui.words import Speaks


def outcome_views(say: Speaks, screened: Screened, reasons: tuple[Reason, ...] = ()) -> list[QWidget]:
    """Return the parts of an outcome in the order they are read: what cannot wait, what it means, what it does not."""
    outcome = screened.outcome
    frame = Framed("phrase", outcome.icon, Tone.ACCENT, 2.0)
    frame.column.addWidget(Pair(say, outcome.title, "subtitle"))
    frame.column.addWidget(Pair(say, outcome.means))
    not_means = Framed("sheet", "info")
    not_means.name(say, N_("What it does not mean"), "kicker")
    not_means.column.addWidget(Pair(say, outcome.not_means))
    parts: list[QWidget] = [_flag(say, each) for each in screened.flags if each.urgent]
    parts += [frame, not_means, _because(say, screened, reasons)]
    parts += [_flag(say, each) for each in screened.flags if not each.urgent]
    if outcome.steps:
        parts += [
            Pair(say, N_("What to do next"), "lead"),
            numbered(say, [(step, "") for step in outcome.steps]),
        ]
    parts.append(Pair(say, screened.screening.disclaimer, "small"))
    return parts


def _because(say: Speaks, screened: Screened, reasons: tuple[Reason, ...]) -> Framed:
    frame = Framed("sheet", "chat-circle-text")
    frame.name(say, N_("Why it says this"), "kicker")
    frame.column.addWidget(Pair(say, screened.rule.because))
    if reasons:
        frame.column.addWidget(Fold(say, N_("What you answered"), lambda: reasons_view(say, reasons)))
    return own(frame)


def _flag(say: Speaks, flag: Flag) -> Framed:
    """Return something to add. What cannot wait says so in a warm frame: an outcome is never an alarm."""
    if flag.urgent:
        frame = Framed("warm", "clock", Tone.WARM)
        frame.name(say, N_("Do this first"), "warm")
    else:
        frame = Framed("sheet", "chats-circle")
        frame.name(say, N_("Ask about this"), "kicker")
    frame.column.addWidget(Pair(say, flag.text))
    return frame
