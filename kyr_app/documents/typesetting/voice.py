"""A voice: one language of a paper with the styles it is set in. Words become paragraphs here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from reportlab.lib.styles import ParagraphStyle

from kyr_app.documents.typesetting.markup import glyph, markup, safe
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.styles import Styles, styles
from kyr_app.i18n.locale import Locale
from kyr_app.model.text import Words


class Voice(Struct, frozen=True):
    """Says words as paragraphs."""

    locale: Locale
    styles: Styles

    @property
    def tag(self) -> str:
        """The language as a PDF names it."""
        return self.locale.language.replace("_", "-")

    def marked(self, words: Words) -> str:
        """Return words as markup; a plain string is shown as it is, without our notation."""
        return safe(words) if isinstance(words, str) else markup(self.locale.render(words))

    def say(self, words: Words, style: ParagraphStyle) -> Paragraph:
        """Return words as a paragraph."""
        return Paragraph(self.marked(words), style)

    def picture(self, icon: str, words: Words, style: ParagraphStyle) -> Paragraph:
        """Return words after an icon, if there is one."""
        return Paragraph(f"{self._glyph(icon)}{self.marked(words)}" if icon else self.marked(words), style)

    def labelled(self, label: Words, words: Words, style: ParagraphStyle, icon: str = "") -> Paragraph:
        """Return words after a label in bold, and after an icon where there is one."""
        picture = self._glyph(icon) if icon else ""
        return Paragraph(f"{picture}<b>{self.marked(label)}</b> {self.marked(words)}", style)

    def _glyph(self, icon: str) -> str:
        return f"{glyph(icon, self.styles.icon)} "


def voices(locales: Sequence[Locale], body: float) -> tuple[Voice, ...]:
    """Return the voices of a paper whose running text is `body` points high; columns are narrow where it has two."""
    narrow = len(locales) > 1
    return tuple(Voice(locale, styles(body, locale.language, hyphens=narrow)) for locale in locales)
