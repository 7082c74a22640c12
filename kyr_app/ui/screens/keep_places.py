"""Where a file can be put: a card for each stick, one for this computer, and a way to look again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Together, Words
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.frame import Framed
from kyr_app.ui.widgets.icon import Tone
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.session.session import Session
    from kyr_app.store.drives import Drive

MEGA = 1_000_000


class KeepPlaces(Page):
    """Tells the folder of the card that was pressed. A stick that is full or locked says so and takes no press."""

    chosen = Signal(object)
    again = Signal()

    def __init__(self, session: Session, *, computer: bool = True) -> None:
        super().__init__(session)
        self.cards: dict[Path, Card] = {}
        self._computer = computer

    def add_places(self) -> None:
        """Add the cards below what stands on the page already."""
        from kyr_app.store import folders  # noqa: PLC0415 (asks the system, only here)
        from kyr_app.store.drives import drives  # noqa: PLC0415

        sticks = [each for each in drives() if each.removable]
        for drive in sticks:
            self._stick(drive)
        if not sticks:
            self._no_stick()
        if self._computer:
            personal = folders.personal()
            folder = personal[0] if personal else Path.home()
            below = N_(
                "Only if you have no stick. Others can see that a sealed file is here, but not read it."
            )
            self._card(folder, "laptop", N_("This computer"), below)
        look = Button(self.say, N_("Look for sticks again"), "arrows-clockwise", "link")
        look.clicked.connect(self.again)
        self.add(look)
        self.end()

    def _stick(self, drive: Drive) -> None:
        from kyr_app.store.drives import check  # noqa: PLC0415

        title = N_("USB stick: {name}", name=drive.label)
        below: Words = N_("You take it with you. {n} MB free.", n=drive.free // MEGA)
        usable = True
        try:
            check(drive)
        except KyrError as trouble:
            below = trouble.said if trouble.hint is None else Together((trouble.said, trouble.hint))
            usable = False
        card = self._card(drive.path, "hard-drive", title, below)
        card.setEnabled(usable)

    def _no_stick(self) -> None:
        frame = Framed("warm", "hard-drive", Tone.WARM)
        said = N_("No stick was found. Put one in, wait a moment, and look again. Any cheap stick will do.")
        frame.column.addWidget(Pair(self.say, said))
        self.add(frame)

    def _card(self, folder: Path, icon: str, title: Words, below: Words) -> Card:
        card = Card(self.say, title, icon, below)
        card.clicked.connect(lambda: self.chosen.emit(folder))
        self.cards[folder] = card
        self.add(card)
        return card
