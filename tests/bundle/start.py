"""What the bundled program starts with: the libraries that this computer lacks, and words for a damaged copy."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path

SPARES = "spare"
_DAMAGED = (
    "Esta copia no está completa, o algo la cambió. Copie otra vez la carpeta entera, desde otra memoria USB.\n"
    "This copy is not complete, or was changed. Copy the whole folder again, from another stick.\n"
)
_MOST_NAMED = 12
_BOXES = (("zenity", "--error", "--text"), ("kdialog", "--error"), ("xmessage",))
"""What a Linux desktop says something with, without Qt, which may be what is damaged."""


_COMMON = ("libgcc_s", "libstdc++")
"""What other modules than Qt's are linked to as well."""


class BeforeQt:
    """Lends the libraries of the desktop when Qt is fetched: a command that opens no window never waits for them."""

    def __init__(self, spares: Path) -> None:
        self._spares = spares

    def find_spec(self, name: str, *_: object) -> None:
        """Find nothing: only look at what is fetched."""
        if name == "PySide6":
            sys.meta_path.remove(self)
            lend(self._spares)


def lend(spares: Path, only: tuple[str, ...] = ("lib",)) -> list[str]:
    """Open each library of the desktop: the computer's own where it has one, else ours. Return the names of ours.

    `only` says how names begin. A library that is open is found by its name from then on. Ours come second because
    a computer's driver of the screen must meet the libraries it was built with.
    """
    import ctypes  # noqa: PLC0415 (not on Windows, where nothing is lent)

    lent = []
    listed = (spares / "ORDER").read_text("ascii").split()
    for name in (each for each in listed if each.startswith(only)):
        try:
            ctypes.CDLL(name)
        except OSError:
            ctypes.CDLL(str(spares / name))
            lent.append(name)
    return lent


def own_again(environment: MutableMapping[str, str]) -> None:
    """Give what this program starts (a player, the printer's queue) the computer's own libraries, not ours.

    And let a copy of this program that it starts find its own folder afresh.
    """
    before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    environment.pop("LD_LIBRARY_PATH", None)
    if before:
        environment["LD_LIBRARY_PATH"] = before
    environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


def speak(attach: Callable[[], bool] | None = None, console: str = "CONOUT$") -> None:
    """On Windows: let a program without a console of its own say things in the one it was started from.

    Where there is none, what it says goes nowhere, and nothing breaks for want of a place to write to.
    """
    if sys.stdout is not None and sys.stderr is not None:
        return
    place = console if (attach or _attached)() else os.devnull
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(place, "w", encoding="utf-8", errors="replace", buffering=1))  # noqa: PTH123, SIM115 (a device)


def _attached() -> bool:
    import ctypes  # noqa: PLC0415

    return bool(ctypes.windll.kernel32.AttachConsole(-1))  # type: ignore[attr-defined,unused-ignore]


def damage(folder: Path) -> list[str]:
    """Return the files of the folder that are missing or not what was made, in two languages."""
    try:
        listed = (folder / "HASHES").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ["falta / missing: HASHES"]
    return [told for line in listed for told in _look(folder, *line.split("  ", 1))]


def _look(folder: Path, expected: str, name: str = "") -> Iterator[str]:
    import hashlib  # noqa: PLC0415 (only where something is wrong)

    try:
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
            yield f"cambiado / changed: {name}"
    except OSError:
        yield f"falta / missing: {name}"


def tell(wrong: list[str]) -> None:
    """Say that the copy is damaged, file by file: where it was started from, and in a box on the desktop."""
    more = [f"… + {len(wrong) - _MOST_NAMED}"] if len(wrong) > _MOST_NAMED else []
    said = _DAMAGED + "\n".join(wrong[:_MOST_NAMED] + more) + "\n"
    if sys.stderr is not None:
        sys.stderr.write(said)
    if len(sys.argv) > 1:  # a command: somebody reads what it writes
        return
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        ctypes.windll.user32.MessageBoxW(None, said, "Guía", 0x10)
        return
    import subprocess  # noqa: PLC0415

    box = next((each for each in _BOXES if shutil.which(each[0])), None)
    if box and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        subprocess.run((*box, said), check=False)


def start() -> int:
    """Run the program and return its exit status. Where it breaks because its copy is damaged, say so instead."""
    try:
        if sys.platform == "linux":
            own_again(os.environ)
            spares = Path(sys._MEIPASS) / SPARES  # type: ignore[attr-defined]  # PyInstaller's own name
            lend(spares, _COMMON)
            sys.meta_path.insert(0, BeforeQt(spares))
        if sys.platform == "win32":
            speak()
        from kyr_app.__main__ import main  # noqa: PLC0415 (may be what is damaged)

        return main()
    except Exception:
        wrong = damage(Path(sys.executable).resolve().parent)
        if not wrong:
            raise
        tell(wrong)
        return 1


if __name__ == "__main__":
    raise SystemExit(start())
