"""How fast a workshop is: the next slide on the wall, and sets for twenty-five. Prints one JSON value."""

from __future__ import annotations

import json
import os
import sys
import time
from io import BytesIO

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pikepdf
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from kyr_app import places
from kyr_app.content.library import load
from kyr_app.documents.workshop.sets import read
from kyr_app.model.settings import Settings
from kyr_app.session.session import Session
from kyr_app.session.workshop import Wanted
from kyr_app.store.preferences import Forgetful
from kyr_app.ui import app as program
from kyr_app.ui import theme
from kyr_app.ui.slides.show import Show
from kyr_app.ui.window import Window

PLAN = "fear-interview"
WALL = QSize(1024, 768)


def slides(session: Session) -> dict[str, object]:
    """Return milliseconds from one slide to the next, painted, for every slide of a ready plan."""
    app = program.application([])
    theme.apply(app, session.settings)
    window = Window(session)
    window.show()
    show = Show(window.desk, window)
    show.begin()
    show.wall.resize(WALL)
    QApplication.processEvents()
    found = []
    for at in range(len(show.slides)):
        begun = time.perf_counter()
        show.go(at)
        show.wall.repaint()
        QApplication.processEvents()
        found.append((time.perf_counter() - begun) * 1000)
    begun = time.perf_counter()
    show._fit(WALL)
    fitted = (time.perf_counter() - begun) * 1000
    count = len(show.slides)
    show.end()
    window.close()
    return {"slides": count, "switch": found, "fitted": fitted}


def packs(session: Session) -> dict[str, object]:
    """Return how long sets for all people take, in both languages, drawn anew: seconds, pages, bytes."""
    wanted = Wanted(languages=("es", "en"))
    begun = time.perf_counter()
    count = read(session.workshop.count(wanted).run())
    counted = time.perf_counter() - begun
    session.workshop.drawn.clear()
    begun = time.perf_counter()
    made = session.workshop.pack(wanted).run()
    took = time.perf_counter() - begun
    with pikepdf.open(BytesIO(made)) as pdf:
        pages = len(pdf.pages)
    return {"counted": counted, "pack": took, "pages": pages, "sheets": count.all_pages, "bytes": len(made)}


def main() -> None:
    """Measure and print."""
    session = Session(load(places.pack()), Forgetful(Settings(language="es")))
    session.workshop.take(PLAN)
    sys.stdout.write(json.dumps({**slides(session), **packs(session)}) + "\n")


if __name__ == "__main__":
    main()
