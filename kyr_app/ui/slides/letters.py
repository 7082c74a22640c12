"""How large everything is on a wall, and words in both languages as the rich text of one label."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from kyr_app.content import tokens
from kyr_app.i18n.locale import Locale
from kyr_app.model import inline
from kyr_app.model.pieces import Look
from kyr_app.model.text import Text, Words
from kyr_app.model.theme import Colours
from kyr_app.ui import theme
from kyr_app.ui.html import escape


class Letters:
    """The sizes for a wall, in pixels: those of the tokens on a wall of theirs, larger on a larger one.

    Only on a wall with fewer pixels across are they smaller in number: there each pixel is larger, the letters are not.
    """

    def __init__(self, wall: QSize) -> None:
        slide = tokens.theme().slide
        self.wall = wall
        across = wall.width() / slide.wide
        self.factor = max(min(1.0, across), min(across, wall.height() / slide.high))
        self.body, self.title, self.say = (
            round(each * self.factor) for each in (slide.body, slide.title, slide.say)
        )
        self.margin, self.gap, self.sign = (
            round(each * self.factor) for each in (slide.margin, slide.gap, slide.sign)
        )

    @property
    def width(self) -> int:
        """How wide what stands on a slide may be."""
        return self.wall.width() - 2 * self.margin

    @property
    def high(self) -> int:
        """How high it may be, all together."""
        return self.wall.height() - self.margin - self.gap

    @property
    def indent(self) -> int:
        """How far words stand to the right of the picture before them."""
        return self.sign + self.gap

    @property
    def title_wide(self) -> int:
        """How wide a title may be: beside it stands the number of the slide."""
        return self.width - self.indent - 5 * self.body

    def wide(self, look: Look) -> int:
        """Return how wide the words of a piece may be; beside an answer there is room for a count of hands."""
        room = self.width - self.indent
        return room - 2 * self.body if look is Look.ANSWER else room

    def of(self, look: Look) -> int:
        """Return the size of the letters of a piece."""
        return self.say if look is Look.SAY else self.body


class Told:
    """Says words in the languages of the wall, the reader's first, the other one softer."""

    def __init__(self, locales: tuple[Locale, ...], colours: Colours) -> None:
        self.locales, self.colours = locales, colours

    def rich(self, words: Words, look: Look = Look.TEXT) -> str:
        """Return words in every language as rich text; said once where all say the same."""
        said = dict.fromkeys(self.said(words, locale, look) for locale in self.locales)
        return "".join(self._paragraph(text, look, first=at == 0) for at, text in enumerate(said))

    def line(self, words: Words) -> str:
        """Return words in every language on one line."""
        return " / ".join(dict.fromkeys(inline.plain(locale.render(words)) for locale in self.locales))

    def said(self, words: Words, locale: Locale, look: Look) -> str:
        """Return words in a language; a sentence to say aloud is in quotation marks, and in its own language."""
        text = locale.render(words)
        if look is Look.SAY and text[:1] not in "«“":
            return f"«{text}»" if locale.language == "es" else f"“{text}”"
        return text

    def _paragraph(self, text: str, look: Look, *, first: bool) -> str:
        strong = first and look in {Look.HEAD, Look.SAY, Look.ASKED}
        loud = first or look is Look.SAY
        colour = (
            self.colours.accent if look is Look.HEAD else self.colours.ink if loud else self.colours.ink_soft
        )
        body = "".join(
            f"<b>{escape(run.text)}</b>" if run.strong else escape(run.text) for run in inline.runs(text)
        ).replace("\n", "<br>")
        body = f"<b>{body}</b>" if strong else body
        return f'<p style="margin:0; color:{colour}">{body}</p>'

    @cached_property
    def first(self) -> Locale:
        """The reader's language."""
        return self.locales[0]


class WallLabel(QLabel):
    """Words on a wall, `size` pixels high in every language."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        font = QFont(theme.FAMILY)
        font.setPixelSize(size)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setIndent(0)
        self.setMargin(0)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def sentence(words: Words) -> Text | None:
    """Return words that can be parted between two sentences; None for those of the program, which are short."""
    return words if isinstance(words, Text) else None
