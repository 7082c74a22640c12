"""Words on a screen, kept in the language of the moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.text import Words
    from kyr_app.session.session import Session

    Sayable = Words | Callable[[Locale], str]
    Setter = Callable[[str], object]


class Speaks(QObject):
    """Binds setters to words, and says them again when the language changes.

    Belongs to a widget and ends with it: bind only what lives as long as that widget.
    """

    def __init__(self, owner: QWidget, session: Session) -> None:
        super().__init__(owner)
        self.session = session
        self._bound: dict[Setter, tuple[Sayable, bool]] = {}
        self._owner, self._stale = owner, False
        owner.installEventFilter(self)

    def __call__(self, setter: Setter, words: Sayable) -> None:
        """Say `words` through `setter` now and after every change of language."""
        self._bound[setter] = (words, False)
        setter(self._said(words, second=False))

    def second(self, setter: Setter, words: Sayable) -> None:
        """Likewise in the second language; with the empty string while one language is shown."""
        self._bound[setter] = (words, True)
        setter(self._said(words, second=True))

    def again(self) -> None:
        """Say everything once more."""
        self._stale = False
        for setter, (words, second) in self._bound.items():
            setter(self._said(words, second=second))

    def _said(self, words: Sayable, *, second: bool) -> str:
        locale = self.session.second if second else self.session.locale
        if locale is None:
            return ""
        return words(locale) if callable(words) else locale.render(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say everything again when Qt announces another language; what is hidden, when it is next shown."""
        kind = event.type()
        if kind == QEvent.Type.LanguageChange:
            self._stale = True
        if self._stale and (kind == QEvent.Type.Show or self._owner.isVisible()):
            self.again()
        return super().eventFilter(watched, event)
