"""What went wrong, for whoever mends the program: a code and places in its code, never a message, a name or a value.

A line is put together from an allow-list: the kind of the error where the program or Python defined it, the file and
line inside the program, the name of the library where it broke. It says no day, no folder, no words. Lines stay in
memory; they are written only into a folder that somebody gave the program (`KYR_HOME`), at most `MOST_LINES` of them.
"""

from __future__ import annotations

import builtins
import hashlib
import os
from collections import deque
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from kyr_app.store.preferences import HOME_VARIABLE, home

NAME = "errors.log"
MOST_LINES = 200
MOST_BYTES = 64 * 1024
_DEPTH = 8
_PROGRAM = Path(__file__).resolve().parent.parent
_kept: deque[str] = deque(maxlen=MOST_LINES)


def note(error: BaseException) -> str:
    """Note an error and return its code, the same for the same kind at the same place: `K-7f3a`. Never raises."""
    places = _places(error.__traceback__)
    kind = _kind(error)
    code = "K-" + hashlib.sha256(f"{kind} {' '.join(places[:1])}".encode()).hexdigest()[:4]
    _kept.append(" ".join([code, kind, *places]))
    if os.environ.get(HOME_VARIABLE):
        with suppress(OSError):
            _write(home() / NAME)
    return code


def lines() -> tuple[str, ...]:
    """Return what was noted in this run, oldest first."""
    return tuple(_kept)


def forget() -> None:
    """Forget what was noted in this run."""
    _kept.clear()


def _kind(error: BaseException) -> str:
    """Return the name of the kind of an error: Python's own or the program's; of any other, its library alone."""
    kind = type(error)
    if getattr(builtins, kind.__name__, None) is kind or kind.__module__.partition(".")[0] == _PROGRAM.name:
        return kind.__name__
    return f"{_library(kind.__module__)}.Error"


def _library(module: str) -> str:
    top = module.partition(".")[0]
    return top if top.isidentifier() and top.isascii() else "other"


def _places(trace: TracebackType | None) -> list[str]:
    """Return where it broke, innermost first: lines of the program, and libraries by name."""
    found: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        place = Path(code.co_filename)
        if place.is_relative_to(_PROGRAM):
            found.append(f"{place.relative_to(_PROGRAM.parent).as_posix()}:{trace.tb_lineno}")
        else:
            found.append(_library(str(trace.tb_frame.f_globals.get("__name__", ""))))
        trace = trace.tb_next
    return [each for at, each in enumerate(found) if at == 0 or found[at - 1] != each][-_DEPTH:][::-1]


def _write(file: Path) -> None:
    """Add the last line to the file; a file that has grown too long keeps its latest lines."""
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_text(encoding="ascii", errors="replace").splitlines() if file.exists() else []
    text = "\n".join([*before, _kept[-1]][-MOST_LINES:])[-MOST_BYTES:] + "\n"
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
    with os.fdopen(handle, "w", encoding="ascii", errors="replace") as out:
        out.write(text)
