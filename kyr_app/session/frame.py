"""What every job of a sheet takes from a sitting: content, languages, paper, day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from kyr_app.content.library import Library
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.settings import Paper, Settings


class Sitting(Protocol):
    """What a sheet needs of the session."""

    settings: Settings
    today: dt.date

    @property
    def library(self) -> Library:
        """The content."""

    def locale_of(self, language: str) -> Locale:
        """Return the locale of a language."""


def frame(session: Sitting, languages: Sequence[str], paper: Paper | None = None) -> dict[str, Any]:
    """Return it by the names that jobs give it; the first language is the reader's, the paper that of the settings."""
    return {
        "library": session.library,
        "locales": tuple(session.locale_of(each) for each in languages),
        "paper": paper or session.settings.paper,
        "today": session.today,
    }
