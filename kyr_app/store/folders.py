"""The folders of this computer where people put files: documents, desktop, downloads."""

from __future__ import annotations

import os
import re
from pathlib import Path

_KINDS = ("DOCUMENTS", "DESKTOP", "DOWNLOAD")
_USUAL = ("Documents", "Documentos", "Desktop", "Escritorio", "Downloads", "Descargas")
_LINE = re.compile(r'^XDG_([A-Z]+)_DIR="\$HOME/([^"]+)"', re.MULTILINE)


def personal() -> tuple[Path, ...]:
    """Return the folders that exist, documents first, each once; the person's own folder where there is none of them.

    What cannot be looked at is not there.
    """
    home = Path.home()
    named = _named(home)
    wanted = [*(home / named[kind] for kind in _KINDS if kind in named), *(home / name for name in _USUAL)]
    found = (folder for folder in wanted if _is_folder(folder) and folder != home)
    return tuple(dict.fromkeys(found)) or (home,)


def _named(home: Path) -> dict[str, str]:
    """Return what the desktop calls its folders, where it says so (`Documentos`)."""
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    try:
        said = (config / "user-dirs.dirs").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return {}
    return {kind: name.rstrip("/") for kind, name in _LINE.findall(said)}


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
