"""What is wanted of a paper, and what a person still has to do by hand for it. Nothing of ReportLab here."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from kyr_app.content.library import Library
from kyr_app.documents.templates.filling import Fields
from kyr_app.i18n.locale import Locale
from kyr_app.model.answers import Answers
from kyr_app.model.settings import Paper
from kyr_app.model.template import Template
from kyr_app.model.text import Words


class Take(StrEnum):
    """What is taken of a paper: all of it, what is filed, the copy that stays, the page before it."""

    KIT = "kit"
    FILED = "filed"
    COPY = "copy"
    BEFORE = "before"


class Left(Struct, frozen=True):
    """What a person still has to do by hand: answers that are missing, words to put into English, words as typed."""

    missing: tuple[Words, ...] = ()
    in_english: tuple[Words, ...] = ()
    typed: tuple[Words, ...] = ()


class Wanted(Protocol):
    """What drawing a paper takes: see `template_job.TemplateJob`."""

    @property
    def library(self) -> Library:
        """The content."""

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The reader's languages, the first before the second."""

    @property
    def paper(self) -> Paper:
        """The size of the paper."""

    @property
    def today(self) -> dt.date:
        """The day on which it is made."""

    @property
    def template(self) -> Template:
        """What the paper is made of."""

    @property
    def filing(self) -> Locale:
        """The language that is filed."""

    @property
    def copied(self) -> Locale | None:
        """The language of the copy that stays, in which the family wrote; none where it is the one that is filed."""

    @property
    def answers(self) -> Answers:
        """What was answered, and what follows from it."""

    @property
    def fields(self) -> Fields:
        """What is asked under each name."""

    @property
    def left(self) -> Left:
        """What is left for the pen."""

    @property
    def take(self) -> Take:
        """Which parts are drawn."""

    @property
    def numbered(self) -> bool:
        """Whether the pages that are filed have numbers."""

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
