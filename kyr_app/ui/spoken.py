"""Shows what is being heard: the sentence on another ground and underlined, scrolled into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

from kyr_app.model.inline import plain
from kyr_app.ui import theme
from kyr_app.ui.html import Span
from kyr_app.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from kyr_app.speech.sentences import Sentence
    from kyr_app.ui.aloud import Heard
    from kyr_app.ui.listening import Readable

SPOKEN = "spoken"
"""The property of a chip whose word is heard."""
_WARM = {"warm", "stop", "trouble"}


class Highlight:
    """Follows the voice over the widgets of a screen."""

    def __init__(self) -> None:
        self._lit: list[Heard] = []

    @property
    def lit(self) -> tuple[Heard, ...]:
        """What is highlighted now."""
        return tuple(self._lit)

    def show(self, screen: Readable, shown: list[Heard], sentence: Sentence | None) -> None:
        """Highlight a sentence in what shows it; without one, the whole of each."""
        self.clear()
        self._lit = [each for each in shown if shiboken6.isValid(each) and each.isVisible()]
        for each in self._lit:
            _light(each, sentence)
        if self._lit and screen.column.isAncestorOf(self._lit[0]):
            screen.column.ensureWidgetVisible(self._lit[0], 0, theme.space(6))

    def clear(self) -> None:
        """Highlight nothing."""
        lit, self._lit = self._lit, []
        for each in lit:
            if shiboken6.isValid(each):
                _unlight(each)


def _light(shown: Heard, sentence: Sentence | None) -> None:
    if isinstance(shown, Chip):
        _mark(shown, on=True)
        return
    text = plain(shown.shown)
    start = 0 if sentence is None else text.find(sentence.text, sentence.start)
    if sentence is not None and start < 0:
        start = text.find(sentence.text)
    end = len(text) if sentence is None else start + len(sentence.text)
    if start >= 0:
        shown.show_spoken(Span(start, end, _ground(shown)))


def _unlight(shown: Heard) -> None:
    if isinstance(shown, Chip):
        _mark(shown, on=False)
    else:
        shown.show_spoken(None)


def _mark(chip: Chip, *, on: bool) -> None:
    chip.setProperty(SPOKEN, "yes" if on else "")
    chip.style().unpolish(chip)
    chip.style().polish(chip)


def _ground(widget: QWidget) -> str:
    """Return the ground on which a sentence stands out: warm, but white where everything round it is warm."""
    role, parent = QPalette.ColorRole.ToolTipBase, widget.parentWidget()
    while parent is not None:
        if parent.property("kind") in _WARM:
            role = QPalette.ColorRole.Base
        parent = parent.parentWidget()
    return QGuiApplication.palette().color(role).name()
