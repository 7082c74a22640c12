"""Blocks of a lesson as widgets: one view for each kind of block."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from kyr_app.i18n.catalogs import SPOKEN
from kyr_app.i18n.catalogs import tag as tag_of
from kyr_app.model import block as b
from kyr_app.model.text import N_, Text
from kyr_app.ui import theme
from kyr_app.ui.widgets.choice import ChoiceView
from kyr_app.ui.widgets.frame import TOP, Framed, plain_column, plain_row, rule
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph, Tone, em
from kyr_app.ui.widgets.label import Label, Pair
from kyr_app.ui.widgets.steps import numbered

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.ui.words import Speaks


def view(say: Speaks, block: b.AnyBlock) -> QWidget:
    """Return the view of a block; what it says follows the language."""
    return _VIEWS[type(block)](say, block)


def _heading(say: Speaks, block: b.Heading) -> QWidget:
    return Pair(say, block.text, "lead")


def _paragraph(say: Speaks, block: b.Paragraph) -> QWidget:
    return _with_picture(say, block.text, block.icon) if block.icon else Pair(say, block.text)


def _with_picture(say: Speaks, text: Text, icon: str) -> QWidget:
    holder, row = plain_row()
    row.addWidget(Glyph(icon, 1.5, rounded=True), 0, TOP)
    row.addWidget(Pair(say, text), 1, Qt.AlignmentFlag.AlignVCenter)
    return holder


def _items(say: Speaks, block: b.Items) -> QWidget:
    if all(item.icon for item in block.items):
        return Grid([_sheet(say, item) for item in block.items], ems=15)
    holder, column = plain_column()
    for item in block.items:
        line, row = plain_row(1.5)
        dot = Glyph(item.icon or "circle-fill", 1.3 if item.icon else 0.5)
        beside, above = plain_column(0)
        above.setContentsMargins(theme.space(0.5), round(em() * (0.1 if item.icon else 0.45)), 0, 0)
        above.addWidget(dot)
        above.addStretch(1)
        row.addWidget(beside)
        row.addWidget(Pair(say, item.text), 1)
        column.addWidget(line)
    return holder


def _sheet(say: Speaks, item: b.Item) -> QWidget:
    frame = Framed("sheet", item.icon, ems=1.7)
    frame.column.addWidget(Pair(say, item.text))
    frame.column.addStretch(1)
    return frame


def _steps(say: Speaks, block: b.Steps) -> QWidget:
    return numbered(say, [(item.text, item.icon) for item in block.items])


def _warning(say: Speaks, block: b.Warning) -> QWidget:
    frame = Framed("warm", "warning", Tone.WARM)
    frame.name(say, N_("Take care"), "warm")
    frame.column.addWidget(Pair(say, block.text))
    return frame


def _phrase(say: Speaks, block: b.Phrase) -> QWidget:
    frame = Framed("phrase", "chat-circle-text", Tone.ACCENT, 1.7)
    head = Label("kicker")
    say(head.say, N_("Say it like this:"))
    frame.column.addWidget(head)
    for language, role in ((_own, "say"), (_officers, "say-second"), (_also, "say-second")):
        if language is not _also or say.session.added:
            frame.column.addWidget(_spoken(say, block.say, language, role))
    if block.note is not None:
        frame.column.addWidget(Pair(say, block.note))
    return frame


def _own(locale: Locale, text: Text) -> str:
    """Return the language in which the reader has the sentence: Spanish where an added one lacks it."""
    return locale.language if locale.language == "en" or (locale.own and locale.speaks(text)) else "es"


def _officers(locale: Locale, text: Text) -> str:  # noqa: ARG001 (as the others)
    """Return the other language of the sentence: the officer's."""
    return "es" if locale.language == "en" else "en"


def _also(locale: Locale, text: Text) -> str:
    """Return Spanish for who reads an added language: in Mexico the officer's is that. Nothing for others."""
    return "es" if _own(locale, text) not in SPOKEN else ""


def _spoken(say: Speaks, text: Text, language: Callable[[Locale, Text], str], role: str) -> QWidget:
    """Return the sentence in one of the languages in which it may be said, its language named beside it."""

    def sentence(locale: Locale) -> str:
        code = language(locale, text)
        said = locale.render(text) if locale.is_pseudo else text.in_language(code)
        return (f"«{said}»" if code == "es" else f"“{said}”") if code else ""

    holder, row = plain_row(1)
    tag = QLabel()
    tag.setProperty("role", "tag")
    row.addWidget(tag, 0, TOP)
    words = Label(role)
    words.aloud = structs.replace(text.turned(lambda said: f"“{said}”"), es=f"«{text.es}»")
    row.addWidget(words, 1)

    def shown(said: str) -> None:
        code = language(say.session.locale, text)
        tag.setText(tag_of(code))
        words.say(said)
        words.tongue = "" if language is _own else code
        if not said or holder.parentWidget() is not None:
            holder.setVisible(bool(said))

    say(shown, sentence)
    return holder


def _table(say: Speaks, block: b.Table) -> QWidget:
    frame = QFrame()
    frame.setProperty("kind", "sheet")
    grid = QGridLayout(frame)
    edge = theme.space(2)
    grid.setContentsMargins(edge, edge, edge, edge)
    grid.setHorizontalSpacing(theme.space(3))
    grid.setVerticalSpacing(theme.space(1))
    for at, title in enumerate(block.columns):
        grid.addWidget(Pair(say, title, "strong"), 0, at, TOP)
        grid.setColumnStretch(at, _weight([title, *(line.cells[at] for line in block.rows)]))
    for number, line in enumerate(block.rows):
        grid.addWidget(rule(), 2 * number + 1, 0, 1, len(block.columns))
        for at, cell in enumerate(line.cells):
            grid.addWidget(Pair(say, cell), 2 * number + 2, at, TOP)
    return frame


def _weight(column: list[Text]) -> int:
    """Return how much of the width a column of a table gets: more for more words, but not in proportion."""
    return round(10 * math.sqrt(max(len(each.es) for each in column)))


_VIEWS: dict[type, Callable[[Speaks, Any], QWidget]] = {
    b.Heading: _heading,
    b.Paragraph: _paragraph,
    b.Items: _items,
    b.Steps: _steps,
    b.Warning: _warning,
    b.Phrase: _phrase,
    b.Choice: ChoiceView,
    b.Table: _table,
}
