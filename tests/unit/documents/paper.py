"""A lesson with every kind of block, and what a test can read from a PDF."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cached_property
from io import BytesIO

import pikepdf
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kyr_app import places
from kyr_app.content.library import Library, Shelf
from kyr_app.documents.lessons.job import HandoutJob
from kyr_app.i18n import catalogs
from kyr_app.model.block import (
    Choice,
    Heading,
    Item,
    Items,
    Option,
    Paragraph,
    Phrase,
    Row,
    Steps,
    Table,
    Warning,  # noqa: A004
)
from kyr_app.model.fact import Confidence, Fact, Volatility
from kyr_app.model.glossary import Term
from kyr_app.model.lesson import Lesson, Moment, Point
from kyr_app.model.settings import Edition, Paper
from kyr_app.model.text import Text

DAY = dt.date(2026, 11, 25)
POINTS_TO_MM = 25.4 / 72


def both(es: str, en: str) -> Text:
    return Text(es, en)


def item(name: str, es: str, en: str, icon: str = "") -> Item:
    return Item(id=name, text=both(es, en), icon=icon)


BLOCKS = (
    Heading(id="h", text=both("Un subtítulo", "A small title")),
    Paragraph(
        id="p",
        icon="house",
        facts=("f1",),
        text=both("La [[judge|jueza]] **escucha**.", "The [[judge|judge]] **listens**."),
    ),
    Items(
        id="l",
        facts=("f2",),
        items=(item("a", "Agua limpia", "Clean water", "drop"), item("b", "Pan", "Bread")),
    ),
    Steps(
        id="s",
        practice=True,
        items=tuple(item(f"s{n}", f"Paso {word}", f"Step {word}", "path") for n, word in enumerate("ABC")),
    ),
    Warning(id="w", practice=True, text=both("No firme sin leer.", "Do not sign unread.")),
    Phrase(
        id="ph",
        practice=True,
        say=both("Quiero un abogado.", "I want a lawyer."),
        note=both("Despacio.", "Slowly."),
    ),
    Table(
        id="t",
        practice=True,
        columns=(both("Papel", "Paper"), both("Para qué", "What for")),
        rows=(Row(id="r1", cells=(both("Acta", "Record"), both("Edad", "Age"))),),
    ),
    Choice(
        id="c",
        practice=True,
        question=both("¿Qué pide?", "What do you ask for?"),
        options=(
            Option(id="x", text=both("Nada", "Nothing"), reply=both("Puede pedir.", "You may ask.")),
            Option(id="y", text=both("Agua", "Water"), reply=both("Eso es.", "That is it."), right=True),
        ),
    ),
)
FACTS = (
    Fact(id="f1", topic="t", statement="s", citation="8 CFR 1003.22", source="s", as_of="2026-06-25",
         volatility=Volatility.STABLE, confidence=Confidence.HIGH),
    Fact(id="f2", topic="t", statement="s", citation="Case v. Case", source="unverified", as_of="2025",
         volatility=Volatility.IN_LITIGATION, confidence=Confidence.MEDIUM),
)  # fmt: skip
TERMS = (Term(id="judge", term=both("jueza", "judge"), meaning=both("Quien decide.", "Who decides.")),)


def lesson(blocks: Sequence[object] = BLOCKS, name: str = "made", points: int = 2) -> Lesson:
    return Lesson(
        id=name,
        order=1,
        moment=Moment.COURT,
        icon="house",
        title=both("Título de prueba", "Test title"),
        neutral_title=both("Cosas de familia", "Family matters"),
        summary=both("De qué se trata.", "What it is about."),
        minutes=5,
        reviewed=dt.date(2026, 11, 22),
        good_until=dt.date(2027, 2, 20),
        points=tuple(
            Point(
                id=f"p{n}",
                title=both(f"Punto {n}", f"Point {n}"),
                icon="flag",
                short=both("Corto.", "Short."),
                blocks=blocks,  # type: ignore[arg-type]
            )
            for n in range(1, points + 1)
        ),
        teach_back=BLOCKS[-1],  # type: ignore[arg-type]
    )


def shelf(*lessons: Lesson) -> Library:
    empty = dict.fromkeys(Shelf.__struct_fields__, ())
    return Library(
        Shelf(**{**empty, "format": 1, "built": DAY, "lessons": lessons, "terms": TERMS, "facts": FACTS})
    )


def job(
    *lessons: Lesson,
    languages: Sequence[str] = ("es",),
    paper: Paper = Paper.LETTER,
    today: dt.date = DAY,
    library: Library | None = None,
    edition: Edition = Edition.STANDARD,
    copies: int = 1,
) -> HandoutJob:
    return HandoutJob(
        lessons=lessons,
        library=library or shelf(*lessons),
        locales=tuple(catalogs.load(each, places.translations()) for each in languages),
        paper=paper,
        today=today,
        edition=edition,
        copies=copies,
    )


class Read:
    """A PDF opened by another program than the one that wrote it."""

    def __init__(self, pdf: bytes) -> None:
        self.bytes = pdf
        self._qt = QPdfDocument()
        source = QBuffer(self._qt)  # goes when the document goes
        source.setData(QByteArray(pdf))
        source.open(QBuffer.OpenModeFlag.ReadOnly)
        self._qt.load(source)
        self.raw = pikepdf.open(BytesIO(pdf))

    @cached_property
    def pages(self) -> list[str]:
        return [self._qt.getAllText(n).text().replace("\r\n", "\n") for n in range(self._qt.pageCount())]

    @cached_property
    def text(self) -> str:
        return "\n".join(self.pages)

    @cached_property
    def letters(self) -> str:
        return only_letters(self.text)

    def place(self, page: int, words: str) -> QRectF:
        """Where words stand on a page, in points from its upper left corner."""
        at = self._qt.getAllText(page).text().index(words)
        return self._qt.getSelectionAtIndex(page, at, len(words)).boundingRectangle()

    def ink(self, page: int, dots: int = 72) -> tuple[float, float, float, float]:
        """How far from each edge the ink of a page stays, in millimetres: left, top, right, bottom."""
        image = self.image(page, dots)
        left, top, right, bottom = ImageChops.invert(image.convert("L")).getbbox() or (0, 0, 0, 0)
        far = (left, top, image.width - right, image.height - bottom)
        return tuple(each / dots * 25.4 for each in far)  # type: ignore[return-value]

    def image(self, page: int, dots: int = 100) -> Image.Image:
        size = self._qt.pagePointSize(page)
        wanted = QSize(round(size.width() * dots / 72), round(size.height() * dots / 72))
        white = QImage(wanted, QImage.Format.Format_RGB32)
        white.fill(QColor("white"))
        painter = QPainter(white)
        painter.drawImage(0, 0, self._qt.render(page, wanted))
        painter.end()
        flat = white.convertToFormat(QImage.Format.Format_RGB888)
        return Image.frombuffer(
            "RGB",
            (flat.width(), flat.height()),
            bytes(flat.constBits()),
            "raw",
            "RGB",
            flat.bytesPerLine(),
            1,
        )


def only_letters(text: str) -> str:
    """Letters and digits alone: line breaks, hyphens and icons make no difference."""
    return re.sub(r"[\W_]+", "", text)
