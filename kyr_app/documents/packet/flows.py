"""What the packet's own pages say, in one language: index, country list, tabs, translations, certificates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Spacer
from reportlab.platypus import Table as Plate

from kyr_app.content.tokens import theme
from kyr_app.documents import captions_packet as captions
from kyr_app.documents import fonts
from kyr_app.documents.court import geometry
from kyr_app.documents.filled import Blank, FilledPage, Ink, OwnWords, Run, Said, Signed, Style
from kyr_app.documents.form import PLAIN
from kyr_app.documents.markup import safe
from kyr_app.documents.packet.layout import SAFE, Kind, Layout, Piece
from kyr_app.documents.setting import Setter
from kyr_app.documents.voice import Voice, voices
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
_LINES = 22
"""Lines on a page for English that is still to come."""
_SHARES = (0.12, 0.66, 0.22)
"""The columns of the index."""


class Entry(Struct, frozen=True):
    """An exhibit as the index has it: at which place, what it is called; `number` says which page is which number."""

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
    """Makes the flowables of a packet's own pages. `shown` returns the label of a page by its number from 1."""

    def __init__(
        self, locale: Locale, entries: Sequence[Entry], layout: Layout, shown: Callable[[int], str]
    ) -> None:
        self.voice: Voice = voices((locale,), theme().paper.body)[0]
        self.entries, self.layout, self.shown = entries, layout, shown
        body = self.voice.styles.body
        self.base = ParagraphStyle("base", parent=self.voice.styles.text, leading=body * 1.25, spaceAfter=0)
        self.right = ParagraphStyle("right", parent=self.base, alignment=TA_RIGHT)
        self.center = ParagraphStyle("center", parent=self.base, alignment=TA_CENTER, fontName=fonts.BOLD)
        self.setter = Setter(self.voice, geometry(Paper.LETTER), double=True)

    def of(self, piece: Piece) -> list[Any]:
        """Return a piece; nothing for what is placed."""
        one = next((each for each in self.entries if each.place == piece.place), None)
        if piece.kind is Kind.INDEX:
            return self._index()
        if piece.kind is Kind.COUNTRY:
            return self._country()
        if one is None:
            return []
        made = {Kind.TAB: self._tab, Kind.ENGLISH: self._english, Kind.CERTIFICATE: self._certificate}
        return made[piece.kind](one) if piece.kind in made else []

    # Words

    def _title(self, one: Entry) -> str:
        return self.voice.locale.render(one.title or captions.NO_TITLE)

    def _pages(self, first: int, last: int) -> str:
        start, end = self.shown(first), self.shown(last)
        return start if start == end else f"{start}–{end}"

    def _language(self, one: Entry) -> Words:
        return captions.LANGUAGES.get(one.exhibit.language, "_" * 16)

    def _link(self, text: str, piece: Piece) -> str:
        return f'<a href="#{piece.key}" color="black">{text}</a>'

    # Index and country list

    def _index(self) -> list[Any]:
        say = self.voice.marked
        heads = [f"<b>{say(each)}</b>" for each in (captions.TAB, captions.WHAT, captions.PAGES)]
        rows = [
            [Paragraph(heads[0], self.base), Paragraph(heads[1], self.base), Paragraph(heads[2], self.right)]
        ]
        rows += [self._row(each) for each in self.entries]
        for kind, words in ((Kind.ORDER, captions.ORDER), (Kind.SERVICE, captions.SERVICE)):
            found = self.layout.of(kind)
            if found is not None:
                title = self._link(say(words), found.piece)
                rows.append(["", Paragraph(title, self.base), self._numbers(found.first, found.last)])
        return [*self._headed(captions.INDEX), self._plate(rows)]

    def _headed(self, words: Words) -> list[Any]:
        return [Paragraph(self.voice.marked(words), self.center), Spacer(1, self.voice.styles.unit * 2)]

    def _numbers(self, first: int, last: int) -> Paragraph:
        return Paragraph(safe(self._pages(first, last)), self.right)

    def _row(self, one: Entry) -> list[Any]:
        tab = Piece(Kind.TAB, one.place)
        told = [Paragraph(self._link(safe(self._title(one)), tab), self.base)]
        told += [Paragraph(each, self.voice.styles.small) for each in self._about(one)]
        name = Paragraph(f"<b>{self._link(one.letter, tab)}</b>", self.base)
        return [name, told, self._numbers(*self.layout.exhibit(one.place))]

    def _about(self, one: Entry) -> list[str]:
        exhibit, found = one.exhibit, []
        if exhibit.date or exhibit.author:
            found.append(self.voice.marked(captions.made(exhibit.date, exhibit.author)))
        english = self.layout.of(Kind.ENGLISH, one.place)
        certificate = self.layout.of(Kind.CERTIFICATE, one.place)
        if english is not None and certificate is not None:
            first, last = self.shown(english.first), self.shown(certificate.last)
            found.append(self.voice.marked(captions.translated(self._language(one), first, last)))
        return found

    def _plate(self, rows: list[list[Any]]) -> Plate:
        plate = Plate(rows, [SAFE[0] * share for share in _SHARES], repeatRows=1, hAlign="LEFT")
        rule, unit = theme().paper.rule, self.voice.styles.unit
        plate.setStyle(
            [
                *PLAIN,
                ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("RIGHTPADDING", (0, 0), (-2, -1), unit),
                ("TOPPADDING", (0, 0), (-1, -1), unit * 0.7),
                ("BOTTOMPADDING", (0, 0), (-1, -1), unit * 0.7),
                ("LINEBELOW", (0, 0), (-1, 0), rule * 2, black),
                ("LINEBELOW", (0, 1), (-1, -1), rule, black),
            ]
        )
        return plate

    def _country(self) -> list[Any]:
        own = [each for each in self.entries if each.exhibit.country]
        about = Paragraph(self.voice.marked(captions.COUNTRY_ABOUT), self.base)
        gap = Spacer(1, self.voice.styles.unit * 2)
        return [*self._headed(captions.COUNTRY), about, gap, self._plate([self._row(each) for each in own])]

    # One exhibit

    def _tab(self, one: Entry) -> list[Any]:
        body = self.voice.styles.body
        word = ParagraphStyle("word", parent=self.center, fontSize=body * 2, leading=body * 3)
        large = ParagraphStyle("large", parent=self.center, fontSize=body * _TAB, leading=body * _TAB * 1.3)
        name = ParagraphStyle("name", parent=self.center, fontSize=body * 1.3, leading=body * 1.7)
        plain = ParagraphStyle("plain", parent=self.center, fontName=fonts.TEXT, leading=body * 1.6)
        first, last = (self.shown(each) for each in self.layout.exhibit(one.place))
        about = [Paragraph(each, plain) for each in self._about(one)]
        pages = Paragraph(self.voice.marked(captions.pages(first, last)), plain)
        return [
            Spacer(1, _DOWN),
            Paragraph(self.voice.marked(captions.TAB), word),
            Paragraph(one.letter, large),
            Spacer(1, body),
            Paragraph(safe(self._title(one)), name),
            *about,
            pages,
        ]

    def _page(self, key: str, *blocks: Any) -> list[Any]:
        return self.setter.page(FilledPage(key, key, Look.COURT, Speaks.FILING, blocks))

    def _ours(self, words: Words) -> tuple[Run, ...]:
        return (Run(self.voice.locale.render(words), Ink.ANSWER),)

    def _english(self, one: Entry) -> list[Any]:
        head = Said("head", Style.CENTER, self._ours(captions.ENGLISH))
        what = (
            Run(f"{self.voice.locale.render(captions.exhibit(one.letter))}: {self._title(one)}", Ink.ANSWER),
        )
        text = one.exhibit.english.strip()
        paragraphs = tuple(each.strip() for each in text.split("\n") if each.strip())
        body = OwnWords("text", (), paragraphs, 0) if text else Blank("text", (), _LINES)
        return self._page("english", head, Said("what", Style.STRONG, what), body)

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
