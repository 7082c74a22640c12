"""The window: the bar, what the program has to tell, and one screen at a time, each built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kyr_app.content import tokens
from kyr_app.model.settings import Look
from kyr_app.model.text import N_
from kyr_app.ui import marks, shortcuts, theme
from kyr_app.ui.bar import Bar
from kyr_app.ui.bridge import Bridge
from kyr_app.ui.cover import Cover
from kyr_app.ui.desk import Desk, Place
from kyr_app.ui.widgets.banner import Notice
from kyr_app.ui.words import Speaks

if TYPE_CHECKING:
    from kyr_app.model.changes import Changes
    from kyr_app.session.session import Session
    from kyr_app.ui.screens.base import Screen

SCREENS: dict[Place, str] = {place: f"{place.value.title()}Screen" for place in Place}
"""The class of each place's screen, in the module of the place's name: fetched when it is first shown."""

LEFT_TO_RIGHT, RIGHT_TO_LEFT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft

ASIDE = frozenset({Place.SETTINGS, Place.SHORTCUTS})
"""Places beside all others: *Back* leads to where one was."""
GOES_ON = frozenset({Place.INTERVIEW, Place.LESSON, Place.CARD, Place.RECEIPT})
"""Places that know by themselves where they were."""


class Stack(QStackedWidget):
    """Asks for the room that the screen shown needs, and not for what another one would.

    Of another language the screen shown hears at once, and every other one when it is next shown: a window that has
    been everywhere holds thousands of widgets.
    """

    def __init__(self) -> None:
        super().__init__()
        self._behind: WeakSet[QWidget] = WeakSet()
        self.currentChanged.connect(self.updateGeometry)

    def event(self, event: QEvent) -> bool:
        """Keep another language from the screens that are not shown."""
        if event.type() != QEvent.Type.LanguageChange:
            return super().event(event)
        shown = self.currentWidget()
        every = (self.widget(at) for at in range(self.count()))
        self._behind = WeakSet(each for each in every if each is not None and each is not shown)
        return shown is None or QApplication.sendEvent(shown, event)

    def setCurrentWidget(self, screen: QWidget) -> None:
        """Show a screen, in the language of the moment."""
        if screen in self._behind:
            self._behind.discard(screen)
            QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
        super().setCurrentWidget(screen)

    def minimumSizeHint(self) -> QSize:
        """Return the least room for the screen that is shown."""
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()


class Window(QWidget):
    """Everything a person sees. Its title says nothing about what the program is for."""

    def __init__(self, session: Session, translate: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self.session = session
        self._translate = translate
        self._style = theme.style(session.settings)
        self.desk = Desk(session, self)
        self.say = Speaks(self, session)
        self.say(self.setWindowTitle, N_("Guide"))
        self.cover = Cover(self, session)
        self.desk.cover = self.cover
        self.cover.guard(self)
        self.bar = Bar(self.say, session)
        self.notice = Notice(self.say)
        self.stack = Stack()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.notice, self.stack):
            column.addWidget(part)
        column.setStretchFactor(self.stack, 1)
        self.screens: dict[Place, Screen] = {}
        self.place, self._what = Place.HOME, ""
        self.bar.wanted.connect(self.go)
        self.bar.hide_wanted.connect(self.cover.drop)
        self.desk.asked.connect(self.go)
        self.desk.told.connect(self.notice.tell)
        self._bridge = Bridge(session, self)
        self._bridge.changed.connect(self._follow)
        self._shortcuts()
        self.go(Place.HOME if session.settings.language else Place.FIRST)
        self._tongue()

    def _tongue(self) -> None:
        """Let lines begin where the language begins them; say where the language that was chosen is there no more."""
        if self.session.locale.right_to_left is not (self.layoutDirection() is RIGHT_TO_LEFT):
            _app().setLayoutDirection(RIGHT_TO_LEFT if self.session.locale.right_to_left else LEFT_TO_RIGHT)
        if self.session.gone:
            self.desk.tell(self.session.told_gone(), trouble=True)

    def _shortcuts(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "back": self._back,
            "home": lambda: self._jump(Place.HOME),
            "language": self.bar.next_language,
            "larger": lambda: self.bar.change_size(1),
            "smaller": lambda: self.bar.change_size(-1),
            "look": self._next_look,
            "listen": self._hear,
            "keys": lambda: self.go(Place.SHORTCUTS),
            "settings": lambda: self._jump(Place.SETTINGS),
        }
        shortcuts.bind(self, acts, self._jump)

    def _next_look(self) -> None:
        """Take the next look: light, dark, high contrast."""
        looks = list(Look)
        self.session.use_look(looks[(looks.index(self.session.settings.look) + 1) % len(looks)])

    def _jump(self, place: Place) -> None:
        """Go where a key leads: not before somebody has chosen a language."""
        if self.place is not Place.FIRST:
            self.go(place)

    def _hear(self) -> None:
        self.shown.hear()

    def _back(self) -> None:
        self.shown.back()

    @property
    def shown(self) -> Screen:
        """The screen that is shown."""
        return self.screens[self.place]

    def go(self, place: Place, what: str = "") -> None:
        """Show a place; where that cannot be, say why and stay."""
        if place is Place.PAUSE:
            what = self.place.value
        self.notice.hide()
        with self.desk.caught():
            screen = self._screen(place)
            self._remember(place, what)
            self.bar.setVisible(place is not Place.FIRST)
            self.bar.show_place(place)
            self.stack.setCurrentWidget(screen)
            screen.open(what)
            screen.order_tabs()
            if self.place is place:  # it was not shown something else at once
                marks.note(self.session, place, what)
            if self.shown is screen:
                screen.setFocus()

    def _remember(self, place: Place, what: str) -> None:
        """Remember where a person comes from: what is under way goes on by itself, and is not begun again."""
        if place in ASIDE and self.place not in ASIDE:
            self.desk.aside = (self.place, "" if self.place in GOES_ON else self._what)
        self.desk.before = self.place
        self.place, self._what = place, what

    def _screen(self, place: Place) -> Screen:
        if place not in self.screens:
            module = import_module(f"kyr_app.ui.screens.{place.value}")
            self.screens[place] = getattr(module, SCREENS[place])(self.desk)
            self.stack.addWidget(self.screens[place])
        return self.screens[place]

    def _follow(self, changes: Changes) -> None:
        with self.shown.place_kept():
            if changes.settings and self._style != theme.style(self.session.settings):
                self._style = theme.style(self.session.settings)
                theme.apply(_app(), self.session.settings)
            if changes.language and self._translate is not None:
                self._translate(self.session.locale.language)
            if changes.language or changes.settings:
                self.speak_again()
                self.bar.show_settings()
        if changes.family or changes.library:
            self._drop_screens()
        self.shown.refresh(changes)
        if changes.language:
            self._tongue()

    def _drop_screens(self) -> None:
        """Let every screen go but the one shown: a sitting begins or ends, and none may show what was in another."""
        for place, screen in list(self.screens.items()):
            if screen is not self.shown:
                del self.screens[place]
                self.stack.removeWidget(screen)
                screen.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once what is open is saved, else stay and say so. Whoever would lose something is asked first."""
        if event.spontaneous() and self._asks_first():
            event.ignore()
        elif self.desk.sentry is None or self.desk.sentry.may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _asks_first(self) -> bool:
        from kyr_app.ui.leaving import asks_first  # noqa: PLC0415 (a window closes once)

        return asks_first(self)

    def speak_again(self) -> None:
        """Say everything in the language of the session, in every window there is."""
        for widget in QApplication.topLevelWidgets():
            if (
                widget in QApplication.topLevelWidgets()
            ):  # a list of Qt's own may go while another window is told
                QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 (a window cannot be without one)
    return app


def fit_to_screen(window: Window) -> None:
    """Show `window` as large as the screen allows: whole on a small one, nine tenths of a large one."""
    shape = tokens.theme().shape
    free = QGuiApplication.primaryScreen().availableGeometry()
    if free.width() <= shape.wide or free.height() <= shape.high:
        window.setWindowState(Qt.WindowState.WindowMaximized)
    window.resize(min(shape.wide, free.width() * 9 // 10), min(shape.high, free.height() * 9 // 10))
