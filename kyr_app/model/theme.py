"""The tokens of the program's looks: what `assets/theme.toml` holds, and what each thing means."""

from __future__ import annotations

from msgspec import Struct

from kyr_app.model.settings import Look, TextSize


class Colours(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One look, as `#RRGGBB`. `on_accent` is for words on `accent`; the `_ground`s lie under their namesakes."""

    ground: str
    surface: str
    ink: str
    ink_soft: str
    accent: str
    accent_deep: str
    on_accent: str
    chosen: str
    warm: str
    warm_ground: str
    stop: str
    stop_ground: str
    line: str
    focus: str


class Type(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Sizes of letters on the screen, in pixels at 96 to the inch; `scale` goes from captions to the largest title."""

    scale: tuple[int, int, int, int, int]
    body_normal: int
    body_large: int
    body_very_large: int
    line_height: float
    line_characters: int

    def body(self, size: TextSize) -> int:
        """Return the size of running text, in pixels."""
        return {
            TextSize.NORMAL: self.body_normal,
            TextSize.LARGE: self.body_large,
            TextSize.VERY_LARGE: self.body_very_large,
        }[size]

    def step(self, step: int, size: TextSize) -> int:
        """Return step 0 (captions) to 4 (the largest title) of the scale, grown as the running text is; pixels."""
        return round(self.scale[step] * self.body(size) / self.body_normal)


class Shape(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Distances on the screen in pixels; `fade` in milliseconds; `wide` and `high` are the least screen."""

    space: int
    radius: int
    target: int
    target_gap: int
    border: int
    focus_width: int
    icon: int
    picture: int
    fade: int
    wide: int
    high: int


class Slide(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Sizes on a wall `wide` × `high` pixels large, where they are smallest; on a larger one they grow with it."""

    body: int
    title: int
    say: int
    margin: int
    gap: int
    sign: int
    wide: int
    high: int


class PaperTokens(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Sizes on paper in points; `margin`, `edge` and the sides of a card in millimetres.

    What is not a rule grows with the body.
    """

    margin: float
    edge: float
    body: float
    body_large: float
    line_height: float
    title: float
    point: float
    heading: float
    small: float
    least: float
    card_body: float
    card_width: float
    card_height: float
    fold: float
    rule: float
    thick_rule: float
    space: float
    icon: float
    picture: float
    box: float
    column_gap: float
    line_characters: int


class Theme(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything that decides how the program looks."""

    light: Colours
    dark: Colours
    high: Colours
    type: Type
    shape: Shape
    slide: Slide
    paper: PaperTokens

    def colours(self, look: Look) -> Colours:
        """Return the colours of a look."""
        return {Look.LIGHT: self.light, Look.DARK: self.dark, Look.HIGH: self.high}[look]
