"""The job that makes a paper of a template. Nothing heavy is fetched before it runs."""

from __future__ import annotations

from kyr_app.documents.sheet_job import SheetJob, Told
from kyr_app.documents.templates.filling import Fields
from kyr_app.documents.templates.wanted import Left, Take
from kyr_app.i18n.locale import Locale
from kyr_app.model.answers import NOTHING, Answers
from kyr_app.model.template import Template
from kyr_app.model.text import Words

__all__ = ["Left", "Take", "TemplateJob"]


class TemplateJob(SheetJob, frozen=True, kw_only=True):
    """A paper with a family's answers. `locales` are the reader's; `filing` is what is filed in.

    `copied` is the language in which the family wrote, and of the copy that stays; none where that is `filing`.
    `answers` hold derived ones too. Without `numbered` its pages have no numbers: a packet counts them itself.
    """

    template: Template
    filing: Locale
    copied: Locale | None = None
    answers: Answers = NOTHING
    fields: Fields = {}  # noqa: RUF012 (msgspec copies it)
    left: Left = Left()
    take: Take = Take.KIT
    numbered: bool = True

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return self.template.neutral_title

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.templates import kit  # noqa: PLC0415 (what start-up does not pay)

        return kit.build(self, told)
