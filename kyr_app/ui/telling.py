"""What whoever listens to the screen is told without asking: where they are now, what happened, what was answered.

A screen is called what its page is titled; so a screen reader says the new question as soon as the focus comes to it.
What changes elsewhere is announced. Where no screen reader listens, nothing is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel

from kyr_app.model.inline import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks

TITLES = ("display", "title", "subtitle", "lead")
"""The roles of what a page is titled with, from the largest."""


def title(page: QWidget) -> QLabel | None:
    """Return what a page is titled with: its first title, and where it has none its first words."""
    if isinstance(page, QLabel):
        return page
    labels = [each for each in page.findChildren(QLabel) if each.text() and not each.isHidden()]
    for role in TITLES:
        for each in labels:
            if each.property("role") == role:
                return each
    return labels[0] if labels else None


def name_screen(screen: QWidget, say: Speaks, page: QWidget) -> None:
    """Call a screen what its page is titled, in every language it is shown in; announce it where the focus stays."""
    titled = title(page)
    if titled is None:
        return
    words: Words = getattr(titled, "aloud", None) or without_marks(titled.text())
    say(screen.setAccessibleName, lambda locale: plain(locale.render(words)))
    if screen.hasFocus():
        announce(screen, screen.accessibleName())


def without_marks(text: str) -> str:
    """Return the words of a rich text, on one line."""
    return " ".join(QTextDocumentFragment.fromHtml(text).toPlainText().split())


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Let a screen reader say `text`; an urgent one interrupts what is being said."""
    if not text:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 (190 members of enumerations)

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
