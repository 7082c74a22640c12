"""Pictures as telephones, cameras and scanners make them. All of them are made here, and nobody is on them."""

from __future__ import annotations

import random
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFont

SHEET = (850, 1100)
"""A page of Letter at 100 to the inch."""
QUAD = ((0.12, 0.08), (0.90, 0.12), (0.94, 0.93), (0.06, 0.88))
"""Where the corners of the sheet are in `on_table`."""
TABLE = (70, 50, 38)


def paper(words: str = "Persona de Ejemplo, 555-0100") -> Image.Image:
    """Return a page: lines of writing, and a block of another colour in each corner."""
    page = Image.new("RGB", SHEET, (250, 246, 235))
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(22)
    for line in range(30):
        pen.text((80, 120 + line * 29), f"{line + 1}. {words}, calle 12, colonia Centro", (30, 30, 40), font)
    for (x, y), colour in zip(((0, 0), (770, 0), (770, 1020), (0, 1020)), CORNERS, strict=True):
        pen.rectangle((x, y, x + 80, y + 80), fill=colour)
    return page


CORNERS = ((220, 30, 30), (30, 160, 30), (30, 30, 220), (230, 200, 20))
"""The colours of the blocks: top left, top right, bottom right, bottom left."""


def on_table(size: tuple[int, int] = (1200, 1600), *, shadow: bool = False) -> Image.Image:
    """Return a photo of the page, seen at an angle, on a dark table; with the shadow of whoever took it."""
    numbers = _onto([(x * size[0], y * size[1]) for x, y in QUAD], SHEET)
    seen = paper().transform(
        size, Image.Transform.PERSPECTIVE, numbers, Image.Resampling.BICUBIC, fillcolor=TABLE
    )
    if shadow:
        light = Image.linear_gradient("L").resize(size).point(lambda level: 90 + level // 2)
        seen = ImageChops.multiply(seen, Image.merge("RGB", [light] * 3))
    return seen


def _onto(quad: list[tuple[float, float]], size: tuple[int, int]) -> list[float]:
    """Return Pillow's eight numbers that lay a page of `size` into `quad`, by Gauss."""
    wide, high = size
    rows = []
    for (x, y), (u, v) in zip(quad, ((0, 0), (wide, 0), (wide, high), (0, high)), strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for at in range(8):
        best = max(range(at, 8), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [each / rows[at][at] for each in rows[at]]
        for other in range(8):
            if other != at:
                by = rows[other][at]
                rows[other] = [a - by * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[8] for row in rows]


def noise(size: tuple[int, int], seed: int = 1) -> Image.Image:
    """Return a picture in which no sheet and no line is."""
    return Image.frombytes("L", size, random.Random(seed).randbytes(size[0] * size[1])).convert("RGB")


def jpeg(image: Image.Image, **how: object) -> bytes:
    """Return a JPEG."""
    return encoded(image, "JPEG", **{"quality": 92, "subsampling": 0, **how})


def encoded(image: Image.Image, kind: str, **how: object) -> bytes:
    """Return a picture in a format of Pillow's."""
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return the picture in bytes."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def near(found: tuple[int, ...], wanted: tuple[int, ...], most: int = 45) -> bool:
    """Return whether two colours are about the same."""
    return all(abs(a - b) <= most for a, b in zip(found, wanted, strict=True))


def corners_of(image: Image.Image, inset: float = 0.035) -> list[tuple[int, ...]]:
    """Return the colours near the four corners, from the top left to the right."""
    wide, high = image.size
    near_x, near_y = round(wide * inset), round(high * inset)
    spots = (
        (near_x, near_y),
        (wide - near_x, near_y),
        (wide - near_x, high - near_y),
        (near_x, high - near_y),
    )
    return [image.convert("RGB").getpixel(spot) for spot in spots]  # type: ignore[misc]
