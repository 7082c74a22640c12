"""What of a screen is read aloud: the words it shows, in the order they stand, and nothing that a family answered.

Every label knows its words (`ui.words`). Of these only the program's and the content's are taken: words that hold
something typed are left out by what they are, and the answers a person chose by where they stand (`hushed`, `own`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from kyr_app.i18n import catalogs
from kyr_app.model.text import Day, Standing, Text, Together, Words
from kyr_app.speech.sentences import Passage
from kyr_app.ui.widgets.chips import Chip
from kyr_app.ui.widgets.label import HUSHED, OTHER, OWN, PLACE, Label

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale

COUNT = 2
"""So many figures in a row are a number of the program's; more may be somebody's."""

Heard = Label | Chip


class Part(Struct, frozen=True):
    """A passage, and the widget that shows it."""

    passage: Passage
    shown: Heard


def audible(words: Words, *, echoes: bool = False) -> Words | None:
    """Return what of words may be heard: what was told together loses the sentences that name somebody's thing."""
    if isinstance(words, Together):
        kept = tuple(each for each in words.parts if own_words(each, echoes=echoes))
        return Together(kept, words.between) if kept else None
    return words if own_words(words, echoes=echoes) else None


def own_words(words: Words, *, echoes: bool = False) -> bool:
    """Tell whether words are all the program's and the content's: nothing in them may have been typed.

    Days are counted by the program, but where `echoes` says that one may be a family's own.
    """
    if isinstance(words, str):
        return not words or (len(words) <= COUNT and words.isdecimal())
    if isinstance(words, Text | Standing):
        return True
    if isinstance(words, Day):
        return not echoes
    inside = words.parts if isinstance(words, Together) else words.values.values()
    return all(isinstance(each, int) or own_words(each, echoes=echoes) for each in inside)


def parts(roots: Sequence[QWidget], locale: Locale, *, answers: bool = False) -> tuple[Part, ...]:
    """Return what is read of widgets, in the order a person reads it; only what is shown.

    What says what she answered (`label.own`) is read only with `answers`.
    """
    left_out = (HUSHED,) if answers else (HUSHED, OWN)
    return tuple(each for root in roots for each in _parts(root, "", locale, left_out))


def _parts(widget: QWidget, place: str, locale: Locale, left_out: tuple[str, ...]) -> Iterator[Part]:
    if not widget.isVisible() or any(widget.property(each) for each in left_out):
        return
    place = widget.property(PLACE) or place
    if isinstance(widget, Label | Chip):
        passage = _passage(widget, place, locale)
        if passage is not None:
            yield Part(passage, widget)
        return
    for child in _children(widget):
        yield from _parts(child, place, locale, left_out)


def _passage(shown: Heard, place: str, locale: Locale) -> Passage | None:
    words, tongue = shown.aloud, getattr(shown, "tongue", "")
    if words and not tongue:
        words = audible(words, echoes=getattr(shown, "echoes", False))
    if not words:
        return None
    if tongue == OTHER:
        tongue = next(each for each in reversed(catalogs.SPOKEN) if each != locale.language)
    return Passage(place, words, tongue)


def _children(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if layout is not None:
        yield from _laid(layout)
        return
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    yield from widget.findChildren(QWidget, options=direct)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets of a layout in the order in which it holds them: that in which they are read."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)
