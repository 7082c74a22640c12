"""The switch of languages in the bar: Spanish, English, the one that a pack adds, and two of them together.

With three languages it stays one line of short buttons: `ES  EN  HT  HT+ES`. Which one stands beside the reader's is
chosen in the settings; here the button of two takes the next one when it is pressed again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kyr_app.i18n.catalogs import OWN_NAMES, SPOKEN, tag
from kyr_app.model.settings import View
from kyr_app.model.text import N_
from kyr_app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.session.session import Session
    from kyr_app.ui.words import Speaks

BOTH, THIRD = "both", "third"


def together(session: Session) -> Callable[[Locale], str]:
    """Return what says which two languages stand together, the reader's first: `ES+EN`, `HT+ES`."""
    return lambda locale: f"{tag('en' if locale.is_pseudo else locale.language)}+{tag(session.beside)}"


class LanguageSwitch(Segments):
    """Changes the language of a session at once."""

    def __init__(self, say: Speaks, session: Session) -> None:
        super().__init__()
        self._session = session
        for code in SPOKEN:
            self.add(say, code, tag(code), OWN_NAMES[code])
        self.third = self.add(say, THIRD, lambda _: tag(session.third), "")
        for setter in (self.third.setAccessibleName, self.third.setToolTip):
            say(setter, lambda _: session.own_name(session.third))
        both = self.add(say, BOTH, together(session), "")
        for setter in (both.setAccessibleName, both.setToolTip):
            say(setter, self._called)
        self.chosen.connect(self.take)
        self.show_now()

    def _called(self, locale: Locale) -> str:
        if not self._session.added:
            return locale.render(N_("Spanish and English together"))
        names = (
            self._session.own_name(each) for each in (self._session.locale.language, self._session.beside)
        )
        return locale.render(N_("Two languages together: {names}", names=" + ".join(names)))

    def take(self, key: str) -> None:
        """Show the language of a button, or two together; pressed again, another second one."""
        session = self._session
        if key == BOTH:
            again = session.settings.view is View.BOTH and bool(session.added)
            session.use_view(View.BOTH, self._next_beside() if again else None)
            return
        if session.settings.view is not View.ONE:
            session.use_view(View.ONE)
        code = session.third if key == THIRD else key
        if code != session.locale.language:
            session.use_language(code)

    def _next_beside(self) -> str:
        session = self._session
        others = [each for each in session.languages if each != session.locale.language]
        return others[(others.index(session.beside) + 1) % len(others)]

    def take_next(self) -> None:
        """Take the next of the choices: one language, the next, two together."""
        keys = [key for key in self.buttons if key != THIRD or self._session.added]
        self.take(keys[(keys.index(self.key) + 1) % len(keys)])

    @property
    def key(self) -> str:
        """Which choice holds."""
        session = self._session
        if session.settings.view is View.BOTH:
            return BOTH
        language = session.locale.language
        return language if language in SPOKEN else THIRD if language in session.added else "en"

    def show_now(self) -> None:
        """Show which choice holds, and as many as there are."""
        self.third.setVisible(bool(self._session.added))
        self.show_choice(self.key)
