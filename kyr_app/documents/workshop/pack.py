"""Sets for a workshop: each paper is drawn once, and its pages stand in the file once, however many sets there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from kyr_app.documents.typesetting.markup import clean
from kyr_app.documents.workshop import captions
from kyr_app.documents.workshop.sets import Count, Sets

if TYPE_CHECKING:
    from kyr_app.documents.sheet_job import Told
    from kyr_app.documents.workshop.sets import OnePaper
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.text import Words


def one_set(sets: Sets, title: str, told: Told | None) -> bytes:
    """Return the PDF of one set, to look at."""
    papers = _papers(sets, sets.papers, told, 0, len(sets.papers))
    return _Packed(papers[0], title).made(papers[1:])


def counted(sets: Sets, told: Told | None) -> Count:
    """Return how much paper all sets take, from the very papers."""
    total = len(sets.papers) + len(sets.child)
    papers = _papers(sets, sets.papers, told, 0, total)
    child = _papers(sets, sets.child, told, len(papers), total)
    return Count(tuple(map(_pages, papers)), tuple(map(_pages, child)), sets.people, sets.children)


def _papers(
    sets: Sets, papers: Sequence[OnePaper], told: Told | None, before: int, total: int
) -> list[bytes]:
    """Return papers drawn, telling after each how many are done; between two of them one can be told to stop."""
    made = []
    for at, paper in enumerate(papers, before):
        step = None if told is None else _at(told, at, total)
        made.append(sets.kept.paper(paper, step))
        if told is not None:
            told(at + 1, total)
    return made


def _at(told: Told, at: int, total: int) -> Told:
    """Return what tells, while one paper is drawn, how many were done before it."""
    return lambda _done, _of: told(at, total)


def _pages(paper: bytes) -> int:
    with pikepdf.open(BytesIO(paper)) as pdf:
        return len(pdf.pages)


def pack(  # noqa: PLR0913 (as a pack is)
    sets: Sets,
    front: Callable[[], bytes] | None,
    locale: Locale,
    told: Told | None,
    *,
    title: Words,
    both_sides: bool,
) -> bytes:
    """Return the PDF of what `front` draws and of all sets. Raise `Stopped` between two steps if asked to."""
    before = len(sets.papers) + len(sets.child) + int(front is not None)
    total = before + sets.people + sets.children
    papers = _papers(sets, sets.papers, told, 0, total)
    child = _papers(sets, sets.child, told, len(papers), total)
    whole = _Packed(front() if front else None, locale.render(title), even=both_sides)

    def tell(done: int) -> None:
        if told is not None:
            told(done, total)

    tell(before)
    for n in range(1, sets.people + 1):
        whole.add("set", papers, locale.render(captions.one_set(n, sets.people)))
        tell(before + n)
    for n in range(1, sets.children + 1):
        whole.add("child", child, locale.render(captions.child(n, sets.children)))
        tell(before + sets.people + n)
    return whole.bytes()


class _Packed:
    """A PDF to which papers are added again and again. What a page shows is kept once."""

    def __init__(self, front: bytes | None, title: str, *, even: bool = False) -> None:
        self._even = even
        self._pdf = pikepdf.Pdf.new() if front is None else pikepdf.open(BytesIO(front))
        self._title = title
        self._once: dict[str, list[pikepdf.Page]] = {}
        self._marks: list[tuple[str, int]] = []
        if front is not None:
            self._level()

    def _level(self) -> None:
        """Let what comes next begin on a sheet of its own where both sides are printed."""
        if self._even and len(self._pdf.pages) % 2:
            self._pdf.add_blank_page(page_size=_size(self._pdf.pages[-1]))

    def add(self, kind: str, papers: Sequence[bytes], name: str = "") -> None:
        """Add papers; those of a kind that was added before are those very pages again."""
        begin = len(self._pdf.pages)
        if kind in self._once:
            self._pdf.pages.extend(self._once[kind])
        else:
            for paper in papers:
                with pikepdf.open(BytesIO(paper)) as other:
                    self._pdf.pages.extend(other.pages)
                self._level()
            self._once[kind] = list(self._pdf.pages)[begin:]
        if name:
            self._marks.append((name, begin))

    def made(self, papers: Sequence[bytes]) -> bytes:
        """Return the PDF with these papers at its end."""
        self.add("set", papers)
        return self.bytes()

    def bytes(self) -> bytes:
        """Return the PDF; the same bytes for the same papers."""
        pdf = self._pdf
        with pdf.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(name, page) for name, page in self._marks)
        pdf.docinfo["/Title"] = clean(self._title)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        pdf.close()
        return out.getvalue()


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, low, right, high = (float(each) for each in page.mediabox.as_list())
    return right - left, high - low
