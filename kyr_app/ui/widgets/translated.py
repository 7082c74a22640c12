"""What is said of a translation: by a pack that brings one, and by a page that is shown in an added language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kyr_app.model.text import Standing, Text
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.session.packs.tongues import Brought
    from kyr_app.ui.words import Speaks


def brings(say: Speaks, brought: Brought) -> Framed:
    """Return that a pack adds a language, how much of it there is, and who has read it."""
    from kyr_app.session.packs import tongues  # noqa: PLC0415 (it came with the pack)

    frame = Framed("sheet", "translate")
    frame.column.addWidget(Pair(say, tongues.adds(brought.language), "strong"))
    for told in brought.said:
        frame.column.addWidget(Pair(say, told, "small"))
    return frame


class Translated(Framed):
    """Tells that passages are missing and stand in Spanish, and whether anybody has read the translation."""

    def __init__(self, say: Speaks, texts: Iterable[Text]) -> None:
        super().__init__("sheet", "translate", ems=1.2)
        self._words = Label("small")
        self.column.addWidget(self._words)
        self._standing = Standing(tuple(texts))
        say(self._show, self._standing_in)

    def _standing_in(self, locale: Locale) -> str:
        return locale.render(self._standing)

    def _show(self, said: str) -> None:
        self._words.say(said)
        self._words.aloud = self._standing if said else None
        if not said or self.parentWidget() is not None:
            self.setVisible(bool(said))
