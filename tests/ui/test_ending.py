"""Being told to end, for real: a signal comes, what was typed is saved, and the program is gone within two seconds."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from kyr_app.model.person import Who
from kyr_app.store import families
from kyr_app.ui import ending
from kyr_app.ui.desk import Place
from tests.ui.conftest import settle
from tests.ui.ends_when_told import TOLD, WORDS
from tests.ui.keeping import sentry_of, with_file

PROGRAM = Path(__file__).with_name("ends_when_told.py")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")


class Asks:
    """The end of a session, as the desktop announces it."""

    def __init__(self, *, waits=True):
        self._waits, self.hints, self.cancelled = waits, [], 0

    def setRestartHint(self, hint):
        self.hints.append(hint)

    def allowsInteraction(self):
        return self._waits

    def cancel(self):
        self.cancelled += 1


@pytest.mark.parametrize(
    ("told", "more"),
    [
        (signal.SIGTERM, ()),
        (signal.SIGHUP, ("--hidden",)),
        (signal.SIGTERM, ("--asked",)),
        (signal.SIGINT, ()),
    ],
    ids=["switched-off", "behind-the-picture", "with-a-question-open", "ctrl-c"],
)
def test_what_was_typed_is_in_the_file_when_the_program_is_told_to_end(tmp_path, told, more, record_property):
    (tmp_path / "stick").mkdir()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KYR_HOME": str(tmp_path / "home")}
    environment["PYTHONPATH"] = str(PROGRAM.parents[2])
    command = [sys.executable, str(PROGRAM), str(tmp_path / "stick"), *more]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "ready\n"
        begun = time.perf_counter()
        process.send_signal(told)
        try:
            status = process.wait(timeout=60)
        finally:
            process.kill()  # else the end of this block would wait for ever for one that did not end
        record_property("seconds", round(time.perf_counter() - begun, 2))  # one that is switched off has 2
        assert "Traceback" not in process.stderr.read()
    assert status == 0
    (path,) = (tmp_path / "stick").glob("*.a")
    with families.open_file(path, WORDS) as file:
        assert any(TOLD in str(row) for row in file.rows("story"))


def test_signals_are_given_back(qtbot):
    before = [signal.getsignal(getattr(signal, name)) for name in ending.NAMES]
    owner, rung = QObject(), []
    ending.listen(lambda: rung.append(1), owner)
    os.kill(os.getpid(), signal.SIGHUP)
    qtbot.waitUntil(lambda: rung == [1])
    owner.deleteLater()
    settle()
    assert [signal.getsignal(getattr(signal, name)) for name in ending.NAMES] == before
    assert signal.set_wakeup_fd(-1) == -1


def test_what_was_to_be_ignored_stays_so(qtbot):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        owner, rung = QObject(), []
        ending.listen(lambda: rung.append(1), owner)
        os.kill(os.getpid(), signal.SIGHUP)
        qtbot.wait(50)
        assert not rung
        owner.deleteLater()
        settle()
    finally:
        signal.signal(signal.SIGHUP, before)


def test_the_desktop_is_asked_to_wait_where_saving_fails(window, tmp_path):
    sentry = sentry_of(window)
    family = with_file(window, tmp_path / "stick")
    window.session.add_person(Who.CHILD)
    shutil.rmtree(tmp_path / "stick")
    asks = Asks()
    sentry._system_ends(asks)
    assert asks.cancelled == 1
    assert window.place is Place.UNSAVED
    assert family.open
    no_time = Asks(waits=False)
    sentry._system_ends(no_time)
    assert not no_time.cancelled
    family.abandon()


def test_nobody_finds_the_program_open_when_the_computer_starts_again(window):
    asks = Asks()
    sentry_of(window)._system_ends(asks)
    assert [hint.name for hint in asks.hints] == ["RestartNever"]
    assert not asks.cancelled
    window.cover.lifting = False
