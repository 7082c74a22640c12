"""The folder as a package for Debian and its relatives: under `/usr/lib/guia`, with an entry in the menu."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from kyr_app import __version__
from tests.bundle import lay

_ABOUT = """\
lessons, lists and papers for families who ask for protection
 In Spanish and English, without internet. Lessons about rights, checklists,
 papers and official forms to print and sign. Nothing is kept unless it is
 asked for. Not legal advice."""
_TERMS = """\
Guia is free software: GPL-3.0-or-later, see /usr/share/common-licenses/GPL-3.
The licences of all else inside are in /usr/lib/guia/LICENCES.
"""
_CHANGES = """\
guia ({version}) unstable; urgency=low

  * What changed is in CHANGELOG.md of the source.

 -- Guia <nobody@localhost>  Sat, 22 Nov 2025 00:00:00 +0000
"""
_MENU = """\
[Desktop Entry]
Type=Application
Name=Guía
Comment=Lecciones, listas y papeles
Exec=/usr/lib/guia/guia
Terminal=false
Categories=Education;
"""


def build(folder: Path, day: str) -> Path:
    """Make the package beside `folder` and return it. `day`: the time written into it, as seconds since 1970."""
    root = folder.parent / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "usr/lib/guia")
    _write(root / "usr/share/applications/guia.desktop", _MENU)
    document = root / "usr/share/doc/guia"
    _write(document / "copyright", _TERMS)
    told = _CHANGES.format(version=__version__)
    (document / "changelog.gz").write_bytes(gzip.compress(told.encode(), mtime=0))
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/guia").symlink_to("../lib/guia/guia")
    architecture = subprocess.check_output(("dpkg", "--print-architecture"), text=True).strip()
    _control(root, folder, architecture)
    made = folder.parent / f"guia_{__version__}_{architecture}.deb"
    _pack(root, made, day)
    shutil.rmtree(root)
    return made


def fields(folder: Path, architecture: str) -> dict[str, str]:
    """Return what the package says of itself. It asks for the C library alone: all else is inside, or optional."""
    libc = ".".join(map(str, lay.oldest_libc(folder)))
    return {
        "Package": "guia",
        "Version": __version__,
        "Section": "education",
        "Priority": "optional",
        "Architecture": architecture,
        "Depends": f"libc6 (>= {libc})",
        "Suggests": "libcups2, pipewire-bin | pulseaudio-utils | alsa-utils",
        "Maintainer": "Guia <nobody@localhost>",
        "Installed-Size": str(-(-lay.size(folder) // 1024)),
        "Description": _ABOUT,
    }


def _control(root: Path, folder: Path, architecture: str) -> None:
    said = fields(folder, architecture)
    _write(root / "DEBIAN/control", "".join(f"{name}: {value}\n" for name, value in said.items()))
    sums = [
        f"{hashlib.md5(each.read_bytes(), usedforsecurity=False).hexdigest()}  {each.relative_to(root).as_posix()}\n"
        for each in lay.files(root)
        if "DEBIAN" not in each.parts
    ]
    _write(root / "DEBIAN/md5sums", "".join(sums))


def _pack(root: Path, made: Path, day: str) -> None:
    for each in (root, *root.rglob("*")):  # the root too, whatever the umask of the build is
        if each.is_dir() or not each.is_symlink():
            runs = each.is_dir() or each.name in {"guia", "guia.sh"}
            each.chmod(0o755 if runs else 0o644)
    environment: Mapping[str, str] = {**os.environ, "SOURCE_DATE_EPOCH": day}
    command = ("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(root), str(made))
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
