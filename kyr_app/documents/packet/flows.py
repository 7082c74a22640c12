"""What the packet's own pages say, in one language: index, country list, tabs, translations, certificates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Spacer

from kyr_app.content.tokens import theme
from kyr_app.documents.packet import captions
from kyr_app.documents.packet.index import Row, Table
from kyr_app.documents.packet.layout import SAFE, Kind, Layout, Piece
from kyr_app.documents.packet.lines import shortened, text
from kyr_app.documents.packet.paging import Leaf, leaves
from kyr_app.documents.templates.court import geometry
from kyr_app.documents.templates.filled import Blank, FilledPage, Ink, OwnWords, Run, Said, Signed, Style
from kyr_app.documents.templates.setting import Setter
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.holding import held
from kyr_app.documents.typesetting.markup import safe
from kyr_app.documents.typesetting.voice import Voice, voices
from kyr_app.i18n.locale import Locale
from kyr_app.model.packet import Exhibit, letter
from kyr_app.model.settings import Paper
from kyr_app.model.template import Look, Speaks
from kyr_app.model.text import Together, Words
from kyr_app.rules.exhibits import translates

_TAB = 6.0
"""How high the letter of a tab is, in letter heights."""
_DOWN = 190.0
"""Points from the margin at the top to the word on a tab."""
_LINES = 24
"""At most so many lines on a page for English that is still to come."""
_SHORT = 160
"""A name of so many letters is set large on a tab; the index has no more of it. All of it stands on the tab."""
_BESIDE = 80
"""So many letters of a date, and of who made it, stand beside a name."""


class Entry(Struct, frozen=True):
    """An exhibit as the index has it: at which place, and what it is called."""

    place: int
    exhibit: Exhibit
    title: Words

    @property
    def letter(self) -> str:
        """Its letter."""
        return letter(self.place)

    @property
    def certified(self) -> bool:
        """Whether a translation goes with it."""
        return self.exhibit.translate and not self.exhibit.paper


class Flows:
    """Makes a packet's own pages, not drawn yet. `shown` returns the label of a page by its number from 1.

    `locales` are the language of the pages and others in which a family may have named a language.
    """

    def __init__(
        self,
        locales: Sequence[Locale],
        entries: Sequence[Entry],
        layout: Layout,
        shown: Callable[[int], str],
    ) -> None:
        self.voice: Voice = voices(locales[:1], theme().paper.body)[0]
        self._locales = locales
        self.entries, self.layout, self.shown = entries, layout, shown
        body = self.voice.styles.body
        self.base = ParagraphStyle("base", parent=self.voice.styles.text, leading=body * 1.25, spaceAfter=0)
        self.right = ParagraphStyle("right", parent=self.base, alignment=TA_RIGHT)
        self.bold = ParagraphStyle("bold", parent=self.base, fontName=fonts.BOLD)
        self.bold_right = ParagraphStyle("bold right", parent=self.right, fontName=fonts.BOLD)
        self.center = ParagraphStyle("center", parent=self.base, alignment=TA_CENTER, fontName=fonts.BOLD)
        self.small = self.voice.styles.small
        self.setter = Setter(self.voice, geometry(Paper.LETTER), double=True)

    def of(self, piece: Piece) -> tuple[Leaf, ...]:
        """Return the pages of a piece that is not placed."""
        if piece.kind is Kind.INDEX:
            return leaves(self._index())
        if piece.kind is Kind.COUNTRY:
            return leaves(self._country())
        made = {Kind.TAB: self._tab, Kind.ENGLISH: self._english, Kind.CERTIFICATE: self._certificate}
        return leaves(made[piece.kind](self.entries[piece.place]))

    # Words

    def _title(self, one: Entry) -> str:
        return self.voice.locale.render(one.title or captions.NO_TITLE)

    def _pages(self, first: int, last: int) -> str:
        start, end = self._ends(first, last)
        return start if start == end else f"{start}–{end}"

    def _ends(self, first: int, last: int) -> tuple[str, str]:
        """Return the first and the last number of some pages: one page of a copy may stand for several, as 7–8."""
        return self.shown(first).partition("–")[0], self.shown(last).rpartition("–")[2]

    def _language(self, one: Entry) -> Words:
        return captions.language(one.exhibit.language, self._locales)

    # Index and country list

    def _index(self) -> list[Any]:
        rows = [self._row(each) for each in self.entries]
        rows[:0] = self._plain(Kind.COUNTRY, captions.COUNTRY_LIST)
        rows += self._plain(Kind.ORDER, captions.ORDER) + self._plain(Kind.SERVICE, captions.SERVICE)
        return [*self._headed(captions.INDEX), *self._under_heads(rows)]

    def _headed(self, words: Words) -> list[Any]:
        return [text(self.voice.marked(words), self.center), Spacer(1, self.voice.styles.unit * 2)]

    def _under_heads(self, rows: Sequence[Row]) -> list[Any]:
        """Return rows under their heads, which stand on every page again."""
        say, bold = self.voice.marked, self.bold
        heads = [[text(say(captions.TAB), bold)], [text(say(captions.WHAT), bold)]]
        heads.append([text(say(captions.PAGES), self.bold_right)])
        return [Table(Row(heads, self.voice.styles.unit, rule=2.0), rows)]

    def _plain(self, kind: Kind, words: Words) -> list[Row]:
        """Return the row of a piece that is no exhibit; none where the packet has no such piece."""
        found = self.layout.of(kind)
        if found is None:
            return []
        pages = text(safe(self._pages(found.first, found.last)), self.right)
        columns: list[list[Any]] = [[], [text(self.voice.marked(words), self.base)], [pages]]
        return [Row(columns, self.voice.styles.unit, found.piece.key)]

    def _row(self, one: Entry) -> Row:
        told = [text(safe(shortened(self._title(one), _SHORT)), self.base)]
        told += [text(each, self.small) for each in self._about(one)]
        pages = text(safe(self._pages(*self.layout.exhibit(one.place))), self.right)
        columns = [[text(one.letter, self.bold)], told, [pages]]
        return Row(columns, self.voice.styles.unit, Piece(Kind.TAB, one.place).key)

    def _about(self, one: Entry) -> list[str]:
        exhibit, found = one.exhibit, []
        told = (exhibit.whose, exhibit.date, exhibit.author)
        whose, date, author = (shortened(each.strip(), _BESIDE) for each in told)
        said = [captions.about(whose)] if whose else []
        said += [captions.made(date, author)] if date or author else []
        if said:
            found.append(self.voice.marked(Together(tuple(said), "; ")))
        english = self.layout.of(Kind.ENGLISH, one.place)
        certificate = self.layout.of(Kind.CERTIFICATE, one.place)
        if english is not None and certificate is not None:
            first, last = self._ends(english.first, certificate.last)
            found.append(self.voice.marked(captions.translated(self._language(one), first, last)))
        return found

    def _country(self) -> list[Any]:
        rows = [self._row(each) for each in self.entries if each.exhibit.country]
        about = text(self.voice.marked(captions.COUNTRY_ABOUT), self.base)
        gap = Spacer(1, self.voice.styles.unit * 2)
        return [*self._headed(captions.COUNTRY), about, gap, *self._under_heads(rows)]

    # One exhibit

    def _tab(self, one: Entry) -> list[Any]:
        body, title = self.voice.styles.body, self._title(one)
        grown = 1.3 if len(title) <= _SHORT else 1.0
        word = ParagraphStyle("word", parent=self.center, fontSize=body * 2, leading=body * 3)
        large = ParagraphStyle("large", parent=self.center, fontSize=body * _TAB, leading=body * _TAB * 1.3)
        name = ParagraphStyle(
            "name", parent=self.center, fontSize=body * grown, leading=body * grown * 1.3, spaceBefore=body
        )
        plain = ParagraphStyle("plain", parent=self.center, fontName=fonts.TEXT, leading=body * 1.6)
        first, last = self._ends(*self.layout.exhibit(one.place))
        return [
            Spacer(1, _DOWN if len(title) <= _SHORT else _DOWN / 2),
            text(self.voice.marked(captions.TAB), word),
            text(one.letter, large),
            text(safe(title), name),
            *(text(each, plain) for each in self._about(one)),
            text(self.voice.marked(captions.pages(first, last)), plain),
        ]

    def _page(self, key: str, *blocks: Any) -> list[Any]:
        return held(self.setter.page(FilledPage(key, key, Look.COURT, Speaks.FILING, blocks)), SAFE[0])

    def _ours(self, words: Words) -> tuple[Run, ...]:
        return (Run(self.voice.locale.render(words), Ink.ANSWER),)

    def _english(self, one: Entry) -> list[Any]:
        """Return the English that was typed; else lines to write it on, as many as one page has room for."""
        name = shortened(self._title(one), _SHORT)
        head = Said("head", Style.CENTER, self._ours(captions.ENGLISH))
        said = f"{self.voice.locale.render(captions.exhibit(one.letter))}: {name}"
        what = Said("what", Style.STRONG, (Run(said, Ink.ANSWER),))
        paragraphs = tuple(each.strip() for each in one.exhibit.english.split("\n") if each.strip())
        if paragraphs:
            return self._page("english", head, what, OwnWords("text", (), paragraphs, 0))
        made, count = list[Any](), _LINES
        while not made or (count and len(leaves(made)) > 1):
            made = self._page("english", head, what, Blank("text", (), count))
            count -= 1
        return made

    def _certificate(self, one: Entry) -> list[Any]:
        name = one.exhibit.translator.strip() or "_" * 30
        accurate = captions.ACCURATE.with_values(letter=one.letter, title=self._title(one))
        language = self._language(one) if translates(one.exhibit.language) else captions.BLANK
        competent = captions.COMPETENT.with_values(language=language)
        return self._page(
            "certificate",
            Said("head", Style.CENTER, self._ours(captions.CERTIFICATE)),
            Said("able", Style.TEXT, self._ours(competent)),
            Said("true", Style.TEXT, self._ours(accurate)),
            Signed(
                "sign",
                (Run(f"{self.voice.locale.render(captions.NAME)} {name}", Ink.ANSWER),),
                (self._ours(captions.ADDRESS), self._ours(captions.TELEPHONE)),
            ),
        )
