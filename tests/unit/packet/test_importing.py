"""Files come in: every kind through the limited process, what is refused is told, the others come all the same."""

from __future__ import annotations

import threading
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from kyr_app.documents.worker import api as worker
from kyr_app.documents.worker import jpeg as markers
from kyr_app.documents.worker.shapes import Picture
from kyr_app.i18n.locale import Locale
from kyr_app.model.errors import InputError
from kyr_app.session.packet import incoming
from kyr_app.session.packet.incoming import Importing, photos_in
from kyr_app.session.session import Session
from tests.unit.packet import pictures
from tests.unit.packet.pictures import CORNERS, corners_of, encoded, jpeg, near, opened

SMALL = (425, 550)


def small() -> Image.Image:
    return pictures.paper().resize(SMALL)


def pdf(path: Path, pages: int = 2, *, phrase: str = "") -> Path:
    canvas = Canvas(str(path), pagesize=(612, 792))
    for number in range(pages):
        canvas.drawString(72, 700, f"Persona de Ejemplo {number}")
        canvas.showPage()
    canvas.save()
    if phrase:
        with pikepdf.open(path, allow_overwriting_input=True) as made:
            made.save(path, encryption=pikepdf.Encryption(owner=phrase, user=phrase))
    return path


def brought(session: Session, *sources: Path) -> Importing:
    work = session.packet.importing(sources)
    work.run()
    session.packet.take(work)
    return work


def pages_of(session: Session) -> list[Image.Image]:
    return [opened(session.packet.picture(name)) for name in session.packet.packet.pictures]


def test_the_four_ways_to_hold_a_camera(session: Session, tmp_path: Path):
    """Pixels turned one way and a note to turn them back: each comes in upright, and the note is gone."""
    kept = {
        1: None,
        6: Image.Transpose.ROTATE_90,
        3: Image.Transpose.ROTATE_180,
        8: Image.Transpose.ROTATE_270,
    }
    files = []
    for note, turned in kept.items():
        exif = Image.Exif()
        exif[0x0112] = note
        exif[0x8825] = {1: "N", 2: (32.0, 31.0, 0.0), 3: "W", 4: (117.0, 1.0, 0.0)}
        image = small() if turned is None else small().transpose(turned)
        files.append(tmp_path / f"{note}.jpg")
        files[-1].write_bytes(jpeg(image, exif=exif.tobytes()))
    assert not brought(session, *files).refused
    for image, name in zip(pages_of(session), session.packet.packet.pictures, strict=True):
        assert image.size == SMALL
        assert all(near(found, wanted) for found, wanted in zip(corners_of(image), CORNERS, strict=True))
        assert not image.getexif()
        assert markers.size(session.packet.picture(name)) == SMALL


def _transparent() -> bytes:
    image = Image.new("RGBA", SMALL, (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((0, 0, 80, 80), fill=(220, 30, 30, 255))
    return encoded(image, "PNG")


def _deep() -> bytes:
    image = Image.new("I;16", (64, 64), 65535)
    image.paste(0, (0, 0, 32, 32))
    return encoded(image, "PNG")


KINDS = {
    "cmyk.jpg": lambda: encoded(small().convert("CMYK"), "JPEG", quality=92),
    "grey.jpg": lambda: jpeg(small().convert("L")),
    "palette.png": lambda: encoded(small().quantize(200), "PNG"),
    "clear.png": _transparent,
    "one-bit.png": lambda: encoded(small().convert("1"), "PNG"),
    "deep.png": _deep,
    "tiny.png": lambda: encoded(Image.new("RGB", (1, 1), "navy"), "PNG"),
    "progressive.jpg": lambda: jpeg(small(), progressive=True),
}


def test_every_kind_of_picture_comes_in_as_plain_pixels(session: Session, tmp_path: Path):
    for name, make in KINDS.items():
        (tmp_path / name).write_bytes(make())
    assert not brought(session, *(tmp_path / name for name in KINDS)).refused
    found = dict(zip(KINDS, pages_of(session), strict=True))
    assert not any(image.getexif() for image in found.values())
    colourless = {"grey.jpg", "one-bit.png", "deep.png"}
    assert {name: image.mode for name, image in found.items()} == {
        name: "L" if name in colourless else "RGB" for name in KINDS
    }
    for name in ("cmyk.jpg", "palette.png", "progressive.jpg"):
        assert all(near(a, b, 60) for a, b in zip(corners_of(found[name]), CORNERS, strict=True)), name
    found = {name: image.convert("RGB") for name, image in found.items()}
    assert near(found["clear.png"].getpixel((40, 40)), (220, 30, 30))
    assert near(found["clear.png"].getpixel((300, 300)), (255, 255, 255), 5)
    assert [found["deep.png"].getpixel(at)[0] > 128 for at in ((8, 8), (48, 48))] == [False, True]
    assert found["tiny.png"].size == (1, 1)


def test_a_fine_scan_in_black_and_white_keeps_its_strokes(session: Session, tmp_path: Path):
    """Made smaller by leaving pixels out, thin lines would break; made smaller smoothly, they turn grey."""
    fine = Image.new("1", (400, 4800), 1)
    for at in range(0, 400, 40):
        ImageDraw.Draw(fine).line((at, 0, at, 4800), 0, 1)
    for name, image in (("fax.png", fine), ("few.png", fine.convert("P"))):
        (tmp_path / name).write_bytes(encoded(image, "PNG"))
    assert not brought(session, tmp_path / "fax.png", tmp_path / "few.png").refused
    for image in pages_of(session):
        assert image.size == (200, 2400)
        row = image.convert("L").crop((0, 1200, 200, 1201)).tobytes()
        assert all(min(row[at - 2 : at + 3]) < 200 for at in range(20, 200, 20))


def test_heic(session: Session, tmp_path: Path):
    heif = pytest.importorskip("pillow_heif")
    if not heif.libheif_info().get("encoders", {"": ""}):
        pytest.skip("this build of the library only reads")
    made = heif.from_pillow(small())
    made.save(tmp_path / "photo.heic", quality=80)
    assert not brought(session, tmp_path / "photo.heic").refused
    image = pages_of(session)[0]
    assert all(near(found, wanted, 60) for found, wanted in zip(corners_of(image), CORNERS, strict=True))


def test_a_pdf_comes_in_page_by_page(session: Session, tmp_path: Path):
    work = brought(session, pdf(tmp_path / "a.pdf", 3))
    assert (work.done, work.total, work.pages) == (1, 1, 3)
    assert [len(each.sheets) for each in session.packet.packet.exhibits] == [3]
    assert pages_of(session)[0].size == pytest.approx((1275, 1650), abs=1)


def test_what_is_refused_is_told_and_the_others_come(session: Session, tmp_path: Path, locale: Locale):
    (tmp_path / "good.jpg").write_bytes(jpeg(small()))
    (tmp_path / "moving.gif").write_bytes(
        encoded(small(), "GIF", save_all=True, append_images=[small().rotate(9)])
    )
    (tmp_path / "cut.jpg").write_bytes(jpeg(small())[:4000])
    (tmp_path / "letter.docx").write_bytes(b"PK\3\4" + bytes(200))
    with (tmp_path / "large.jpg").open("wb") as file:
        file.truncate(41 * 1024 * 1024)
    (tmp_path / "huge.png").write_bytes(encoded(Image.new("1", (9000, 9000)), "PNG"))
    pdf(tmp_path / "locked.pdf", phrase="x")
    pdf(tmp_path / "long.pdf", 201)
    names = [
        "moving.gif",
        "cut.jpg",
        "letter.docx",
        "large.jpg",
        "huge.png",
        "locked.pdf",
        "long.pdf",
        "gone.jpg",
    ]
    work = brought(session, *(tmp_path / each for each in names), tmp_path / "good.jpg")
    assert [each.called for each in work.refused] == names
    said = {each.called: locale.render(each.said) for each in work.refused}
    hints = {each.called: locale.render(each.hint) for each in work.refused if each.hint is not None}
    assert len(hints) == len(names)
    assert "40" in said["large.jpg"]
    assert "50" in said["huge.png"]
    assert "200" in said["long.pdf"]
    assert len(set(said.values())) >= 7
    assert hints["locked.pdf"] != locale.render(worker.NotTaken(worker.Trouble.LOCKED).hint or "")
    assert len(session.packet.packet.exhibits) == 1


def test_a_long_paper_that_is_stopped_midway_leaves_nothing(session: Session, tmp_path: Path):
    work = session.packet.importing([pdf(tmp_path / "long.pdf", 12)])
    parts = list[float]()

    def half(_done: int, _total: int) -> bool:
        parts.append(work.part)
        return work.part < 0.3

    work.run(half)
    assert 0.3 <= max(parts) < 1
    assert session.packet.take(work) == ()
    assert session.packet._album.in_memory == 0
    assert session.packet.packet.exhibits == ()
    assert not brought(session, tmp_path / "long.pdf").refused
    assert len(session.packet.packet.pictures) == 12


@pytest.mark.usefixtures("quick")
def test_a_folder_of_three_hundred_photos(session: Session, tmp_path: Path):
    for at in range(300):
        (tmp_path / f"IMG_{at}.jpg").write_text(str(at))
    found = photos_in(tmp_path)
    assert [each.name for each in found[:12]] == [f"IMG_{at}.jpg" for at in range(12)]
    work = session.packet.importing(found)
    work.run()
    assert len(session.packet.take(work)) == 300
    assert work.refused == ()
    assert session.packet.ready.wait(30)
    assert session.packet.ready.count == 300
    assert session.packet.packet.letter(300) == "KN"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """No process: every file is one page."""
    data = jpeg(Image.new("RGB", (30, 40), "white"))

    def render(given: bytes, *, dpi: int, side: int, progress: object) -> tuple[Picture, ...]:
        assert callable(progress)
        assert given
        assert (dpi, side) == (incoming.DPI, incoming.SIDE)
        if not progress(0, 1):
            raise worker.Interrupted
        return (Picture(data, 30, 40),)

    monkeypatch.setattr(worker, "render", render)
    return data


@pytest.mark.usefixtures("quick")
def test_the_same_folder_again_brings_what_is_not_there(session: Session, tmp_path: Path):
    """Whoever was interrupted brings the folder once more; what was taken out comes again, and so does a plan's."""
    paths = [tmp_path / f"{at}.png" for at in range(3)]
    for at, each in enumerate(paths):
        each.write_text(f"photo {at}")
    assert not brought(session, *paths[:2]).refused
    again = brought(session, *paths, paths[2])
    assert [each.called for each in again.refused] == ["0.png", "1.png", "2.png"]
    assert "already" in session.locale_of("en").render(again.refused[0].said)
    assert len(session.packet.packet.exhibits) == len(session.packet.packet.pictures) == 3
    session.packet.remove([1])
    assert [each.called for each in brought(session, *paths).refused] == ["1.png", "2.png"]
    session.forget()
    assert not brought(session, *paths).refused
    work = session.packet.importing(paths, again=True)
    work.run()
    assert len(session.packet.take(work)) == 3


@pytest.mark.usefixtures("quick")
def test_an_empty_file_and_a_stick_pulled_out(session: Session, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    paths = [stick / f"{at}.jpg" for at in range(8)]
    for at, each in enumerate(paths):
        each.write_text(f"photo {at}" if at else "")
    work = session.packet.importing(paths)

    def pulled(done: int, _total: int) -> bool:
        if done == 3 and stick.exists():
            stick.rename(tmp_path / "gone")
        return True

    work.run(pulled)
    numbers = session.packet.take(work)
    assert (work.done, len(numbers) + len(work.refused)) == (8, 8)
    assert 2 <= len(numbers) <= 4  # the next ones may have been read already
    say = session.locale_of("en").render
    said = [say(each.said) for each in work.refused]
    hints = [say(each.hint or "") for each in work.refused]
    assert "empty" in said[0]
    assert all("stick" in each for each in hints[1:])
    (tmp_path / "gone").rename(stick)
    assert len(brought(session, *paths).refused) == 1 + len(
        numbers
    )  # the empty one, and those that are there
    assert len(session.packet.packet.exhibits) == 7


@pytest.mark.usefixtures("quick")
def test_what_came_stays_when_somebody_stops_midway(session: Session, tmp_path: Path):
    sources = [tmp_path / f"{number}.jpg" for number in range(10)]
    for each in sources:
        each.write_text(each.name)
    work = session.packet.importing(sources)
    work.run(lambda done, _total: done < 4)
    assert (work.done, work.total) == (4, 10)
    assert len(session.packet.take(work)) == 4
    assert session.packet.take(work) == ()
    session.packet.undo()
    assert session.packet.packet.exhibits == ()


@pytest.mark.usefixtures("quick")
def test_what_arrives_after_the_stop_goes_away_by_itself(session: Session, tmp_path: Path):
    sources = [tmp_path / f"{number}.jpg" for number in range(3)]
    for each in sources:
        each.write_text(each.name)
    work = session.packet.importing(sources)
    held, go_on = threading.Event(), threading.Event()
    keep = session.packet._album.keep

    def slow(pages: object, source: object) -> object:
        held.set()
        go_on.wait(10)
        return keep(pages, source)

    work._album.keep = slow
    thread = threading.Thread(target=work.run)
    thread.start()
    assert held.wait(10)
    work.stop()
    go_on.set()
    thread.join(10)
    assert session.packet.take(work) == ()
    assert session.packet._album.in_memory == 0


@pytest.mark.usefixtures("quick")
def test_several_looks_are_one_step(session: Session, tmp_path: Path):
    sources = [tmp_path / f"{number}.jpg" for number in range(3)]
    for each in sources:
        each.write_text(each.name)
    work = session.packet.importing(sources)
    work.run(lambda _done, _total: session.packet.take(work) is not None)
    assert len(session.packet.packet.exhibits) == 3
    session.packet.undo()
    assert session.packet.packet.exhibits == ()
    assert session.packet.undoes is None


def test_a_folder_gives_its_photos_in_the_order_of_their_names(tmp_path: Path):
    deep = tmp_path / "DCIM" / "100CANON"
    deep.mkdir(parents=True)
    for name in ("IMG_10.JPG", "IMG_9.jpg", "IMG_9.MOV", ".hidden.jpg", "papel.pdf"):
        (deep / name).write_bytes(b"x")
    (tmp_path / "a.png").write_bytes(b"x")
    too_deep = deep / "one" / "two"
    too_deep.mkdir(parents=True)
    (too_deep / "b.jpg").write_bytes(b"x")
    (tmp_path / "link.jpg").symlink_to(tmp_path / "a.png")
    (tmp_path / "round").symlink_to(tmp_path)
    assert [each.name for each in photos_in(tmp_path)] == ["a.png", "IMG_9.jpg", "IMG_10.JPG", "papel.pdf"]
    with pytest.raises(InputError):
        photos_in(tmp_path / "nowhere")
