"""Words on a screen, kept in the language of the moment."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.text import Words
    from kyr_app.session.session import Session

    Sayable = Words | Callable[[Locale], str]


SHOWN = {"say", "say_both", "setText"}
"""The setters through which words are shown, and so may be heard; the others name things for a screen reader."""


class Speaks(QObject):
    """Binds setters to words, and says them again when the language changes.

    Belongs to a widget and ends with it: bind only what lives as long as that widget.
    """

    def __init__(self, owner: QWidget, session: Session) -> None:
        super().__init__(owner)
        self.session = session
        self._bound: dict[object, Callable[[], object]] = {}
        self._stale = False
        owner.installEventFilter(self)

    def __call__(self, setter: Callable[[str], object], words: Sayable) -> None:
        """Say `words` through `setter` now and after every change of language."""
        self._bind(setter, lambda: setter(_said(words, self.session.locale)))
        _let_hear(setter, words)

    def both(self, setter: Callable[[str, str], object], words: Sayable) -> None:
        """Likewise in both languages, the reader's first; the second is empty while one is shown."""
        self._bind(setter, lambda: setter(*self._in_both(words)))
        _let_hear(setter, words)

    def _in_both(self, words: Sayable) -> tuple[str, str]:
        """Return words in both languages; once, where they are the same: a name, a number, Spanish standing in."""
        first = _said(words, self.session.locale)
        other = _said(words, self.session.second)
        return first, "" if first == other else other

    def _bind(self, setter: object, say: Callable[[], object]) -> None:
        self._bound[setter] = say
        say()

    def again(self) -> None:
        """Say everything once more, but through what is gone by now. An error is told, and the rest is said.

        None may leave this method, which Qt calls amid its events. Qt for Python keeps it for the end of the event, and
        whatever Qt asks of Python until then fails with it. An error that comes out of C, as that of a widget that is
        gone does, it takes for an object, which under Python 3.11 it is not yet: that ends the program (6.12.0).
        """
        self._stale = False
        for setter, say in list(self._bound.items()):
            try:
                say()
            except RuntimeError:  # what said it is gone
                del self._bound[setter]
            except Exception as error:  # noqa: BLE001 (whatever it was, see above)
                sys.excepthook(type(error), error, error.__traceback__)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say everything again when Qt announces another language; what is hidden, when it is next shown."""
        kind = event.type()
        if kind == QEvent.Type.LanguageChange and isinstance(watched, QWidget):
            self._stale = not watched.isVisible()
            if not self._stale:
                self.again()
        elif kind == QEvent.Type.Show and self._stale:
            self.again()
        return False


def _said(words: Sayable, locale: Locale | None) -> str:
    if locale is None:
        return ""
    return words(locale) if callable(words) else locale.render(words)


def _let_hear(setter: object, words: Sayable) -> None:
    """Leave with a widget that can be heard the words it shows; those that are made anew each time are not read."""
    shows = getattr(setter, "__self__", None)
    if shows is not None and hasattr(shows, "aloud") and getattr(setter, "__name__", "") in SHOWN:
        shows.aloud = None if callable(words) else words
