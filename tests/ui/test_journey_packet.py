"""J11, the packet before a judge: photos and PDFs come in, are made readable, described, put together, read back."""

import datetime as dt
import re
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest

from kyr_app.model.packet import WHOLE, Tone
from kyr_app.session.session import Session
from kyr_app.store import drives
from kyr_app.store.drive import Drive
from kyr_app.ui import saving
from kyr_app.ui.desk import Place
from kyr_app.ui.exhibits import KINDS
from tests.ui.conftest import TODAY, clipped, settle
from tests.ui.packing import answer_all, done, until
from tests.unit.packet import looking, material
from tests.unit.packet.pictures import jpeg, on_table, paper

ALT = Qt.KeyboardModifier.AltModifier
LETTER = (612.0, 792.0)
KNOWN = {
    "first_name": "Persona",
    "last_name": "de Ejemplo",
    "a_number": "000-000-000",
    "phone": "555-0100",
    "home_street": "Calle 12",
    "home_city": "Tijuana",
    "home_country": "México",
    "mail_same": "yes",
    "detained": "no",
    "court_name": "San Diego Immigration Court",
    "court_address": "880 Front Street, San Diego, CA",
    "judge_name": "Ejemplo",
    "hearing_date": dt.date(2027, 3, 15),
    "hearing_kind": "individual",
    "opla_address": "880 Front Street, Room 2246, San Diego, CA",
    "server_name": "Ana de Ejemplo",
    "service_method": "mail",
}
KIND = KINDS[0][1]
"""A birth certificate, in the list of what many papers are."""
NOT_SAID = {
    "first_name",
    "last_name",
    "court_address",
    "mail_same",
    "detained",
    "hearing_kind",
    "service_method",
}
"""What stands there in other words."""
ENGLISH = "BIRTH RECORD of Persona de Ejemplo, born in the year 2001."


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """A stick with a camera's folder: two photos, a PDF of three pages, a sheet in English, and a damaged file."""
    stick = tmp_path / "KINGSTON"
    camera = stick / "DCIM" / "100MEDIA"
    camera.mkdir(parents=True)
    (camera / "IMG_1.jpg").write_bytes(jpeg(on_table((600, 800))))
    (camera / "IMG_2.jpg").write_bytes(jpeg(paper().resize((425, 550))))
    (camera / "IMG_3.jpg").write_bytes(b"\xff\xd8 damaged")
    (camera / "IMG_4.pdf").write_bytes(material.PDFS["text.pdf"][0]())
    found = (Drive(stick, stick.name, removable=True, free=7_000_000_000, writable=True),)
    monkeypatch.setattr(drives, "drives", lambda: found)
    monkeypatch.setattr(saving, "shelters", lambda: [saving.Shelter(stick, stick.name, "hard-drive")])
    return stick


class Read:
    """A PDF as Qt reads it: nothing that made it takes part."""

    def __init__(self, data):
        self.data, self._document, self._buffer = data, QPdfDocument(), QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.pages = [
            " ".join(self._document.getAllText(at).text().split()) for at in range(self._document.pageCount())
        ]

    @property
    def sizes(self):
        every = (self._document.pagePointSize(at) for at in range(len(self.pages)))
        return {(each.width(), each.height()) for each in every}

    def strays(self):
        """Return what is wrong with each page: content outside of the margins, or no stamp."""
        wide, high = (round(each * looking.DPI / 72) for each in LETTER)
        for at in range(len(self.pages)):
            seen = self._document.render(at, QSize(wide, high))
            white = QImage(seen.size(), QImage.Format.Format_Grayscale8)
            white.fill(Qt.GlobalColor.white)
            painter = QPainter(white)
            painter.drawImage(0, 0, seen)
            painter.end()
            rows = [bytes(white.constScanLine(y))[:wide] for y in range(high)]
            found = looking.strays(Image.frombytes("L", (wide, high), b"".join(rows)))
            if found:
                yield at + 1, found

    def at(self, words):
        """Return the numbers of the pages on which words stand, from 1."""
        return [at for at, page in enumerate(self.pages, 1) if words in page]


@pytest.mark.parametrize("language", ["es", "en"])
def test_j11_from_photos_to_what_the_court_takes(open_window, content, stick, language):
    session = Session(content, today=TODAY)
    session.use_language(language)
    session.story.begin()
    window = open_window(session)
    bring(window)
    make_readable(window)
    describe(window)
    put_in_order(window)
    put_together(window)
    filed, copy, before = save(window, stick)
    takes_the_court(filed)
    has_no_empty_box(filed)
    matches(copy, filed, session.locale_of("es").render(KIND))
    assert "1 de marzo de 2027" in " ".join(before.pages)  # fifteen days before the hearing
    assert before.at("Anexo A: su traducción al inglés")


def takes_the_court(filed):
    """Letter, numbered through, an index that tells the truth, English or a certificate for each, proof of service."""
    pages = filed.pages
    assert filed.sizes == {LETTER}
    assert [page.split()[-1] for page in pages] == [str(each) for each in range(1, len(pages) + 1)]
    assert list(filed.strays()) == []
    index = pages[1]
    order = ("School record", "Birth certificate", "Photo of the house")
    assert "Constancia" not in index  # what is filed is in English, whoever sits in front of the window
    for letter, title in zip("ABC", order, strict=True):
        first, last = map(int, re.search(rf"{letter} {title}.*? (\d+)–(\d+)", index).groups())
        own = [at for at, page in enumerate(pages, 1) if page.endswith(f"Exhibit {letter} {at}")]
        assert own == list(range(first, last + 1)), letter
        assert pages[first - 1].startswith(f"TAB {letter} {title}")
    certified = filed.at("CERTIFICATE OF TRANSLATION")
    assert [pages[at - 1].rpartition("Exhibit ")[2][0] for at in certified] == ["A", "B"]
    assert filed.at("ENGLISH TRANSLATION") == [at - 1 for at in certified]
    assert ENGLISH in pages[certified[1] - 2]
    assert filed.at("PROOF OF SERVICE") == [len(pages)]
    assert filed.at("Copia para usted") == []


def has_no_empty_box(filed):
    """What was answered stands on the court's own pages, and no field of a form is left in it."""
    own = filed.pages[0] + filed.pages[-1]
    said = [value for name, value in KNOWN.items() if isinstance(value, str) and name not in NOT_SAID]
    assert [value for value in said if value not in own] == []
    assert "March 15, 2027" in own
    assert "NON-DETAINED" in own
    assert "{" not in own
    with pikepdf.open(BytesIO(filed.data)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert len(pdf.open_outline().root) >= 5  # cover, index, three exhibits


def matches(copy, filed, kind):
    """The copy to read has the same page under each number, in Spanish, and says on each that it is not to be filed."""
    assert copy.sizes == {LETTER}
    assert list(copy.strays()) == []
    assert copy.at("Copia para usted") == list(range(1, len(copy.pages) + 1))
    assert len(copy.pages) == len(filed.pages)
    for english, spanish in (
        ("INDEX OF EXHIBITS", "ÍNDICE DE ANEXOS"),
        ("PROOF OF SERVICE", "CONSTANCIA DE ENTREGA"),
    ):
        assert copy.at(spanish) == filed.at(english)
    for at, (one, other) in enumerate(zip(filed.pages, copy.pages, strict=True), 1):
        assert one.split()[-1] == other.split()[-1] == str(at)
        letter = re.search(r"Exhibit ([A-C]) \d+$", one)
        assert (letter is None) == (re.search(r"Anexo ([A-C]) Copia", other) is None)
        assert letter is None or f"Anexo {letter[1]} " in other
    assert all(title in copy.pages[1] for title in ("Constancia de Ejemplo", kind))


def bring(window):
    """From Home to the packet, and all of the stick into it; what is damaged is told."""
    window.shown.cards[Place.PREPARE].click()
    window.shown.cards["packet"].click()
    window.shown.page.begin.click()
    stick = next(card for key, card in window.shown.page.cards.items() if "KINGSTON" in key)
    stick.click()
    until(lambda: hasattr(window.shown.page, "every"))
    window.shown.page.every.click()
    until(lambda: not window.shown.bringing.under_way)
    page = window.shown.page
    assert [each.called for each in window.shown.refused] == ["IMG_3.jpg"]
    assert not clipped(window)
    page.refused.done.click()
    assert [len(each.sheets) for each in window.session.packet.packet.exhibits] == [1, 1, 3]


def make_readable(window):
    """The photo of a sheet on a table: its corners are found, and it is made clear for a copier."""
    window.shown.page.list.rows[1].card.click()
    screen = window.shown
    screen.page.buttons["find"].click()
    until(lambda: screen.draft is not None)
    screen.page.buttons["use"].click()
    screen.page.tones.buttons["clear"].click()
    sheet = window.session.packet.exhibit(1).sheets[0]
    assert (sheet.corners == WHOLE, sheet.tone) == (False, Tone.CLEAR)


def describe(window):
    """What each of the three is: one in Spanish with its English, one without words, one whose English is not there."""
    screen = window.shown
    screen.foot.next.click()
    page = screen.page
    page.kinds_fold.ask.click()
    page.kinds[0].click()  # a birth certificate, in both languages at once
    for field, words in (("date", "2001"), ("author", "Registro Civil")):
        QTest.keyClicks(page.lines[field], words)
    page.languages.buttons["es"].click()
    QTest.keyClicks(page.english, ENGLISH)
    QTest.keyClicks(page.lines["translator"], "Ana de Ejemplo")
    page.card_fold.ask.click()
    page.cards[1].click()
    page.item_fold.ask.click()
    item = next(iter(page.items))
    page.items[item].click()
    assert window.session.plan.ticked("evidence", item)
    screen.foot.next.click()
    for number, title, english, language in (
        (2, "", "Photo of the house", "zxx"),
        (3, "Constancia de Ejemplo", "School record", "es"),
    ):
        window.shown.page.list.rows[number].card.click()
        window.shown.foot.next.click()
        QTest.keyClicks(window.shown.page.lines["title"], title)
        QTest.keyClicks(window.shown.page.lines["title_en"], english)
        window.shown.page.languages.buttons[language].click()
        window.shown.foot.next.click()


def put_in_order(window):
    """The letter of the school goes first, by keyboard."""
    card = window.shown.page.list.rows[3].card
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_PageUp, ALT)
    assert [each.number for each in window.session.packet.packet.exhibits] == [3, 1, 2]


def put_together(window):
    """The pages of the court ask what they need, once; then nothing but the English of one letter is missing."""
    window.shown.foot.next.click()
    done(window.shown)
    window.shown.page.missing.ask.click()
    answer_all(window, KNOWN)
    window.shown.foot.next.click()
    assert window.place is Place.ASSEMBLE
    done(window.shown)
    assert window.shown.page.missing.ask is None
    assert len(window.shown.page.missing.ways) == 1
    assert not clipped(window)


def save(window, stick):
    """The files go to the stick under names that tell nothing; return them as they lie there, in order."""
    screen = window.shown
    told = screen.counted
    screen.foot.next.click()
    done(screen)
    assert [each.pages for each in screen.made] == [told.total]
    screen.back()
    done(screen)
    screen.keep.click()
    done(screen)
    screen.page.places.cards[0].click()
    settle()
    names = [f"hoja-2026-11-22{end}.pdf" for end in ("", "-2", "-3")]
    assert sorted(path.name for path in stick.glob("*.pdf")) == sorted(names)
    filed, copy, before = (Read((stick / name).read_bytes()) for name in names)
    assert (len(filed.pages), len(copy.pages)) == (told.packet, told.reading)
    return filed, copy, before
