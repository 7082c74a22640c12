"""Measure everything in one run and write docs/benchmarks.md. Medians with their spread; the machine is named."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from kyr_app import places
from kyr_app.content.library import load
from kyr_app.content.search import Index
from tests.unit.documents.bare import times

ROOT = Path(__file__).resolve().parents[2]
RUNS = 9
QUESTIONS = ("niños", "asylum", "proteccion", "apelacion corte", "medicina", "birth certificate")


def spread(values: list[float], digits: int = 0) -> str:
    """Return a median with its least and greatest value."""
    return f"{median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def started(which: str, environment: dict[str, str]) -> tuple[float, float]:
    """Return milliseconds to the first paint, and MiB held then."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.start_up", which],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    wall, memory = done.stdout.split()
    return float(wall), float(memory)


def start_up(environment: dict[str, str]) -> dict[str, tuple[list[float], list[float]]]:
    """Return the figures of the floor and of the program, run in turn."""
    found: dict[str, tuple[list[float], list[float]]] = {"bare": ([], []), "ours": ([], [])}
    for which in found:
        started(which, environment)
    for _ in range(RUNS):
        for which, (walls, memories) in found.items():
            wall, memory = started(which, environment)
            walls.append(wall)
            memories.append(memory)
    return found


@contextmanager
def display() -> Iterator[str]:
    """A display of our own."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        yield f":{os.read(read, 16).decode().strip()}"
        server.terminate()


def clean_environment(home: Path) -> dict[str, str]:
    """Return the environment of somebody who chose Spanish yesterday, with compiled modules as on any laptop."""
    (home / "settings.json").write_text('{"language":"es"}', encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "KYR_HOME": str(home), "PYTHONPATH": str(ROOT)}


def window_rows(environment: dict[str, str]) -> list[str]:
    """Return the rows about the window's first paint, off screen and on a display."""
    rows = []
    places_of_paint = [("off screen", {"QT_QPA_PLATFORM": "offscreen"})]
    with display() as number:
        places_of_paint.append(("Xvfb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": number}))
        for name, more in places_of_paint:
            found = start_up({**environment, **more})
            (bare, bare_mib), (ours, ours_mib) = found["bare"], found["ours"]
            ratio, extra = median(ours) / median(bare), median(ours_mib) - median(bare_mib)
            rows.append(
                f"| First window, {name} | {spread(ours)} ms | bare PySide6 window {spread(bare)} ms "
                f"| {ratio:.2f}× | 1.6× |"
            )
            held = f"{median(ours_mib):.0f} MiB | {median(bare_mib):.0f} MiB | +{extra:.0f} MiB"
            rows.append(f"| Memory then, {name} | {held} | +35 MiB |")
    return rows


def inside_rows(environment: dict[str, str]) -> list[str]:
    """Return the rows about the language and the next question."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.window"],
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    return [
        f"| Language of {found['texts']} texts in the window | {spread(found['switch'], 1)} ms | – | – | 30 ms |",
        f"| Answer to next question, painted | {spread(found['next'], 1)} ms | – | – | 16 ms |",
    ]


def core_rows() -> list[str]:
    """Return the rows about search and paper."""
    library = load(places.pack())
    begun = time.perf_counter()
    index = Index(library)
    built = (time.perf_counter() - begun) * 1000
    asked = []
    for question in QUESTIONS * RUNS:
        begun = time.perf_counter()
        index.find(question)
        asked.append((time.perf_counter() - begun) * 1000)
    ours, bare = times(library)
    speed = f"{ours * 1000:.1f} ms | ReportLab platypus alone, same words {bare * 1000:.1f} ms | {ours / bare:.2f}×"
    return [
        f"| Search index, built with the first search | {built:.0f} ms | – | – | 50 ms |",
        f"| A search | {spread(asked, 1)} ms | – | – | 5 ms |",
        f"| Handout, a page | {speed} | 1.5× |",
    ]


def main() -> None:
    """Measure, print and write."""
    with tempfile.TemporaryDirectory() as folder:
        environment = clean_environment(Path(folder))
        rows = [*window_rows(environment), *inside_rows(environment), *core_rows()]
    machine = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    text = "\n".join(
        [
            "# Benchmarks",
            "",
            f"Written by `python3 dev.py bench`: all in one run, {RUNS} runs each in turn, medians (least–greatest).",
            "",
            f"Machine: {machine}.",
            "",
            "| What | Here | Against | Ratio | Bar |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )
    (ROOT / "docs" / "benchmarks.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    if not shutil.which("Xvfb"):
        sys.exit("Xvfb is missing: python3 dev.py bench installs it.")
    main()
