"""In the real window, off screen: what a change of language and the next question cost, in milliseconds.

`python -m tests.bench.window` prints one JSON object of lists, a figure a run.
"""

from __future__ import annotations

import json
import time

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QRadioButton, QVBoxLayout, QWidget

from kyr_app.model.settings import Settings
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui import app as program
from kyr_app.ui import theme
from kyr_app.ui.desk import Place
from kyr_app.ui.window import Window

RUNS = 9


def main() -> None:
    """Measure and print."""
    app = program.application([])
    session = Session(preferences=Forgetful(Settings(language="es")))
    theme.apply(app, session.settings)
    window = Window(session, program.QtWords(app))
    window.resize(1366, 768)
    window.show()
    session.interviews.start("travelers")
    for place in (Place.HOME, Place.LIBRARY, Place.SITUATION, Place.PREPARE, Place.INTERVIEW):
        window.go(place)
        _settle(app)
    switch = [_switch(app, session, language) for language in ("en", "es") * RUNS]
    following = [_next(app, session) for _ in range(RUNS)]
    texts = _texts(window)
    window.hide()
    app.setStyleSheet("")
    bare = {"bare_switch": _bare_switch(app, texts), "bare_next": _bare_next(app)}
    print(json.dumps({"switch": switch, "next": following, "texts": texts, **bare}))


def _switch(app: QApplication, session: Session, language: str) -> float:
    begun = time.perf_counter()
    session.use_language(language)
    app.processEvents()
    return (time.perf_counter() - begun) * 1000


def _settle(app: QApplication) -> None:
    """Let Qt do what it does in the loop of the program: also delete what is not shown any more."""
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _next(app: QApplication, session: Session) -> float:
    """Answer *I don't know*; where the interview is over, begin again without being measured."""
    if session.interviews.at is None:
        session.forget()
        session.interviews.start("travelers")
    begun = time.perf_counter()
    session.interviews.answer("unsure")
    _settle(app)
    return (time.perf_counter() - begun) * 1000


def _bare_window() -> tuple[QWidget, QVBoxLayout]:
    window = QWidget()
    window.resize(1366, 768)
    return window, QVBoxLayout(window)


def _bare_switch(app: QApplication, texts: int) -> list[float]:
    """Give so many labels other words, and let them be painted: what Qt alone takes."""
    window, column = _bare_window()
    labels = [QLabel("What may an officer ask?") for _ in range(texts)]
    for label in labels:
        column.addWidget(label)
    window.show()
    app.processEvents()
    spent = []
    for words in ("¿Qué puede preguntar un agente?", "What may an officer ask?") * RUNS:
        begun = time.perf_counter()
        for label in labels:
            label.setText(words)
        app.processEvents()
        spent.append((time.perf_counter() - begun) * 1000)
    return spent


def _bare_next(app: QApplication) -> list[float]:
    """Put a question and four answers in the place of the one before, and let them be painted."""
    window, column = _bare_window()
    window.show()
    app.processEvents()
    spent, old = [], QWidget()
    column.addWidget(old)
    for _ in range(RUNS):
        begun = time.perf_counter()
        new = QWidget()
        rows = QVBoxLayout(new)
        rows.addWidget(QLabel("What may an officer ask?"))
        for each in ("Yes", "No", "I don't know", "Not today"):
            rows.addWidget(QRadioButton(each))
        column.replaceWidget(old, new)
        old.deleteLater()
        _settle(app)
        spent.append((time.perf_counter() - begun) * 1000)
        old = new
    return spent


def _texts(window: Window) -> int:
    """Return how many widgets of the window hold words."""
    holding = (*window.findChildren(QLabel), *window.findChildren(QAbstractButton))
    return sum(bool(QLabel.text(each) if isinstance(each, QLabel) else each.text()) for each in holding)


if __name__ == "__main__":
    main()
