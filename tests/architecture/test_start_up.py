"""What is heavy is fetched when it is first used: whoever only reads a lesson never waits for it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = {
    "reportlab",
    "pikepdf",
    "yaml",
    "babel.dates",
    "segno",
    "pyphen",
    "PIL",
    "PySide6.QtNetwork",
    "qtawesome",
    "sqlite3",
    "PySide6.QtDBus",
    "kyr_app.ui.sentry",
    "kyr_app.ui.background",
    "kyr_app.rules.engine",
    "kyr_app.interview.engine",
    "kyr_app.content.library",
}


def told(program):
    """Return the words that a program in a process of its own tells."""
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout.split()


def test_the_window_comes_without_the_heavy_libraries():
    assert HEAVY.isdisjoint(told("import sys, kyr_app.ui.app; print(*sys.modules, sep='\\n')"))


def test_no_module_is_read_a_second_time_for_the_sake_of_qt():
    known = "from PySide6.support.feature import pyside_feature_dict as known"
    judged = told(f"import kyr_app.ui.app; {known}; print(*known)")
    assert [each for each in judged if each.startswith("kyr_app.ui.")] == []
