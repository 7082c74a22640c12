"""Hide for real: the key of a real keyboard, a real display, and how long it takes."""

from __future__ import annotations

import statistics
import subprocess
import time

import pytest

from tests.display.test_real_window import (
    come_back,
    covered,
    display,
    hidden,
    program,
    pytestmark,
    still,
    window_of,
    xdotool,
)

__all__ = ["display", "program", "pytestmark"]


@pytest.fixture
def shown(display: str, program: subprocess.Popen[bytes]) -> str:
    window = window_of(display)
    still(display)
    xdotool(display, "windowfocus", "--sync", window)
    assert program.poll() is None
    return window


def test_f9_and_esc_twice_hide_at_once(display: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each hides; how soon is told. What would make it slow is held without a clock, in `tests/ui/test_hide`."""
    assert shown
    took = []
    for keys in (("F9",), ("F9",), ("F9",), ("Escape", "Escape")):
        begun = time.perf_counter()
        xdotool(display, "key", *keys)
        hidden(display)
        took.append(time.perf_counter() - begun)
        come_back(display)
        still(display)
    with capsys.disabled():
        print(
            f"\nkey to picture on a real display: median {statistics.median(took) * 1000:.0f} ms (limit 300)"
        )


def test_what_is_pressed_with_the_key_neither_falls_through_nor_brings_back(display: str, shown: str) -> None:
    """A hand on the mouse, the other one on the keyboard: click, Enter and the hide key, in one moment."""
    assert shown
    for _ in range(4):
        xdotool(display, "mousemove", "260", "400", "key", "F9", "click", "1", "click", "1", "key", "Return")
        hidden(display)
        time.sleep(0.3)
        assert covered(display), "what was pressed with the key brought everything back"
        come_back(display)
        still(display)
