"""An answer that has several rows: the rows as cards, and one of them at a time as a small page of fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kyr_app.model.answers import Answer, Open, Row
from kyr_app.model.fields import asked
from kyr_app.model.text import N_, P_, Words
from kyr_app.model.wording import row_title
from kyr_app.ui.widgets.answers import NARROW, AnswerView
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import AnswerCard, Card
from kyr_app.ui.widgets.frame import plain_column, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.groups import Fields
from kyr_app.ui.widgets.label import Pair, hushed

if TYPE_CHECKING:
    from kyr_app.model.interview import Rows
    from kyr_app.ui.words import Speaks

Draft = dict[str, Answer]
"""What is answered so far of a row; a whole one has an answer for every column that applies."""


class RowsAnswer(AnswerView):
    """Adds, changes and removes rows. What was typed in a row is kept when one leaves it, whole or not."""

    KEEPS = True

    def __init__(self, say: Speaks, field: Rows) -> None:
        super().__init__(say)
        self.field = field
        self.rows: list[Draft] = []
        self.at: int | None = None
        self.fields: Fields | None = None
        self._removed: tuple[int, Draft] | None = None
        self.cards: list[Card] = []
        self.more = Button(say, field.more, "plus", "")
        self.more.clicked.connect(self.add_row)
        self.undo = Button(say, N_("Keep it after all"), "arrow-counter-clockwise", "link")
        self.undo.clicked.connect(self._bring_back)
        self.none = AnswerCard(say, field.none or N_("There is none"), "prohibit", quiet=True)
        for card in (self.none, self.unsure):
            card.clicked.connect(lambda _=False, card=card: self._open(card))
        self._list, self._column = plain_column(1.5)
        self._quiet = Grid([self.none, self.unsure], NARROW)
        self._full = Pair(
            say, N_("There is room for {n}. Write further ones on a sheet.", n=field.most), "small"
        )
        self._page: QWidget | None = None
        self.column.addWidget(self._list)
        self._show_list()

    def _show_list(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, Card):
                widget.hide()
                widget.deleteLater()
        self.cards = [self._card(at, draft) for at, draft in enumerate(self.rows)]
        left = Qt.AlignmentFlag.AlignLeft
        for card in self.cards:
            self._column.addWidget(card)
        self._column.addWidget(self.more, 0, left)
        self._column.addWidget(self._full)
        self._column.addWidget(self.undo, 0, left)
        self._column.addWidget(self._quiet)
        room = len(self.rows) < self.field.most
        self.more.setVisible(room)
        self._full.setVisible(not room)
        self.undo.setVisible(self._removed is not None)
        self._quiet.setVisible(not self.rows)
        self._list.show()

    def _card(self, at: int, draft: Draft) -> Card:
        title: Words = N_("{n} · {title}", n=at + 1, title=row_title(self.field, Row(draft)))
        missing = self._missing(draft)
        below = P_("{n} answer is missing", "{n} answers are missing", missing) if missing else None
        card = hushed(Card(self.say, title, "", below, role="word"))
        card.add_mark("pencil-simple")
        card.clicked.connect(lambda _=False: self.open_row(at))
        return card

    def _missing(self, draft: Draft) -> int:
        columns = asked(self.field.columns, draft, {})
        return sum(draft.get(each.answer.name) in {None, Open.SKIPPED} for each in columns)

    def add_row(self) -> None:
        """Begin a new row and open it."""
        for card in (self.none, self.unsure):
            card.setChecked(False)
        self.rows.append({})
        self.open_row(len(self.rows) - 1)

    def open_row(self, at: int) -> None:
        """Show one row as a page of fields."""
        self._leave()
        self.at, self._removed = at, None
        self._page, column = plain_column(2)
        head = N_("{n} · {title}", n=at + 1, title=self.field.one)
        column.addWidget(Pair(self.say, head, "subtitle"))
        self.fields = Fields(self.say, self.field.columns, {})
        self.fields.show_values(self.rows[at])
        self.fields.changed.connect(self.changed)
        column.addWidget(self.fields)
        column.addWidget(self._row_buttons())
        self.column.addWidget(self._page)
        self._list.hide()
        self.fields.shown()[0].place().setFocus()
        self.changed.emit()

    def _row_buttons(self) -> QWidget:
        holder, row = plain_row(1)
        self.done = Button(self.say, N_("Done with this one"), "check", "")
        self.done.clicked.connect(self.step)
        self.rest = Button(self.say, N_("I don't know the rest"), "question", "link")
        self.rest.clicked.connect(lambda: self.fields.rest_unsure() if self.fields else None)
        self.remove = Button(self.say, N_("Remove"), "trash", "link")
        self.remove.clicked.connect(self._remove)
        for button in (self.done, self.rest, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        return holder

    def _leave(self) -> None:
        """Go back to the list with what was typed; a row in which nothing was is no row."""
        if self.at is not None and self.fields is not None:
            self.rows[self.at] = self.fields.values()
            if not self.rows[self.at]:
                del self.rows[self.at]
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self.at, self.fields, self._page = None, None, None

    def step(self) -> bool:
        """Close the row that is open, where nothing is missing in it; otherwise say where."""
        if self.fields is None:
            return self._open_gap()
        gap = self.fields.mark_gaps()
        if gap is not None:
            gap.setFocus()
            return True
        return self.step_back()

    def _open_gap(self) -> bool:
        at = next((at for at, draft in enumerate(self.rows) if self._missing(draft)), None)
        if at is None:
            return False
        self.open_row(at)
        return self.step()

    def step_back(self) -> bool:
        """Go back from a row to the list of them, with what was typed."""
        if self.fields is None:
            return False
        self._leave()
        self._show_list()
        self.more.setFocus()
        self.changed.emit()
        self.kept.emit()
        return True

    def _remove(self) -> None:
        if self.at is None or self.fields is None:
            return
        at, draft = self.at, self.fields.values()
        self._leave()
        if draft:
            del self.rows[at]
            self._removed = (at, draft)
        self._show_list()
        (self.undo if draft else self.more).setFocus()
        self.kept.emit()

    def _bring_back(self) -> None:
        if self._removed is not None:
            self.rows.insert(*self._removed)
            self._removed = None
            self._show_list()
            self.kept.emit()

    def _open(self, card: AnswerCard) -> None:
        for each in (self.none, self.unsure):
            each.setChecked(each is card)
        self.changed.emit()

    def value(self) -> Answer | None:
        """Return the rows, none, or that it is not known; None where nothing is answered or a row is not whole."""
        drafts = self._drafts()
        if drafts:
            return None if any(map(self._missing, drafts)) else tuple(map(Row, drafts))
        return () if self.none.isChecked() else super().value()

    def _drafts(self) -> list[Draft]:
        """Return the rows in which anything was answered, with the open one as it is now."""
        drafts = list(self.rows)
        if self.at is not None and self.fields is not None:
            drafts[self.at] = self.fields.values()
        return [each for each in drafts if each]

    def held(self) -> object:
        """Return the rows as they are, whole or not; the program may be closed while one of them is typed."""
        return self._drafts() or self.value()

    def show_answer(self, answer: Answer | None) -> None:
        """Show what was answered before."""
        super().show_answer(answer)
        self.none.setChecked(answer == ())
        rows = answer if isinstance(answer, tuple) else ()
        self.rows = [dict(each) for each in rows if isinstance(each, Row)]
        self._show_list()
