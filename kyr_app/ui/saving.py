"""Where a paper can be saved, and saving it whole or not at all."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QIODevice, QSaveFile, QStandardPaths, QStorageInfo

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, Words

_REMOVABLE = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


class Shelter(Struct, frozen=True):
    """A folder that a paper can be saved in, and what people call it."""

    folder: Path
    called: Words
    icon: str


class NotWritten(KyrError):
    """A paper could not be saved; nothing half-written is left."""


def shelters() -> list[Shelter]:
    """Return where to save: sticks first, then the folders that people know."""
    found = [Shelter(folder, N_("USB stick: {name}", name=name), "hard-drive") for name, folder in _sticks()]
    place = QStandardPaths.StandardLocation
    known: tuple[tuple[QStandardPaths.StandardLocation, Words, str], ...] = (
        (place.DocumentsLocation, N_("Documents"), "folder"),
        (place.DesktopLocation, N_("Desktop"), "desktop"),
    )
    for location, called, icon in known:
        folder = Path(QStandardPaths.writableLocation(location))
        if folder.is_dir() and folder not in {each.folder for each in found}:
            found.append(Shelter(folder, called, icon))
    return found


def _sticks() -> list[tuple[str, Path]]:
    sticks = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        outside = volume.isValid() and volume.isReady() and not volume.isReadOnly() and not volume.isRoot()
        removable = sys.platform == "win32" or root.startswith(_REMOVABLE)
        if outside and removable:
            sticks.append((volume.displayName() or root, Path(root)))
    return sticks


def free_name(folder: Path, day: dt.date, ending: str = "pdf") -> Path:
    """Return a file name that tells nothing and is not taken yet: hoja-2026-11-22.pdf, then -2, -3."""
    for number in range(1, 1000):
        name = f"hoja-{day.isoformat()}{f'-{number}' if number > 1 else ''}.{ending}"
        if not (folder / name).exists():
            return folder / name
    raise NotWritten(N_("This folder holds too many sheets already."), N_("Choose another place."))


def write(path: Path, data: bytes) -> None:
    """Write `data` whole. Raise `NotWritten`, in words, and leave nothing behind where that fails."""
    file = QSaveFile(str(path))
    file.setDirectWriteFallback(False)
    if file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit():
        return
    file.cancelWriting()
    raise NotWritten(
        N_("The sheet could not be saved there. Nothing was lost: it is still here."),
        N_("Is the stick full, locked or taken out? Choose another place."),
    )
