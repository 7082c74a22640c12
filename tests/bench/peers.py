"""The peers, in an environment of their own under build/, never in the program's: `python -m tests.bench.peers lock`.

What cannot be installed here is skipped, and the table says so.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from collections.abc import Callable
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from tests.bench.measure import ROOT, Missing, told

HOME = ROOT / "build" / "bench"
PYTHON = HOME / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LOCK = ROOT / "requirements-bench.lock"
SCRIPTS = Path(__file__).parent / "scripts"
_STAMP = HOME / "ready"


def python() -> Path:
    """Return the peers' Python, installing them the first time. Raise `Missing` where that cannot be done."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest() + str(sys.version_info[:2])
    if _STAMP.is_file() and _STAMP.read_text(encoding="ascii") == wanted:
        return PYTHON
    print("installing the peers, once, into build/bench", file=sys.stderr)
    venv.create(HOME, clear=True, with_pip=True)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "-q", "install", "--only-binary=:all:")
    if subprocess.run([*pip, "--require-hashes", "-r", LOCK], check=False).returncode:
        raise Missing("could not be installed here")
    _STAMP.write_text(wanted, encoding="ascii")
    return PYTHON


def run(script: str, *arguments: str, told_to: Any = None, **more: str) -> Any:
    """Run a script with the peers' Python and return the JSON that it prints. Raise `Missing` as `python` does."""
    return told([python(), SCRIPTS / f"{script}.py", *arguments], told_to, **more)


def tried(measure: Callable[[], Any]) -> tuple[Any, str]:
    """Return what was measured and no word, or nothing and why not."""
    try:
        return measure(), ""
    except Missing as why:
        return None, str(why)


def versions() -> dict[str, str]:
    """Return the versions of what is installed for the peers, by lower-case name; nothing where nothing is."""
    folders = [str(each) for each in HOME.glob("**/site-packages")]
    return {each.metadata["Name"].lower(): each.version for each in distributions(path=folders)}


def named(name: str) -> str:
    """Return a peer with its version, where that is known."""
    version = versions().get(name.lower())
    return f"{name} {version}" if version else name


def lock() -> int:
    """Pin the peers, with hashes and no index's address."""
    uv = ("-m", "uv", "pip", "compile", "-q", "--universal", "--generate-hashes", "--python-version", "3.11")
    plain = ("--no-header", "--no-annotate", "--no-emit-index-url", "requirements-bench.in", "-o", LOCK.name)
    return subprocess.run([sys.executable, *uv, *plain, *sys.argv[2:]], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(lock() if sys.argv[1:2] == ["lock"] else __doc__)
