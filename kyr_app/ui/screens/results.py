"""What was found: lessons with the point, words explained, places that help; the words found stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kyr_app.content.search import Hit, Kind
from kyr_app.model.text import N_, P_, Words
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import plain_column
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from kyr_app.model.inline import Run
    from kyr_app.session.session import Session

PLACES = {Kind.LESSON: Place.LESSON, Kind.TERM: Place.GLOSSARY, Kind.CONTACT: Place.DIRECTORY}
_ICONS = {Kind.TERM: "book-bookmark", Kind.CONTACT: "address-book"}
_KINDS: dict[Kind, Words] = {
    Kind.LESSON: N_("Lesson"),
    Kind.TERM: N_("Word explained"),
    Kind.CONTACT: N_("Place that helps"),
}


def way_to(hit: Hit) -> tuple[Place, str]:
    """Return where a hit is shown: `lesson/point/block`, the term, or the contact."""
    parts = (hit.id, hit.point, hit.block)
    return PLACES[hit.kind], "/".join(part for part in parts if part)


def marked(runs: tuple[Run, ...]) -> str:
    """Return an excerpt in the notation of content: what was found is strong."""
    return "".join(f"**{run.text}**" if run.strong else run.text for run in runs)


class ResultsPage(Page):
    """Shows hits, the best first."""

    wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.hits: tuple[Hit, ...] = ()
        self.cards: list[Card] = []
        self._said = Pair(self.say, "", "lead")
        self.add(self._said)
        self._list = Page(session)
        self.parts.addWidget(self._list)
        self.end()

    def show_hits(self, words: str, hits: tuple[Hit, ...]) -> None:
        """Show what was found for `words`, in the place of what was found before."""
        self.hits = hits
        found = P_("{n} place for “{words}”", "{n} places for “{words}”", len(hits), words=words)
        nothing = N_("Nothing was found for “{words}”. Try a shorter word, or another one.", words=words)
        self.say.both(self._said.say_both, (found if hits else nothing) if words else "")
        self._list.hide()
        self.parts.removeWidget(self._list)
        self._list.deleteLater()
        self._list = Page(self.session)
        self.cards = [self._card(hit) for hit in hits]
        for card in self.cards:
            self._list.parts.addWidget(card)
        self.parts.insertWidget(1, self._list)

    def _card(self, hit: Hit) -> Card:
        say = self._list.say
        lesson = self.session.library.lessons.get(hit.id) if hit.kind is Kind.LESSON else None
        card = Card(say, hit.title, lesson.icon if lesson else _ICONS[hit.kind])
        holder, column = plain_column(0.5)
        excerpt = Label("body")
        say(excerpt.say, marked(hit.excerpt))
        column.addWidget(excerpt)
        kind = N_("Lesson: {title}", title=lesson.title) if lesson and hit.point else _KINDS[hit.kind]
        column.addWidget(Pair(say, kind, "kicker"))
        holder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.add_line(holder)
        card.add_mark("caret-right")
        card.clicked.connect(lambda _=False, hit=hit: self.wanted.emit(hit))
        return card
