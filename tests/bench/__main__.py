"""Measure everything in one run and write docs/benchmarks.md. Medians with their spread; the machine is named."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from tests.bench import forms, growth, packets, papers, saves, windows
from tests.bench.measure import ROOT, Row, spread

DOCS = ROOT / "docs"
SECTIONS: dict[str, tuple[Callable[[], Iterator[Row]], ...]] = {
    "The window": (windows.first_windows, windows.at_work),
    "Search and papers": (papers.rows,),
    "Official forms": (forms.rows,),
    "The packet": (packets.rows,),
    "The family file": (saves.rows,),
}
HEAD = ("| What | Here | Against | There | Ratio | Bar | |", "|---|--:|---|--:|--:|---|---|")
VERDICTS = {True: "kept", False: "**not kept**", None: ""}


def machine() -> str:
    """Return what these figures come from, without a path or a name of its own."""
    model = next(
        (line.split(":")[1] for line in _lines("/proc/cpuinfo") if line.startswith("model name")), ""
    )
    kept = next((int(line.split()[1]) for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0)
    system = next(
        (line.split("=")[1] for line in _lines("/etc/os-release") if line.startswith("PRETTY_NAME")), ""
    )
    release = ".".join(platform.release().split("-")[0].split(".")[:2])
    parts = [
        system.strip('"') or platform.system(),
        f"kernel {release}",
        model.strip(),
        f"{os.cpu_count()} cores",
    ]
    return ", ".join(
        [each for each in parts if each] + [f"{kept / 2**20:.0f} GiB", f"Python {sys.version.split()[0]}"]
    )


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def busy() -> float:
    """Return how many other processes wanted a processor in the last minute; 0 where the system does not say."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def line(row: Row) -> str:
    """Return a row as a line of its table."""
    here = f"{spread(row.ours, row.digits)} {row.unit}" if row.ours else "–"
    there = f"{spread(row.theirs, row.digits)} {row.unit}" if row.theirs else "–"
    there = f"*{row.missing}*" if row.missing else there
    ratio = "–" if row.ratio is None else f"{row.ratio:.2f}×"
    cells = (row.what, here, row.peer, there, ratio, row.bar, VERDICTS[row.kept])
    return f"| {' | '.join(cell.replace('|', '¦') for cell in cells)} |"


def grown(curve: growth.Curve) -> str:
    """Return a curve as a line of its table."""
    if curve.missing:
        return f"| {curve.what} | *{curve.missing}* | – | – | – | |"
    each = [spread(values, 2 if median(values) < 10 else 0) for values in curve.each]
    verdict = VERDICTS[curve.kept]
    return f"| {curve.what} | {' | '.join(each)} | {curve.grown:.1f}× | {verdict} |"


def worst(rows: list[Row]) -> str:
    """Return the worst ratio against each kind of peer: a floor that does less, and a program that does as much."""
    compared = sorted((row for row in rows if row.ratio is not None), key=lambda row: -(row.ratio or 0))
    said = [f"{row.ratio:.2f}× {row.what}, against {row.peer}" for row in compared[:3]]
    missed = [row.what for row in rows if row.kept is False]
    return "Worst ratios: " + "; ".join(said) + f". Bars not kept: {'; '.join(missed) or 'none'}."


def report(
    sections: dict[str, list[Row]], curves: list[growth.Curve], killed: list[saves.Lost], head: str
) -> str:
    """Return the document."""
    lines = ["# Benchmarks", "", head, "", worst([row for rows in sections.values() for row in rows]), ""]
    for title, rows in sections.items():
        lines += [f"## {title}", "", *HEAD, *map(line, rows), ""]
        if rows and title == "The family file":
            lines += [
                "What is lost where the writer is killed (`kill -9`) at a random instant while it saves:",
                "",
            ]
            lines += ["| Writer | Kills | Lost | |", "|---|--:|--:|---|"]
            lines += [f"| {each.what} | {each.kills} | {each.lost} | {each.kinds} |" for each in killed]
            lines += [""]
    lines += [
        "## Growth: 1, 10 and 100",
        "",
        "Milliseconds. Ten times the work may cost 12 times as much.",
        "",
    ]
    lines += ["| What | 1 | 10 | 100 | From 10 to 100 | |", "|---|--:|--:|--:|--:|---|", *map(grown, curves)]
    lines += ["", "![What 1, 10 and 100 cost](benchmarks-growth.png)", ""]
    notes = DOCS / "benchmarks-notes.md"
    return "\n".join(lines) + ("\n" + notes.read_text(encoding="utf-8") if notes.is_file() else "")


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join([*SECTIONS, "growth"]))
    only = parser.parse_args().sections
    begun, load = time.monotonic(), busy()
    found: dict[str, list[Row]] = {}
    for title, works in SECTIONS.items():
        if not only or title in only:
            found[title] = [row for work in works for row in work()]
            print("\n".join(map(line, found[title])), flush=True)
    killed = list(saves.kills()) if not only or "The family file" in only else []
    curves = list(growth.curves()) if not only or "growth" in only else []
    head = (
        f"Written by `python3 dev.py bench` on {dt.datetime.now(tz=dt.UTC).date()}, all in one run of "
        f"{time.monotonic() - begun:.0f} seconds; medians (least–greatest), each in its turn with what it is "
        f"compared with. Search, papers and their growth are told in the time that a processor was at work, so that "
        f"others on the machine hardly count; all else by the clock. Machine: {machine()}; load before the run "
        f"{load:.1f}. A ratio above 1 costs more here."
    )
    made = report(found, curves, killed, head)
    if only:
        print(made)
        return
    growth.plot(curves, DOCS)
    (DOCS / "benchmarks.md").write_text(made, encoding="utf-8")
    print(made)


if __name__ == "__main__":
    main()
