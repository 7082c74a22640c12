"""The program on the desktop: fonts, looks, Qt's own words, and the window before anything else."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from kyr_app import places
from kyr_app.i18n.pseudo import PSEUDO
from kyr_app.model.errors import KyrError
from kyr_app.session.session import Session
from kyr_app.store.preferences import Preferences, home
from kyr_app.ui import theme
from kyr_app.ui.painted import Painted
from kyr_app.ui.window import Window, fit_to_screen

if TYPE_CHECKING:
    from types import TracebackType

    from kyr_app.model.text import Words
    from kyr_app.ui.sentry import Sentry


class QtWords:
    """Qt's own words in Spanish: *Cancel* becomes *Cancelar*; in an added language where Qt has it, else in Spanish."""

    def __init__(self, app: QApplication) -> None:
        self._app, self._translator = app, QTranslator(app)

    def __call__(self, language: str) -> None:
        """Use `language` from now on; English is what Qt says by itself."""
        self._app.removeTranslator(self._translator)
        if language in {"en", PSEUDO}:
            return
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        own = language != "es" and self._translator.load(QLocale(language), "qtbase", "_", folder)
        if own or self._translator.load("qtbase_es", folder):
            self._app.installTranslator(self._translator)


def application(argv: list[str]) -> QApplication:
    """Return the application with its fonts."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # The style is named here because asking Qt for its class makes 500 members of enumerations: five milliseconds.
        app = QApplication([*(argv or [""]), "-style", "fusion"])
    for path in (*places.font_files().values(), places.icon_font()):
        QFontDatabase.addApplicationFont(str(path))
    return app


def run(argv: list[str]) -> int:
    """Open the window and return the exit status once it is closed."""
    app = application(argv)
    try:
        session = Session(preferences=Preferences(home()))
    except KyrError as error:
        tell_and_end(error)
        return 1
    theme.apply(app, session.settings)
    translate = QtWords(app)
    translate(session.locale.language)
    window = Window(session, translate)
    sys.excepthook = hook(window)
    fit_to_screen(window)
    show(window, argv[1:])
    Painted(window, settle)
    status = app.exec()
    from kyr_app.ui import background  # noqa: PLC0415 (by now it is there, if anything was done in it)

    background.wait()
    return status


def show(window: Window, arguments: list[str]) -> None:
    """Show the window and post its sentry; where the process before this one asked for more, begin as it asked.

    A window that begins behind the picture is not shown, not even for a moment, before the words are right.
    """
    if not arguments:
        window.show()
        Painted(window, lambda: stand_guard(window).listen())
        return
    from kyr_app.ui import afresh  # noqa: PLC0415 (few windows begin like this)

    begin = afresh.read(arguments) or afresh.Begin()
    guard = stand_guard(window)
    if begin.hidden:
        window.cover.lifts.connect(window.show)
    elif begin.small:
        window.showMinimized()
    else:
        window.show()
    guard.begin(begin)
    QTimer.singleShot(0, guard.listen)


def stand_guard(window: Window) -> Sentry:
    """Post the sentry of a window."""
    from kyr_app.ui import sentry  # noqa: PLC0415 (the window comes first)

    return sentry.Sentry(window)


def settle() -> None:
    """Collect garbage again, now that the window is there; what start-up made stays and is not looked at."""
    gc.freeze()
    gc.enable()


Hook = Callable[[type[BaseException], BaseException, "TracebackType | None"], None]


def hook(window: Window) -> Hook:
    """Return what happens to an error nobody caught: kind words in the window, and on the terminal only its place.

    The message of an error may hold what a person typed; it is shown nowhere.
    """

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        import traceback  # noqa: PLC0415 (only when there is trouble)

        lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
        sys.stderr.write("\n".join([*lines, kind.__name__, ""]))
        window.desk.failed(error if isinstance(error, Exception) else RuntimeError())

    return caught


def tell_and_end(error: KyrError) -> None:
    """Say in both languages why the program cannot start."""
    from kyr_app.i18n import catalogs  # noqa: PLC0415 (here and below: only when there is trouble)
    from kyr_app.model.settings import Settings  # noqa: PLC0415
    from kyr_app.model.text import N_  # noqa: PLC0415
    from kyr_app.ui.trouble import Trouble  # noqa: PLC0415

    said: list[Words] = [error.said, *([error.hint] if error.hint is not None else [])]
    paragraphs, close = [], []
    for language in catalogs.SPOKEN:
        try:
            locale = catalogs.load(language, places.translations())
        except catalogs.Missing:
            continue
        paragraphs.append(" ".join(locale.render(words) for words in said))
        close.append(locale.render(N_("Close")))
    with suppress(KyrError):  # where not even the colours can be read, it stands in Qt's own
        theme.apply(application([]), Settings())
    Trouble(paragraphs, " · ".join(close)).exec()
