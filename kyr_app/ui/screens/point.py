"""The pages of a lesson: a point with its blocks, its question at the end, and what announces a painful one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyr_app.content.addresses import texts_in
from kyr_app.model.block import facts_of
from kyr_app.model.text import N_
from kyr_app.ui import theme
from kyr_app.ui.html import TERM
from kyr_app.ui.widgets.banner import expiry
from kyr_app.ui.widgets.blocks import view
from kyr_app.ui.widgets.choice import ChoiceView
from kyr_app.ui.widgets.frame import Framed, plain_row
from kyr_app.ui.widgets.glossary import TermCard
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Label, Pair, placed
from kyr_app.ui.widgets.source import SourceLine, reviewed
from kyr_app.ui.widgets.translated import Translated
from kyr_app.ui.words import Speaks

if TYPE_CHECKING:
    from kyr_app.model.fact import Fact
    from kyr_app.model.lesson import Lesson, Point
    from kyr_app.session.session import Session


class Page(QWidget):
    """Parts under one another, whose words end with it. A glossary term is explained under the part it stands in."""

    glossary_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.say = Speaks(self, session)
        self.parts = QVBoxLayout(self)
        self.parts.setContentsMargins(0, 0, 0, 0)
        self.parts.setSpacing(theme.space(2))
        self.explained: TermCard | None = None

    def add(self, part: QWidget) -> QWidget:
        """Add a part; the terms in it can be asked for."""
        self.parts.addWidget(part)
        self.let_ask(part, part)
        return part

    def let_ask(self, inside: QWidget, part: QWidget) -> None:
        """Let the terms in the words `inside` a part be asked for."""
        for label in inside.findChildren(Label):
            label.follow_links()
            label.linkActivated.connect(lambda link: self.explain(link.removeprefix(TERM), part))

    def explain(self, term_id: str, part: QWidget) -> None:
        """Explain a term under `part`; asked for a second time, put it away."""
        again = self.explained is not None and self.explained.term.id == term_id
        self.put_away()
        term = self.session.library.terms.get(term_id)
        if term is None or again:
            return
        card = TermCard(Speaks(part, self.session), term)
        card.closed.connect(self.put_away)
        card.whole.clicked.connect(lambda: self.glossary_wanted.emit(term_id))
        self.explained = card
        self.parts.insertWidget(self.parts.indexOf(part) + 1, card)

    def put_away(self) -> None:
        """Take the explanation away."""
        if self.explained is not None:
            self.explained.hide()
            self.explained.deleteLater()
            self.explained = None

    def end(self) -> None:
        """Let whatever room is left stand at the end."""
        self.parts.addStretch(1)


class PointPage(Page):
    """One point: its title with a picture, its blocks, and where it comes from.

    `found` is the view of the block that a search led to, where one did.
    """

    def __init__(self, session: Session, lesson: Lesson, point: Point, wanted: str = "") -> None:
        super().__init__(session)
        self.found: QWidget | None = None
        if lesson.expired(session.today):
            self.add(expiry(self.say, lesson.good_until))
        head, row = plain_row(2)
        row.addWidget(Glyph(point.icon, 2.1, rounded=True))
        row.addWidget(placed(Pair(self.say, point.title, "title"), f"{lesson.id}/{point.id}-title"), 1)
        self.add(head)
        if session.added:
            self.add(Translated(self.say, texts_in(point)))
        for block in point.blocks:
            part = self.add(found(view(self.say, block)) if block.id == wanted else view(self.say, block))
            placed(part, f"{lesson.id}/{block.id}")
            if block.id == wanted:
                self.found = part
        self.add(
            SourceLine(
                self.say,
                _facts(session, [fact for block in point.blocks for fact in facts_of(block)]),
                reviewed(lesson.reviewed, lesson.good_until, lesson.review),
            )
        )
        self.end()


def found(part: QWidget) -> Framed:
    """Return the part with a quiet frame round it: this is what was looked for."""
    frame = Framed("found", "magnifying-glass", Tone.ACCENT, 1.2)
    frame.column.addWidget(part)
    return frame


def _facts(session: Session, ids: list[str]) -> list[Fact]:
    known = session.library.facts
    return [known[each] for each in dict.fromkeys(ids) if each in known]


def taught_back(session: Session, lesson: Lesson) -> Page:
    """Return the page with the question at the end of a lesson."""
    page = Page(session)
    frame = Framed("phrase", "chats-circle")
    words = N_("One question, to see if we explained it well. There is no grade.")
    frame.column.addWidget(Pair(page.say, words))
    page.add(frame)
    page.add(placed(ChoiceView(page.say, lesson.teach_back), f"{lesson.id}/{lesson.teach_back.id}"))
    page.end()
    return page


def announced(session: Session, lesson: Lesson) -> Page:
    """Return the page that comes before a lesson which may bring back bad memories."""
    page = Page(session)
    head, row = plain_row(2)
    row.addWidget(Glyph(lesson.icon, 2.1, rounded=True))
    row.addWidget(Pair(page.say, lesson.title, "title"), 1)
    page.add(head)
    frame = Framed("phrase", "hand-palm")
    for words in (
        N_("This lesson speaks of hard things."),
        N_("You can read it another day. You can pause at any time, or read it with somebody you trust."),
    ):
        frame.column.addWidget(Pair(page.say, words))
    page.add(frame)
    page.end()
    return page
