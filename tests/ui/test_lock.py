"""What nobody touches is closed: by the clock, by the system, by hand. First it is saved, then the process ends."""

import dataclasses
import os
import shutil
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from kyr_app.model.person import Who
from kyr_app.store import families
from kyr_app.ui import afresh, away_linux, away_windows, lock
from kyr_app.ui.afresh import Begin
from kyr_app.ui.clipboard import NOT_IN_HISTORY, Clipboard
from kyr_app.ui.desk import Place
from kyr_app.ui.standing import State
from tests.ui.conftest import settle
from tests.ui.keeping import WORDS, press, sentry_of, with_file
from tests.ui.test_ending import Asks


@pytest.fixture
def sentry(window):
    return sentry_of(window)


@pytest.fixture
def family(window, sentry, tmp_path):
    assert sentry
    return with_file(window, tmp_path / "stick")


def test_figures_of_the_design():
    assert (lock.WARN, lock.IDLE, lock.SMALL, lock.HIDDEN) == (150, 180, 30, 30)


def test_a_quiet_word_at_two_and_a_half_minutes_and_the_lock_at_three(window, sentry, family):
    path = family.file.path
    sentry.passes(149)
    assert not sentry.still.isVisible()
    sentry.passes(2)
    assert sentry.still.isVisible()
    assert not sentry.ends
    sentry.passes(30)
    assert sentry.ends == [Begin(str(path))]
    assert not family.open
    assert not window.session.people.here


def test_i_am_still_here_begins_the_three_minutes_anew(sentry, family):
    sentry.passes(170)
    sentry.still.here.click()
    assert not sentry.still.isVisible()
    sentry.passes(149)
    assert not sentry.still.isVisible()
    assert not sentry.ends
    assert family.open


def test_any_touch_is_a_sign_of_life(window, sentry, family):
    sentry.passes(170)
    press(window, Qt.Key.Key_Tab)
    sentry.passes(149)
    assert not sentry.ends
    assert family.open


def test_what_was_answered_is_in_the_file_before_the_process_ends(window, sentry, family):
    path = family.file.path
    window.session.add_person(Who.CHILD)
    sentry.passes(181)
    assert sentry.ends
    with families.open_file(path, WORDS) as file:
        assert any(row.get("who") == "child" for row in file.rows("people"))


def test_with_nothing_kept_idle_hides_and_loses_nothing(window, sentry):
    window.session.add_person(Who.ME)
    sentry.passes(151)
    assert "tecla" in sentry.still.words.text() or "key" in sentry.still.words.text()
    sentry.passes(30)
    assert window.cover.up
    sentry.passes(3600)
    assert not sentry.ends
    window.cover.lift()
    assert window.session.people.here


def test_a_page_on_a_wall_is_not_hidden_but_an_open_file_is_locked_all_the_same(window, sentry, tmp_path):
    window.shown.stays = True
    sentry.passes(3600)
    assert not window.cover.up
    with_file(window, tmp_path / "stick")
    window.shown.stays = True
    sentry.passes(181)
    assert sentry.ends


def test_small_for_half_a_minute_locks_and_stays_small(window, sentry, family):
    path = str(family.file.path)
    sentry.lock.made_small(True)
    sentry.passes(29)
    assert not sentry.ends
    sentry.passes(2)
    assert sentry.ends == [Begin(path, small=True)]
    assert not window.cover.up


def test_large_again_in_time_locks_nothing(sentry, family):
    sentry.lock.made_small(True)
    sentry.passes(20)
    sentry.lock.made_small(False)
    sentry.passes(60)
    assert not sentry.ends
    assert family.open


def test_behind_the_picture_it_locks_after_half_a_minute_and_stays_behind_it(window, sentry, family):
    path = str(family.file.path)
    window.cover.drop()
    sentry.passes(29)
    assert not sentry.ends
    sentry.passes(2)
    assert sentry.ends == [Begin(path, hidden=True)]


def test_the_lock_of_the_screen_locks_at_once(sentry, family):
    path = str(family.file.path)
    sentry.away.left.emit()
    assert sentry.ends == [Begin(path)]


def test_the_lock_of_the_screen_hides_what_is_not_kept(window, sentry):
    sentry.away.left.emit()
    assert window.cover.up
    assert not sentry.ends


def test_a_computer_that_slept_without_a_word_locks_when_it_wakes(sentry, family):
    assert family.open
    sentry.passes(300, step=300)
    assert len(sentry.ends) == 1


def test_by_hand_with_the_key_and_with_the_card(window, sentry, family):
    path = str(family.file.path)
    press(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert sentry.ends == [Begin(path)]


def test_by_hand_with_the_card(window, sentry, family):
    assert family.open
    window.go(Place.FAMILY)
    window.shown.lock.click()
    assert len(sentry.ends) == 1


def test_what_cannot_be_saved_is_covered_and_not_thrown_away(window, sentry, family, tmp_path):
    window.session.add_person(Who.CHILD)
    shutil.rmtree(tmp_path / "stick")
    sentry.passes(181)
    assert not sentry.ends
    assert window.cover.up
    assert family.open
    assert window.session.people.here
    assert sentry.autosave.state is State.UNSAVED
    assert window.place is Place.UNSAVED
    window.cover.lift()


def test_what_cannot_be_saved_while_small_is_covered_once_it_is_large(window, sentry, family, tmp_path):
    window.session.add_person(Who.CHILD)
    shutil.rmtree(tmp_path / "stick")
    sentry.lock.made_small(True)
    sentry.passes(31)
    assert not window.cover.up
    assert family.open
    sentry.lock.made_small(False)
    assert window.cover.up
    assert not sentry.ends
    family.abandon()


def test_the_end_of_the_computers_day_saves_and_stands_in_nobodys_way(window, sentry, family):
    window.cover.drop()
    sentry._system_ends(Asks())
    assert not family.open
    pictures, window.cover._pictures = window.cover._pictures, []
    assert all(picture.close() for picture in pictures)


def test_closing_the_window_saves_first(window, sentry, family):
    path = family.file.path
    window.session.add_person(Who.CHILD)
    assert window.close()
    assert not family.open
    with families.open_file(path, WORDS) as file:
        assert file.rows("people")
    settle()
    assert sentry.autosave.state is State.NOTHING


def test_a_window_that_cannot_be_saved_does_not_close(window, family, tmp_path):
    window.session.add_person(Who.CHILD)
    shutil.rmtree(tmp_path / "stick")
    assert not window.close()
    assert family.open
    assert window.place is Place.UNSAVED
    family.abandon()


# The clipboard


def test_what_was_copied_is_gone_at_the_lock_and_when_hiding(window, sentry, family):
    clipboard, sentry.clipboard.owns = QGuiApplication.clipboard(), lambda: True
    for end in (window.cover.drop, lambda: sentry.passes(181)):
        window.cover.lift()
        clipboard.setText("palabras")
        settle()
        end()
        assert clipboard.text() == ""
    assert family is not None


@pytest.mark.usefixtures("qapp")
def test_what_was_copied_is_gone_after_half_a_minute_and_kept_in_no_history():
    looks_after, clipboard = Clipboard(owns=lambda: True), QGuiApplication.clipboard()
    assert looks_after._timer.interval() == 30_000
    clipboard.setText("palabras")
    settle()
    assert looks_after._timer.isActive()
    assert all(clipboard.mimeData().hasFormat(each) for each in NOT_IN_HISTORY)
    assert clipboard.text() == "palabras"
    looks_after._timer.timeout.emit()
    assert clipboard.text() == ""


@pytest.mark.usefixtures("qapp")
def test_a_picture_on_the_clipboard_is_left_alone():
    looks_after = Clipboard(owns=lambda: True)
    data = QMimeData()
    data.setData("image/png", b"1")
    QGuiApplication.clipboard().setMimeData(data)
    settle()
    assert not looks_after._timer.isActive()
    QGuiApplication.clipboard().clear()


@pytest.mark.usefixtures("qapp")
def test_what_another_program_put_on_the_clipboard_stays():
    looks_after, clipboard = Clipboard(owns=lambda: False), QGuiApplication.clipboard()
    clipboard.setText("de otro")
    settle()
    looks_after.clear()
    assert clipboard.text() == "de otro"
    clipboard.clear()


# The new process


def test_arguments_carry_a_path_and_nothing_else():
    begin = Begin("/media/stick/0a1b", hidden=True)
    assert begin.arguments() == ["--open=/media/stick/0a1b", "--hidden"]
    assert afresh.read(begin.arguments()) == begin
    assert afresh.read(["--open=x", "--small"]) == Begin("x", small=True)
    assert afresh.read(["lessons"]) is None


def test_it_begins_as_it_was_begun():
    begin = Begin("f")
    own = [sys.executable]
    assert afresh.command(begin, ["python3", "-X", "utf8", "-m", "kyr_app"], 0) == [
        *own,
        "-X",
        "utf8",
        "-m",
        "kyr_app",
        "--open=f",
    ]
    again = ["python3", "-m", "kyr_app", "--open=old", "--hidden"]
    assert afresh.command(begin, again, 2) == [*own, "-m", "kyr_app", "--open=f"]


def test_replacing_closes_what_was_open_and_ends_where_nothing_can_begin(monkeypatch, tmp_path):
    done, file = [], os.open(tmp_path / "f", os.O_CREAT | os.O_RDWR)
    os.set_inheritable(file, True)

    def fail(*line):
        done.append((os.get_inheritable(file), line))
        raise OSError

    monkeypatch.setattr(os, "execv", fail)
    monkeypatch.setattr(os, "_exit", done.append)
    afresh.replace(Begin("f"))
    os.close(file)
    assert done[0][0] is False
    assert done[0][1][1][-1] == "--open=f"
    assert done[1] == 0


def test_windows_starts_a_new_one_and_ends(monkeypatch):
    done = []
    monkeypatch.setattr(subprocess, "Popen", lambda line, **how: done.append((line[-1], how["close_fds"])))
    monkeypatch.setattr(os, "_exit", done.append)
    afresh.start_and_end(Begin("C:\\f"))
    assert done == [("--open=C:\\f", True), 0]


# What the system says


def test_windows_says_locks_and_sleep():
    said, notices = [], Notices()
    ears = away_windows.Messages(7, lambda: said.append(1), notices)
    assert ears.ready()
    assert notices.windows == [7]
    for kind, word in ((0x02B1, 0x7), (0x02B1, 0x8), (0x0218, 0x4), (0x0218, 0x12), (0x0100, 0x7)):
        message = away_windows.Message(7, kind, word, 0, 0, 0, 0)
        address = away_windows.ctypes.addressof(message)
        assert ears.nativeEventFilter(b"windows_generic_MSG", address) == (False, 0)
    assert len(said) == 2
    ears.close()
    assert notices.windows == []


@dataclasses.dataclass
class Notices:
    """The part of Windows that sends word of locks."""

    windows: list = dataclasses.field(default_factory=list)

    def subscribe(self, window):
        self.windows.append(window)
        return True

    def unsubscribe(self, window):
        self.windows.remove(window)


def test_only_a_bus_of_this_computer_is_listened_to():
    assert away_linux.local("unix:path=/run/user/1000/bus", None)
    assert away_linux.local(None, "unix:path=/run/dbus/system_bus_socket")
    assert not away_linux.local("tcp:host=10.0.0.1,port=1", None)
    assert not away_linux.local("unix:path=/x;tcp:host=10.0.0.1", None)
    assert not away_linux.local(None, None)


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="needs a bus (Debian's dbus)")
def test_a_real_bus_says_that_the_screen_is_locked():
    program = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from PySide6.QtDBus import QDBusConnection, QDBusMessage\n"
        "from kyr_app.ui.away_linux import Buses, SAVERS\n"
        "app = QCoreApplication([])\n"
        "said = []\n"
        "ears = Buses(lambda: said.append(1))\n"
        "assert ears.ready()\n"
        "for saver in SAVERS:\n"
        "    for on in (True, False):\n"
        "        signal = QDBusMessage.createSignal('/ScreenSaver', saver, 'ActiveChanged')\n"
        "        signal.setArguments([on])\n"
        "        QDBusConnection.sessionBus().send(signal)\n"
        "QTimer.singleShot(500, app.quit)\n"
        "app.exec()\n"
        "print(len(said))\n"
    )
    environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"}
    command = ["dbus-run-session", "--", sys.executable, "-c", program]
    told = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=300)
    assert told.stdout.strip() == str(len(away_linux.SAVERS)), told.stderr


def test_nothing_is_said_where_there_is_no_bus(monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "tcp:host=127.0.0.1,port=9")
    ears = away_linux.Buses(lambda: None)
    assert not ears.ready()
    ears.close()


def test_the_clock_never_goes_back():
    first = lock.now()
    time.sleep(0.01)
    assert lock.now() > first
