"""What is put off until somebody asks Qt for a signature comes when it is asked for, and says the same."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = "import kyr_app.ui\nfrom kyr_app.ui.signatures import READ, waiting\n"
ASKED = """
import inspect
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

def tell(act):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
"""
QUESTIONS = """
tell(lambda: QObject(3))
tell(lambda: QColor([], 1))
tell(lambda: QTimer.singleShot("x"))
tell(lambda: QWidget.setParent())
tell(lambda: QObject().setObjectName(text="a"))
tell(lambda: QObject(nothing=1))
tell(lambda: QObject.setObjectName.__doc__)
tell(lambda: QObject().nothing)
from PySide6.support.signature import get_signature, lib, layout, mapping, parser
tell(lambda: get_signature(QColor.__init__))
tell(lambda: [*inspect.signature(lib.enum_sig.ExactEnumerator.__init__).parameters])
tell(lambda: lib.pyi_generator.generate_pyi.__doc__)
tell(lambda: (mapping.update_mapping(), sorted(map(str, mapping.type_map))))
tell(lambda: layout.signature)
from PySide6.support import feature
tell(lambda: (feature.info(), feature.all_feature_names, len(feature.pyside_feature_dict) >= 0))
"""


def told(program):
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_nothing_of_it_is_read_before_a_window():
    """With a new edition of Qt: read its modules, then write down what they are now in `signatures.READ`."""
    waiting = told(f"{OURS}import kyr_app.ui.app\nprint(len(waiting()), len(READ))").split()
    assert waiting == ["8", "8"]


def test_qt_says_the_same_as_without_it():
    assert told(OURS + ASKED + QUESTIONS) == told(ASKED + QUESTIONS)


@pytest.mark.parametrize("first", [line for line in QUESTIONS.splitlines() if line.startswith("tell")][:8])
def test_whatever_is_asked_first(first):
    assert told(OURS + ASKED + first) == told(ASKED + first)


def test_a_source_that_nobody_read_is_taken_as_it_comes():
    program = "from kyr_app.ui import signatures\n"
    other = 'signatures._later(b"x = 1", "shibokensupport/signature/layout.py", "exec")'
    assert told(f"{program}print({other}.co_names, len(signatures.waiting()))") == "('x',) 8\n"


def test_threads_that_ask_at_once_wait_for_one_another():
    program = """
import threading
from PySide6.support.signature import mapping

said, gate = [], threading.Barrier(8)
def ask():
    gate.wait()
    said.append(mapping.Reloader.__name__)
threads = [threading.Thread(target=ask) for _ in range(8)]
for each in threads:
    each.start()
for each in threads:
    each.join()
print(*said)
"""
    assert told(OURS + program).split() == ["Reloader"] * 8
