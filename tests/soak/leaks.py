"""Leaks planted on purpose, each with a word of its own: the scan must find every one of them, or it is blind."""

from __future__ import annotations

import base64
import gzip
import io
import json
import logging
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

CORE = """
import os, resource, sys
word = sys.stdin.read()
resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
os.abort()
"""


def _paper(word: str) -> bytes:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    from kyr_app.documents.typesetting import fonts  # noqa: PLC0415

    fonts.register()
    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=1)
    canvas.setFont(fonts.TEXT, 11)
    canvas.drawString(72, 720, f"Yo, {word}, declaro")
    canvas.save()
    return made.getvalue()


def _written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return path


def deleted_paper(root: Path, word: str) -> None:
    """A PDF in the folder of temporary files, deleted after printing."""
    _written(root / "tmp/print-1.pdf", _paper(word)).unlink()


def kept_paper(root: Path, word: str) -> None:
    """A PDF left in a folder."""
    _written(root / "home/Documents/hoja.pdf", _paper(word))


def settings(root: Path, word: str) -> None:
    """What a toolkit remembers by itself: the last folder, in its INI file."""
    from PySide6.QtCore import QSettings  # noqa: PLC0415

    kept = QSettings(str(root / "home/.config/kyr.conf"), QSettings.Format.IniFormat)
    kept.setValue("FileDialog/lastVisited", f"file:///home/{word}")
    kept.sync()


def log(root: Path, word: str) -> None:
    """A message of an error in a log."""
    path = _written(root / "home/.cache/kyr/kyr.log", b"")
    keeper = logging.FileHandler(path, encoding="utf-8")
    keeper.emit(logging.LogRecord("kyr", logging.ERROR, "answers.py", 7, "not a name: %s", (word,), None))
    keeper.close()


def undo(root: Path, word: str) -> None:
    """The undo file of an editor, in UTF-16."""
    _written(root / "home/.local/share/kyr/undo", word.encode("utf-16"))


def base64_of_it(root: Path, word: str) -> None:
    """A file packed into text."""
    _written(root / "home/.local/share/kyr/data.db", base64.b64encode(f"{{'name': '{word}'}}".encode()))


def thumbnail(root: Path, word: str) -> None:
    """The name of a thumbnail."""
    _written(root / f"home/.cache/thumbnails/normal/{word}.png", b"\x89PNG\r\n")


def zipped(root: Path, word: str) -> None:
    """A copy in a ZIP, deleted."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        copy.writestr("answers.json", json.dumps({"name": word}) * 5)
    _written(root / "tmp/copy.zip", made.getvalue()).unlink()


def as_json(root: Path, word: str) -> None:
    """Answers as JSON in plain ASCII."""
    _written(root / "home/.config/kyr/answers.json", json.dumps({"first_name": word}).encode())


def packed(root: Path, word: str) -> None:
    """A gzip in a zlib."""
    _written(root / "home/.cache/kyr/packed", zlib.compress(gzip.compress(f"x={word}".encode())))


def hexed(root: Path, word: str) -> None:
    """Bytes shown as hex."""
    _written(root / "home/.cache/kyr/dump", word.encode().hex().encode())


def address(root: Path, word: str) -> None:
    """The list of recently used files."""
    from urllib.parse import quote  # noqa: PLC0415

    _written(root / "home/.local/share/recently-used.xbel", f"file:///media/{quote(word)}.pdf".encode())


def core_dump(root: Path, word: str) -> None:
    """The memory of a process that ended with an abort, where it may leave it: `core` in its folder."""
    (root / "home").mkdir(exist_ok=True)
    subprocess.run([sys.executable, "-c", CORE], input=word.encode(), cwd=root / "home", check=False)


Leak = Callable[[Path, str], None]

LEAKS: tuple[Leak, ...] = (
    kept_paper,
    settings,
    log,
    undo,
    base64_of_it,
    thumbnail,
    as_json,
    packed,
    hexed,
    address,
    core_dump,
    zipped,  # deleted ones last: what is written after them may take their place
    deleted_paper,
)


def dumps_cores() -> bool:
    """Return whether this machine lets an aborted process leave a file in its folder."""
    pattern = Path("/proc/sys/kernel/core_pattern")
    return pattern.exists() and pattern.read_text().strip().split("%")[0] in {"core", "core."}
