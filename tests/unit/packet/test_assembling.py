"""A packet of every sort of photo and PDF: pages, numbers, index, outline, margins, stamps, sets, files of a size."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec import structs

from kyr_app.documents.packet import job as packet_job
from kyr_app.documents.packet import marks
from kyr_app.documents.packet.job import Sets
from kyr_app.documents.sheet_job import Stopped
from kyr_app.model.errors import InputError
from kyr_app.model.packet import Tone, letter
from kyr_app.session.making import packet as making
from kyr_app.session.making import papers
from kyr_app.session.session import Session
from tests.unit.packet import looking, material

pytestmark = pytest.mark.skipif(not Path("/usr/bin/pdftotext").exists(), reason="needs poppler")

LYING = {"held-6.jpg", "held-8.jpg"}
"""Photos of a page that lies on its side."""
SOME = ["text.pdf", "fax.pdf", "jbig2.pdf", "form.pdf", "turned.pdf", "owner.pdf", "torn.pdf"]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A packet of one photo of each sort, some PDFs, a declaration; nobody named what is filed."""
    folder = tmp_path_factory.mktemp("brought")
    made = Session(today=dt.date(2026, 11, 22))
    paths = [
        *material.photos(folder, len(material.PHOTOS)),
        *(path for path, _ in material.pdfs(folder, SOME)),
    ]
    work = made.packet.importing(paths)
    work.run()
    assert work.refused == ()
    numbers = made.packet.take(work)
    for at, number in enumerate(numbers):
        made.packet.describe(number, title=f"Paper {at + 1} of Persona de Ejemplo", language="en")
    english = "They came at night.\n" + "Line of English text, as long as a line is. " * 60
    made.packet.describe(
        numbers[0],
        language="es",
        translate=True,
        english=english,
        translator="Ana de Ejemplo",
        date="2024",
        author="Ana",
    )
    made.packet.describe(numbers[1], language="mam", translate=True, country=True)
    made.packet.add_paper("declaration")
    made.packet.add_paper("family-plan")
    return made


@pytest.fixture(scope="module")
def filed(session: Session) -> bytes:
    return making.job(session, making.Choices(order=True)).run()


@pytest.fixture(scope="module")
def pages(filed: bytes) -> list[str]:
    return looking.texts(filed)


def labels(pages: list[str]) -> list[str]:
    """Return what stands at the right of each page's foot."""
    return [page.rstrip().splitlines()[-1].split()[-1] for page in pages]


def test_pages_are_numbered_through_and_every_reader_opens_it(
    filed: bytes, pages: list[str], tmp_path: Path
) -> None:
    assert labels(pages) == [str(at) for at in range(1, len(pages) + 1)]
    assert looking.sound(filed, tmp_path) == len(pages)


def test_every_page_has_its_letter(session: Session, pages: list[str]) -> None:
    job = making.job(session, making.Choices(order=True))
    letters = [re.search(r"Exhibit ([A-Z]+)\s", page.rstrip().splitlines()[-1]) for page in pages]
    found = [each[1] for each in letters if each]
    assert list(dict.fromkeys(found)) == [letter(at) for at in range(len(job.parts))]
    assert letters[0] is None
    assert letters[-1] is None


def test_the_index_tells_the_pages_where_things_are(session: Session, pages: list[str]) -> None:
    index = next(page for page in pages if "INDEX OF EXHIBITS" in page)
    rest = "\n".join(pages[1:4])
    for place, exhibit in enumerate(session.packet.packet.exhibits):
        own = [
            at + 1 for at, page in enumerate(pages) if re.search(rf"Exhibit {letter(place)}\s+\d+\s*$", page)
        ]
        told = re.search(rf"^\s*{letter(place)}\s.*?\s(\d+)–(\d+)\s*$", rest, re.MULTILINE)
        assert told, (letter(place), index)
        assert (int(told[1]), int(told[2])) == (own[0], own[-1])
        assert own == list(range(own[0], own[-1] + 1))
        assert re.search(rf"TAB\s+{letter(place)}\s", pages[own[0] - 1])
        if exhibit.sheets:
            assert len(own) >= len(exhibit.sheets) + 1


def test_nothing_is_outside_the_margins_and_no_stamp_is_over_content(filed: bytes, tmp_path: Path) -> None:
    wrong = [(at + 1, looking.strays(page)) for at, page in enumerate(looking.rendered(filed, tmp_path))]
    assert [each for each in wrong if each[1]] == []


def test_a_photo_is_there_to_its_corners(filed: bytes, tmp_path: Path) -> None:
    """The blocks in the corners of the sheet are on paper, however the photo was held."""
    rendered = looking.rendered(filed, tmp_path)
    texts = looking.texts(filed)
    for place, name in enumerate(material.PHOTOS):
        if not name.startswith(("plain", "held", "cmyk")):
            continue
        at = (
            next(
                at for at, page in enumerate(texts) if re.search(rf"Exhibit {letter(place)}\s+\d+\s*$", page)
            )
            + 1
        )
        rest, _ = looking.parts(rendered[at])
        left, top, right, bottom = looking.ink(rest) or (0, 0, 0, 0)
        assert right - left > 440, (name, left, right)
        assert (bottom - top) / (right - left) == pytest.approx(
            850 / 1100 if name in LYING else 1100 / 850, abs=0.02
        ), name


def test_our_own_words_can_be_selected(pages: list[str]) -> None:
    whole = "\n".join(pages)
    for words in (
        "They came at night.",
        "Ana de Ejemplo",
        "PROOF OF SERVICE",
        "under penalty of perjury",
        "COUNTRY INFORMATION",
    ):
        assert words in whole


def test_outline_and_links_lead_to_the_pages(session: Session, filed: bytes) -> None:
    with pikepdf.open(BytesIO(filed)) as pdf:
        numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        with pdf.open_outline() as outline:
            titles = [each.title for each in outline.root]
            for each in outline.root:
                assert each.destination[0].objgen in numbers
        assert titles[0] == "Cover page"
        assert sum(bool(re.match(r"[A-Z]+\. ", each)) for each in titles) == len(
            session.packet.packet.exhibits
        )
        rows = (
            len(session.packet.packet.exhibits) + 3
        )  # and the country list, the order, the proof of service
        index = next(iter(marks.leads(list(pdf.pages)).values()))
        assert len(index) <= rows
        found = [to for each in marks.leads(list(pdf.pages)).values() for to in each]
        assert len(found) == rows + 1  # one exhibit stands on the list of country information too
        starts = [at for at, page in enumerate(looking.texts(filed)) if re.search(r"TAB\s+[A-Z]+\s", page)]
        assert set(starts) < set(found)


def test_exhibits_are_black_and_white_unless_colour_is_asked_for(session: Session, filed: bytes) -> None:
    def spaces(pdf: bytes) -> set[str]:
        with pikepdf.open(BytesIO(pdf)) as opened:
            return {str(image.ColorSpace) for page in opened.pages for image in page.get_images().values()}

    assert spaces(filed) == {"/DeviceGray"}
    first = structs.replace(session.packet.packet, exhibits=session.packet.packet.exhibits[:2])
    job = making.job(session)
    assert "/DeviceRGB" in spaces(structs.replace(job, parts=job.parts[:2], colour=True).run())
    sheet = structs.replace(first.exhibits[0].sheets[0], tone=Tone.BLACK_WHITE)
    part = structs.replace(job.parts[0], exhibit=structs.replace(first.exhibits[0], sheets=(sheet,)))
    with pikepdf.open(BytesIO(structs.replace(job, parts=(part,)).run())) as opened:
        images = [image for page in opened.pages for image in page.get_images().values()]
        assert [str(each.Filter) for each in images] == ["/CCITTFaxDecode"]
        assert sum(pikepdf.PdfImage(images[0]).as_pil_image().histogram()[:1]) > 1000


def test_the_copy_has_the_numbers_of_what_is_filed(session: Session, pages: list[str]) -> None:
    copy = looking.texts(making.job(session, making.Choices(order=True), reading=True).run())
    found = labels(copy)
    bare = [int(re.match(r"\d+", each)[0]) for each in found]  # type: ignore[index]
    assert bare == sorted(bare)
    assert found[-1].endswith(str(len(pages)))
    for number, page in enumerate(pages, 1):
        if re.search(r"TAB\s+[A-Z]+\s", page):
            same = copy[found.index(str(number))]
            assert re.findall(r"^\s*([A-Z]{1,2})\s*$", page, re.MULTILINE) == re.findall(
                r"^\s*([A-Z]{1,2})\s*$", same, re.MULTILINE
            )


def test_files_are_no_larger_than_was_chosen(session: Session, pages: list[str], tmp_path: Path) -> None:
    packet = session.packet.packet
    whole = making.job(session, making.Choices(order=True))
    most = 2_000_000
    made = structs.replace(whole, most=most).files()
    assert len(made) > 2
    assert all(len(each) <= most for each in made)
    told = [label for each in made for label in labels(looking.texts(each))]
    assert told == labels(pages)
    for each in made:
        looking.sound(each, tmp_path)
    assert session.packet.packet == packet
    with pytest.raises(InputError):
        structs.replace(whole, most=20_000).files()


def test_sets_are_counted_before_and_collated(session: Session, tmp_path: Path) -> None:
    sets = Sets(court=1, dhs=1, own=1)
    first = structs.replace(making.job(session), parts=making.job(session).parts[:3])
    counted = packet_job.read(packet_job.CountJob(packet=first, sets=sets).run())
    job = structs.replace(making.collated(session, sets), packet=first)
    made = job.run()
    assert looking.sound(made, tmp_path) == counted.total
    once = len(first.run())
    assert len(made) < once * 2.6
    pages = looking.texts(made)
    slips = [at for at, page in enumerate(pages) if re.search(r"\b1?\d de 3|\b\d of 3", page)]
    assert slips == [0, counted.packet + 1, 2 * counted.packet + 2]
    with pytest.raises(InputError):
        making.collated(session, Sets(court=0, dhs=0, own=0))


def test_the_sheet_before_it_says_who_when_and_what_is_missing(session: Session) -> None:
    told = "\n".join(looking.texts(making.before(session, languages=("en",)).run()))
    assert "Before you file the packet" in told
    assert "Exhibit B: what it is, in English, its English" in told
    assert "Look for every line to sign" in told
    assert "3.1(b)(2)" in told


def test_it_stops_where_nobody_wants_more(session: Session) -> None:
    asked: list[int] = []

    def enough(done: int, total: int) -> bool:
        asked.append(done)
        assert 0 <= done <= total
        return len(asked) < 8

    with pytest.raises(Stopped):
        making.job(session).run(enough)


def test_the_packet_is_offered_and_holds_nothing_else(session: Session) -> None:
    known = papers.offers(session)
    assert {"packet", "packet-reading", "packet-before"} <= set(known)
    assert "Persona" not in repr(making.job(session))
    empty = Session(today=dt.date(2026, 11, 22))
    assert "packet" not in papers.offers(empty)
    with pytest.raises(InputError):
        making.job(empty)
