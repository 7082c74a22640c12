"""The window on content that nobody has built yet: opened, or as pictures where there is no screen.

`kyr content preview` starts it in a process of its own, with FOLDER LANGUAGE KIND ID [PICTURES].
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from kyr_app.content import library as libraries
from kyr_app.content import tokens
from kyr_app.model.settings import Settings, View
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui import app as program
from kyr_app.ui import theme
from kyr_app.ui.desk import Place
from kyr_app.ui.window import Window, fit_to_screen

PLACES = {"lesson": Place.LESSON, "interview": Place.INTERVIEW, "checklist": Place.CHECKLIST}
"""Where a kind of content is looked at; any other begins at home."""
MOST = 60
"""Pictures of one interview."""


def main(arguments: list[str]) -> int:
    """Open the window on a draft, or take its pictures and print where they are."""
    folder, language, kind, name, *pictures = arguments
    if pictures:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = program.application(sys.argv[:1])
    settings = Settings(language=language, view=View.BOTH)
    session = Session(library=libraries.load(Path(folder)), preferences=Forgetful(settings))
    theme.apply(app, settings)
    translate = program.QtWords(app)
    translate(language)
    window = Window(session, translate)
    shape = tokens.theme().shape
    window.resize(shape.wide, shape.high)
    if not pictures:
        fit_to_screen(window)
    window.show()
    window.go(PLACES.get(kind, Place.HOME), name if kind in PLACES else "")
    if not pictures:
        return int(app.exec())
    for path in _taken(window, kind, name, Path(pictures[0])):
        sys.stdout.write(f"{path}\n")
    translate("en")
    window.close()
    return 0


def _taken(window: Window, kind: str, name: str, folder: Path) -> Iterator[Path]:
    """Take a picture of every screen of a draft; yield the files in order."""
    for number, _ in enumerate(_screens(window, kind, name), 1):
        _settle()
        path = folder / f"{name or 'home'}-screen-{number:02}.png"
        window.grab().save(str(path))
        yield path


def _screens(window: Window, kind: str, name: str) -> Iterator[None]:
    """Go from screen to screen: the points of a lesson, the questions of an interview with nothing answered."""
    if kind == "lesson":
        for point in window.session.library.lesson(name).points:
            window.go(Place.LESSON, f"{name}/{point.id}")
            yield
        return
    yield
    interviews = window.session.interviews
    for _ in range(MOST if kind == "interview" else 0):
        interviews.skip()
        if interviews.at is None:
            return
        window.go(Place.INTERVIEW)
        yield


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(150, loop.quit)
    loop.exec()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
