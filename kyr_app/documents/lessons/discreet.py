"""A lesson that tells nothing outside: a cover with its neutral title, a neutral header, a neutral back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import structs
from reportlab.platypus import Frame, NextPageTemplate, PageBreak, PageTemplate, Spacer

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.lessons.handout import each, sheets
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.boxes import Aligned
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.frames import Rules
from kyr_app.documents.typesetting.marks import Icon
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import Document, Geometry, Progress, names
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.model.lesson import Lesson
from kyr_app.model.text import Words

_COVER = "cover"
_LINES = 20


def build(lessons: Sequence[Lesson], library: Library, order: Order) -> bytes:
    """Return the PDF. Its first and its last page, its bookmarks and its properties name nothing but `title`."""
    page, spoken = order.laid()
    quiet = [
        structs.replace(sheet, title=lesson.neutral_title)
        for lesson, sheet in zip(lessons, sheets(lessons, order.today), strict=True)
    ]
    flow = Flow(spoken, page, bookmarks=False)
    made = [*_cover(flow, order.title), NextPageTemplate(names(0, first=True)), PageBreak()]
    inside = each(lessons, library, spoken, page, bookmarks=False)
    document = _Covered(quiet, page, spoken, order.name, order.told)
    return document.bytes_of(made + next(inside, []), inside, len(lessons))


class _Covered(Document):
    """A document inside a cover: with both sides printed, too, the last page is a neutral one."""

    def __init__(
        self,
        sheets: Sequence[Any],
        page: Geometry,
        spoken: Sequence[Voice],
        title: str,
        progress: Progress | None,
    ) -> None:
        super().__init__(sheets, page, spoken, title, progress)
        height = page.size[1] - 2 * page.margin
        frame = Frame(page.text, page.margin, page.measure, height, 0, 0, 0, 0)
        self.pageTemplates.insert(0, PageTemplate(_COVER, [frame]))

    def _finish(self, canv: Any) -> None:
        super()._finish(canv)
        drawn = 1 + sum(self.pages)
        for _ in range(1 if drawn % 2 else 2):
            self._notes(canv)

    def _notes(self, canv: Any) -> None:
        """Draw a page of lines to write on."""
        head = self._row(lambda voice: [voice.say(captions.NOTES, voice.styles.point)])
        lines = Rules(_LINES, self.unit * 5, theme().paper.rule)
        top = self.place.size[1] - self.place.margin
        self._stack(canv, [head, lines], top)
        canv.showPage()


def _cover(flow: Flow, title: Words) -> list[Any]:
    """Return the cover: a flower and the neutral title, and nothing else."""
    styles = flow.styles
    picture = Icon("flower", styles.picture * 1.15, styles.title.fontSize)
    columns = [[voice.say(title, voice.styles.title)] for voice in flow.voices]
    place = ("top", flow.voices[0].locale.render(title))
    head = Aligned(columns, flow.page.gap, mark=picture, reach=flow.page.reach, place=place)
    return [Spacer(0, flow.page.size[1] / 5), head]
