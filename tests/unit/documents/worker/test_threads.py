"""A telephone's photo is drawn by a decoder that needs threads: it gets a few, and no other file gets any."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from kyr_app.documents.worker import limits, process
from kyr_app.documents.worker.shapes import Inspect, Render

ROOT = str(Path(__file__).parents[4])
PHOTO = b"\0\0\0\x1cftypheic"
PROGRAM = """
import json, os, resource, sys
sys.path.insert(0, sys.argv[1])
from kyr_app.documents.worker import limits
before = limits._tasks()
limits.confine(os.getppid(), threads=sys.argv[2] == "yes")
print(json.dumps([before, resource.getrlimit(resource.RLIMIT_NPROC)[1]]))
"""


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        (Render(PHOTO, 150, 2400, 0, 1), {"KYR_THREADS": "1"}),
        (Render(b"\xff\xd8\xff\xe0" + PHOTO, 150, 2400, 0, 1), {}),
        (Render(b"%PDF-1.7", 150, 2400, 0, 1), {}),
        (Inspect(PHOTO), {}),
    ],
)
def test_who_may_start_threads_is_seen_before_anything_is_parsed(
    request_: Render, told: dict[str, str]
) -> None:
    assert process._leave(request_) == told


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")
@pytest.mark.parametrize("threads", [True, False])
def test_it_gets_a_few_and_others_none(*, threads: bool) -> None:
    """They are counted with all that this user runs, which may be more a moment later."""
    command = (sys.executable, "-c", PROGRAM, ROOT, "yes" if threads else "no")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    before, most = msgspec.json.decode(done.stdout)
    assert before > 0
    if threads:
        assert limits.THREADS < most <= before + 2 * limits.THREADS + 200  # others come and go meanwhile
    else:
        assert most == 0
