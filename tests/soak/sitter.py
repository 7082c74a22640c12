"""Starts a sitting in a process of its own, and looks at it from outside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.soak.needles import Canaries

ROOT = Path(__file__).resolve().parents[2]
TAILS = ("name", "note", "story", "typed")
_MAP = re.compile(r"([0-9a-f]+)-([0-9a-f]+) r(\S)\S\S \S+ \S+ \S+ *(.*)")
MOST = 64 << 20
"""Bytes of one region of memory that are looked at together."""


class Sitter:
    """A sitting under way; what it is told goes through a pipe, and nowhere else."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    @property
    def number(self) -> int:
        """The number of its process."""
        return self._process.pid

    def hears(self, word: str) -> None:
        """Tell it one more thing to do."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def says(self) -> str:
        """Return the next thing that it tells; empty where it has ended."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def ended(self, seconds: float = 90) -> int:
        """Wait for its end and return its status."""
        return self._process.wait(seconds)


def environment(root: Path) -> dict[str, str]:
    """Return the surroundings of somebody whose every folder is below `root`."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "DISPLAY"}}
    for part in ("home", "tmp", "run"):
        (root / part).mkdir(exist_ok=True, mode=0o700)
    home = root / "home"
    return {
        **kept,
        "HOME": str(home),
        "TMPDIR": str(root / "tmp"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_STATE_HOME": str(home / ".local/state"),
        "XDG_RUNTIME_DIR": str(root / "run"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }


@contextmanager
def sitting(
    root: Path,
    canaries: Canaries,
    phrase: str = "",
    *,
    before: tuple[str, ...] = (),
    more: Mapping[str, str] | None = None,
    brief: bool = False,
) -> Iterator[Sitter]:
    """Let a family sit down below `root`, with a family file where there is a phrase.

    `before` is put before its command, `more` into its surroundings; a `brief` one looks at three screens only.
    """
    folder = root / "stick"
    folder.mkdir(exist_ok=True)
    told = {tail: canaries.word(tail) for tail in TAILS} | {"number": canaries.number}
    told |= {"brief": "yes"} if brief else {}
    if phrase:
        told |= {"folder": str(folder), "phrase": phrase}
    process = subprocess.Popen(
        [*before, sys.executable, "-m", "tests.soak.sitting"],
        cwd=root / "stick",
        env={**environment(root), **(more or {})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        sitter = Sitter(process)
        sitter.hears(json.dumps(told))
        if sitter.says() != "sat":
            process.wait(20)
            assert process.stderr is not None
            raise RuntimeError(f"the sitting did not come about: {process.stderr.read()[-1500:]}")
        yield sitter
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def memory(number: int) -> Iterator[bytes]:
    """Yield everything that a process may have written in memory; raise `OSError` where that may not be seen.

    Left out is what can only be a file's own bytes: code of libraries, mapped to be read.
    """
    with Path(f"/proc/{number}/mem").open("rb", buffering=0) as held:
        for found in _MAP.finditer(Path(f"/proc/{number}/maps").read_text()):
            library = found[4].startswith("/") and found[3] != "w"
            if library or found[4].startswith(("[vvar", "[vsyscall", "/dev/")):
                continue
            start, end = int(found[1], 16), int(found[2], 16)
            while start < end:
                size = min(end - start, MOST)
                try:
                    held.seek(start)
                    yield held.read(size)
                except OSError:
                    pass
                start += size
