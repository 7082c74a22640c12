"""What is done before anything else: seen in a process of its own, and on a stand-in for Windows."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kyr_app.store import hardening, hardening_windows
from kyr_app.store.replace import PATIENCE, replace

ROOT = Path(__file__).parents[3]
LOOK = """
import ctypes, os, resource, sys
from kyr_app.store import hardening
heavy = set(sys.modules)
hardening.start()
hardening.start()
print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux")
def test_linux():
    found = subprocess.run([sys.executable, "-c", LOOK], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "(0, 0) 0o77 0"


def test_it_comes_before_qt_and_everything_else():
    told = "import kyr_app.__main__ as it, sys; it.import_module = print; it.main()"
    found = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.stdout.splitlines()[0] == "kyr_app.store.hardening"


def test_it_brings_no_heavy_library():
    told = "import sys, kyr_app.store.hardening as it; it.start(); print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"msgspec", "tinydb", "cryptography", "PySide6"}.isdisjoint(found.stdout.split())


class Stand:
    """Windows as a list of what it was asked for; refuses what it is told to."""

    def __init__(self, *refused):
        self.asked, self.refused = [], refused

    def __getattr__(self, name):
        def ask(*given):
            if name in self.refused:
                raise OSError(5, "refused")
            self.asked.append((name, *given))
            return "S-1-5-21-1"

        return ask


def test_windows():
    system, ends = Stand(), []
    hardening_windows.harden(system, lambda act, *given: ends.append((act, given)))
    assert ends == [(hardening_windows.forget, (system,))], (
        "what stays in the registry goes when the program ends"
    )
    program = Path(sys.executable).name
    assert system.asked == [
        ("error_mode", 0x8003),
        ("report_flags", 1),
        ("exclude", program),
        ("user",),
        ("protect", "D:P(A;;0x00101001;;;S-1-5-21-1)"),
    ]
    hardening_windows.forget(system)
    assert system.asked[-1] == ("include", program)


def test_windows_reading_of_memory_is_not_among_what_is_allowed():
    reads = {
        "PROCESS_VM_READ": 0x10,
        "PROCESS_VM_WRITE": 0x20,
        "PROCESS_DUP_HANDLE": 0x40,
        "WRITE_DAC": 0x40000,
    }
    assert not [name for name, bit in reads.items() if hardening_windows.ALLOWED & bit]


@pytest.mark.parametrize("refused", ["error_mode", "report_flags", "exclude", "user", "protect"])
def test_windows_goes_on_where_it_is_refused(refused):
    system = Stand(refused)
    hardening_windows.harden(system, lambda *_: None)
    assert len(system.asked) >= 3


def test_windows_is_nowhere_else():
    if sys.platform != "win32":
        hardening_windows.harden(at_end=lambda *_: pytest.fail("nothing was left anywhere"))
        hardening_windows.forget()


@pytest.mark.parametrize(("platform", "asked"), [("win32", 1), ("linux", 0), ("darwin", 0)])
def test_the_one_trace_is_taken_back_on_windows_alone(monkeypatch, platform, asked):
    system = Stand()
    monkeypatch.setattr(hardening_windows, "Windows", lambda: system)
    monkeypatch.setattr(hardening, "sys", SimpleNamespace(platform=platform))
    hardening.forget()
    assert len(system.asked) == asked


class Held(OSError):
    """An error as Windows has it, which no other system can make."""

    def __init__(self, number):
        super().__init__(13, "held")
        self.winerror = number


@pytest.mark.parametrize("number", [5, 32, 33])
def test_replacing_waits_for_who_holds_the_file(number, tmp_path):
    left, waits = [3], []

    def move(source, target):
        if left[0]:
            left[0] -= 1
            raise Held(number)
        source.rename(target)

    source, target = tmp_path / "new", tmp_path / "old"
    source.write_text("new")
    target.write_text("old")
    replace(source, target, move=move, wait=waits.append)
    assert target.read_text() == "new"
    assert waits == [0.01, 0.02, 0.04]


def test_replacing_gives_up_after_two_and_a_half_seconds(tmp_path):
    waits = []

    def move(_source, _target):
        raise Held(32)

    with pytest.raises(Held):
        replace(tmp_path / "a", tmp_path / "b", move=move, wait=waits.append)
    assert PATIENCE <= sum(waits) <= PATIENCE + 0.25


def test_replacing_does_not_wait_for_anything_else(tmp_path):
    with pytest.raises(FileNotFoundError):
        replace(tmp_path / "a", tmp_path / "b", wait=lambda _: pytest.fail("waited"))
