"""A finding: a topic to raise with a legal team, with the answers it rests on and its source. Never a result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kyr_app.model.checklist import Urgency
from kyr_app.model.fact import citations
from kyr_app.model.text import N_, Words
from kyr_app.ui import theme
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair, own
from kyr_app.ui.widgets.source import cited_line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.checklist import Finding, Reason
    from kyr_app.model.fact import Fact
    from kyr_app.ui.words import Speaks

_SAID: dict[Urgency, tuple[str, str, Tone, Words, str]] = {
    Urgency.STOP: ("stop", "hand-palm", Tone.STOP, N_("Stop here and get help first"), "stop"),
    Urgency.LEGAL: ("sheet", "chats-circle", Tone.ACCENT, N_("Talk about this with a legal team"), "kicker"),
    Urgency.TOPIC: ("sheet", "chat-circle-text", Tone.ACCENT, N_("Ask about this"), "kicker"),
    Urgency.FIND_OUT: ("sheet", "magnifying-glass", Tone.ACCENT, N_("Find this out"), "kicker"),
}


def finding_view(say: Speaks, finding: Finding, facts: Mapping[str, Fact]) -> Framed:
    """Return the view of a finding; how urgent it is, is said by picture, word and colour."""
    kind, icon, tone, head, role = _SAID[finding.urgency]
    frame = Framed(kind, icon, tone)
    frame.name(say, head, role)
    frame.column.addWidget(Pair(say, finding.title, "lead"))
    frame.column.addWidget(own(Pair(say, finding.because)))
    frame.column.addWidget(Pair(say, finding.do, "strong"))
    if finding.reasons:
        frame.column.addWidget(Fold(say, N_("Why we say this"), lambda: reasons_view(say, finding.reasons)))
    cited = citations(facts[each] for each in finding.facts if each in facts)
    if cited:
        frame.column.addSpacing(theme.space(0.5))
        frame.column.addWidget(cited_line(say, cited))
    return frame


def reasons_view(say: Speaks, reasons: tuple[Reason, ...]) -> QWidget:
    """Return the answers on which something rests, one under another."""
    holder, column = plain_column(0.5)
    for reason in reasons:
        column.addWidget(own(Pair(say, because_said(reason), "small")))
    return holder


def because_said(reason: Reason) -> Words:
    """Return the answer on which something rests, in words."""
    return N_("Because you said: {asked}: {answered}", asked=reason.asked, answered=reason.answered)
