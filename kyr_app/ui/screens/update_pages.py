"""Pages of an update: what a pack changes; what became of what was answered; that no publisher's key is there."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from kyr_app.content.difference import How
from kyr_app.content.marking import marked, where
from kyr_app.documents.authoring import differences_captions as captions
from kyr_app.model.text import N_, P_, Day, Text, Together, Words
from kyr_app.session import renewed
from kyr_app.session.packs import publishers
from kyr_app.ui.widgets.fold import Fold
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kyr_app.content.difference import Difference
    from kyr_app.session.renewed import Renewed
    from kyr_app.ui.screens.point import Page

MOST_PASSAGES = 200
"""So many passages of one lesson are shown; the paper and the command line tell all of them."""


def no_key(page: Page) -> QWidget:
    """Return that this copy cannot take packs, and that nothing is lost by it."""
    frame = Framed("warm", "key", Tone.WARM)
    frame.column.addWidget(Pair(page.say, publishers.NO_KEY, "strong"))
    frame.column.addWidget(Pair(page.say, publishers.NO_KEY_DO))
    return frame


def in_use(page: Page, built: dt.date, used: str, *, meant: bool) -> QWidget:
    """Return which lessons are used now; and that it is not the pack that was chosen, where that one failed."""
    of = Day(built.isoformat())
    now = (
        N_("In use now: the pack {name}, lessons of {day}.", name=used, day=of)
        if used
        else N_("In use now: the lessons that came with the program, of {day}.", day=of)
    )
    if meant:
        return Pair(page.say, now, "small")
    frame = Framed("warm", "warning-circle", Tone.WARM)
    failed = N_("The pack that was chosen is damaged, or counts no more. It was passed over.")
    frame.column.addWidget(Pair(page.say, failed, "strong"))
    frame.column.addWidget(Pair(page.say, now))
    return frame


def changes(page: Page, differences: Sequence[Difference]) -> None:
    """Add what is different, counted by kind, and folded up thing by thing."""
    page.add(Pair(page.say, captions.counted(len(differences)), "subtitle"))
    for kind, number in Counter(each.kind for each in differences).items():
        page.add(Pair(page.say, Together((kind, str(number)), ": "), "small"))
    if any(each.how is How.CHANGED for each in differences):
        page.add(Pair(page.say, captions.HOW_TO_READ, "small"))
    for each in differences:
        words = Together((each.kind, each.title, captions.HOWS[each.how]), " · ")
        page.add(Fold(page.say, words, partial(_passages, page, each)))


def _passages(page: Page, difference: Difference) -> QWidget:
    """Return what stood there and what stands there now, each in both languages."""
    holder, column = plain_column(1)
    for each in difference.passages[:MOST_PASSAGES]:
        frame = Framed("sheet")
        frame.column.addWidget(Pair(page.say, where(each), "kicker"))
        sides = zip((captions.BEFORE, captions.NOW), marked(each.before, each.after), strict=True)
        for title, words in sides:
            if words is not None:
                frame.column.addWidget(Pair(page.say, title, "small-strong"))
                _both(page, frame, words)
        column.addWidget(frame)
    if not difference.passages:
        column.addWidget(Pair(page.say, captions.WHOLE[difference.how], "small"))
    return holder


def _both(page: Page, frame: Framed, words: Words) -> None:
    """Add a passage in both languages, whichever of them the reader has chosen: a lawyer reads the two."""
    for said in (words.es, words.en) if isinstance(words, Text) else (words,):
        label = Label()
        page.say(label.say, said)
        frame.column.addWidget(label)


def became(page: Page, told: Renewed) -> None:
    """Add what became of what was answered in this sitting; nothing where nothing was."""
    if told.held is not None:
        held = N_("The questions under way stay as they are until they are done: {title}.", title=told.held)
        page.add(Pair(page.say, held))
    if told.kept:
        kept = P_("{n} answer was kept.", "{n} answers were kept.", told.kept)
        page.add(Pair(page.say, kept))
    if told.back:
        page.add(Pair(page.say, renewed.came_back(told.back)))
    for title, rows in (
        (renewed.AGAIN, told.again),
        (renewed.ASIDE, told.aside),
    ):
        if rows:
            page.add(_listed(page, title, rows))
    if told.other:
        page.add(Pair(page.say, renewed.nowhere(told.other)))


def _listed(page: Page, title: Words, rows: Sequence[Words]) -> QWidget:
    frame = Framed("sheet", "list-bullets")
    frame.column.addWidget(Pair(page.say, title, "strong"))
    for each in dict.fromkeys(rows):
        frame.column.addWidget(Pair(page.say, each))
    return frame
