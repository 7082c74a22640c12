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
}


def test_the_window_comes_without_the_heavy_libraries():
    told = "import sys, kyr_app.ui.app; print(*sys.modules, sep='\\n')"
    command = [sys.executable, "-c", told]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert HEAVY.isdisjoint(result.stdout.split())
