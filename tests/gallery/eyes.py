"""Eyes that measure: what is cut off, too small, too near, too pale, without a word, without a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from itertools import combinations, pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

PRESSED = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
TARGET, GAP = 44, 8
MOST_LINKS = 30
"""So often Tab may stay within one sentence."""
BAND = 8
"""Pixels: a row of pixels lower than this is no line of words but a line, a dot or an accent."""
GROUND = 1.5
"""Contrast: less than this, beside words, is a picture behind them."""
INSET = 4
"""Pixels of a button that may be its frame or its ring."""
ROUND = ("chip", "jump")
"""Kinds of buttons whose ends are half circles."""
_MARKS = re.compile(r"<[^>]*>")


def plain(text: str) -> str:
    """Return the words of a rich text."""
    return " ".join(unescape(_MARKS.sub(" ", text)).split())


def seen(window: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """Return the widgets of these kinds that are shown and have any size."""
    every = [each for each in visible(window) if each.width() and each.height()]
    return [each for kind in kinds for each in every if isinstance(each, kind)]


def visible(widget: QWidget) -> list[QWidget]:
    """Return every widget in this one that is shown, from the top down: what is hidden hides all that is in it."""
    found: list[QWidget] = []
    for each in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if each.isVisible():
            found += [each, *visible(each)]
    return found


def place(widget: QWidget, window: QWidget) -> QRect:
    """Return where a widget is in its window, whether or not it is scrolled out of sight."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def sight(widget: QWidget, window: QWidget) -> QRect:
    """Return the part of a widget that can be seen now, in its window."""
    rect, parent = place(widget, window), widget.parentWidget()
    while parent is not None:
        rect = rect & place(parent, window)
        if parent is window:
            break
        parent = parent.parentWidget()
    return rect


def called(widget: QWidget) -> str:
    """Return a few words by which a person can find a widget."""
    text = getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {plain(text or widget.accessibleName())[:40]!r}"


def clipped(window: QWidget) -> list[str]:
    """Return what cannot be read whole: words without room, and what stands out of its column at the side."""
    bad = []
    for label in seen(window, QLabel):
        assert isinstance(label, QLabel)
        if not label.text():
            continue
        tall = label.wordWrap() and label.heightForWidth(label.width()) > label.height() + 1
        if tall or label.minimumSizeHint().width() > label.width() + 1:
            bad.append(called(label))
    for button in seen(window, QAbstractButton, QComboBox):
        hint = button.sizeHint()
        words = getattr(button, "text", lambda: "x")()
        if words and (hint.width() > button.width() + 1 or hint.height() > button.height() + 1):
            bad.append(called(button))
    for area in seen(window, QScrollArea):
        assert isinstance(area, QScrollArea)
        if area.widget() is not None and area.widget().width() > area.viewport().width():
            bad.append(f"column wider than the window by {area.widget().width() - area.viewport().width()}")
    return bad


def small(window: QWidget) -> list[str]:
    """Return what is pressed or typed into and is less than 44 pixels wide or high."""
    found = seen(window, *PRESSED)
    return [
        f"{called(each)} {each.width()}×{each.height()}"
        for each in found
        if min(each.width(), each.height()) < TARGET
    ]


def near(window: QWidget) -> list[str]:
    """Return pairs of targets that are less than 8 pixels apart."""
    rects = [(each, place(each, window)) for each in seen(window, *PRESSED)]
    bad = []
    for (one, a), (other, b) in combinations(rects, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        across = max(a.left(), b.left()) - min(a.right(), b.right()) - 1
        down = max(a.top(), b.top()) - min(a.bottom(), b.bottom()) - 1
        if max(across, down) < GAP and _same_layer(one, other):
            bad.append(f"{called(one)} | {called(other)}: {max(across, down)}")
    return bad


def _same_layer(one: QWidget, other: QWidget) -> bool:
    """Tell whether both scroll together, or neither does: what scrolls may come near what stays."""
    return _scroller(one) is _scroller(other)


def _scroller(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def wordless(window: QWidget) -> list[str]:
    """Return buttons that show a picture and no word, neither on them nor beside them."""
    bad = []
    for button in seen(window, QAbstractButton):
        assert isinstance(button, QAbstractButton)
        inside = [each for each in button.findChildren(QLabel) if each.text()]
        if button.text() or inside:
            continue
        holder = button.parentWidget()
        beside = {plain(each.text()) for each in holder.findChildren(QLabel)} if holder is not None else set()
        if not any(
            (words and words in button.accessibleName()) or button.accessibleName() in words
            for words in beside
        ):
            bad.append(called(button))
    return bad


# ── Contrast, from the pixels ─────────────────────────────────────────────────────────────────────────────────


@cache
def light(rgb: int) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    colour = QColor.fromRgb(rgb)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: int, two: int) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def contrasts(window: QWidget) -> Iterator[tuple[float, str]]:
    """Yield the contrast of every line of words that can be seen now, with whose it is.

    A line's colour is that of its pixel which stands off most: the core of a stroke. Its ground is the colour that
    most of its pixels have.
    """
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for widget in seen(window, QLabel, QAbstractButton, QLineEdit):
        words = getattr(widget, "text", lambda: "")() or getattr(widget, "placeholderText", lambda: "")()
        rect = sight(widget, window)
        if rect != place(widget, window):
            continue  # cut by the edge of the column: it is looked at where it is whole
        if not words or (not isinstance(widget, QLabel) and widget.findChildren(QLabel)):
            continue
        if not isinstance(widget, QLabel):
            side = widget.height() // 2 if widget.property("kind") in ROUND else INSET
            rect = rect.adjusted(side, INSET, -side, -INSET)
        found = list(_bands(image, rect))
        words_there = [value for value in found if value > GROUND]
        for value in words_there or found:  # where there are words, what is paler is a tint of the ground
            yield value, called(widget)


def _bands(image: QImage, rect: QRect) -> Iterator[float]:
    rect = rect & image.rect()
    if rect.width() < BAND or rect.height() < BAND:
        return
    part = image.copy(rect)
    wide = part.bytesPerLine() // 4
    pixels = memoryview(part.constBits()).cast("I")
    rows = [Counter(pixels[at * wide : at * wide + part.width()].tolist()) for at in range(part.height())]
    whole: Counter[int] = Counter()
    for row in rows:
        whole.update(row)
    ground = whole.most_common(1)[0][0]
    band: Counter[int] = Counter()
    high = 0
    for row in [*rows, Counter({ground: part.width()})]:
        if len(row) > 1 or ground not in row:
            band.update(row)
            high += 1
        else:
            if BAND <= high < part.height():
                yield max(contrast(colour & 0xFFFFFF, ground & 0xFFFFFF) for colour in band)
            band, high = Counter(), 0


# ── Names, and the way of the Tab key ─────────────────────────────────────────────────────────────────────────


def heard(widget: QWidget) -> QAccessibleInterface:
    """Return what a screen reader is told of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def name(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    found = heard(widget)
    return plain(found.text(QAccessible.Text.Name)) if found is not None else ""


def focusable(window: QWidget) -> list[QWidget]:
    """Return what the Tab key must come to."""
    found = []
    for each in seen(window, QWidget):
        proxied = each.focusProxy() is not None
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled() and not proxied:
            found.append(each)
    return found


def tab_round(press: Callable[[], object]) -> list[QWidget]:
    """Press Tab (`press` does) until the focus comes back to where it began; return the way."""
    begun = QApplication.focusWidget()
    way: list[QWidget] = []
    again = 0
    for _ in range(600):
        press()
        now = QApplication.focusWidget()
        if now is None or now is begun:
            return way
        if way and now is way[-1] and again < MOST_LINKS:  # from one link of a sentence to the next
            again += 1
            continue
        if now in way:
            return [*way, now]
        again = 0
        way.append(now)
    return way


def jumps_up(way: list[QWidget], within: QWidget) -> list[str]:
    """Return where the Tab key goes up within a column, or to the left within a row: reading goes the other way."""
    bad = []
    inside = [each for each in way if within.isAncestorOf(each)]
    for one, other in pairwise(inside):
        a, b = place(one, within), place(other, within)
        if b.bottom() <= a.top() or (b.top() < a.bottom() and a.top() < b.bottom() and b.right() <= a.left()):
            bad.append(f"{called(one)} → {called(other)}")
    return bad
