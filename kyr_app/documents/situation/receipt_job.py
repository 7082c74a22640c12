"""Jobs for a receipt: what remains of a sitting or of the program; and for the words of a recovery card."""

from __future__ import annotations

from kyr_app.documents.sheet_job import SheetJob, Told
from kyr_app.model.receipt import Receipt
from kyr_app.model.text import Words


class ReceiptJob(SheetJob, frozen=True, kw_only=True):
    """A receipt on one page. It holds what `receipt` holds: no name and no answer of anybody."""

    receipt: Receipt

    @property
    def title(self) -> Words:
        """The name of the paper."""
        return self.receipt.title

    def drawn(self, told: Told | None) -> bytes:
        """Return the PDF."""
        from kyr_app.documents.situation import receipt  # noqa: PLC0415 (what start-up does not pay)

        return receipt.build(self.receipt, self.ordered(told))
