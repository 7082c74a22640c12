"""From tokens to Qt: a palette, a font and a style sheet for a look and a size of letters.

Widgets that paint themselves find every colour in their palette (see `palette`) and every size as a multiple of
the application's font, so that a change of look or size reaches them as Qt's own events.
"""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kyr_app.content import tokens
from kyr_app.model.settings import Look, Settings, TextSize
from kyr_app.model.theme import Colours, Theme
from kyr_app.ui import sheet

FAMILY = "Atkinson Hyperlegible"
ICONS = "Phosphor"
TITLES = 2
"""The first step of the scale that is a title."""


class Style(Struct, frozen=True):
    """What the screen looks like now."""

    theme: Theme
    look: Look
    size: TextSize

    @property
    def colours(self) -> Colours:
        """The colours of the look."""
        return self.theme.colours(self.look)

    def step(self, step: int) -> int:
        """Return a step of the scale in pixels: 0 is a caption, 4 the largest title.

        Titles are large already: they grow half as much as what is read.
        """
        grown, plain = self.theme.type.step(step, self.size), self.theme.type.scale[step]
        return grown if step < TITLES else (grown + plain) // 2

    @property
    def bar(self) -> int:
        """The size of words in the bar, which must leave room for the screen under it."""
        return min(self.step(0), self.theme.type.scale[1])

    @property
    def body(self) -> int:
        """The size of running text in pixels."""
        return self.theme.type.body(self.size)


def style(settings: Settings) -> Style:
    """Return the style that settings ask for."""
    return Style(tokens.theme(), settings.look, settings.text_size)


def line_percent() -> int:
    """Return the height of a line of running text as Qt's rich text counts it: percent of a line set solid."""
    font = QGuiApplication.font()
    return round(100 * tokens.theme().type.line_height * font.pixelSize() / QFontMetrics(font).lineSpacing())


def space(times: float = 1) -> int:
    """Return a distance in pixels: `times` the unit of which every distance is a multiple."""
    return round(tokens.theme().shape.space * times)


def mix(over: str, under: str, part: float) -> str:
    """Return `part` of the colour `over` on `under`: the tints, which are no tokens of their own."""
    one, two = QColor(over), QColor(under)
    pairs = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    return QColor(*(round(a * part + b * (1 - part)) for a, b in pairs)).name()


def palette(colours: Colours) -> QPalette:
    """Return the palette in which self-painting widgets find their colours.

    Window ground, Base surface, Text ink, PlaceholderText ink-soft, Highlight accent, AlternateBase chosen, Mid
    line, Midlight a hairline, ToolTipBase and ToolTipText warm, BrightText stop, Shadow its ground.
    """
    role = QPalette.ColorRole
    named = {
        role.Window: colours.ground,
        role.WindowText: colours.ink,
        role.Base: colours.surface,
        role.AlternateBase: colours.chosen,
        role.Text: colours.ink,
        role.Button: colours.surface,
        role.ButtonText: colours.ink,
        role.PlaceholderText: colours.ink_soft,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent_deep,
        role.ToolTipBase: colours.warm_ground,
        role.ToolTipText: colours.warm,
        role.BrightText: colours.stop,
        role.Shadow: colours.stop_ground,
        role.Mid: colours.line,
        role.Midlight: mix(colours.line, colours.ground, 0.4),
        role.Light: colours.surface,
        role.Dark: colours.ink_soft,
    }
    made = QPalette()
    for each, colour in named.items():
        made.setColor(each, QColor(colour))
    return made


def font(of: Style) -> QFont:
    """Return the font of running text."""
    made = QFont(FAMILY)
    made.setPixelSize(of.body)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return made


def apply(app: QApplication, settings: Settings) -> None:
    """Make the whole program look as settings ask."""
    now = style(settings)
    scheme = Qt.ColorScheme.Light if now.look is Look.LIGHT else Qt.ColorScheme.Dark
    app.styleHints().setColorScheme(scheme)
    app.setStyleSheet(
        ""
    )  # a sheet put in the place of another costs twice as much as one put in the place of none
    app.setFont(font(now))
    app.setPalette(palette(now.colours))
    app.setStyleSheet(sheet.sheet(values(now)))


def values(now: Style) -> dict[str, str]:
    """Return what the style sheet's places hold: colours by token name, distances and sizes in pixels."""
    colours, shape = now.colours, now.theme.shape
    found = {name: str(getattr(colours, name)) for name in colours.__struct_fields__}
    whole = now.look is Look.HIGH  # where every frame has a whole line, and a thicker one
    found["hair"] = mix(colours.line, colours.ground, 1 if whole else 0.4)
    found["hover"] = mix(colours.chosen, colours.surface, 0.55)
    found["bar"] = mix(colours.surface, colours.ground, 0.65)
    found["family"], found["body"] = FAMILY, str(now.body)
    found["warm_line"] = mix(colours.warm, colours.warm_ground, 1 if whole else 0.45)
    found["stop_line"] = mix(colours.stop, colours.stop_ground, 1 if whole else 0.45)
    found.update({f"s{step}": str(now.step(step)) for step in range(5)})
    found.update({f"d{times}": str(shape.space * times) for times in range(1, 8)})
    found.update({f"letter{at}": str(now.theme.type.scale[at]) for at in range(3)})
    solid = QFontMetrics(font(now)).lineSpacing()
    found["lead"] = str(max(0, round(now.theme.type.line_height * now.body) - solid))
    found["bar_size"] = str(now.bar)
    found["half"] = str(shape.space // 2)
    line = shape.border * (2 if whole else 1)
    found.update(radius=str(shape.radius), target=str(shape.target), ring=str(shape.focus_width + line - 1))
    found.update(border=str(line), pill=str(shape.target // 2), thick=str(line * 2))
    found["round"] = str(shape.radius + shape.space // 2)
    return found
