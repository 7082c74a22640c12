"""How a packet names things: languages as a family says them, dates, whose it is, and pages as a reader calls them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec import structs

from kyr_app.documents.packet import captions, marks
from kyr_app.session.making import packet as making
from kyr_app.session.packet.choices import Choices
from kyr_app.session.session import Session
from tests.unit.packet import looking
from tests.unit.packet.pictures import jpeg, paper

pytestmark = pytest.mark.skipif(not Path("/usr/bin/pdftotext").exists(), reason="needs poppler")


@pytest.fixture(scope="module")
def session() -> Session:
    """A packet of three papers, one of them about the country."""
    made, page = Session(), jpeg(paper().resize((212, 275)))
    for number in (1, 2, 3):
        packet, _ = made.packet.packet.with_new(made.packet._album.keep([page]))
        made.packet.use(packet, "brought")
        made.packet.describe(number, title=f"Hoja {number}", title_en=f"Sheet {number}", language="en")
    made.packet.describe(
        1, language="Francés", date="2024-05-03", author="Registro", whose="Persona de Ejemplo"
    )
    made.packet.describe(2, country=True)
    return made


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("fr", "French"),
        ("FR ", "French"),
        ("francés", "French"),
        ("French", "French"),
        ("Garífuna", "Garífuna"),
        ("mam", "Mam"),
        ("xx", captions.BLANK),
        ("", captions.BLANK),
    ],
)
def test_a_language_is_named_however_it_was_said(session: Session, said: str, english: str) -> None:
    locales = [session.locale_of(each) for each in ("en", "es")]
    assert locales[0].render(captions.language(said, locales)) == english


def test_what_is_filed_says_it_in_english_and_the_copy_in_spanish(session: Session) -> None:
    filed = "\n".join(looking.texts(making.job(session).run()))
    copy = "\n".join(looking.texts(making.job(session, reading=True).run()))
    assert "about Persona de Ejemplo; May 3, 2024, by Registro" in filed
    assert "translate from French into English" in filed
    assert "3 de mayo de 2024" in copy
    assert "de francés a inglés" in copy.replace("Francés", "francés")


def test_the_index_names_the_list_of_country_information(session: Session) -> None:
    index = looking.texts(making.job(session).run())[1]
    assert index.index("List of country information") < index.index("Sheet 1")


def shown(pdf: bytes) -> list[str]:
    """Return what a reader of PDFs calls each page."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [str(page.label) for page in opened.pages]


def test_a_reader_of_pdfs_calls_each_page_as_it_is_numbered_on_paper(session: Session) -> None:
    filed = making.job(session)
    pages = [page.rstrip().split()[-1] for page in looking.texts(filed.run())]
    assert shown(filed.run()) == pages
    parts = structs.replace(filed, most=len(filed.run()) * 4 // 5).files()
    assert len(parts) > 1
    assert [label for part in parts for label in shown(part)] == pages


@pytest.mark.parametrize(
    "labels",
    [["1", "2", "3"], ["4", "5"], ["1", "2–3", "4", "5"], ["7", "7a", "7b", "8"], ["3", "3", "9"], []],
)
def test_labels_of_every_sort_are_kept(labels: list[str]) -> None:
    with pikepdf.new() as pdf:
        for _ in labels or [""]:
            pdf.add_blank_page()
        made = marks.saved(pdf, (), "x", Session().locale_of("en"), labels)
    assert shown(made) == (labels or ["1"])


def test_very_long_names_leave_a_tab_on_one_page(session: Session) -> None:
    long = Session()
    long.packet.use(session.packet.packet, "brought")
    long.packet._album._here = dict(session.packet._album._here)
    words: dict[str, Any] = dict.fromkeys(("title", "title_en", "date", "author", "whose"), "W" * 300)
    long.packet.describe(1, **words)
    plain = len(looking.texts(making.job(session, Choices()).run()))
    pages = looking.texts(making.job(long, Choices()).run())
    assert len(pages) == plain
    assert "…" in pages[1]  # the index is short


def test_what_a_person_typed_as_a_language_is_no_markup(session: Session) -> None:
    english = session.locale_of("en")
    assert english.render(captions.language("<b>x</b> [[a]]", [english])) != "x"
