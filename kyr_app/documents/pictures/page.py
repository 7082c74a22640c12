"""A sheet of an exhibit as a picture: for the screen, small; for paper, as fine as a page needs and never enlarged."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from kyr_app.documents.pictures import geometry, tone
from kyr_app.documents.pictures.geometry import Box
from kyr_app.documents.worker import jpeg
from kyr_app.model.errors import KyrError
from kyr_app.model.packet import WHOLE, Sheet, Tone
from kyr_app.model.text import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

PAPER: Box = (1300, 1800)
"""What a page of Letter has room for at 200 to the inch, with an inch of margin: 6.5 by 9 inches."""
SCREEN: Box = (560, 560)
"""What a screen has room for beside another picture."""
_QUALITY = 82
_SPARE = 1.5
"""A picture that many times finer than wanted is made smaller first."""


class PictureGone(KyrError):
    """A picture that cannot be read any more."""

    def __init__(self) -> None:
        super().__init__(
            N_("One picture of the packet cannot be read any more."),
            N_("The others are still there. Bring that one again, and remove the page that is empty."),
        )


class Bits(Struct, frozen=True):
    """A page in black and white: width and height in pixels, and its rows packed as a fax packs them (CCITT G4).

    A bit of 0 is black, as PDF's `/CCITTFaxDecode` takes it with `/K -1` and `/BlackIs1 false`.
    """

    width: int
    height: int
    g4: bytes


def size(picture: bytes) -> Box:
    """Return width and height of a picture in pixels, without decoding it. Raise `PictureGone` for what is none."""
    found = jpeg.size(picture)
    if not (found[0] and found[1]):
        raise PictureGone
    return found


def page(picture: bytes, sheet: Sheet, box: Box = PAPER) -> bytes:
    """Return a sheet as a JPEG that fits into `box`: cut, turned, straightened, toned; pixels and nothing else.

    Colour where the tone is *as it is* and the picture has any, else shades of grey. Raise `PictureGone` where the
    picture cannot be read.
    """
    with _read():
        made = drawn(picture, sheet, box)
        made.info = {}  # a comment or a profile would go along
        out = BytesIO()
        made.save(out, "JPEG", quality=_QUALITY)
        return out.getvalue()


def bits(picture: bytes, sheet: Sheet, box: Box = PAPER) -> Bits:
    """Return a sheet in black and white, packed as a fax. Raise `PictureGone` as `page` does."""
    with _read():
        made = drawn(
            picture, Sheet(sheet.picture, sheet.corners, sheet.turn, sheet.tilt, Tone.BLACK_WHITE), box
        )
        return Bits(made.width, made.height, _packed(made))


@contextmanager
def _read() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, SyntaxError, MemoryError) as error:  # what Pillow raises over damage
        raise PictureGone from error


def drawn(picture: bytes, sheet: Sheet, box: Box) -> Image:
    """Return a sheet as a picture of Pillow's. Raise whatever Pillow raises."""
    from PIL import Image  # noqa: PLC0415 (heavy)

    with Image.open(BytesIO(picture), formats=("JPEG",)) as image:
        plan = geometry.plan(image.size, sheet, box)
        fine = min(1.0, plan.scale * _SPARE)
        coloured = sheet.tone is Tone.AS_IS and image.mode != "L"
        mode = "RGB" if coloured else "L"  # shades of grey lie in a JPEG by themselves
        image.draft(mode, (round(image.width * fine), round(image.height * fine)))
        image.load()
        flat = _cut(image if image.mode == mode else image.convert(mode), sheet, plan)
    if sheet.turn % 4:
        flat = flat.transpose(
            (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)[
                sheet.turn % 4 - 1
            ]
        )
    if sheet.tilt:
        flat = flat.rotate(-sheet.tilt, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
        flat.thumbnail(box)  # a rotation counts a pixel more
    return tone.toned(flat, sheet.tone)


def _cut(image: Image, sheet: Sheet, plan: geometry.Plan) -> Image:
    from PIL import Image as Pillow  # noqa: PLC0415 (heavy)

    if sheet.corners == WHOLE:
        if image.size == plan.cut:
            return image
        return image.resize(plan.cut, Pillow.Resampling.LANCZOS, reducing_gap=2.0)
    wide, high = geometry.shape(image.size, sheet.corners)
    spare = min(wide / plan.cut[0], high / plan.cut[1])
    if spare > _SPARE:
        smaller = (max(1, round(image.width / spare)), max(1, round(image.height / spare)))
        image = image.resize(smaller, Pillow.Resampling.BILINEAR, reducing_gap=2.0)
    numbers = geometry.coefficients(image.size, sheet.corners, plan.cut)
    return image.transform(
        plan.cut, Pillow.Transform.PERSPECTIVE, numbers, Pillow.Resampling.BICUBIC, fillcolor="white"
    )


def _packed(made: Image) -> bytes:
    """Return the rows of a picture in black and white as one strip of CCITT G4."""
    from PIL import Image, ImageChops  # noqa: PLC0415 (heavy)

    out = BytesIO()
    rows = ImageChops.invert(made).convert("1", dither=Image.Dither.NONE)  # a fax counts ink
    rows.save(out, "TIFF", compression="group4", strip_size=made.width * made.height)
    out.seek(0)
    with Image.open(out, formats=("TIFF",)) as strip:
        tags: dict[int, tuple[int, ...]] = dict(strip.tag_v2)  # type: ignore[attr-defined]
    starts, lengths = tags[273], tags[279]
    if len(starts) != 1:
        raise ValueError("more than one strip")
    return out.getvalue()[starts[0] : starts[0] + lengths[0]]
