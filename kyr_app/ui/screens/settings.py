"""Settings: language, letters, look and paper, the keys, and a check of this computer. Nothing about a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from kyr_app.model.language import reviewed
from kyr_app.model.settings import Look, Paper, TextSize, View
from kyr_app.model.text import N_, Together, Words
from kyr_app.ui import background
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.printing import has_queue
from kyr_app.ui.screens.base import Screen
from kyr_app.ui.widgets.card import Card
from kyr_app.ui.widgets.chips import Chips
from kyr_app.ui.widgets.frame import Framed, plain_column
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.heading import heading
from kyr_app.ui.widgets.label import Pair

if TYPE_CHECKING:
    from kyr_app.i18n.locale import Locale
    from kyr_app.model.changes import Changes
    from kyr_app.model.receipt import Receipt
    from kyr_app.session.selfcheck.check import Seen
    from kyr_app.session.session import Session

BOTH = "both"
Option = tuple[str, Words, str]
SIZES: tuple[Option, ...] = (
    (TextSize.NORMAL.value, N_("Normal letters"), "text-aa"),
    (TextSize.LARGE.value, N_("Large letters"), "text-aa"),
    (TextSize.VERY_LARGE.value, N_("Very large letters"), "text-aa"),
)
LOOKS: tuple[Option, ...] = (
    (Look.LIGHT.value, N_("Light"), "sun"),
    (Look.DARK.value, N_("Dark"), "moon"),
    (Look.HIGH.value, N_("High contrast"), "circle-half"),
)
PAPERS: tuple[Option, ...] = (
    (Paper.LETTER.value, N_("Letter, 8.5 × 11 inches"), "file"),
    (Paper.A4.value, N_("A4, 21 × 29.7 cm"), "file"),
)


class Checkup:
    """Work: the self-check, with what only a window can see."""

    def __init__(self, session: Session) -> None:
        self._session, self._seen = session, seen()
        self.found: Receipt | None = None

    def run(self, progress: object = None) -> bytes:  # noqa: ARG002 (as other work)
        """Check; the page is in `found`."""
        from kyr_app.session.selfcheck import check as selfcheck  # noqa: PLC0415 (only where it is asked for)

        self.found = selfcheck.page(selfcheck.lines(self._session, self._seen))
        return b""


def seen() -> Seen:
    """Return what Qt knows of this computer's screen and printers; asks for printers only where there is a queue."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 (looks for printers)

    from kyr_app.session.selfcheck.check import Seen  # noqa: PLC0415 (only where it is asked for)

    screen = QGuiApplication.primaryScreen()
    size = screen.geometry().size()
    names = tuple(QPrinterInfo.availablePrinterNames()) if has_queue() else ()
    return Seen((size.width(), size.height()), screen.devicePixelRatio(), names)


class SettingsScreen(Screen):
    """Holds what this computer remembers; every change holds at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        assert self.foot is not None  # noqa: S101 (asked for above)
        self.foot.next.hide()
        self._work: Checkup | None = None
        self.chips: dict[str, Chips] = {}
        page, column = plain_column(2)
        below = N_("This computer remembers these choices, and nothing about you.")
        column.addWidget(heading(self.say, "sliders-horizontal", N_("Settings"), below))
        use = self.session
        for name, icon, title, options, take in (
            ("language", "translate", N_("Language"), self._languages(), self._use_language),
            (
                "size",
                "text-aa",
                N_("Size of the letters"),
                SIZES,
                lambda key: use.use_text_size(TextSize(key)),
            ),
            ("look", "circle-half", N_("Look"), LOOKS, lambda key: use.use_look(Look(key))),
            ("paper", "printer", N_("Paper in the printer"), PAPERS, lambda key: use.use_paper(Paper(key))),
        ):
            column.addWidget(self._choice(name, icon, title, options, take))
            if name == "language" and use.added:
                column.addWidget(self._beside())
        column.addWidget(self._more())
        column.addStretch(1)
        self.show_page(page)

    def _languages(self) -> tuple[Option, ...]:
        """Return every language under its own name, and two of them together."""
        session = self.session
        one = tuple((each, session.own_name(each), "chat-circle-text") for each in session.languages)
        return (*one, (BOTH, N_("Two together") if session.added else N_("Both together"), "chats-circle"))

    def _beside(self) -> Framed:
        """Return the choice of the second language, where there are more than two; and who read the added ones."""
        frame, options = Framed("sheet", "chats-circle"), self._languages()[:-1]
        title = N_("The second language, where two are shown")
        frame.column.addWidget(Pair(self.say, title, "lead"))
        self.chips["beside"] = self._chips(title, options, lambda key: self.session.use_view(View.BOTH, key))
        frame.column.addWidget(self.chips["beside"])
        for table in self.session.added.values():
            said = Together((table.language.name, reviewed(table.language)), ": ")
            frame.column.addWidget(Pair(self.say, said, "small"))
        return frame

    def _choice(
        self, name: str, icon: str, title: Words, options: tuple[Option, ...], take: Callable[[str], object]
    ) -> Framed:
        frame = Framed("sheet", icon)
        frame.column.addWidget(Pair(self.say, title, "lead"))
        self.chips[name] = self._chips(title, options, take)
        frame.column.addWidget(self.chips[name])
        return frame

    def _chips(self, title: Words, options: tuple[Option, ...], take: Callable[[str], object]) -> Chips:
        chips = Chips()
        for key, words, sign in options:
            chip = chips.add_chip(self.say, key, words, sign)
            self.say(chip.setAccessibleName, _named(title, words))
        chips.chosen.connect(take)
        return chips

    def _more(self) -> Grid:
        told = N_("Screen, printer, voice, room: a page that says what works here.")
        self.check = Card(self.say, N_("Check this computer"), "monitor", told)
        self.check.clicked.connect(self._check)
        told = N_("Everything that can be done without a mouse.")
        self.keys = Card(self.say, N_("The keys"), "keyboard", told)
        self.keys.clicked.connect(lambda: self.desk.go(Place.SHORTCUTS))
        return Grid((self.check, self.keys), 15)

    def open(self, what: str) -> None:  # noqa: ARG002 (there is one of it)
        """Show what holds."""
        settings = self.session.settings
        both = settings.view is View.BOTH
        language = BOTH if both else self.session.locale.language
        if language in self.chips["language"].buttons:
            self.chips["language"].show_choice(language)
        if "beside" in self.chips:
            for code, chip in self.chips["beside"].buttons.items():
                chip.setVisible(code != self.session.locale.language)
            self.chips["beside"].show_choice(self.session.beside)
        self.chips["size"].show_choice(settings.text_size.value)
        self.chips["look"].show_choice(settings.look.value)
        self.chips["paper"].show_choice(settings.paper.value)

    def refresh(self, changes: Changes) -> None:
        """Show what was chosen in the bar."""
        if changes.settings or changes.language:
            self.open("")

    def _use_language(self, key: str) -> None:
        view = View.BOTH if key == BOTH else View.ONE
        if self.session.settings.view is not view:
            self.session.use_view(view)
        if key not in {BOTH, self.session.locale.language}:
            self.session.use_language(key)

    def _check(self) -> None:
        if self._work is None:
            self.desk.tell(N_("Checking this computer. It takes a moment."))
            self._work = Checkup(self.session)
            background.run(self._work, self._checked, self._failed)

    def _checked(self, _: bytes) -> None:
        work, self._work = self._work, None
        if work is not None and work.found is not None and self.isVisible():
            self.desk.hush()
            self.desk.receipt = work.found
            self.desk.go(Place.RECEIPT)

    def _failed(self, error: Exception) -> None:
        self._work = None
        self.desk.failed(error)

    def back(self) -> None:
        """Go back to where one was."""
        self.desk.go_back_from_aside()


def _named(title: Words, words: Words) -> Callable[[Locale], str]:
    """Return the name of a choice for whoever only hears it: what is chosen, and which of the ways."""
    return lambda locale: f"{locale.render(title)}: {locale.render(words)}"
