"""The family's own papers in a packet: drawn once, counted, and where their ink lies on the page."""

from __future__ import annotations

import hashlib
import threading
from io import BytesIO

import pikepdf
from msgspec import Struct, structs
from PIL import Image

from kyr_app.content.tokens import theme
from kyr_app.documents.packet.layout import MARGIN, SAFE, SHEET
from kyr_app.documents.packet.paging import Leaf, leaves
from kyr_app.documents.sheet_job import Progress, SheetJob
from kyr_app.documents.templates import assemble
from kyr_app.documents.templates.court import geometry
from kyr_app.documents.templates.filling import Filler
from kyr_app.documents.templates.job import Take, TemplateJob
from kyr_app.documents.templates.setting import Setter
from kyr_app.documents.typesetting.holding import held
from kyr_app.documents.typesetting.voice import voices
from kyr_app.documents.worker import api as worker
from kyr_app.model.settings import Paper
from kyr_app.model.template import Leaves, Look, Speaks

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge in points from the lower left corner of a sheet."""
WHOLE: Box = (0.0, 0.0, *SHEET)
_DPI = 72
_PALE = 200
"""Paler than this is no ink; of 255."""
_MOST = 64
_KNOWN: dict[bytes, tuple[Box, ...]] = {}
"""Where the pages of the last papers go, by what the papers are: to look at their ink takes a process each time."""
_LOCK = threading.Lock()


class Own(Struct, frozen=True):
    """A paper: its PDF, and the box into which each page is drawn, so that its ink is inside the margins."""

    pdf: bytes
    boxes: tuple[Box, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.boxes)


def drawn(job: SheetJob, progress: Progress | None) -> Own:
    """Return a paper. What is set for a court stays as it is; another is moved, or made smaller where it must be."""
    made = job.run(progress)
    if isinstance(job, TemplateJob) and job.take in {Take.FILED, Take.COPY}:
        return Own(made, (WHOLE,) * _count(made))
    known = hashlib.sha256(made).digest()
    with _LOCK:
        boxes = _KNOWN.get(known)
    if boxes is None:
        boxes = tuple(_box(each.jpeg) for each in worker.render(made, dpi=_DPI))
        with _LOCK:
            _KNOWN[known] = boxes
            while len(_KNOWN) > _MOST:
                _KNOWN.pop(next(iter(_KNOWN)))
    return Own(made, boxes)


def set_pages(job: SheetJob) -> tuple[Leaf, ...] | None:
    """Return the pages of a paper that is set for a court anyway, not drawn yet; None for any other.

    They are drawn with the packet's own pages: no file of its own, no fonts of its own, a third of the time.
    """
    if not isinstance(job, TemplateJob) or job.take is not Take.FILED or job.template.leaves is Leaves.KEPT:
        return None
    if any(each.speaks is Speaks.WRITER for each in job.template.sheets):
        return None
    filler = Filler(job.answers, job.fields, job.filing, told_in=(job.copied or job.filing).language)
    voice = voices((job.filing,), theme().paper.body)[0]
    found = list[Leaf]()
    for page in assemble.pages(job.template, job.library.templates, filler):
        if page.speaks is Speaks.FILING:
            setter = Setter(voice, geometry(Paper.LETTER), double=page.look is Look.COURT)
            found += leaves(held(setter.page(page), SAFE[0]))
    return tuple(found) or None


def _count(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def _box(jpeg: bytes) -> Box:
    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as page:
        scale = SHEET[0] / page.width
        found = page.convert("L").point(lambda level: 255 if level < _PALE else 0).getbbox()
        high = page.height
    if found is None:
        return WHOLE
    left, upper, right, lower = (each * scale for each in found)
    return fitting((left, high * scale - lower, right, high * scale - upper))


def fitting(ink: Box) -> Box:
    """Return the box for a whole sheet, with which ink at `ink` lies inside the margins: as it is where it does."""
    left, lower, right, upper = ink
    edge = SHEET[0] - MARGIN, SHEET[1] - MARGIN
    if left >= MARGIN - 1 and lower >= MARGIN - 1 and right <= edge[0] + 1 and upper <= edge[1] + 1:
        return WHOLE
    scale = min(1.0, SAFE[0] / (right - left), SAFE[1] / (upper - lower))
    x = min(max(left * scale, MARGIN), edge[0] - (right - left) * scale) - left * scale
    y = edge[1] - upper * scale if upper * scale > edge[1] else max(0.0, MARGIN - lower * scale)
    y = max(y, MARGIN - lower * scale)
    return (x, y, x + SHEET[0] * scale, y + SHEET[1] * scale)


def for_court(job: TemplateJob, *, reading: bool) -> TemplateJob:
    """Return the job of what is filed of a paper, or of its copy to read, without page numbers of its own."""
    if reading:
        return structs.replace(job, take=Take.COPY, numbered=False, copied=job.locales[0])
    return structs.replace(job, take=Take.FILED, numbered=False)
