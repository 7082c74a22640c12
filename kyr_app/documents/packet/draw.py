"""The pages that the packet brings itself, and every stamp: index, tabs, country list, translations, certificates.

What is made elsewhere gets pages that are empty but for their stamps. Stamps stand in the margin at the foot, below
everything that content may take; the margin at the top is left to the two holes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from msgspec import Struct
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate

from kyr_app.content.tokens import theme
from kyr_app.documents import fonts
from kyr_app.documents.holding import held
from kyr_app.documents.markup import clean
from kyr_app.documents.packet.layout import MARGIN, SAFE, SHEET, STAMP, Piece


class Stamp(Struct, frozen=True):
    """What stands at the foot of a page: the exhibit to the left, the number to the right, a remark between them."""

    left: str = ""
    middle: str = ""
    number: str = ""


class Skeleton(Struct, frozen=True):
    """Our own pages as a PDF, with empty ones among them, and on which page, from 0, each piece begins."""

    pdf: bytes
    starts: dict[str, int]
    total: int

    def counts(self, pieces: Sequence[Piece]) -> dict[str, int]:
        """Return how many pages each piece takes."""
        begins = [self.starts[each.key] for each in pieces] + [self.total]
        return {each.key: after - at for each, at, after in zip(pieces, begins, begins[1:], strict=False)}


def skeleton(
    pieces: Sequence[Piece],
    flows: Mapping[str, Sequence[Any]],
    stamps: Sequence[Stamp],
    title: str,
    tag: str,
) -> Skeleton:
    """Return the pages of all pieces: those of `flows` drawn, the others empty. Pages beyond `stamps` have none."""
    fonts.register()
    made: list[Any] = []
    for at, piece in enumerate(pieces):
        made += [PageBreak()] if at else []
        made.append(_Begin(piece.key))
        made += flows.get(piece.key) or _empty(piece.pages)
    document = _Pages(stamps, title, tag)
    document.build(held(made, SAFE[0]))
    return Skeleton(document.out.getvalue(), document.starts, document.page)


def _empty(pages: int) -> list[Any]:
    made: list[Any] = [_Room()]
    for _ in range(pages - 1):
        made += [PageBreak(), _Room()]
    return made


class _Pages(BaseDocTemplate):  # type: ignore[misc]  # ReportLab brings no types
    """Pages of Letter with a margin of an inch and stamps in it; the same bytes for the same input."""

    def __init__(self, stamps: Sequence[Stamp], title: str, tag: str) -> None:
        self.out, self.stamps, self.starts = BytesIO(), stamps, dict[str, int]()
        super().__init__(
            self.out,
            pagesize=SHEET,
            title=clean(title),
            author="",
            subject="",
            creator="",
            producer="",
            invariant=1,
            lang=tag,
            displayDocTitle=1,
            initialFontName=fonts.TEXT,
            initialFontSize=theme().paper.body,
            pageTemplates=[PageTemplate("page", [Frame(MARGIN, MARGIN, *SAFE, 0, 0, 0, 0)], self._stamped)],
        )

    def _stamped(self, canv: Any, _document: Any) -> None:
        at = canv.getPageNumber() - 1
        if at >= len(self.stamps):
            return
        stamp, size = self.stamps[at], theme().paper.body
        canv.saveState()
        canv.setFont(fonts.BOLD, size)
        canv.drawString(MARGIN, STAMP, clean(stamp.left))
        canv.drawRightString(SHEET[0] - MARGIN, STAMP, clean(stamp.number))
        canv.setFont(fonts.TEXT, theme().paper.small)
        canv.drawCentredString(SHEET[0] / 2, STAMP, clean(stamp.middle))
        canv.restoreState()


class _Begin(Flowable):  # type: ignore[misc]
    """Where a piece begins; takes no room."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take nothing."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Note the page, and let links lead to it."""
        self.canv._doctemplate.starts[self.key] = self.canv.getPageNumber() - 1  # noqa: SLF001 (ReportLab's own way)
        self.canv.bookmarkPage(self.key)


class _Room(Flowable):  # type: ignore[misc]
    """All the room of a page, for what is placed there later."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take what there is."""
        self.width, self.height = width, height
        return width, height

    def draw(self) -> None:
        """Draw nothing."""
