"""The packet's own pages: long and strange names, many exhibits, links in every file and in every set."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec import structs
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from kyr_app.documents.packet import marks
from kyr_app.documents.packet.job import CountJob, Sets, read
from kyr_app.documents.packet.layout import SAFE
from kyr_app.documents.packet.lines import Lines, broken, shortened, text
from kyr_app.documents.packet.paging import leaves
from kyr_app.documents.typesetting import fonts, lost
from kyr_app.documents.typesetting.markup import safe
from kyr_app.model.packet import letter
from kyr_app.session.making import packet as making
from kyr_app.session.packet.choices import Choices
from kyr_app.session.session import Session
from tests.soak.hostile import strings
from tests.unit.packet import looking
from tests.unit.packet.pictures import jpeg, paper

pytestmark = pytest.mark.skipif(not Path("/usr/bin/pdftotext").exists(), reason="needs poppler")


def filled(session: Session, count: int, **words: object) -> None:
    """Put so many exhibits of one small page into the packet."""
    packet = session.packet.packet
    for at in range(count):
        names = session.packet._album.keep([jpeg(paper(f"{at}").resize((170, 220)))])
        packet, made = packet.with_new(names)
        about = {"title": f"Paper {at + 1}", "language": "en", **words}
        packet = packet.with_changed(structs.replace(made, **about))
    session.packet.use(packet, "brought")


def test_whatever_is_typed_stays_inside_the_margins(session: Session, tmp_path: Path) -> None:
    typed = [*strings(tmp_path / "decoy"), "Ñandú, ¿qué pasó? — «así» ü", "muy larga " * 300, "x" * 5000]
    filled(session, len(typed))
    packet = session.packet.packet
    for at, words in enumerate(typed):
        about = {"title": words, "author": words[:400], "date": words[:60], "translate": at % 3 == 0}
        made = structs.replace(
            packet.exhibits[at], language="es", translator=words[:90], country=at % 5 == 0, **about
        )
        packet = packet.with_changed(made)
    session.packet.use(packet, "typed")
    for reading in (False, True):
        made = making.job(session, reading=reading).run()
        pages = looking.texts(made)
        assert looking.sound(made, tmp_path) == len(pages)
        wrong = [(at + 1, looking.strays(page)) for at, page in enumerate(looking.rendered(made, tmp_path))]
        assert [each for each in wrong if each[1]] == []
        assert "¿qué pasó?" in "".join(pages)
        with pikepdf.open(BytesIO(made)) as pdf:
            found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
            assert not [
                each for each in found if {"/URI", "/F", "/A"} & set(each.keys())
            ]  # nothing leads outside


def test_a_long_index_has_its_heads_on_every_page_and_goes_on_after_z(session: Session) -> None:
    filled(session, 60)
    pages = looking.texts(making.job(session).run())
    index = [page for page in pages[:8] if re.search(r"TAB\s+What it is\s+Pages", page)]
    assert len(index) >= 3
    rows = re.findall(r"^\s*([A-Z]{1,2})\s+Paper (\d+)\s+(\d+)–(\d+)\s*$", "\n".join(index), re.MULTILINE)
    assert [row[0] for row in rows] == [letter(at) for at in range(60)]
    first = len(index) + 2
    assert [(int(row[2]), int(row[3])) for row in rows] == [
        (first + 2 * at, first + 2 * at + 1) for at in range(60)
    ]
    assert re.search(r"Exhibit BH\s+\d+", pages[-2])


def test_the_index_of_the_copy_has_whole_words_and_plain_numbers(session: Session) -> None:
    filled(session, 1)
    session.packet.add_paper("declaration")
    index = looking.texts(making.job(session, reading=True).run())[1]
    assert re.search(r"^\s*ANEXO\s+Qué es\s+Páginas\s*$", index, re.MULTILINE)
    filed = looking.texts(making.job(session).run())[1]
    rows = re.compile(r"^\s*([AB])\s.*?(\d+)–(\d+)\s*$", re.MULTILINE)
    assert rows.findall(index) == rows.findall(filed)  # though the copy of a declaration has fewer pages
    assert len(rows.findall(index)) == 2


def ends(pdf: pikepdf.Pdf) -> dict[int, tuple[int, ...]]:
    """Return where the links of each page lead."""
    return marks.leads(list(pdf.pages))


def titles(pages: list[str]) -> dict[int, str]:
    """Return the letter of the tab on each page that is one."""
    found = {at: re.search(r"(?:TAB|ANEXO)\s+([A-Z]{1,2})\s", page) for at, page in enumerate(pages)}
    return {
        at: each[1]
        for at, each in found.items()
        if each and "What it is" not in pages[at] and "Qué es" not in pages[at]
    }


def test_each_set_has_links_and_marks_of_its_own(session: Session) -> None:
    filled(session, 3, country=True)
    job = making.collated(session, Sets(court=1, dhs=1, own=1, reading=True))
    made = job.run()
    counted = read(CountJob(packet=job.packet, sets=job.sets).run())
    tabs = titles(looking.texts(made))
    with pikepdf.open(BytesIO(made)) as pdf:
        assert len(pdf.pages) == counted.total
        begins = [
            0,
            counted.packet + 1,
            2 * (counted.packet + 1),
            3 * (counted.packet + 1),
        ]  # the last: the copy
        for start, stop in zip(begins, [*begins[1:], counted.total], strict=True):
            own = [to for at, found in ends(pdf).items() if start <= at < stop for to in found]
            assert len(own) == 1 + 3 + 1 + 3  # the index with the list of country information, and that list
            assert all(start <= to < stop for to in own)
            assert [tabs[to] for to in own if to in tabs] == ["A", "B", "C", "A", "B", "C"]
        with pdf.open_outline() as outline:
            numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
            assert [numbers[each.destination[0].objgen] for each in outline.root] == begins[:3]
            inside = [[one.title for one in each.children] for each in outline.root]
            assert inside[0] == inside[1] == inside[2][:-1]
            copy = [one.title for one in outline.root[2].children[-1].children]
            assert [each for each in copy if "Paper" in each] == ["A. Paper 1", "B. Paper 2", "C. Paper 3"]


def test_each_file_keeps_the_links_that_stay_in_it(session: Session) -> None:
    filled(session, 6, country=True)
    job = making.job(session)
    whole = looking.texts(job.run())
    made = structs.replace(job, most=80_000).files()
    assert 1 < len(made) < 6
    kept, letters = 0, list[str]()
    for each in made:
        tabs = titles(looking.texts(each))
        letters += tabs.values()
        with pikepdf.open(BytesIO(each)) as pdf:
            found = [to for found in ends(pdf).values() for to in found]
            kept += len(found)
            assert [tabs[to] for to in found if to in tabs] == [*tabs.values()] * 2 if found else True
    assert letters == list("ABCDEF")
    assert 0 < kept < 13
    assert sum(len(looking.texts(each)) for each in made) == len(whole)


STYLE = ParagraphStyle("plain", fontName=fonts.TEXT, fontSize=12, leading=15)


@pytest.mark.parametrize(
    "words",
    [
        "uno dos tres " * 40,
        "x" * 400,
        "corto",
        "a  b",
        "W" * 90 + " y " + "i" * 300,
        "https://a.example/" + "de/aqui/" * 40,
        "/" * 300,
    ],
)
def test_lines_break_where_paragraphs_do(words: str) -> None:
    fonts.register()
    found = broken(words, STYLE, 200.0)
    assert "".join(found).replace(" ", "") == words.replace(" ", "")
    assert all(fonts.width(line, STYLE.fontName, STYLE.fontSize) <= 200.0 for line in found)
    paragraph = Paragraph(words.strip(), STYLE)
    if "  " not in words and len(max(words.split(), key=len)) < 40:
        assert Lines(words.strip(), STYLE).wrap(200.0, 0)[1] == paragraph.wrap(200.0, 1e6)[1]


def test_an_address_is_torn_where_it_has_a_joint() -> None:
    fonts.register()
    lines = broken("https://ejemplo.example/" + "direccion/" * 20, STYLE, 200.0)
    assert len(lines) > 3
    assert all(line.endswith("/") for line in lines)


def test_text_is_parted_between_pages_and_none_is_lost() -> None:
    fonts.register()
    one = text("palabra " * 3000, STYLE)
    made = leaves([one])
    assert len(made) > 2
    assert " ".join(spot.what.words for leaf in made for spot in leaf).split() == ["palabra"] * 3000
    assert all(spot.lower >= 72.0 - 0.01 for leaf in made for spot in leaf)
    assert isinstance(text("a &amp; b", STYLE), Lines)
    assert text("a &amp; b", STYLE).words == "a & b"
    assert not isinstance(text("<b>a</b>", STYLE), Lines)
    assert leaves([]) == ((),)
    assert SAFE == (468.0, 648.0)


def test_names_are_cut_at_a_space() -> None:
    assert shortened("uno dos tres", 12) == "uno dos tres"
    assert shortened("uno dos tres", 11) == "uno dos…"
    assert shortened("x" * 20, 5) == "xxxx…"


def test_a_box_of_the_judge_is_no_letter_that_was_lost(session: Session) -> None:
    filled(session, 1)
    lost.taken()
    order = looking.texts(making.job(session, Choices(order=True)).run())[4]
    assert "GRANTED" in order
    assert lost.taken() == ""
    assert safe("a \u2610 b").count("<sub") == 1
    assert "\xa0b" in safe("a \u2610 b")  # it stands beside what it is for, also at the end of a line
    assert "<sub" not in safe("\u6f22")
    assert lost.taken() == "\u6f22"
