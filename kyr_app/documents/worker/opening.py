"""Inside the limited process: a PDF as PDFium sees it. What reads words fetches nothing that decodes pictures."""

from __future__ import annotations

from typing import Any

import pypdfium2 as pdfium

from kyr_app.documents.worker.shapes import Refused, Trouble


def opened(data: bytes) -> Any:
    """Return a PDF as PDFium sees it. Raise `Refused` where it wants a password or cannot be read."""
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).casefold()
        raise Refused(Trouble.LOCKED if locked else Trouble.DAMAGED) from error
