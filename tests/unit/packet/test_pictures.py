"""Pictures of papers made readable: what is where is found again pixel by pixel."""

import math
import time
from itertools import pairwise

import pytest
from PIL import Image, ImageDraw

from kyr_app.documents.pictures import geometry, place, proposing
from kyr_app.documents.pictures.page import PAPER, SCREEN, PictureGone, bits, page, size
from kyr_app.documents.worker import jpeg as markers
from kyr_app.model.packet import WHOLE, Sheet, Tone
from tests.unit.packet import pictures
from tests.unit.packet.pictures import CORNERS, QUAD, SHEET, corners_of, jpeg, near, opened


@pytest.fixture(scope="module")
def photo():
    return jpeg(pictures.on_table())


@pytest.fixture(scope="module")
def shaded():
    return jpeg(pictures.on_table(shadow=True))


def test_four_corners_bring_the_sheet_back_with_its_shape(photo):
    made = opened(page(photo, Sheet("x", QUAD)))
    for found, wanted in zip(corners_of(made), CORNERS, strict=True):
        assert near(found, wanted), found
    assert made.width / made.height == pytest.approx(SHEET[0] / SHEET[1], rel=0.12)
    grey = opened(page(photo, Sheet("x", QUAD, tone=Tone.GREY)))
    lines = [grey.getpixel((made.width // 2, y)) for y in range(made.height)]
    dark = [y for y, level in enumerate(lines) if level < 120]
    assert dark  # the writing is there
    assert min(dark) > made.height * 0.09  # and nothing of the table above it


def test_a_sheet_that_fills_the_picture_is_not_changed():
    image = pictures.paper()
    made = opened(page(jpeg(image), Sheet("x")))
    assert made.size == SHEET
    assert all(near(found, wanted, 12) for found, wanted in zip(corners_of(made), CORNERS, strict=True))


@pytest.mark.parametrize("turn", range(4))
def test_quarter_turns_go_to_the_right(turn):
    made = opened(page(jpeg(pictures.paper()), Sheet("x", turn=turn)))
    assert made.size == (SHEET if turn % 2 == 0 else SHEET[::-1])
    wanted = [CORNERS[(at - turn) % 4] for at in range(4)]
    assert all(near(found, colour) for found, colour in zip(corners_of(made), wanted, strict=True))


@pytest.mark.parametrize("tilt", [-15.0, -2.5, 4.0])
def test_straightening_cuts_nothing_off_and_fills_with_white(tilt):
    made = opened(page(jpeg(pictures.paper()), Sheet("x", tilt=tilt)))
    wide, high = geometry.around(SHEET, tilt)
    assert made.size == pytest.approx((wide, high), abs=2)
    assert near(made.getpixel((1, 1)), (255, 255, 255), 6)
    angle = math.radians(tilt)
    dx, dy = 40 - SHEET[0] / 2, 40 - SHEET[1] / 2  # the middle of the red block, seen from that of the page
    spot = (
        round(made.width / 2 + dx * math.cos(angle) - dy * math.sin(angle)),
        round(made.height / 2 + dx * math.sin(angle) + dy * math.cos(angle)),
    )
    assert near(made.getpixel(spot), CORNERS[0])


def test_a_small_picture_is_never_enlarged():
    tiny = jpeg(Image.new("RGB", (40, 24), "navy"))
    assert size(page(tiny, Sheet("x"))) == (40, 24)
    assert size(page(tiny, Sheet("x", turn=1))) == (24, 40)
    assert size(page(jpeg(Image.new("RGB", (1, 1))), Sheet("x", tone=Tone.CLEAR))) == (1, 1)
    wide, high = place.places(600, 400, (468, 648))
    assert (wide, high) == pytest.approx((432, 288))  # a hundred pixels to the inch
    assert place.places(2000, 1000, (468, 648)) == pytest.approx((468, 234))


def test_a_large_one_fits_the_box():
    large = jpeg(pictures.on_table((2400, 3200)))
    for sheet in (Sheet("x"), Sheet("x", QUAD), Sheet("x", QUAD, 1, 3.3, Tone.CLEAR)):
        for box in (PAPER, SCREEN):
            wide, high = size(page(large, sheet, box))
            assert wide <= box[0]
            assert high <= box[1]
            assert wide >= box[0] - 3 or high >= box[1] - 3


@pytest.mark.parametrize("tone", [Tone.GREY, Tone.CLEAR, Tone.BLACK_WHITE])
def test_tones_are_grey(photo, tone):
    assert opened(page(photo, Sheet("x", QUAD, tone=tone))).mode == "L"


def test_a_shadow_goes_and_the_writing_stays(shaded):
    before = opened(page(shaded, Sheet("x", QUAD, tone=Tone.GREY)))
    after = opened(page(shaded, Sheet("x", QUAD, tone=Tone.CLEAR)))
    margin = [(30, y) for y in range(180, after.height - 180, 20)]
    assert max(before.getpixel(each) for each in margin) - min(before.getpixel(each) for each in margin) > 60
    assert min(after.getpixel(each) for each in margin) > 235
    assert _writing(after) > 3000


def test_black_and_white_has_two_levels_and_packs_small(shaded):
    sheet = Sheet("x", QUAD, tone=Tone.BLACK_WHITE)
    packed = bits(shaded, sheet)
    assert len(packed.g4) < len(page(shaded, sheet)) / 4
    assert _unpacked(packed).size == (packed.width, packed.height)
    counts = _unpacked(packed).convert("L").histogram()
    assert counts[0] + counts[255] == packed.width * packed.height
    assert 0.02 < counts[0] / sum(counts) < 0.25
    assert _writing(_unpacked(packed).convert("L")) > 3000


def _unpacked(packed):
    """Return the picture of CCITT G4 bytes, through a TIFF made by hand round them."""
    tags = [
        (256, 4, packed.width), (257, 4, packed.height), (258, 3, 1), (259, 3, 4), (262, 3, 0),
        (273, 4, 8), (277, 3, 1), (278, 4, packed.height), (279, 4, len(packed.g4)),
    ]  # fmt: skip
    directory = len(tags).to_bytes(2, "little")
    for tag, kind, value in tags:
        directory += tag.to_bytes(2, "little") + kind.to_bytes(2, "little") + (1).to_bytes(4, "little")
        directory += value.to_bytes(4, "little")
    head = b"II*\0" + (8 + len(packed.g4)).to_bytes(4, "little")
    return opened(head + packed.g4 + directory + bytes(4))


def _writing(image):
    """Return how often dark follows on bright in the middle of a page."""
    box = (image.width // 8, image.height // 8, image.width * 7 // 8, image.height * 7 // 8)
    data = image.crop(box).point(lambda level: 255 if level > 140 else 0).tobytes()
    return sum(a > b for a, b in pairwise(data))


def test_nothing_but_pixels_comes_out():
    exif = Image.Exif()
    exif[0x010F] = "Camera of Persona de Ejemplo"
    exif[0x8825] = {1: "N", 2: (32.0, 31.0, 0.0)}
    data = jpeg(
        pictures.paper(), exif=exif.tobytes(), comment=b"secreto", icc_profile=b"profile" * 40, dpi=(300, 300)
    )
    assert markers.size(data) == (0, 0)
    for tone in Tone:
        made = (
            page(data, Sheet("x", QUAD, 1, 2.0, tone)) if tone is not Tone.AS_IS else page(data, Sheet("x"))
        )
        assert markers.size(made) != (0, 0)
        assert b"secreto" not in made
        assert b"profile" not in made
        assert set(opened(made).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xd9", b"GIF89a", b"x" * 500])
def test_what_is_no_picture_is_gone_with_words(data):
    with pytest.raises(PictureGone) as error:
        page(data, Sheet("x"))
    assert error.value.hint is not None
    with pytest.raises(PictureGone):
        size(data)


def test_half_a_picture_is_gone(photo):
    with pytest.raises(PictureGone):
        page(photo[: len(photo) // 2], Sheet("x"))


@pytest.mark.parametrize("turned", range(4))
def test_a_sheet_on_a_table_is_found(turned):
    seen = pictures.on_table().rotate(-90 * turned, expand=True)
    found = proposing.corners(jpeg(seen))
    assert found is not None
    quad = [*QUAD]
    for _ in range(turned):
        quad = [(1 - y, x) for x, y in quad]
        quad = [quad[-1], *quad[:-1]]
    assert all(math.dist(a, b) < 0.012 for a, b in zip(found, quad, strict=True))


def test_a_sheet_in_a_shadow_is_found(shaded):
    found = proposing.corners(shaded)
    assert found is not None
    assert all(math.dist(a, b) < 0.015 for a, b in zip(found, QUAD, strict=True))


def _blob():
    image = Image.new("RGB", (600, 800), pictures.TABLE)
    ImageDraw.Draw(image).ellipse((100, 100, 500, 700), fill="white")
    return image


def _two():
    image = Image.new("RGB", (600, 800), pictures.TABLE)
    pen = ImageDraw.Draw(image)
    pen.rectangle((40, 40, 280, 380), fill="white")
    pen.polygon(((320, 400), (560, 430), (540, 760), (300, 740)), fill="white")
    return image


@pytest.mark.parametrize(
    "image",
    [
        pictures.paper(),
        pictures.noise((600, 800)),
        Image.new("RGB", (600, 800), "white"),
        Image.new("RGB", (600, 800), "black"),
        Image.new("RGB", (3, 3), "white"),
        Image.linear_gradient("L").resize((600, 800)).convert("RGB"),
        _blob(),
        _two(),
    ],
)
def test_where_there_is_doubt_there_is_no_proposal(image):
    assert proposing.corners(jpeg(image)) is None


@pytest.mark.parametrize("angle", [-8.0, -3.3, 0.6, 2.0, 6.5])
def test_the_angle_that_makes_lines_level_is_found(angle):
    leaning = pictures.paper().rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    found = proposing.tilt(jpeg(leaning), Sheet("x"))
    assert found == pytest.approx(angle, abs=0.3)
    made = opened(page(jpeg(leaning), Sheet("x", tilt=found, tone=Tone.GREY)))
    assert proposing.tilt(jpeg(made.convert("RGB")), Sheet("x")) == pytest.approx(0.0, abs=0.3)


def test_level_lines_stay_and_what_has_none_has_no_angle(photo):
    assert proposing.tilt(jpeg(pictures.paper()), Sheet("x")) == 0.0
    assert proposing.tilt(photo, Sheet("x", QUAD)) == pytest.approx(0.0, abs=0.3)
    assert proposing.tilt(jpeg(Image.new("RGB", (600, 800), "white")), Sheet("x")) is None
    assert not proposing.tilt(jpeg(pictures.noise((600, 800))), Sheet("x"))


@pytest.mark.parametrize(
    ("corners", "good"),
    [
        (WHOLE, True),
        (QUAD, True),
        (((0, 0), (1, 1), (1, 0), (0, 1)), False),  # crosses itself
        (((1, 0), (0, 0), (0, 1), (1, 1)), False),  # the other way round
        (((0, 0), (0.5, 0.5), (1, 1), (0, 1)), False),  # flat
        (((0.5, 0.5),) * 4, False),
        (((0, 0), (1.2, 0), (1, 1), (0, 1)), False),
        (((0, 0), (0.3, 0.3), (1, 1), (0, 1)), False),
        (WHOLE[:3], False),
        (((0, 0), (float("nan"), 0), (1, 1), (0, 1)), False),
    ],
)
def test_four_corners_go_round_a_sheet(corners, good):
    assert geometry.sound(corners) is good


@pytest.mark.bench
def test_the_time_is_told_for_each_megapixel(record_property, photo):
    for tone in Tone:
        start = time.perf_counter()
        page(photo, Sheet("x", QUAD, tone=tone))
        took = (time.perf_counter() - start) * 1000 / 1.92
        record_property(f"ms_per_megapixel_{tone}", round(took, 1))
        assert took < 1500
