"""A term of the glossary as a row: the word, the same word in the other language, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from kyr_app.ui.widgets.frame import TOP, Framed, plain_row
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.glossary import Term
    from kyr_app.ui.words import Speaks


def term_view(say: Speaks, term: Term, *, wanted: bool = False) -> Framed:
    """Return the row of a term; the one that was asked for has a frame of its own."""

    def other(locale: Locale) -> str:
        return "en" if locale.tongue_of(term.term) == "es" else "es"

    def in_other(locale: Locale) -> str:
        return locale.render(term.term) if locale.is_pseudo else term.term.in_language(other(locale))

    frame = Framed("found" if wanted else "sheet")
    word = Label("lead")
    say(word.say, term.term)
    frame.column.addWidget(word)
    line, row = plain_row(1)
    tag = QLabel()
    tag.setProperty("role", "tag")
    say(tag.setText, lambda locale: other(locale).upper())
    row.addWidget(tag, 0, TOP)
    translated = Label("plain")
    say(translated.say, in_other)
    row.addWidget(translated, 1)
    frame.column.addWidget(line)
    frame.column.addWidget(Pair(say, term.meaning))
    return frame
