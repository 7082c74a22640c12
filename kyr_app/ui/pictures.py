"""Pictures of a family's journey through the real window, without a screen: `python -m kyr_app.ui.pictures FOLDER`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kyr_app import places
from kyr_app.content import tokens
from kyr_app.model.settings import Edition, Look, Settings, TextSize, View
from kyr_app.session import answers_file
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui import app as program
from kyr_app.ui import background, filling, theme
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.interview import InterviewScreen
from kyr_app.ui.screens.lesson import LessonScreen
from kyr_app.ui.screens.library import LibraryScreen
from kyr_app.ui.screens.preview import PreviewScreen
from kyr_app.ui.widgets.choice import ChoiceView
from kyr_app.ui.window import Window

if TYPE_CHECKING:
    pass

MOST_QUESTIONS = 60
LOOKED_FOR = "intérprete"
PATIENCE = 20_000
"""How long a paper may take, in milliseconds."""


def take(session: Session, folder: Path) -> list[Path]:
    """Walk a family's journey in the real window and return the pictures taken, in order."""
    app = program.application(sys.argv[:1])
    theme.apply(app, session.settings)
    translate = program.QtWords(app)
    translate(session.locale.language)
    window = Window(session, translate)
    shape = tokens.theme().shape
    window.resize(shape.wide, shape.high)
    window.show()
    album = _Album(window, folder)
    try:
        _walk(window, album)
    finally:
        background.wait()
        translate("en")  # what Qt says by itself
        window.close()
        window.deleteLater()
    return album.taken


class _Album:
    """Numbers the pictures in the order taken."""

    def __init__(self, window: Window, folder: Path) -> None:
        self._window, self._folder = window, folder
        self.taken: list[Path] = []
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, name: str) -> None:
        """Take a picture of the window as it is."""
        _settle()
        path = self._folder / f"{len(self.taken) + 1:02}-{name}.png"
        self._window.grab().save(str(path))
        self.taken.append(path)


def _settle(done: Callable[[], bool] | None = None) -> None:
    """Let Qt finish what it has begun; wait for `done` where there is something to wait for."""
    deadline = QDeadlineTimer(PATIENCE)
    for _ in range(3):
        QApplication.processEvents()
        filling.finish_all()
    while done is not None and not done() and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _drawn() -> None:
    """Give Qt's PDF view the moment it takes to draw its first page."""
    loop = QEventLoop()
    QTimer.singleShot(600, loop.quit)
    loop.exec()


def _walk(window: Window, album: _Album) -> None:
    album.add("first")
    window.session.use_language("es")
    window.go(Place.HOME)
    album.add("home")
    window.go(Place.LIBRARY)
    album.add("library")
    _look(window, album)
    _read(window, album)
    _answer(window, album)
    _gather(window, album)


def _look(window: Window, album: _Album) -> None:
    library = window.shown
    assert isinstance(library, LibraryScreen)  # noqa: S101 (just gone to)
    library.seek.line.setText(LOOKED_FOR)
    _settle(library.results.isVisible)
    album.add("search")
    library.seek.clear()
    for place in (Place.LOOKUP, Place.GLOSSARY, Place.DIRECTORY, Place.TIMELINE, Place.RECENT, Place.SOURCES):
        window.go(place)
        album.add(place.value)
    lesson = next(iter(window.session.library.lessons.values()))
    window.go(Place.PREVIEW, f"lesson:{lesson.id}")
    preview = window.shown
    assert isinstance(preview, PreviewScreen)  # noqa: S101 (just gone to)
    for edition in (Edition.ZINE, Edition.CARD):
        assert preview.choices is not None  # noqa: S101 (it was opened)
        preview.choices.cards[edition.value].click()
        _settle(lambda: preview.ready)
        _drawn()
        album.add(f"edition-{edition.value}")


def _read(window: Window, album: _Album) -> None:
    session = window.session
    lesson = session.library.lesson("turn-in")
    window.go(Place.LESSON, lesson.id)
    screen = window.shown
    assert isinstance(screen, LessonScreen)  # noqa: S101 (just gone to)
    screen.show_point(0)
    album.add("lesson-es")
    session.use_view(View.BOTH)
    album.add("lesson-both")
    screen.forward()
    album.add("lesson-both-next")
    session.use_view(View.ONE)
    session.use_look(Look.DARK)
    session.use_text_size(TextSize.VERY_LARGE)
    album.add("lesson-dark-very-large")
    session.use_look(Look.LIGHT)
    session.use_text_size(TextSize.NORMAL)
    screen.show_point(screen.points)
    right = next((n for n, option in enumerate(lesson.teach_back.options) if option.right), 0)
    screen.findChildren(ChoiceView)[-1].cards[right].click()
    album.add("lesson-question")


def _answer(window: Window, album: _Album) -> None:
    sample = answers_file.read(
        (places.assets() / "sample" / "family.json").read_bytes(), window.session.library
    )
    window.go(Place.SITUATION)
    album.add("situation")
    window.go(Place.INTERVIEW, "travelers")
    seen: set[str] = set()
    for _ in range(MOST_QUESTIONS):
        screen = window.shown
        if not isinstance(screen, InterviewScreen):
            break
        if screen.page is None:
            album.add("hard-question")
            screen.forward()
        assert screen.page is not None  # noqa: S101 (it has just been opened)
        screen.page.answer.show_answer(sample.get(screen.page.asked.answer.name))
        kind = type(screen.page.asked.answer).__name__.lower()
        if kind not in seen:
            seen.add(kind)
            album.add(f"question-{kind}")
        screen.forward()
        _settle()
    album.add("review")


def _gather(window: Window, album: _Album) -> None:
    interviews = window.session.interviews
    checklist = interviews.interview.leads_to if interviews.under_way else ""
    checklist = checklist or next(iter(window.session.library.checklists), "")
    if not checklist:
        return
    window.go(Place.CHECKLIST, checklist)
    album.add("checklist")
    bar = window.shown.column.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    album.add("checklist-middle")
    window.shown.forward()
    preview = window.shown
    assert isinstance(preview, PreviewScreen)  # noqa: S101 (where the checklist's way on leads)
    _settle(lambda: preview.ready)
    _drawn()
    album.add("preview")
    window.go(Place.PAUSE)
    album.add("pause")
    window.go(Place.FORGET, Place.HOME)
    album.add("finish-and-forget")
    window.shown.forward()
    album.add("receipt")


def main(arguments: list[str]) -> int:
    """Take the pictures into the folder named, and print where they are."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    session = Session(preferences=Forgetful(Settings()))
    for path in take(session, Path(arguments[0])):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
