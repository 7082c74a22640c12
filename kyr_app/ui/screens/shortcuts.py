"""The keys: everything that can be done without a mouse, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kyr_app.model.text import N_, Together, Words
from kyr_app.ui import shortcuts, theme
from kyr_app.ui.desk import Desk
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from collections.abc import Sequence


class ShortcutsScreen(Screen):
    """Lists the table of keys."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.hide()
        page, column = plain_column(2)
        below = N_("Everything here can be done without a mouse. A ring shows where you are.")
        column.addWidget(heading(self.say, "keyboard", N_("The keys"), below))
        for group in shortcuts.TABLE:
            frame = Framed("sheet", group.icon)
            frame.column.addWidget(Pair(self.say, group.title, "lead"))
            frame.column.addWidget(self._rows(group.keys))
            column.addWidget(frame)
        column.addStretch(1)
        self.show_page(page)

    def _rows(self, keys: Sequence[shortcuts.Key]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(3))
        grid.setVerticalSpacing(theme.space(1))
        grid.setColumnStretch(1, 1)
        for at, key in enumerate(keys):
            cap = Label("tag")
            cap.setWordWrap(False)
            cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.say(cap.say, _joined(shortcuts.shown(key)))
            grid.addWidget(cap, at, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Pair(self.say, key.does, "plain"), at, 1)
        return holder

    def back(self) -> None:
        """Go back to where one was."""
        self.desk.go_back_from_aside()


def _joined(ways: tuple[Words, ...]) -> Words:
    first, *more = ways
    return N_("{one} or {other}", one=first, other=Together(tuple(more))) if more else first
