"""Jobs for the papers of a story. Nothing heavy is fetched before one runs, and none of them shows what it holds."""

from __future__ import annotations

from kyr_app.documents.sheet_job import SheetJob, Told
from kyr_app.documents.statement import captions
from kyr_app.documents.statement.case import Case
from kyr_app.model.story import Signing
from kyr_app.model.text import Words
from kyr_app.rules.statement import Statement
from kyr_app.rules.story_questions import Question


class StoryJob(SheetJob, frozen=True, kw_only=True):
    """What every paper of a story needs."""

    made: Statement
    signing: Signing
    case: Case

    @property
    def title(self) -> Words:
        """The name of the paper, without a telling word."""
        return captions.SHEETS


class DeclarationJob(StoryJob, frozen=True, kw_only=True):
    """The statement in facing columns: as it was told, and English typed or ruled. Letter paper, as courts ask.

    `locales` are the two columns: the language it is told in, as far as the program speaks it, and English.
    """

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.statement import sheet  # noqa: PLC0415 (what start-up does not pay, here and below)

        return sheet.facing(self.made, self.signing, self.case, self.ordered(told))


class ReadingJob(StoryJob, frozen=True, kw_only=True):
    """A copy to read, with the same numbers."""

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.statement import sheet  # noqa: PLC0415

        return sheet.reading(self.made, self.signing, self.case, self.ordered(told))


class TranslationJob(StoryJob, frozen=True, kw_only=True):
    """The certificate of translation, 8 CFR 1003.33."""

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.statement import certificates  # noqa: PLC0415

        return certificates.translation(self.made, self.signing, self.case, self.ordered(told))


class InterpretationJob(StoryJob, frozen=True, kw_only=True):
    """The certificate that a statement was read to the person, EOIR Practice Manual 3.3(a)."""

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.statement import certificates  # noqa: PLC0415

        return certificates.interpretation(self.made, self.signing, self.case, self.ordered(told))


class QuestionsJob(StoryJob, frozen=True, kw_only=True):
    """What the dates leave open, for the person and a lawyer: no part of the statement."""

    questions: tuple[Question, ...]

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.statement import questions as story_questions  # noqa: PLC0415

        return story_questions.build(self.questions, self.made, self.library, self.ordered(told))
