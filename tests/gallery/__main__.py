"""Render every screen × language × look × size of letters: `python3 dev.py gallery [-o DIR] [--fast] [--only PLACE…]`.

One PNG for each, and for each scene one contact sheet with all of them side by side. `--fast` takes four ways of
looking instead of thirty-six; `--window 1024x728` takes another size of the window.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QPainter, QPixmap
from PySide6.QtTest import QTest

from kyr_app import places
from kyr_app.content import library
from kyr_app.model.settings import Look, TextSize
from kyr_app.ui import app as program
from kyr_app.ui import background, theme
from kyr_app.ui.desk import Place
from kyr_app.ui.window import Window
from tests.gallery import sample, scenes

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("es", "en", sample.BOTH, "en_XA")
Way = tuple[str, Look, TextSize]
ALL: tuple[Way, ...] = tuple(itertools.product(LANGUAGES, Look, TextSize))
FAST: tuple[Way, ...] = (
    ("es", Look.LIGHT, TextSize.NORMAL),
    ("en", Look.DARK, TextSize.LARGE),
    (sample.BOTH, Look.LIGHT, TextSize.VERY_LARGE),
    ("en_XA", Look.HIGH, TextSize.NORMAL),
)
DRAWN = 600
"""Milliseconds: after how long Qt's view of a PDF has drawn its first page."""
THUMB = 400
"""Pixels: how wide a picture is on a contact sheet."""


def name(way: Way) -> str:
    """Return the name of the picture of a way of looking."""
    return "-".join(way)


def take(way: Way, folder: Path, size: tuple[int, int], only: frozenset[Place] | None) -> dict[str, Path]:
    """Take a picture of every scene in one way of looking; return them by scene."""
    app = program.application(sys.argv[:1])
    taken: dict[str, Path] = {}
    with tempfile.TemporaryDirectory() as place, sample.computer(Path(place)) as stick:
        os.environ["KYR_HOME"] = str(Path(place) / "home")
        session = sample.session(library.load(places.pack()), *way)
        theme.apply(app, session.settings)
        translate = program.QtWords(app)
        translate(session.locale.language)
        window = Window(session, translate)
        window.resize(*size)
        window.show()
        QCursor.setPos(*(each - 1 for each in size))  # over nothing
        for _, scene in scenes.every(window, stick, only):
            path = folder / scene / f"{name(way)}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            if window.place is Place.PREVIEW:
                QTest.qWait(DRAWN)
            window.grab().save(str(path))
            taken[scene] = path
        background.wait()
        translate("en")
        window.close()
        window.deleteLater()
        scenes.settle()
    return taken


def sheet(pictures: list[Path], path: Path, columns: int) -> None:
    """Put pictures side by side on one contact sheet."""
    small = [
        QPixmap(str(each)).scaledToWidth(THUMB, Qt.TransformationMode.SmoothTransformation)
        for each in pictures
    ]
    high = max(each.height() for each in small)
    rows = -(-len(small) // columns)
    made = QPixmap(columns * (THUMB + 8), rows * (high + 8))
    made.fill(Qt.GlobalColor.gray)
    painter = QPainter(made)
    for at, each in enumerate(small):
        painter.drawPixmap((at % columns) * (THUMB + 8) + 4, (at // columns) * (high + 8) + 4, each)
    painter.end()
    made.save(str(path))


def main(arguments: list[str]) -> int:
    """Take the pictures and say where they are."""
    parser = argparse.ArgumentParser(prog="dev.py gallery", description=__doc__.splitlines()[0])
    parser.add_argument("-o", dest="folder", type=Path, default=ROOT / "build" / "gallery")
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--only", nargs="+", choices=[each.value for each in Place])
    parser.add_argument("--window", default="1366x728")
    asked = parser.parse_args(arguments)
    ways = FAST if asked.fast else ALL
    wide, high = map(int, asked.window.split("x"))
    only = frozenset(map(Place, asked.only)) if asked.only else None
    begun, scenes_taken = time.monotonic(), {}
    for way in ways:
        for scene, path in take(way, asked.folder, (wide, high), only).items():
            scenes_taken.setdefault(scene, []).append(path)
    for scene, pictures in scenes_taken.items():
        sheet(pictures, asked.folder / f"{scene}.png", 2 if asked.fast else 6)
    count = sum(map(len, scenes_taken.values()))
    took = time.monotonic() - begun
    sys.stdout.write(f"{count} pictures of {len(scenes_taken)} scenes in {took:.0f} s: {asked.folder}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
