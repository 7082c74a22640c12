"""Whatever a file does, the program goes on: it gets pictures, or a trouble that it can say in words."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from kyr_app.documents.worker import api, jpeg
from kyr_app.documents.worker.shapes import MOST_BYTES, MOST_PIXELS, Trouble
from tests.unit.documents.worker import bombs
from tests.unit.documents.worker.bombs import BOMBS

TAKEN = {
    "jpeg with a page behind it",
    "jpeg with a family's place in it",
    "pdf with scripts and a program in it",
    "pdf with fields in a circle",
    "pdf with fields four thousand deep",
    "pdf with six thousand fields",
    "pdf that draws itself",
}
"""What is drawn all the same: pixels hold nothing of it."""

EXPECTED = {
    "png of 900 megapixels": Trouble.PIXELS,
    "png just too large": Trouble.PIXELS,
    "gif": Trouble.KIND,
    "tiff": Trouble.KIND,
    "bmp": Trouble.KIND,
    "svg": Trouble.KIND,
    "postscript": Trouble.KIND,
    "zip": Trouble.KIND,
    "random": Trouble.KIND,
    "pdf of 300 pages": Trouble.PAGES,
    "pdf as large as a house": Trouble.PAGE_SIZE,
    "pdf with a password": Trouble.LOCKED,
}


@pytest.fixture(autouse=True)
def _application() -> None:
    """Nothing here needs Qt."""


def tried(call):
    """Return what came of a call, and the error that says why nothing did."""
    try:
        return call(), None
    except api.NotTaken as error:
        refused = error
    assert refused.said
    assert refused.hint
    return None, refused


@pytest.mark.parametrize("name", BOMBS)
def test_nothing_breaks_the_program(name):
    data = BOMBS[name]()
    assert len(data) < MOST_BYTES
    pictures, refused = tried(lambda: api.render(data, dpi=72, side=600))
    assert bool(pictures) is not bool(refused)
    assert refused is None or name not in TAKEN
    assert name not in EXPECTED or refused.trouble is EXPECTED[name]
    for each in pictures or ():
        assert jpeg.size(each.jpeg) == (each.width, each.height)
        assert each.width * each.height <= MOST_PIXELS


LOOKED_AT = (
    "pdf of noise",
    "pdf whose pages hold themselves",
    "pdf of brackets",
    "pdf with a stream that swells",
    "pdf with fields in a circle",
    "pdf with fields four thousand deep",
    "pdf with six thousand fields",
)


@pytest.mark.parametrize("name", LOOKED_AT)
def test_nor_does_looking_at_it(name):
    found, refused = tried(lambda: api.inspect(BOMBS[name]()))
    assert refused is not None or len(found.fields) <= 5000


def test_a_photo_keeps_nothing_but_its_pixels_and_stands_upright():
    (picture,) = api.render(BOMBS["jpeg with a family's place in it"]())
    assert (picture.width, picture.height) == (40, 80)
    for word in (b"CAMERA", b"PLACE", b"comment", b"PROFILE", b"Exif", b"ICC"):
        assert word not in picture.jpeg
    assert not dict(Image.open(BytesIO(picture.jpeg)).getexif())


def test_a_large_photo_is_made_smaller():
    (picture,) = api.render(bombs.photo(size=(3000, 1500)), side=600)
    assert (picture.width, picture.height, picture.points) == (600, 300, (0.0, 0.0))


def test_a_clear_ground_becomes_white_and_deep_grey_stays_grey():
    out = BytesIO()
    Image.new("RGBA", (9, 9), (255, 0, 0, 0)).save(out, "PNG")
    (picture,) = api.render(out.getvalue())
    assert min(Image.open(BytesIO(picture.jpeg)).convert("RGB").getpixel((4, 4))) > 250
    out = BytesIO()
    Image.new("I;16", (9, 9), 32768).save(out, "PNG")
    (picture,) = api.render(out.getvalue())
    assert abs(Image.open(BytesIO(picture.jpeg)).convert("L").getpixel((4, 4)) - 128) < 4


def test_heic():
    heif = pytest.importorskip("pillow_heif")
    image = heif.from_pillow(Image.new("RGB", (64, 32), "teal"))
    out = BytesIO()
    image.save(out)
    (picture,) = api.render(out.getvalue())
    assert (picture.width, picture.height) == (64, 32)


def test_pages_come_in_batches_and_progress_is_told():
    told = []
    pictures = api.render(
        bombs.pdf(pages=23), dpi=72, progress=lambda at, total: told.append((at, total)) or True
    )
    assert len(pictures) == 23
    assert {page.points for page in pictures} == {(612.0, 792.0)}
    assert told[-1] == (23, 23)
    assert (10, 23) in told


def test_drawing_stops_where_somebody_says_so():
    with pytest.raises(api.Interrupted):
        api.render(bombs.pdf(pages=23), dpi=72, progress=lambda at, _total: at < 10)


def test_a_file_that_is_too_large_is_not_even_handed_over():
    with pytest.raises(api.NotTaken) as error:
        api.inspect(b"%PDF-1.7" + bytes(MOST_BYTES))
    assert error.value.trouble is Trouble.LARGE
