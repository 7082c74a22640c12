"""Tones: grey, clear and black-and-white. A photo of a paper has shadows and a yellow lamp; a copy of it has not.

Pillow's own filters do it. Each tone takes a picture and returns one in shades of grey.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kyr_app.model.packet import Tone

if TYPE_CHECKING:
    from PIL.Image import Image

_STEP = 8
"""The light on a paper changes slowly: it is measured on a picture so many times smaller."""
_REACH = 13
"""So many small pixels wide is the place in which the paper itself is looked for: wider than any letter; odd."""
_DARK = 72
"""A ground darker than this is no paper in a shadow: it stays dark."""
_BLACK, _WHITE = 36, 222
"""What is taken for ink, and what for paper, once the light is even."""
_INK, _SOLID = 0.86, 84
"""Darker than this part of what is round it is ink; darker than this, wherever it stands."""
_NEARBY = 4
"""What is round it is measured on a picture so many times smaller."""
_SHARP = (-0.6, -1.2, -0.6, -1.2, 23.2, -1.2, -0.6, -1.2, -0.6)
"""A pixel against those round it, so that thin strokes survive a copier."""
_CALM = (1, 4, 1, 4, 16, 4, 1, 4, 1)
"""A pixel with a little of those round it, so that single specks go."""


def toned(image: Image, tone: Tone) -> Image:
    """Return a picture in a tone; as it is, unchanged."""
    if tone is Tone.AS_IS:
        return image
    grey = image if image.mode == "L" else image.convert("L")
    if tone is Tone.GREY:
        return grey
    even = _even(grey)
    return _clear(even) if tone is Tone.CLEAR else black_white(even)


def _even(grey: Image) -> Image:
    """Return a picture as if the light on it were even: each place held against the paper near it."""
    from PIL import Image, ImageFilter, ImageMath  # noqa: PLC0415 (heavy)

    paper = grey.reduce(_STEP) if min(grey.size) >= _STEP * 2 else grey
    for _ in range(
        _REACH // 2
    ):  # so many steps of one pixel reach as far as one large filter, in a quarter of the time
        paper = paper.filter(ImageFilter.MaxFilter(3))
    paper = paper.filter(ImageFilter.BoxBlur(_REACH // 2))

    def lamp(told: dict[str, Any]) -> Any:
        return 255.0 / told["float"](told["max"](told["paper"], _DARK))

    light = ImageMath.lambda_eval(lamp, paper=paper).resize(grey.size, Image.Resampling.BILINEAR)
    made: Image.Image = ImageMath.lambda_eval(
        lambda told: told["grey"] * told["light"], grey=grey.convert("F"), light=light
    )
    return made.convert("L")  # what is brighter than paper becomes white


def _clear(even: Image) -> Image:
    from PIL import ImageFilter  # noqa: PLC0415 (heavy)

    spread = 255 / (_WHITE - _BLACK)
    steep = [round(max(0.0, min(255.0, (level - _BLACK) * spread))) for level in range(256)]
    return even.point(steep).filter(ImageFilter.Kernel((3, 3), _SHARP))


def black_white(even: Image) -> Image:
    """Return a picture in black and white alone, as shades of grey of which it uses two."""
    from PIL import Image, ImageChops, ImageFilter  # noqa: PLC0415 (heavy)

    calm = even.filter(ImageFilter.Kernel((3, 3), _CALM))
    small = calm.reduce(_NEARBY) if min(calm.size) >= _NEARBY * 2 else calm
    reach = max(6, max(even.size) // 70) * small.width / calm.width
    near = small.filter(ImageFilter.BoxBlur(reach)).resize(even.size, Image.Resampling.BILINEAR)
    ink = near.point([max(level * _INK, _SOLID) for level in range(256)])
    return ImageChops.subtract(calm, ink).point([0] + [255] * 255)
