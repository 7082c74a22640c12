"""The process itself: it has little, it is watched, and whatever it says is held against what it may say."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import textwrap
import time
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from kyr_app import __main__ as program
from kyr_app.documents.worker import api, child, jail, jpeg, limits, process, windows
from kyr_app.documents.worker.shapes import Inspect, Inspected, Picture, Reply, Spot, Trouble
from tests.unit.documents.worker import bombs

ROOT = str(Path(process.__file__).parents[3])
linux = pytest.mark.skipif(sys.platform != "linux", reason="the limits of Linux")


@pytest.fixture(autouse=True)
def _application() -> None:
    """Nothing here needs Qt."""


def running(code: str) -> list[str]:
    return [sys.executable, "-I", "-c", textwrap.dedent(code)]


def asked(code: str, **more) -> Reply:
    return process.ask(Inspect(b"x"), start=running(code), **more)


def test_one_that_says_nothing_has_crashed():
    assert asked("pass").trouble is Trouble.CRASHED
    assert asked("import os; os.abort()").trouble is Trouble.CRASHED
    assert asked("import sys; sys.stdout.write('no reply')").trouble is Trouble.CRASHED


def test_one_that_never_ends_is_ended():
    assert asked("import time; time.sleep(60)", wall=0.4).trouble is Trouble.TIME


def test_one_that_says_too_much_is_not_heard(monkeypatch):
    monkeypatch.setattr(process, "MOST_REPLY", 10_000)
    assert asked("import sys; sys.stdout.write('x' * 200_000)").trouble is Trouble.CRASHED


def test_one_that_nobody_waits_for_is_ended():
    with pytest.raises(process.Interrupted):
        asked("import time; time.sleep(60)", go_on=lambda: False)


@linux
def test_too_much_processor_time_is_too_much_time():
    code = """
        import resource
        resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
        while True: pass
    """
    assert asked(code).trouble in {Trouble.TIME, Trouble.CRASHED}


@linux
def test_what_is_taken_away(tmp_path):
    """The limits stand before a parser is there; a file cannot be written, a network is not reached."""
    code = f"""
        import json, os, resource, sys
        sys.path.insert(0, {ROOT!r})
        from kyr_app.documents.worker import limits
        before = set(sys.modules)
        limits.confine(os.getppid())
        found = {{name: resource.getrlimit(getattr(resource, "RLIMIT_" + name))[0]
                 for name in ("AS", "CPU", "FSIZE", "NOFILE", "CORE", "NPROC")}}
        found["parsers"] = [name for name in ("pikepdf", "pypdfium2", "PIL") if name in sys.modules]
        found["privs"] = [line.split()[1] for line in open("/proc/self/status") if line.startswith("NoNewPrivs")]
        try:
            with open({str(tmp_path / "x")!r}, "wb", buffering=0) as file:
                file.write(b"x")
            found["wrote"] = True
        except OSError:
            found["wrote"] = False
        print(json.dumps(found))
    """
    done = subprocess.run(running(code), capture_output=True, text=True, check=True)
    found = msgspec.json.decode(done.stdout)
    assert found == {
        "AS": limits.MEMORY,
        "CPU": limits.PROCESSOR,
        "FSIZE": 0,
        "NOFILE": limits.FILES,
        "CORE": 0,
        "NPROC": 0,
        "parsers": [],
        "privs": ["1"],
        "wrote": False,
    }


@linux
def test_it_dies_with_its_parent():
    inner = f"""
        import os, sys, time
        sys.path.insert(0, {ROOT!r})
        from kyr_app.documents.worker import limits
        limits.confine(int(os.environ["KYR_PARENT"]))
        print(os.getpid(), flush=True)
        time.sleep(60)
    """
    code = f"""
        import os, subprocess, sys
        os.environ["KYR_PARENT"] = str(os.getpid())
        child = subprocess.Popen({running(inner)!r}, stdout=subprocess.PIPE, text=True)
        print(child.stdout.readline(), flush=True)
        os._exit(0)
    """
    number = int(subprocess.run(running(code), capture_output=True, text=True, check=True).stdout)
    for _ in range(3000):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return
        with suppress(OSError):
            if Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()[0] == "Z":
                return
        time.sleep(0.02)
    pytest.fail("it outlived its parent")


def test_it_starts_alone_and_is_told_nothing():
    line = process.command(frozen=False, program="python")
    assert line[:3] == ["python", "-I", "-B"]
    assert process.command(frozen=True, program="kyr") == ["kyr", "--limited-worker"]
    told = process.environment({"HOME": "/x", "USER": "me", "LANG": "es", "SYSTEMROOT": "c:"})
    assert set(told) == {"SYSTEMROOT", "KYR_PARENT", "PYTHONUTF8"}


def test_a_frozen_program_becomes_a_worker_before_anything_else(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["kyr", process.WORKER_ARGUMENT])
    monkeypatch.setattr(child, "main", lambda: 7)
    assert program.main() == 7


def test_inside_every_failure_is_a_trouble(monkeypatch):
    assert child.answer(b"no request").trouble is Trouble.DAMAGED
    request = msgspec.msgpack.encode(Inspect(b"x"))
    assert child.answer(request).trouble is Trouble.KIND

    def full(_job):
        raise MemoryError

    monkeypatch.setattr(child, "_done", full)
    assert child.answer(request).trouble is Trouble.MEMORY


@pytest.mark.parametrize(
    "reply",
    [
        Reply(pictures=(Picture(b"\xff\xd8 no jpeg \xff\xd9", 9, 9),), total=1),
        Reply(pictures=(Picture(bombs.photo(), 9, 9),), total=1),
        Reply(pictures=(Picture(bombs.photo(exif=b"Exif\0\0II*\0\x08\0\0\0\0\0"), 64, 48),), total=1),
        Reply(pictures=(Picture(bombs.photo() + b"more", 64, 48),), total=1),
        Reply(pictures=(), total=1),
        Reply(pictures=(Picture(bombs.photo(), 64, 48),) * 2, total=1),
        Reply(pictures=(Picture(bombs.photo(), 64, 48),), total=5000),
        Reply(),
    ],
    ids=["no jpeg", "size", "exif", "tail", "none", "too many", "total", "empty"],
)
def test_pictures_are_looked_at_again(monkeypatch, reply):
    monkeypatch.setattr(api, "ask", lambda *_: reply)
    with pytest.raises(api.NotTaken) as error:
        api.render(b"x")
    assert error.value.trouble is Trouble.CRASHED


def test_other_replies_are_looked_at_too(monkeypatch):
    monkeypatch.setattr(api, "ask", lambda *_: Reply(made=b"no pdf", texts=("one",)))
    for call in (
        lambda: api.inspect(b"x"),
        lambda: api.stamp(b"x", b"y", (0,), "t"),
        lambda: api.read(b"x", [Spot(0, (0, 0, 1, 1))] * 2),
    ):
        with pytest.raises(api.NotTaken):
            call()


def test_a_jpeg_is_known_by_its_markers():
    assert jpeg.size(bombs.photo()) == (64, 48)
    assert jpeg.size(bombs.photo(progressive=True)) == (64, 48)
    assert jpeg.size(b"") == jpeg.size(b"\xff\xd8\xff\xd9") == jpeg.size(bombs.photo("PNG")) == (0, 0)
    assert jpeg.size(bombs.photo(comment=b"hello")) == (0, 0)


def test_barcodes_of_a_form_that_has_none():
    assert Inspected(1, ((1, 1),), (), ()).barcodes == ()


class FakeKernel:
    """Windows, as far as a job goes."""

    def __init__(self, fails: str = "") -> None:
        self.fails, self.calls = fails, []

    def create(self) -> int:
        self.calls.append("create")
        return 0 if self.fails == "create" else 11

    def limit(self, job: int, wanted: windows.Limits) -> int:
        self.calls.append(("limit", job, wanted.flags, wanted.processes, wanted.process_memory))
        return int(self.fails != "limit")

    def assign(self, job: int, held: int) -> int:
        self.calls.append(("assign", job, held))
        return int(self.fails != "assign")

    def close(self, handle: int) -> int:
        self.calls.append(("close", handle))
        return 1


def test_windows_holds_the_process_in_a_job():
    kernel = FakeKernel()
    job = windows.JobObject(kernel).take(5)
    job.close()
    job.close()
    flags = windows.wanted().flags
    assert flags & windows.KILL_ON_JOB_CLOSE
    assert flags & windows.ACTIVE_PROCESS
    assert kernel.calls == [
        "create",
        ("limit", 11, flags, 1, limits.MEMORY),
        ("assign", 11, 5),
        ("close", 11),
    ]
    assert windows.wanted().process_time == limits.PROCESSOR * 10_000_000
    assert ctypes.sizeof(windows.Limits) == 144


@pytest.mark.parametrize("fails", ["create", "limit", "assign"])
def test_windows_without_a_job_is_an_error_and_nothing_is_asked(fails):
    kernel = FakeKernel(fails)
    with pytest.raises(OSError, match="job object"):
        windows.JobObject(kernel).take(5)
    assert ("close", 11) in kernel.calls or fails == "create"


def test_bubblewrap_shuts_network_and_disk():
    line = jail.Bubblewrap().wrapped(["python", "x"])
    assert line[0] == "bwrap"
    assert {"--unshare-all", "--die-with-parent", "--ro-bind"} <= set(line)
    assert line[-3:] == ["--", "python", "x"]


def test_a_box_that_does_not_work_here_is_not_used(monkeypatch):
    monkeypatch.setattr(jail.shutil, "which", lambda _: "/usr/bin/bwrap")

    def refused(*_args, **_more):
        return subprocess.CompletedProcess([], 1)

    monkeypatch.setattr(jail.subprocess, "run", refused)
    jail.best.cache_clear()
    assert type(jail.best()) is jail.Jail
    monkeypatch.setattr(jail.subprocess, "run", lambda *_args, **_more: subprocess.CompletedProcess([], 0))
    jail.best.cache_clear()
    assert isinstance(jail.best(), jail.Bubblewrap)
    jail.best.cache_clear()
