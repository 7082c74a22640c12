"""Inside the limited process: pages and photos become JPEGs that hold nothing but pixels."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from kyr_app.documents.worker.opening import opened
from kyr_app.documents.worker.shapes import (
    MOST_BYTES,
    MOST_PAGES,
    MOST_PIXELS,
    MOST_POINTS,
    Picture,
    Refused,
    Render,
    Reply,
    Trouble,
)

_QUALITY = 85
_FORMATS = ("JPEG", "PNG")
_ROWS = 16
"""So many rows of a picture are looked at before all of it."""


def render(job: Render) -> Reply:
    """Return the wanted pages of a PDF, or a photo as the one page it is. Raise `Refused` for what is over a limit."""
    if len(job.data) > MOST_BYTES:
        raise Refused(Trouble.LARGE)
    if b"%PDF-" in job.data[:1024]:
        return _pages(job)
    return Reply(pictures=(_photo(job.data, job.side),), total=1)


def _pages(job: Render) -> Reply:
    document = opened(job.data)
    total = len(document)
    if total > MOST_PAGES:
        raise Refused(Trouble.PAGES)
    document.init_forms()  # so that what somebody filled in is drawn too
    last = min(job.first + job.count, total)
    return Reply(pictures=tuple(_page(document, at, job.dpi) for at in range(job.first, last)), total=total)


def _page(document: Any, at: int, dpi: int) -> Picture:
    page = document[at]
    wide, high = page.get_size()
    if not (0 < wide <= MOST_POINTS and 0 < high <= MOST_POINTS):
        raise Refused(Trouble.PAGE_SIZE)
    if wide * high * (dpi / 72) ** 2 > MOST_PIXELS:
        raise Refused(Trouble.PIXELS)
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=False)
    drawn = _encoded(bitmap.to_pil().convert("RGB"), (wide, high))
    page.close()
    return drawn


def _photo(data: bytes, side: int) -> Picture:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(data), formats=_formats(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Refused(Trouble.PIXELS)
            image.draft("RGB", (side, side))
            smooth = _smooth(image)
            smooth.thumbnail((side, side), Image.Resampling.HAMMING, reducing_gap=2.0)
            upright = ImageOps.exif_transpose(smooth)  # when it is small already
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(Trouble.PIXELS) from error
    except UnidentifiedImageError as error:
        raise Refused(Trouble.KIND) from error
    return _encoded(upright)


def _smooth(image: Image.Image) -> Image.Image:
    """Return a picture that can be made smaller without losing strokes: of two colours, or of few, it cannot."""
    if image.mode == "1":
        return image.convert("L")
    if image.mode in {"P", "PA"}:
        return image.convert("RGBA" if image.mode == "PA" or "transparency" in image.info else "RGB")
    return image


def _formats(data: bytes) -> tuple[str, ...]:
    """Return the kinds of photo that are tried; HEIF only where the file says that it is one."""
    if data[4:8] != b"ftyp":
        return _FORMATS
    import pillow_heif  # noqa: PLC0415 (only for the photos of one kind of phone)

    pillow_heif.register_heif_opener(thumbnails=False)
    return ("HEIF",)


def _encoded(image: Image.Image, points: tuple[float, float] = (0.0, 0.0)) -> Picture:
    """Return the pixels alone: drawn on white, without place, camera, comment or colour profile.

    What has no colour has one channel: a page of writing is a third of the work whenever it is looked at or printed.
    """
    if image.mode.startswith("I;16") or image.mode == "I":
        image = image.convert("I").point(lambda level: level / 256).convert("L")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        plain = Image.new("RGB", image.size, "white")
        plain.paste(clear, mask=clear.getchannel("A"))
    else:
        plain = image.convert("L" if image.mode in {"1", "L"} else "RGB")
    if plain.mode == "RGB" and _colourless(plain):
        plain = plain.getchannel("G")
    plain.info = {}
    out = BytesIO()
    plain.save(out, "JPEG", quality=_QUALITY)
    return Picture(out.getvalue(), plain.width, plain.height, points)


def _colourless(image: Image.Image) -> bool:
    """Return whether all three channels are the same; a few rows tell for most pictures that they are not."""
    rows = image.resize((image.width, min(image.height, _ROWS)), Image.Resampling.NEAREST)
    return all(_alike(each) for each in (rows, image))


def _alike(image: Image.Image) -> bool:
    red, green, blue = image.split()
    return all(
        ImageChops.difference(green, each).getbbox() is None  # nothing but black: no difference
        for each in (red, blue)
    )
