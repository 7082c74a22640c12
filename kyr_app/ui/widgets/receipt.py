"""A receipt on the screen: its sections, each with a picture; words with a name of nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.content import icons
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.model.receipt import Section
    from kyr_app.ui.words import Speaks


def section_view(say: Speaks, section: Section) -> Framed:
    """Return a section of a receipt."""
    icon = section.icon if icons.has(section.icon) else "list"
    frame = Framed("sheet", icon, Tone.ACCENT)
    frame.column.addWidget(Pair(say, section.title, "word"))
    for line in section.lines:
        frame.column.addWidget(Pair(say, line))
    return frame
