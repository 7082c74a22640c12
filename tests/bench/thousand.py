"""One file of a thousand pages, `ours` or by ReportLab `alone`: memory, pages a second, how soon it can be stopped.

Prints one JSON value. Each in a process of its own, because memory that was taken once is not given back.
"""

from __future__ import annotations

import json
import re
import sys
import time
from itertools import cycle, islice, pairwise
from pathlib import Path

from kyr_app import places
from kyr_app.content.library import load
from tests.bench.papers import pages, words
from tests.unit.documents import bare
from tests.unit.documents.paper import job

LESSONS = 175
"""Of the content, again and again: a little over a thousand pages."""


def main() -> None:
    """Measure and print."""
    library = load(places.pack())
    lessons = list(islice(cycle(library.lessons.values()), LESSONS))
    heard = [0.0]
    if sys.argv[1] == "ours":
        work = job(*lessons, library=library)
        job(lessons[0], library=library).run()  # what is fetched once is not counted
        make = lambda: work.run(lambda _done, _total: heard.append(time.perf_counter()) or True)  # noqa: E731
    else:
        each = {lesson.id: words(job(lesson, library=library)) for lesson in library.lessons.values()}
        body = [said for lesson in lessons for said in each[lesson.id]]
        make = lambda: bare._bare(body)  # noqa: E731
    before, begun, spent = peak(), time.perf_counter(), time.process_time()
    made = make()
    spent = time.process_time() - spent
    heard[0] = begun
    heard.append(time.perf_counter())
    waits = [later - sooner for sooner, later in pairwise(heard)]
    found = {"pages": pages(made), "memory": peak() - before, "seconds": spent, "wait": max(waits) * 1000}
    print(json.dumps(found))


def peak() -> float:
    """Return the most memory taken so far, in MiB. (What `resource` says counts the program that started this one.)"""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024  # type: ignore[index]


if __name__ == "__main__":
    main()
