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


def toned(image: Image, tone: Tone) -> Image:
    """Return a picture in a tone; as it is, unchanged."""
    if tone is Tone.AS_IS:
        return image
    grey = image.convert("L")
    if tone is Tone.GREY:
        return grey
    even = _even(grey)
    return _clear(even) if tone is Tone.CLEAR else black_white(even)


def _even(grey: Image) -> Image:
    """Return a picture as if the light on it were even: each place held against the paper near it."""
    from PIL import Image, ImageFilter, ImageMath  # noqa: PLC0415 (heavy)

    small = grey.reduce(_STEP) if min(grey.size) >= _STEP * 2 else grey
    paper = small.filter(ImageFilter.MaxFilter(_REACH)).filter(ImageFilter.BoxBlur(_REACH // 2))
    paper = paper.point(lambda level: max(level, _DARK))
    paper = paper.resize(grey.size, Image.Resampling.BILINEAR)

    def divided(told: dict[str, Any]) -> Any:
        return told["convert"](told["min"](told["grey"] * 255 / told["paper"], 255), "L")

    made: Image.Image = ImageMath.lambda_eval(divided, grey=grey, paper=paper)
    return made


def _clear(even: Image) -> Image:
    from PIL import ImageFilter  # noqa: PLC0415 (heavy)

    spread = 255 / (_WHITE - _BLACK)
    steep = [round(max(0.0, min(255.0, (level - _BLACK) * spread))) for level in range(256)]
    return even.point(steep).filter(ImageFilter.UnsharpMask(radius=1.2, percent=60, threshold=3))


def black_white(even: Image) -> Image:
    """Return a picture in black and white alone, as shades of grey of which it uses two."""
    from PIL import ImageFilter, ImageMath  # noqa: PLC0415 (heavy)

    calm = even.filter(ImageFilter.GaussianBlur(0.6))
    round_it = calm.filter(ImageFilter.BoxBlur(max(6, max(even.size) // 70)))

    def inked(told: dict[str, Any]) -> Any:
        level = told["calm"]
        paper = (level > told["mean"] * _INK) * (level > _SOLID)
        return told["convert"](paper * 255, "L")

    made: Image = ImageMath.lambda_eval(inked, calm=calm, mean=round_it)
    return made
