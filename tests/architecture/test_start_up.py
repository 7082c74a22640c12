"""What is heavy is fetched when it is first used: whoever only reads a lesson never waits for it.

What a start costs is counted here, in the program itself and up to its first painted frame: a count is the same on
every machine. How long it takes `python3 dev.py bench` says.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

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
SIGNATURES = {"argparse", "ast", "inspect", "logging"}
"""What Qt for Python fetches for signatures that nobody asks for (`ui/signatures.py`)."""
MOST = {
    "modules": 280,
    "modules of ours": 90,
    "widgets": 95,
    "letters of the style sheet": 9_800,
    "enumerations": 230,
    "members of enumerations": 3_450,
    "times the lines of a label are broken": 160,
}
"""What stood between a start and its first frame when it was last looked at, and a tenth more."""
FIRST_FRAME = """
import enum, json, os, sys
from importlib import import_module

sys.modules["typing_extensions"] = None  # a tool of tests, not of the program
import_module("kyr_app.store.hardening").start()
program = import_module("kyr_app.ui.app")
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from kyr_app.ui.widgets.label import Label

def show(window, arguments, real=program.show):
    real(window, arguments)
    window.watch = Watch(window)
    window.installEventFilter(window.watch)

class Watch(QObject):
    def eventFilter(self, window, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: tell(window))
        return False

def every(kind):
    return {kind}.union(*(every(each) for each in kind.__subclasses__()))

def tell(window):
    widgets = [window, *window.findChildren(QWidget)]
    kinds = every(enum.Enum)
    count = {
        "modules": len(sys.modules),
        "modules of ours": sum(each.startswith("kyr_app") for each in sys.modules),
        "widgets": len(widgets),
        "letters of the style sheet": len(QApplication.instance().styleSheet()),
        "enumerations": len(kinds),
        "members of enumerations": sum(len(each.__members__) for each in kinds),
        "times the lines of a label are broken": sum(len(each._highs) for each in widgets if isinstance(each, Label)),
    }
    screen = type(window.shown).__name__
    seen = [screen, type(QApplication.focusWidget()).__name__, bool(window.grab().width())]
    print(json.dumps({"count": count, "modules": list(sys.modules), "seen": seen}), flush=True)
    os._exit(0)

program.show = show
program.run([""])
"""


def told(program, **around):
    """Return what a program in a process of its own tells."""
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **around},
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def first_frame(home, settings):
    """Return what a start has cost when its first frame is painted, with these settings in an empty home."""
    (home / "settings.json").write_text(settings, encoding="utf-8")
    kept = {"KYR_HOME": str(home), "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return json.loads(told(FIRST_FRAME, **kept).splitlines()[-1])


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    """What somebody waits for who chose Spanish yesterday."""
    return first_frame(tmp_path_factory.mktemp("home"), '{"language":"es"}')


def test_the_window_comes_without_the_heavy_libraries(start):
    assert (HEAVY | SIGNATURES).isdisjoint(start["modules"])


@pytest.mark.parametrize("what", MOST)
def test_a_start_does_no_more_than_it_did(start, what):
    """Where this fails: does the first frame need it? What can come after it comes after it (`ui/painted.py`)."""
    assert MOST[what] * 0.7 < start["count"][what] <= MOST[what]


def test_home_is_what_is_seen_first_and_the_keyboard_is_there(start):
    assert start["seen"] == ["HomeScreen", "HomeScreen", True]


@pytest.mark.parametrize("settings", ["{}", '{"language":', "", '{"language":"xx","look":7}'])
def test_a_first_visit_or_damaged_settings_lead_to_the_choice_of_a_language(tmp_path, settings):
    seen = first_frame(tmp_path, settings)["seen"]
    assert seen[0] == "FirstScreen"
    assert seen[2]


def test_no_module_is_read_a_second_time_for_the_sake_of_qt():
    known = "from PySide6.support.feature import pyside_feature_dict as known"
    judged = told(f"import kyr_app.ui.app; {known}; print(*known)").split()
    assert [each for each in judged if each.startswith("kyr_app.ui.")] == []
