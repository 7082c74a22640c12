"""Make the folder that runs from a stick: `python3 dev.py bundle [-o DIR]`.

For the platform it runs on. In it: the program, its lessons, voice and letters, the licence of everything inside, a
list of hashes, and a page in two languages that says how to start. Two builds of one checkout give the same list.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bundle import contents, lay, sizes, stand_in, thin

SPEC = Path(__file__).with_name("guia.spec")
_DAY = "1763769600"
"""The date that PyInstaller writes where it needs one: the same for every build."""


def main(arguments: list[str]) -> int:
    """Build, then say how large it is."""
    parser = argparse.ArgumentParser(prog="dev.py bundle", description=__doc__)
    usual = contents.ROOT / "build" / "bundle"
    parser.add_argument("-o", "--output", type=Path, default=usual, metavar="DIR")
    parser.add_argument("--deb", action="store_true", help="also a package for Debian and its relatives")
    parser.add_argument(
        "--sizes", action="store_true", help="build it whole as well, and write docs/bundle/SIZES.md"
    )
    chosen = parser.parse_args(arguments)
    target = chosen.output.resolve()
    shutil.rmtree(target, ignore_errors=True)
    if status := freeze(target):
        return status
    folder = target / "guia"
    before = lay.size(folder)
    finish(folder)
    for line in sizes.summary(folder, before):
        print(line)
    if sys.platform == "linux" and stand_in.compiler() is None:
        print("No C compiler here: the folder is 52 MiB larger than it could be (tests/bundle/stand_in.py).")
    if chosen.deb:
        from tests.bundle import deb  # noqa: PLC0415 (Debian alone)

        print(deb.build(folder, _DAY))
    if chosen.sizes and sys.platform == "linux":
        whole = target / "whole"
        if status := freeze(whole, trimmed=False):
            return status
        sizes.write(folder, whole / "guia")
        shutil.rmtree(whole)
    return 0


def finish(folder: Path) -> None:
    """Trim what was frozen, and lay beside it the licences, the pages and the list of hashes."""
    thin.trim(folder / "_internal")
    lay.beside(folder)


def freeze(target: Path, *, trimmed: bool = True) -> int:
    """Let PyInstaller make `target/guia`; return its exit status."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": _DAY}
    environment |= {} if trimmed else {contents.NO_TRIM: "1"}
    work = target / ".work"
    options = ("--noconfirm", "--clean", "--log-level=WARN", f"--distpath={target}", f"--workpath={work}")
    command = (sys.executable, "-m", "PyInstaller", *options, str(SPEC))
    status = subprocess.run(command, cwd=contents.ROOT, env=environment, check=False).returncode
    shutil.rmtree(work, ignore_errors=True)
    return status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
