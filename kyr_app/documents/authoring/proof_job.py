"""The job of proof sheets: for authors, in the language of whoever asked."""

from __future__ import annotations

from kyr_app.content.proof import Proof
from kyr_app.documents.authoring import proof_captions as captions
from kyr_app.documents.sheet_job import SheetJob, Told
from kyr_app.i18n.locale import Locale
from kyr_app.model.text import Words


class ProofJob(SheetJob, frozen=True, kw_only=True):
    """Proofs of files; `locales` are the two languages of content, `reader` the language of the author."""

    proofs: tuple[Proof, ...]
    reader: Locale

    @property
    def title(self) -> Words:
        """The name of the paper."""
        return captions.PROOFS

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.authoring import proof  # noqa: PLC0415 (what start-up does not pay)

        return proof.build(
            self.proofs, self.reader, self.locales, paper=self.paper, today=self.today, progress=told
        )
