import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CALLS = """
import kyr_app.ui
from PySide6.QtCore import QObject, Signal

class Thing(QObject):
    said = Signal(int)

thing = Thing()
for _ in range(200_000):
    thing.setObjectName("x")
    thing.said.emit(1)
print("alive")
"""


def test_a_sitting_of_many_calls_does_not_end_python():
    """Without `immortal` this dies of *deallocating None* after some five thousand calls on Python 3.11."""
    result = subprocess.run(
        [sys.executable, "-c", CALLS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == "alive"
