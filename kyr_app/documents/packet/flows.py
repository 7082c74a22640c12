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
from kyr_app.model.text import Words
from kyr_app.rules.exhibits import translates

_TAB = 6.0
"""How high the letter of a tab is, in letter heights."""
_DOWN = 190.0
"""Points from the margin at the top to the word on a tab."""
_LINES = 24
"""At most so many lines on a page for English that is still to come."""
_MOST = 300
"""So many letters of a name stand in the index; all of it stands on the tab."""
_SHORT = 160
"""A name of so many letters is set large on a tab."""


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
    """Makes a packet's own pages, not drawn yet. `shown` returns the label of a page by its number from 1."""

    def __init__(
        self, locale: Locale, entries: Sequence[Entry], layout: Layout, shown: Callable[[int], str]
    ) -> None:
        self.voice: Voice = voices((locale,), theme().paper.body)[0]
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
        return captions.LANGUAGES.get(one.exhibit.language, "_" * 16)

    # Index and country list

    def _index(self) -> list[Any]:
        rows = [self._row(each) for each in self.entries]
        for kind, words in ((Kind.ORDER, captions.ORDER), (Kind.SERVICE, captions.SERVICE)):
            found = self.layout.of(kind)
            if found is not None:
                title = text(self.voice.marked(words), self.base)
                rows.append(self._plain((), title, self._pages(found.first, found.last), found.piece.key))
        return [*self._headed(captions.INDEX), *self._under_heads(rows)]

    def _headed(self, words: Words) -> list[Any]:
        return [text(self.voice.marked(words), self.center), Spacer(1, self.voice.styles.unit * 2)]

    def _under_heads(self, rows: Sequence[Row]) -> list[Any]:
        """Return rows under their heads, which stand on every page again."""
        say, bold = self.voice.marked, self.bold
        heads = [[text(say(captions.TAB), bold)], [text(say(captions.WHAT), bold)]]
        heads.append([text(say(captions.PAGES), self.bold_right)])
        return [Table(Row(heads, self.voice.styles.unit, rule=2.0), rows)]

    def _plain(self, name: Sequence[Any], told: Any, pages: str, leads: str) -> Row:
        return Row([name, [told], [text(safe(pages), self.right)]], self.voice.styles.unit, leads)

    def _row(self, one: Entry) -> Row:
        told = [text(safe(shortened(self._title(one), _MOST)), self.base)]
        told += [text(each, self.small) for each in self._about(one)]
        pages = text(safe(self._pages(*self.layout.exhibit(one.place))), self.right)
        columns = [[text(one.letter, self.bold)], told, [pages]]
        return Row(columns, self.voice.styles.unit, Piece(Kind.TAB, one.place).key)

    def _about(self, one: Entry) -> list[str]:
        exhibit, found = one.exhibit, []
        if exhibit.date or exhibit.author:
            date, author = (shortened(each, _MOST) for each in (exhibit.date, exhibit.author))
            found.append(self.voice.marked(captions.made(date, author)))
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
        language = self._language(one) if translates(one.exhibit.language) else "_" * 16
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
