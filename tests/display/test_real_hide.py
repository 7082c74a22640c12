"""Hide for real: the key of a real keyboard, a real display, and how long it takes."""

from __future__ import annotations

import statistics
import subprocess
import time

import pytest

from tests.display.test_real_window import display, program, pytestmark, window_of, xdotool

__all__ = ["display", "program", "pytestmark"]

LIMIT = 0.3
PICTURE = "^(Imagen|Picture)$"


def picture_there(display: str) -> bool:
    return bool(xdotool(display, "search", "--onlyvisible", "--name", PICTURE))


def soon(holds: object, seconds: float = 5.0) -> float:
    """Return how many seconds it took until `holds`."""
    begun = time.perf_counter()
    while not holds():  # type: ignore[operator]
        assert time.perf_counter() - begun < seconds
    return time.perf_counter() - begun


@pytest.fixture
def shown(display: str, program: subprocess.Popen[bytes]) -> str:
    window = window_of(display)
    time.sleep(0.8)
    xdotool(display, "windowfocus", "--sync", window)
    assert program.poll() is None
    return window


def test_f9_and_esc_twice_hide_at_once(display: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown
    took = []
    for keys in (("F9",), ("F9",), ("F9",), ("Escape", "Escape")):
        begun = time.perf_counter()
        xdotool(display, "key", *keys)
        soon(lambda: picture_there(display))
        took.append(time.perf_counter() - begun)
        time.sleep(0.8)
        xdotool(display, "key", "a")
        soon(lambda: not picture_there(display))
        time.sleep(0.3)
    with capsys.disabled():
        print(
            f"\nkey to picture on a real display: median {statistics.median(took) * 1000:.0f} ms (limit 300)"
        )
    assert statistics.median(took) < LIMIT


def test_what_is_pressed_with_the_key_neither_falls_through_nor_brings_back(display: str, shown: str) -> None:
    """A hand on the mouse, the other one on the keyboard: click, Enter and the hide key, in one moment."""
    assert shown
    for _ in range(4):
        xdotool(display, "mousemove", "260", "400", "key", "F9", "click", "1", "click", "1", "key", "Return")
        soon(lambda: picture_there(display))
        time.sleep(0.3)
        assert picture_there(display)
        time.sleep(0.8)
        xdotool(display, "key", "a")
        soon(lambda: not picture_there(display))
        time.sleep(0.3)
