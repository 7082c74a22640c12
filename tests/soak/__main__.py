"""Run every soak test, two at a time, and write the table: `python -m tests.soak [--short] [-o FILE] [NAME…]`.

The whole run writes docs/security-tests.md; the short one, and one of some tests, print what they found.

The exit status is 1 where something bad was found, or where a control found nothing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import msgspec
from msgspec import structs

from tests.soak.outcome import Row, Scale

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs/security-tests.md"
LANES = 2
PATIENCE = 900
"""Seconds after which a module is taken to hang."""
TOLD = "ROW "

TESTS = {  # in the order of the table; the longest start first, whatever their place here
    "kill": 35,
    "faults": 20,
    "powercut": 75,
    "rawdisk": 15,
    "flips": 45,
    "hostile_files": 20,
    "full": 3,
    "instances": 1,
    "canary": 35,
    "memory": 40,
    "network": 18,
    "papers": 100,
    "names": 1,
    "packs": 90,
}
"""The modules, with about how many seconds each takes."""

ELSEWHERE = (
    ("Windows: NTFS, locking, process protection, a virus scanner that holds files", "no Windows here"),
    ("A real FAT or exFAT stick", "the kernel here has no vfat or exfat; FAT is in the model of power cuts"),
    (
        "The plug pulled out of a real computer or a real stick",
        "needs hands; the model and raw images stand in",
    ),
    ("What a print spooler keeps", "no printer here: a shelter's set-up list covers it"),
    ("Sleep, hibernation and swap", "no such hardware here"),
)
"""What no machine of this kind can try."""


MEANT = (
    "*Bad* counts what must not happen: something acknowledged that is lost, something damaged that is taken for "
    "good, a crash, a secret found where it should not be."
)


def one(name: str, scale: Scale) -> int:
    """Run one module and print each row as it comes."""
    begun = time.monotonic()
    for row in import_module(f"tests.soak.{name}").rows(scale):
        now = time.monotonic()
        timed = structs.replace(row, seconds=round(now - begun, 1))
        begun = now
        print(TOLD + msgspec.json.encode(timed).decode(), flush=True)
    return 0


def ran(name: str, *, short: bool) -> list[Row]:
    """Run one module in a process of its own; one that breaks is a row that failed."""
    command = [sys.executable, "-m", "tests.soak", "--one", name, *(["--short"] if short else [])]
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    begun = time.monotonic()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            told, wrong = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            told, wrong = process.communicate()
            wrong += f"\nnot done after {PATIENCE} seconds"
    lines = [line.removeprefix(TOLD) for line in told.splitlines() if line.startswith(TOLD)]
    found = [msgspec.json.decode(line, type=Row) for line in lines]
    if process.returncode:
        print(wrong, file=sys.stderr)
        said = (wrong.strip().splitlines() or ["no word"])[-1].replace(str(ROOT), "…")
        found.append(Row(test=name, done="the test itself broke", count=1, bad=1, result=said[:200]))
    seconds = time.monotonic() - begun
    print(
        f"{seconds:6.1f} s  {name}: {'ok' if all(row.passed for row in found) else 'FAILED'}", file=sys.stderr
    )
    return found


def machine() -> str:
    """Return what these figures come from, without a path or a name of its own."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    release = ".".join(platform.release().split("-")[0].split(".")[:2])
    root = ", as root" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    return f"{platform.system()} {release}, {cores} cores, Python {platform.python_version()}{root}"


def worked() -> str:
    """Return the seconds for which a processor worked: what another run beside this one does not change."""
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return "not counted"
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return f"{spent.ru_utime + spent.ru_stime:.0f} processor seconds"


def status(row: Row) -> str:
    """Return the last word of a row."""
    if row.not_here:
        return f"*not tried here: {row.not_here}*"
    if row.control:
        return "fails, as it must" if row.passed else "**NOT SEEN: the test is blind**"
    return "ok" if row.passed else "**BAD**"


def table(rows: list[Row]) -> list[str]:
    """Return rows as a table."""
    made = ["| Test | What was done | Count | Bad | Result | s | |", "|---|---|--:|--:|---|--:|---|"]
    for row in rows:
        count = "–" if row.not_here else f"{row.count:,} {row.unit}".strip()
        bad = "–" if row.not_here else f"{row.bad:,}"
        cells = (row.test, row.done, count, bad, row.result or "–", f"{row.seconds:.1f}", status(row))
        made.append(f"| {' | '.join(cell.replace('|', '¦') for cell in cells)} |")
    return made


def report(rows: list[Row], *, short: bool, seconds: float) -> str:
    """Return the document."""
    plain, controls = ([row for row in rows if row.control is which] for which in (False, True))
    elsewhere = [Row(test=what, done="–", not_here=why) for what, why in ELSEWHERE]
    command = "python3 dev.py soak" + (" --short" if short else "")
    lines = [
        "# What was done to the family file and to packs, and what came of it",
        "",
        f"Written by `{command}` on {dt.datetime.now(tz=dt.UTC).date()}, all in one run of {seconds:.0f} seconds",
        f"({worked()}). Machine: {machine()}.",
        "",
        MEANT,
        "",
        *table(plain),
        "",
        "## Controls: broken on purpose",
        "",
        "A test that finds nothing proves nothing until it has been seen to find. These must be bad.",
        "",
        *table(controls),
        "",
        "## Not tried here",
        "",
        *table(elsewhere),
        "",
    ]
    return "\n".join(lines)


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="dev.py soak", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TESTS))
    parser.add_argument("--short", action="store_true", help="the short form")
    parser.add_argument("-o", dest="out", type=Path, help="where to write the table")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        return one(asked.one, Scale(asked.short))
    names = asked.names or list(TESTS)
    begun = time.monotonic()
    with ThreadPoolExecutor(LANES) as lanes:
        longest = sorted(names, key=TESTS.__getitem__, reverse=True)
        running = {name: lanes.submit(ran, name, short=asked.short) for name in longest}
        rows = [row for name in names for row in running[name].result()]
    made = report(rows, short=asked.short, seconds=time.monotonic() - begun)
    whole = not asked.short and not asked.names
    if out := asked.out or (TABLE if whole else None):
        out.write_text(made, encoding="utf-8")
    else:
        print(made)
    return 0 if all(row.passed for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
