"""Look up: what is not read in order but looked for, each kind behind a card."""

from __future__ import annotations

from kyr_app.model.text import N_, P_, Words
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.screens.shelf import Shelf
from kyr_app.ui.widgets.card import Card

CARDS: tuple[tuple[Place, str, Words, Words], ...] = (
    (
        Place.DIRECTORY,
        "address-book",
        N_("Places that help"),
        N_("Telephones and addresses in Mexico and the United States."),
    ),
    (Place.GLOSSARY, "book-bookmark", N_("Hard words"), N_("What they mean, in Spanish and in English.")),
    (
        Place.RECENT,
        "clock-counter-clockwise",
        N_("What changed not long ago"),
        N_("Rules that changed, or that are in court now."),
    ),
    (
        Place.TIMELINE,
        "calendar",
        N_("What happened with “Remain in Mexico”"),
        N_("What the governments and the courts did, and when."),
    ),
    (
        Place.SOURCES,
        "quotes",
        N_("Where the lessons come from"),
        N_("The laws and the reports that they rest on. For those who check them."),
    ),
)


PRINT_TEST = "print-test"


class LookupScreen(Shelf):
    """Chooses what to look something up in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "books",
            N_("What are you looking for?"),
            N_("To find one thing fast. You do not have to read it all."),
        )
        cards = {place.value: Card(self.say, title, icon, below) for place, icon, title, below in CARDS}
        library = self.session.library
        cards[Place.DIRECTORY.value].add_note(self.say, P_("{n} place", "{n} places", len(library.contacts)))
        cards[Place.GLOSSARY.value].add_note(self.say, P_("{n} word", "{n} words", len(library.terms)))
        below = N_("One page that shows whether margins, both sides and accents come out well.")
        cards[PRINT_TEST] = Card(self.say, N_("Try the printer"), "printer", below)
        below = N_("Signed packs: see what changes before you use them.")
        cards[Place.UPDATE.value] = Card(self.say, N_("New lessons from a stick"), "package", below)
        self.add_group(None, cards, self._open)

    def _open(self, key: str) -> None:
        if key == PRINT_TEST:
            self.desk.go(Place.PREVIEW, f"{PRINT_TEST}:")
        else:
            self.desk.go(Place(key))
